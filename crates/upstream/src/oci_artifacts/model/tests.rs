//! The documented object, and what a generator made of it.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::decode::Lenient;
use crate::oci::testing::fixture;

fn image(text: &str) -> ContainerImage {
    ContainerImage::from_map(serde_json::from_str(text).expect("an object"))
}

#[test]
fn every_documented_field_is_read() {
    let image = image(fixture!("restore-container-image.json"));
    assert_eq!((image.wrong_fields(), image.unknown.len()), (vec![], 0));
    assert_eq!((image.pull_count, image.manifest_size_in_bytes), (Lenient::Value(14), Lenient::Value(528)));
    let layers = image.layers.value().expect("layers");
    assert_eq!(layers[0].value().map(|l| &l.size_in_bytes), Some(&Lenient::Value(2_797_541)));
    let versions = image.versions.value().expect("versions");
    let version = versions[0].value().expect("a version");
    assert_eq!(
        (version.version.text(), version.created_by.text()),
        (Some("0.0.1"), Some("ocid1.user.oc1..bbbb"))
    );
}

#[test]
fn the_generated_example_decodes_and_is_shown_as_it_came() {
    let image = image(fixture!("restore-container-image.generated.json"));
    assert_eq!((image.wrong_fields(), image.unknown.len()), (vec![], 0));
    assert_eq!(image.pull_count, Lenient::Value(-52_579_969));
    assert_eq!(image.time_created.value().map(|t| t.day()).as_deref(), Some("17 Feb 1944"));
    let sizes: Vec<_> = image.layers.value().into_iter().flatten().filter_map(Lenient::value).collect();
    assert_eq!(sizes[0].size_in_bytes, Lenient::Value(-31_833_360));
    assert!(image.freeform_tags.is_absent() && image.system_tags.is_absent());
    assert!(image.has_version("aliquip dolore") && image.has_version("dolor nostrud fugiat ad in"));
    assert!(!image.has_version("0.0.1"));
}

#[test]
fn one_wrong_layer_costs_only_itself() {
    let image = image(
        r#"{"layers":[{"sizeInBytes":"big","mediaType":"x"},7],"versions":"none","pullCount":1.5,"lifecycleState":"NEW"}"#,
    );
    let layers = image.layers.value().expect("layers");
    let first = layers[0].value().expect("a layer");
    assert_eq!(
        (first.size_in_bytes.wrong(), first.unknown.get("mediaType")),
        (Some("\"big\""), Some(&json!("x")))
    );
    assert_eq!(layers[1].wrong(), Some("7"));
    assert_eq!(image.wrong_fields(), [("pullCount", "1.5"), ("versions", "\"none\"")]);
    assert_eq!(image.lifecycle_state.text(), Some("NEW"));
}

proptest! {
    #[test]
    fn no_object_breaks_the_models(name in "(layers|versions|pullCount|timeCreated|freeformTags|id)", n in any::<f64>(), text in ".{0,9}") {
        for value in [json!(n), json!(text), json!([text, {"sizeInBytes": n}]), json!({"value": n}), json!(null)] {
            let map = json!({ &name: value }).as_object().cloned().expect("an object");
            let _ = ContainerImage::from_map(map.clone()).wrong_fields();
            let _ = Repository::from_map(map);
        }
    }
}
