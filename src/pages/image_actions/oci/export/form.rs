//! What is asked for: the format and the destination, field by field, with what is suggested.

use image_console_core::ApiError;
use image_console_core::form::Field;
use image_console_ui::Choice;
use image_console_upstream::finding::Finding;
use image_console_upstream::oci::form_errors::form_errors;
use image_console_upstream::oci_compute::validate;
use image_console_upstream::oci_compute::{Destination, ExportFormat};
use leptos::prelude::*;

/// The words of `destinationType`.
pub const TUPLE: &str = "objectStorageTuple";
/// The other one.
pub const URI: &str = "objectStorageUri";

/// The form. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Form {
    /// `exportFormat`.
    pub format: RwSignal<Field>,
    /// `destinationType`.
    pub kind: RwSignal<Field>,
    /// `namespaceName`.
    pub namespace: RwSignal<Field>,
    /// `bucketName`.
    pub bucket: RwSignal<Field>,
    /// `objectName`.
    pub object: RwSignal<Field>,
    /// `destinationUri`: a secret when it is pre-authenticated.
    pub uri: RwSignal<Field>,
    /// What was filled in for the user.
    suggested: StoredValue<Suggested>,
}

#[derive(Default)]
struct Suggested {
    namespace: String,
    object: String,
}

impl Form {
    /// A form that suggests the image's name for the object.
    #[must_use]
    pub fn new(name: &str, id: &str) -> Self {
        let first = |value: &str| RwSignal::new(Field::with(value));
        let form = Self {
            format: first(ExportFormat::Oci.word()),
            kind: first(TUPLE),
            namespace: first(""),
            bucket: first(""),
            object: first(""),
            uri: first(""),
            suggested: StoredValue::new(Suggested::default()),
        };
        let stem = stem(name, id);
        Effect::new(move |_| form.suggest_object(format!("{stem}{}", form.format().extension())));
        form
    }

    /// All formats to choose from.
    #[must_use]
    pub fn formats() -> Vec<Choice> {
        ExportFormat::ALL.into_iter().map(|format| Choice::new(format.word(), format.word())).collect()
    }

    /// The chosen format, with subscription.
    #[must_use]
    pub fn format(self) -> ExportFormat {
        self.format.with(|field| ExportFormat::parse(&field.value)).unwrap_or(ExportFormat::Oci)
    }

    /// Whether it goes to a URL, with subscription.
    #[must_use]
    pub fn by_uri(self) -> bool {
        self.kind.with(|field| field.value == URI)
    }

    /// Where it goes, with subscription.
    #[must_use]
    pub fn destination(self) -> Destination {
        if self.by_uri() {
            return Destination::Uri(value(self.uri));
        }
        Destination::Tuple {
            namespace_name: value(self.namespace),
            bucket_name: value(self.bucket),
            object_name: value(self.object),
        }
    }

    /// Whether something was typed or chosen, with subscription.
    #[must_use]
    pub fn dirty(self) -> bool {
        let typed = [self.bucket, self.uri].into_iter().any(|field| !value(field).is_empty());
        let (namespace, object) = (value(self.namespace), value(self.object));
        let other = self.suggested.with_value(|s| s.namespace != namespace || s.object != object);
        typed || other || self.by_uri() || self.format() != ExportFormat::Oci
    }

    /// Checks what will be sent; whether it may be.
    #[must_use]
    pub fn check(self) -> bool {
        untrack(|| {
            let fields: &[RwSignal<Field>] =
                if self.by_uri() { &[self.uri] } else { &[self.namespace, self.bucket, self.object] };
            let mut fine = true;
            for field in fields {
                let finding = self.find(*field);
                fine &= finding.may_be_sent();
                field.update(|field| finding.put(field));
            }
            fine
        })
    }

    /// Time to validate one field, unless nothing was typed. A message that is there already is about
    /// this very value, and may be the service's.
    #[must_use]
    pub fn on_blur(self, field: RwSignal<Field>) -> Callback<()> {
        Callback::new(move |()| {
            let silent =
                field.try_with_untracked(|f| !f.value.is_empty() && f.error.is_none() && f.warning.is_none());
            if silent == Some(true) {
                let finding = untrack(|| self.find(field));
                let _ = field.try_update(|field| finding.put(field));
            }
        })
    }

    /// Puts an error of the service to the fields that its message names.
    pub fn complain(self, error: &ApiError) {
        let fields = [
            ("exportFormat", self.format),
            ("destinationType", self.kind),
            ("namespaceName", self.namespace),
            ("bucketName", self.bucket),
            ("objectName", self.object),
            ("destinationUri", self.uri),
        ];
        let by_uri = untrack(|| self.by_uri());
        // These name no field, and can only be about one.
        let about = match error.code.as_deref() {
            Some("RelatedResourceNotAuthorizedOrNotFound") if by_uri => Some(self.uri),
            Some("RelatedResourceNotAuthorizedOrNotFound") => Some(self.bucket),
            Some("NamespaceNotFound") if !by_uri => Some(self.namespace),
            _ => None,
        };
        if let Some(field) = about {
            field.update(|field| field.error = Some(error.message.clone()));
        }
        for complaint in form_errors(error, &fields.map(|(name, _)| name)) {
            let place = fields.iter().find(|(name, _)| *name == complaint.field);
            let shown = match complaint.field.as_str() {
                "destinationUri" => by_uri,
                "namespaceName" | "bucketName" | "objectName" => !by_uri,
                _ => true,
            };
            if let Some((_, field)) = place.filter(|_| shown) {
                field.update(|field| field.error = complaint.message);
            }
        }
    }

    /// Fills in the namespace, unless another one was typed.
    pub fn suggest_namespace(self, namespace: &str) {
        let untouched =
            self.suggested.with_value(|s| self.namespace.with_untracked(|f| f.value == s.namespace));
        if untouched {
            self.namespace.set(Field::with(namespace));
        }
        self.suggested.update_value(|s| namespace.clone_into(&mut s.namespace));
    }

    /// Fills in the object's name, unless another one was typed; a typed one that does not fit the
    /// format is warned about and left alone.
    fn suggest_object(self, object: String) {
        let untouched = self.suggested.with_value(|s| self.object.with_untracked(|f| f.value == s.object));
        if untouched {
            self.object.set(Field::with(object.clone()));
        } else {
            let finding = untrack(|| self.find(self.object));
            self.object.update(|field| finding.put(field));
        }
        self.suggested.update_value(|s| s.object = object);
    }

    fn find(self, field: RwSignal<Field>) -> Finding {
        let text = value(field);
        if field == self.namespace {
            validate::namespace_name(&text)
        } else if field == self.bucket {
            validate::bucket_name(&text)
        } else if field == self.object {
            validate::object_name(&text, Some(self.format()))
        } else {
            validate::destination_uri(&text)
        }
    }
}

fn value(field: RwSignal<Field>) -> String {
    field.with(|field| field.value.trim().to_owned())
}

/// The image's name as part of an object's; the end of its id where it has none.
fn stem(name: &str, id: &str) -> String {
    let words: Vec<&str> = name.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let joined = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if joined.is_empty() || joined == id { id.rsplit('.').next().unwrap_or(id).to_owned() } else { joined }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_suggested_name_is_the_images_own_without_white_space() {
        let id = "ocid1.image.oc1.iad.aaaaq3xv";
        assert_eq!(stem("ol8-web-2024-03", id), "ol8-web-2024-03");
        assert_eq!(stem(" Öl 8\tweb ", id), "Öl-8-web");
        assert_eq!(stem("", id), "aaaaq3xv");
        assert_eq!(stem(id, id), "aaaaq3xv");
    }
}
