//! The backups, each with the way to restore it.

use image_console_core::config::Kind as Api;
use image_console_core::format;
use image_console_core::route::{InstanceAction, Route};
use image_console_ui::el::el;
use image_console_ui::{Button, Card, Glyph, Kind};
use image_console_upstream::cloud_foundry::feature::Feature;
use image_console_upstream::cloud_foundry::model::Backup;
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use super::head::rule;
use super::page::Page;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::pages::resource::field::note;
use crate::pages::service_instances::dialogs::Chosen;
use crate::state::navigation::use_navigation;

/// How many are shown before the user asks for all.
const FEW: usize = 10;

/// The card.
pub fn card(page: Page) -> AnyView {
    let again = Callback::new(move |()| page.read_backups());
    let loading = page.backups.loading;
    let actions = move || {
        view! {
            <Button
                label="Read the backups anew"
                icon=Glyph::Refresh
                icon_only=true
                kind=Kind::Quiet
                busy=loading
                on_press=again
            />
        }
        .into_any()
    };
    let failed = move || {
        let Some(error) = page.backups.error.get() else { return ().into_any() };
        let missing = |what: &str, why: String| note(&format!("{what}. {why}"));
        match page.feature() {
            Some(Feature::NotOnThisFoundation) => missing(
                "This foundation has no backups",
                "They exist only in Tanzu Elastic Application Runtime; this one does not know the call."
                    .to_owned(),
            ),
            Some(Feature::NotForThisInstance(said)) => {
                missing("The offering of this instance has no backups", format!("The API says: {said}"))
            }
            _ => {
                let whose = Whose::Api(Api::CloudFoundry);
                let what = "The backups could not be listed";
                view! { <div class="pad"><Failure what error whose on_retry=again /></div> }.into_any()
            }
        }
    };
    let all = RwSignal::new(false);
    let list = move || match page.backups.value.get() {
        None if loading.get() => note("The backups are being read."),
        None => ().into_any(),
        Some(_) if page.backups.error.with(Option::is_some) => ().into_any(),
        Some(backups) if backups.is_empty() => note("There is no backup yet."),
        Some(backups) => {
            let count = backups.len();
            let shown = if all.get() { count } else { count.min(FEW) };
            let rows = backups.iter().take(shown).map(|backup| row(page, backup)).collect_view();
            let more = (shown < count).then(|| {
                let label = format!("Show all {}", format::count(count as u64));
                view! { <Button label kind=Kind::Quiet on_press=Callback::new(move |()| all.set(true)) /> }
                    .into_any()
            });
            view! {
                <ul class="backups">{rows}</ul>
                <p class="pad muted cluster">
                    <span>
                        {format!(
                            "{} of {}, the latest first",
                            format::count(shown as u64),
                            format::plural(count as u64, "backup"),
                        )}
                    </span>
                    {more}
                </p>
            }
            .into_any()
        }
    };
    let body = el("div").attr("aria-live", "polite").dynamic(failed).dynamic(list);
    view! { <Card title="Backups" actions>{body.into_any()}</Card> }.into_any()
}

fn row(page: Page, backup: &Lenient<Backup>) -> AnyView {
    let Some(known) = backup.value() else {
        let raw = backup.wrong().unwrap_or_default().to_owned();
        return view! { <li><span class="odd mono">{raw}</span></li> }.into_any();
    };
    let when = match &known.created_at {
        Lenient::Value(at) => at.day_and_time(),
        Lenient::Wrong(raw) => format!("created_at {raw}"),
        Lenient::Absent => "no time given".to_owned(),
    };
    let Some(id) = known.id.text().filter(|id| !id.is_empty()).map(str::to_owned) else {
        let raw = known.id.wrong().unwrap_or("without an id").to_owned();
        return view! { <li><span><b>{when}</b><span class="odd mono">{raw}</span></span></li> }.into_any();
    };
    let (navigation, chosen) = (use_navigation(), expect_context::<Chosen>());
    let own = move || page.reason(rule(InstanceAction::Restore));
    let reason = Memo::new(move |_| page.connections.why_not(own));
    let label = "Restore this one…";
    let press = {
        let id = id.clone();
        Callback::new(move |()| {
            chosen.0.set(Some(id.clone()));
            let (connection, guid) = (page.connection(), page.guid());
            let action = Some(InstanceAction::Restore);
            navigation.go(Route::ServiceInstance { connection, guid, action });
        })
    };
    view! {
        <li>
            <span><b>{when}</b><span class="mono muted">{id}</span></span>
            <Button label kind=Kind::Quiet reason on_press=press />
        </li>
    }
    .into_any()
}
