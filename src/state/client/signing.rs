//! Signing in the browser: a part of its own, for consoles whose proxy does not sign.

use std::pin::Pin;
use std::sync::Arc;

use image_console_core::{ApiError, ErrorKind, Headers, Request};
use image_console_platform::signer::{self, TritonIdentity};

use crate::state::connections::Connected;
use crate::state::parts::{enter, entry};

/// Signs one attempt.
type Sign = fn(Arc<Connected>, Request) -> Pin<Box<dyn Future<Output = Result<Headers, ApiError>>>>;

entry!(signer, sign, Sign, |connected, request| Box::pin(sign_here(connected, request)));

/// The headers that sign one attempt at a request.
pub async fn headers(connected: &Arc<Connected>, request: &Request) -> Result<Headers, ApiError> {
    let sign = enter!(sign).await.map_err(|_| {
        not_signed(
            "The part of the console that signs requests could not be loaded. Check the connection to \
             the console's own server and try again.",
        )
    })?;
    sign(Arc::clone(connected), request.clone()).await
}

async fn sign_here(connected: Arc<Connected>, request: Request) -> Result<Headers, ApiError> {
    let connection = &connected.connection;
    let Some(key) = connected.key.clone() else {
        return Err(not_signed(format!(
            "{} signs its requests in the browser, but no key is chosen for it here.",
            connection.name
        )));
    };
    let account = connection.account.clone();
    let identity = TritonIdentity { account, sub_user: connection.sub_user.clone(), key };
    signer::sign_triton(&identity, &request).await
}

fn not_signed(why: impl Into<String>) -> ApiError {
    ApiError::without_answer(ErrorKind::NotSigned, why.into())
}
