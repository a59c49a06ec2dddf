//! Which field of a dialog an error belongs to. The server names fields in its own ways: as
//! `errors` items, inside the message, or by the names of the service behind it (contract §4, §7).

use image_console_core::{ApiError, FieldError};

use super::error::bare;

/// The fields of all dialogs, as the API calls them.
const FIELDS: [&str; 11] = [
    "machine",
    "name",
    "version",
    "description",
    "homepage",
    "eula",
    "acl",
    "tags",
    "manta_path",
    "datacenter",
    "id",
];

/// The complaints of an error about fields of a dialog, each under the dialog's name for the
/// field. What names no field, or one that no dialog has, is kept under the name it came with, so
/// that nothing goes unseen.
#[must_use]
pub fn form_errors(error: &ApiError) -> Vec<FieldError> {
    if !error.fields.is_empty() {
        return error.fields.iter().map(|f| placed(f, error)).collect();
    }
    let named = |field: &str| FieldError {
        field: field.to_owned(),
        code: error.code.clone(),
        message: Some(error.message.clone()),
    };
    match error.code.as_deref().map(bare) {
        Some("MissingParameter") => missing(&error.message).map(named).into_iter().collect(),
        Some("ValidationFailed") => listed(&error.message).into_iter().map(named).collect(),
        Some("InvalidArgument") if error.message.starts_with("id ") => vec![named("id")],
        Some("NotMantaPathOwner") => vec![named("manta_path")],
        Some("ImageUuidAlreadyExists" | "OriginIsNotActive") => vec![named("id")],
        _ => Vec::new(),
    }
}

fn placed(field: &FieldError, error: &ApiError) -> FieldError {
    let name = match field.field.as_str() {
        // The service behind the API calls the machine by its own name.
        "vm_uuid" => "machine",
        other => other,
    };
    let message = field.message.clone().or_else(|| Some(error.message.clone()));
    FieldError { field: name.to_owned(), code: field.code.clone(), message }
}

/// `Image name is a required argument`: the last word before that is the field.
fn missing(message: &str) -> Option<&'static str> {
    let (before, _) = message.split_once(" is a required argument")?;
    let last = before.rsplit(' ').next()?;
    FIELDS.into_iter().find(|f| *f == last)
}

/// `invalid image data: name, version`.
fn listed(message: &str) -> Vec<&'static str> {
    let Some((_, list)) = message.split_once("data: ") else { return Vec::new() };
    list.split(',').filter_map(|word| FIELDS.into_iter().find(|f| *f == word.trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triton_cloudapi::error::parse_error;
    use crate::triton_cloudapi::testing::answer;

    fn fields(status: u16, body: &str) -> Vec<String> {
        form_errors(&parse_error(&answer(status, body))).into_iter().map(|f| f.field).collect()
    }

    #[test]
    fn every_documented_way_of_naming_a_field_finds_it() {
        for (status, body, expected) in [
            (
                409,
                r#"{"code":"MissingParameter","message":"machine is a required argument"}"#,
                vec!["machine"],
            ),
            (
                409,
                r#"{"code":"MissingParameter","message":"Image name is a required argument"}"#,
                vec!["name"],
            ),
            (
                409,
                r#"{"code":"MissingParameter","message":"Image destination manta_path is a required argument"}"#,
                vec!["manta_path"],
            ),
            (409, r#"{"code":"InvalidArgument","message":"id X must be a UUID"}"#, vec!["id"]),
            (
                422,
                r#"{"code":"InvalidParameter","message":"no such VM","errors":[{"field":"vm_uuid","code":"Invalid"}]}"#,
                vec!["machine"],
            ),
            (
                422,
                r#"{"code":"ValidationFailed","message":"invalid image data: name, version"}"#,
                vec!["name", "version"],
            ),
            (
                422,
                r#"{"code":"ValidationFailed","message":"x","errors":[{"field":"datacenter","code":"Invalid"}]}"#,
                vec!["datacenter"],
            ),
            (
                422,
                r#"{"code":"NotMantaPathOwner","message":"account A is not the owner of Manta path P"}"#,
                vec!["manta_path"],
            ),
            (404, r#"{"code":"ResourceNotFound","message":"image not found"}"#, vec![]),
            (422, r#"{"code":"ValidationFailed","message":"image is not active"}"#, vec![]),
        ] {
            assert_eq!(fields(status, body), expected, "{body}");
        }
    }

    #[test]
    fn a_field_without_its_own_text_gets_the_message_of_the_whole() {
        let body = r#"{"code":"InvalidParameter","message":"no such VM","errors":[{"field":"vm_uuid","code":"Invalid"}]}"#;
        let found = form_errors(&parse_error(&answer(422, body)));
        assert_eq!(found[0].message.as_deref(), Some("no such VM"));
    }
}
