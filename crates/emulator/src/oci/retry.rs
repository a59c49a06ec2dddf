//! Retry tokens (section 2.5): the first answer to an intent, kept for 24 hours.

use std::collections::HashMap;

use super::problem::Problem;
use crate::time::DAY;
use crate::wire::{Request, Response};

/// Longest token.
const MAX_TOKEN: usize = 64;

/// Who used which token where.
type Name = (&'static str, usize, String);

#[derive(Debug)]
struct Kept {
    method: String,
    target: String,
    body: Vec<u8>,
    until: i64,
    answer: Response,
}

/// The answers that are remembered.
#[derive(Debug, Default)]
pub struct Retries(HashMap<Name, Kept>);

/// The token of a request; 400 when it is too long.
pub fn token(request: &Request) -> Result<Option<&str>, Problem> {
    match request.header("opc-retry-token").filter(|token| !token.is_empty()) {
        Some(token) if token.len() > MAX_TOKEN => {
            Err(Problem::invalid(format!("opc-retry-token has more than {MAX_TOKEN} characters.")))
        }
        token => Ok(token),
    }
}

impl Retries {
    /// The first answer when this very request was carried out before; 409 when the token stands
    /// for another one.
    pub fn replay(&mut self, name: &Name, request: &Request, now: i64) -> Result<Option<Response>, Problem> {
        self.0.retain(|_, kept| now < kept.until);
        let Some(kept) = self.0.get(name) else { return Ok(None) };
        if kept.method == request.method && kept.target == request.target && kept.body == request.body {
            return Ok(Some(kept.answer.clone()));
        }
        Err(Problem::new(409, "InvalidatedRetryToken", "The opc-retry-token was used with another request."))
    }

    /// Keeps the answer of a request that was carried out.
    pub fn keep(&mut self, name: Name, request: &Request, answer: &Response, now: i64) {
        let kept = Kept {
            method: request.method.clone(),
            target: request.target.clone(),
            body: request.body.clone(),
            until: now + DAY,
            answer: answer.clone(),
        };
        self.0.insert(name, kept);
    }
}
