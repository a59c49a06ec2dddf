//! Which rows there are: those of all connections together, by name, as far as they fit the search.

use std::sync::Arc;

use image_console_core::route::InstancesView;
use image_console_core::{lower, sorting};
use image_console_upstream::cloud_foundry::model::ServiceInstance;
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use crate::pages::service_instances::words::named;
use crate::state::foundry::list::{InstanceLists, Listed};

/// One row: where it stands.
#[derive(Clone)]
pub struct Row {
    /// The connection's id.
    pub connection: Arc<str>,
    listed: Arc<Listed>,
    at: usize,
}

impl Row {
    /// What the API sent; nothing when the list is gone, which it is not.
    pub fn instance(&self) -> Option<&Lenient<ServiceInstance>> {
        self.listed.rows.get(self.at)
    }
}

/// The rows of the present view.
#[derive(Clone, Default)]
pub struct Rows {
    /// In the order shown.
    pub list: Arc<Vec<Row>>,
    /// How many were read.
    pub total: usize,
    of: Vec<(String, usize)>,
    /// Tells one state from the next.
    version: u64,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

impl Rows {
    /// How many were read of a connection; nothing while it has not answered.
    pub fn count_of(&self, connection: &str) -> Option<usize> {
        self.of.iter().find(|(id, _)| id == connection).map(|(_, count)| *count)
    }

    /// Tells one state from the next.
    pub fn version(&self) -> u64 {
        self.version
    }
}

/// The rows, anew with each page and each change of the search.
pub fn of(view: Memo<InstancesView>, lists: InstanceLists) -> Memo<Rows> {
    Memo::new(move |old: Option<&Rows>| {
        let view = view.get();
        let folded = lower(view.q.trim());
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut rows = Rows { version: old.map_or(1, |old| old.version + 1), ..Rows::default() };
        let mut found: Vec<(String, Row)> = Vec::new();
        for source in lists.sources.get() {
            let Some(listed) = source.query.value.get() else { continue };
            if listed.all_types != view.all_types {
                continue;
            }
            let id = source.id();
            let connection: Arc<str> = Arc::from(id.as_str());
            rows.total += listed.rows.len();
            rows.of.push((id, listed.rows.len()));
            for (at, instance) in listed.rows.iter().enumerate() {
                if fits(instance, &words) {
                    let row = Row { connection: Arc::clone(&connection), listed: Arc::clone(&listed), at };
                    found.push((name(instance), row));
                }
            }
        }
        sorting::sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
        rows.list = Arc::new(found.into_iter().map(|(_, row)| row).collect());
        rows
    })
}

fn name(instance: &Lenient<ServiceInstance>) -> String {
    instance.value().and_then(|i| i.name.text()).map(lower).unwrap_or_default()
}

/// Whether each word stands in one of the texts of a row.
fn fits(instance: &Lenient<ServiceInstance>, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let Some(instance) = instance.value() else { return false };
    let place = &instance.place;
    let texts = [
        instance.name.text(),
        instance.guid.text(),
        instance.type_.text(),
        named(place.organization.as_ref()),
        named(place.space.as_ref()),
        named(place.service_offering.as_ref()),
        named(place.service_plan.as_ref()),
    ];
    let state = instance.operation().map(|operation| lower(&operation.words())).unwrap_or_default();
    let texts: Vec<String> = texts.into_iter().flatten().map(lower).collect();
    words.iter().all(|word| state.contains(word) || texts.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_word_of_the_search_stands_somewhere_in_the_row() {
        let included = json!({
            "spaces": [{"guid": "s", "name": "prod", "relationships": {"organization": {"data": {"guid": "o"}}}}],
            "organizations": [{"guid": "o", "name": "Shop"}],
        });
        let map = json!({
            "guid": "c89b", "name": "Orders-DB", "type": "managed",
            "last_operation": {"type": "update", "state": "in progress"},
            "relationships": {"space": {"data": {"guid": "s"}}},
        });
        let map = map.as_object().cloned().unwrap_or_default();
        let row = Lenient::Value(ServiceInstance::from_map(map, &included));
        for (words, fit) in [
            (&["orders"][..], true),
            (&["shop", "prod"], true),
            (&["progress", "c89"], true),
            (&["shop", "test"], false),
        ] {
            assert_eq!(fits(&row, words), fit, "{words:?}");
        }
        assert!(fits(&Lenient::Wrong("7".into()), &[]) && !fits(&Lenient::Wrong("7".into()), &["7x"]));
    }
}
