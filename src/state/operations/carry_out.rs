//! Doing what the engine wants done, in its order: what must be stored before it is sent is.

use std::sync::Arc;

use image_console_core::{ApiError, ErrorKind, Request};
use image_console_operation::tabs::Message;
use image_console_operation::{Answer, Command, Event, Notice, Operation, stored};
use image_console_platform::AbortHandle;
use image_console_platform::store::{self, Store};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Operations;
use crate::state::{client, read_only};

impl Operations {
    pub(super) async fn carry_out(self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Save(operation) => self.save(*operation).await,
                Command::Show(_) => {}
                Command::Remove(id) => {
                    if let Err(error) = store::remove(Store::Operations, &id).await {
                        let _ = self.trouble.try_set(Some(error.to_string()));
                    }
                    self.say(&Message::Removed(id));
                }
                Command::Send { id, connection, request } => {
                    spawn_local(async move {
                        let answer = self.ask(&connection, &request, client::ACTION_TIMEOUT_MS).await;
                        self.tell(Event::Answered { id, answer });
                    });
                }
                Command::Poll { id, connection, request } => {
                    spawn_local(async move {
                        let answer = self.ask(&connection, &request, client::READ_TIMEOUT_MS).await;
                        if let Ok(answer) = &answer {
                            let _ = self.polled.try_set(Some((id.clone(), Arc::new(answer.clone()))));
                        }
                        self.tell(Event::PollAnswered { id, answer });
                    });
                }
                Command::WakeAt(at) => self.set_timer(Some(at)),
                Command::Sleep => self.set_timer(None),
                Command::Announce { id, notice } => {
                    self.announce(&id, notice.clone());
                    self.say(&Message::Told { id, notice });
                }
            }
        }
    }

    /// Tells the user of this tab; who polls for all also tells the one who looks at no tab.
    pub(super) fn announce(self, id: &str, notice: Notice) {
        let Some(operation) = self.peek(id) else { return };
        if self.leads() {
            self.notify(&operation, &notice);
        }
        let _ = self.news.try_update(|news| {
            let number = news.as_ref().map_or(0, |(n, _, _)| n + 1);
            *news = Some((number, operation, notice));
        });
    }

    async fn save(self, operation: Operation) {
        let Some(text) = stored::write(&operation) else { return };
        self.claim(&operation).await;
        if let Err(error) = store::put(Store::Operations, &operation.id, &text).await {
            let why = error.to_string();
            let _ = self.trouble.try_set(Some(why.clone()));
            self.tell(Event::SaveFailed { id: operation.id.clone(), why });
        } else if let Err(error) = store::persistent().await {
            // Kept as long as this page is open, and no longer.
            let _ = self.trouble.try_set(Some(error.to_string()));
            self.connections.note(Err(error));
        }
        self.saved(operation);
    }

    async fn ask(self, connection: &str, request: &Request, timeout_ms: u32) -> Answer {
        let Some(connected) = self.connections.peek(connection) else {
            let message = format!("The connection {connection} is not set up in this browser.");
            return Err(ApiError::without_answer(ErrorKind::NotSigned, message));
        };
        // Nobody gives up a submission: its answer matters even when the user has gone elsewhere.
        read_only::send(self.connections, &connected, request, timeout_ms, &AbortHandle::new()).await
    }
}
