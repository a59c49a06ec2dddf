//! What comes back: a response, and what shall go wrong on its way.

use super::Headers;

/// A complete HTTP response.
#[derive(Clone, Debug, Default)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The headers in the order they are sent.
    pub headers: Headers,
    /// The whole body; the host sends it in pieces.
    pub body: Vec<u8>,
}

impl Response {
    /// A response without body.
    pub fn empty(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    /// A JSON response from text that is JSON already.
    pub fn json_text(status: u16, text: impl Into<Vec<u8>>) -> Self {
        let mut response = Self { status, body: text.into(), ..Self::default() };
        response.headers.push("Content-Type", "application/json");
        response
    }

    /// A JSON response.
    pub fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::json_text(status, value.to_string())
    }

    /// The body as JSON; null when it is none.
    pub fn value(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// What happens to a response between the upstream and the client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Milliseconds before the first byte.
    pub delay_ms: u64,
    /// No answer until the client gives up or the faults are cleared.
    pub hang: bool,
    /// The connection is closed before the first byte.
    pub drop: bool,
    /// The whole length is promised, but the connection is cut after this many bytes.
    pub truncate_body: Option<usize>,
    /// The body stops after this many bytes and goes on when the faults are cleared.
    pub hold_after_bytes: Option<usize>,
    /// The body trickles at this many bytes per second.
    pub bytes_per_second: Option<u64>,
}

/// A response and its fate.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// What the upstream says.
    pub response: Response,
    /// What the network makes of it.
    pub effects: Effects,
}

impl From<Response> for Reply {
    fn from(response: Response) -> Self {
        Self { response, effects: Effects::default() }
    }
}
