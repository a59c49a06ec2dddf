//! One safe write: the submission, and the image as the user has seen it when they press.

use std::sync::Arc;

use image_console_operation::Operation;
use image_console_upstream::oci::error::is_stale;
use leptos::prelude::*;

use super::subject::Subject;
use crate::pages::image_actions::shared::Submission;
use crate::state::connections::use_connections;
use crate::state::image::{LoadedOci, get_oci_image};
use crate::state::images::use_images;
use crate::state::query::Query;

/// What a dialog is about to do, as often as it takes. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Intent {
    /// The submission.
    pub submission: Submission,
    /// The image as the user sees it now: its etag guards the next request.
    pub seen: RwSignal<Arc<LoadedOci>>,
    /// The image as they saw it before it changed, while the difference is shown.
    pub before: RwSignal<Option<Arc<LoadedOci>>>,
    /// The reading after a refusal because the image had changed.
    pub fresh: Query<LoadedOci>,
}

impl Intent {
    /// Calls `on_done` as [`Submission::new`] does.
    #[must_use]
    pub fn new(subject: &Subject, on_done: Callback<Arc<Operation>>) -> Self {
        let submission = Submission::new(on_done);
        let seen = RwSignal::new(subject.loaded.get_untracked());
        let intent = Self { submission, seen, before: RwSignal::new(None), fresh: Query::new() };
        let loaded = subject.loaded;
        // Whoever reads the image while the dialog is open brings what is new into it.
        Effect::new(move |_| intent.see(loaded.get()));
        Effect::new(move |_| {
            if let Some(loaded) = intent.fresh.value.get() {
                intent.see(loaded);
            }
        });
        let refusal = submission.refusal();
        let subject = subject.clone();
        Effect::new(move |_| {
            if refusal.with(|refusal| refusal.as_ref().is_some_and(is_stale)) {
                intent.read_again(&subject);
            }
        });
        intent
    }

    /// The etag for `if-match`, with subscription.
    #[must_use]
    pub fn if_match(self) -> Option<String> {
        self.seen.with(|seen| seen.meta.etag.clone())
    }

    /// Whether the last press was refused because the image had changed, with subscription.
    #[must_use]
    pub fn stale(self) -> bool {
        self.submission.refusal().with(|refusal| refusal.as_ref().is_some_and(is_stale))
    }

    /// Why it cannot be sent again yet; empty when it can.
    #[must_use]
    pub fn blocked(self) -> Signal<String> {
        Signal::derive(move || {
            let why = match (self.stale(), self.fresh.loading.get(), self.fresh.error.with(Option::is_some)) {
                (true, true, _) => "The image is being read again.",
                (true, false, true) => "The image changed, and what it is now is not known.",
                _ => "",
            };
            why.to_owned()
        })
    }

    /// Reads the image, because it is not what the user saw any more.
    pub fn read_again(self, subject: &Subject) {
        let (connections, images) = (use_connections(), use_images());
        let (connected, id) = (Arc::clone(&subject.connected), subject.id.clone());
        self.fresh.ask(move |abort| async move {
            get_oci_image(connections, images, &connected, &id, &abort).await
        });
    }

    /// Takes a reading for what the user sees from now on, and keeps what they saw before.
    fn see(self, loaded: Arc<LoadedOci>) {
        let old = self.seen.get_untracked();
        if old.meta.etag == loaded.meta.etag && old.raw == loaded.raw {
            return;
        }
        // What is on its way already was decided on what was seen before.
        if !self.submission.busy().get_untracked() {
            self.before.update(|before| {
                before.get_or_insert(old);
            });
        }
        self.seen.set(loaded);
    }

    /// The press counts as having read what changed.
    pub fn decided(self) {
        self.before.set(None);
    }
}
