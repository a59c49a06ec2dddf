//! The `Authorization: Signature …` header (section 2.1).

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{Algorithm, signing_string};
use crate::time::{self, SECOND};
use crate::triton::problem::Problem;
use crate::wire::Request;

/// How far a client's clock may be off.
const MAX_SKEW: i64 = 300 * SECOND;

/// What a request claims, and the text that its signature covers.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// As sent.
    pub key_id: String,
    /// As sent, read.
    pub algorithm: Algorithm,
    /// The text that was signed.
    pub signing_string: String,
    /// Decoded.
    pub signature: Vec<u8>,
}

/// Reads the header; none when there is none or it is of another scheme. Early 400 when it is
/// malformed or a date is too far off.
pub fn parse(request: &Request, clock: i64) -> Result<Option<Credentials>, Problem> {
    let Some((scheme, rest)) = request.header("authorization").and_then(|value| value.split_once(' ')) else {
        stale_date(request, clock)?;
        return Ok(None);
    };
    if !scheme.eq_ignore_ascii_case("signature") {
        return Ok(None);
    }
    let (fields, old_signature) = fields(rest)?;
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let required =
        |name: &str| field(name).ok_or_else(|| Problem::invalid_header(format!("{name} was not specified")));
    let key_id = required("keyId")?.to_owned();
    let algorithm = algorithm(required("algorithm")?)?;
    let date_header = if request.header("x-date").is_some() { "x-date" } else { "date" };
    let signed: Vec<String> =
        field("headers").unwrap_or(date_header).split_whitespace().map(str::to_ascii_lowercase).collect();
    let signature = match &old_signature {
        Some(old) => old.as_str(),
        None => required("signature")?,
    };
    let signature = STANDARD.decode(signature).unwrap_or_default();
    let signing_string = match &old_signature {
        Some(_) => request.header(date_header).unwrap_or_default().to_owned(),
        None => signing_string::of(request, &signed, &|name| field(name).map(str::to_owned))
            .map_err(Problem::invalid_header)?,
    };
    if !signed.iter().any(|name| name == date_header) {
        return Err(Problem::invalid_header(format!("{date_header} was not a signed header")));
    }
    skew(request.header(date_header).unwrap_or_default(), clock)?;
    stale_date(request, clock)?;
    Ok(Some(Credentials { key_id, algorithm, signing_string, signature }))
}

fn algorithm(word: &str) -> Result<Algorithm, Problem> {
    Algorithm::parse(word).ok_or_else(|| match word.to_ascii_lowercase().ends_with("-sha384") {
        true => Problem::invalid_header(format!("{word} is not supported")),
        false => Problem::credentials(format!("Signature algorithm {word} is not supported")),
    })
}

fn skew(date: &str, clock: i64) -> Result<(), Problem> {
    let Some(at) = time::parse_http(date) else {
        return Err(Problem::invalid_header(format!("{date} is not a date")));
    };
    let skew = (clock - at).abs();
    if skew > MAX_SKEW {
        let message = format!("clock skew of {}s was greater than 300s", skew / SECOND);
        return Err(Problem::invalid_header(message));
    }
    Ok(())
}

/// A plain `Date` that is too old is refused whether or not it is signed.
fn stale_date(request: &Request, clock: i64) -> Result<(), Problem> {
    match request.header("date").and_then(time::parse_http) {
        Some(at) if (clock - at).abs() > MAX_SKEW => {
            let message = format!("Date header {} is too old", request.header("date").unwrap_or_default());
            Err(Problem::new(400, "RequestExpired", message).early())
        }
        _ => Ok(()),
    }
}

type Fields = (Vec<(String, String)>, Option<String>);

/// `name="value"` pairs, separated by a comma and no space. What follows a space is the signature
/// of the version 0.9 form.
fn fields(text: &str) -> Result<Fields, Problem> {
    let bad = || Problem::invalid_header("bad param format");
    let mut fields = Vec::new();
    let mut rest = text;
    loop {
        let (name, tail) = rest.split_once('=').ok_or_else(bad)?;
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(bad());
        }
        let (value, tail) = match tail.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or_else(bad)?,
            None if matches!(name, "created" | "expires") => {
                tail.split_at(tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len()))
            }
            None => return Err(bad()),
        };
        fields.push((name.to_owned(), value.to_owned()));
        match tail.chars().next() {
            None => return Ok((fields, None)),
            Some(',') => rest = tail.get(1..).unwrap_or_default(),
            Some(' ') => return Ok((fields, tail.get(1..).map(str::to_owned))),
            Some(_) => return Err(bad()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_709_633_730_000;

    fn refused(authorization: &str, date: &str) -> (u16, String) {
        let request = Request::new("GET", "h", "/my/images")
            .with_header("x-date", date)
            .with_header("authorization", authorization);
        let response = parse(&request, NOW).unwrap_err().into_response();
        let value = response.value();
        (
            response.status,
            format!("{}: {}", value["code"].as_str().unwrap(), value["message"].as_str().unwrap()),
        )
    }

    #[test]
    fn what_cannot_be_read_is_400() {
        let date = time::http(NOW);
        for (authorization, words) in [
            (r#"Signature keyId="/a/keys/b", algorithm="rsa-sha256",signature="x""#, "bad param format"),
            (r#"Signature keyId=/a/keys/b,algorithm="rsa-sha256",signature="x""#, "bad param format"),
            (r#"Signature algorithm="rsa-sha256",signature="x""#, "keyId was not specified"),
            (r#"Signature keyId="/a/keys/b",algorithm="rsa-sha256""#, "signature was not specified"),
            (
                r#"Signature keyId="/a/keys/b",algorithm="rsa-sha256",headers="(request-target)",signature="x""#,
                "x-date was not a signed header",
            ),
            (
                r#"Signature keyId="/a/keys/b",algorithm="rsa-sha256",headers="x-date x-b",signature="x""#,
                "x-b was not in the request",
            ),
            (
                r#"Signature keyId="/a/keys/b",algorithm="rsa-sha384",signature="x""#,
                "rsa-sha384 is not supported",
            ),
        ] {
            let (status, text) = refused(authorization, &date);
            assert_eq!(status, 400, "{authorization}");
            assert_eq!(text, format!("InvalidHeader: Authorization header invalid: {words}"));
        }
    }

    #[test]
    fn an_algorithm_that_is_not_allowed_is_401() {
        let authorization = r#"Signature keyId="/a/keys/b",algorithm="hmac-sha256",signature="x""#;
        assert_eq!(refused(authorization, &time::http(NOW)).0, 401);
    }

    #[test]
    fn skew_is_named_in_seconds() {
        let authorization = r#"Signature keyId="/a/keys/b",algorithm="rsa-sha256",signature="x""#;
        for late in [-412_000, 412_000] {
            let (status, text) = refused(authorization, &time::http(NOW + late));
            assert_eq!(status, 400);
            assert!(text.ends_with("clock skew of 412s was greater than 300s"), "{text}");
        }
    }

    #[test]
    fn a_stale_plain_date_has_expired() {
        let request = Request::new("GET", "h", "/my/images").with_header("date", &time::http(NOW - 400_000));
        assert_eq!(parse(&request, NOW).unwrap_err().into_response().value()["code"], "RequestExpired");
    }
}
