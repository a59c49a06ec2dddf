//! Images in storage, by their path without a container in front (section 3.7).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::centre::CENTRES;
use super::upload::Upload;
use crate::time;

/// An image as one data centre has it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Bytes.
    pub size: u64,
    /// When it came there.
    pub modified: i64,
    /// Whether it is a replica.
    pub replica: bool,
}

/// An image in storage.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The upload that brought it.
    pub upload: i64,
    /// Its path with the container, as `imageFilePath`.
    pub path: String,
    /// File name, version, operating system, application.
    pub names: [String; 4],
    /// The data centres that have it, by index.
    pub places: BTreeMap<usize, Place>,
}

/// All images in storage.
#[derive(Debug, Default)]
pub struct Storage(BTreeMap<String, Stored>);

impl Storage {
    /// An image by its path, with or without a container in front.
    pub fn get(&self, path: &str) -> Option<&Stored> {
        self.0.get(key(path))
    }

    /// Puts an upload's image into a data centre.
    pub fn put(&mut self, upload: &Upload, centre: usize, place: Place) {
        let path = upload.text("imageFilePath");
        if path.is_empty() {
            return;
        }
        let names = ["fileName", "version", "operatingSystem", "application"]
            .map(|name| upload.text(name).to_owned());
        let new = || Stored { upload: upload.id, path: path.to_owned(), names, places: BTreeMap::new() };
        let stored = self.0.entry(key(path).to_owned()).or_insert_with(new);
        stored.upload = upload.id;
        stored.places.insert(centre, place);
    }

    /// Takes an image out of some data centres.
    pub fn remove(&mut self, path: &str, centres: &[usize]) {
        let key = key(path);
        if let Some(stored) = self.0.get_mut(key) {
            stored.places.retain(|at, _| !centres.contains(at));
            if stored.places.is_empty() {
                self.0.remove(key);
            }
        }
    }

    /// All images that a data centre has.
    pub fn at(&self, centre: usize) -> impl Iterator<Item = &Stored> {
        self.0.values().filter(move |stored| stored.places.contains_key(&centre))
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl Stored {
    /// The answer to a question for its availability.
    pub fn availability(&self) -> Value {
        let statuses = CENTRES.iter().enumerate().map(|(at, (name, region))| match self.places.get(&at) {
            None => json!({"dataCenterName": name, "region": region, "isAvailable": false}),
            Some(place) => json!({
                "dataCenterName": name, "region": region, "isAvailable": true,
                "size": place.size.to_string(), "lastModifiedDate": time::iso(place.modified),
                "replica": place.replica,
            }),
        });
        let statuses: Vec<_> = statuses.collect();
        let [file, version, system, application] = &self.names;
        json!({
            "fileName": file, "version": version, "operatingSystem": system, "application": application,
            "path": self.path, "storageDataCenterImageStatuses": statuses,
        })
    }
}

/// The part from `mi/` on.
fn key(path: &str) -> &str {
    let path = path.trim_matches('/');
    if path.starts_with("mi/") {
        return path;
    }
    path.find("/mi/").and_then(|at| path.get(at + 1..)).unwrap_or(path)
}
