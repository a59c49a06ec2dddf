//! The documented error codes (contract §7.2) as data.

use crate::explanation::Explanation;

/// Code, why, what to do next.
pub(super) type Line = (&'static str, &'static str, &'static str);

pub(super) const CODES: &[Line] = &[
    (
        "InvalidHeader",
        "The server could not read the Authorization header, or the signature's date is too far off.",
        "Check this computer's clock and the connection's key, then try again.",
    ),
    (
        "RequestExpired",
        "The request was dated too long ago for the server.",
        "Set this computer's clock, then try again.",
    ),
    (
        "InvalidContent",
        "The server could not read the request's body as JSON.",
        "Try again. If it stays, a proxy on the way may be changing the body.",
    ),
    (
        "InvalidVersion",
        "The endpoint does not serve the API version this connection asks for.",
        "Change the connection's API version; ~9||~8 is what most endpoints serve.",
    ),
    (
        "BadRequest",
        "The server did not accept the form of the request.",
        "Look at the message below. If a proxy is in between, check that it passes requests unchanged.",
    ),
    (
        "BadHTTPRequest",
        "The proxy in front of the API did not accept the request as HTTP.",
        "Check the proxy between this page and the endpoint: it must pass requests unchanged.",
    ),
    (
        "BadDigest",
        "The body did not arrive as it was sent.",
        "Try again; if it stays, look at the proxy in between.",
    ),
    (
        "NotImplemented",
        "The server cannot do this with an image of several files.",
        "Make a new image of one file from an instance of this image, and use that.",
    ),
    (
        "InvalidCredentials",
        "The server does not know this account or key, or the signature does not fit the key.",
        "Check the connection's account and key, and that the key's public half is added to the account.",
    ),
    (
        "Unauthorized",
        "This account may not do that with this image, because another account owns it.",
        "Use an image you own. An image that is shared with you can be cloned first; the clone is yours.",
    ),
    (
        "NotAuthorized",
        "The account or user is disabled, or its roles do not allow this call.",
        "Ask the account's owner for a role that allows the action named in the message.",
    ),
    (
        "ResourceNotFound",
        "It does not exist here, was deleted, or this account may not see it.",
        "Refresh the list, and check that the connection is the right datacenter and account.",
    ),
    (
        "ResourceMoved",
        "The resource is at another address.",
        "Add a connection for the datacenter that is named in the answer.",
    ),
    (
        "RequestMoved",
        "The endpoint sends this request somewhere else.",
        "Check the connection's endpoint: it may have moved.",
    ),
    (
        "MethodNotAllowed",
        "The endpoint does not know this call.",
        "Check that the connection's endpoint is the root of a CloudAPI, without a path behind it.",
    ),
    ("NotAcceptable", "The server cannot answer in JSON here.", "Check that the endpoint is a CloudAPI."),
    (
        "InvalidArgument",
        "One of the values is not one the server accepts.",
        "Correct the value that the message names.",
    ),
    ("MissingParameter", "A required value was not sent.", "Fill in the field that the message names."),
    (
        "ImageUuidAlreadyExists",
        "An image with this id is in the target datacenter already. An import keeps the id.",
        "Look at the image in the target datacenter: it may be the one you want.",
    ),
    (
        "PayloadTooLarge",
        "The request's body is over 100,000 bytes, more than the server takes.",
        "Shorten the description or the tags.",
    ),
    (
        "RequestTooLarge",
        "The request is larger than the server takes.",
        "Shorten the description or the tags.",
    ),
    (
        "UnsupportedMediaType",
        "The server did not take the body's content type.",
        "Check that the proxy in between passes Content-Type on.",
    ),
    (
        "ValidationFailed",
        "One or more values break the rules for images.",
        "Correct the fields that are marked, or what the message names.",
    ),
    (
        "InvalidParameter",
        "One of the values is not one the server accepts.",
        "Correct the field that is marked, or what the message names.",
    ),
    (
        "NotImageOwner",
        "Only the owner of an image may do this, and another account owns this one.",
        "Ask the owner. An image that is shared with you can be cloned; the clone is yours.",
    ),
    (
        "ImageNotShared",
        "Only an image that another account shared with you can be cloned; public is not enough, and your own cannot be.",
        "Ask the image's owner to add your account to its ACL.",
    ),
    (
        "NotMantaPathOwner",
        "The Manta path belongs to another account.",
        "Choose a path that begins with your own login, for example /LOGIN/stor.",
    ),
    (
        "ImageHasDependentImages",
        "Other images were made from this one and need it. You may not see all of them.",
        "Delete the images named in the message first, or keep this one.",
    ),
    (
        "OwnerDoesNotExist",
        "The account does not exist for the image service.",
        "Check the connection's account, or ask the operator.",
    ),
    (
        "AccountDoesNotExist",
        "The account does not exist for the image service.",
        "Check the connection's account, or ask the operator.",
    ),
    (
        "OriginDoesNotExist",
        "The image this one was made from is not there.",
        "Import the origin first, or ask the operator to.",
    ),
    (
        "OriginIsNotActive",
        "The image this one was made from is there, but not active.",
        "Ask the operator to activate the origin, then try again.",
    ),
    (
        "InsufficientServerVersion",
        "The machine's host is too old to make images.",
        "Ask the operator to update the host, or make the machine anew and capture that.",
    ),
    (
        "TooManyRequests",
        "More requests came than this key is allowed.",
        "Wait a few seconds, then try again. Other programs with the same key count too.",
    ),
    (
        "RequestThrottled",
        "More requests came than this key is allowed.",
        "Wait a few seconds, then try again. Other programs with the same key count too.",
    ),
    (
        "InternalError",
        "Something failed inside the server.",
        "Look whether it was done all the same before trying again. If it stays, give the operator the request id.",
    ),
    (
        "UnknownError",
        "Something failed inside the server, and it does not say what.",
        "Look whether it was done all the same before trying again. If it stays, give the operator the request id.",
    ),
    (
        "NotAvailable",
        "This datacenter cannot make images of this machine: its operating system is not supported, or there is no storage for images.",
        "Use a machine of another kind, or ask the operator.",
    ),
    (
        "ServiceUnavailableError",
        "The API is in maintenance: it answers questions, but changes nothing for now.",
        "Try again when maintenance is over.",
    ),
    (
        "ServiceUnavailable",
        "The proxy in front of the API had no answer after 120 seconds, or the API is down. Work that was begun may go on.",
        "Look at the image before trying again: it may be there already, or appear soon.",
    ),
    (
        "StorageUnsupported",
        "This datacenter has no Manta to export to.",
        "Use a datacenter with Manta, or ask the operator.",
    ),
    ("StorageIsDown", "Manta does not answer at the moment.", "Try again in a few minutes."),
    ("InUse", "It is in use, and cannot be changed while it is.", "Free it first, then try again."),
];

/// For a code that is not in the table, or an error without one.
pub(super) fn by_status(status: u16) -> Explanation {
    match status {
        400 => Explanation::new(
            "The server did not accept the form of the request.",
            "Look at the message below.",
        ),
        401 => Explanation::new(
            "The server does not accept the credentials.",
            "Check the connection's account and key, or how the proxy authenticates.",
        ),
        403 => Explanation::new(
            "The server knows who asks and does not allow it.",
            "Ask the account's owner for the permission.",
        ),
        404 => Explanation::new(
            "It does not exist at this address.",
            "Check the connection's endpoint, and refresh the list.",
        ),
        410 => Explanation::new("It existed and was deleted.", "Refresh the list."),
        420 | 429 => {
            Explanation::new("More requests came than are allowed.", "Wait a few seconds, then try again.")
        }
        502..=504 => Explanation::new(
            "A proxy in front of the API had no answer from it. Work that was begun may go on.",
            "Look whether it was done before trying again.",
        ),
        _ if (500..600).contains(&status) => Explanation::new(
            "Something failed inside the server.",
            "Look whether it was done all the same before trying again. If it stays, give the operator the request id.",
        ),
        _ if (400..500).contains(&status) => {
            Explanation::new("The server refused the request.", "Look at the message below.")
        }
        _ => Explanation::new(
            format!("The server answered with status {status}, which the API does not document."),
            "Check that the connection's endpoint is a CloudAPI.",
        ),
    }
}
