//! Chunked upload: the chunks after the first, and the end (section 3.5).

use serde_json::json;

use super::create::{checked, file_name, form, part};
use crate::marketplace::Marketplace;
use crate::marketplace::course::Turn;
use crate::marketplace::handle::Context;
use crate::marketplace::problem::Problem;
use crate::marketplace::store::Chunks;
use crate::wire::{Request, Response, query};

impl Marketplace {
    /// `POST machineimages/{id}/chunk`. A number sent again takes the earlier one's place.
    pub(in crate::marketplace) fn receive_chunk(
        &mut self,
        id: i64,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let request = context.request;
        let upload = self.uploads.get_mut(&id).ok_or_else(Problem::not_found)?;
        file_name(request)?;
        let number = request.header("x-chunk-number").and_then(|text| text.trim().parse::<i64>().ok());
        let number = number.ok_or_else(|| Problem::invalid("X-Chunk-Number"))?;
        let parts = form(request)?;
        let bytes = part(&parts, "file")?;
        let checksum = checked(request, bytes)?;
        let chunks = open(upload.chunks.as_mut())?;
        if !(0..=chunks.declared).contains(&number) {
            return Err(Problem::invalid(format!("X-Chunk-Number {number}")));
        }
        // Number 0 is the first request's own, sent again.
        if number > 0 && chunks.numbers.insert(number) {
            upload.size += bytes.len() as u64;
        }
        let (come, declared) = (chunks.received(), chunks.declared);
        let pending = (declared - come).max(0);
        upload.touch(
            json!({"uploadedChunks": come, "pendingChunks": pending}),
            context.user.name,
            context.now,
        );
        let body = json!({
            "uploadRequestId": id.to_string(), "checksum": checksum, "uploadedChunks": come, "pendingChunks": pending,
        });
        Ok(Response::json(200, &body))
    }

    /// `PATCH machineimages/{id}`: all chunks are there, put them together.
    pub(in crate::marketplace) fn merge(
        &mut self,
        id: i64,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        let upload = self.uploads.get_mut(&id).ok_or_else(Problem::not_found)?;
        if action(context.request).as_deref() != Some("upload") {
            return Err(Problem::invalid("action"));
        }
        let chunks = open(upload.chunks.as_mut())?;
        let (come, declared) = (chunks.received(), chunks.declared);
        if come != declared {
            return Err(Problem::invalid(format!("{come} of {declared} chunks have been uploaded")));
        }
        chunks.closed = true;
        let turn = if chunks.fit() { None } else { Some(Turn::MergeFails) };
        let path = upload.text("imageFilePath").to_owned();
        upload.touch(json!({}), context.user.name, context.now);
        let stored = self.storage.get(&path).map(|stored| stored.places.keys().copied().collect::<Vec<_>>());
        let start = self.fresh(&stored.unwrap_or_default());
        self.start(id, &start, turn, context.now);
        let shown = if self.switches.other_entity_id { id + 573_503 } else { id };
        Ok(Response::json(200, &json!({"message": "OK", "entityId": shown.to_string()})))
    }
}

/// The chunks of an upload that still takes some.
fn open(chunks: Option<&mut Chunks>) -> Result<&mut Chunks, Problem> {
    let open = chunks.filter(|chunks| !chunks.closed);
    open.ok_or_else(|| Problem::invalid("the upload takes no chunks"))
}

/// The form's `action`, be it multipart or not.
fn action(request: &Request) -> Option<String> {
    if let Ok(parts) = form(request) {
        return part(&parts, "action").ok().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    }
    let pairs = query::pairs(&String::from_utf8_lossy(&request.body));
    pairs.into_iter().find(|(name, _)| name == "action").map(|(_, value)| value)
}
