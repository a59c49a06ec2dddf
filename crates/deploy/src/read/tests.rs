mod embedding;
mod kinds;

use serde_json::{Value, json};

use crate::plan::{Credentials, Plan};
use crate::{Server, write};

fn config() -> Value {
    json!({ "connections": [
        { "id": "us", "kind": "triton", "endpoint": "/api/us", "account": "jdoe",
          "authentication": { "method": "http-signature" } },
        { "id": "fra", "kind": "oci", "region": "eu-frankfurt-1", "compartments": ["ocid1.compartment.oc1..a"],
          "endpoints": { "compute": "/api/fra/compute", "artifacts": "/api/fra/artifacts" },
          "authentication": { "method": "proxy" } },
    ] })
}

fn deployment() -> Value {
    json!({
        "page": { "origin": "https://images.example.com", "root": "/srv/image-console" },
        "upstreams": { "us": "https://us.api.example.com" },
    })
}

fn plan(config: &Value, deployment: &Value) -> Plan {
    super::plan(&config.to_string(), &deployment.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The faults of a deployment beside the usual connections: places and messages.
fn faults(deployment: &Value) -> Vec<String> {
    let faults = super::plan(&config().to_string(), &deployment.to_string()).unwrap_err();
    faults.into_iter().map(|fault| format!("{} {}", fault.place, fault.message)).collect()
}

fn with(path: &str, value: Value) -> Value {
    let mut deployment = deployment();
    let mut at = &mut deployment;
    for name in path.split('/') {
        at = &mut at[name];
    }
    *at = value;
    deployment
}

fn one_fault(deployment: &Value, place: &str, words: &str) {
    let faults = faults(deployment);
    assert!(
        faults.len() == 1 && faults[0].starts_with(&format!("{place} ")) && faults[0].contains(words),
        "{place} … {words}: {faults:#?}"
    );
}

#[test]
fn hosts_of_oracle_cloud_follow_from_region_and_realm() {
    let routes = |config: &Value| {
        let plan = plan(config, &deployment());
        plan.sites[0]
            .routes
            .iter()
            .map(|r| (r.path.clone(), r.upstream.origin.to_string()))
            .collect::<Vec<_>>()
    };
    let of = |path: &str, host: &str| (path.to_owned(), format!("https://{host}"));
    assert_eq!(
        routes(&config()),
        [
            of("/api/fra/artifacts", "artifacts.eu-frankfurt-1.oci.oraclecloud.com"),
            of("/api/fra/compute", "iaas.eu-frankfurt-1.oraclecloud.com"),
            of("/api/us", "us.api.example.com"),
        ]
    );
    let mut other = config();
    other["connections"][1]["realmDomain"] = json!("oraclegovcloud.uk");
    assert_eq!(routes(&other)[1].1, "https://iaas.eu-frankfurt-1.oraclegovcloud.uk");
}

#[test]
fn a_path_goes_to_the_page_and_an_address_to_the_api() {
    let mut config = config();
    config["connections"][0]["endpoint"] = json!("https://api.example.com/us/");
    let plan = plan(&config, &with("api", json!({ "origin": "https://api.example.com" })));
    assert_eq!(plan.sites[1].routes[0].path, "/us");
    assert_eq!(plan.sites[0].routes.len(), 2);
    assert_eq!(plan.connect.iter().map(ToString::to_string).collect::<Vec<_>>(), ["https://api.example.com"]);
    assert_eq!((plan.sites[0].listen.port, plan.sites[1].listen.port), (443, 443));
}

#[test]
fn both_files_faults_are_named_at_once() {
    let mut config = config();
    config["connections"][1]["region"] = json!("Frankfurt am Main");
    config["connections"][1]["compartments"] = json!([]);
    let mut deployment = with("page/root", json!("srv"));
    deployment["pages"] = json!({});
    deployment["upstreams"]["us"] = json!("ftp://x");
    deployment["brotli"] = json!("yes");
    let faults = super::plan(&config.to_string(), &deployment.to_string()).unwrap_err();
    let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "config.json: connections[1].region",
            "config.json: connections[1].compartments",
            "deployment.json: pages",
            "deployment.json: page.root",
            "deployment.json: brotli",
            "deployment.json: upstreams.us",
        ],
        "{faults:#?}"
    );
}

