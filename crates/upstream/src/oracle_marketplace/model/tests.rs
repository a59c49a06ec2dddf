use super::*;
use crate::decode::Lenient;
use crate::oracle_marketplace::testing::{fixture, head};
use crate::oracle_marketplace::{End, Status};
use image_console_core::time::Timestamp;
use image_console_operation::Progress;
use serde_json::json;

fn upload(text: &str) -> MachineImageUploadRequest {
    let value: Value = serde_json::from_str(text).expect("JSON");
    MachineImageUploadRequest::from_map(value.as_object().cloned().expect("an object"))
}

#[test]
fn the_documented_example_is_read_in_full() {
    let upload = upload(fixture!("status.response.json"));
    assert_eq!(upload.upload_request_id.text(), Some("2797087"));
    assert_eq!(upload.status().and_then(Status::end), Some(End::Success));
    assert_eq!(upload.created_date.value().map(|t| t.rfc3339()).as_deref(), Some("2018-06-12T04:28:50.001Z"));
    assert_eq!(upload.check_sum, Lenient::Absent);
    assert_eq!(upload.chunks(), Some(Progress { done: 75, total: Some(75), unit: "chunks".into() }));
    assert_eq!(upload.centers_completed(), Some((1, 1)));
    let center = upload.centers().next().expect("one");
    assert_eq!((center.percent(), center.marks()), (Some(100), vec![]));
    assert!(upload.unknown.is_empty() && center.unknown.is_empty());
}

#[test]
fn progress_is_chunks_while_some_are_missing_and_then_the_mean_of_the_data_centres() {
    let mut running = upload(fixture!("running.response.json"));
    assert_eq!(running.progress(), Some(Progress::percent(73)));
    assert_eq!(running.centers().nth(1).map(|c| c.marks()), Some(vec!["copy", "overwrite", "replica"]));
    running.pending_chunks = Lenient::Value(3);
    assert_eq!(running.progress(), Some(Progress { done: 12, total: Some(15), unit: "chunks".into() }));
    assert_eq!(upload("{}").progress(), None);
    assert_eq!(upload(r#"{"uploadedChunks":0,"pendingChunks":0}"#).progress(), None);
}

#[test]
fn ids_come_as_numbers_and_as_texts_and_odd_values_stay_visible() {
    assert_eq!(upload(r#"{"uploadRequestId":"8089067"}"#).upload_request_id.text(), Some("8089067"));
    let odd = upload(
        r#"{"uploadRequestId":{},"uploadedChunks":"many","surprise":1,"dataCenterImageUploadRequests":[7]}"#,
    );
    assert_eq!(odd.upload_request_id.wrong(), Some("{}"));
    assert_eq!(odd.uploaded_chunks.wrong(), Some("\"many\""));
    assert_eq!(odd.unknown.get("surprise"), Some(&json!(1)));
    assert_eq!(odd.centers().count(), 0);
}

#[test]
fn a_progress_that_is_no_percentage_is_shown_and_not_counted() {
    for (sent, percent) in [
        (json!("100%"), Some(100)),
        (json!(" 47 % "), Some(47)),
        (json!("47.9%"), Some(47)),
        (json!(47), Some(47)),
        (json!("147%"), None),
        (json!("-1%"), None),
        (json!("n/a"), None),
        (json!("%"), None),
        (json!(null), None),
    ] {
        let map = json!({"uploadProgress": sent}).as_object().cloned().expect("an object");
        assert_eq!(DataCenterImageUploadRequest::from_map(map).percent(), percent, "{sent}");
    }
}

#[test]
fn the_short_status_is_read_from_headers() {
    let status = ShortStatus::of(&head(
        200,
        &[
            ("X-Upload-Status", "Completed"),
            ("X-Created-Date", "Wed, 23 Mar 2016 06:13:46 GMT"),
            ("X-Last-Modified-Date", "yesterday"),
        ],
    ));
    assert_eq!(status.status.as_deref(), Some("Completed"));
    assert_eq!(status.created_date, Lenient::Value(Timestamp(1_458_713_626_000)));
    assert_eq!(status.last_modified_date, Lenient::Wrong("yesterday".into()));
}
