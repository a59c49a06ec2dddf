//! What a refusal says about single fields, at these fields. The API names none, so its words decide;
//! the whole refusal stands below the form either way.

use image_console_core::ApiError;
use image_console_core::form::Field;
use leptos::prelude::*;

use super::form::Form;

/// What a sentence of the API is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Source,
    Point,
    Backup,
}

/// Marks the fields as soon as something is refused.
pub fn mark(form: Form, refusal: Signal<Option<ApiError>>) {
    Effect::new(move |_| {
        let Some(error) = refusal.get().filter(|error| matches!(error.status, Some(404 | 422))) else {
            return;
        };
        let further = error.fields.iter().filter_map(|field| field.message.clone());
        for said in std::iter::once(error.message.clone()).chain(further) {
            let (this, by_backup) = untrack(|| (form.is_from_this(), form.is_by_backup()));
            let field = match about(&said) {
                Some(About::Source) if !this => form.source,
                Some(About::Point) if !by_backup => form.point,
                Some(About::Backup) if by_backup => form.backup,
                _ => continue,
            };
            put(field, said);
        }
    });
}

fn put(field: RwSignal<Field>, said: String) {
    field.update(|field| {
        field.error = Some(match field.error.take() {
            Some(before) => format!("{before} {said}"),
            None => said,
        });
    });
}

/// The field that a sentence is about, by the field's name or the words for it.
fn about(said: &str) -> Option<About> {
    let said = said.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    // A sentence such as "Unknown field(s): 'x'" is about no value that was typed.
    if says(&["unknown field"]) {
        None
    } else if says(&["source_service_instance_guid", "source"]) {
        Some(About::Source)
    } else if says(&["target_timestamp", "timestamp", "restore_point", "restore point", "point in time"]) {
        Some(About::Point)
    } else if says(&["backup_id", "backup"]) {
        Some(About::Backup)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_about_the_field_it_speaks_of() {
        for (said, of) in [
            ("Backup bk-1 not found for service instance orders-db.", Some(About::Backup)),
            ("Target timestamp is before the first backup.", Some(About::Point)),
            ("Source and target are not of the same service offering.", Some(About::Source)),
            ("source_service_instance_guid must be a string", Some(About::Source)),
            ("Unknown field(s): 'backup_id'", None),
            ("The request is semantically invalid", None),
        ] {
            assert_eq!(about(said), of, "{said}");
        }
    }
}
