//! One data centre: how it stands there, with its own bar, and what is special about it.

use image_console_ui::el::{El, el};
use image_console_ui::{Progress, Status, Tag};
use image_console_upstream::decode::Lenient;
use image_console_upstream::oracle_marketplace::model::DataCenterImageUploadRequest as Center;
use leptos::prelude::*;

use crate::pages::resource::field::{absent, muted, odd, unknown};
use crate::pages::uploads::words::tone;

/// A line for one data centre. What it says follows; the line itself stays, and with it the keyboard.
pub fn row(center: Memo<Lenient<Center>>) -> El {
    let line = el("li").class("job center");
    let whole = Memo::new(move |_| center.with(|c| c.value().is_some()));
    line.dynamic(move || {
        if whole.get() {
            parts(Memo::new(move |_| center.with(|c| c.value().cloned()).unwrap_or_default()))
        } else {
            let raw = center.with_untracked(|c| c.wrong().unwrap_or("null").to_owned());
            odd(&raw)
        }
    })
}

fn parts(center: Memo<Center>) -> AnyView {
    let name = Memo::new(move |_| center.with(|c| c.data_center_name.clone()));
    let name = el("b").dynamic(move || match name.get() {
        Lenient::Absent => muted("without a name").into_any(),
        Lenient::Value(name) if name.is_empty() => muted("without a name").into_any(),
        Lenient::Value(name) => el("span").class("said").text(&name).into_any(),
        Lenient::Wrong(raw) => odd(&raw),
    });
    let marks = Memo::new(move |_| center.with(marks));
    let marks = el("span").class("marks").dynamic(move || {
        let tags = marks.get().into_iter().map(|text| view! { <Tag text /> }.into_any());
        tags.collect::<Vec<_>>().into_any()
    });
    let status = Memo::new(move |_| center.with(|c| c.status_name.clone()));
    let status = move || match status.get() {
        Lenient::Absent => absent(),
        Lenient::Value(word) if word.trim().is_empty() => muted("empty text").into_any(),
        Lenient::Value(word) => view! { <Status tone=tone(&word) word /> }.into_any(),
        Lenient::Wrong(raw) => odd(&raw),
    };
    let percent = Memo::new(move |_| center.with(Center::percent));
    let value = Signal::derive(move || percent.get().map(|percent| (percent, 100)));
    let label = Signal::derive(move || {
        let name = center.with(|c| c.data_center_name.shown(Clone::clone));
        format!("Progress in {}", name.unwrap_or_else(|| "this data centre".to_owned()))
    });
    let rest = Memo::new(move |_| center.with(said));
    let text = Signal::derive(move || {
        let percent = percent.get().map(|percent| format!("{percent} %"));
        percent.into_iter().chain(rest.get()).collect::<Vec<_>>().join(" · ")
    });
    let without_bar = move || el("p").class("muted").text_with(move || text.get()).into_any();
    let bar = move || view! { <Progress label value text /> }.into_any();
    let odd_progress = Memo::new(move |_| {
        center.with(|c| if c.percent().is_none() { c.upload_progress.clone() } else { Lenient::Absent })
    });
    let as_it_came = move || match odd_progress.get() {
        Lenient::Absent => ().into_any(),
        Lenient::Value(text) | Lenient::Wrong(text) => {
            let text = if text.is_empty() { "empty text" } else { &text }.to_owned();
            el("span").class("odd").text(&format!("uploadProgress: {text}")).into_any()
        }
    };
    let extra = Memo::new(move |_| center.with(|c| c.unknown.clone()));
    let more = move || {
        let facts = extra.with(unknown);
        if facts.is_empty() {
            ().into_any()
        } else {
            el("dl").class("facts").view(facts.into_any()).into_any()
        }
    };
    let head =
        el("div").class("job-line").child(el("span").child(name).text(" ").child(marks)).dynamic(status);
    vec![
        head.into_any(),
        el("div")
            .when(move || percent.get().is_some(), bar)
            .dynamic(as_it_came)
            .when(move || percent.get().is_none(), without_bar)
            .into_any(),
        el("div").dynamic(more).into_any(),
    ]
    .into_any()
}

/// `replica`, `copy`, `overwrite`; a mark that came as something else than yes or no is shown so.
fn marks(center: &Center) -> Vec<String> {
    let marks = [
        ("replicaDataCenter", "replica", &center.replica_data_center),
        ("copyUpload", "copy", &center.copy_upload),
        ("overwriteUpload", "overwrite", &center.overwrite_upload),
    ];
    let say = |(name, word, field): (&str, &str, &Lenient<bool>)| match field {
        Lenient::Value(true) => Some(word.to_owned()),
        Lenient::Wrong(raw) => Some(format!("{name}: {raw}")),
        Lenient::Value(false) | Lenient::Absent => None,
    };
    marks.into_iter().filter_map(say).collect()
}

/// The region, and when it changed last.
fn said(center: &Center) -> Vec<String> {
    let region = center.region.shown(Clone::clone).map(|region| format!("region {region}"));
    let changed = center.last_updated_date.shown(|at| at.day_and_time());
    [region, changed.map(|changed| format!("last updated {changed}"))].into_iter().flatten().collect()
}
