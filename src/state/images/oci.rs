//! The lists of Oracle Cloud: many pages each, and container images state by state, because which
//! states a list has that names none is not documented. A part of its own: consoles without such a
//! connection never load it.

use std::pin::Pin;
use std::rc::Rc;

use image_console_catalogue::stream::{Element, Summary};
use image_console_catalogue::{Catalogue, Splitter};
use image_console_core::{ApiError, ErrorKind, Request, Response, Service};
use image_console_platform::stream::Streaming;
use image_console_platform::{clock, response_cache, timer};
use image_console_upstream::oci::filter::Filter;
use image_console_upstream::oci::{self, error, paging};
use image_console_upstream::{oci_artifacts, oci_compute};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::load::{Job, Row, is_web_page};
use super::{Arrived, Images, deletions, list};
use crate::state::client;
use crate::state::parts::{enter, entry};

/// Waits before a page is asked for again that came at a bad moment, in milliseconds.
const PAUSES: [u32; 3] = [1_000, 2_000, 4_000];

/// The longest wait that a server can ask for, in seconds: beyond that the user is told.
const LONGEST_WAIT_S: u32 = 30;

/// Brings a list in.
type List = fn(Images, Rc<Job>) -> Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

entry!(oci, list_oci, List, |images, job| Box::pin(async move { list_here(images, &job).await }));

/// Brings a list in, once the part that can is here.
pub(super) async fn list_with(images: Images, job: Rc<Job>) -> Result<(), ApiError> {
    match enter!(list_oci).await {
        Ok(list) => list(images, job).await,
        Err(_) => Err(ApiError::without_answer(
            ErrorKind::Unreachable,
            "The part of the console that reads the lists of Oracle Cloud could not be loaded. Check the \
             connection to the console's own server and try again.",
        )),
    }
}

async fn list_here(images: Images, job: &Job) -> Result<(), ApiError> {
    let (service, compartment) = (list::service(&job.part), list::compartment(&job.part));
    let filters = images.asked.get_value().unwrap_or_default();
    // The whole tree can only be asked for from its root.
    let root = job.connected.connection.oci().is_some_and(|oci| oci.tenancy == compartment);
    let sent = list::sent_to(&filters, service).filter(|(name, _)| root || *name != "compartmentIdInSubtree");
    let sent: Vec<(&str, &str)> = sent.collect();
    let containers = service == Service::Artifacts;
    let (row, requests): (Row, Vec<Request>) = if containers {
        let (filter, _) = Filter::parse(oci_artifacts::IMAGE_PARAMS, sent.iter().copied());
        let states = oci_artifacts::states(&filter);
        let one = |state| oci_artifacts::requests::list_images(compartment, state, &filter);
        (oci_artifacts::row::row, states.into_iter().map(one).collect())
    } else {
        let (filter, _) = Filter::parse(oci_compute::IMAGE_PARAMS, sent.iter().copied());
        (oci_compute::row::row, vec![oci_compute::requests::list_images(compartment, &filter)])
    };
    let targets: Vec<&str> = requests.iter().map(|request| request.target.as_str()).collect();
    let key = format!("{} {}", job.connected.connection.id, targets.join(" "));
    if let Some(copy) = job.copy {
        spawn_local(images.load_copy(job.source, copy, key.clone(), row));
    }

    let mut walk = Walk { images, job, row, arrived: 0, kept: String::from("["), deleted: Vec::new() };
    for (at, request) in requests.iter().enumerate() {
        if !walk.pages(request, at + 1 == requests.len()).await? {
            return Ok(());
        }
    }
    walk.kept.push(']');
    // A copy that cannot be kept costs the next visit a moment, not this one its list.
    let _ = response_cache::store(&key, &walk.kept).await;
    let every_deleted = sent.iter().all(|(name, value)| (*name, *value) == ("lifecycleState", "DELETED"));
    if containers && every_deleted {
        let connection = &job.connected.connection.id;
        deletions::list_was_read(connection, compartment, walk.deleted, clock::now()).await;
    }
    Ok(())
}

/// The way through the pages of one list.
struct Walk<'a> {
    images: Images,
    job: &'a Job,
    row: Row,
    arrived: u64,
    /// All elements as they came, for the copy that the next visit shows at once.
    kept: String,
    /// The ids of the images that are `DELETED`.
    deleted: Vec<String>,
}

