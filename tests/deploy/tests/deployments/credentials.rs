//! Credentials that the proxy adds: the upstream gets them, the browser never.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use serde_json::{Value, json};

use crate::servers;

servers! {
    what_the_proxy_adds_the_browser_never_sees,
    what_the_browser_sends_is_replaced,
    the_guard_says_who_may,
}

/// Cloud Foundry through a file that sets the token; the file is written once the upstreams run.
async fn install(server: Server, guard: &str) -> Install {
    let plan = Plan::new(server, Layout::One).with(json!({
        "guard": "/FOLDER/guard",
        "routes": [route()],
    }));
    plan.start_with(|install| {
        let token = install.upstreams.cloud_foundry_token();
        let line = match server {
            Server::Nginx => format!("proxy_set_header Authorization \"{token}\";\n"),
            Server::Caddy => format!("header_up Authorization \"{token}\"\n"),
        };
        install.folder.write("credentials", line);
        install.folder.write("guard", guard);
    })
    .await
}

fn route() -> Value {
    json!({
        "endpoint": "/api/cf", "kind": "cloud-foundry", "url": "https://api.sys.example.local",
        "via": "http://UPSTREAMS", "credentials": { "file": "/FOLDER/credentials" },
    })
}

fn open_to_all(server: Server) -> &'static str {
    match server {
        Server::Nginx => "allow all;\n",
        Server::Caddy => "@outside not remote_ip 127.0.0.1\nrespond @outside 403\n",
    }
}

async fn what_the_proxy_adds_the_browser_never_sees(server: Server) {
    let install = install(server, open_to_all(server)).await;
    let answer = install.ask("GET", "/api/cf/v3/organizations", &[], "").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let arrived = install.upstreams.arrived();
    let token = arrived[0].headers.get("authorization").expect("added").to_owned();
    let secret = token.split(' ').nth(1).expect("a token");
    for (method, target) in [
        ("GET", "/api/cf/v3/organizations"),
        ("GET", "/api/cf/v3/nothing"),
        ("TRACE", "/api/cf/v3"),
        ("OPTIONS", "/api/cf/v3"),
        ("GET", "/api/cf/%2e%2e/x"),
        ("GET", "/credentials"),
        ("GET", "/"),
    ] {
        let answer = install.ask(method, target, &[("Accept", "text/html")], "").await;
        assert!(!format!("{answer:?} {}", answer.text()).contains(secret), "{method} {target}");
    }
    assert!(!install.log().contains(secret), "nor does the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_takes_them_from_its_environment_too() {
    let mut route = route();
    route["credentials"] = json!({ "environment": "CF_AUTHORIZATION" });
    let plan = Plan::new(Server::Caddy, Layout::One);
    let plan = plan.with(json!({ "guard": "/FOLDER/guard", "routes": [route] }));
    let install = plan
        .start_with(|ready| {
            let token = ready.upstreams.cloud_foundry_token();
            ready.folder.write("environment", format!("CF_AUTHORIZATION={token}\n"));
            ready.folder.write("guard", open_to_all(Server::Caddy));
        })
        .await;
    let answer = install.ask("GET", "/api/cf/v3/organizations", &[("Authorization", "bearer x")], "").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let arrived = install.upstreams.arrived();
    assert_eq!(arrived[0].headers.iter().filter(|(name, _)| *name == "authorization").count(), 1);
}

async fn what_the_browser_sends_is_replaced(server: Server) {
    let install = install(server, open_to_all(server)).await;
    let own = [("Authorization", "bearer stolen"), ("Authorization", "Basic eDp5")];
    let answer = install.ask("GET", "/api/cf/v3/organizations", &own[..1], "").await;
    assert_eq!(answer.status, 200);
    let answer = install.ask("GET", "/api/cf/v3/organizations", &own, "").await;
    assert!([200, 400].contains(&answer.status));
    for entry in install.upstreams.arrived() {
        let sent: Vec<&str> =
            entry.headers.iter().filter(|(name, _)| *name == "authorization").map(|(_, v)| v).collect();
        assert!(sent.len() == 1 && sent[0].len() > 40, "{sent:?}");
    }
}

async fn the_guard_says_who_may(server: Server) {
    let guard = match server {
        Server::Nginx => "deny all;\n",
        Server::Caddy => "@outside not remote_ip 192.0.2.0/24\nrespond @outside 403\n",
    };
    let install = install(server, guard).await;
    for target in ["/api/cf/v3/organizations", "/api/us-east-1/--ping", "/", "/config.json"] {
        let answer = install.ask("GET", target, &[("Accept", "text/html")], "").await;
        assert_eq!(answer.status, 403, "{target}");
    }
    assert!(install.upstreams.arrived().is_empty());
}
