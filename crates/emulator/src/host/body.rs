//! Bodies, read and sent.

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::{StreamExt, stream};
use tokio::sync::watch;
use tokio::time::sleep;

use crate::wire::Effects;

/// What is kept of a request body; the rest is read and thrown away, so that an upstream can
/// refuse it for its size.
const KEEP: usize = 1 << 20;
/// Size of the pieces a body is sent in.
const PIECE: usize = 64 << 10;
/// Pieces per second of a trickling body.
const TICKS: u64 = 20;

/// Reads a request's body.
pub async fn read(body: Body) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut pieces = body.into_data_stream();
    while let Some(Ok(piece)) = pieces.next().await {
        let room = KEEP.saturating_sub(kept.len()).min(piece.len());
        kept.extend_from_slice(piece.get(..room).unwrap_or_default());
    }
    kept
}

/// A body that goes out in pieces, with what is to go wrong with it.
pub fn send(bytes: Vec<u8>, effects: &Effects, release: watch::Receiver<u64>) -> Body {
    let sending = Sending {
        rest: Bytes::from(bytes),
        sent: 0,
        cut_at: effects.truncate_body,
        hold_at: effects.hold_after_bytes,
        rate: effects.bytes_per_second,
        release,
    };
    Body::from_stream(stream::unfold(Some(sending), |sending| async move { sending?.next().await }))
}

struct Sending {
    rest: Bytes,
    sent: usize,
    cut_at: Option<usize>,
    hold_at: Option<usize>,
    rate: Option<u64>,
    release: watch::Receiver<u64>,
}

impl Sending {
    async fn next(mut self) -> Option<(io::Result<Bytes>, Option<Self>)> {
        if self.hold_at == Some(self.sent) {
            let _ = self.release.changed().await;
            self.hold_at = None;
        }
        if self.cut_at.is_some_and(|at| self.sent >= at) {
            // What was sent before has to leave the buffers first.
            sleep(Duration::from_millis(30)).await;
            return Some((Err(io::ErrorKind::ConnectionAborted.into()), None));
        }
        if self.rest.is_empty() {
            return None;
        }
        let mut size = PIECE.min(self.rest.len());
        if let Some(rate) = self.rate {
            sleep(Duration::from_millis(1000 / TICKS)).await;
            size = size.min(usize::try_from(rate / TICKS).unwrap_or(PIECE).max(1));
        }
        for stop in [self.cut_at, self.hold_at].into_iter().flatten() {
            size = size.min(stop.saturating_sub(self.sent).max(1));
        }
        let piece = self.rest.split_to(size);
        self.sent += size;
        Some((Ok(piece), Some(self)))
    }
}
