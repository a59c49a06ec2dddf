//! The manifest form as it is laid out: texts on the left, who may use it and tags on the right.

use image_console_core::form::Field;
use image_console_ui::editor::{ListEditor, PairsEditor};
use image_console_ui::field::{TextAreaField, TextField};
use image_console_upstream::triton_cloudapi::validate::{self, Finding};
use leptos::prelude::*;

use super::manifest::Manifest;
use super::tag_values;

/// The documented length of `description`; the counter counts up to it.
const DESCRIPTION: usize = 512;

/// All fields of a manifest.
#[component]
pub fn ManifestFields(
    /// The form's state.
    manifest: Manifest,
    /// `name` has the keyboard when the dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> AnyView {
    let check_account = Callback::new(|account: String| match validate::uuid(&account) {
        Finding::Error(text) => Some(text),
        _ => None,
    });
    let check_tags = Callback::new(move |()| {
        manifest.check_tags();
    });
    let read_as = Callback::new(|typed: String| tag_values::read_as(&typed));
    let web = "An address that begins with http: or https:";
    view! {
        <div class="two">
            <div>
                {line(manifest, "name", manifest.name, "Letters, digits, spaces and . - _ /", false, autofocus)}
                {line(manifest, "version", manifest.version, "Letters, digits and . - _ / +", false, false)}
                <TextAreaField
                    label="description"
                    field=manifest.description
                    optional=true
                    max=DESCRIPTION
                    on_blur=manifest.on_blur("description")
                /> {line(manifest, "homepage", manifest.homepage, web, true, false)}
                {line(manifest, "eula", manifest.eula, web, true, false)}
            </div>
            <div>
                <ListEditor
                    label="acl"
                    item="Account UUID"
                    items=manifest.acl
                    hint="Accounts that may use the image while it is not public. Several can be pasted at once."
                    check=check_account
                    error=manifest.acl_message()
                />
                <PairsEditor
                    label="tags"
                    rows=manifest.tags
                    hint="A value that is a number, true, false, null, a list or an object in JSON is sent as that, \
                    anything else as text. Quotes make it text: \"42\"."
                    error=manifest.tags_message()
                    read_as
                    on_blur=check_tags
                />
            </div>
        </div>
    }
    .into_any()
}

fn line(
    manifest: Manifest,
    name: &'static str,
    field: RwSignal<Field>,
    hint: &'static str,
    optional: bool,
    autofocus: bool,
) -> AnyView {
    let on_blur = manifest.on_blur(name);
    view! { <TextField label=name field hint optional autofocus on_blur /> }.into_any()
}