impl Walk<'_> {
    /// All pages from this one on. `false` when nobody waits for them any more.
    async fn pages(&mut self, first: &Request, last_list: bool) -> Result<bool, ApiError> {
        let mut request = first.clone();
        let mut seen: Vec<String> = Vec::new();
        loop {
            let address = format!("{} {}", request.method, request.target);
            let mut answer = self.open(&request).await.map_err(|error| match error.address.as_str() {
                "" => error.at(address.as_str()),
                _ => error,
            })?;
            let request_id = answer.headers.get("opc-request-id").map(str::to_owned);
            let read = self.rows(&mut answer).await.map_err(|mut error| {
                error.request_id = error.request_id.or(request_id);
                error.at(address.as_str())
            })?;
            let Some(summary) = read else { return Ok(false) };
            self.say_how_far(&summary, last_list);
            let answer = Response { status: answer.status, headers: answer.headers, body: Vec::new() };
            let next = paging::next(&request, &answer);
            seen.push(request.target);
            request = match next {
                Some(next) if !seen.contains(&next.target) => next,
                None if paging::next_page(&answer).is_none() => return Ok(true),
                _ => {
                    let message = "The list cannot be read to its end: a page names one that was read \
                                   already as the next.";
                    return Err(ApiError::without_answer(ErrorKind::Unreadable, message).at(address));
                }
            };
        }
    }

    /// Asks for a page, again after a while when the service is busy just now.
    async fn open(&self, request: &Request) -> Result<Streaming, ApiError> {
        let mut pauses = PAUSES.into_iter();
        loop {
            let job = self.job;
            let answer = client::open(self.images.connections, &job.connected, request, &job.abort).await?;
            if answer.is_success() && !is_web_page(&answer.headers) {
                return Ok(answer);
            }
            let (status, headers) = (answer.status, answer.headers);
            let answer = Response { status, headers, body: answer.body.collect().await? };
            let error = match oci::success(&answer) {
                Err(error) => error,
                Ok(_) => error::parse_error(&answer),
            };
            let asked = error.retry_after.as_deref().and_then(|text| text.trim().parse::<u32>().ok());
            let busy = matches!(status, 429 | 503) && asked.is_none_or(|seconds| seconds <= LONGEST_WAIT_S);
            let Some(pause) = pauses.next().filter(|_| busy) else { return Err(error) };
            timer::sleep(asked.map_or(pause, |seconds| seconds * 1_000)).await;
            let wanted = self.images.update(|c| c.append(job.source, job.generation, &[], 0));
            if wanted != Some(true) {
                return Err(error);
            }
        }
    }

    /// Reads the rows of a page. Nothing when nobody waits for them any more.
    async fn rows(&mut self, answer: &mut Streaming) -> Result<Option<Summary>, ApiError> {
        let (source, generation, row) = (self.job.source, self.job.generation, self.row);
        let Self { arrived, kept, deleted, .. } = self;
        let each = &mut |catalogue: &mut Catalogue, element: Element<'_>| {
            if kept.len() > 1 {
                kept.push(',');
            }
            kept.push_str(&String::from_utf8_lossy(element.bytes));
            let row = row(element.bytes);
            *arrived += 1;
            if row.state.as_ref().value().is_some_and(|state| *state == "DELETED") {
                deleted.extend(row.id.as_ref().value().map(|id| id.to_string()));
            }
            let _ = catalogue.append(source, generation, &[row], 0);
        };
        let splitter = Splitter::envelope(oci_artifacts::requests::ITEMS);
        self.images.read_rows((source, generation), &mut answer.body, splitter, each, &|_| {}).await
    }

    /// `remainingItemsCount` tells how many of this list come after the page; the whole is known when
    /// no other list follows.
    fn say_how_far(&self, page: &Summary, last_list: bool) {
        let remaining = page.fields.iter().find(|(name, _)| name == "remainingItemsCount");
        let remaining = remaining.and_then(|(_, text)| text.parse::<u64>().ok());
        let total = remaining.filter(|_| last_list).map(|more| self.arrived + more);
        let to_come = remaining.unwrap_or_default();
        self.images.arrived(&self.job.key(), Arrived { done: self.arrived, total, to_come });
        self.images.changed();
    }
}
