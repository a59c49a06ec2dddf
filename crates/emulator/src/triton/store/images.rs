//! The images of a datacenter in the order of a list: `published_at` ascending, what was never
//! published at the end.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::record::Record;
use crate::Uuid;

type Place = (i64, u64);

/// The store.
#[derive(Debug, Default)]
pub struct Images {
    ordered: BTreeMap<Place, Record>,
    places: HashMap<Uuid, Place>,
    count: u64,
}

impl Images {
    /// Adds an image, or replaces the one with its id.
    pub fn put(&mut self, record: Record) {
        let known = self.places.get(&record.parts.id).copied();
        if let Some(place) = known {
            self.ordered.remove(&place);
        }
        let number = known.map_or(self.count, |(_, number)| number);
        self.count += 1;
        let place = (record.parts.published.unwrap_or(i64::MAX), number);
        self.places.insert(record.parts.id, place);
        self.ordered.insert(place, record);
    }

    /// By id.
    pub fn get(&self, id: Uuid) -> Option<&Record> {
        self.ordered.get(self.places.get(&id)?)
    }

    /// Takes one out.
    pub fn remove(&mut self, id: Uuid) -> Option<Record> {
        self.ordered.remove(&self.places.remove(&id)?)
    }

    /// Changes the stored object; none when there is no such image.
    pub fn update(&mut self, id: Uuid, change: impl FnOnce(&mut Map<String, Value>)) -> Option<()> {
        let record = self.get(id)?;
        let mut value = record.value();
        change(&mut value);
        let mut next = Record::from_value(&value)?;
        next.role_tags = record.role_tags.clone();
        self.put(next);
        Some(())
    }

    /// All, in the order of a list.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        self.ordered.values()
    }

    /// Ids of the images whose origin this one is.
    pub fn dependents(&self, id: Uuid) -> Vec<Uuid> {
        self.iter().filter(|record| record.parts.origin == Some(id)).map(|record| record.parts.id).collect()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ordered.len()
    }
}
