//! The default throttle: a burst of 30, then 10 requests per second and key (section 7.2).

use std::collections::HashMap;

use super::problem::Problem;

const BURST: f64 = 30.0;
const PER_SECOND: f64 = 10.0;

/// A bucket of tokens per key.
#[derive(Debug, Default)]
pub struct Throttle(HashMap<String, (f64, i64)>);

impl Throttle {
    /// Takes one token; 429 without `Retry-After` when there is none.
    pub fn admit(&mut self, key_id: &str, now: i64) -> Result<(), Problem> {
        let (tokens, last) = self.0.entry(key_id.to_owned()).or_insert((BURST, now));
        *tokens = (*tokens + (now - *last) as f64 / 1000.0 * PER_SECOND).min(BURST);
        *last = now;
        if *tokens < 1.0 {
            let message = format!("You have exceeded your request rate of {PER_SECOND} r/s.");
            return Err(Problem::new(429, "TooManyRequestsError", message));
        }
        *tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_ten_per_second() {
        let mut throttle = Throttle::default();
        assert_eq!((0..40).filter(|_| throttle.admit("k", 0).is_ok()).count(), 30);
        assert_eq!((0..40).filter(|_| throttle.admit("k", 1000).is_ok()).count(), 10);
        assert!(throttle.admit("other", 1000).is_ok());
    }
}
