//! How far this computer's clock is from the service's. More than five minutes are refused with the
//! same 401 as a wrong key (contract §2.2), so the answer's own date has to tell them apart.

use image_console_core::Response;
use image_console_core::time::{self, Timestamp};

use crate::explanation::Explanation;

/// The allowed difference, in milliseconds.
pub const ALLOWED: i64 = 300_000;

/// The difference in milliseconds, when it is more than is allowed; `None` also when the answer has
/// no date that the page may read. `at` is this computer's time when the answer came.
#[must_use]
pub fn beyond(response: &Response, at: Timestamp) -> Option<i64> {
    let date = Timestamp::parse_http_date(response.headers.get("Date")?)?;
    let difference = date.since(at).max(at.since(date));
    (difference > ALLOWED).then_some(difference)
}

/// In words.
#[must_use]
pub fn explain(difference: i64) -> Explanation {
    let apart = time::duration(difference);
    Explanation::new(
        format!("This computer's clock and the service's are {apart} apart; 5 minutes are allowed."),
        "Set this computer's clock (let it keep time by the network), then try again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::answer;

    #[test]
    fn a_clock_ten_minutes_off_is_told_by_the_answers_date() {
        let mut response = answer(401, r#"{"code":"NotAuthenticated","message":"no"}"#);
        assert_eq!(beyond(&response, Timestamp(0)), None);
        response.headers.add("Date", "Tue, 05 Mar 2024 10:15:30 GMT");
        let date = Timestamp::parse("2024-03-05T10:15:30Z").expect("a date");
        for (offset, told) in [(600_000, Some(600_000)), (-600_000, Some(600_000)), (300_000, None)] {
            assert_eq!(beyond(&response, Timestamp(date.0 + offset)), told);
        }
        assert!(explain(600_000).why.contains("10 m 0 s"));
    }
}
