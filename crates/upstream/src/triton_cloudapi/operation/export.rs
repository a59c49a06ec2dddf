//! ExportImage (contract §4.4): the answer is the end. When it is cut off, no call of this API can
//! tell how it went; Manta can.

use image_console_core::{ApiError, Request};
use image_console_operation::{Answer, Follow, Operation, Reading};

use super::asked;
use crate::triton_cloudapi::requests;

/// Follows an export, which means: reads its answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Export;

impl Follow for Export {
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        let export = asked::success(answer).and_then(|response| requests::parse_export(&response));
        match export {
            Ok(export) => {
                let mut reading = Reading::succeeded("");
                for (label, field) in [
                    ("manta_url", &export.manta_url),
                    ("image_path", &export.image_path),
                    ("manifest_path", &export.manifest_path),
                ] {
                    if let Some(value) = field.shown(Clone::clone) {
                        reading = reading.fact(label, value);
                    }
                }
                reading
            }
            Err(error) if asked::certainly_refused(&error) => Reading::failed("", error),
            Err(error) if error.outcome_is_unknown() => {
                Reading::unknown(why(&error), self.look_at(operation)).note(error.to_string())
            }
            Err(error) => Reading::no_news(error),
        }
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        Reading::unknown(
            "The page was closed before the answer came; the copy may have gone on",
            self.look_at(operation),
        )
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        asked::was_bad_moment(operation)
    }

    fn poll(&self, _: &Operation) -> Option<Request> {
        None
    }

    fn read(&self, operation: &Operation, _: Answer) -> Reading {
        self.resumed(operation)
    }

    fn look_at(&self, operation: &Operation) -> String {
        let path = asked::in_query(operation, "manta_path").unwrap_or_default();
        format!("Manta at {path}: a finished export has both a .zfs and an .imgmanifest file there")
    }
}

fn why(error: &ApiError) -> &'static str {
    match error.status {
        Some(502..=504) => "A proxy gave up waiting for the answer; the copy may go on",
        Some(500) => "The server failed while answering; the copy may be complete all the same",
        Some(_) => "The answer cannot be read; the copy may be complete all the same",
        None => "The answer was lost; the copy may go on",
    }
}
