//! The rules for what a request may write (section 3.2): the enforced limits, not the smaller
//! documented ones.

use serde_json::{Map, Value};

use crate::Uuid;
use crate::triton::problem::Problem;

/// The fields that create and update take.
pub const WRITABLE: [&str; 7] = ["name", "version", "description", "homepage", "eula", "acl", "tags"];

/// Checks the writable fields that are there; nulls are the caller's matter.
pub fn check(fields: &Map<String, Value>) -> Result<(), Problem> {
    let faults: Vec<_> =
        WRITABLE.iter().filter_map(|name| Some((*name, fault(name, fields.get(*name)?)?))).collect();
    if faults.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = faults.iter().map(|(name, _)| *name).collect();
    let problem = Problem::validation(format!("invalid image data: {}", names.join(", ")));
    Err(faults
        .into_iter()
        .fold(problem, |problem, (name, message)| problem.field(name, "Invalid", Some(message))))
}

fn fault(name: &str, value: &Value) -> Option<String> {
    match name {
        "acl" => acl(value),
        "tags" => tags(value),
        _ => match value {
            Value::String(text) => text_fault(name, text),
            other => Some(format!("invalid image \"{name}\" (not a string): {other}")),
        },
    }
}

fn text_fault(name: &str, text: &str) -> Option<String> {
    let limit = match name {
        "version" => 512,
        "description" => 10_240,
        _ => 1024,
    };
    let outside = |extra: &str| !text.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(c));
    match name {
        _ if text.chars().count() > limit => {
            Some(format!("image {name} is too long, max {limit} characters"))
        }
        "name" | "version" if text.is_empty() => Some(format!("image {name} is empty")),
        "name" if outside(" .-_/") => Some(characters("name", "\" \", \".\", \"-\", \"_\" and \"/\"")),
        "version" if outside(".-_/+") => Some(characters("version", "\".\", \"-\", \"_\", \"/\" and \"+\"")),
        "homepage" | "eula" if !(text.starts_with("http:") || text.starts_with("https:")) => {
            Some(format!("invalid image {name} URL protocol"))
        }
        _ => None,
    }
}

fn characters(field: &str, admitted: &str) -> String {
    format!("image {field} has invalid characters (only alpha-numeric characters and {admitted} are allowed)")
}

fn acl(value: &Value) -> Option<String> {
    let Some(items) = value.as_array() else {
        return Some(format!("invalid image \"acl\" (not an array): {value}"));
    };
    items.iter().enumerate().find(|(_, item)| item.as_str().and_then(Uuid::parse).is_none()).map(
        |(at, item)| {
            let text = item.as_str().map_or_else(|| item.to_string(), str::to_owned);
            format!("invalid image \"acl\" (item {at} is not a UUID): {text}")
        },
    )
}

fn tags(value: &Value) -> Option<String> {
    if !value.is_object() {
        return Some(format!("invalid image \"tags\" (not an object): {value}"));
    }
    let limit = 102_400;
    (value.to_string().chars().count() > limit)
        .then(|| format!("image tags are too long, max {limit} characters"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(value: Value) -> Vec<String> {
        let Err(problem) = check(value.as_object().unwrap()) else {
            return Vec::new();
        };
        let body = problem.into_response().value();
        let errors = body["errors"].as_array().unwrap();
        errors.iter().map(|error| error["message"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn the_documented_texts() {
        assert_eq!(
            faults(json!({"name": "x".repeat(1025)})),
            ["image name is too long, max 1024 characters"]
        );
        assert_eq!(
            faults(json!({"version": "1".repeat(513)})),
            ["image version is too long, max 512 characters"]
        );
        assert_eq!(
            faults(json!({"name": "a:b"})),
            [concat!(
                "image name has invalid characters (only alpha-numeric characters and ",
                "\" \", \".\", \"-\", \"_\" and \"/\" are allowed)"
            )]
        );
        assert_eq!(faults(json!({"homepage": "ftp://x"})), ["invalid image homepage URL protocol"]);
        assert_eq!(faults(json!({"acl": ["x"]})), ["invalid image \"acl\" (item 0 is not a UUID): x"]);
        assert_eq!(faults(json!({"tags": []})), ["invalid image \"tags\" (not an object): []"]);
        assert_eq!(faults(json!({"name": 7, "eula": "x"})).len(), 2);
    }

    #[test]
    fn only_the_enforced_limits_are_enforced() {
        let long = json!({
            "name": "a B/c_d-1.".repeat(102), "version": "1.0+b/c".repeat(70), "description": "ü".repeat(10_240),
            "acl": [], "tags": {}, "homepage": format!("https://{}", "x".repeat(1000)),
        });
        assert_eq!(faults(long), Vec::<String>::new());
    }
}
