//! Nothing of an answer is lost, whatever it is.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::decode::Lenient;

fn image(value: Value) -> Image {
    Image::from_map(value.as_object().cloned().expect("an object"))
}

#[test]
fn requirements_are_read_as_numbers_and_as_text() {
    let both =
        image(json!({"requirements": {"min_ram": 256, "max_ram": "32768", "brand": "lx", "ssl": true}}));
    let requirements = both.requirements.value().expect("an object");
    assert_eq!(
        (&requirements.min_ram, &requirements.max_ram),
        (&Lenient::Value(256), &Lenient::Value(32_768))
    );
    assert_eq!(Value::Object(requirements.unknown.clone()), json!({"ssl": true}));
}

#[test]
fn wrong_types_cost_only_their_own_field() {
    let odd = image(json!({
        "id": "a", "name": 7, "public": "yes", "published_at": "yesterday", "tags": ["x"],
        "files": [{"size": -1, "compression": "gzip"}, "x"], "acl": ["u", 3], "requirements": "none",
        "error": {"code": "VmHasNoOrigin", "message": "no origin", "step": 4}, "image_size": null
    }));
    let wrong: Vec<_> = odd.wrong_fields();
    assert_eq!(
        wrong,
        [
            ("name", "7"),
            ("requirements", "\"none\""),
            ("published_at", "\"yesterday\""),
            ("public", "\"yes\""),
            ("tags", "[\"x\"]")
        ]
    );
    assert_eq!(odd.acl_accounts().collect::<Vec<_>>(), ["u"]);
    let file = odd.file().expect("a file");
    assert_eq!((file.size.wrong(), file.compression.text()), (Some("-1"), Some("gzip")));
    let error = odd.error.value().expect("an error");
    assert_eq!(error.line(), "VmHasNoOrigin: no origin");
    assert_eq!(Value::Object(error.unknown.clone()), json!({"step": 4}));
    assert!(odd.image_size.is_absent());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                .prop_map(|m| Value::Object(m.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

const KNOWN: [&str; 19] = [
    "id",
    "name",
    "version",
    "os",
    "type",
    "requirements",
    "image_size",
    "description",
    "homepage",
    "eula",
    "files",
    "published_at",
    "owner",
    "public",
    "state",
    "tags",
    "acl",
    "origin",
    "error",
];

proptest! {
    #[test]
    fn any_object_is_read_and_what_is_not_known_survives(
        known in proptest::collection::btree_map(proptest::sample::select(&KNOWN[..]), any_json(), 0..19),
        unknown in proptest::collection::btree_map("x_[a-z]{1,6}", any_json(), 0..4),
    ) {
        let mut map: Map<String, Value> = known.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
        map.extend(unknown.clone());
        let image = Image::from_map(map);
        prop_assert_eq!(&image.unknown, &unknown.into_iter().collect::<Map<_, _>>());
        // Each known field is its value or its own text; only null means absent.
        for (name, wrong) in image.wrong_fields() {
            prop_assert_eq!(wrong, known[name].to_string());
        }
        if let Some(Value::String(name)) = known.get("name") {
            prop_assert_eq!(image.name.text(), Some(name.as_str()));
        }
    }

    #[test]
    fn machines_never_panic_either(map in proptest::collection::btree_map("[a-z_]{1,8}", any_json(), 0..6)) {
        let map: Map<String, Value> = map.into_iter().collect();
        let machine = Machine::from_map(map.clone());
        prop_assert!(machine.unknown.iter().all(|(k, v)| map.get(k) == Some(v)));
    }
}
