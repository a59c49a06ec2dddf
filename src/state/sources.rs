//! One question to every connection of a kind. Each is asked by itself, so that one that fails costs only
//! its own rows.

use std::sync::Arc;

use image_console_core::config::Kind;
use leptos::prelude::*;

use super::connections::{Connected, Connections};
use super::query::Query;
use super::react::effect;

/// One connection's part: question `Q`, answer `T`. Copy: hand it to any view.
pub struct Source<Q: Send + Sync + 'static, T: Send + Sync + 'static> {
    id: StoredValue<String>,
    /// What it has answered.
    pub query: Query<T>,
    /// Whom and what it was asked last.
    asked: StoredValue<Option<(Arc<Connected>, Q)>>,
}

impl<Q: Send + Sync + 'static, T: Send + Sync + 'static> Clone for Source<Q, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Send + Sync + 'static, T: Send + Sync + 'static> Copy for Source<Q, T> {}

impl<Q: Clone + PartialEq + Send + Sync + 'static, T: Send + Sync + 'static> Source<Q, T> {
    /// The connection's id.
    #[must_use]
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// Whom to ask what. Nothing while the connection lacks credentials, and then nothing is under way:
    /// whoever has none is asked for them first, and then the question is asked.
    #[must_use]
    pub fn question(self) -> Option<(Arc<Connected>, Q)> {
        let asked = self.asked.get_value().filter(|(connected, _)| !connected.lacks_credentials());
        if asked.is_none() {
            self.query.cancel();
        }
        asked
    }
}

/// The parts of all connections of a kind, in their order; kept up as long as the owner lives. `chosen`
/// names the connections, none of them stands for all. `read` is called for each that is to be asked:
/// at first, and whenever the question, the connection or its credentials have changed.
#[must_use]
pub fn follow<Q: Clone + PartialEq + Send + Sync + 'static, T: Send + Sync + 'static>(
    connections: Connections,
    kind: Kind,
    question: Memo<Q>,
    chosen: Memo<Vec<String>>,
    read: impl Fn(Source<Q, T>) + 'static,
) -> RwSignal<Vec<Source<Q, T>>> {
    let sources: RwSignal<Vec<Source<Q, T>>> = RwSignal::new(Vec::new());
    let owner = Owner::current().unwrap_or_default();
    effect(move || {
        let (list, question, chosen) = (connections.list.get(), question.get(), chosen.get());
        let before = sources.get_untracked();
        let mut now: Vec<Source<Q, T>> = Vec::new();
        let wanted = |c: &&Arc<Connected>| {
            let connection = &c.connection;
            connection.kind() == kind && (chosen.is_empty() || chosen.contains(&connection.id))
        };
        for connected in list.iter().filter(wanted) {
            let id = &connected.connection.id;
            let known = before.iter().find(|source| source.id.with_value(|known| known == id)).copied();
            let source = known.unwrap_or_else(|| {
                owner.with(|| Source {
                    id: StoredValue::new(id.clone()),
                    query: Query::new(),
                    asked: StoredValue::new(None),
                })
            });
            now.push(source);
            let ask = (Arc::clone(connected), question.clone());
            if source.asked.with_value(|asked| asked.as_ref() != Some(&ask)) {
                source.asked.set_value(Some(ask));
                read(source);
            }
        }
        let left = |source: &&Source<Q, T>| now.iter().all(|s| s.id != source.id);
        before.iter().filter(left).for_each(|source| source.query.clear());
        if before.iter().map(|s| s.id).ne(now.iter().map(|s| s.id)) {
            sources.set(now);
        }
    });
    sources
}
