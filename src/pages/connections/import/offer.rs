//! After an import: which of the connections that have no key shall sign with the new one.

use image_console_core::config::{Connection, Upstream};
use image_console_ui::dom;
use image_console_ui::field::CheckboxField;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::connections::desk::Desk;
use crate::state::connections::Connected;

/// The id of the offer's element.
const PLACE: &str = "key-offer";

/// A connection that may take the key.
type Candidate = (String, String, ArcRwSignal<bool>);

/// The offer; not made until a key is there.
#[derive(Clone, Copy)]
pub struct Offer {
    desk: Desk,
    /// The new key's id, once the offer is made.
    pub key: RwSignal<Option<String>>,
    /// The choice is being stored.
    pub busy: RwSignal<bool>,
    candidates: StoredValue<Vec<Candidate>>,
}

impl Offer {
    /// No offer yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            key: RwSignal::new(None),
            busy: RwSignal::new(false),
            candidates: StoredValue::new(Vec::new()),
        }
    }

    /// Makes the offer. `false` when no connection lacks a key.
    pub fn make(self, key: String) -> bool {
        let lacking = untrack(|| self.desk.without_key());
        if lacking.is_empty() {
            return false;
        }
        // With one there is hardly another answer; among several the user knows which accounts
        // have this key.
        let only = lacking.len() == 1;
        let candidate = |Connected { connection, .. }: Connected| {
            let label = format!("{} · {}", connection.name, as_whom(&connection));
            (connection.id, label, ArcRwSignal::new(only))
        };
        let all = lacking.into_iter().map(candidate).collect();
        let made = self.candidates.try_set_value(all).is_none() && self.key.try_set(Some(key)).is_none();
        // The button that was pressed is gone.
        request_animation_frame(|| {
            dom::focus(PLACE);
        });
        made
    }

    /// Whether the offer is made.
    pub fn is_made(self) -> bool {
        self.key.with_untracked(Option::is_some)
    }

    /// Stores what was chosen, tests it, and is done.
    pub fn accept(self, on_done: Callback<()>) {
        let Some(key) = self.key.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        let all = self.candidates.get_value();
        let chosen: Vec<String> =
            all.into_iter().filter(|(_, _, checked)| checked.get_untracked()).map(|(id, _, _)| id).collect();
        let desk = self.desk;
        spawn_local(async move {
            for id in chosen {
                desk.use_key(&id, Some(key.clone())).await;
                desk.tests.start(&id);
            }
            let _ = on_done.try_run(());
        });
    }

    /// The candidates.
    pub fn view(self) -> AnyView {
        let one = |(_, label, checked): Candidate| {
            view! { <CheckboxField label checked=RwSignal::from(checked) /> }.into_any()
        };
        let key = self.key.get_untracked();
        let public = self.desk.connections.keys.with_untracked(|keys| {
            keys.iter()
                .find(|k| Some(&k.id) == key.as_ref())
                .map(|k| format!("{} (at Oracle Cloud {})", k.fingerprint_md5, k.oci_fingerprint))
                .unwrap_or_default()
        });
        view! {
            <div id=PLACE tabindex="-1">
                <p class="field">
                    "The key was imported; its fingerprint is " <code>{public}</code>
                    ". The account must have its public half."
                </p>
                {self.candidates.get_value().into_iter().map(one).collect_view()}
            </div>
        }
        .into_any()
    }
}

/// As whom a connection asks, as people call it.
fn as_whom(connection: &Connection) -> &str {
    match &connection.upstream {
        Upstream::Triton(triton) if triton.account.is_empty() => "my",
        Upstream::Triton(triton) => &triton.account,
        Upstream::Oci(oci) => &oci.user,
        // No key signs for these.
        Upstream::Marketplace(_) | Upstream::CloudFoundry(_) => "",
    }
}
