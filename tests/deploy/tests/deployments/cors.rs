//! CORS, where page and API are on two origins.

use image_console_deploy::Server;
use image_console_deploy::kinds::Kind;
use image_console_deploy_tests::install::{Layout, Plan};
use image_console_emulator::Fault;
use serde_json::json;

use crate::{lists, servers};

servers! {
    a_preflight_is_answered_by_the_proxy,
    every_header_that_is_read_is_exposed,
    the_list_of_each_api_can_be_read,
    errors_can_be_read_too,
    the_upstreams_own_words_do_not_count,
    further_pages_may_be_allowed,
    on_one_origin_nobody_is_told_anything,
}

/// A root of each kind.
const ROOTS: [(&str, Kind); 5] = [
    ("us-east-1", Kind::Triton),
    ("fra/compute", Kind::Oci),
    ("market", Kind::Marketplace),
    ("cf", Kind::CloudFoundry),
    ("cf-uaa", Kind::Uaa),
];

async fn a_preflight_is_answered_by_the_proxy(server: Server) {
    let install = Plan::new(server, Layout::Two).start().await;
    let origin = install.origin();
    for (root, kind) in ROOTS {
        let headers = [
            ("Origin", origin.as_str()),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,x-date"),
        ];
        let answer = install.ask("OPTIONS", &format!("/api/{root}/x?y"), &headers, "").await;
        assert_eq!((answer.status, answer.body.len()), (204, 0), "{root}");
        assert_eq!(answer.header("access-control-allow-origin"), Some(origin.clone()));
        assert_eq!(answer.header("access-control-allow-methods"), Some(kind.methods().join(", ")));
        assert_eq!(answer.header("access-control-allow-headers"), Some(kind.request_headers().join(", ")));
        assert_eq!(answer.header("access-control-max-age").as_deref(), Some("600"));
        assert_eq!(answer.header("access-control-allow-credentials"), None);
        assert!(answer.header("vary").is_some_and(|vary| vary.contains("Origin")), "{root}");
    }
    assert!(install.upstreams.arrived().is_empty());
}

async fn every_header_that_is_read_is_exposed(server: Server) {
    let install = Plan::new(server, Layout::Two).start().await;
    let origin = install.origin();
    for (root, kind) in ROOTS {
        let method = kind.methods()[0];
        let answer = install.ask(method, &format!("/api/{root}/v3"), &[("Origin", &origin)], "").await;
        assert_eq!(answer.header("access-control-allow-origin"), Some(origin.clone()), "{root}");
        let exposed = kind.exposed_headers().join(", ");
        assert_eq!(answer.header("access-control-expose-headers"), Some(exposed), "{root}");
        assert_eq!(answer.header("access-control-allow-methods"), None, "for preflights only");
    }
}

/// The first call of each API that the console makes, and the headers of its answer that the console's
/// code reads.
async fn the_list_of_each_api_can_be_read(server: Server) {
    let install = Plan::new(server, Layout::Two).start().await;
    let origin = install.origin();
    let us = "us-east-1.api.example.com";
    let compute = "iaas.eu-frankfurt-1.oraclecloud.com";
    let compartment = install.upstreams.world().oci().compartment("shop");
    let images = format!("/20160918/images?compartmentId={compartment}");
    let uploads = "/appstore/publisher/v1/machineimages?limit=30&offset=0";
    let instances = "/v3/service_instances?type=managed&per_page=50&order_by=name";
    let token = |value: String| vec![("Authorization".to_owned(), value)];
    let signed = |host: &str, target: &str| install.upstreams.signed("GET", host, target, "");
    let mut market = token(install.upstreams.marketplace_token());
    market.push(("X-Oracle-UserId".to_owned(), "partner@example.com".to_owned()));
    let foundation = token(install.upstreams.cloud_foundry_token());
    for (root, kind, target, headers, proof) in [
        ("us-east-1", Kind::Triton, "/my/images?state=all", signed(us, "/my/images?state=all"), "date"),
        ("fra/compute", Kind::Oci, images.as_str(), signed(compute, &images), "opc-request-id"),
        ("market", Kind::Marketplace, uploads, market, "content-length"),
        ("cf", Kind::CloudFoundry, instances, foundation, "x-vcap-request-id"),
    ] {
        let mut headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        headers.push(("Origin", &origin));
        let answer = install.ask("GET", &format!("/api/{root}{target}"), &headers, "").await;
        assert_eq!(answer.status, 200, "{root}: {}", answer.text());
        assert_eq!(answer.header("access-control-allow-origin"), Some(origin.clone()), "{root}");
        let exposed = answer.header("access-control-expose-headers").unwrap_or_default().to_ascii_lowercase();
        let read = lists::names_read(kind);
        for (name, _) in &answer.headers {
            let name = name.to_ascii_lowercase();
            let shown =
                exposed.split(", ").any(|known| known == name) || lists::ALWAYS.contains(&name.as_str());
            assert!(shown || !read.contains_key(&name), "{root}: {name} came, but no page may read it");
        }
        assert!(answer.header(proof).is_some() && exposed.contains(proof), "{root}: {:?}", answer.headers);
    }
}

