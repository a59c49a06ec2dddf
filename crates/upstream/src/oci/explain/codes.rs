//! The documented error codes (contract §3) as data.

use crate::explanation::Explanation;

/// Code, why, what to do next.
pub(super) type Line = (&'static str, &'static str, &'static str);

const ASK_POLICY: &str = "Ask an administrator for a policy that allows it in this compartment.";
const LATER: &str = "Wait a minute, then try again.";
const LOOK_FIRST: &str =
    "Look whether it was done before trying again. If it stays, give Oracle support the request id.";

pub(super) const CODES: &[Line] = &[
    (
        "CannotParseRequest",
        "The service could not read the request's body.",
        "Try again. If it stays, a proxy on the way may be changing the body.",
    ),
    (
        "InvalidParameter",
        "One of the values is not one the service accepts.",
        "Correct the value that the message names.",
    ),
    ("MissingParameter", "A required value was not sent.", "Fill in the field that the message names."),
    (
        "LimitExceeded",
        "A service limit of the tenancy is reached.",
        "Remove something that is no longer needed, or ask for a higher limit in Oracle's console.",
    ),
    (
        "QuotaExceeded",
        "A quota of the compartment is reached.",
        "Use another compartment, or ask the administrator who set the quota.",
    ),
    (
        "RelatedResourceNotAuthorizedOrNotFound",
        "Something the request refers to does not exist, or you may not use it; the service does not tell which. For an export that is the bucket.",
        "Check the names, and that you may write to the bucket. Otherwise ask an administrator for a policy that allows it.",
    ),
    (
        "NotAuthenticated",
        "The service does not accept the signature: the key or session token is not valid (any more), the clock is off by more than 5 minutes, or the proxy does not send the service's own host.",
        "Check the connection's tenancy, user and fingerprint, this computer's clock, and whether a session token has expired.",
    ),
    (
        "SignUpRequired",
        "The tenancy has not signed up for this service.",
        "Sign up in Oracle's console, or use another tenancy or region.",
    ),
    ("NotAllowed", "The tenancy or the user may not do this.", ASK_POLICY),
    ("NotAuthorized", "You are known, but may not do this.", ASK_POLICY),
    (
        "NotAuthorizedOrNotFound",
        "Either it does not exist, or you may not use it: the service gives the same answer for both, so that nobody can find out what exists.",
        "Check the id, the region and the compartment. If they are right, ask an administrator for a policy that allows it.",
    ),
    (
        "NotFound",
        "It does not exist here, or was deleted.",
        "Refresh the list, and check that the connection is for the right region.",
    ),
    (
        "NamespaceNotFound",
        "There is no such Object Storage namespace.",
        "Use the namespace that the picker shows: each tenancy has exactly one.",
    ),
    (
        "MethodNotAllowed",
        "The service does not know this call at this address.",
        "Check the connection's endpoints: each service has one of its own.",
    ),
    (
        "IncorrectState",
        "The resource is in a state in which this cannot be done.",
        "Wait until its state has changed, then try again.",
    ),
    (
        "Conflict",
        "It conflicts with what is there, or with another change at the same time.",
        "Refresh, look at what is there now, and decide again.",
    ),
    (
        "InvalidatedRetryToken",
        "The retry token was used for another request before, or a later change made it void. Nothing was done by this attempt.",
        "Look whether the first attempt was carried out, then start anew; a new operation gets a new token.",
    ),
    (
        "NotAuthorizedOrResourceAlreadyExists",
        "Either something of that name exists already, or you may not create it: the service does not tell which.",
        "Try another name. If that is refused too, ask an administrator for a policy that allows it.",
    ),
    (
        "ExternalServerIncorrectState",
        "A service behind this one is in a state that does not allow it.",
        LATER,
    ),
    (
        "ResourceLocked",
        "Somebody has locked the resource against changes.",
        "Ask who set the lock to remove it.",
    ),
    ("LockConflict", "Another change of the same resource is under way.", LATER),
    (
        "NoEtagMatch",
        "The resource has changed since you looked at it.",
        "Look at what has changed, then send again if it is still what you want.",
    ),
    (
        "PayloadTooLarge",
        "The request's body is larger than the service takes.",
        "Shorten the texts or the tags.",
    ),
    (
        "UnprocessableEntity",
        "The request is well formed, but the service cannot do what it says.",
        "Correct the value that the message names.",
    ),
    (
        "RequestHeaderFieldsTooLarge",
        "The request's headers are larger than the service takes.",
        "Check what the proxy in between adds to the headers.",
    ),
    (
        "TooManyRequests",
        "More requests came than this user or tenancy is allowed.",
        "Wait up to a minute, then try again. Other programs of the same user count too.",
    ),
    ("InternalServerError", "Something failed inside the service.", LOOK_FIRST),
    (
        "MethodNotImplemented",
        "The service does not do this.",
        "Check that the connection's region has this service.",
    ),
    ("ServiceUnavailable", "The service is not available at the moment.", LATER),
    ("ExternalServerUnreachable", "A service behind this one cannot be reached.", LATER),
    ("ExternalServerTimeout", "A service behind this one did not answer in time.", LATER),
    ("ExternalServerInvalidResponse", "A service behind this one gave an answer nobody understands.", LATER),
];

/// For a code that is not in the table, or an error without one.
pub(super) fn by_status(status: u16) -> Explanation {
    let (why, next) = match status {
        401 => (
            "The service does not accept the credentials.",
            "Check the connection's key or session token, or how the proxy authenticates.",
        ),
        402 | 403 => ("The service knows who asks and does not allow it.", ASK_POLICY),
        404 => (
            "There is nothing at this address, and it was not the service's own error that said so.",
            "Check the connection's endpoints: each service has one of its own, without the version in it.",
        ),
        409 => ("It conflicts with the state of things.", "Refresh, and decide again."),
        412 => (
            "The resource has changed since you looked at it.",
            "Look at what has changed, then send again if it is still what you want.",
        ),
        429 => ("More requests came than are allowed.", "Wait up to a minute, then try again."),
        502..=504 => (
            "A gateway had no answer from the service. Work that was begun may go on.",
            "Look whether it was done before trying again.",
        ),
        500..=599 => ("Something failed inside the service.", LOOK_FIRST),
        400..=499 => ("The service refused the request.", "Look at the message below."),
        _ => {
            return Explanation::new(
                format!("The service answered with status {status}, which the API does not document."),
                "Check the connection's endpoints.",
            );
        }
    };
    Explanation::new(why, next)
}
