//! Imported keys in IndexedDB. The key itself is a WebCrypto key that nobody can read; what is
//! known about it is kept beside it.

use image_console_core::sorting;
use image_console_core::time::Timestamp;
use image_console_sign::{Curve, KeyKind};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::js::{object, property};
use crate::storage::database;
use crate::storage::error::StorageError;

const STORE: &str = "keys";

/// What is known about a stored key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyInfo {
    /// The id under which it is stored.
    pub id: String,
    /// What the user calls it.
    pub label: String,
    /// Kind and size.
    pub kind: KeyKind,
    /// MD5 of the SSH public key, `aa:bb:…`: how Triton names it (contract §2.1).
    pub fingerprint_md5: String,
    /// SHA-256 of the SSH public key, `SHA256:…`, as `ssh-keygen -l` prints it.
    pub fingerprint_sha256: String,
    /// MD5 of the public key's DER form: how Oracle Cloud Infrastructure names it.
    pub oci_fingerprint: String,
    /// The public key as one line, to be added to an account.
    pub ssh_public_key: String,
    /// When it was imported.
    pub imported_at: Timestamp,
}

/// A stored key, ready to sign.
#[derive(Debug, Clone)]
pub struct StoredKey {
    /// What is known about it.
    pub info: KeyInfo,
    /// The key: not extractable.
    pub key: CryptoKey,
}

/// Keeps a key; one of the same id is replaced.
///
/// # Errors
/// When the browser does not keep it, in words. Where it keeps nothing at all, the key stays until
/// the page is closed ([`store::persistent`](crate::store::persistent) tells).
pub async fn put(key: &StoredKey) -> Result<(), StorageError> {
    let about = serde_json::to_string(&About::from(&key.info)).unwrap_or_default();
    let record = object(&[("about", &JsValue::from_str(&about)), ("key", &key.key)]);
    database::put(STORE, &key.info.id, &record).await
}

/// A key by id.
///
/// # Errors
/// When the database cannot be read.
pub async fn get(id: &str) -> Result<Option<StoredKey>, StorageError> {
    let record = database::get(STORE, id).await?;
    Ok(record.and_then(|record| {
        let key: CryptoKey = property(&record, "key")?.dyn_into().ok()?;
        Some(StoredKey { info: info(id.to_owned(), &record)?, key })
    }))
}

/// What is known about all keys, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list() -> Result<Vec<KeyInfo>, StorageError> {
    let records = database::all(STORE).await?;
    let mut keys: Vec<KeyInfo> = records.into_iter().filter_map(|(id, record)| info(id, &record)).collect();
    sorting::sort_by(&mut keys, |a, b| a.imported_at.cmp(&b.imported_at));
    Ok(keys)
}

/// Removes a key for good; one that is not there is no error.
///
/// # Errors
/// When the database cannot be written.
pub async fn remove(id: &str) -> Result<(), StorageError> {
    database::remove(STORE, id).await
}

fn info(id: String, record: &JsValue) -> Option<KeyInfo> {
    let about: About = serde_json::from_str(&property(record, "about")?.as_string()?).ok()?;
    Some(KeyInfo {
        id,
        label: about.label,
        kind: kind_of(&about.kind, about.bits)?,
        fingerprint_md5: about.fingerprint_md5,
        fingerprint_sha256: about.fingerprint_sha256,
        oci_fingerprint: about.oci_fingerprint,
        ssh_public_key: about.ssh_public_key,
        imported_at: about.imported_at,
    })
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct About {
    label: String,
    kind: String,
    bits: u32,
    fingerprint_md5: String,
    fingerprint_sha256: String,
    oci_fingerprint: String,
    ssh_public_key: String,
    imported_at: Timestamp,
}

impl From<&KeyInfo> for About {
    fn from(info: &KeyInfo) -> Self {
        let (kind, bits) = match info.kind {
            KeyKind::Rsa { bits } => ("RSA", bits),
            KeyKind::Ecdsa { curve } => (curve.webcrypto_name(), 0),
        };
        Self {
            label: info.label.clone(),
            kind: kind.to_owned(),
            bits,
            fingerprint_md5: info.fingerprint_md5.clone(),
            fingerprint_sha256: info.fingerprint_sha256.clone(),
            oci_fingerprint: info.oci_fingerprint.clone(),
            ssh_public_key: info.ssh_public_key.clone(),
            imported_at: info.imported_at,
        }
    }
}

fn kind_of(name: &str, bits: u32) -> Option<KeyKind> {
    if name == "RSA" {
        return Some(KeyKind::Rsa { bits });
    }
    let curve = [Curve::P256, Curve::P384, Curve::P521].into_iter().find(|c| c.webcrypto_name() == name)?;
    Some(KeyKind::Ecdsa { curve })
}
