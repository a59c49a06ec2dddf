//! "Test connection": what a ping and an authenticated call together tell (contract §1.1, §2.3,
//! §2.5), in words.

#[cfg(test)]
mod tests;

use image_console_core::time::{self, Timestamp};
use image_console_core::{ApiError, ErrorKind, Response};

use crate::explanation::Explanation;
use crate::triton_cloudapi::error::{bare, parse_error};
use crate::triton_cloudapi::explain::{explain, explain_skew, skew_seconds};
use crate::triton_cloudapi::model::Ping;
use crate::triton_cloudapi::requests::{Meta, parse_ping, readable_json};

/// The allowed difference of the clocks, in milliseconds (contract §2.1).
const ALLOWED_SKEW: i64 = 300_000;

/// What came of one call: an answer of any status, or none.
pub type Outcome = Result<Response, ApiError>;

/// The two calls of a test.
#[derive(Debug)]
pub struct Observed<'a> {
    /// `GET /--ping`.
    pub ping: &'a Outcome,
    /// An authenticated call; ListDatacenters or GetAccount.
    pub call: &'a Outcome,
    /// This computer's time when the ping's answer came.
    pub at: Timestamp,
}

/// What the test found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It works.
    Fine {
        /// The datacenter's name, where it can be read.
        datacenter: Option<String>,
        /// The API versions it serves, where it says so.
        versions: Vec<String>,
    },
    /// Neither call got an answer.
    Unreachable,
    /// The endpoint answers the ping, but the browser blocks the signed call.
    SignedCallBlocked,
    /// No answer in time, in seconds.
    TimedOut(u32),
    /// The clocks differ, in seconds.
    Skew(u64),
    /// The account or key is not known, or the signature is wrong.
    UnknownKey,
    /// The account may not make the call.
    NoPermission,
    /// The API version is not served.
    WrongVersion(Vec<String>),
    /// Something answers that is not a CloudAPI.
    NotCloudApi,
    /// The request could not be signed here.
    NotSigned,
    /// Anything else.
    Other,
}

/// A finding with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was found.
    pub finding: Finding,
    /// One line.
    pub headline: String,
    /// Why and what next; absent when it works.
    pub explanation: Option<Explanation>,
    /// The error that says so, for its code, message and request id.
    pub error: Option<ApiError>,
}

/// Classifies what was observed.
#[must_use]
pub fn classify(observed: &Observed<'_>) -> Report {
    let ping = observed.ping.as_ref().map_err(Clone::clone).and_then(parse_ping);
    let error = match observed.call {
        Ok(response) if response.is_success() => {
            return match readable_json(response) {
                Ok(()) => fine(ping.ok(), response),
                Err(error) => report(Finding::NotCloudApi, error),
            };
        }
        Ok(response) => parse_error(response),
        Err(error) => error.clone(),
    };
    let versions = ping.as_ref().map(|p| p.versions.clone()).unwrap_or_default();
    let finding = match (&error.kind, &ping) {
        (ErrorKind::Unreachable, Ok(_)) => blocked_or_skewed(observed),
        (ErrorKind::Unreachable, Err(e)) if e.kind == ErrorKind::Unreadable => Finding::NotCloudApi,
        (ErrorKind::Unreachable, Err(_)) => Finding::Unreachable,
        (ErrorKind::TimedOut(seconds), _) => Finding::TimedOut(*seconds),
        (ErrorKind::NotSigned, _) => Finding::NotSigned,
        (ErrorKind::Unreadable, _) => Finding::NotCloudApi,
        (ErrorKind::Refused, _) => refused(&error, versions, observed),
        (ErrorKind::Cancelled | ErrorKind::ReadOnly, _) => Finding::Other,
    };
    report(finding, error)
}

