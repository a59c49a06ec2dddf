//! The operation engine, wired to storage, the wire, the one timer and the page's condition.

mod carry_out;

use std::sync::Arc;

use image_console_core::Request;
use image_console_core::time::Timestamp;
use image_console_operation::{Engine, Event, Followers, Notice, Operation, stored};
use image_console_platform::store::{self, Store};
use image_console_platform::timer::Timer;
use image_console_platform::{clock, visibility};
use image_console_upstream::triton_cloudapi;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::connections::Connections;

/// Something worth telling the user about an operation, and a number that makes each one new.
pub type News = (u64, Arc<Operation>, Notice);

/// All operations of this console.
#[derive(Clone, Copy)]
pub struct Operations {
    engine: StoredValue<Engine, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    connections: Connections,
    /// The records, the latest started first.
    pub list: RwSignal<Arc<Vec<Arc<Operation>>>>,
    /// The last thing worth telling.
    pub news: RwSignal<Option<News>>,
    /// The operation whose outcome an open dialog shows: it is not told as a toast as well.
    pub attended: RwSignal<Option<String>>,
    /// Why operations cannot be kept or were not read, when so.
    pub trouble: RwSignal<Option<String>>,
    /// Whether storage has been read: before that, an operation that is not in the list may be
    /// stored all the same.
    pub loaded: RwSignal<bool>,
}

impl Operations {
    /// No operations yet; follows the page's condition as long as the owner lives.
    #[must_use]
    pub fn start(connections: Connections) -> Self {
        let followers = triton_cloudapi::operation::register(Followers::new());
        let operations = Self {
            engine: StoredValue::new_local(Engine::new(followers)),
            timer: StoredValue::new_local(None),
            connections,
            list: RwSignal::new(Arc::default()),
            news: RwSignal::new(None),
            attended: RwSignal::new(None),
            trouble: RwSignal::new(None),
            loaded: RwSignal::new(false),
        };
        let seen = visibility::on_visibility(move |visible| {
            operations.tell(if visible { Event::Visible } else { Event::Hidden });
        });
        let online = visibility::on_online(move |online| {
            operations.tell(if online { Event::Online } else { Event::Offline });
        });
        let listeners = StoredValue::new_local((seen, online));
        on_cleanup(move || listeners.dispose());
        if !visibility::is_online() {
            operations.tell(Event::Offline);
        }
        operations
    }

    /// Reads what storage holds and goes on following it.
    pub async fn load(self) {
        match store::all(Store::Operations).await {
            Ok(records) => {
                let (operations, unread) = stored::read_all(records.iter().map(|(_, text)| text.as_str()));
                if !unread.is_empty() {
                    let _ = self.trouble.try_set(Some(format!(
                        "{} of {} stored operations cannot be read and were left where they are.",
                        unread.len(),
                        records.len()
                    )));
                }
                self.tell(Event::Loaded(operations));
            }
            Err(error) => {
                let _ = self.trouble.try_set(Some(error.to_string()));
            }
        }
        let _ = self.loaded.try_set(true);
    }

    /// Starts an operation: it is stored, then sent, once.
    pub fn submit(self, operation: Operation, request: Request) {
        self.tell(Event::Submit { operation: Box::new(operation), request });
    }

    /// Tells the engine what happened, and does what it wants done.
    pub fn tell(self, event: Event) {
        let commands = self.engine.try_update_value(|engine| engine.step(event, clock::now()));
        // Records that are only taken over from storage change the list without a command.
        self.show();
        let Some(commands) = commands.filter(|c| !c.is_empty()) else { return };
        spawn_local(self.carry_out(commands));
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

    /// Whether the very same request may be sent once more.
    #[must_use]
    pub fn may_send_again(self, id: &str) -> bool {
        self.engine.with_value(|engine| engine.may_send_again(id, clock::now()))
    }

    /// Whether a failed operation may be started once more from the same values.
    #[must_use]
    pub fn may_repeat(self, id: &str) -> bool {
        self.engine.with_value(|engine| engine.may_repeat(id))
    }

    /// Shows the engine's records. Those that did not change keep their place in memory, so that
    /// views can tell.
    fn show(self) {
        let old = self.list.try_get_untracked().unwrap_or_default();
        let keep = |new: &Operation| {
            let same = old.iter().find(|o| o.id == new.id && ***o == *new);
            same.cloned().unwrap_or_else(|| Arc::new(new.clone()))
        };
        let new: Option<Vec<Arc<Operation>>> =
            self.engine.try_with_value(|engine| engine.operations().into_iter().map(keep).collect());
        let Some(new) = new else { return };
        let changed = new.len() != old.len() || new.iter().zip(old.iter()).any(|(a, b)| !Arc::ptr_eq(a, b));
        if changed {
            let _ = self.list.try_set(Arc::new(new));
        }
    }

    fn set_timer(self, at: Option<Timestamp>) {
        let timer = at.map(|at| Timer::at(at, move || self.tell(Event::Tick)));
        let _ = self.timer.try_update_value(|slot| *slot = timer);
    }
}

/// The operations of this console.
#[must_use]
pub fn use_operations() -> Operations {
    expect_context()
}
