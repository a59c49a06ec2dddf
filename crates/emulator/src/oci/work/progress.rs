//! How far a work request has come at a time, what it has logged, and what went wrong.

use serde_json::{Value, json};

use super::WorkRequest;
use crate::oci::sentinel::Ending;
use crate::time::{self, SECOND};

impl WorkRequest {
    /// When it leaves `ACCEPTED`: after two seconds, or a tenth of its time.
    pub fn starts(&self) -> i64 {
        self.accepted + (2 * SECOND).min((self.ends - self.accepted) / 10)
    }

    /// Its `status`.
    pub fn status(&self, now: i64) -> &'static str {
        let cancels = self.ending == Ending::Cancels;
        match self.ending {
            Ending::Succeeds if now >= self.ends => "SUCCEEDED",
            Ending::Fails(_) if now >= self.ends => "FAILED",
            Ending::Cancels if now >= self.ends => "CANCELED",
            _ if now < self.starts() => "ACCEPTED",
            _ if cancels && now >= self.starts() + (self.ends - self.starts()) / 2 => "CANCELING",
            _ => "IN_PROGRESS",
        }
    }

    /// Its `percentComplete`: rises evenly, and stays where it was when it fails.
    pub fn percent(&self, now: i64) -> f64 {
        let cap = match self.ending {
            Ending::Succeeds if now >= self.ends => return 100.0,
            Ending::Succeeds => 99.0,
            Ending::Fails(_) => 71.5,
            Ending::Cancels => 50.0,
        };
        let (done, all) = (now - self.starts(), (self.ends - self.starts()).max(1));
        let share = (done * 1000 / all).clamp(0, 1000) as f64 / 10.0;
        share.min(cap)
    }

    /// What it has logged by then, oldest first.
    pub fn logs(&self, now: i64) -> Vec<(i64, Value)> {
        let (start, span) = (self.starts(), self.ends - self.starts());
        let ending = match self.ending {
            Ending::Succeeds => "Finished.",
            Ending::Fails(_) => "Failed; see the errors.",
            Ending::Cancels => "Canceled.",
        };
        let lines = [
            (self.accepted, "Accepted."),
            (start, "Started: reading the boot volume."),
            (start + span / 4, "Converting."),
            (start + span / 2, "Transferring."),
            (self.ends, ending),
        ];
        lines.into_iter().filter(|(at, _)| now >= *at).map(|(at, text)| (at, entry(at, None, text))).collect()
    }

    /// What went wrong.
    pub fn errors(&self, now: i64) -> Vec<(i64, Value)> {
        match self.ending {
            Ending::Fails(code) if now >= self.ends => {
                let message = match code {
                    "NotAuthorizedOrNotFound" => "The bucket cannot be written to, or is not there.",
                    "LimitExceeded" => "The object is larger than the bucket's limit allows.",
                    "ExternalServerUnreachable" => "Object storage cannot be reached.",
                    _ => "An internal error stopped the work.",
                };
                vec![(self.ends, entry(self.ends, Some(code), message))]
            }
            _ => Vec::new(),
        }
    }
}

fn entry(at: i64, code: Option<&str>, message: &str) -> Value {
    let mut value = json!({"message": message, "timestamp": time::iso(at)});
    if let Some(code) = code {
        value["code"] = code.into();
    }
    value
}
