//! The Marketplace and Cloud Foundry: their roots come from the connection, as all others do.

use serde_json::{Value, json};

use super::{deployment, plan};
use crate::kinds::Kind;
use crate::{Server, write};

fn config() -> Value {
    json!({ "connections": [
        { "id": "market", "kind": "marketplace", "endpoint": "/api/market",
          "authentication": { "method": "token" } },
        { "id": "prod", "kind": "cloud-foundry", "endpoint": "/api/prod", "uaaEndpoint": "/api/prod-uaa",
          "apiUrl": "https://api.sys.example.com", "authentication": { "method": "token" } },
    ] })
}

/// An installation in which `prod` is where this says.
fn with(upstreams: Value) -> Value {
    let mut deployment = deployment();
    deployment["upstreams"] = upstreams;
    deployment
}

fn faults(config: &Value, upstreams: Value) -> Vec<String> {
    let faults = super::super::plan(&config.to_string(), &with(upstreams).to_string()).unwrap_err();
    faults.into_iter().map(|fault| format!("{} {}", fault.place, fault.message)).collect()
}

#[test]
fn each_service_gets_a_root_of_its_kind() {
    let plan = plan(&config(), &with(json!({ "prod": { "uaa": "https://uaa.sys.example.com" } })));
    let routes: Vec<(&str, Kind, String)> = plan.sites[0]
        .routes
        .iter()
        .map(|route| (route.path.as_str(), route.kind, route.upstream.origin.to_string()))
        .collect();
    assert_eq!(
        routes,
        [
            ("/api/prod-uaa", Kind::Uaa, "https://uaa.sys.example.com".to_owned()),
            ("/api/market", Kind::Marketplace, "https://ocm-apis.cloud.oracle.com".to_owned()),
            ("/api/prod", Kind::CloudFoundry, "https://api.sys.example.com".to_owned()),
        ]
    );
}

#[test]
fn the_marketplace_may_be_at_its_other_host() {
    let upstreams = json!({
        "market": "https://ocm-apis-cloud.oracle.com", "prod": { "uaa": "https://uaa.sys.example.com" },
    });
    let plan = plan(&config(), &with(upstreams));
    assert_eq!(plan.sites[0].routes[1].upstream.origin.host, "ocm-apis-cloud.oracle.com");
}

#[test]
fn where_a_foundation_is_must_be_said() {
    let mut config = config();
    let none = faults(&config, json!({}));
    let [uaa] = none.as_slice() else { panic!("{none:#?}") };
    assert!(uaa.starts_with("deployment.json: upstreams.prod.uaa is missing"), "{uaa}");
    assert!(uaa.contains("https://uaa.sys.example.com"), "{uaa}");
    config["connections"][1].as_object_mut().unwrap().remove("apiUrl");
    let none = faults(&config, json!({}));
    assert!(
        none.len() == 2 && none[0].starts_with("deployment.json: upstreams.prod.api is missing"),
        "{none:?}"
    );
    // A path is how a proxy rewrites addresses, and says nothing of where the foundation is.
    config["connections"][1]["apiUrl"] = json!("/api/prod");
    assert_eq!(faults(&config, json!({})), none);
}

#[test]
fn both_files_must_mean_the_same_foundation() {
    let upstreams = json!({ "prod": {
        "api": "https://api.sys.example.org", "uaa": "https://uaa.sys.example.com",
    } });
    let faults = faults(&config(), upstreams);
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert!(
        fault.starts_with("deployment.json: upstreams.prod.api is https://api.sys.example.org"),
        "{fault}"
    );
    assert!(fault.contains("jobs would not be followed"), "{fault}");
    let elsewhere = json!({ "prod": {
        "api": { "via": "https://gateway.example.org" }, "uaa": "https://uaa.sys.example.com",
    } });
    let plan = plan(&config(), &with(elsewhere));
    let route = plan.sites[0].routes.iter().find(|route| route.kind == Kind::CloudFoundry).unwrap();
    assert_eq!(route.upstream.origin.host, "api.sys.example.com", "as it calls itself");
    assert_eq!(route.address().origin.host, "gateway.example.org");
}

#[test]
fn where_the_proxy_says_who_asks_the_browser_does_not() {
    let mut config = config();
    let upstreams = with(json!({ "prod": { "uaa": "https://uaa.sys.example.com" } }));
    for (method, taken) in [("token", 0), ("proxy", 1)] {
        config["connections"][0]["authentication"]["method"] = json!(method);
        let text = |server| write(server, &config.to_string(), &upstreams.to_string()).unwrap();
        let nginx = text(Server::Nginx);
        assert_eq!(nginx.matches("proxy_set_header Authorization \"\";").count(), taken, "{method}");
        assert_eq!(nginx.matches("proxy_set_header X-Oracle-UserId \"\";").count(), taken, "{method}");
        let caddy = text(Server::Caddy);
        assert_eq!(caddy.matches("request_header -Authorization\n").count(), taken, "{method}");
        assert_eq!(caddy.matches("request_header -X-Oracle-UserId\n").count(), taken, "{method}");
    }
}

#[test]
fn a_console_that_only_looks_gets_a_proxy_that_lets_nothing_else_through() {
    let mut config = config();
    let upstreams = with(json!({ "prod": { "uaa": "https://uaa.sys.example.com" } }));
    for (read_only, passes) in [(json!(false), true), (json!(true), false), (json!("frozen."), false)] {
        config["readOnly"] = read_only;
        let plan = plan(&config, &upstreams);
        assert_eq!(plan.methods(Kind::CloudFoundry).contains(&"POST"), passes);
        assert_eq!(plan.methods(Kind::Triton).contains(&"DELETE"), passes);
        assert_eq!(plan.methods(Kind::Marketplace), ["GET", "HEAD"]);
        assert_eq!(plan.methods(Kind::Uaa), ["POST"], "people still sign in");
    }
}
