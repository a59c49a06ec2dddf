//! Small records of JSON text by key: operations, connections, settings.

use wasm_bindgen::JsValue;

use super::database;
use super::error::StorageError;

/// What kinds of records there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// Operations, by their id.
    Operations,
    /// Connections the user added, by their id.
    Connections,
    /// What the user set, by name.
    Settings,
}

impl Store {
    const fn name(self) -> &'static str {
        match self {
            Self::Operations => "operations",
            Self::Connections => "connections",
            Self::Settings => "settings",
        }
    }
}

/// Whether records survive a reload. When not, everything here still works until the page is
/// closed, and the error says why, for people.
///
/// # Errors
/// The reason why nothing is kept.
pub async fn persistent() -> Result<(), StorageError> {
    database::persistent().await
}

/// Waits until a storage that did not answer ([`StorageProblem::Slow`](super::error::StorageProblem::Slow))
/// does so after all. Returns whether it did: one that is refused never does.
pub async fn late() -> bool {
    database::late().await
}

/// Keeps a record; one of the same key is replaced. Returns when it is safely stored.
///
/// # Errors
/// `Full` when there is no room: the old record is still there then.
pub async fn put(store: Store, key: &str, json: &str) -> Result<(), StorageError> {
    database::put(store.name(), key, &JsValue::from_str(json)).await
}

/// One record.
///
/// # Errors
/// When the database cannot be read.
pub async fn get(store: Store, key: &str) -> Result<Option<String>, StorageError> {
    Ok(database::get(store.name(), key).await?.and_then(|value| value.as_string()))
}

/// All records with their keys, in the order of the keys.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(store: Store) -> Result<Vec<(String, String)>, StorageError> {
    let records = database::all(store.name()).await?;
    Ok(records.into_iter().filter_map(|(key, value)| Some((key, value.as_string()?))).collect())
}

/// Whether a store holds no record at all; cheaper than reading them.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_empty(store: Store) -> Result<bool, StorageError> {
    database::is_empty(store.name()).await
}

/// Removes a record; one that is not there is no error.
///
/// # Errors
/// When the database cannot be written.
pub async fn remove(store: Store, key: &str) -> Result<(), StorageError> {
    database::remove(store.name(), key).await
}

/// Removes all records of a store.
///
/// # Errors
/// When the database cannot be written.
pub async fn clear(store: Store) -> Result<(), StorageError> {
    database::clear(store.name()).await
}
