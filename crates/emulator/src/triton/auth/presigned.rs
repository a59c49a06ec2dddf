//! Pre-signed addresses (section 2.2). Their failures come as 500 with a bare message.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{Algorithm, Credentials};
use crate::time::SECOND;
use crate::triton::params::Params;
use crate::triton::problem::Problem;
use crate::wire::{Request, query};

/// What the query claims; none when it carries none of the four parameters.
pub fn credentials(request: &Request, params: &Params, clock: i64) -> Result<Option<Credentials>, Problem> {
    let parts = ["algorithm", "expires", "keyId", "signature"].map(|name| params.text(name));
    if parts.iter().all(Option::is_none) {
        return Ok(None);
    }
    let [Some(algorithm), Some(expires), Some(key_id), Some(signature)] = parts else {
        return Err(failed(
            "parameters \"algorithm\", \"expires\", \"keyId\" and \"signature\" must all be given",
        ));
    };
    let expires: i64 = expires.parse().map_err(|_| failed("expires is not a number"))?;
    if expires * SECOND < clock {
        return Err(failed("request expired"));
    }
    let methods = params.text("method").unwrap_or(&request.method);
    let mut methods: Vec<&str> = methods.split(',').collect();
    methods.sort_unstable();
    if !methods.contains(&request.method.as_str()) {
        return Err(failed("method was not in \"method\" parameter"));
    }
    let algorithm = Algorithm::parse(algorithm).ok_or_else(|| failed("algorithm is not supported"))?;
    let mut pairs = query::pairs(request.query());
    pairs.retain(|(name, _)| name != "signature");
    pairs.sort();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", query::encode(name), query::encode(value)))
        .collect();
    let signing_string = [
        methods.join(",").as_str(),
        request.header("host").unwrap_or_default(),
        request.path(),
        pairs.join("&").as_str(),
    ]
    .join("\n");
    let signature = STANDARD.decode(signature).unwrap_or_default();
    Ok(Some(Credentials { key_id: key_id.to_owned(), algorithm, signing_string, signature }))
}

fn failed(message: &str) -> Problem {
    Problem::bare(500, json!({"message": message}))
}
