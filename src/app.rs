//! From the bare page to the console: reads the configuration, then puts everything that screens
//! share into the context.

use image_console_core::config::{self, Fault};
use image_console_platform::{clipboard, config_file, store, timer};
use image_console_ui::{Copier, CopyRequest};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::{Screens, Wanted, part};
use crate::state::accounts::Accounts;
use crate::state::announce::Announcer;
use crate::state::connections::Connections;
use crate::state::images::Images;
use crate::state::navigation::Navigation;
use crate::state::operations::Operations;

/// How long the first screen waits for the browser's storage, in milliseconds. A database that another
/// page is just leaving may take its time, and the images do not depend on it.
const STORAGE_PATIENCE_MS: u32 = 3_000;

/// How far the console has got.
#[derive(Clone, PartialEq)]
enum Stage {
    Reading,
    Faulty { faults: Vec<Fault>, usable: usize },
    Ready,
}

/// The whole console.
#[component]
pub fn App() -> AnyView {
    let connections = Connections::new();
    let images = Images::new(connections);
    let operations = Operations::new(connections, images);
    provide_context(connections);
    provide_context(images);
    provide_context(operations);
    provide_context(Accounts::new(connections));
    provide_context(Navigation::start());
    provide_context(Announcer::default());
    provide_context(Copier(Callback::new(|wish: CopyRequest| {
        spawn_local(async move {
            let copied = clipboard::copy(&wish.text).await.is_ok();
            let _ = wish.done.try_run(copied);
        });
    })));

    let stage = RwSignal::new(Stage::Reading);
    let usable = StoredValue::new(Vec::new());
    let ready = move || {
        if stage.try_with_untracked(|s| *s != Stage::Ready) == Some(true) {
            stage.set(Stage::Ready);
        }
    };
    let start = move || {
        spawn_local(async move {
            // Once more if the browser's storage answers only after it was given up.
            loop {
                connections.load(usable.get_value()).await;
                ready();
                operations.load().await;
                if store::persistent().await.is_ok() || !store::late().await {
                    break;
                }
            }
        });
        spawn_local(async move {
            timer::sleep(STORAGE_PATIENCE_MS).await;
            if stage.try_with_untracked(|s| *s != Stage::Ready) == Some(true) {
                connections.go_on_without_storage(usable.get_value());
                ready();
            }
        });
    };
    let read = move || {
        stage.set(Stage::Reading);
        spawn_local(async move {
            let (good, faults) = match config_file::load().await {
                Ok(text) => {
                    let config = config::parse(&text);
                    connections.read_only.set(config.read_only);
                    (config.connections, config.faults)
                }
                Err(error) => (Vec::new(), vec![Fault { place: String::new(), message: error.to_string() }]),
            };
            let count = good.len();
            usable.set_value(good);
            if faults.is_empty() {
                start();
            } else {
                stage.set(Stage::Faulty { faults, usable: count });
            }
        });
    };
    read();

    let shown = move || match stage.get() {
        Stage::Reading => view! { <main id="main" aria-busy="true"></main> }.into_any(),
        Stage::Faulty { faults, usable } => part(Wanted::ConfigProblem {
            faults,
            usable,
            on_retry: Callback::new(move |()| read()),
            on_continue: Callback::new(move |()| start()),
        }),
        Stage::Ready => view! { <Screens /> }.into_any(),
    };
    shown.into_any()
}
