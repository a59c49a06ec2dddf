//! What the dialogs share: submitting once, the preview, the rules' facts, the manifest form.

mod choice_field;
mod form_dialog;
mod known;
mod manifest;
mod manifest_fields;
mod preview;
mod submission;
mod tag_values;
mod triton_connections;
mod verdicts;

pub use choice_field::ChoiceField;
pub use form_dialog::{FormDialog, show_what_is_wrong};
pub use known::known;
pub use manifest::Manifest;
pub use manifest_fields::ManifestFields;
pub use preview::{cli, preview_forms};
pub use submission::Submission;
pub use triton_connections::{DialogStart, connection_choices, first_choice};
pub use verdicts::{dependents, verdict};
