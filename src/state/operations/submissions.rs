//! Whose a submission is. The tab in which the user pressed holds a lock until the outcome is stored; the
//! one that polls for all waits for that lock, and so learns when the tab is gone before the answer came.

use image_console_operation::tabs::Message;
use image_console_operation::{Event, Operation, Status, stored};
use image_console_platform::leader;
use image_console_platform::store::{self, Store};
use leptos::task::spawn_local;

use super::Operations;

/// The lock of one submission.
fn submission(id: &str) -> String {
    format!("image-console submission {id}")
}

impl Operations {
    /// Waits until the tab that submits is done or gone; in the latter case this one finds out what
    /// became of it.
    pub(super) fn await_submission(self, id: String) {
        let mine = self.engine(|engine| engine.submits(&id)).unwrap_or(true);
        let known = self.tabs(|tabs| tabs.awaited.contains(&id)).unwrap_or(true);
        if mine || known {
            return;
        }
        self.tabs(|tabs| tabs.awaited.push(id.clone()));
        spawn_local(async move {
            let lock = leader::hold(&submission(&id)).await;
            self.tabs(|tabs| tabs.awaited.retain(|awaited| *awaited != id));
            if !self.leads() {
                return;
            }
            let record = store::get(Store::Operations, &id).await.ok().flatten();
            let Some(operation) = record.and_then(|text| stored::read(&text).ok()) else { return };
            if operation.status == Status::Submitting {
                self.tabs(|tabs| tabs.submissions.push((id, lock)));
                self.tell(Event::Loaded(vec![operation]));
            } else {
                self.tell(Event::ChangedElsewhere(Box::new(operation)));
            }
        });
    }

    /// Claims a submission before anything of it is stored.
    pub(super) async fn claim(self, operation: &Operation) {
        let id = &operation.id;
        let mine = self.engine(|engine| engine.submits(id)).unwrap_or_default();
        let held = self.tabs(|tabs| tabs.submissions.iter().any(|(held, _)| held == id)).unwrap_or(true);
        if operation.status == Status::Submitting && mine && !held {
            let lock = leader::hold(&submission(id)).await;
            self.tabs(|tabs| tabs.submissions.push((id.clone(), lock)));
        }
    }

    /// A record is stored: the others are told, and a submission that is over is nobody's any more.
    pub(super) fn saved(self, operation: Operation) {
        let over = operation.status != Status::Submitting;
        let id = operation.id.clone();
        self.say(&Message::Saved(Box::new(operation)));
        if over {
            self.tabs(|tabs| tabs.submissions.retain(|(held, _)| *held != id));
        }
    }
}
