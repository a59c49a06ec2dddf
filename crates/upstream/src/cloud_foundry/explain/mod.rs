//! Why a call or a job failed and what to do next. The upstream's own title, number and detail are
//! shown beside it.

mod codes;
mod transport;

use image_console_core::{ApiError, ErrorKind};

use super::error::{number, title};
use crate::explanation::Explanation;

/// Explains a failed call, or the error of a failed job: by the title, else by the number together
/// with the status, else by the status.
#[must_use]
pub fn explain(error: &ApiError) -> Explanation {
    if error.kind != ErrorKind::Refused {
        return transport::explain(error);
    }
    let by_title = title(error).and_then(|title| codes::CODES.iter().find(|line| line.2 == title));
    let by_number = || {
        let number = number(error)?;
        codes::CODES
            .iter()
            .find(|line| line.1 == number && error.status.is_none_or(|status| status == line.0))
    };
    by_title.or_else(by_number).map_or_else(
        || codes::by_status(error.status.unwrap_or_default()),
        |line| Explanation::new(line.3, line.4),
    )
}

/// Whether the contract has an error of that title.
pub(super) fn is_documented(title: &str) -> bool {
    codes::CODES.iter().any(|line| line.2 == title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::error::parse_error;
    use crate::cloud_foundry::testing::{answer, refusal};

    #[test]
    fn one_number_with_two_meanings_is_told_apart() {
        let unique = explain(&parse_error(&refusal(422, 10016, "CF-UniquenessError")));
        let limited = explain(&parse_error(&refusal(429, 10016, "CF-ServiceBrokerRateLimitExceeded")));
        assert!(
            unique.why.contains("already taken") && limited.why.contains("Too many"),
            "{unique:?} {limited:?}"
        );
        let bare = |status| explain(&parse_error(&answer(status, r#"{"errors":[{"code":10016}]}"#)));
        assert_eq!((bare(422), bare(429)), (unique, limited));
    }

    #[test]
    fn every_line_is_found_by_its_title_and_every_status_says_something() {
        for line in codes::CODES {
            assert_eq!(explain(&parse_error(&refusal(418, 1, line.2))).why, line.3, "{}", line.2);
        }
        for status in [400, 401, 403, 404, 409, 418, 422, 429, 500, 502] {
            let words = explain(&parse_error(&answer(status, "")));
            assert!(!words.why.is_empty() && !words.next.is_empty());
        }
        let login =
            explain(&parse_error(&answer(401, r#"{"error":"unauthorized","error_description":"x"}"#)));
        assert!(login.why.contains("sign-in"), "{login:?}");
    }
}
