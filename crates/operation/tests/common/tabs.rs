//! A browser in miniature: several tabs, each with an engine of its own, one storage, the locks, and
//! messages that arrive late. What the tabs do here is what `src/state/operations/tabs.rs` does.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use image_console_core::time::Timestamp;
use image_console_operation::tabs::Message;
use image_console_operation::{Answer, Command, Engine, Event, Operation, Status, stored};

use super::{START, follower};

pub struct Tab {
    pub engine: Engine,
    pub timer: Option<Timestamp>,
    pub sending: BTreeSet<String>,
    pub asking: BTreeSet<String>,
    /// Submissions of others that this tab waits for.
    awaited: BTreeSet<String>,
    pub inbox: VecDeque<String>,
}

pub struct Browser {
    pub now: Timestamp,
    pub tabs: Vec<Tab>,
    pub leader: usize,
    pub store: BTreeMap<String, String>,
    /// Which tab holds the lock of a submission.
    locks: BTreeMap<String, usize>,
    /// What was sent, by operation.
    pub sent: BTreeMap<String, usize>,
    pub polls: BTreeMap<String, Vec<Timestamp>>,
    /// How often a leader went with a question under way, of which the next one knows nothing.
    pub lost: usize,
}

impl Browser {
    pub fn new(count: usize) -> Self {
        let mut browser = Self {
            now: START,
            tabs: Vec::new(),
            leader: 0,
            store: BTreeMap::new(),
            locks: BTreeMap::new(),
            sent: BTreeMap::new(),
            polls: BTreeMap::new(),
            lost: 0,
        };
        for at in 0..count {
            browser.tabs.push(fresh());
            browser.tell(at, Event::Leading(at == 0));
        }
        browser
    }

    fn stored(&self) -> Vec<Operation> {
        self.store.values().map(|text| stored::read(text).expect("stored")).collect()
    }

    pub fn status(&self, id: &str) -> Option<Status> {
        self.store.get(id).map(|text| stored::read(text).expect("stored").status)
    }

    /// Tells a tab's engine and carries out what it wants.
    pub fn tell(&mut self, at: usize, event: Event) {
        if let Event::CheckNow(id) = &event
            && at != self.leader
        {
            self.post(at, &Message::Check(id.clone()));
        }
        let commands = self.tabs[at].engine.step(event, self.now);
        for command in commands {
            self.carry_out(at, command);
        }
    }

    fn carry_out(&mut self, at: usize, command: Command) {
        match command {
            Command::Save(operation) => self.save(at, *operation),
            Command::Send { id, .. } => {
                let others = self.tabs.iter().filter(|tab| tab.sending.contains(&id)).count();
                assert_eq!(others, 0, "{id} is being sent by another tab");
                assert_eq!(self.locks.get(&id), Some(&at), "{id} is sent without its lock");
                self.tabs[at].sending.insert(id.clone());
                *self.sent.entry(id).or_default() += 1;
            }
            Command::Poll { id, .. } => {
                assert_eq!(at, self.leader, "only the leader asks");
                let others = self.tabs.iter().filter(|tab| tab.asking.contains(&id)).count();
                assert_eq!(others, 0, "two polls of {id} overlap");
                self.tabs[at].asking.insert(id.clone());
                self.polls.entry(id).or_default().push(self.now);
            }
            Command::WakeAt(when) => self.tabs[at].timer = Some(when),
            Command::Sleep => self.tabs[at].timer = None,
            Command::Remove(id) => {
                self.store.remove(&id);
                self.post(at, &Message::Removed(id));
            }
            Command::Announce { id, notice } => self.post(at, &Message::Told { id, notice }),
            Command::Show(_) => {}
        }
    }

    fn save(&mut self, at: usize, operation: Operation) {
        let id = operation.id.clone();
        let submitting = operation.status == Status::Submitting;
        if submitting && self.tabs[at].engine.submits(&id) {
            self.locks.entry(id.clone()).or_insert(at);
        }
        self.store.insert(id.clone(), stored::write(&operation).expect("written"));
        self.post(at, &Message::Saved(Box::new(operation)));
        if !submitting && self.locks.get(&id) == Some(&at) {
            self.locks.remove(&id);
            self.grant(&id);
        }
    }

    /// A lock is free: the leader that waits for it looks what became of the submission.
    fn grant(&mut self, id: &str) {
        let leader = self.leader;
        if self.locks.contains_key(id) || !self.tabs[leader].awaited.remove(id) {
            return;
        }
        let Some(text) = self.store.get(id) else { return };
        let operation = stored::read(text).expect("stored");
        if operation.status == Status::Submitting {
            self.locks.insert(id.to_owned(), leader);
            self.tell(leader, Event::Loaded(vec![operation]));
        } else {
            self.tell(leader, Event::ChangedElsewhere(Box::new(operation)));
        }
    }

