//! What changed between two readings of one resource, field by field: shown when a write was
//! refused because its etag is stale (412 `NoEtagMatch`, contract §2.1).

use serde_json::Value;

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field's path, e.g. `launchOptions.firmware`.
    pub field: String,
    /// As it was: text as it is, anything else as JSON; `None` when it was not there.
    pub before: Option<String>,
    /// As it is now; `None` when it is no longer there.
    pub after: Option<String>,
}

/// The differences of two JSON texts. Objects are compared member by member; lists as a whole,
/// because their items have no names. Nothing sent and `null` mean the same to these APIs.
#[must_use]
pub fn compare(before: &Value, after: &Value) -> Vec<Difference> {
    let mut out = Vec::new();
    walk(String::new(), Some(before), Some(after), &mut out);
    out
}

fn walk(field: String, before: Option<&Value>, after: Option<&Value>, out: &mut Vec<Difference>) {
    let there = |value: Option<&Value>| value.filter(|v| !v.is_null()).cloned();
    let (before, after) = (there(before), there(after));
    if before == after {
        return;
    }
    let (Some(Value::Object(old)), Some(Value::Object(new))) = (&before, &after) else {
        out.push(Difference { field, before: before.as_ref().map(shown), after: after.as_ref().map(shown) });
        return;
    };
    let added = new.keys().filter(|name| !old.contains_key(*name));
    for name in old.keys().chain(added) {
        let path = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
        walk(path, old.get(name), new.get(name), out);
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_changed_field_is_named_with_both_values_and_equal_ones_are_not() {
        let before = json!({"displayName": "a", "lifecycleState": "AVAILABLE", "sizeInMBs": 1, "baseImageId": null,
            "launchOptions": {"firmware": "BIOS", "networkType": "VFIO"}, "freeformTags": {"team": "web"}, "versions": [1]});
        let after = json!({"displayName": "a", "lifecycleState": "EXPORTING", "sizeInMBs": 1,
            "launchOptions": {"firmware": "UEFI_64", "networkType": "VFIO"}, "freeformTags": {"owner": "x"}, "versions": [1, 2]});
        let told: Vec<_> =
            compare(&before, &after).into_iter().map(|d| (d.field, d.before, d.after)).collect();
        let some = |text: &str| Some(text.to_owned());
        let expected = [
            ("freeformTags.team", some("web"), None),
            ("freeformTags.owner", None, some("x")),
            ("launchOptions.firmware", some("BIOS"), some("UEFI_64")),
            ("lifecycleState", some("AVAILABLE"), some("EXPORTING")),
            ("versions", some("[1]"), some("[1,2]")),
        ];
        let expected: Vec<_> = expected.into_iter().map(|(f, b, a)| (f.to_owned(), b, a)).collect();
        assert_eq!(told, expected);
        assert_eq!(compare(&before, &before), []);
    }

    #[test]
    fn an_object_that_became_something_else_is_one_difference() {
        let told = compare(&json!({"a": {"b": 1}}), &json!({"a": "gone"}));
        let [only] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((only.before.as_deref(), only.after.as_deref()), (Some(r#"{"b":1}"#), Some("gone")));
    }
}
