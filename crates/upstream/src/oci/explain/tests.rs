//! Every documented failure has words of its own.

use super::*;
use crate::oci::testing::refused;

#[test]
fn every_code_of_the_contract_is_explained_by_its_own_line() {
    for code in [
        "CannotParseRequest",
        "InvalidParameter",
        "MissingParameter",
        "LimitExceeded",
        "QuotaExceeded",
        "RelatedResourceNotAuthorizedOrNotFound",
        "NotAuthenticated",
        "SignUpRequired",
        "NotAllowed",
        "NotAuthorized",
        "NotAuthorizedOrNotFound",
        "NotFound",
        "NamespaceNotFound",
        "MethodNotAllowed",
        "IncorrectState",
        "Conflict",
        "InvalidatedRetryToken",
        "NotAuthorizedOrResourceAlreadyExists",
        "ExternalServerIncorrectState",
        "ResourceLocked",
        "LockConflict",
        "NoEtagMatch",
        "PayloadTooLarge",
        "UnprocessableEntity",
        "RequestHeaderFieldsTooLarge",
        "TooManyRequests",
        "InternalServerError",
        "MethodNotImplemented",
        "ServiceUnavailable",
        "ExternalServerUnreachable",
        "ExternalServerTimeout",
        "ExternalServerInvalidResponse",
    ] {
        assert!(codes::CODES.iter().any(|line| line.0 == code), "{code}");
    }
}

#[test]
fn a_hidden_permission_failure_is_explained_as_either() {
    let said = explain(&refused(404, "NotAuthorizedOrNotFound", "Authorization failed or …"));
    assert!(said.why.contains("does not exist") && said.why.contains("may not"), "{}", said.why);
    let bare = explain(&refused(404, "", ""));
    assert!(!bare.why.contains("may not"), "a gateway's 404 says nothing about permissions");
}

#[test]
fn an_unknown_code_is_explained_by_its_status_and_never_guessed() {
    assert_eq!(explain(&refused(422, "BrandNew", "x")), codes::by_status(422));
    assert!(explain(&refused(299, "", "")).why.contains("299"));
    let lost = ApiError::without_answer(ErrorKind::Unreachable, "").at("POST /oci/compute");
    assert!(explain(&lost).why.contains("POST /oci/compute"));
}
