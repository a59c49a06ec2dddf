//! Uploads with one field each of a value that no document allows, or none expects.

use serde_json::{Value, json};

/// The uploads.
pub fn uploads() -> Vec<Value> {
    let rows = |progress: Value| {
        json!([{
            "dataCenterName": "EM2 COMMERCIAL TEAK", "statusName": "In Progress", "uploadProgress": progress,
            "region": "EM2 Commercial Teak", "lastUpdatedDate": "2024-03-05T10:21:02.001Z",
        }])
    };
    let fields = [
        ("uploadRequestId", json!("8500001")),
        ("uploadRequestId", json!(9_007_199_254_740_993_i64)),
        ("uploadRequestId", json!(i64::MAX)),
        ("statusName", json!(null)),
        ("statusName", json!(4)),
        ("uploadedChunks", json!(9_007_199_254_740_993_i64)),
        ("uploadedChunks", json!(-1)),
        ("uploadedChunks", json!("12")),
        ("pendingChunks", json!(4_294_967_296_i64)),
        ("pendingChunks", json!(null)),
        ("createdDate", json!(1_528_777_730_001_i64)),
        ("lastModifiedDate", json!("yesterday")),
        ("lastModifiedDate", json!("9999-12-31T23:59:59.999Z")),
        ("overwriteStorageFile", json!("true")),
        ("createdBy", json!({"name": "John Doe"})),
        ("fileName", json!(null)),
        ("imageFilePath", json!(["a", "b"])),
        ("dataCenterImageUploadRequests", json!(null)),
        ("dataCenterImageUploadRequests", json!({"US2": "100%"})),
        ("dataCenterImageUploadRequests", json!([null, "US2", 7, {}])),
        ("dataCenterImageUploadRequests", rows(json!(47))),
        ("dataCenterImageUploadRequests", rows(json!("1000000000000%"))),
        ("dataCenterImageUploadRequests", rows(json!("-5%"))),
        ("dataCenterImageUploadRequests", rows(json!("47.5 %"))),
        ("dataCenterImageUploadRequests", rows(json!(null))),
    ];
    let made = fields.into_iter().zip(8_500_000_i64..).map(|((field, value), id)| {
        let mut upload = json!({"uploadRequestId": id, "application": format!("wild-{field}-{id}"), "statusName": "In Progress"});
        if let Some(fields) = upload.as_object_mut() {
            fields.insert(field.into(), value);
        }
        upload
    });
    made.collect()
}
