//! Who may show the page in a frame: `config.json` says it, for the page and for the server alike.

use serde_json::json;

use super::{config, deployment, with};
use crate::{Server, write};

const PORTAL: &str = "https://portal.example.com";

/// What is written for these origins and this installation.
fn written(server: Server, origins: &[&str], deployment: &serde_json::Value) -> String {
    let mut config = config();
    config["embedding"] = json!({ "origins": origins });
    write(server, &config.to_string(), &deployment.to_string()).unwrap()
}

#[test]
fn only_the_sites_in_the_file_may_frame_the_page() {
    for server in Server::ALL {
        let text = written(server, &[PORTAL, "http://127.0.0.1:8082"], &deployment());
        let frames = "frame-ancestors https://portal.example.com http://127.0.0.1:8082;";
        assert_eq!(text.matches(frames).count(), 1, "the page's: {text}");
        assert!(!text.contains("X-Frame-Options \"DENY\""), "{text}");
        assert!(text.contains("image-console-element"), "{text}");
        let none = write(server, &config().to_string(), &deployment().to_string()).unwrap();
        assert_eq!(none, written(server, &[], &deployment()), "an empty list is none");
        assert_eq!(none.matches("frame-ancestors 'none';").count(), none.matches("frame-ancestors").count());
        assert!(none.contains("X-Frame-Options"), "{none}");
        assert!(!none.contains("image-console-element"), "a file like any other");
        assert!(none.contains("Cross-Origin-Resource-Policy \"same-origin\""), "{none}");
    }
}

#[test]
fn the_element_lies_beside_the_page() {
    let below = with("page/base", json!("/tools/images/"));
    let text = written(Server::Nginx, &[PORTAL], &below);
    let file = r"~^page /tools/images/image-console-element\\.js";
    assert!(text.contains(&format!("\"{file}$\" cross-origin;")), "{text}");
    let reader = format!(r#""{file} https://portal\\.example\\.com$" "{PORTAL}";"#);
    assert!(text.contains(&reader), "{text}");
    let text = written(Server::Caddy, &[PORTAL], &below);
    assert!(text.contains("@element path /image-console-element.js"), "its base is taken off: {text}");
}

#[test]
fn a_proxy_alone_has_no_page_to_embed() {
    let mut config = config();
    config["embedding"] = json!({ "origins": [PORTAL] });
    config["connections"] = json!([]);
    let alone = json!({ "api": { "origin": "https://api.example.com" } });
    for server in Server::ALL {
        let text = write(server, &config.to_string(), &alone.to_string()).unwrap();
        assert!(!text.contains(PORTAL) && !text.contains("image-console-element"), "{text}");
    }
}

#[test]
fn the_member_of_before_is_told_where_it_went() {
    let faults = super::faults(&with("frameAncestors", json!([PORTAL])));
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert!(fault.starts_with("deployment.json: frameAncestors is now in config.json"), "{fault}");
    let member = r#""embedding": {"origins": ["https://portal.example.com"]}"#;
    assert!(fault.ends_with(member), "{fault}");
}

#[test]
fn what_is_no_origin_is_named_in_its_own_file() {
    let mut config = config();
    config["embedding"] = json!({ "origins": ["https://*.example.com", "https://a..example.com"] });
    let faults = super::super::plan(&config.to_string(), &deployment().to_string()).unwrap_err();
    let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(
        places,
        ["config.json: embedding.origins[0]", "config.json: embedding.origins[1]"],
        "once each: {faults:?}"
    );
}

#[test]
fn the_clipboard_may_be_written_in_a_frame() {
    for server in Server::ALL {
        let text = written(server, &[PORTAL], &deployment());
        assert!(text.contains("clipboard-write=(self)"), "{text}");
    }
}
