//! This tab among the others of the browser: one polls for all, the one in which the user pressed
//! submits, and each shows what any of them learns. IndexedDB holds what is true; a message only says
//! that it has changed. All of it is in the engine's part.
//!
//! Who polls holds a lock that the browser passes on when that tab is closed, crashes or is killed. It
//! is also passed on to a tab that is looked at more, because a browser holds back the timers of hidden
//! ones.

use image_console_operation::tabs::{Attention, Message};
use image_console_operation::{Event, Operation, Status, stored};
use image_console_platform::channel::Channel;
use image_console_platform::leader::{self, Leadership};
use image_console_platform::store::{self, Store};
use image_console_platform::visibility;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Operations;
use crate::state::availability;

/// The lock of the tab that polls.
const LEADER: &str = "image-console operations";

/// What this tab holds, and what it waits for.
#[derive(Default)]
pub struct Tabs {
    channel: Option<Channel>,
    /// The lock of the tab that polls, or the wish for it.
    lead: Option<Leadership>,
    /// Counts the wishes, so that one that was given up is not taken for the present one.
    turn: u32,
    leading: bool,
    /// Stops polling as soon as what is under way is answered.
    yielding: bool,
    attention: Option<Attention>,
    /// The submissions that are this tab's.
    pub(super) submissions: Vec<(String, Leadership)>,
    /// The submissions of other tabs that this one waits for.
    pub(super) awaited: Vec<String>,
}

fn attention() -> Attention {
    match (visibility::is_visible(), visibility::has_focus()) {
        (false, _) => Attention::Hidden,
        (true, false) => Attention::Visible,
        (true, true) => Attention::Focused,
    }
}

impl Operations {
    /// Finds out whether there are others. A browser that keeps nothing has no records that tabs could
    /// share: each works for itself then.
    pub(super) async fn join(self) {
        if store::persistent().await.is_err() {
            self.tabs(|tabs| tabs.leading = true);
            return self.tell(Event::Leading(true));
        }
        let channel = Channel::open(super::CHANNEL, move |text| self.hear(&text)).ok();
        self.tabs(|tabs| {
            tabs.channel = channel;
            tabs.attention = Some(attention());
        });
        self.queue();
        self.say(&Message::Wants(attention()));
    }

    /// Something done with this tab's part, when the engine is at work.
    pub(super) fn tabs<T>(self, with: impl FnOnce(&mut Tabs) -> T) -> Option<T> {
        self.machine.try_update_value(|machine| machine.as_mut().map(|m| with(m.tabs()))).flatten()
    }

    /// Whether this tab polls for all.
    pub(super) fn leads(self) -> bool {
        self.tabs(|tabs| tabs.leading).unwrap_or_default()
    }

    /// Tells all other tabs.
    pub(super) fn say(self, message: &Message) {
        self.tabs(|tabs| {
            // A tab that hears nothing reads storage when its turn comes.
            if let (Some(channel), Some(text)) = (&tabs.channel, message.write()) {
                let _ = channel.post(&text);
            }
        });
    }

    fn hear(self, text: &str) {
        let mine = attention();
        match Message::read(text) {
            Some(Message::Saved(operation)) => self.take_over(*operation),
            Some(Message::Removed(id)) => self.tell(Event::RemovedElsewhere(id)),
            Some(Message::Told { id, notice }) => self.announce(&id, notice),
            Some(Message::Check(id)) if self.leads() => self.tell(Event::CheckNow(id)),
            Some(Message::Wants(theirs)) if theirs > mine => self.step_back(),
            Some(Message::Leads(theirs)) if mine > theirs => self.say(&Message::Wants(mine)),
            _ => {}
        }
    }

    /// What another tab has saved.
    fn take_over(self, operation: Operation) {
        let (id, connection) = (operation.id.clone(), operation.connection.clone());
        let submitting = operation.status == Status::Submitting;
        self.tell(Event::ChangedElsewhere(Box::new(operation)));
        // Without locks nobody could tell whether that tab still lives.
        if submitting && self.leads() && leader::has_locks() {
            self.await_submission(id);
        }
        if self.connections.peek(&connection).is_none() {
            // It may have been added there.
            spawn_local(async move {
                self.connections.read_more().await;
                availability::tell_missing(self, self.connections);
            });
        }
    }

    /// Somebody sees this tab, or does not any more.
    pub(super) fn looked_at(self) {
        let now = attention();
        let Some(before) = self.tabs(|tabs| tabs.attention.replace(now)).flatten() else { return };
        match self.leads() {
            true if now < before => self.say(&Message::Leads(now)),
            false if now > before => self.say(&Message::Wants(now)),
            _ => {}
        }
    }

    /// Lets a tab poll that is looked at more: at once, or when what is under way is answered. One that
    /// only waits for its turn goes to the end of the queue.
    fn step_back(self) {
        if self.leads() {
            self.tabs(|tabs| tabs.yielding = true);
            self.tell(Event::Leading(false));
        } else {
            self.queue();
        }
    }

    /// Passes leadership on, if it is to be and nothing is under way any more. Call it after each event.
    pub(super) fn pass_on(self) {
        let asking = self.engine(|engine| engine.is_asking()).unwrap_or_default();
        let over = self.tabs(|tabs| tabs.yielding && !asking).unwrap_or_default();
        if over {
            self.tabs(|tabs| {
                tabs.yielding = false;
                tabs.leading = false;
            });
            self.queue();
        }
    }

    /// Gives up the turn, and waits for another.
    fn queue(self) {
        let Some(turn) = self.tabs(|tabs| {
            tabs.lead = None;
            tabs.turn += 1;
            tabs.turn
        }) else {
            return;
        };
        let lead = leader::lead(LEADER, move || spawn_local(self.take_the_lead(turn)));
        self.tabs(|tabs| tabs.lead = Some(lead));
    }

    /// This tab polls from now on. What storage holds is what the one before has left.
    async fn take_the_lead(self, turn: u32) {
        let records = store::all(Store::Operations).await.unwrap_or_default();
        if self.tabs(|tabs| tabs.turn) != Some(turn) {
            return;
        }
        self.tabs(|tabs| tabs.leading = true);
        let (operations, _) = stored::read_all(records.iter().map(|(_, text)| text.as_str()));
        self.tell_loaded(operations);
        availability::tell_missing(self, self.connections);
        self.tell(Event::Leading(true));
        if visibility::is_visible() {
            self.tell(Event::Visible);
        }
        self.say(&Message::Leads(attention()));
    }

    /// Records from storage. Those that are being submitted belong to the tab that does it, as long as
    /// it lives.
    pub(super) fn tell_loaded(self, operations: Vec<Operation>) {
        let submitting = |o: &Operation| o.status == Status::Submitting;
        let (theirs, rest): (Vec<_>, Vec<_>) = operations.into_iter().partition(submitting);
        self.tell(Event::Loaded(rest));
        for operation in theirs {
            let id = operation.id.clone();
            self.tell(Event::ChangedElsewhere(Box::new(operation)));
            if self.leads() {
                self.await_submission(id);
            }
        }
    }
}
