//! The rate limit per user and hour (section 1.3).

use std::collections::BTreeMap;

use super::problem::Problem;
use crate::time::SECOND;
use crate::wire::Headers;

/// Length of a window.
const WINDOW: i64 = 3600 * SECOND;

/// What each user has used of its window, and when that ends.
#[derive(Debug, Default)]
pub struct Throttle(BTreeMap<&'static str, (i64, i64)>);

impl Throttle {
    /// Counts a request; the headers of its answer, or 429.
    pub fn admit(&mut self, user: &'static str, limit: i64, now: i64) -> Result<Headers, Problem> {
        let (used, ends) = self.0.entry(user).or_insert((0, now + WINDOW));
        if now >= *ends {
            (*used, *ends) = (0, now + WINDOW);
        }
        if *used >= limit {
            let seconds = (*ends - now + SECOND - 1) / SECOND;
            let problem = Problem::rate_limit(seconds).header("X-RateLimit-Limit", limit.to_string());
            let problem = problem.header("X-RateLimit-Remaining", "0");
            return Err(problem.header("X-RateLimit-Reset", (*ends / SECOND).to_string()));
        }
        *used += 1;
        // The number that is shown is an estimate in steps of a tenth.
        let tenth = (limit / 10).max(1);
        let remaining = (limit - *used) / tenth * tenth;
        Ok([
            ("X-RateLimit-Limit", limit.to_string()),
            ("X-RateLimit-Remaining", remaining.to_string()),
            ("X-RateLimit-Reset", (*ends / SECOND).to_string()),
        ]
        .into_iter()
        .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_of_requests() {
        let mut throttle = Throttle::default();
        let remaining: Vec<_> = (0..20)
            .map(|_| throttle.admit("dev", 20, 0).unwrap().get("x-ratelimit-remaining").unwrap().to_owned())
            .collect();
        assert_eq!((remaining[0].as_str(), remaining[4].as_str(), remaining[19].as_str()), ("18", "14", "0"));
        assert_eq!(throttle.admit("dev", 20, WINDOW - 1).unwrap_err().status, 429);
        assert!(throttle.admit("other", 20, 0).is_ok());
        assert!(throttle.admit("dev", 20, WINDOW).is_ok());
    }
}
