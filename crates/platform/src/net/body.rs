//! The body of an answer, piece by piece, from the wire or from the cache.

use image_console_core::ApiError;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::in_flight::InFlight;
use crate::js::property;
use crate::time::slice::Slice;

/// The largest piece handed out: a parser gets through it within a few milliseconds.
const PIECE: u32 = 64 * 1024;

/// The bytes of an answer, in order. Dropping it before the end gives the request up.
pub struct Body {
    reader: Option<ReadableStreamDefaultReader>,
    in_flight: Option<InFlight>,
    status: u16,
    total: Option<u64>,
    received: u64,
    chunk: Option<Uint8Array>,
    taken: u32,
    buffer: Vec<u8>,
    slice: Slice,
}

impl Body {
    pub(super) fn of_answer(
        response: &Response,
        total: Option<u64>,
        in_flight: InFlight,
    ) -> Result<Self, ApiError> {
        in_flight.rearm();
        let Ok(reader) = reader(response) else {
            return Err(in_flight.unusable("The browser does not hand out the body of this answer."));
        };
        Ok(Self::new(reader, response.status(), total, Some(in_flight)))
    }

    /// A body that was stored: no time-out, nothing to give up.
    pub(crate) fn stored(response: &Response) -> Result<Self, JsValue> {
        Ok(Self::new(reader(response)?, response.status(), None, None))
    }

    fn new(
        reader: Option<ReadableStreamDefaultReader>,
        status: u16,
        total: Option<u64>,
        in_flight: Option<InFlight>,
    ) -> Self {
        Self {
            reader,
            in_flight,
            status,
            total,
            received: 0,
            chunk: None,
            taken: 0,
            buffer: Vec::new(),
            slice: Slice::default(),
        }
    }

    /// Bytes handed out so far, after decompression.
    #[must_use]
    pub const fn received(&self) -> u64 {
        self.received
    }

    /// Bytes to expect, when the answer said so and has not turned out to be compressed.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.total.filter(|total| *total >= self.received)
    }

    /// The next piece, at most 64 KiB, or `None` at the end. Lets the browser handle events and
    /// paint whenever 8 ms have been worked between two calls.
    ///
    /// # Errors
    /// `Unreadable` when the connection ended early (the message says after how many bytes),
    /// `TimedOut` when nothing came for the time allowed, `Cancelled` when given up.
    pub async fn next(&mut self) -> Result<Option<&[u8]>, ApiError> {
        self.slice.breathe().await;
        if self.chunk.is_none() && !self.fill().await? {
            return Ok(None);
        }
        let Some(chunk) = &self.chunk else { return Ok(None) };
        let end = chunk.length().min(self.taken.saturating_add(PIECE));
        let piece = chunk.subarray(self.taken, end);
        self.buffer.resize(piece.length() as usize, 0);
        piece.copy_to(&mut self.buffer);
        self.taken = end;
        self.received += u64::from(piece.length());
        if end == chunk.length() {
            self.chunk = None;
        }
        Ok(Some(&self.buffer))
    }

    /// All that is left, for answers that are small.
    ///
    /// # Errors
    /// As [`Body::next`].
    pub async fn collect(mut self) -> Result<Vec<u8>, ApiError> {
        let mut all = Vec::new();
        while let Some(piece) = self.next().await? {
            all.extend_from_slice(piece);
        }
        Ok(all)
    }

    /// Reads the next chunk that is not empty; `false` at the end.
    async fn fill(&mut self) -> Result<bool, ApiError> {
        while let Some(reader) = &self.reader {
            let Ok(read) = JsFuture::from(reader.read()).await else { return Err(self.broken()) };
            let value = property(&read, "value").and_then(|v| v.dyn_into::<Uint8Array>().ok());
            match value {
                None => self.reader = None,
                Some(chunk) => {
                    if let Some(in_flight) = &self.in_flight {
                        in_flight.rearm();
                    }
                    if chunk.length() > 0 {
                        self.chunk = Some(chunk);
                        self.taken = 0;
                        return Ok(true);
                    }
                }
            }
        }
        if let Some(in_flight) = &self.in_flight {
            in_flight.finish();
        }
        Ok(false)
    }

    fn broken(&self) -> ApiError {
        match &self.in_flight {
            Some(in_flight) => in_flight.broken(self.status, self.received),
            None => ApiError::without_answer(
                image_console_core::ErrorKind::Unreadable,
                format!("The stored copy cannot be read beyond {} bytes.", self.received),
            ),
        }
    }
}

/// A reader of the body; an answer may have none (204, HEAD).
fn reader(response: &Response) -> Result<Option<ReadableStreamDefaultReader>, JsValue> {
    response.body().map(|stream| ReadableStreamDefaultReader::new(&stream)).transpose()
}
