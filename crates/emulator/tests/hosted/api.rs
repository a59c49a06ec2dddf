//! Ways to the upstream, and what goes wrong on them.

use image_console_emulator::{Emulator, Fault, Options};
use serde_json::json;
use tokio::io::AsyncReadExt;

use crate::client::{get, open, post, send};

const IMAGE: &str = "e42f8c84-bbea-11e2-b920-078fab2aab1f";

#[tokio::test]
async fn the_signing_proxy_signs_and_its_answers_are_readable() {
    let running = Emulator::start(Options::default()).await.unwrap();
    let url = format!("{}/triton-as/jdoe/us-east-1/my/images/{IMAGE}", running.api_url());
    let origin = ("Origin", "http://127.0.0.1:8080");
    let answer = send("GET", &url, &[origin, ("X-Own", "1")], "").await.unwrap();
    assert_eq!((answer.status, &answer.json()["name"]), (200, &json!("my-image")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("http://127.0.0.1:8080"));
    let exposed = answer.header("access-control-expose-headers").unwrap();
    assert!(exposed.contains("request-id") && exposed.contains("response-time"), "{exposed}");
    assert_eq!(answer.headers.iter().filter(|(name, _)| name == "access-control-allow-origin").count(), 1);
    assert_eq!(answer.headers.iter().filter(|(name, _)| name == "date").count(), 1);

    let entry = running.journal().pop().unwrap();
    assert_eq!((entry.method.as_str(), entry.host.as_str()), ("GET", "us-east-1.api.example.com"));
    assert_eq!(entry.target, format!("/my/images/{IMAGE}"));
    assert_eq!(entry.via, format!("/triton-as/jdoe/us-east-1/my/images/{IMAGE}"));
    assert_eq!(entry.headers.get("x-own"), Some("1"));
    assert_eq!(entry.headers.get("authorization"), None, "the client sent none");
    assert_eq!(entry.status, 200);

    let answer = get(&format!("{}/triton-as/jdoe:alice/us-east-1/my/keys", running.api_url())).await;
    assert_eq!(answer.status, 200);
    assert_eq!(get(&format!("{}/triton-as/nobody/us-east-1/my", running.api_url())).await.status, 502);
    assert_eq!(get(&format!("{}/triton/mars-1/my", running.api_url())).await.status, 502);
    running.stop().await;
}

#[tokio::test]
async fn the_plain_proxy_adds_cors_to_errors_and_answers_preflights() {
    let running = Emulator::start(Options { images: 10, ..Options::default() }).await.unwrap();
    let url = format!("{}/triton/us-east-1/my/images?state=all&name=~a%20b", running.api_url());
    let origin = ("Origin", "http://localhost:8080");
    let answer = send("GET", &url, &[origin, ("Authorization", "Signature broken")], "").await.unwrap();
    assert_eq!((answer.status, &answer.json()["code"]), (400, &json!("InvalidHeader")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("http://localhost:8080"));
    assert_eq!(running.journal()[0].target, "/my/images?state=all&name=~a%20b");

    let ask = [
        origin,
        ("Access-Control-Request-Method", "DELETE"),
        ("Access-Control-Request-Headers", "authorization,x-date,accept-version"),
    ];
    let answer = send("OPTIONS", &url, &ask, "").await.unwrap();
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-headers"), Some("authorization,x-date,accept-version"));
    assert_eq!(running.journal().len(), 1, "a preflight does not reach the upstream");

    let answer = send("GET", &url, &[("Origin", "https://example.com")], "").await.unwrap();
    assert_eq!(answer.header("access-control-allow-origin"), None);

    let direct = url.replace("/triton/", "/upstream/");
    let answer = send("OPTIONS", &direct, &ask, "").await.unwrap();
    assert_eq!(answer.status, 405, "the upstream itself refuses");
    running.stop().await;
}

#[tokio::test]
async fn a_dropped_and_a_truncated_answer() {
    let running = Emulator::start(Options { images: 50, ..Options::default() }).await.unwrap();
    let url = format!("{}/triton-as/jdoe/us-east-1/my/images", running.api_url());
    running.add_fault(Fault::on("GET", "/my/images").times(1).dropped());
    assert!(send("GET", &url, &[], "").await.is_err());
    running.add_fault(Fault::on("GET", "/my/images").times(1).truncate_body(1000));
    let answer = get(&url).await;
    let promised: usize = answer.header("content-length").unwrap().parse().unwrap();
    assert_eq!(answer.body.len(), 1000);
    assert!(promised > 1000);
    assert_eq!(get(&url).await.body.len(), promised);
    running.stop().await;
}

#[tokio::test]
async fn a_held_body_goes_on_when_the_faults_are_cleared() {
    let running = Emulator::start(Options { images: 50, ..Options::default() }).await.unwrap();
    let url = format!("{}/triton-as/jdoe/us-east-1/my/images", running.api_url());
    running.add_fault(Fault::on("GET", "*").hold_after_bytes(2000));
    let mut stream = open("GET", &url, &[], "").await.unwrap();
    let mut seen = Vec::new();
    while seen.len() < 2000 {
        let mut piece = [0; 4096];
        let size = stream.read(&mut piece).await.unwrap();
        seen.extend_from_slice(&piece[..size]);
    }
    running.clear_faults();
    stream.read_to_end(&mut seen).await.unwrap();
    assert!(seen.ends_with(b"}]"));
    running.stop().await;
}

#[tokio::test]
async fn a_hanging_request_ends_with_the_faults() {
    let running = Emulator::start(Options { images: 50, ..Options::default() }).await.unwrap();
    let url = format!("{}/triton-as/jdoe/us-east-1/my/images/{IMAGE}?action=update", running.api_url());
    let waiting = tokio::spawn(async move {
        let body = json!({"name": "fault-hang"}).to_string();
        send("POST", &url, &[("Content-Type", "application/json")], &body).await.is_err()
    });
    while running.journal().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(running.journal()[0].status, 0);
    running.clear_faults();
    assert!(waiting.await.unwrap(), "the connection is closed without an answer");
    running.stop().await;
}

#[tokio::test]
async fn large_bodies_are_refused_by_the_upstream_with_cors() {
    let running = Emulator::start(Options { images: 1, ..Options::default() }).await.unwrap();
    let url = format!("{}/triton-as/jdoe/us-east-1/my/images", running.api_url());
    let answer = post(&url, &json!({"name": "x".repeat(200_000)})).await;
    assert_eq!(answer.json()["code"], "PayloadTooLargeError");
    running.stop().await;
}

#[tokio::test]
async fn time_and_world_are_steered_in_process() {
    let running = Emulator::start(Options::default()).await.unwrap();
    let base = format!("{}/triton-as/jdoe/us-east-1/my/images", running.api_url());
    let body = json!({"machine": "a44f2b9b-e7af-f548-b0ba-4d9270423f1a", "name": "mine", "version": "1"});
    let made = post(&base, &body).await;
    assert_eq!(made.status, 201);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    running.advance(15_000);
    assert_eq!(get(&format!("{base}/{id}")).await.json()["state"], "active");
    let stored = running.with_world(|world| world.triton().image("us-east-1", &id)).unwrap();
    assert_eq!(stored["state"], "active");
    running.set_skew(900_000);
    assert_eq!(get(&format!("{base}/{id}")).await.status, 200, "the proxy signs by the upstream's clock");
    running.reset();
    assert!(running.journal().is_empty());
    assert_eq!(get(&format!("{base}/{id}")).await.status, 404);
    running.stop().await;
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let running = Emulator::start(Options { images: 1, ..Options::default() }).await.unwrap();
    let port: u16 = running.api_url().rsplit(':').next().unwrap().parse().unwrap();
    let error = Emulator::start(Options { page_port: port, ..Options::default() }).await.unwrap_err();
    assert_eq!(error.to_string(), format!("port {port} cannot be used: it is taken by another program"));
    running.stop().await;
    let error = Emulator::start(Options { dist: Some("no/such/folder".into()), ..Options::default() }).await;
    assert_eq!(error.unwrap_err().to_string(), "there is no built page in no/such/folder (no index.html)");
}
