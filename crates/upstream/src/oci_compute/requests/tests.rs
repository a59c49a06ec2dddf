//! Each call as it stands on the wire, and the documented answers.

use image_console_core::{Method, Request, Service};
use serde_json::{Value, json};

use super::*;
use crate::oci::Guard;
use crate::oci::filter::Filter;
use crate::oci::testing::{answer, fixture, problem, with};
use crate::oci::{Meta, paging};
use crate::oci_compute::IMAGE_PARAMS;

const ID: &str = "ocid1.image.oc1.iad.aaaaaaaaq3xv";
const COMPARTMENT: &str = "ocid1.compartment.oc1..aaaaaaaa4x";

fn asks(request: &Request, service: Service, target: &str) {
    assert_eq!((request.method, request.service, request.target.as_str()), (Method::Get, service, target));
    assert_eq!(request.body, None);
}

#[test]
fn a_list_sends_its_filters_and_pages_by_header() {
    let given = [
        ("operatingSystem", "Oracle Linux"),
        ("sortOrder", "desc"),
        ("shape", "VM.Standard.E4.Flex"),
        ("lifecycleState", "available"),
        ("sortBy", "TIMECREATED"),
        ("displayName", "café+1"),
        ("operatingSystemVersion", "8"),
    ];
    let (filter, errors) = Filter::parse(IMAGE_PARAMS, given);
    assert_eq!(errors, []);
    let request = list_images(COMPARTMENT, &filter);
    asks(
        &request,
        Service::Compute,
        "/20160918/images?compartmentId=ocid1.compartment.oc1..aaaaaaaa4x&limit=100&displayName=caf%C3%A9%2B1&operatingSystem=Oracle%20Linux&operatingSystemVersion=8&shape=VM.Standard.E4.Flex&lifecycleState=AVAILABLE&sortBy=TIMECREATED&sortOrder=DESC",
    );
    let response = with(answer(200, fixture!("list-images.json")), "opc-next-page", "AAAAAAAAAAE3x0");
    let images = parse_images(&response).expect("a list");
    assert_eq!(images[0].value().and_then(|i| i.display_name.text()), Some("ol8-web-2024-03"));
    let next = paging::next(&request, &response).expect("a second page");
    assert!(next.target.ends_with("&page=AAAAAAAAAAE3x0"), "{}", next.target);
}

#[test]
fn an_export_to_a_bucket_is_the_documented_request() {
    let destination = Destination::Tuple {
        namespace_name: "axaxnpcrorw5".into(),
        bucket_name: "image-exports".into(),
        object_name: "ol8-web-2024-03.vdi".into(),
    };
    let guard =
        Guard { if_match: Some("7d7e0a2c"), retry_token: Some("5f0d6f3a-8e4c-4f0b-9a57-0c7d2c0be1a4") };
    let request = export_image(ID, &destination, Some(ExportFormat::Vdi), guard);
    assert_eq!((request.method, request.service), (Method::Post, Service::Compute));
    assert_eq!(request.target, "/20160918/images/ocid1.image.oc1.iad.aaaaaaaaq3xv/actions/export");
    assert_eq!(request.headers.get("opc-retry-token"), Some("5f0d6f3a-8e4c-4f0b-9a57-0c7d2c0be1a4"));
    assert_eq!(request.headers.get("if-match"), Some("7d7e0a2c"));
    assert_eq!(request.headers.get("content-type"), Some("application/json"));
    let body: Value = serde_json::from_str(request.body.as_deref().unwrap_or_default()).expect("JSON");
    assert_eq!(
        body,
        json!({"destinationType":"objectStorageTuple","namespaceName":"axaxnpcrorw5","bucketName":"image-exports",
            "objectName":"ol8-web-2024-03.vdi","exportFormat":"VDI"})
    );
}

#[test]
fn an_export_by_url_knows_its_secret_and_leaves_the_default_format_to_the_service() {
    let uri = "https://objectstorage.us-ashburn-1.oraclecloud.com/p/hush/n/ns/b/b/o/ol8.oci";
    let destination = Destination::Uri(uri.into());
    assert_eq!(destination.body(None), json!({"destinationType": "objectStorageUri", "destinationUri": uri}));
    assert_eq!(destination.secret(), Some("hush"));
    assert!(!format!("{:?}", destination.facts()).contains("hush"));
    let plain = Destination::Uri(uri.replace("/p/hush", ""));
    assert_eq!(plain.secret(), None);
    let request = export_image(ID, &plain, None, Guard::default());
    assert_eq!((request.headers.get("if-match"), request.headers.get("opc-retry-token")), (None, None));
}

