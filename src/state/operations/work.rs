//! The engine at work, wired to storage, the one timer and the page's condition. All of it is in parts
//! that are loaded later: only what is loaded later may call it.

use std::pin::Pin;
use std::sync::Arc;

use image_console_core::Request;
use image_console_core::time::Timestamp;
use image_console_operation::tabs::Message;
use image_console_operation::{Engine, Event, Followers, Operation, stored};
use image_console_platform::store::{self, Store};
use image_console_platform::timer::Timer;
use image_console_platform::{clock, visibility};
use image_console_upstream::{
    cloud_foundry, oci_artifacts, oci_compute, oracle_marketplace, triton_cloudapi,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Operations;
use super::machine::Running;
use super::tabs::Tabs;
use crate::state::connections::share;
use crate::state::parts::{Coming, enter, entry};
use crate::state::{availability, refresh};

/// Reads what is stored and follows it; says what is wrong with it, if anything.
pub(super) type GoOn = fn(Operations) -> Pin<Box<dyn Future<Output = Option<String>>>>;

entry!(jobs, go_on, GoOn, |operations| Box::pin(operations.go_on_here()));

/// Loads the part, for what is not in it.
pub(super) fn go_on_with() -> Coming<GoOn> {
    enter!(go_on)
}

/// All that can be followed.
fn followers() -> Followers {
    let followers = triton_cloudapi::operation::register(Followers::new());
    let followers = oci_artifacts::operation::register(oci_compute::operation::register(followers));
    let followers = oracle_marketplace::operation::register(followers);
    cloud_foundry::operation::register(followers)
}

impl Operations {
    async fn go_on_here(self) -> Option<String> {
        let records = match store::all(Store::Operations).await {
            Ok(records) => records,
            Err(error) => return Some(error.to_string()),
        };
        let (operations, unread) = stored::read_all(records.iter().map(|(_, text)| text.as_str()));
        self.tell_unable();
        self.tell_loaded(operations);
        availability::tell_missing(self, self.connections);
        (!unread.is_empty()).then(|| {
            format!(
                "{} of {} stored operations cannot be read and were left where they are.",
                unread.len(),
                records.len()
            )
        })
    }

    /// Starts an operation: it is stored, then sent, once.
    pub fn submit(self, operation: Operation, request: Request) {
        self.tell(Event::Submit { operation: Box::new(operation), request });
    }

    /// Tells the engine what happened, and does what it wants done.
    pub fn tell(self, event: Event) {
        if let Event::CheckNow(id) = &event
            && !self.leads()
        {
            self.say(&Message::Check(id.clone()));
        }
        let commands = self.engine(|engine| engine.step(event, clock::now()));
        // Records that are only taken over from storage change the list without a command.
        self.show();
        self.pass_on();
        let Some(commands) = commands.filter(|c| !c.is_empty()) else { return };
        spawn_local(self.carry_out(commands));
    }

    /// Whether the very same request may be sent once more.
    #[must_use]
    pub fn may_send_again(self, id: &str) -> bool {
        self.engine(|engine| engine.may_send_again(id, clock::now())).unwrap_or_default()
    }

    /// Whether a failed operation may be started once more from the same values.
    #[must_use]
    pub fn may_repeat(self, id: &str) -> bool {
        self.engine(|engine| engine.may_repeat(id)).unwrap_or_default()
    }

    /// Something done with the engine, which begins its work if nobody needed it before; nothing when
    /// the console is being closed.
    pub(super) fn engine<T>(self, with: impl FnOnce(&mut Engine) -> T) -> Option<T> {
        if self.machine.try_with_value(Option::is_none)? {
            let running = Running {
                engine: Engine::new(followers()).read_only(self.connections.read_only()),
                tabs: Tabs::default(),
            };
            let _ = self.machine.try_update_value(|m| *m = Some(Box::new(running)));
            self.begin();
        }
        self.machine.try_update_value(|machine| machine.as_mut().map(|m| with(m.engine()))).flatten()
    }

    /// Follows the page's condition and the connections as long as the console lives.
    fn begin(self) {
        let Some(owner) = self.owner.try_get_value().flatten() else { return };
        owner.with(|| {
            let seen = visibility::on_visibility(move |visible| {
                self.tell(if visible { Event::Visible } else { Event::Hidden });
                self.looked_at();
            });
            let focus = visibility::on_focus(move || self.looked_at());
            let connected = move |online: bool| {
                let _ = self.offline.try_set(!online);
                self.tell(if online { Event::Online } else { Event::Offline });
            };
            let online = visibility::on_online(connected);
            let listeners = StoredValue::new_local((seen, focus, online));
            on_cleanup(move || listeners.dispose());
            // Until it is known who polls for all, nobody here does.
            self.tell(Event::Leading(false));
            if !visibility::is_visible() {
                self.tell(Event::Hidden);
            }
            if !visibility::is_online() {
                connected(false);
            }
            spawn_local(self.join());
            refresh::follow(self, self.connections, self.images);
            availability::follow(self, self.connections);
            self.follow_sessions();
            share(self.connections);
        });
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
            self.engine(|engine| engine.operations().into_iter().map(keep).collect());
        let Some(new) = new else { return };
        let changed = new.len() != old.len() || new.iter().zip(old.iter()).any(|(a, b)| !Arc::ptr_eq(a, b));
        if changed {
            let _ = self.list.try_set(Arc::new(new));
        }
    }

    pub(super) fn set_timer(self, at: Option<Timestamp>) {
        let timer = at.map(|at| Timer::at(at, move || self.tell(Event::Tick)));
        let _ = self.timer.try_update_value(|slot| *slot = timer);
    }
}