#[test]
fn what_would_have_a_meaning_in_a_configuration_is_no_path_and_no_origin() {
    for bad in ["/srv/x;", "/srv/{x}", "/srv/a b", "/srv/$host", "/srv/\nx", "/srv/../etc", "srv", "/"] {
        one_fault(&with("page/root", json!(bad)), "deployment.json: page.root", "");
    }
    for bad in ["https://a.example/x", "https://a;b", "images.example.com", "https://a example"] {
        assert!(!faults(&with("page/origin", json!(bad))).is_empty(), "{bad}");
        one_fault(&with("allowedOrigins", json!([bad])), "deployment.json: allowedOrigins[0]", "");
    }
    for bad in ["/tools", "tools/", "/a//b/", "/a{1}/", "/../"] {
        one_fault(&with("page/base", json!(bad)), "deployment.json: page.base", "slash at both ends");
    }
    for bad in ["10.0.0.1; x", "dns.example.com", "10.0.0.1:dns"] {
        one_fault(&with("resolver", json!(bad)), "deployment.json: resolver", "IP address");
    }
    for bad in ["443 ssl", "localhost:80", "70000", ""] {
        one_fault(&with("page/listen", json!(bad)), "deployment.json: page.listen", "must be a port");
        one_fault(
            &with("page/redirectFrom", json!(bad)),
            "deployment.json: page.redirectFrom",
            "must be a port",
        );
    }
    one_fault(
        &with("page/redirectFrom", json!("443")),
        "deployment.json: page.redirectFrom",
        "itself listens",
    );
}

#[test]
fn a_name_of_a_connection_cannot_leave_its_comment() {
    let mut config = config();
    config["connections"][0]["name"] = json!("x\n} server { listen 80; ");
    for server in Server::ALL {
        let text = write(server, &config.to_string(), &deployment().to_string()).unwrap();
        assert!(!text.contains("listen 80"), "{text}");
    }
}

#[test]
fn every_service_needs_an_upstream_and_every_upstream_a_service() {
    one_fault(&with("upstreams", json!({})), "deployment.json: upstreams.us.api", "real address");
    one_fault(
        &with("upstreams/eu", json!("https://eu.example.com")),
        "deployment.json: upstreams.eu",
        "is no connection of config.json; those are us, fra",
    );
    one_fault(
        &with("upstreams/fra", json!({ "uaa": "https://x.example" })),
        "deployment.json: upstreams.fra.uaa",
        "known are compute, artifacts",
    );
    one_fault(
        &with("upstreams/fra", json!("https://x.example")),
        "deployment.json: upstreams.fra",
        "must be an object",
    );
}

#[test]
fn where_an_endpoint_leads_must_be_served_or_named() {
    let mut config = config();
    config["connections"][0]["endpoint"] = json!("https://proxy.example.org/us");
    let read = |deployment: &Value| super::plan(&config.to_string(), &deployment.to_string());
    let faults = read(&deployment()).unwrap_err();
    assert!(faults[0].message.contains("is not served here"), "{faults:#?}");
    let mut named = with("elsewhere", json!(["https://proxy.example.org"]));
    named["upstreams"] = json!({});
    let plan = read(&named).unwrap();
    assert_eq!(plan.connect[0].to_string(), "https://proxy.example.org");
    assert_eq!(plan.sites[0].routes.len(), 2);
}

#[test]
fn a_root_must_not_cover_the_page_nor_mean_two_things() {
    let mut config = config();
    config["connections"][0]["endpoint"] = json!("/");
    let faults = super::plan(&config.to_string(), &deployment().to_string()).unwrap_err();
    assert!(faults[0].message.contains("covers the page's own files"), "{faults:#?}");

    let mut config = self::config();
    let mut again = config["connections"][0].clone();
    again["id"] = json!("again");
    again["account"] = json!("acme");
    config["connections"].as_array_mut().unwrap().push(again);
    let same = with("upstreams/again", json!("https://us.api.example.com"));
    let shared = plan(&config, &same);
    assert_eq!(shared.sites[0].routes[2].title, "us, api; again, api", "one root for both");
    let other = with("upstreams/again", json!("https://other.example.com"));
    let faults = super::plan(&config.to_string(), &other.to_string()).unwrap_err();
    assert!(faults[0].message.contains("another upstream"), "{faults:#?}");
}

