//! The member `embedding`: the sites that may show the console in a frame.
//!
//! Its origins are compared with what browsers say and stand in the header `Content-Security-Policy`
//! of the written web servers, so each must be just what a browser makes of it, and nothing else.

use serde_json::{Map, Value};

use super::Config;
use super::check::{check_each, endpoint};
use super::read::{group, texts};

const ORIGIN: &str = "must be an origin as browsers write it, such as https://portal.example.com";

/// Reads the member of the whole file.
pub(super) fn embedding(config: &mut Config, root: &Map<String, Value>) {
    let before = config.faults.len();
    let Some(inner) = group(config, root, "", "embedding", &["origins"]) else { return };
    let list = inner.get("origins").unwrap_or(&Value::Null);
    config.embedding = texts(config, list, "embedding.origins");
    // What is no text was named as such.
    if config.faults.len() == before {
        check_each(&mut config.faults, "embedding.origins", &config.embedding, origin);
    }
}

/// Browsers write it in lower case, and without the port that belongs to the scheme.
fn origin(text: &str) -> Option<&'static str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fine = host.is_some_and(|host| {
        host.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b':' | b'[' | b']'))
            && !(host.ends_with(":443") || host.ends_with(":80"))
    });
    (!fine).then_some(ORIGIN).or(endpoint(text).map(|_| ORIGIN))
}

#[cfg(test)]
mod tests {
    use super::super::{Fault, parse};
    use super::*;

    fn read(value: &str) -> (Vec<String>, Vec<Fault>) {
        let config = parse(&format!("{{\"connections\":[],\"embedding\":{value}}}"));
        (config.embedding, config.faults)
    }

    #[test]
    fn origins_are_read_in_their_order() {
        assert_eq!(parse("{\"connections\":[]}").embedding, Vec::<String>::new());
        let origins =
            ["https://portal.example.com", "http://127.0.0.1:8082", "https://portal.example.com:8443"];
        let (embedding, faults) = read(&format!("{{\"origins\":{origins:?}}}"));
        assert_eq!((embedding, faults), (origins.map(str::to_owned).to_vec(), Vec::new()));
        assert_eq!(read("{\"origins\":[]}"), (Vec::new(), Vec::new()), "nobody may");
    }

    #[test]
    fn what_no_browser_would_call_an_origin_is_named() {
        for bad in [
            "",
            "*",
            "'self'",
            "portal.example.com",
            "/portal",
            "https://",
            "https://*.example.com",
            "https://portal.example.com/",
            "https://portal.example.com/frame",
            "https://portal.example.com?x",
            "https://me:secret@portal.example.com",
            "https://Portal.example.com",
            "HTTPS://portal.example.com",
            "https://portal.example.com:443",
            "http://portal.example.com:80",
            "https://portal.example.com:",
            "https://portal.example.com:99999",
            "https://portal.example.com;script-src",
            "https://portal.example.com https://other.example.com",
            "https://pörtal.example.com",
            "ftp://portal.example.com",
        ] {
            let (_, faults) = read(&format!("{{\"origins\":[\"https://a.example.com\",{bad:?}]}}"));
            let [fault] = faults.as_slice() else { panic!("{bad}: {faults:?}") };
            assert_eq!(
                (fault.place.as_str(), fault.message.as_str()),
                ("embedding.origins[1]", ORIGIN),
                "{bad}"
            );
        }
    }

    #[test]
    fn other_shapes_are_named_where_they_are() {
        for (value, places) in [
            ("true", vec!["embedding"]),
            ("[\"https://a.example.com\"]", vec!["embedding"]),
            ("{\"origins\":\"https://a.example.com\"}", vec!["embedding.origins"]),
            ("{\"origin\":[]}", vec!["embedding.origin", "embedding.origins"]),
            ("{\"origins\":[7]}", vec!["embedding.origins[0]"]),
            ("{\"origins\":[\"https://a.b\",\"https://a.b\"]}", vec!["embedding.origins[1]"]),
        ] {
            let (_, faults) = read(value);
            assert_eq!(faults.iter().map(|f| f.place.as_str()).collect::<Vec<_>>(), places, "{value}");
        }
    }
}
