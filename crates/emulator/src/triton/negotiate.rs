//! Version and media type (section 1.1). Only a request's `Accept-Version` (or `X-Api-Version`)
//! counts; `Api-Version`, which the documents' examples show, is ignored as by the real server.

use super::problem::Problem;
use crate::wire::Request;

/// A version of the API, such as 7.1.0.
pub type Version = (u32, u32, u32);

/// The versions that are routed, oldest first.
pub const VERSIONS: [(Version, &str); 6] = [
    ((7, 0, 0), "7.0.0"),
    ((7, 1, 0), "7.1.0"),
    ((7, 2, 0), "7.2.0"),
    ((7, 3, 0), "7.3.0"),
    ((8, 0, 0), "8.0.0"),
    ((9, 0, 0), "9.0.0"),
];

/// The newest routed version that the request's range admits.
pub fn version(request: &Request) -> Result<Version, Problem> {
    let asked = request.header("accept-version").or_else(|| request.header("x-api-version")).unwrap_or("*");
    let admitted = VERSIONS.iter().rev().find(|(version, _)| admits(asked, *version));
    admitted.map(|(version, _)| *version).ok_or_else(|| {
        let known: Vec<_> = VERSIONS.iter().map(|(_, text)| *text).collect();
        let message =
            format!("{} {} supports versions: {}", request.method, request.path(), known.join(", "));
        Problem::new(400, "InvalidVersion", message).early()
    })
}

/// The answers are JSON; a client that will not have it gets 406.
pub fn media_type(request: &Request) -> Result<(), Problem> {
    let accept = request.header("accept").unwrap_or("*/*");
    let fits = accept.split(',').any(|range| {
        let range = range.split(';').next().unwrap_or_default().trim();
        matches!(range, "" | "*/*" | "application/*" | "application/json" | "json")
    });
    if fits {
        return Ok(());
    }
    Err(Problem::new(406, "NotAcceptableError", "Server accepts: application/json").early())
}

/// Whether a semver range admits a version: alternatives by `||`, comparators by blanks.
fn admits(range: &str, version: Version) -> bool {
    range.split("||").any(|alternative| alternative.split_whitespace().all(|part| compares(part, version)))
}

fn compares(comparator: &str, version: Version) -> bool {
    let digits = comparator.trim_start_matches(['~', '^', '>', '<', '=', 'v']);
    let operator = comparator.get(..comparator.len() - digits.len()).unwrap_or_default();
    let Some(wanted) = parts(digits) else {
        return false;
    };
    let floor = (wanted[0].unwrap_or(0), wanted[1].unwrap_or(0), wanted[2].unwrap_or(0));
    let same_major = wanted[0].is_none_or(|major| major == version.0);
    let same_minor = wanted[1].is_none_or(|minor| minor == version.1);
    let same_patch = wanted[2].is_none_or(|patch| patch == version.2);
    match operator.trim_end_matches('v') {
        "~" => same_major && same_minor && version >= floor,
        "^" => same_major && version >= floor,
        ">=" => version >= floor,
        "<=" => version <= floor || (same_major && same_minor && same_patch),
        ">" => version > floor && !(same_major && same_minor && same_patch),
        "<" => version < floor,
        _ => same_major && same_minor && same_patch,
    }
}

fn parts(digits: &str) -> Option<[Option<u32>; 3]> {
    let mut wanted = [None; 3];
    for (slot, part) in wanted.iter_mut().zip(digits.split('.')) {
        *slot = match part {
            "" | "*" | "x" | "X" => None,
            number => Some(number.parse().ok()?),
        };
    }
    Some(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(range: &str) -> Option<Version> {
        version(&Request::new("GET", "h", "/my").with_header("accept-version", range)).ok()
    }

    #[test]
    fn ranges_choose_the_newest_that_fits() {
        for (range, expected) in [
            ("*", Some((9, 0, 0))),
            ("~9||~8", Some((9, 0, 0))),
            ("~8", Some((8, 0, 0))),
            ("8", Some((8, 0, 0))),
            ("~7.1", Some((7, 1, 0))),
            ("^7.1", Some((7, 3, 0))),
            ("7.0.0", Some((7, 0, 0))),
            (">=7.1 <8", Some((7, 3, 0))),
            ("~6.5", None),
            ("~10", None),
            ("nonsense", None),
        ] {
            assert_eq!(chosen(range), expected, "{range}");
        }
    }

    #[test]
    fn api_version_in_a_request_is_ignored() {
        let request = Request::new("GET", "h", "/my").with_header("api-version", "~7");
        assert_eq!(version(&request).unwrap(), (9, 0, 0));
    }
}
