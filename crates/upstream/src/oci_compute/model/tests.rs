//! The documented objects, and what a generator made of them.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::decode::Lenient;
use crate::oci::testing::fixture;

fn image(text: &str) -> Image {
    Image::from_map(serde_json::from_str(text).expect("an object"))
}

#[test]
fn every_documented_field_is_read() {
    let image = image(fixture!("export-image.json"));
    assert_eq!(image.wrong_fields(), []);
    assert_eq!(image.unknown.len(), 0);
    assert_eq!(image.lifecycle_state.text(), Some("EXPORTING"));
    assert_eq!(
        (&image.size_in_mbs, &image.billable_size_in_gbs),
        (&Lenient::Value(47_694), &Lenient::Value(6))
    );
    let options = image.launch_options.value().expect("launch options");
    assert_eq!((options.firmware.text(), options.unknown.len()), (Some("UEFI_64"), 0));
    assert_eq!(options.is_pv_encryption_in_transit_enabled, Lenient::Value(true));
    assert!(options.is_encryption_in_transit_enabled.is_absent());
    assert_eq!(image.freeform_tags.value().map(|t| t.len()), Some(1));
}

#[test]
fn the_generated_example_decodes_and_its_placeholders_are_shown_as_they_came() {
    let image = image(fixture!("export-image.generated.json"));
    assert_eq!(image.time_created.value().map(|t| t.rfc3339()).as_deref(), Some("1985-05-13T06:46:51.335Z"));
    assert_eq!(image.size_in_mbs, Lenient::Value(57_090_852));
    let wrong = image.wrong_fields();
    assert_eq!(wrong.len(), 8, "{wrong:?}");
    assert!(
        wrong.iter().all(|(name, text)| name.contains('.') && text.contains("Too many levels of nesting"))
    );
    assert_eq!(image.lifecycle_state.text(), Some("AVAILABLE"));
}

#[test]
fn what_nobody_documented_is_kept_and_what_is_null_is_absent() {
    let image = image(
        r#"{"id":"a","compartmentId":null,"lifecycleState":"NEW_WORD","colour":"red","sizeInMBs":-5,
        "timeCreated":"1944-02-17T00:13:30.973Z","launchOptions":{"tpm":true}}"#,
    );
    assert!(image.compartment_id.is_absent());
    assert_eq!(image.lifecycle_state.text(), Some("NEW_WORD"));
    assert_eq!(image.size_in_mbs, Lenient::Value(-5));
    assert_eq!(image.unknown.get("colour"), Some(&json!("red")));
    assert_eq!(image.launch_options.value().map(|o| o.unknown.len()), Some(1));
    assert_eq!(image.time_created.value().map(|t| t.day()).as_deref(), Some("17 Feb 1944"));
}

#[test]
fn a_work_request_has_its_percent_without_the_fraction() {
    let work = WorkRequest::from_map(serde_json::from_str(fixture!("work-request.json")).expect("an object"));
    assert_eq!((work.status.text(), &work.percent_complete), (Some("IN_PROGRESS"), &Lenient::Value(42)));
    let resources = work.resources.value().expect("resources");
    assert_eq!(resources[0].value().and_then(|r| r.action_type.text()), Some("IN_PROGRESS"));
    assert!(work.time_finished.is_absent());
    for (sent, read) in
        [(json!(99.9), Some(99)), (json!(100), Some(100)), (json!(-1), None), (json!("5"), None)]
    {
        let map = json!({ "percentComplete": sent }).as_object().cloned().expect("an object");
        assert_eq!(WorkRequest::from_map(map).percent_complete.value().copied(), read);
    }
}

proptest! {
    #[test]
    fn no_object_breaks_the_models(name in "(sizeInMBs|launchOptions|timeCreated|resources|percentComplete|id)", n in any::<f64>(), text in ".{0,9}") {
        for value in [json!(n), json!(text), json!([text]), json!({"value": n}), json!(null)] {
            let map = json!({ &name: value }).as_object().cloned().expect("an object");
            let _ = (Image::from_map(map.clone()).wrong_fields(), WorkRequest::from_map(map.clone()));
            let _ = (Compartment::from_map(map.clone()), Bucket::from_map(map));
        }
    }
}