#[test]
fn every_format_has_a_word_a_meaning_and_an_extension() {
    let words: Vec<_> = ExportFormat::ALL.iter().map(|f| f.word()).collect();
    assert_eq!(words, ["OCI", "QCOW2", "VDI", "VHD", "VMDK"]);
    for format in ExportFormat::ALL {
        assert_eq!(ExportFormat::parse(format.word()), Some(format));
        assert!(format.meaning().len() > 20 && format.extension().starts_with('.'));
    }
}

#[test]
fn the_answer_to_an_export_names_its_work_request() {
    let response = with(answer(200, fixture!("export-image.json")), "etag", "8a1f33d0");
    let response = with(response, "opc-work-request-id", "ocid1.coreservicesworkrequest.oc1.iad.abuwcljr7m");
    let meta = Meta::of(&response);
    assert_eq!(meta.etag.as_deref(), Some("8a1f33d0"));
    assert_eq!(meta.work_request_id.as_deref(), Some("ocid1.coreservicesworkrequest.oc1.iad.abuwcljr7m"));
    assert_eq!(meta.request_id.as_deref(), Some("9F2C1E6A0B/5D0E77A1/77C0B3"));
    assert_eq!(parse_image(&response).expect("an image").lifecycle_state.text(), Some("EXPORTING"));
    let error = parse_image(&problem(404, "NotAuthorizedOrNotFound")).expect_err("refused");
    assert_eq!(error.code.as_deref(), Some("NotAuthorizedOrNotFound"));
}

#[test]
fn the_questions_beside_it_go_to_their_own_services() {
    asks(&get_image("a/b"), Service::Compute, "/20160918/images/a%2Fb");
    asks(&get_work_request("w"), Service::Compute, "/20160918/workRequests/w");
    asks(
        &list_work_requests("c", "i"),
        Service::Compute,
        "/20160918/workRequests?compartmentId=c&resourceId=i&limit=50",
    );
    asks(
        &list_work_request_errors("w"),
        Service::Compute,
        "/20160918/workRequests/w/errors?limit=50&sortOrder=ASC",
    );
    asks(
        &list_work_request_logs("w"),
        Service::Compute,
        "/20160918/workRequests/w/logs?limit=50&sortOrder=DESC",
    );
    asks(
        &list_compartments("t", true),
        Service::Identity,
        "/20160918/compartments?compartmentId=t&compartmentIdInSubtree=true&accessLevel=ACCESSIBLE&limit=100",
    );
    asks(
        &list_compartments("c", false),
        Service::Identity,
        "/20160918/compartments?compartmentId=c&limit=100",
    );
    asks(&get_namespace(), Service::ObjectStorage, "/n");
    asks(&list_buckets("ns", "c d"), Service::ObjectStorage, "/n/ns/b?compartmentId=c%20d");
}

#[test]
fn the_answers_for_the_pickers_are_read() {
    assert_eq!(parse_namespace(&answer(200, r#""axaxnpcrorw5""#)).as_deref(), Ok("axaxnpcrorw5"));
    assert!(parse_namespace(&answer(200, "{}")).is_err());
    let buckets = parse_buckets(&answer(200, r#"[{"name":"image-exports","etag":"e"},7]"#)).expect("a list");
    assert_eq!(buckets[0].value().and_then(|b| b.name.text()), Some("image-exports"));
    assert_eq!(buckets[1].wrong(), Some("7"));
    let list = parse_compartments(&answer(200, r#"[{"id":"c","name":"web","lifecycleState":"ACTIVE"}]"#));
    assert_eq!(list.expect("a list")[0].value().and_then(|c| c.name.text()), Some("web"));
    assert_eq!(crate::oci_compute::model::Compartment::root("t").id.text(), Some("t"));
    let errors = parse_work_request_errors(&answer(200, r#"[{"code":"X","message":"m"}]"#)).expect("a list");
    assert_eq!(errors[0].value().and_then(|e| e.code.text()), Some("X"));
}
