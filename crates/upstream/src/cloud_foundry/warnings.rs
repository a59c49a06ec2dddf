//! `X-Cf-Warnings` (contract §1.3): URL-encoded texts, comma-separated, possibly in several fields.

use image_console_core::{Response, encode};

/// The warnings of an answer; one that does not decode is kept as it came.
#[must_use]
pub fn warnings(response: &Response) -> Vec<String> {
    response
        .headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("X-Cf-Warnings"))
        .flat_map(|(_, value)| value.split(','))
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(|text| encode::decode(text).unwrap_or_else(|| text.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::testing::with;

    #[test]
    fn warnings_of_all_fields_are_decoded() {
        let response = with(
            202,
            "",
            &[("X-Cf-Warnings", "plan%20is%20old%2C+very,100%"), ("x-cf-warnings", "second%21 , ,")],
        );
        assert_eq!(warnings(&response), ["plan is old, very", "100%", "second!"]);
        assert!(warnings(&with(200, "", &[])).is_empty());
    }
}