fn refused(error: &ApiError, versions: Vec<String>, observed: &Observed<'_>) -> Finding {
    if let Some(seconds) = skew_seconds(&error.message) {
        return Finding::Skew(seconds);
    }
    match (error.status, error.code.as_deref().map(bare)) {
        (_, Some("RequestExpired" | "InvalidHeader")) => {
            measured_skew(observed).map_or(Finding::Other, Finding::Skew)
        }
        (_, Some("InvalidVersion")) | (Some(449), _) => Finding::WrongVersion(versions),
        (_, Some("InvalidCredentials")) | (Some(401), _) => Finding::UnknownKey,
        (_, Some("NotAuthorized")) | (Some(403), _) => Finding::NoPermission,
        (Some(404 | 405), None) => Finding::NotCloudApi,
        _ if error.code.is_none() && error.excerpt.is_some() => Finding::NotCloudApi,
        _ => Finding::Other,
    }
}

/// Errors that are raised early carry no CORS headers, so a refused clock looks like a network
/// failure; the `Date` of the ping, where it can be read, tells them apart.
fn blocked_or_skewed(observed: &Observed<'_>) -> Finding {
    measured_skew(observed).map_or(Finding::SignedCallBlocked, Finding::Skew)
}

/// The difference from the ping's `Date`, in seconds, when it is over what is allowed.
fn measured_skew(observed: &Observed<'_>) -> Option<u64> {
    let date = observed.ping.as_ref().ok()?.headers.get("Date").and_then(Timestamp::parse_http_date)?;
    let difference = observed.at.0.saturating_sub(date.0).saturating_abs();
    (difference > ALLOWED_SKEW).then(|| u64::try_from(difference / 1000).unwrap_or_default())
}

fn fine(ping: Option<Ping>, response: &Response) -> Report {
    let ping = ping.unwrap_or_default();
    let datacenter = Meta::of(response).datacenter.or(ping.datacenter);
    let place = datacenter.as_ref().map(|d| format!(" Datacenter {d}.")).unwrap_or_default();
    let served = if ping.versions.is_empty() {
        String::new()
    } else {
        format!(" API versions {}.", ping.versions.join(", "))
    };
    Report {
        headline: format!("The endpoint answers and accepts the credentials.{place}{served}"),
        finding: Finding::Fine { datacenter, versions: ping.versions },
        explanation: None,
        error: None,
    }
}

fn report(finding: Finding, error: ApiError) -> Report {
    let headline = match &finding {
        Finding::Fine { .. } => String::new(),
        Finding::Unreachable => "The endpoint cannot be reached from this page.".to_owned(),
        Finding::SignedCallBlocked => "The endpoint answers, but the signed call was blocked.".to_owned(),
        Finding::TimedOut(seconds) => format!("The endpoint did not answer within {seconds} seconds."),
        Finding::Skew(seconds) => {
            let apart = i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX);
            format!("The clocks are {} apart.", time::duration(apart))
        }
        Finding::UnknownKey => "The account or the key is not known here.".to_owned(),
        Finding::NoPermission => "The key is known, but the call is not allowed.".to_owned(),
        Finding::WrongVersion(versions) if versions.is_empty() => "The API version is not served.".to_owned(),
        Finding::WrongVersion(versions) => {
            format!("The API version is not served. The endpoint has {}.", versions.join(", "))
        }
        Finding::NotCloudApi => "Something answers at this address, but it is not a CloudAPI.".to_owned(),
        Finding::NotSigned => "The call could not be signed.".to_owned(),
        Finding::Other => "The endpoint answers, but the call failed.".to_owned(),
    };
    let explanation = match &finding {
        Finding::SignedCallBlocked => Explanation::new(
            "The browser asks first whether a page may send Authorization and x-date, and CloudAPI says no. An early refusal, such as a wrong clock, looks the same from here.",
            "Put a CORS proxy in between that admits these headers and adds CORS headers to every answer, then use its address as the endpoint.",
        ),
        Finding::NotCloudApi => Explanation::new(
            "The answer is not one that a CloudAPI gives.",
            "Check the endpoint: it is the root of the API or of the proxy to it, without /my behind it.",
        ),
        Finding::Skew(seconds) => explain_skew(*seconds),
        _ => explain(&error),
    };
    Report { finding, headline, explanation: Some(explanation), error: Some(error) }
}
