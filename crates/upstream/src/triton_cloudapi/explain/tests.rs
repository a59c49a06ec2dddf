//! Every documented failure has words of its own.

use super::*;

fn refused(status: u16, code: Option<&str>, message: &str) -> ApiError {
    let mut error = ApiError::without_answer(ErrorKind::Refused, message);
    error.status = Some(status);
    error.code = code.map(str::to_owned);
    error
}

#[test]
fn every_code_of_the_contract_is_explained_by_its_own_line() {
    for code in [
        "InvalidHeader",
        "RequestExpired",
        "InvalidContent",
        "InvalidVersion",
        "BadRequestError",
        "BadDigest",
        "NotImplemented",
        "InvalidCredentials",
        "UnauthorizedError",
        "NotAuthorized",
        "ResourceNotFound",
        "MethodNotAllowedError",
        "NotAcceptableError",
        "InvalidArgument",
        "MissingParameter",
        "ImageUuidAlreadyExists",
        "ImageUuidAlreadyExistsError",
        "PayloadTooLargeError",
        "UnsupportedMediaTypeError",
        "ValidationFailed",
        "InvalidParameter",
        "NotImageOwner",
        "NotImageOwnerError",
        "ImageNotShared",
        "NotMantaPathOwner",
        "ImageHasDependentImages",
        "OwnerDoesNotExist",
        "AccountDoesNotExist",
        "OriginDoesNotExist",
        "OriginIsNotActive",
        "OriginIsNotActiveError",
        "InsufficientServerVersion",
        "InsufficientServerVersionError",
        "TooManyRequestsError",
        "RequestThrottled",
        "InternalError",
        "NotAvailable",
        "ServiceUnavailableError",
        "ServiceUnavailable",
        "StorageUnsupported",
        "StorageIsDown",
        "InUseError",
        "RequestTooLarge",
        "RequestMoved",
        "UnknownError",
        "BadHTTPRequest",
        "ResourceMoved",
    ] {
        assert!(by_code(code).is_some(), "{code}");
    }
}

#[test]
fn maintenance_and_a_silent_backend_are_told_apart() {
    let maintenance = explain(&refused(503, Some("ServiceUnavailableError"), ""));
    let proxy = explain(&refused(503, Some("ServiceUnavailable"), ""));
    assert!(maintenance.why.contains("maintenance"));
    assert!(proxy.why.contains("may go on"));
}

#[test]
fn the_measured_skew_is_told() {
    let message = "Authorization header invalid: clock skew of 412s was greater than 300s";
    assert_eq!(skew_seconds(message), Some(412));
    assert_eq!(skew_seconds("clock skew of 412.7s"), Some(412));
    assert_eq!(skew_seconds("clock skew of ages"), None);
    let said = explain(&refused(400, Some("InvalidHeader"), message));
    assert!(said.why.contains("6 m 52 s"), "{}", said.why);
}

#[test]
fn an_unreachable_endpoint_names_all_three_causes_and_the_address() {
    let error =
        ApiError::without_answer(ErrorKind::Unreachable, "").at("GET https://dc.example.com/my/images");
    let said = explain(&error);
    for word in ["https://dc.example.com/my/images", "nothing answers", "CORS", "http."] {
        assert!(said.why.contains(word), "{word}: {}", said.why);
    }
}

#[test]
fn an_unknown_code_is_explained_by_its_status_and_never_guessed() {
    assert_eq!(explain(&refused(422, Some("BrandNew"), "x")), codes::by_status(422));
    assert_eq!(explain_image_error("BrandNew"), None);
    for code in ["PrepareImageDidNotRun", "VmHasNoOrigin", "NotSupported", "InternalError"] {
        assert!(explain_image_error(code).is_some(), "{code}");
    }
}
