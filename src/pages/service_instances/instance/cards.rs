//! The fields, in cards: nothing that came is dropped.

use image_console_ui::el::el;
use image_console_ui::{Card, Definition};
use image_console_upstream::cloud_foundry::model::{Named, ServiceInstance};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;
use serde_json::Value;

use super::page::Page;
use super::{backups, operation};
use crate::pages::activity::Jobs;
use crate::pages::resource::field::{
    Said, absent, fact, json as json_field, link, map, mono, note, said, text, unknown,
};
use crate::pages::resource::json;
use crate::state::foundry::instance::LoadedInstance;

/// All cards.
pub fn cards(page: Page, loaded: &LoadedInstance) -> AnyView {
    let instance = &loaded.instance;
    let left = el("div")
        .class("stack")
        .view(operation::card(page, instance))
        .view(backups::card(page))
        .view(activity(page));
    let body = json::card(
        "service instance",
        format!("service-instance-{}", page.guid()),
        Signal::stored(loaded.text.clone()),
    );
    let right = el("div")
        .class("stack")
        .view(overview(instance))
        .view(place(instance))
        .view(allowed(page))
        .view(rest(instance))
        .view(body);
    el("div").class("two").child(left).child(right).into_any()
}

fn overview(instance: &ServiceInstance) -> AnyView {
    let facts = vec![
        mono("guid", &instance.guid),
        text("name", &instance.name),
        text("type", &instance.type_),
        time("created_at", &instance.created_at),
        time("updated_at", &instance.updated_at),
        said("tags", tags(instance), "said"),
        link("dashboard_url", &instance.dashboard_url),
        said(
            "upgrade_available",
            map(&instance.upgrade_available, |new| {
                let words = if *new { "Yes: the plan has a newer maintenance version" } else { "No" };
                Said::new(words.to_owned(), new.to_string())
            }),
            "said",
        ),
        object("maintenance_info", &instance.maintenance_info),
    ];
    view! { <Card title="Service instance"><Definition>{facts}</Definition></Card> }.into_any()
}

/// An instant.
pub fn time(name: &str, field: &Lenient<image_console_core::time::Timestamp>) -> AnyView {
    // The API's own spelling is what is copied; shown beside the words it would say the same twice.
    let say = |at: &image_console_core::time::Timestamp| Said {
        words: at.day_and_time(),
        own: at.day_and_time(),
        copy: at.rfc3339(),
    };
    said(name, map(field, say), "said")
}

fn tags(instance: &ServiceInstance) -> Lenient<Said> {
    map(&instance.tags, |tags| {
        let tags: Vec<String> = tags.iter().filter_map(|tag| tag.shown(Clone::clone)).collect();
        let all = tags.join(", ");
        let words = if tags.is_empty() { "none".to_owned() } else { all.clone() };
        Said { own: words.clone(), words, copy: all }
    })
}

fn object(name: &str, field: &Lenient<serde_json::Map<String, Value>>) -> AnyView {
    match field.value() {
        Some(fields) => json_field(name, &Value::Object(fields.clone())),
        None => said(name, map(field, |_| Said::new(String::new(), "")), "said"),
    }
}

fn place(instance: &ServiceInstance) -> AnyView {
    let place = &instance.place;
    let one = |name: &str, named: &Option<Named>| {
        let Some(Named { guid, name: called }) = named else { return fact(name, absent(), None) };
        let own = el("span").class("mono muted").text(guid);
        let value = match called {
            Some(called) => el("span").child(el("span").text(called)).text(" ").child(own),
            None => own,
        };
        fact(name, value.into_any(), Some(guid.clone()))
    };
    let facts = vec![
        one("Organisation", &place.organization),
        one("Space", &place.space),
        one("Offering", &place.service_offering),
        one("Plan", &place.service_plan),
    ];
    view! { <Card title="Where and of what"><Definition>{facts}</Definition></Card> }.into_any()
}

/// What the user may do, as the API says it.
fn allowed(page: Page) -> AnyView {
    let shown = move || {
        if let Some(error) = page.permissions.error.get() {
            return note(&format!("The permissions could not be read: {error}"));
        }
        let Some(permissions) = page.permissions.value.get() else {
            return note("The permissions have not been read yet.");
        };
        let may = |name: &str, field: &Lenient<bool>, yes: &str, no: &str| {
            let say = |may: &bool| Said::new(if *may { yes } else { no }.to_owned(), may.to_string());
            said(name, map(field, say), "said")
        };
        let mut facts = vec![
            may("read", &permissions.read, "You may see it", "You may not see it"),
            may("manage", &permissions.manage, "You may change it", "You may not change it"),
        ];
        facts.extend(unknown(&permissions.unknown));
        view! { <Definition>{facts}</Definition> }.into_any()
    };
    view! { <Card title="Permissions">{shown}</Card> }.into_any()
}

/// Everything that has no place of its own above.
fn rest(instance: &ServiceInstance) -> AnyView {
    if instance.rest.is_empty() {
        return ().into_any();
    }
    let facts = unknown(&instance.rest);
    view! { <Card title="Further fields"><Definition>{facts}</Definition></Card> }.into_any()
}

/// What was done to this instance from here.
fn activity(page: Page) -> AnyView {
    let ids =
        Memo::new(move |_| page.operations.with(|all| all.iter().map(|o| o.id.clone()).collect::<Vec<_>>()));
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    let jobs = move || {
        if none.get() {
            note("No operation of this browser is about this service instance.")
        } else {
            view! { <Jobs ids bare=true /> }.into_any()
        }
    };
    view! { <Card title="Activity for this service instance">{jobs}</Card> }.into_any()
}
