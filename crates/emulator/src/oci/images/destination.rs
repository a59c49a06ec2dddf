//! Where an export goes and an import comes from: two shapes, told apart by one word (section 4.3).

use serde_json::{Map, Value};

use crate::oci::REALM_DOMAIN;
use crate::oci::accounts::NAMESPACE;
use crate::oci::body;
use crate::oci::problem::Problem;
use crate::oci::store::Region;
use crate::wire::query;

/// Reads the place of an object as `bucket/object` and checks that it can be used. `kind` and `uri`
/// are the names that the two words have in this call.
pub fn read(body: &Map<String, Value>, kind: &str, uri: &str, region: &Region) -> Result<String, Problem> {
    match body::required(body, kind)? {
        "objectStorageTuple" => {
            let namespace = body::required(body, "namespaceName")?;
            let (bucket, object) = (body::required(body, "bucketName")?, body::required(body, "objectName")?);
            checked(namespace, bucket, object, region)
        }
        "objectStorageUri" => from_uri(body::required(body, uri)?, region),
        other => Err(Problem::invalid(format!("{kind} has no value '{other}'."))),
    }
}

fn checked(namespace: &str, bucket: &str, object: &str, region: &Region) -> Result<String, Problem> {
    if namespace != NAMESPACE || !region.has_bucket(bucket) {
        return Err(Problem::related(&format!("bucket {bucket} in namespace {namespace}")));
    }
    Ok(format!("{bucket}/{object}"))
}

/// `https://objectstorage.{region}.{realm}[/p/{token}]/n/{namespace}/b/{bucket}/o/{object}`
fn from_uri(uri: &str, region: &Region) -> Result<String, Problem> {
    let malformed = || Problem::invalid("The address is not one of an object in object storage.");
    let rest = uri.strip_prefix("https://").ok_or_else(malformed)?;
    let (host, path) = rest.split_once('/').ok_or_else(malformed)?;
    let is_storage = host.starts_with("objectstorage.") && host.ends_with(REALM_DOMAIN);
    let (token, path) = match path.strip_prefix("p/") {
        Some(rest) => rest.split_once('/').map(|(token, path)| (Some(token), path)).ok_or_else(malformed)?,
        None => (None, path),
    };
    let mut parts = path.splitn(6, '/').map(query::segment);
    let mut next = || parts.next().filter(|part| !part.is_empty()).ok_or_else(malformed);
    let (n, namespace, b, bucket, o, object) = (next()?, next()?, next()?, next()?, next()?, next()?);
    if !is_storage || (n.as_str(), b.as_str(), o.as_str()) != ("n", "b", "o") {
        return Err(malformed());
    }
    if token.is_some_and(|token| token.contains("expired") || token.contains("readonly")) {
        return Err(Problem::related("the pre-authenticated request"));
    }
    // Another region's buckets are not looked at from here.
    if !host.contains(region.name) {
        return Ok(format!("{bucket}/{object}"));
    }
    checked(&namespace, &bucket, &object, region)
}
