//! What passes: lists, signed writes, odd but right addresses.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Layout, Plan};
use image_console_emulator::oci::Kind;
use serde_json::json;

use crate::servers;

servers! {
    lists_and_signed_writes_on_one_origin,
    lists_and_signed_writes_on_two_origins,
    addresses_arrive_byte_for_byte,
    the_upstream_sees_nothing_but_the_request,
    what_is_sent_is_sent_once,
}

const US: &str = "us-east-1.api.example.com";
const COMPUTE: &str = "iaas.eu-frankfurt-1.oraclecloud.com";

async fn lists_and_signed_writes_on_one_origin(server: Server) {
    lists_and_signed_writes(Plan::new(server, Layout::One)).await;
}

async fn lists_and_signed_writes_on_two_origins(server: Server) {
    lists_and_signed_writes(Plan::new(server, Layout::Two)).await;
}

async fn lists_and_signed_writes(plan: Plan) {
    let install = plan.start().await;
    let listed = install.signed("GET", "/api/us-east-1", US, "/my/images?state=all", "").await;
    assert_eq!(listed.status, 200, "{}", listed.text());
    assert!(listed.json().as_array().is_some_and(|images| images.len() > 20));
    let image = listed.json().as_array().and_then(|images| {
        images
            .iter()
            .find(|image| image["name"] == "retired-app")
            .and_then(|i| i["id"].as_str().map(str::to_owned))
    });
    let image = image.expect("the seed's image");
    let body = json!({ "description": "größer & 100 %" }).to_string();
    let target = format!("/my/images/{image}?action=update");
    let updated = install.signed("POST", "/api/us-east-1", US, &target, &body).await;
    assert_eq!((updated.status, &updated.json()["description"]), (200, &json!("größer & 100 %")));
    let deleted = install.signed("DELETE", "/api/us-east-1", US, &format!("/my/images/{image}"), "").await;
    assert_eq!(deleted.status, 204);

    let id = install.upstreams.world().oci().id_of("eu-frankfurt-1", Kind::Image, "ol8-web-2024-03").unwrap();
    let shown =
        install.signed("GET", "/api/fra/compute", COMPUTE, &format!("/20160918/images/{id}"), "").await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    assert!(shown.header("etag").is_some());
    let body = json!({
        "destinationType": "objectStorageTuple", "namespaceName": "axaxnpcrorw5",
        "bucketName": "image-exports", "objectName": "größe+%2F.oci",
    });
    let target = format!("/20160918/images/{id}/actions/export");
    let exported = install.signed("POST", "/api/fra/compute", COMPUTE, &target, &body.to_string()).await;
    assert_eq!(exported.status, 200, "{}", exported.text());
    assert!(exported.header("opc-work-request-id").is_some());
    for (root, host, target) in [
        (
            "/api/fra/artifacts",
            "artifacts.eu-frankfurt-1.oci.oraclecloud.com",
            "/20160918/container/images?compartmentId=x",
        ),
        (
            "/api/fra/identity",
            "identity.eu-frankfurt-1.oci.oraclecloud.com",
            "/20160918/compartments?compartmentId=x",
        ),
        ("/api/fra/objectstorage", "objectstorage.eu-frankfurt-1.oraclecloud.com", "/n"),
    ] {
        let answer = install.signed("GET", root, host, target, "").await;
        assert!(
            ![400, 401, 403, 421, 502].contains(&answer.status),
            "{host}: {} {}",
            answer.status,
            answer.text()
        );
    }
    let hosts: Vec<String> = install.upstreams.arrived().into_iter().map(|entry| entry.host).collect();
    assert_eq!(hosts.iter().filter(|host| *host == US).count(), 3);
    assert_eq!(hosts.iter().filter(|host| *host == COMPUTE).count(), 2);
    assert_eq!(hosts.len(), 8);
}

