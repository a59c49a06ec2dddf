//! The data centres, each with its own progress.

use image_console_ui::Card;
use image_console_ui::el::el;
use image_console_upstream::decode::Lenient;
use image_console_upstream::oracle_marketplace::model::DataCenterImageUploadRequest as Center;
use leptos::prelude::*;

use super::center::row;
use super::page::Page;
use crate::pages::resource::field::{note, odd};
use crate::state::uploads::follow::goes_on;

/// The card.
pub fn card(page: Page) -> AnyView {
    let centers = Memo::new(move |_| page.read(|upload| upload.data_centers.clone()).unwrap_or_default());
    // A row stays in place while what it says changes, so that it keeps the keyboard.
    let names = Memo::new(move |_| centers.with(names));
    let title = Signal::derive(move || {
        let count = page.read(|upload| upload.centers_completed()).flatten();
        match count {
            Some((done, all)) => format!("Data centres · {done} of {all} completed"),
            None => "Data centres".to_owned(),
        }
    });
    let rows = move || {
        let row = |(at, _): (usize, &String)| {
            let one = move || centers.with(|all| all.value().and_then(|all| all.get(at).cloned()));
            row(Memo::new(move |_| one().unwrap_or_default())).into_any()
        };
        names.with(|names| names.iter().enumerate().map(row).collect::<Vec<_>>()).into_any()
    };
    let running = Memo::new(move |_| page.read(goes_on).unwrap_or_default());
    let none = Memo::new(move |_| {
        centers.with(|all| match all {
            Lenient::Absent => Some(Err("The API sent nothing of data centres.".to_owned())),
            Lenient::Value(all) if all.is_empty() => Some(Err(if running.get() {
                "There is none yet: they appear when all chunks have arrived.".to_owned()
            } else {
                "The upload has none.".to_owned()
            })),
            Lenient::Value(_) => None,
            Lenient::Wrong(raw) => Some(Ok(raw.clone())),
        })
    });
    let body = move || match none.get() {
        Some(Err(why)) => note(&why),
        Some(Ok(raw)) => el("div").class("pad").view(odd(&raw)).into_any(),
        None => el("ul").class("jobs").dynamic(rows).into_any(),
    };
    view! { <Card title>{body}</Card> }.into_any()
}

fn names(centers: &Lenient<Vec<Lenient<Center>>>) -> Vec<String> {
    let name = |center: &Lenient<Center>| match center {
        Lenient::Value(center) => center.data_center_name.shown(Clone::clone).unwrap_or_default(),
        _ => String::new(),
    };
    centers.value().map(|all| all.iter().map(name).collect()).unwrap_or_default()
}
