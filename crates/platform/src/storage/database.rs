//! Records of any JavaScript value by store and key, in IndexedDB, or in memory where the browser
//! refuses to keep anything.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction, IdbTransactionMode};

use super::error::StorageError;
use super::{memory, open, settled};

/// Whether records survive a reload; if not, why.
pub(crate) async fn persistent() -> Result<(), StorageError> {
    open::existing().await.map(|_| ())
}

/// Waits for a database that was given up; see [`open::late`].
pub(crate) async fn late() -> bool {
    open::late().await
}

/// Keeps records of any stores, all or none.
pub(super) async fn put_all(database: &IdbDatabase, records: &[memory::Record]) -> Result<(), StorageError> {
    let stores: Array = open::STORES.iter().map(|store| JsValue::from_str(store)).collect();
    let transaction =
        database.transaction_with_str_sequence_and_mode(&stores, IdbTransactionMode::Readwrite)?;
    for record in records {
        let key = JsValue::from_str(&record.key);
        transaction.object_store(record.store)?.put_with_key(&record.value, &key)?;
    }
    settled::transaction(&transaction).await
}

pub(crate) async fn put(store: &'static str, key: &str, value: &JsValue) -> Result<(), StorageError> {
    let key_value = JsValue::from_str(key);
    match begin(store, IdbTransactionMode::Readwrite).await? {
        None => memory::put(store, key, value),
        Some((transaction, records)) => {
            records.put_with_key(value, &key_value)?;
            settled::transaction(&transaction).await?;
        }
    }
    Ok(())
}

pub(crate) async fn get(store: &'static str, key: &str) -> Result<Option<JsValue>, StorageError> {
    match begin(store, IdbTransactionMode::Readonly).await? {
        None => Ok(memory::get(store, key)),
        Some((_, records)) => {
            let value = settled::request(&records.get(&JsValue::from_str(key))?).await?;
            Ok(Some(value).filter(|v| !v.is_undefined()))
        }
    }
}

/// All records of a store with their keys, in the order of the keys.
pub(crate) async fn all(store: &'static str) -> Result<Vec<(String, JsValue)>, StorageError> {
    let Some((_, records)) = begin(store, IdbTransactionMode::Readonly).await? else {
        return Ok(memory::all(store));
    };
    // Both are asked before either is awaited, so that they see the same state.
    let (keys, values) = (records.get_all_keys()?, records.get_all()?);
    let keys: Array = settled::request(&keys).await?.unchecked_into();
    let values: Array = if values.ready_state() == web_sys::IdbRequestReadyState::Done {
        values.result()?.unchecked_into()
    } else {
        settled::request(&values).await?.unchecked_into()
    };
    Ok(keys.iter().zip(values.iter()).filter_map(|(key, value)| Some((key.as_string()?, value))).collect())
}

pub(crate) async fn is_empty(store: &'static str) -> Result<bool, StorageError> {
    let Some((_, records)) = begin(store, IdbTransactionMode::Readonly).await? else {
        return Ok(memory::all(store).is_empty());
    };
    let count = settled::request(&records.count()?).await?;
    Ok(count.as_f64() == Some(0.0))
}

pub(crate) async fn remove(store: &'static str, key: &str) -> Result<(), StorageError> {
    match begin(store, IdbTransactionMode::Readwrite).await? {
        None => memory::remove(store, key),
        Some((transaction, records)) => {
            records.delete(&JsValue::from_str(key))?;
            settled::transaction(&transaction).await?;
        }
    }
    Ok(())
}

pub(crate) async fn clear(store: &'static str) -> Result<(), StorageError> {
    match begin(store, IdbTransactionMode::Readwrite).await? {
        None => memory::clear(store),
        Some((transaction, records)) => {
            records.clear()?;
            settled::transaction(&transaction).await?;
        }
    }
    Ok(())
}

type Begun = (IdbTransaction, IdbObjectStore);

/// A transaction over one store; `None` when there is only memory, or nothing to read.
async fn begin(store: &'static str, mode: IdbTransactionMode) -> Result<Option<Begun>, StorageError> {
    let opened = match mode {
        IdbTransactionMode::Readonly => open::existing().await,
        _ => open::database().await.map(Some),
    };
    let Ok(Some(database)) = opened else { return Ok(None) };
    if let Ok(transaction) = database.transaction_with_str_and_mode(store, mode) {
        return begun(transaction, store);
    }
    // The connection may have been closed since: one more attempt on a fresh one.
    open::forget();
    let Ok(database) = open::database().await else { return Ok(None) };
    begun(IdbDatabase::transaction_with_str_and_mode(&database, store, mode)?, store)
}

fn begun(transaction: IdbTransaction, store: &'static str) -> Result<Option<Begun>, StorageError> {
    let records = transaction.object_store(store)?;
    Ok(Some((transaction, records)))
}
