//! The security headers, on every answer.

use image_console_deploy::Server;
use image_console_deploy_tests::Answer;
use image_console_deploy_tests::install::{Layout, Plan};
use serde_json::json;

use crate::servers;

servers! {
    the_page_may_run_its_own_files_and_no_more,
    the_page_may_talk_to_the_configured_origins,
    an_answer_opened_as_a_page_may_do_nothing,
    every_answer_has_them,
}

const PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types default";

/// The one policy of an answer.
pub fn policy(answer: &Answer) -> String {
    let policies: Vec<&str> = answer.all("content-security-policy").collect();
    assert_eq!(policies.len(), 1, "one policy: {policies:?}");
    policies[0].to_owned()
}

fn usual(answer: &Answer, what: &str) {
    for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")] {
        assert_eq!(answer.header(name).as_deref(), Some(value), "{what}: {name}");
    }
    let permissions = answer.header("permissions-policy").unwrap_or_default();
    assert!(permissions.contains("camera=()") && permissions.contains("geolocation=()"), "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy").as_deref(), Some("same-origin"), "{what}");
}

async fn the_page_may_run_its_own_files_and_no_more(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    for target in ["/", "/images/deep/link", "/app-0123456789abcdef.js", "/config.json"] {
        let answer = install.page("GET", target, &[("Accept", "text/html")]).await;
        assert_eq!(policy(&answer), PAGE, "{target}");
        usual(&answer, target);
        assert_eq!(answer.header("x-frame-options").as_deref(), Some("DENY"), "{target}");
        assert_eq!(answer.header("cross-origin-resource-policy").as_deref(), Some("same-origin"), "{target}");
        assert_eq!(answer.header("strict-transport-security"), None, "without TLS");
    }
}

async fn the_page_may_talk_to_the_configured_origins(server: Server) {
    let elsewhere = "https://proxy.example.org:8443";
    let mut plan = Plan::new(server, Layout::Two).with(json!({ "elsewhere": [elsewhere] }));
    plan.connections = vec![json!({
        "id": "theirs", "kind": "triton", "endpoint": format!("{elsewhere}/eu"), "account": "jdoe",
        "authentication": { "method": "http-signature" },
    })];
    let install = plan.start().await;
    let answer = install.page("GET", "/", &[("Accept", "text/html")]).await;
    let wanted = format!("connect-src 'self' http://127.0.0.1:{} {elsewhere};", install.api);
    assert!(policy(&answer).contains(&wanted), "{}", policy(&answer));
}

async fn an_answer_opened_as_a_page_may_do_nothing(server: Server) {
    for layout in [Layout::One, Layout::Two] {
        let install = Plan::new(server, layout).start().await;
        let answer = install.ask("GET", "/api/us-east-1/--ping", &[], "").await;
        assert_eq!(policy(&answer), "default-src 'none'; frame-ancestors 'none'; sandbox");
        usual(&answer, "an answer");
        assert_eq!(answer.all("date").count(), 1);
    }
}

async fn every_answer_has_them(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    for (method, target, status) in [
        ("GET", "/gone.js", 404),
        ("GET", "/api/us-east-1/my/images", 401),
        ("PUT", "/api/us-east-1/my/images", 405),
        ("GET", "/api/us-east-1/%2e%2e/x", 400),
    ] {
        let answer = install.ask(method, target, &[], "").await;
        assert_eq!(answer.status, status, "{target}");
        usual(&answer, target);
        assert!(policy(&answer).starts_with("default-src 'none'"), "{target}");
    }
    let foreign = install.ask("GET", "/api/us-east-1/x", &[("Origin", "https://evil.example")], "").await;
    usual(&foreign, "a refusal");
}
