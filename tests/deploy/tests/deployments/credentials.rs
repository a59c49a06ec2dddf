//! Credentials that the proxy adds: the upstream gets them, the browser never.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use serde_json::{Value, json};

use crate::servers;

servers! {
    what_the_proxy_adds_the_browser_never_sees,
    what_the_browser_sends_is_replaced,
    whoever_asks_the_marketplace_asks_as_the_partner,
    the_guard_says_who_may,
}

/// Cloud Foundry and the Marketplace through files that say who asks; the files are written once the
/// upstreams run.
async fn install(server: Server, guard: &str) -> Install {
    let plan = plan(server, json!({ "file": "/FOLDER/foundation" }));
    plan.start_with(|install| {
        let foundation = [("Authorization", install.upstreams.cloud_foundry_token())];
        let market = [
            ("Authorization", install.upstreams.marketplace_token()),
            ("X-Oracle-UserId", PARTNER.to_owned()),
        ];
        install.folder.write("foundation", lines(server, &foundation));
        install.folder.write("market", lines(server, &market));
        install.folder.write("guard", guard);
    })
    .await
}

/// The two as one account for everybody, with these credentials for the foundation.
fn plan(server: Server, foundation: Value) -> Plan {
    let mut plan = Plan::new(server, Layout::One).with(json!({
        "guard": "/FOLDER/guard",
        "upstreams": {
            "team-cf": { "api": {
                "url": "https://api.sys.example.local", "via": "http://UPSTREAMS", "credentials": foundation,
            } },
            "team-market": { "api": {
                "via": "http://UPSTREAMS", "credentials": { "file": "/FOLDER/market" },
            } },
        },
    }));
    for (kind, id) in [("cloud-foundry", "team-cf"), ("marketplace", "team-market")] {
        plan.connections.push(json!({
            "id": id, "kind": kind, "endpoint": format!("/api/{id}"), "authentication": { "method": "proxy" },
        }));
    }
    plan
}

/// A file with these headers, in the language of the server.
fn lines(server: Server, headers: &[(&str, String)]) -> String {
    let line = |(name, value): &(&str, String)| match server {
        Server::Nginx => format!("proxy_set_header {name} \"{value}\";\n"),
        Server::Caddy => format!("header_up {name} \"{value}\"\n"),
    };
    headers.iter().map(line).collect()
}

/// Whom the proxy names to the Marketplace.
const PARTNER: &str = "partner@example.com";

fn open_to_all(server: Server) -> &'static str {
    match server {
        Server::Nginx => "allow all;\n",
        Server::Caddy => "@outside not remote_ip 127.0.0.1\nrespond @outside 403\n",
    }
}

async fn what_the_proxy_adds_the_browser_never_sees(server: Server) {
    let install = install(server, open_to_all(server)).await;
    let answer = install.ask("GET", "/api/team-cf/v3/organizations", &[], "").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let arrived = install.upstreams.arrived();
    let token = arrived[0].headers.get("authorization").expect("added").to_owned();
    let secret = token.split(' ').nth(1).expect("a token");
    for (method, target) in [
        ("GET", "/api/team-cf/v3/organizations"),
        ("GET", "/api/team-cf/v3/nothing"),
        ("TRACE", "/api/team-cf/v3"),
        ("OPTIONS", "/api/team-cf/v3"),
        ("GET", "/api/team-cf/%2e%2e/x"),
        ("GET", "/foundation"),
        ("GET", "/"),
    ] {
        let answer = install.ask(method, target, &[("Accept", "text/html")], "").await;
        assert!(!format!("{answer:?} {}", answer.text()).contains(secret), "{method} {target}");
    }
    assert!(!install.log().contains(secret), "nor does the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_takes_them_from_its_environment_too() {
    let install = plan(Server::Caddy, json!({ "environment": "CF_AUTHORIZATION" }))
        .start_with(|ready| {
            ready.folder.write("market", lines(Server::Caddy, &[("X-Oracle-UserId", PARTNER.to_owned())]));
            let token = ready.upstreams.cloud_foundry_token();
            ready.folder.write("environment", format!("CF_AUTHORIZATION={token}\n"));
            ready.folder.write("guard", open_to_all(Server::Caddy));
        })
        .await;
    let answer =
        install.ask("GET", "/api/team-cf/v3/organizations", &[("Authorization", "bearer x")], "").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let arrived = install.upstreams.arrived();
    assert_eq!(arrived[0].headers.iter().filter(|(name, _)| *name == "authorization").count(), 1);
}

async fn what_the_browser_sends_is_replaced(server: Server) {
    let install = install(server, open_to_all(server)).await;
    let own = [("Authorization", "bearer stolen"), ("Authorization", "Basic eDp5")];
    let answer = install.ask("GET", "/api/team-cf/v3/organizations", &own[..1], "").await;
    assert_eq!(answer.status, 200);
    let answer = install.ask("GET", "/api/team-cf/v3/organizations", &own, "").await;
    assert!([200, 400].contains(&answer.status));
    for entry in install.upstreams.arrived() {
        let sent: Vec<&str> =
            entry.headers.iter().filter(|(name, _)| *name == "authorization").map(|(_, v)| v).collect();
        assert!(sent.len() == 1 && sent[0].len() > 40, "{sent:?}");
    }
}

async fn whoever_asks_the_marketplace_asks_as_the_partner(server: Server) {
    let install = install(server, open_to_all(server)).await;
    let target = "/api/team-market/appstore/publisher/v1/machineimages";
    for own in [
        &[][..],
        &[("X-Oracle-UserId", "jane.roe@example.com")],
        &[("Authorization", "Bearer stolen"), ("X-Oracle-UserId", "reader@example.com")],
    ] {
        let answer = install.ask("GET", target, own, "").await;
        assert_eq!(answer.status, 200, "{own:?}: {}", answer.text());
        let arrived = install.upstreams.arrived();
        let users: Vec<&str> = arrived[0]
            .headers
            .iter()
            .filter(|(name, _)| *name == "x-oracle-userid")
            .map(|(_, v)| v)
            .collect();
        assert_eq!(users, [PARTNER], "{own:?}");
    }
}

async fn the_guard_says_who_may(server: Server) {
    let guard = match server {
        Server::Nginx => "deny all;\n",
        Server::Caddy => "@outside not remote_ip 192.0.2.0/24\nrespond @outside 403\n",
    };
    let install = install(server, guard).await;
    for target in ["/api/team-cf/v3/organizations", "/api/us-east-1/--ping", "/", "/config.json"] {
        let answer = install.ask("GET", target, &[("Accept", "text/html")], "").await;
        assert_eq!(answer.status, 403, "{target}");
    }
    assert!(install.upstreams.arrived().is_empty());
}