#[test]
fn credentials_of_the_proxy_need_a_guard_and_a_connection_that_wants_them() {
    let file = json!({ "credentials": { "file": "/etc/console/fra" } });
    let mut deployment = with("upstreams/fra", json!({ "compute": file }));
    one_fault(&deployment, "deployment.json: compute of the connection fra", "say in a \"guard\" file");
    deployment["guard"] = json!("/etc/console/guard");
    let found = plan(&config(), &deployment);
    assert_eq!(found.sites[0].routes[1].credentials, Some(Credentials::File("/etc/console/fra".to_owned())));
    let us = json!({ "api": { "url": "https://us.api.example.com", "credentials": { "file": "/etc/x" } } });
    deployment["upstreams"]["us"] = us;
    one_fault(&deployment, "deployment.json: api of the connection us", "signs in the browser");
    deployment["upstreams"]["us"] = json!("https://us.api.example.com");
    for (credentials, words) in [
        (json!({}), "environment is missing"),
        (json!({ "file": "/etc/x", "environment": "X" }), "one of them"),
        (json!({ "environment": "A-B" }), "is not a variable's name"),
        (json!({ "environment": "A", "header": "A: b" }), "is not a header's name"),
        (json!({ "secret": "hush", "environment": "A" }), "is not a known member"),
        (json!("hush"), "must be an object"),
    ] {
        deployment["upstreams"]["fra"]["compute"]["credentials"] = credentials;
        let faults = faults(&deployment);
        assert!(faults.len() == 1 && faults[0].contains(words), "{words}: {faults:#?}");
    }
}

#[test]
fn each_server_says_what_only_the_other_can() {
    let (config, mut deployment) = (config().to_string(), deployment());
    deployment["page"]["tls"] = json!("automatic");
    let faults = write(Server::Nginx, &config, &deployment.to_string()).unwrap_err();
    assert!(faults[0].message.contains("only Caddy"), "{faults:?}");
    assert!(
        write(Server::Caddy, &config, &deployment.to_string()).unwrap().contains("\nimages.example.com {")
    );
    deployment["page"].as_object_mut().unwrap().remove("tls");
    deployment["upstreams"]["us"] = json!("https://gateway.example.com/triton/us");
    let faults = write(Server::Caddy, &config, &deployment.to_string()).unwrap_err();
    assert!(faults[0].message.contains("signatures would not survive"), "{faults:?}");
    let text = write(Server::Nginx, &config, &deployment.to_string()).unwrap();
    assert!(text.contains("proxy_pass https://console_api_us/triton/us$console_to_api_us;"), "{text}");
    deployment["guard"] = json!("/etc/console/guard");
    deployment["upstreams"]["fra"] = json!({ "compute": { "credentials": { "environment": "TOKEN" } } });
    let faults = write(Server::Nginx, &config, &deployment.to_string()).unwrap_err();
    assert!(faults[0].message.contains("name a file"), "{faults:?}");
}

#[test]
fn what_is_no_json_is_said() {
    for (text, words) in
        [("", "not JSON"), ("[]", "must be a JSON object"), ("{}", "\"api\" for the proxy alone")]
    {
        let faults = super::plan(r#"{"connections":[]}"#, text).unwrap_err();
        assert!(faults.iter().any(|fault| fault.message.contains(words)), "{faults:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for server in Server::ALL {
        let once = || write(server, &config().to_string(), &deployment().to_string()).unwrap();
        assert_eq!(once(), once());
        assert!(once().ends_with("}\n") && !once().contains("\n\n\n"));
    }
}

#[test]
fn triton_is_waited_for_longer_than_its_own_front_proxy_waits() {
    let text = |server| write(server, &config().to_string(), &deployment().to_string()).unwrap();
    let (nginx, caddy) = (text(Server::Nginx), text(Server::Caddy));
    assert_eq!(nginx.matches("proxy_read_timeout 150s;").count(), 1);
    assert_eq!(nginx.matches("proxy_read_timeout 90s;").count(), 2);
    assert_eq!(caddy.matches("response_header_timeout 150s").count(), 1);
    assert_eq!(caddy.matches("response_header_timeout 90s").count(), 2);
}
