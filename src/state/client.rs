//! Sending a request on a connection: with its authentication, made anew for each attempt, and
//! remembering how the connection answered.

pub mod preview;
mod signing;
pub mod token;

use std::sync::Arc;

use image_console_core::config::Authentication;
use image_console_core::{ApiError, ErrorKind, Headers, Request, Response, Service};
use image_console_platform::AbortHandle;
use image_console_platform::Call;
use image_console_platform::clock;
use image_console_platform::stream::{self, Streaming};

use super::connections::{Connected, Connections, Health};

/// How long a question that only reads may take, in milliseconds of silence.
pub const READ_TIMEOUT_MS: u32 = 30_000;

/// How long an action may take: some answer only when a copy is done, and the front proxy of a
/// datacenter gives up after 120 s (Triton contract §7.3).
pub const ACTION_TIMEOUT_MS: u32 = 150_000;

/// Where requests to a service go, on the way of a connection.
///
/// # Errors
/// When the connection has no such way.
fn root<'a>(connected: &'a Connected, request: &Request) -> Result<&'a str, ApiError> {
    let connection = &connected.connection;
    connection.root(request.service).ok_or_else(|| {
        let message = format!(
            "{} has no endpoint for this request: the service {} is not set for it.",
            connection.name,
            request.service.word()
        );
        ApiError::without_answer(ErrorKind::NotSigned, message)
    })
}

/// The headers that authenticate one attempt at a request.
async fn authentication(
    connections: Connections,
    connected: &Arc<Connected>,
    request: &Request,
) -> Result<Headers, ApiError> {
    // Where tokens come from, none is shown.
    if connected.connection.authentication == Authentication::Proxy || request.service == Service::Uaa {
        return Ok(Headers::default());
    }
    signing::headers(connections, connected, request).await
}

/// Sends a request and returns as soon as its headers are there, keeping a copy for the cache.
///
/// # Errors
/// When no answer came, or the request could not be authenticated.
pub async fn open(
    connections: Connections,
    connected: &Arc<Connected>,
    request: &Request,
    abort: &AbortHandle,
) -> Result<Streaming, ApiError> {
    let connection = &connected.connection;
    let root = root(connected, request)?;
    let auth = authentication(connections, connected, request).await?;
    let call = Call::new(root, request).auth(auth).timeout(READ_TIMEOUT_MS);
    let answer = stream::open_for_cache(&call, abort).await;
    observe(connections, &connection.id, answer.as_ref().err());
    answer
}

/// Sends a request and waits for the whole answer, whatever its status.
///
/// # Errors
/// When no answer came, or the request could not be authenticated.
pub async fn send(
    connections: Connections,
    connected: &Arc<Connected>,
    request: &Request,
    timeout_ms: u32,
    abort: &AbortHandle,
) -> Result<Response, ApiError> {
    let connection = &connected.connection;
    let root = root(connected, request)?;
    let token = connection.authentication == Authentication::Token;
    let mut repeated = false;
    loop {
        let auth = authentication(connections, connected, request).await?;
        let call = Call::new(root, request).auth(auth.clone()).timeout(timeout_ms);
        let answer = image_console_platform::fetch::send(&call, abort).await;
        observe(connections, &connection.id, answer.as_ref().err());
        match &answer {
            Ok(refused)
                if token
                    && refused.status == 401
                    && signing::mend(connections, connected, auth, repeated, refused).await
                    && !abort.is_aborted() =>
            {
                repeated = true;
            }
            _ => return answer,
        }
    }
}

/// Sends a request that needs no authentication, such as a sign of life. What comes of it does not
/// count as how the connection answered.
///
/// # Errors
/// When no answer came.
pub async fn send_unsigned(
    connected: &Connected,
    request: &Request,
    timeout_ms: u32,
    abort: &AbortHandle,
) -> Result<Response, ApiError> {
    let call = Call::new(root(connected, request)?, request).timeout(timeout_ms);
    image_console_platform::fetch::send(&call, abort).await
}

/// An answer of any status shows that the connection works; whether it was the wished one is for
/// its reader to say.
fn observe(connections: Connections, id: &str, error: Option<&ApiError>) {
    match error {
        None => connections.observed(id, Health::Fine(clock::now())),
        Some(error) if error.kind == ErrorKind::Cancelled => {}
        Some(error) => connections.observed(id, Health::Trouble(error.clone())),
    }
}
