//! Each way a connection can be wrong.

use super::*;
use crate::triton_cloudapi::testing::{answer, with_type};

const DATE: &str = "Tue, 05 Mar 2024 10:15:30 GMT";

fn pong() -> Outcome {
    let mut response = answer(200, r#"{"ping":"pong","cloudapi":{"versions":["8.0.0","9.0.0"]}}"#);
    response.headers.add("Date", DATE);
    response.headers.add("Triton-Datacenter-Name", "us-east-1");
    Ok(response)
}

fn none(kind: ErrorKind) -> Outcome {
    Err(ApiError::without_answer(kind, "").at("GET https://dc/my/datacenters"))
}

fn test(ping: &Outcome, call: &Outcome) -> Report {
    test_at(ping, call, 0)
}

fn test_at(ping: &Outcome, call: &Outcome, late: i64) -> Report {
    let now = Timestamp::parse_http_date(DATE).expect("a date").0 + late;
    classify(&Observed { ping, call, at: Timestamp(now) })
}

#[test]
fn a_working_connection_says_where_it_leads() {
    let report = test(&pong(), &Ok(answer(200, "{}")));
    assert_eq!(
        report.finding,
        Finding::Fine {
            datacenter: Some("us-east-1".into()),
            versions: vec!["8.0.0".into(), "9.0.0".into()]
        }
    );
    assert!(report.headline.contains("us-east-1") && report.headline.contains("9.0.0"));
    let blocked_ping = test(&none(ErrorKind::Unreachable), &Ok(answer(200, "{}")));
    assert!(matches!(blocked_ping.finding, Finding::Fine { .. }), "what counts is the real call");
}

#[test]
fn every_refusal_has_its_own_finding() {
    let skew = r#"{"code":"InvalidHeader","message":"Authorization header invalid: clock skew of 412s was greater than 300s"}"#;
    for (response, expected) in [
        (answer(400, skew), Finding::Skew(412)),
        (answer(401, r#"{"code":"InvalidCredentials","message":"m"}"#), Finding::UnknownKey),
        (with_type(401, "text/plain", ""), Finding::UnknownKey),
        (answer(403, r#"{"code":"NotAuthorized","message":"m"}"#), Finding::NoPermission),
        (
            answer(400, r#"{"code":"InvalidVersion","message":"m"}"#),
            Finding::WrongVersion(vec!["8.0.0".into(), "9.0.0".into()]),
        ),
        (with_type(404, "text/html", "<html>nginx</html>"), Finding::NotCloudApi),
        (with_type(200, "text/html", "<html>Sign in</html>"), Finding::NotCloudApi),
        (answer(503, r#"{"code":"ServiceUnavailable","message":"m"}"#), Finding::Other),
    ] {
        let report = test(&pong(), &Ok(response));
        assert_eq!(report.finding, expected);
        assert!(!report.headline.is_empty() && report.explanation.is_some() && report.error.is_some());
    }
}

#[test]
fn silence_is_told_apart_as_far_as_a_page_can() {
    let silent = none(ErrorKind::Unreachable);
    assert_eq!(test(&silent, &silent).finding, Finding::Unreachable);
    assert_eq!(test(&pong(), &silent).finding, Finding::SignedCallBlocked);
    let html = Ok(with_type(200, "text/html", "<html>"));
    assert_eq!(test(&html, &silent).finding, Finding::NotCloudApi);
    assert_eq!(test(&pong(), &none(ErrorKind::TimedOut(30))).finding, Finding::TimedOut(30));
    assert_eq!(test(&pong(), &none(ErrorKind::NotSigned)).finding, Finding::NotSigned);
}

#[test]
fn a_wrong_clock_is_measured_by_the_ping_when_the_refusal_cannot_be_read() {
    for late in [301_000, -301_000] {
        let report = test_at(&pong(), &none(ErrorKind::Unreachable), late);
        assert_eq!(report.finding, Finding::Skew(301));
        assert!(report.headline.contains("5 m 1 s"), "{}", report.headline);
    }
    assert_eq!(test_at(&pong(), &none(ErrorKind::Unreachable), 299_000).finding, Finding::SignedCallBlocked);
}
