//! The documented errors (contract §2) as data.

use crate::explanation::Explanation;

/// Status, number, title, why, what to do next.
type Line = (u16, u64, &'static str, &'static str, &'static str);

const LATER: &str =
    "Wait until the time that the answer names, then try again; what is being followed goes on by itself.";
const MESSAGE: &str = "Correct what the message names.";

pub(super) const CODES: &[Line] = &[
    (
        400,
        1001,
        "CF-MessageParseError",
        "The server could not read the request's body.",
        "Try again. If it stays, a proxy on the way may be changing the body.",
    ),
    (400, 10005, "CF-BadQueryParameter", "The server does not know or accept one of the filters.", MESSAGE),
    (
        400,
        10009,
        "CF-UnableToPerform",
        "The service could not do it; the reason in the message comes from its broker.",
        "Look at the message below. If it names the backup, choose another one; otherwise ask the service's operator.",
    ),
    (
        401,
        1000,
        "CF-InvalidAuthToken",
        "The access token is not accepted: it has expired, was revoked, or belongs to another foundation.",
        "Sign in again; what was waiting goes on by itself.",
    ),
    (
        401,
        10002,
        "CF-NotAuthenticated",
        "The request carried no access token.",
        "Sign in on this connection.",
    ),
    (
        403,
        10003,
        "CF-NotAuthorized",
        "You may see this, but not change it: that needs the space's developer role and the scope cloud_controller.write.",
        "Ask a manager of the organisation or space for the role.",
    ),
    (
        403,
        10017,
        "CF-OrgSuspended",
        "The organisation is suspended, so nothing in it can be changed.",
        "Ask the operator of the foundation.",
    ),
    (
        403,
        10019,
        "CF-SpaceSuspended",
        "The space is suspended, so nothing in it can be changed.",
        "Ask the operator of the foundation.",
    ),
    (
        404,
        10000,
        "CF-NotFound",
        "This foundation does not know this call. Backups and restore exist only in Tanzu Elastic Application Runtime.",
        "Check that the connection is the right foundation, and its version with the operator.",
    ),
    (
        404,
        10010,
        "CF-ResourceNotFound",
        "It does not exist here, was deleted, or you may not see it.",
        "Refresh the list, and check the connection and your roles.",
    ),
    (
        409,
        60016,
        "CF-AsyncServiceInstanceOperationInProgress",
        "Another operation of this service instance is under way, and only one is possible at a time. Nothing was started.",
        "Follow the running one, and try again when it has ended.",
    ),
    (
        422,
        10008,
        "CF-UnprocessableEntity",
        "The server understood the request and refused it: the backup may be unknown, the offering may have no backups, or the values may not go together.",
        MESSAGE,
    ),
    (
        422,
        270_018,
        "CF-ServiceBrokerConcurrencyError",
        "The service's broker is busy with another operation and does not do two at a time. Nothing was started.",
        "Try again when the other operation has ended.",
    ),
    (422, 10016, "CF-UniquenessError", "The name is already taken.", "Choose another name."),
    (429, 10013, "CF-RateLimitExceeded", "Too many requests were made by this user.", LATER),
    (429, 10014, "CF-IPBasedRateLimitExceeded", "Too many requests came from this network address.", LATER),
    (
        429,
        10016,
        "CF-ServiceBrokerRateLimitExceeded",
        "Too many requests to the service's broker are under way for this user.",
        LATER,
    ),
    (429, 20008, "CF-UaaRateLimited", "Too many sign-ins and token checks are being made.", LATER),
    (
        500,
        10001,
        "UnknownError",
        "The server failed and does not say why.",
        "Look at the service instance before trying again, and give the operator the request id.",
    ),
    (
        500,
        10001,
        "CF-ServerError",
        "The server failed.",
        "Look at the service instance before trying again, and give the operator the request id.",
    ),
    (
        501,
        180_003,
        "CF-ServiceNotImplemented",
        "This service does not offer the operation.",
        "Use what the service itself offers for backups.",
    ),
    (
        502,
        270_020,
        "CF-ServiceBrokerRequestRejected",
        "The service's broker refused the request.",
        "Look at the message below; it comes from the service.",
    ),
    (
        503,
        10015,
        "CF-ServiceUnavailable",
        "The server cannot answer now.",
        "Wait a little, then look at the service instance before trying again.",
    ),
    (
        524,
        290_006,
        "CF-JobTimeout",
        "The platform stopped waiting for the service. The service itself may go on.",
        "Look at the service instance and its data before trying again.",
    ),
    // UAA's own words (§1.2).
    (
        401,
        0,
        "unauthorized",
        "The sign-in was refused: the passcode was used already or is too old, or the credentials are wrong.",
        "Get a new passcode and enter it at once; each works one time only.",
    ),
    (
        401,
        0,
        "invalid_token",
        "The token server does not accept the refresh token any more.",
        "Sign in again.",
    ),
    (
        400,
        0,
        "invalid_grant",
        "The token server does not accept this way of signing in, or what was entered has expired.",
        "Get a new passcode, or paste a token.",
    ),
    (
        401,
        0,
        "invalid_client",
        "The token server does not know this console's client.",
        "Paste a token instead, and tell the operator of the foundation.",
    ),
];

/// What a status alone says.
pub(super) fn by_status(status: u16) -> Explanation {
    let (why, next) = match status {
        401 => (
            "The access token is missing or not accepted.",
            "Sign in again; what was waiting goes on by itself.",
        ),
        403 => ("You may not do this.", "Ask a manager of the organisation or space for the role."),
        404 => (
            "Nothing answers at this address, or a proxy does not pass it on.",
            "Check the connection's endpoint: it is the root of the API or of the proxy to it, without /v3 behind it.",
        ),
        429 => ("Too many requests.", LATER),
        500..=599 => (
            "The server or a proxy in front of it could not answer. A request that changes something may have been carried out.",
            "Look at the service instance before trying again.",
        ),
        _ => ("The server refused the request.", "Look at the message below."),
    };
    Explanation::new(why, next)
}
