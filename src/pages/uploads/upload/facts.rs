//! Every field of the upload itself, in the order of the API's documents (marketplace-publisher.md
//! §2), and those that they do not name.

use image_console_core::format;
use image_console_core::time::Timestamp;
use image_console_ui::el::el;
use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::oracle_marketplace::model::MachineImageUploadRequest as Upload;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::resource::field::{Said, map, mono, said, text, unknown};

/// One field: its name, how it is read, how it is shown.
type Line = (&'static str, Field);

/// A field by its kind.
#[derive(Clone, Copy)]
enum Field {
    Text(fn(&Upload) -> &Lenient<String>),
    Mono(fn(&Upload) -> &Lenient<String>),
    Count(fn(&Upload) -> &Lenient<u64>),
    Flag(fn(&Upload) -> &Lenient<bool>),
    Time(fn(&Upload) -> &Lenient<Timestamp>),
}

const LINES: [Line; 15] = [
    ("uploadRequestId", Field::Mono(|u| &u.upload_request_id)),
    ("application", Field::Text(|u| &u.application)),
    ("version", Field::Text(|u| &u.version)),
    ("operatingSystem", Field::Text(|u| &u.operating_system)),
    ("fileName", Field::Text(|u| &u.file_name)),
    ("imageFilePath", Field::Mono(|u| &u.image_file_path)),
    ("checkSum", Field::Mono(|u| &u.check_sum)),
    ("statusName", Field::Text(|u| &u.status_name)),
    ("uploadedChunks", Field::Count(|u| &u.uploaded_chunks)),
    ("pendingChunks", Field::Count(|u| &u.pending_chunks)),
    ("overwriteStorageFile", Field::Flag(|u| &u.overwrite_storage_file)),
    ("createdBy", Field::Text(|u| &u.created_by)),
    ("createdDate", Field::Time(|u| &u.created_date)),
    ("lastModifiedBy", Field::Text(|u| &u.last_modified_by)),
    ("lastModifiedDate", Field::Time(|u| &u.last_modified_date)),
];

/// The card.
pub fn card(page: Page) -> AnyView {
    let lines: Vec<AnyView> = LINES.into_iter().map(|line| fact(page, line)).collect();
    let rest = Memo::new(move |_| page.read(|upload| upload.unknown.clone()).unwrap_or_default());
    let unnamed = move || {
        let facts = rest.with(unknown);
        if facts.is_empty() {
            return ().into_any();
        }
        view! {
            <Card title="Fields that the documents do not name">
                <Definition>{facts}</Definition>
            </Card>
        }
        .into_any()
    };
    view! {
        <Card title="Overview">
            <Definition>{lines}</Definition>
        </Card>
        {el("div").dynamic(unnamed)}
    }
    .into_any()
}

/// A fact is made anew only when it changes itself, so that its Copy keeps the keyboard.
fn fact(page: Page, (name, field): Line) -> AnyView {
    match field {
        Field::Text(of) => {
            let value = Memo::new(move |_| page.read(|u| of(u).clone()).unwrap_or_default());
            (move || value.with(|value| text(name, value))).into_any()
        }
        Field::Mono(of) => {
            let value = Memo::new(move |_| page.read(|u| of(u).clone()).unwrap_or_default());
            (move || value.with(|value| mono(name, value))).into_any()
        }
        Field::Count(of) => plain(name, page, Box::new(move |u| map(of(u), count))),
        Field::Flag(of) => plain(name, page, Box::new(move |u| map(of(u), flag))),
        Field::Time(of) => plain(name, page, Box::new(move |u| map(of(u), time))),
    }
}

fn count(n: &u64) -> Said {
    let words = format::count(*n);
    Said { own: words.clone(), words, copy: n.to_string() }
}

fn flag(on: &bool) -> Said {
    Said::new(on.to_string(), on.to_string())
}

fn time(at: &Timestamp) -> Said {
    Said::new(at.day_and_time(), at.rfc3339())
}

/// How a field is said.
type Say = Box<dyn Fn(&Upload) -> Lenient<Said> + Send + Sync>;

fn plain(name: &'static str, page: Page, say: Say) -> AnyView {
    let value = Memo::new(move |_| page.read(|u| say(u)).unwrap_or_default());
    (move || value.with(|value| said(name, value.clone(), "said"))).into_any()
}
