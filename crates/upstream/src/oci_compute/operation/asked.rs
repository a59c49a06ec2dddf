//! What was asked, read back from the operation itself: this survives a reload and a repetition.

use image_console_operation::Operation;
use serde_json::Value;

use crate::oci::par;

/// The image that is exported.
pub(super) fn image(operation: &Operation) -> &str {
    operation.resource.id.as_deref().unwrap_or_default()
}

/// Where the export goes, in words; from the request, so without secrets.
pub(super) fn destination(operation: &Operation) -> Option<String> {
    let body: Value = serde_json::from_str(operation.request.as_ref()?.body.as_deref()?).ok()?;
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    if let Some(uri) = text("destinationUri") {
        return Some(par::mask(uri));
    }
    let (namespace, bucket, object) = (text("namespaceName")?, text("bucketName")?, text("objectName")?);
    Some(format!("object {object} in bucket {bucket} of namespace {namespace}"))
}
