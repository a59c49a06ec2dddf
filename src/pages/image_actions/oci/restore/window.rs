//! How long the image can still be restored, as a range: the API does not tell when it was deleted.

use image_console_platform::{clock, timer};
use image_console_ui::{Definition, Fact};
use image_console_upstream::oci_artifacts::model::ContainerImage;
use image_console_upstream::oci_artifacts::window::TimeLeft;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::image_actions::oci::intent::Intent;
use crate::pages::image_actions::oci::subject::{Subject, text};
use crate::state::images::deletions::{self, Seen};

/// How often the time left is said anew, in milliseconds.
const TICK_MS: u32 = 30_000;

/// The time left; nothing for an image that is not deleted.
#[component]
pub fn Window(
    /// The image.
    subject: Subject,
    /// What is about to be done.
    intent: Intent,
) -> AnyView {
    let now = RwSignal::new(clock::now());
    let tick = move || {
        let _ = now.try_set(clock::now());
    };
    let ticker = StoredValue::new_local(timer::tick(TICK_MS, tick));
    on_cleanup(move || ticker.dispose());
    let deleted = Memo::new(move |_| {
        intent.seen.with(|seen| text(seen, "lifecycleState")).as_deref() == Some("DELETED")
    });
    // It is deleted now, if nothing more is remembered of it.
    let remembered = RwSignal::new(Seen { first_deleted: Some(now.get_untracked()), last_available: None });
    if deleted.get_untracked() {
        let connection = subject.connection().id.clone();
        let compartment = intent.seen.with_untracked(|seen| text(seen, "compartmentId")).unwrap_or_default();
        spawn_local(async move {
            let at = clock::now();
            let image = (subject.id.as_str(), "DELETED");
            let seen = deletions::image_was_read(&connection, &compartment, image, at).await;
            let _ = remembered.try_set(seen);
        });
    }
    let left = Memo::new(move |_| {
        deleted.get().then(|| {
            let Seen { first_deleted, last_available } = remembered.get();
            let image = intent.seen.with(|seen| ContainerImage::from_map(seen.raw.clone()));
            TimeLeft::of(&image, first_deleted, last_available, now.get()).words()
        })
    });
    let shown = move || {
        left.get().map(|left| {
            view! {
                <Definition>
                    <Fact name="Can be restored for">{left}</Fact>
                </Definition>
            }
            .into_any()
        })
    };
    shown.into_any()
}