    fn wait_for(&mut self, at: usize, id: &str) {
        if !self.tabs[at].engine.submits(id) {
            self.tabs[at].awaited.insert(id.to_owned());
            self.grant(id);
        }
    }

    fn post(&mut self, from: usize, message: &Message) {
        let text = message.write().expect("written");
        for (at, tab) in self.tabs.iter_mut().enumerate() {
            if at != from {
                tab.inbox.push_back(text.clone());
            }
        }
    }

    /// The next message arrives.
    pub fn deliver(&mut self, at: usize) {
        let Some(text) = self.tabs[at].inbox.pop_front() else { return };
        match Message::read(&text).expect("a message") {
            Message::Saved(operation) => {
                let waits = operation.status == Status::Submitting && at == self.leader;
                let id = operation.id.clone();
                self.tell(at, Event::ChangedElsewhere(operation));
                if waits {
                    self.wait_for(at, &id);
                }
            }
            Message::Removed(id) => self.tell(at, Event::RemovedElsewhere(id)),
            Message::Check(id) if at == self.leader => self.tell(at, Event::CheckNow(id)),
            _ => {}
        }
    }

    pub fn answer(&mut self, at: usize, id: &str, answer: Answer) {
        if self.tabs[at].sending.remove(id) {
            self.tell(at, Event::Answered { id: id.to_owned(), answer });
        }
    }

    pub fn poll_answer(&mut self, at: usize, id: &str, answer: Answer) {
        if self.tabs[at].asking.remove(id) {
            self.tell(at, Event::PollAnswered { id: id.to_owned(), answer });
        }
    }

    /// Whether another tab submits it: a tab that wants to as well waits for the lock first.
    pub fn is_claimed(&self, at: usize, id: &str) -> bool {
        self.locks.get(id).is_some_and(|tab| *tab != at)
    }

    /// Time passes, and timers go off.
    pub fn pass(&mut self, milliseconds: i64) {
        self.now = Timestamp(self.now.0 + milliseconds);
        for at in 0..self.tabs.len() {
            if self.tabs[at].timer.is_some_and(|when| when <= self.now) {
                self.tabs[at].timer = None;
                self.tell(at, Event::Tick);
            }
        }
    }

    /// The leader passes on, unless a question is under way.
    pub fn pass_on(&mut self, to: usize) {
        if to == self.leader || self.tabs[self.leader].engine.is_asking() {
            return;
        }
        let from = self.leader;
        self.tell(from, Event::Leading(false));
        self.tabs[from].awaited.clear();
        self.lead(to);
    }

    /// A tab gets the lock, and reads what is stored.
    fn lead(&mut self, at: usize) {
        self.leader = at;
        let (theirs, rest): (Vec<_>, Vec<_>) =
            self.stored().into_iter().partition(|o| o.status == Status::Submitting);
        self.tell(at, Event::Loaded(rest));
        for operation in theirs {
            let id = operation.id.clone();
            self.tell(at, Event::ChangedElsewhere(Box::new(operation)));
            self.wait_for(at, &id);
        }
        self.tell(at, Event::Leading(true));
    }

    /// A tab dies without a word, and the user opens another, which knows only what is stored.
    pub fn kill(&mut self, at: usize) {
        if !self.tabs[at].asking.is_empty() {
            self.lost += 1;
        }
        self.tabs[at] = fresh();
        let free: Vec<_> =
            self.locks.iter().filter(|(_, tab)| **tab == at).map(|(id, _)| id.clone()).collect();
        self.locks.retain(|_, tab| *tab != at);
        let leads = at == self.leader;
        self.tell(at, Event::Leading(false));
        for operation in self.stored() {
            if operation.status == Status::Submitting {
                self.tell(at, Event::ChangedElsewhere(Box::new(operation)));
            } else {
                self.tell(at, Event::Loaded(vec![operation]));
            }
        }
        if leads {
            self.lead((at + 1) % self.tabs.len());
        }
        for id in free {
            self.grant(&id);
        }
    }
}

fn fresh() -> Tab {
    Tab {
        engine: Engine::new(follower::followers()),
        timer: None,
        sending: BTreeSet::new(),
        asking: BTreeSet::new(),
        awaited: BTreeSet::new(),
        inbox: VecDeque::new(),
    }
}
