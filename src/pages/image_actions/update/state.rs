//! An update from the first letter typed to its end. It lives as long as the image's page, not its
//! dialog: a request goes on when the dialog is closed, and what was typed is there when it fails.

use image_console_core::ApiError;
use image_console_platform::AbortHandle;
use image_console_upstream::triton_cloudapi::form_errors::form_errors;
use image_console_upstream::triton_cloudapi::model::Image;
use image_console_upstream::triton_cloudapi::update::{Change, Choices, Draft, Merged, merge};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::apply::{self, End, Wish};
use super::check::check_changed;
use crate::pages::image_actions::shared::{Manifest, show_what_is_wrong};
use crate::pages::image_actions::subject::Subject;
use crate::state::announce::{Announcer, use_announcer};
use crate::state::connections::{Connections, use_connections};
use crate::state::images::{Images, use_images};
use crate::state::navigation::{Navigation, use_navigation};

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The user is filling it in.
    Editing,
    /// The image is read again, or the change is on its way; a second press does nothing.
    Sending,
    /// The upstream refused.
    Refused(ApiError),
    /// The image could not be read again, so nothing was sent.
    NotRead(ApiError),
    /// Somebody else changed the same: nothing was sent, the user must decide.
    Conflict,
    /// The answer was lost, and the change cannot be seen.
    Lost(Box<Lost>),
}

/// What is known after an answer was lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// How it was lost.
    pub error: ApiError,
    /// Why the image could not be read after that; nothing when it was read and is as before.
    pub unread: Option<ApiError>,
    /// What was sent.
    pub sent: Merged,
}

/// The state of an update. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct ImageUpdate {
    /// The form.
    pub manifest: Manifest,
    /// The image as it was when editing began.
    pub base: RwSignal<Draft>,
    /// The image as it was found when it was read again.
    pub theirs: RwSignal<Option<Draft>>,
    /// The user's decisions about conflicts.
    pub choices: RwSignal<Choices>,
    /// How far it is.
    pub phase: RwSignal<Phase>,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    pub(super) connections: Connections,
    pub(super) images: Images,
    pub(super) navigation: Navigation,
    announcer: Announcer,
    on_changed: Callback<()>,
}

impl ImageUpdate {
    /// Nothing has been typed yet. `on_changed` reads the image for the page anew.
    #[must_use]
    pub fn new(on_changed: Callback<()>) -> Self {
        Self {
            manifest: Manifest::new(&Draft::default()),
            base: RwSignal::new(Draft::default()),
            theirs: RwSignal::new(None),
            choices: RwSignal::new(Choices::new()),
            phase: RwSignal::new(Phase::Editing),
            open: RwSignal::new(false),
            connections: use_connections(),
            images: use_images(),
            navigation: use_navigation(),
            announcer: use_announcer(),
            on_changed,
        }
    }

    /// The dialog opens: with the image as it is, unless an update is under way or has come back.
    pub fn begin(self, image: &Image) {
        self.open.set(true);
        if self.phase.with_untracked(|phase| *phase == Phase::Editing) {
            let base = Draft::of(image);
            self.manifest.start(&base);
            self.base.set(base);
            self.theirs.set(None);
            self.choices.set(Choices::new());
        }
    }

    /// The dialog closes: what is not on its way is given up.
    pub fn closed(self) {
        let _ = self.open.try_set(false);
        if self.phase.try_with_untracked(|phase| *phase != Phase::Sending) == Some(true) {
            self.give_up();
        }
    }

    /// Forgets what came back.
    pub fn give_up(self) {
        let _ = self.phase.try_set(Phase::Editing);
    }

    /// What would be sent as things stand, with subscription.
    #[must_use]
    pub fn merged(self) -> Merged {
        let mine = self.manifest.values();
        self.choices.with(|choices| self.merged_with(&mine, choices))
    }

    /// All conflicts, decided or not, and what others changed, with subscription.
    #[must_use]
    pub fn undecided(self) -> Merged {
        self.merged_with(&self.manifest.values(), &Choices::new())
    }

    fn merged_with(self, mine: &Draft, choices: &Choices) -> Merged {
        self.base.with(|base| {
            self.theirs.with(|theirs| merge(base, mine, theirs.as_ref().unwrap_or(base), choices))
        })
    }

    /// Sends it, once.
    pub fn submit(self, subject: Subject) {
        if self.phase.with_untracked(|phase| *phase == Phase::Sending) {
            return;
        }
        let mine = untrack(|| self.manifest.values());
        let base = self.base.get_untracked();
        if !check_changed(self.manifest, &base, &mine) {
            show_what_is_wrong(String::new());
            return;
        }
        let wish = Wish { base, mine, choices: self.choices.get_untracked() };
        let label = subject.label();
        self.phase.set(Phase::Sending);
        spawn_local(async move {
            // Nobody aborts it: a write that was given up may still be carried out.
            let end = apply::apply(self.connections, self.images, &subject, &wish, &AbortHandle::new()).await;
            self.end(&subject, &label, end);
        });
    }

    /// Looks once more whether the change has arrived; sends nothing.
    pub fn look(self, subject: Subject) {
        let Phase::Lost(lost) = self.phase.get_untracked() else { return };
        let label = subject.label();
        self.phase.set(Phase::Sending);
        spawn_local(async move {
            let Lost { error, sent, .. } = *lost;
            let abort = AbortHandle::new();
            let end = apply::look(self.connections, self.images, &subject, sent, error, &abort).await;
            self.end(&subject, &label, end);
        });
    }

    /// The dialog, and the page with it, may be gone by now.
    fn end(self, subject: &Subject, label: &str, end: End) {
        let (phase, theirs) = match end {
            End::Done { how, others } => {
                self.announcer.say(format!("{label}: {how}{}", kept(&others)));
                let _ = self.phase.try_set(Phase::Editing);
                let _ = self.on_changed.try_run(());
                if self.open.try_get_untracked() == Some(true) {
                    self.navigation.replace(subject.route(None));
                }
                return;
            }
            End::NotDone { phase, theirs } => (phase, theirs),
        };
        let heard = self.open.try_get_untracked() == Some(true) && phase != Phase::Conflict;
        if !heard {
            // In the dialog the notice speaks for itself.
            self.announcer.say(format!("{label}: {}", words(&phase)));
        }
        if self.phase.try_with_untracked(|_| ()).is_none() {
            return;
        }
        if let Phase::Refused(error) = &phase {
            // What has no field here is in the notice, with everything else.
            let _ = self.manifest.place_errors(&form_errors(error));
        }
        if theirs.is_some() {
            self.theirs.set(theirs);
            let _ = self.on_changed.try_run(());
        }
        self.phase.set(phase);
    }
}

/// What a phase means for the user, in a few words.
#[must_use]
pub fn words(phase: &Phase) -> &'static str {
    match phase {
        Phase::Editing | Phase::Sending => "",
        Phase::Refused(_) => "The image was not updated",
        Phase::NotRead(_) => "The image could not be read again, so nothing was sent",
        Phase::Conflict => "Somebody else changed the same fields, so nothing was sent",
        Phase::Lost(lost) if lost.unread.is_some() => "The answer was lost, and the image cannot be read",
        Phase::Lost(_) => "The answer was lost, and the image does not have the change so far",
    }
}

fn kept(others: &[Change]) -> String {
    if others.is_empty() {
        return String::new();
    }
    let fields: Vec<&str> = others.iter().map(|change| change.place.field).collect();
    format!(". What somebody else changed meanwhile was kept: {}", fields.join(", "))
}
