//! What arrived, in order. A catch-all for tests: what is not in here was never sent.

use std::collections::VecDeque;

use serde_json::{Value, json};

use crate::wire::{Headers, Request, Response};

/// Old entries make room beyond this many.
const CAPACITY: usize = 10_000;

/// One request as received, and the status it was given.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Counts from 1 since the journal was last cleared.
    pub number: u64,
    /// The upstream's host name.
    pub host: String,
    /// Method.
    pub method: String,
    /// Raw path and query at the upstream.
    pub target: String,
    /// Raw path and query at the API origin, prefix included; empty for requests in process.
    pub via: String,
    /// The client's headers in the order they arrived.
    pub headers: Headers,
    /// The body as text; bytes that are not UTF-8 are replaced.
    pub body: String,
    /// The status answered; 0 when the connection was dropped or left hanging.
    pub status: u16,
}

impl Entry {
    /// The body as JSON; null when it is none.
    pub fn json_body(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    fn to_json(&self) -> Value {
        let headers: Vec<_> = self.headers.iter().map(|(name, value)| json!([name, value])).collect();
        json!({
            "number": self.number, "host": self.host, "method": self.method, "target": self.target,
            "via": self.via, "headers": headers, "body": self.body, "status": self.status,
        })
    }
}

/// All entries since it was last cleared.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    count: u64,
}

impl Journal {
    /// Writes a request down. The proxy keeps the client's own headers here, before it signs.
    pub fn record(&mut self, request: &Request, headers: Option<&Headers>, response: Option<&Response>) {
        self.count += 1;
        if self.entries.len() >= CAPACITY {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry {
            number: self.count,
            host: request.host().to_owned(),
            method: request.method.clone(),
            target: request.target.clone(),
            via: request.via.clone(),
            headers: headers.unwrap_or(&request.headers).clone(),
            body: String::from_utf8_lossy(&request.body).into_owned(),
            status: response.map_or(0, |response| response.status),
        });
    }

    /// A copy of the entries.
    pub fn entries(&self) -> Vec<Entry> {
        self.entries.iter().cloned().collect()
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The whole journal as a JSON array.
    pub fn to_json(&self) -> Value {
        self.entries.iter().map(Entry::to_json).collect()
    }
}
