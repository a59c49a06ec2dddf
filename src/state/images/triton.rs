//! The list of a Triton CloudAPI: one bare array, all of it in one answer (contract §4.1).

use image_console_catalogue::stream::Element;
use image_console_catalogue::{Catalogue, Splitter};
use image_console_core::{ApiError, Request, Response, Service};
use image_console_platform::response_cache;
use image_console_upstream::triton_cloudapi::{Caller, ImageFilter, error, requests, row};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::load::{Job, is_web_page};
use super::{Arrived, Images, list};
use crate::state::client;

/// Brings the list in.
pub(super) async fn list(images: Images, job: &Job) -> Result<(), ApiError> {
    let filters = images.asked.get_value().unwrap_or_default();
    let (filter, _) = ImageFilter::parse(list::sent_to(&filters, Service::Api));
    let request = requests::list_images(&Caller::from(&job.connected.connection), &filter);
    let key = format!("{} {}", job.connected.connection.id, request.target);
    if let Some(copy) = job.copy {
        spawn_local(images.load_copy(job.source, copy, key.clone(), row::row));
    }
    fetch(images, job, &request, &key).await
}

async fn fetch(images: Images, job: &Job, request: &Request, key: &str) -> Result<(), ApiError> {
    let address = format!("{} {}", request.method, request.target);
    let mut answer = client::open(images.connections, &job.connected, request, &job.abort).await?;
    if !answer.is_success() {
        let (status, headers) = (answer.status, answer.headers);
        let body = answer.body.collect().await?;
        return Err(error::parse_error(&Response { status, headers, body }).at(address));
    }
    if is_web_page(&answer.headers) {
        let (status, headers) = (answer.status, answer.headers);
        let body = answer.body.collect().await?;
        let answer = Response { status, headers, body };
        return Err(requests::no_list(&answer).at(address));
    }
    let saving = response_cache::save(key, &mut answer).await;
    let request_id = answer.headers.get("Request-Id").map(str::to_owned);
    let load = (job.source, job.generation);
    let each = &mut |c: &mut Catalogue, element: Element<'_>| {
        let _ = c.append(job.source, job.generation, &[row::row(element.bytes)], 0);
    };
    let list = job.key();
    let progress = |body: &image_console_platform::body::Body| {
        images.arrived(&list, Arrived { done: body.received(), total: body.total(), to_come: 0 });
    };
    let end = images.read_rows(load, &mut answer.body, Splitter::array(), each, &progress).await;
    if let Some(saving) = saving {
        if matches!(end, Ok(Some(_))) {
            // A copy that cannot be kept costs the next visit a moment, not this one its list.
            let _ = saving.finish().await;
        } else {
            saving.discard().await;
        }
    }
    end.map(|_| ()).map_err(|mut error| {
        error.request_id = error.request_id.or(request_id);
        if error.address.is_empty() { error.at(address) } else { error }
    })
}
