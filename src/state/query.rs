//! A fetched value on signals: a newer question aborts the older one, late answers are dropped,
//! and the last good value stays beside an error.
//!
//! `LocalResource` is not used where the key can change: in Leptos 0.8 it lets the old request run
//! to its end and shows its stale value first.

use std::future::Future;
use std::sync::Arc;

use image_console_core::ApiError;
use image_console_core::time::Timestamp;
use image_console_platform::AbortHandle;
use image_console_platform::clock;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is known of a fetched value at the moment. Copy: hand it to any view.
pub struct Query<T: Send + Sync + 'static> {
    /// The last good value.
    pub value: RwSignal<Option<Arc<T>>>,
    /// When that value arrived.
    pub at: RwSignal<Option<Timestamp>>,
    /// What went wrong with the newest question.
    pub error: RwSignal<Option<ApiError>>,
    /// Whether a question is under way.
    pub loading: RwSignal<bool>,
    running: StoredValue<(u64, Option<AbortHandle>), LocalStorage>,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Query<T> {}

impl<T: Send + Sync + 'static> Query<T> {
    /// A value nobody has asked for yet. The request under way is aborted with its owner.
    #[must_use]
    pub fn new() -> Self {
        let query = Self {
            value: RwSignal::new(None),
            at: RwSignal::new(None),
            error: RwSignal::new(None),
            loading: RwSignal::new(false),
            running: StoredValue::new_local((0, None)),
        };
        on_cleanup(move || query.abort());
        query
    }

    /// Forgets the value, because the key changed.
    pub fn clear(&self) {
        self.abort();
        let _ = self.value.try_set(None);
        let _ = self.at.try_set(None);
        let _ = self.error.try_set(None);
    }

    /// Gives up the question that is under way; what was known stays.
    pub fn cancel(&self) {
        self.abort();
        let _ = self.loading.try_set(false);
    }

    /// Asks; an older question is aborted.
    pub fn ask<F>(&self, question: impl FnOnce(AbortHandle) -> F)
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        self.abort();
        let abort = AbortHandle::new();
        let mut turn = 0;
        self.running.update_value(|running| {
            turn = running.0 + 1;
            *running = (turn, Some(abort.clone()));
        });
        let _ = self.loading.try_set(true);
        let answer = question(abort);
        let query = *self;
        spawn_local(async move {
            let answer = answer.await;
            if query.running.try_with_value(|running| running.0 == turn) != Some(true) {
                return;
            }
            match answer {
                Ok(value) => {
                    let _ = query.value.try_set(Some(Arc::new(value)));
                    let _ = query.at.try_set(Some(clock::now()));
                    let _ = query.error.try_set(None);
                }
                Err(error) => {
                    let _ = query.error.try_set(Some(error));
                }
            }
            let _ = query.loading.try_set(false);
        });
    }

    fn abort(&self) {
        let _ = self.running.try_update_value(|running| {
            running.0 += 1;
            if let Some(abort) = running.1.take() {
                abort.abort();
            }
        });
    }
}

impl<T: Send + Sync + 'static> Default for Query<T> {
    fn default() -> Self {
        Self::new()
    }
}
