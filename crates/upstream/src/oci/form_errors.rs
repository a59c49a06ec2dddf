//! Which field of a dialog an error belongs to. These services name no fields apart from the
//! message, whose words are not documented, so only a field's exact name in it counts.

use image_console_core::{ApiError, FieldError};

/// The dialog's fields that the error's message names, each with that message; none for errors that
/// are not about values.
#[must_use]
pub fn form_errors(error: &ApiError, fields: &[&str]) -> Vec<FieldError> {
    let about_values = matches!(
        error.code.as_deref(),
        Some(
            "InvalidParameter"
                | "MissingParameter"
                | "UnprocessableEntity"
                | "RelatedResourceNotAuthorizedOrNotFound"
        )
    );
    let words = || error.message.split(|c: char| !c.is_ascii_alphanumeric());
    let named = |field: &&&str| about_values && words().any(|word| word.eq_ignore_ascii_case(field));
    fields
        .iter()
        .filter(named)
        .map(|field| FieldError {
            field: (*field).to_owned(),
            code: error.code.clone(),
            message: Some(error.message.clone()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::refused;

    #[test]
    fn a_field_named_in_the_message_gets_it_and_no_other() {
        let fields = ["bucketName", "namespaceName", "objectName"];
        let error = refused(400, "InvalidParameter", "Invalid bucketName: does not exist");
        let told = form_errors(&error, &fields);
        let [only] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(
            (only.field.as_str(), only.message.as_deref()),
            ("bucketName", Some(error.message.as_str()))
        );
        assert_eq!(form_errors(&refused(409, "IncorrectState", "bucketName"), &fields), []);
        assert_eq!(form_errors(&refused(400, "InvalidParameter", "the bucketNames"), &fields), []);
    }
}
