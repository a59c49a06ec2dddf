//! The control interface from outside the process.

use image_console_emulator::{Emulator, Options, Running};
use serde_json::json;

use crate::client::{get, post, send};

async fn start() -> (Running, String) {
    let running = Emulator::start(Options { images: 60, ..Options::default() }).await.unwrap();
    let api = running.api_url().to_owned();
    (running, api)
}

#[tokio::test]
async fn journal_and_faults() {
    let (running, api) = start().await;
    let fault =
        json!({"method": "GET", "path": "/*/images", "times": 1, "status": 429, "body": {"code": "Slow"}});
    assert_eq!(post(&format!("{api}/_emulator/faults"), &fault).await.status, 204);
    let url = format!("{api}/triton-as/jdoe/eu-central-1/my/images");
    assert_eq!(get(&url).await.json()["code"], "Slow");
    assert_eq!(get(&url).await.status, 200);
    let journal = get(&format!("{api}/_emulator/journal")).await.json();
    let statuses: Vec<_> = journal.as_array().unwrap().iter().map(|entry| entry["status"].clone()).collect();
    assert_eq!(statuses, [429, 200], "control itself is not in it");
    assert_eq!(journal[0]["host"], "eu-central-1.api.example.com");
    assert_eq!(send("DELETE", &format!("{api}/_emulator/journal"), &[], "").await.unwrap().status, 204);
    assert_eq!(get(&format!("{api}/_emulator/journal")).await.json(), json!([]));

    assert_eq!(
        post(&format!("{api}/_emulator/faults"), &json!({"path": "*", "status": 500})).await.status,
        204
    );
    assert_eq!(get(&url).await.status, 500);
    assert_eq!(send("DELETE", &format!("{api}/_emulator/faults"), &[], "").await.unwrap().status, 204);
    assert_eq!(get(&url).await.status, 200);
    let slip = post(&format!("{api}/_emulator/faults"), &json!({"stauts": 500})).await;
    assert_eq!((slip.status, &slip.json()["message"]), (400, &json!("\"stauts\" is not part of a fault")));
    running.stop().await;
}

#[tokio::test]
async fn clock_switches_and_reset() {
    let (running, api) = start().await;
    let skewed = post(&format!("{api}/_emulator/clock"), &json!({"skew_ms": 412_000})).await;
    assert_eq!(skewed.status, 200);
    assert!(skewed.json()["signatures"].as_str().unwrap() > skewed.json()["world"].as_str().unwrap());
    assert_eq!(post(&format!("{api}/_emulator/clock"), &json!({"advance": 1})).await.status, 400);
    let switched = post(&format!("{api}/_emulator/switches"), &json!({"import_status": 201})).await;
    assert_eq!(switched.json()["import_status"], 201);
    assert_eq!(post(&format!("{api}/_emulator/switches"), &json!({"import_status": 204})).await.status, 400);
    assert_eq!(send("POST", &format!("{api}/_emulator/reset"), &[], "").await.unwrap().status, 204);
    assert_eq!(get(&format!("{api}/_emulator/switches")).await.json()["import_status"], 200);
    running.stop().await;
}

#[tokio::test]
async fn keys_and_the_index() {
    let (running, api) = start().await;
    for (format, first) in [
        ("", "-----BEGIN PRIVATE KEY-----"),
        ("?format=pkcs1", "-----BEGIN RSA PRIVATE KEY-----"),
        ("?format=openssh", "-----BEGIN OPENSSH PRIVATE KEY-----"),
        ("?format=pkcs8-encrypted", "-----BEGIN ENCRYPTED PRIVATE KEY-----"),
        ("?format=ec", "-----BEGIN EC PRIVATE KEY-----"),
    ] {
        let answer = get(&format!("{api}/_emulator/key{format}")).await;
        assert_eq!(answer.text().lines().next(), Some(first), "{format}");
        assert!(answer.header("content-disposition").unwrap().starts_with("attachment; filename="));
    }
    assert_eq!(get(&format!("{api}/_emulator/key?format=x")).await.status, 400);
    assert!(get(&format!("{api}/_emulator/")).await.text().contains("/_emulator/key?format=openssh"));
    assert_eq!(get(&format!("{api}/")).await.status, 404);
    running.stop().await;
}
