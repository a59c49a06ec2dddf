//! From a dialog's submit to an operation, exactly once. The dialog shows the outcome while it is
//! quick; what takes longer goes on in the Activity tray and frees the page. What was typed
//! survives a refusal.

use std::sync::Arc;

use image_console_core::{ApiError, Request};
use image_console_operation::{Operation, Status};
use image_console_platform::random;
use image_console_platform::timer::Timer;
use leptos::prelude::*;

use crate::state::operations::{Operations, use_operations};

/// How long a dialog waits for the outcome before it lets the user go on, in milliseconds.
const PATIENCE_MS: u32 = 3_000;

/// How far a dialog is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The user is filling it in.
    Editing,
    /// The request is on its way; a second press does nothing.
    Sending,
    /// The upstream refused; what was typed is still there.
    Refused(ApiError),
}

/// One dialog's submission.
#[derive(Clone, Copy)]
pub struct Submission {
    operations: Operations,
    /// The id of the operation that the next press starts. Made before the press, so that a double
    /// press is one operation.
    id: StoredValue<String>,
    /// The retry token of the same intent, for APIs that have such a thing.
    token: RwSignal<String>,
    /// How far the dialog is.
    pub phase: RwSignal<Phase>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl Submission {
    /// A submission that calls `on_done` when the dialog may close: the operation succeeded, runs
    /// on, or its outcome is unknown; its record is given.
    #[must_use]
    pub fn new(on_done: Callback<Arc<Operation>>) -> Self {
        let operations = use_operations();
        let phase = RwSignal::new(Phase::Editing);
        let this = Self {
            operations,
            id: StoredValue::new(random::uuid_v4().unwrap_or_default()),
            token: RwSignal::new(random::uuid_v4().unwrap_or_default()),
            phase,
            timer: StoredValue::new_local(None),
        };
        Effect::new(move |_| {
            if phase.get() != Phase::Sending {
                return;
            }
            let Some(operation) = this.id.with_value(|id| operations.get(id)) else { return };
            match &operation.status {
                Status::Submitting => {}
                Status::Failed => this.refused(&operation),
                _ => this.done(on_done, operation),
            }
        });
        // The timer needs the callback too, so it is armed here and started by `send`.
        Effect::new(move |_| {
            if phase.get() == Phase::Sending {
                let timer = Timer::after(PATIENCE_MS, move || {
                    let operation = this.id.try_with_value(|id| operations.peek(id)).flatten();
                    if let Some(operation) = operation {
                        this.done(on_done, operation);
                    }
                });
                this.timer.set_value(Some(timer));
            } else {
                this.timer.set_value(None);
            }
        });
        on_cleanup(move || {
            let _ = operations.attended.try_set(None);
        });
        this
    }

    /// The id for the operation that is about to be built.
    #[must_use]
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// The retry token for the request that is about to be built, with subscription. Every attempt
    /// of one intent sends the same; after a refusal the next press is another intent.
    #[must_use]
    pub fn token(self) -> String {
        self.token.get()
    }

    /// The operation that was started by the last press, with subscription.
    #[must_use]
    pub fn operation(self) -> Option<Arc<Operation>> {
        self.phase.track();
        self.id.with_value(|id| self.operations.get(id))
    }

    /// Whether the request is on its way.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.phase.get() == Phase::Sending)
    }

    /// The refusal, when the upstream refused.
    #[must_use]
    pub fn refusal(self) -> Signal<Option<ApiError>> {
        Signal::derive(move || match self.phase.get() {
            Phase::Refused(error) => Some(error),
            _ => None,
        })
    }

    /// Starts the operation. A press while one is on its way does nothing.
    pub fn send(self, operation: Operation, request: Request) {
        if self.phase.get_untracked() == Phase::Sending {
            return;
        }
        self.operations.attended.set(Some(operation.id.clone()));
        self.operations.submit(operation, request);
        self.phase.set(Phase::Sending);
    }

    fn done(self, on_done: Callback<Arc<Operation>>, operation: Arc<Operation>) {
        let _ = self.operations.attended.try_set(None);
        let _ = on_done.try_run(operation);
    }

    /// The next press is another intent: it gets an id and a token of its own.
    fn refused(self, operation: &Operation) {
        let error = operation.error.as_ref().map(ApiError::from);
        self.id.set_value(random::uuid_v4().unwrap_or_default());
        self.token.set(random::uuid_v4().unwrap_or_default());
        let unnamed =
            || ApiError::without_answer(image_console_core::ErrorKind::Refused, "The request was refused.");
        self.phase.set(Phase::Refused(error.unwrap_or_else(unnamed)));
    }
}
