//! What the console knows of its operations. The engine that follows them is a part of its own
//! (`work`), loaded with the first operation: most visits only look at images.

mod carry_out;
mod credentials;
mod machine;
mod notify;
mod submissions;
mod tabs;
mod work;

use std::sync::Arc;

use image_console_core::Response;
use image_console_operation::{Notice, Operation};
use image_console_platform::StorageProblem;
use image_console_platform::channel::Channel;
use image_console_platform::store::{self, Store};
use image_console_platform::timer::Timer;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::connections::Connections;
use super::images::Images;
use machine::Machine;
pub use notify::{Notifications, notifications, want_notifications};

/// Where the tabs of one browser tell each other what they do.
const CHANNEL: &str = "image-console operations";

/// Something worth telling the user about an operation, and a number that makes each one new.
pub type News = (u64, Arc<Operation>, Notice);

/// All operations of this console.
#[derive(Clone, Copy)]
pub struct Operations {
    machine: StoredValue<Option<Box<dyn Machine>>, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    others: StoredValue<Option<Channel>, LocalStorage>,
    owner: StoredValue<Option<Owner>>,
    connections: Connections,
    images: Images,
    /// The records, the latest started first.
    pub list: RwSignal<Arc<Vec<Arc<Operation>>>>,
    /// The last thing worth telling.
    pub news: RwSignal<Option<News>>,
    /// The last answer to a question of this tab, with the operation it was about: a page that shows
    /// more of it than the record holds need not ask again.
    pub polled: RwSignal<Option<(String, Arc<Response>)>>,
    /// Whether there is no network, so that nothing is asked; known once an operation was needed.
    pub offline: RwSignal<bool>,
    /// The operation whose outcome an open dialog shows: it is not told as a toast as well.
    pub attended: RwSignal<Option<String>>,
    /// Why operations cannot be kept or were not read, when so.
    pub trouble: RwSignal<Option<String>>,
    /// Whether storage has been read: before that, an operation that is not in the list may be
    /// stored all the same.
    pub loaded: RwSignal<bool>,
}

impl Operations {
    /// No operations yet. What follows them lives as long as the owner.
    #[must_use]
    pub fn new(connections: Connections, images: Images) -> Self {
        Self {
            machine: StoredValue::new_local(None),
            timer: StoredValue::new_local(None),
            others: StoredValue::new_local(None),
            owner: StoredValue::new(Owner::current()),
            connections,
            images,
            list: RwSignal::new(Arc::default()),
            news: RwSignal::new(None),
            polled: RwSignal::new(None),
            offline: RwSignal::new(false),
            attended: RwSignal::new(None),
            trouble: RwSignal::new(None),
            loaded: RwSignal::new(false),
        }
    }

    /// Goes on with what storage holds, and joins in when another tab begins something.
    pub async fn load(self) {
        let others = Channel::watch(CHANNEL, move || {
            if self.machine.try_with_value(Option::is_none) == Some(true) {
                spawn_local(self.go_on());
            }
        });
        self.others.set_value(others.ok());
        let _ = self.trouble.try_set(None);
        match store::is_empty(Store::Operations).await {
            Ok(true) => {}
            Ok(false) => self.go_on().await,
            Err(error) => self.note(Some(error.to_string())),
        }
        let kept = store::persistent().await;
        // As long as it does not answer, nobody can say that there is nothing.
        let slow = kept.as_ref().is_err_and(|error| error.problem == StorageProblem::Slow);
        self.note(kept.err().map(|error| error.to_string()));
        let _ = self.loaded.try_set(!slow);
    }

    async fn go_on(self) {
        self.note(match work::go_on_with().await {
            Ok(go_on) => go_on(self).await,
            Err(_) => Some(
                "Operations are stored in this browser, but the part of the console that follows \
                 them could not be loaded. Reload the page."
                    .to_owned(),
            ),
        });
    }

    fn note(self, trouble: Option<String>) {
        if trouble.is_some() {
            let _ = self.trouble.try_set(trouble);
        }
    }

    /// One operation, with subscription.
    #[must_use]
    pub fn get(self, id: &str) -> Option<Arc<Operation>> {
        self.list.with(|list| list.iter().find(|o| o.id == id).cloned())
    }

    /// One operation, without subscription.
    #[must_use]
    pub fn peek(self, id: &str) -> Option<Arc<Operation>> {
        self.list.with_untracked(|list| list.iter().find(|o| o.id == id).cloned())
    }

    /// The operations about one image, with subscription, the latest first.
    #[must_use]
    pub fn about(self, connection: &str, image: &str) -> Vec<Arc<Operation>> {
        self.list.with(|list| {
            let about = |o: &&Arc<Operation>| {
                o.resource.connection == connection && o.resource.id.as_deref() == Some(image)
            };
            list.iter().filter(about).cloned().collect()
        })
    }

    /// How many have not ended, with subscription.
    #[must_use]
    pub fn running(self) -> usize {
        self.list.with(|list| list.iter().filter(|o| !o.status.is_ended()).count())
    }
}

/// The operations of this console.
#[must_use]
pub fn use_operations() -> Operations {
    expect_context()
}
