//! Oracle Cloud: one call to each service that the connection leads to.

use std::sync::Arc;

use image_console_core::config::Connection;
use image_console_core::{ErrorKind, Request, Service};
use image_console_platform::{AbortHandle, clock};
use image_console_upstream::oci::connection_test::{Finding, classify};
use image_console_upstream::oci::filter::Filter;
use image_console_upstream::{oci_artifacts, oci_compute};

use super::{Report, TIMEOUT_MS};
use crate::state::client;
use crate::state::connections::{Connected, Connections};

/// A question to each service that the connection leads to. Compute and Artifacts are asked about the
/// first compartment, because that needs the compartment to be right too.
pub fn questions(connection: &Connection) -> Vec<(&'static str, Request)> {
    let Some(oci) = connection.oci() else { return Vec::new() };
    let compartment = oci.compartments.first().map_or("", String::as_str);
    let root = if oci.tenancy.is_empty() { compartment } else { &oci.tenancy };
    let all = [
        ("Compute", oci_compute::requests::list_images(compartment, &Filter::default())),
        ("Artifacts", oci_artifacts::requests::list_repositories(compartment)),
        ("Identity", oci_compute::requests::list_compartments(root, false)),
        ("Object Storage", oci_compute::requests::get_namespace()),
    ];
    all.into_iter().filter(|(_, request)| connection.root(request.service).is_some()).collect()
}

/// Asks one service after the other; what the first failure says is said, and which ones work.
pub async fn run(connections: Connections, connected: &Arc<Connected>, abort: &AbortHandle) -> Report {
    let mut first: Option<Report> = None;
    let mut details = Vec::new();
    for (name, request) in questions(&connected.connection) {
        let outcome = client::send(connections, connected, &request, TIMEOUT_MS, abort).await;
        let found = classify(&outcome, clock::now());
        details.push((name.to_owned(), headline(request.service, found.finding, found.headline).to_owned()));
        let Some(mut explanation) = found.explanation else { continue };
        if found.finding == Finding::NotAuthenticated
            && let Some(session) = &connected.session
        {
            let end = session.expires.map(|at| format!("; it says it ends {}", at.day_and_time()));
            let end = end.unwrap_or_default();
            explanation.next = format!("The session token may have expired{end}. {}", explanation.next);
        }
        let lost = found.error.as_ref().is_some_and(|error| error.kind == ErrorKind::NotSigned);
        first.get_or_insert_with(|| Report {
            headline: format!("{name}: {}", headline(request.service, found.finding, found.headline)),
            why: explanation.why,
            next: explanation.next,
            error: found.error,
            details: Vec::new(),
        });
        // What cannot be signed for one service cannot be for the next one.
        if lost || abort.is_aborted() {
            break;
        }
    }
    let fine = || Report {
        headline: "It works".to_owned(),
        why: String::new(),
        next: String::new(),
        error: None,
        details: Vec::new(),
    };
    Report { details, ..first.unwrap_or_else(fine) }
}

/// The words are about a compartment, which not every question is about.
fn headline(service: Service, finding: Finding, words: &'static str) -> &'static str {
    match (service, finding) {
        (Service::Identity | Service::ObjectStorage, Finding::NotThereOrNotAllowed) => {
            "The key is accepted, but what was asked for is not there or not yours to see"
        }
        _ => words,
    }
}