async fn addresses_arrive_byte_for_byte(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    for target in [
        "/my/images?name=~a%20b&x=%2f",
        "/my/images/a%2Fb%2fc?x=a+b&y=%C3%A9&z=100%25",
        "/my/images/%7Ea~b/c%3Ad:e%40f@g,h%2C;i%3B=j%3D!k'l(m)n*o$p&q",
        "/my/images/a%2520b?next=%2Fx%3Fy%3D..%2F..%2Fz",
        "/my/images?path=/stor/../a/./b&q=%00",
        "/my/images?a;b=c;d&&e&=f",
        "/my/images/...?x=..&y=//z",
        "/my/a..b/..c/d../%2e%2e%2e",
        "/",
        "/?",
    ] {
        let answer = install.ask("GET", &format!("/api/us-east-1{target}"), &[], "").await;
        let arrived: Vec<String> =
            install.upstreams.arrived().into_iter().map(|entry| entry.target).collect();
        assert_eq!(arrived, [target], "{} {}", answer.status, answer.text());
    }
}

async fn the_upstream_sees_nothing_but_the_request(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let origin = install.origin();
    let sent = [
        ("Origin", origin.as_str()),
        ("Cookie", "session=company"),
        ("Referer", "https://intranet.example/secret"),
        ("X-Forwarded-For", "10.0.0.1"),
        ("X-Forwarded-Host", "evil.example"),
        ("X-Real-IP", "10.0.0.1"),
        ("Forwarded", "for=10.0.0.1"),
        ("Accept-Version", "~9"),
        ("X-Date", "Tue, 05 Mar 2024 10:15:30 GMT"),
    ];
    install.ask("GET", "/api/us-east-1/my/images", &sent, "").await;
    let arrived = install.upstreams.arrived();
    let [entry] = arrived.as_slice() else { panic!("{arrived:?}") };
    let mut names: Vec<String> = entry.headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    names.retain(|name| !["connection", "user-agent", "accept-encoding"].contains(&name.as_str()));
    names.sort();
    assert_eq!(names, ["accept-version", "host", "x-date"], "{entry:?}");
    assert_eq!(entry.host, US);
}

async fn what_is_sent_is_sent_once(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    for method in ["GET", "POST", "DELETE"] {
        let fault = image_console_emulator::Fault::on(method, "*").status(503, "{}");
        install.upstreams.world().add_fault(fault);
        let answer = install.ask(method, "/api/us-east-1/my/images/x", &[], "").await;
        assert_eq!((answer.status, install.upstreams.arrived().len()), (503, 1), "{method}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_looks_names_up_while_it_runs_where_it_is_told_to() {
    let plan = Plan::new(Server::Nginx, Layout::One).with(json!({ "resolver": "127.0.0.1" }));
    let install = plan.start().await;
    let listed = install.signed("GET", "/api/us-east-1", US, "/my/images?name=~a%20b", "").await;
    assert_eq!(listed.status, 200, "{}", listed.text());
    // A name that nobody knows is found out when it is needed, and keeps no other root from working.
    let plan = Plan::new(Server::Nginx, Layout::One).with(json!({
        "resolver": "127.0.0.1:1", "upstreams": { "us-east-1": { "api": { "via": "http://gone.invalid" } } },
    }));
    let install = plan.start().await;
    assert_eq!(install.ask("GET", "/api/us-east-1/--ping", &[], "").await.status, 502);
    assert_eq!(install.ask("GET", "/api/cf/v3", &[], "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_puts_an_upstreams_own_path_in_front() {
    let plan = Plan::new(Server::Nginx, Layout::One).with(json!({ "upstreams": { "us-east-1": { "api": {
        "url": "https://gateway.example.com/triton/us-east-1", "via": "http://UPSTREAMS/triton/us-east-1",
    } } } }));
    let install = plan.start().await;
    install.ask("GET", "/api/us-east-1/my/a%2Fb?x=%2f&y=a+b", &[], "").await;
    let arrived: Vec<_> = install.upstreams.arrived().into_iter().map(|e| (e.host, e.target)).collect();
    let target = "/triton/us-east-1/my/a%2Fb?x=%2f&y=a+b".to_owned();
    assert_eq!(arrived, [("gateway.example.com".to_owned(), target)]);
}
