//! The files that an export will write, told while the path is typed.

use image_console_upstream::triton_cloudapi::export_name::{ExportFiles, ExportNames};
use leptos::prelude::*;

/// What a path leads to.
#[derive(Clone, PartialEq, Eq)]
pub struct Names {
    /// Both readings.
    pub names: ExportNames,
    /// The path can only be a directory.
    pub top: bool,
}

/// The names under both readings: only Manta knows whether the path is a directory.
#[component]
pub fn FileNames(
    /// Nothing while the path cannot be sent.
    names: Memo<Option<Names>>,
) -> AnyView {
    let shown = move || {
        let Some(Names { names, top }) = names.get() else {
            let text = "The names of the two files show here once the path is complete.";
            return view! { <p class="muted">{text}</p> }.into_any();
        };
        let unknown = "The image's compression is not known here: the server adds its extension to .zfs.";
        view! {
            {files("When the path is a directory that exists", names.as_directory)}
            {(!top).then(|| files("When it is not", names.as_prefix))}
            {(!names.extension_known).then(|| view! { <p class="muted">{unknown}</p> })}
        }
        .into_any()
    };
    view! { <div class="field file-names">{shown}</div> }.into_any()
}

fn files(when: &'static str, files: ExportFiles) -> AnyView {
    view! {
        <h3>{when}</h3>
        <p class="mono">{files.image}</p>
        <p class="mono">{files.manifest}</p>
    }
    .into_any()
}
