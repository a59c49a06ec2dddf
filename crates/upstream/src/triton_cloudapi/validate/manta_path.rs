//! Where ExportImage may write (contract §4.4).

use super::Finding;

/// A Manta path: absolute, and below the caller's own login, when that is known.
#[must_use]
pub fn manta_path(value: &str, login: Option<&str>) -> Finding {
    let home = login.unwrap_or("LOGIN");
    if value.is_empty() {
        return Finding::Error(format!("Enter a Manta path, for example /{home}/stor/images."));
    }
    let Some(rest) = value.strip_prefix('/') else {
        return Finding::Error(format!("The path must be absolute: it begins with /{home}/."));
    };
    if value.chars().any(char::is_control) {
        return Finding::Error("The path has an invisible control character in it.".to_owned());
    }
    let mut parts = rest.trim_end_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    if first.is_empty() || login.is_some_and(|l| l != first) {
        return Finding::Error(format!("The path must begin with /{home}/, your own part of Manta."));
    }
    if parts.clone().any(|p| p == "." || p == ".." || p.is_empty()) {
        return Finding::Error("Write the path without empty parts, . and ..".to_owned());
    }
    match parts.next() {
        None => Finding::Error(format!("Name a place below /{first}/, for example /{first}/stor/images.")),
        Some(_) => Finding::Fine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_absolute_and_the_callers_own() {
        for (path, login) in
            [("/jdoe/stor/my-image", Some("jdoe")), ("/jdoe/stor/", Some("jdoe")), ("/anyone/stor", None)]
        {
            assert_eq!(manta_path(path, login), Finding::Fine, "{path}");
        }
        for (path, word) in [
            ("", "/jdoe/stor/images"),
            ("jdoe/stor", "absolute"),
            ("/other/stor/x", "must begin with /jdoe/"),
            ("//stor", "must begin with /jdoe/"),
            ("/jdoe", "below /jdoe/"),
            ("/jdoe/../other", "without empty parts"),
            ("/jdoe//x", "without empty parts"),
            ("/jdoe/stor/a\nb", "control character"),
        ] {
            let Finding::Error(text) = manta_path(path, Some("jdoe")) else { panic!("{path} is refused") };
            assert!(text.contains(word), "{path}: {text}");
        }
    }
}
