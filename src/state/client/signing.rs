//! Credentials that the browser adds: a part of its own, for consoles whose proxy does not.

use std::pin::Pin;
use std::sync::Arc;

use image_console_core::config::{Oci, Triton, Upstream};
use image_console_core::{ApiError, ErrorKind, Headers, Request, Response};
use image_console_platform::signer::{self, OciIdentity, TritonIdentity};
use image_console_upstream::oci;

use super::token;
use crate::state::connections::{Connected, Connections};
use crate::state::parts::{enter, entry};

/// Signs one attempt.
type Sign =
    fn(Connections, Arc<Connected>, Request) -> Pin<Box<dyn Future<Output = Result<Headers, ApiError>>>>;

entry!(signer, sign, Sign, |connections, connected, request| {
    Box::pin(sign_here(connections, connected, request))
});

/// Mends what a refused request says is wrong with the token.
type MendToken =
    fn(Connections, Arc<Connected>, Headers, bool, Response) -> Pin<Box<dyn Future<Output = bool>>>;

entry!(signer, mend_token, MendToken, |connections, connected, used, repeated, response| {
    Box::pin(token::mend(connections, connected, used, repeated, response))
});

/// Whether the request that was refused may be sent once more with a better token.
pub async fn mend(
    connections: Connections,
    connected: &Arc<Connected>,
    used: Headers,
    repeated: bool,
    response: &Response,
) -> bool {
    let Ok(mend) = enter!(mend_token).await else { return false };
    mend(connections, Arc::clone(connected), used, repeated, response.clone()).await
}

/// The headers that sign one attempt at a request.
pub async fn headers(
    connections: Connections,
    connected: &Arc<Connected>,
    request: &Request,
) -> Result<Headers, ApiError> {
    let sign = enter!(sign).await.map_err(|_| {
        not_signed(
            "The part of the console that signs requests could not be loaded. Check the connection to \
             the console's own server and try again.",
        )
    })?;
    sign(connections, Arc::clone(connected), request.clone()).await
}

async fn sign_here(
    connections: Connections,
    connected: Arc<Connected>,
    request: Request,
) -> Result<Headers, ApiError> {
    match &connected.connection.upstream {
        Upstream::Triton(triton) => sign_triton(&connected, triton, &request).await,
        Upstream::Oci(oci) => sign_oci(&connected, oci, &request).await,
        Upstream::Marketplace(_) | Upstream::CloudFoundry(_) => token::headers(connections, &connected),
    }
}

async fn sign_triton(connected: &Connected, triton: &Triton, request: &Request) -> Result<Headers, ApiError> {
    let Some(key) = connected.key.clone() else { return Err(no_key(connected, "no key is chosen")) };
    let account = triton.account.clone();
    let identity = TritonIdentity { account, sub_user: triton.sub_user.clone(), key };
    signer::sign_triton(&identity, request).await
}

async fn sign_oci(connected: &Connected, oci: &Oci, request: &Request) -> Result<Headers, ApiError> {
    let Some(host) = oci::host(request.service, &oci.region, &oci.realm_domain) else {
        return Err(not_signed(format!("Oracle Cloud has no service {}.", request.service.word())));
    };
    let identity = match (&connected.session, &connected.key) {
        (Some(session), _) => OciIdentity::Session { token: &session.token, key: &session.key },
        (None, Some(_)) if oci.user.is_empty() => {
            let name = &connected.connection.name;
            return Err(not_signed(format!(
                "{name} signs with an API key, which takes the user's OCID, but none is set for it."
            )));
        }
        (None, Some(key)) => OciIdentity::ApiKey { tenancy: &oci.tenancy, user: &oci.user, key },
        (None, None) => return Err(no_key(connected, "neither a key nor a session token is given")),
    };
    signer::sign_oci(identity, &host, request).await
}

fn no_key(connected: &Connected, what: &str) -> ApiError {
    let name = &connected.connection.name;
    not_signed(format!("{name} signs its requests in the browser, but {what} for it here."))
}

pub(super) fn not_signed(why: impl Into<String>) -> ApiError {
    ApiError::without_answer(ErrorKind::NotSigned, why.into())
}
