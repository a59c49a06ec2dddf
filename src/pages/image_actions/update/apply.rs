//! Reading again, merging, sending, and finding out what became of it when the answer is lost.

use image_console_core::ApiError;
use image_console_platform::AbortHandle;
use image_console_upstream::triton_cloudapi::update::{Change, Choices, Draft, Merged, diff, merge};
use image_console_upstream::triton_cloudapi::{requests, row};

use super::state::{Lost, Phase};
use crate::pages::image_actions::subject::Subject;
use crate::state::client;
use crate::state::connections::Connections;
use crate::state::image::get_image;
use crate::state::images::Images;
use crate::state::read_only;

/// What the user wants.
pub struct Wish {
    /// The image as it was when editing began.
    pub base: Draft,
    /// As it was edited.
    pub mine: Draft,
    /// The decisions about conflicts.
    pub choices: Choices,
}

/// What became of it.
pub enum End {
    /// The image is as it was wished.
    Done {
        /// In words.
        how: &'static str,
        /// What somebody else changed meanwhile and was left alone.
        others: Vec<Change>,
    },
    /// It is not, as far as is known.
    NotDone {
        /// Why.
        phase: Phase,
        /// The image as it was found.
        theirs: Option<Draft>,
    },
}

/// UpdateImage with what is left to change after a fresh look at the image.
pub async fn apply(
    connections: Connections,
    images: Images,
    subject: &Subject,
    wish: &Wish,
    abort: &AbortHandle,
) -> End {
    let Subject { connected, id, .. } = subject;
    let theirs = match get_image(connections, images, connected, id, abort).await {
        Ok(now) => Draft::of(&now.image),
        Err(error) => return End::NotDone { phase: Phase::NotRead(error), theirs: None },
    };
    let merged = merge(&wish.base, &wish.mine, &theirs, &wish.choices);
    if !merged.conflicts.is_empty() {
        return End::NotDone { phase: Phase::Conflict, theirs: Some(theirs) };
    }
    if merged.changes.is_empty() {
        return End::Done {
            how: "the image has these values already, nothing was sent",
            others: merged.others,
        };
    }
    let request = requests::update_image(&subject.caller(), id, &merged.changes);
    let address = format!("{} {}", request.method, request.target);
    let answer = read_only::send(connections, connected, &request, client::READ_TIMEOUT_MS, abort).await;
    match answer.and_then(|answer| requests::parse_image(&answer).map_err(|error| error.at(address))) {
        Ok(image) => {
            images.put(&connected.connection.id, &row::of_image(&image));
            End::Done { how: "updated", others: merged.others }
        }
        Err(error) if certainly_not_done(&error) => {
            End::NotDone { phase: Phase::Refused(error), theirs: Some(theirs) }
        }
        Err(error) => look(connections, images, subject, merged, error, abort).await,
    }
}

/// Looks whether a change whose answer was lost has arrived.
pub async fn look(
    connections: Connections,
    images: Images,
    subject: &Subject,
    sent: Merged,
    error: ApiError,
    abort: &AbortHandle,
) -> End {
    let (unread, theirs) = match get_image(connections, images, &subject.connected, &subject.id, abort).await
    {
        Err(error) => (Some(error), None),
        Ok(now) => {
            let now = Draft::of(&now.image);
            let missing = diff(&now, &sent.result);
            if sent.changes.keys().all(|field| !missing.contains_key(field)) {
                return End::Done {
                    how: "updated; the answer was lost, but the image has the change",
                    others: sent.others,
                };
            }
            (None, Some(now))
        }
    };
    End::NotDone { phase: Phase::Lost(Box::new(Lost { error, unread, sent })), theirs }
}

/// In maintenance the server does nothing, although its status alone leaves that open (contract
/// §7.2).
fn certainly_not_done(error: &ApiError) -> bool {
    !error.outcome_is_unknown() || error.code.as_deref() == Some("ServiceUnavailableError")
}
