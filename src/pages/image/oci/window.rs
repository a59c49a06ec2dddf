//! How long a deleted container image can still be restored. The API does not tell when it was
//! deleted, so this is a range, narrowed by what this console has seen.

use image_console_platform::clock;
use image_console_platform::timer::{self, Ticker};
use image_console_ui::Card;
use image_console_ui::el::el;
use image_console_upstream::oci_artifacts::model::ContainerImage;
use image_console_upstream::oci_artifacts::window::TimeLeft;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::image::page::Page;
use crate::pages::resource::field::note;
use crate::state::images::deletions::{Seen, image_was_read};

/// How often the time left is said anew, in milliseconds.
const TICK_MS: u32 = 30_000;

/// The card of an image that is `DELETED`; of others only what was seen is remembered.
pub fn card(page: Page, image: &ContainerImage) -> AnyView {
    let seen = RwSignal::new(None::<Seen>);
    remember(page, image, seen);
    if image.lifecycle_state.text() != Some("DELETED") {
        return ().into_any();
    }
    let now = RwSignal::new(clock::now());
    let ticker: Ticker = timer::tick(TICK_MS, move || {
        let _ = now.try_set(clock::now());
    });
    let ticker = StoredValue::new_local(ticker);
    on_cleanup(move || ticker.dispose());

    let image = StoredValue::new(image.clone());
    let left = Memo::new(move |_| {
        let seen = seen.get()?;
        let left = image.with_value(|i| TimeLeft::of(i, seen.first_deleted, seen.last_available, now.get()));
        Some(left.words())
    });
    let words = move || left.get().unwrap_or_default();
    let known = move || {
        let seen = seen.get()?;
        let first = seen.first_deleted.map(|at| format!("First seen DELETED here {}.", at.day_and_time()));
        let last = seen.last_available.map(|at| format!("Last known to be there {}.", at.day_and_time()));
        Some([first, last].into_iter().flatten().map(|text| note(&text)).collect::<Vec<_>>())
    };
    view! {
        <Card title="Time left to restore">
            {el("p").class("pad time-left").text_with(words).into_any()}
            {known}
            {note("A deleted image is kept for 48 hours.")}
        </Card>
    }
    .into_any()
}

/// Each reading adds to what is remembered.
fn remember(page: Page, image: &ContainerImage, seen: RwSignal<Option<Seen>>) {
    let compartment = image.compartment_id.text().unwrap_or_default().to_owned();
    let state = image.lifecycle_state.text().unwrap_or_default().to_owned();
    Effect::new(move |_| {
        let Some(at) = page.query.at.get() else { return };
        let (connection, id) = (page.connection(), page.id());
        let (compartment, state) = (compartment.clone(), state.clone());
        spawn_local(async move {
            let known = image_was_read(&connection, &compartment, (&id, &state), at).await;
            let _ = seen.try_set(Some(known));
        });
    });
}
