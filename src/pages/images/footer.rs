//! Below the table: "x of y" of each connection, and which filter went where.

use image_console_catalogue::Catalogue;
use image_console_catalogue::catalogue::Activity;
use image_console_catalogue::view::SourceCount;
use image_console_core::format;
use image_console_core::route::{ImagesView, filter_name};
use image_console_ui::el::el;
use leptos::prelude::*;

use super::apis;
use super::view::Shown;
use crate::state::connections::{Connections, use_connections};
use crate::state::images::use_images;

/// One connection's lists together.
#[derive(Default)]
struct Sum {
    connection: String,
    visible: usize,
    total: usize,
    lists: usize,
    loading: usize,
    failed: usize,
    idle: usize,
}

/// The line.
pub fn footer(shown: Shown) -> AnyView {
    let images = use_images();
    let connections = use_connections();
    let text = move || {
        let sums = shown.projection.with(|p| images.with(|c| sums(c, &p.sources)));
        let counts: Vec<String> =
            sums.iter().map(|sum| say(sum, &connections.name(&sum.connection))).collect();
        let mut text = counts.join(" · ");
        if let Some(sent) = shown.view.with(|view| sent(view, connections)) {
            text.push_str(&sent);
        }
        text
    };
    el("p").class("table-foot muted").text_with(text).into_any()
}

fn sums(catalogue: &Catalogue, counts: &[SourceCount]) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for count in counts {
        let Some(source) = catalogue.source(count.source) else { continue };
        let connection = source.connection();
        let at = sums.iter().position(|sum| sum.connection == connection).unwrap_or_else(|| {
            sums.push(Sum { connection: connection.to_owned(), ..Sum::default() });
            sums.len() - 1
        });
        let Some(sum) = sums.get_mut(at) else { continue };
        sum.visible += count.visible;
        sum.total += count.total;
        sum.lists += 1;
        match source.activity() {
            Activity::Complete { .. } => {}
            Activity::Loading { .. } => sum.loading += 1,
            Activity::Failed { .. } => sum.failed += 1,
            Activity::Idle => sum.idle += 1,
        }
    }
    sums
}

fn say(sum: &Sum, name: &str) -> String {
    let mut text =
        format!("{name}: {} of {}", format::count(sum.visible as u64), format::count(sum.total as u64));
    if sum.loading > 0 {
        text.push_str(" so far");
    }
    match (sum.failed, sum.lists) {
        (0, _) => {}
        (_, 1) => text.push_str(", not complete"),
        (failed, lists) => text.push_str(&format!(", {failed} of {lists} lists not complete")),
    }
    if sum.idle > 0 {
        text.push_str(", not asked");
    }
    text
}

/// Which filter went where; nothing while all connections are asked by the same API.
fn sent(view: &ImagesView, connections: Connections) -> Option<String> {
    let asked = apis::asked(connections);
    let one_api = asked.len() < 2
        && view
            .filters
            .iter()
            .all(|(name, _)| asked.iter().any(|(service, _)| *service == filter_name(name).0));
    if view.filters.is_empty() || one_api {
        return None;
    }
    let one = |(name, value): &(String, String)| {
        let to = asked.iter().find(|(service, _)| *service == filter_name(name).0);
        match to {
            Some((_, names)) => format!("{name}: {value} to {}", names.join(" and ")),
            None => format!("{name}: {value} to no connection, because none speaks that API"),
        }
    };
    Some(format!(". Filters sent: {}.", view.filters.iter().map(one).collect::<Vec<_>>().join("; ")))
}
