//! The place of a part on the page: it waits there, shows the part, or says that it did not come.

use image_console_ui::{Notice, Skeleton, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::wanted::Wanted;

/// How far a part has got.
#[derive(Clone, Copy)]
enum Stage {
    Coming,
    Here(fn(Wanted) -> AnyView),
    Missing,
}

/// Shows what is wanted as soon as its part is here.
pub fn part(wanted: Wanted) -> AnyView {
    let stage = RwSignal::new(Stage::Coming);
    let wanted = StoredValue::new(wanted);
    let load = move || {
        let coming = wanted.with_value(Wanted::load);
        spawn_local(async move {
            // Whoever wanted it may have gone elsewhere by now.
            let _ = stage.try_set(coming.await.map_or(Stage::Missing, Stage::Here));
        });
    };
    load();
    let again = Callback::new(move |()| {
        stage.set(Stage::Coming);
        load();
    });
    let shown: Box<dyn Fn() -> AnyView + Send> = Box::new(move || {
        match stage.get() {
        Stage::Here(draw) => untrack(|| draw(wanted.get_value())),
        Stage::Coming if wanted.with_value(Wanted::is_screen) => view! { <Skeleton rows=6 /> }.into_any(),
        Stage::Coming => ().into_any(),
        Stage::Missing => view! {
            <Notice
                what="A part of the console could not be loaded"
                why="The server cannot be reached, or the console was replaced by another version since this page was opened."
                next="Try again. If that changes nothing, reload the page."
                tone=Tone::Bad
                on_retry=again
            />
        }
        .into_any(),
    }
    });
    (move || shown()).into_any()
}