async fn errors_can_be_read_too(server: Server) {
    let install = Plan::new(server, Layout::Two).start().await;
    let origin = install.origin();
    let read = |answer: &image_console_deploy_tests::Answer| answer.header("access-control-allow-origin");
    let headers = [("Origin", origin.as_str())];
    let refused = install.ask("GET", "/api/us-east-1/my/images", &headers, "").await;
    assert_eq!((refused.status, read(&refused)), (401, Some(origin.clone())), "the upstream's");
    let long = "x".repeat(300 * 1024);
    let refused = install.ask("POST", "/api/us-east-1/my/images", &headers, &long).await;
    assert_eq!((refused.status, read(&refused)), (413, Some(origin.clone())), "the proxy's own");
    let method = install.ask("PUT", "/api/us-east-1/my/images", &headers, "").await;
    assert_eq!((method.status, read(&method)), (405, Some(origin.clone())));
    let port = install.upstreams.port;
    drop(install);
    // An upstream that is gone.
    let via = format!("http://127.0.0.1:{}", image_console_deploy_tests::server::free_port());
    assert_ne!(via, format!("http://127.0.0.1:{port}"));
    let plan = Plan::new(server, Layout::Two).with(json!({ "upstreams": {
        "us-east-1": { "api": { "url": "https://us-east-1.api.example.com", "via": via } },
    } }));
    let install = plan.start().await;
    let origin = install.origin();
    let gone = install.ask("GET", "/api/us-east-1/my/images", &[("Origin", &origin)], "").await;
    assert_eq!((gone.status, read(&gone)), (502, Some(origin)));
}

async fn the_upstreams_own_words_do_not_count(server: Server) {
    let install = Plan::new(server, Layout::Two).start().await;
    let fault = Fault::on("*", "*")
        .status(200, "{}")
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Credentials", "true")
        .header("Access-Control-Expose-Headers", "X-Nothing");
    install.upstreams.world().add_fault(fault);
    let origin = install.origin();
    let answer = install.ask("GET", "/api/us-east-1/my/images", &[("Origin", &origin)], "").await;
    assert_eq!(answer.header("access-control-allow-origin"), Some(origin));
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    assert_eq!(
        answer.header("access-control-expose-headers"),
        Some(Kind::Triton.exposed_headers().join(", "))
    );
    let answer = install.ask("GET", "/api/us-east-1/my/images", &[], "").await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert_eq!(answer.header("access-control-expose-headers"), None);
}

async fn further_pages_may_be_allowed(server: Server) {
    let portal = "https://portal.example.com";
    let plan = Plan::new(server, Layout::One).with(json!({ "allowedOrigins": [portal] }));
    let install = plan.start().await;
    let headers = [("Origin", portal)];
    let answer = install.ask("GET", "/api/us-east-1/--ping", &headers, "").await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin").as_deref()), (200, Some(portal)));
    let script = install.page("GET", "/app-0123456789abcdef.js", &headers).await;
    assert_eq!(script.header("access-control-allow-origin").as_deref(), Some(portal));
    assert_eq!(script.header("cross-origin-resource-policy").as_deref(), Some("cross-origin"));
    let other = install.page("GET", "/app-0123456789abcdef.js", &[("Origin", "https://evil.example")]).await;
    assert_eq!((other.status, other.header("access-control-allow-origin")), (200, None));
    let other = install.ask("GET", "/api/us-east-1/--ping", &[("Origin", "https://evil.example")], "").await;
    assert_eq!(other.status, 403);
}

async fn on_one_origin_nobody_is_told_anything(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let origin = install.origin();
    let headers = [("Origin", origin.as_str()), ("Access-Control-Request-Method", "POST")];
    let answer = install.ask("GET", "/api/us-east-1/--ping", &headers, "").await;
    let cors =
        answer.headers.iter().filter(|(name, _)| name.to_ascii_lowercase().starts_with("access-control"));
    assert_eq!((answer.status, cors.count()), (200, 0));
}
