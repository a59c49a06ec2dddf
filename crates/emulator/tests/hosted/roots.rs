//! The roots of the Marketplace and of Cloud Foundry, their control calls, and the configuration.

use image_console_emulator::{ConfigFile, Emulator, Options, Running};
use serde_json::json;

use crate::client::{get, post, send};

const ORIGIN: (&str, &str) = ("Origin", "http://127.0.0.1:8080");
const ORDERS: &str = "c89b3280-fe8d-4aa0-a42e-44465bb1c61c";

async fn start() -> (Running, String) {
    let running = Emulator::start(Options { images: 1, ..Options::default() }).await.unwrap();
    let api = running.api_url().to_owned();
    (running, api)
}

#[tokio::test]
async fn the_marketplace_with_and_without_a_token_of_its_own() {
    let (running, api) = start().await;
    let path = "/appstore/publisher/v1/machineimages/7361253";
    let answer = send("HEAD", &format!("{api}/marketplace-as{path}"), &[ORIGIN], "").await.unwrap();
    assert_eq!((answer.status, answer.header("x-upload-status")), (200, Some("Completed")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("http://127.0.0.1:8080"));
    let exposed = answer.header("access-control-expose-headers").unwrap();
    for name in ["x-upload-status", "x-upload-file-path", "x-last-modified-date", "date", "content-type"] {
        assert!(exposed.split(", ").any(|known| known == name), "{name} in {exposed}");
    }
    let entry = running.journal().pop().unwrap();
    assert_eq!((entry.host.as_str(), entry.target.as_str()), ("ocm-apis.cloud.oracle.com", path));
    assert_eq!(entry.headers.get("authorization"), None, "the client sent none");

    let plain = format!("{api}/marketplace{path}");
    assert_eq!(get(&plain).await.status, 401);
    let token = get(&format!("{api}/_emulator/marketplace/token")).await.json();
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let headers =
        [("Authorization", bearer.as_str()), ("X-Oracle-UserId", token["user_id"].as_str().unwrap())];
    assert_eq!(send("GET", &plain, &headers, "").await.unwrap().json()["application"], "TestCrome");
    let expired = send("DELETE", &format!("{api}/_emulator/marketplace/tokens"), &[], "").await.unwrap();
    assert_eq!(expired.status, 204);
    assert_eq!(send("GET", &plain, &headers, "").await.unwrap().status, 401);

    let started =
        post(&format!("{api}/_emulator/marketplace/uploads"), &json!({"application": "own-takes-5s"})).await;
    let id = started.json()["uploadRequestId"].as_i64().unwrap();
    running.advance(5_000);
    let shown = running.with_world(|world| world.marketplace().upload(id)).unwrap();
    assert_eq!(shown["statusName"], "Completed");
    let switches = format!("{api}/_emulator/marketplace/switches");
    assert_eq!(post(&switches, &json!({"upload_ms": 7})).await.json()["upload_ms"], 7);
    assert_eq!(post(&switches, &json!({"upload_ms": -7})).await.status, 400);
    running.stop().await;
}

#[tokio::test]
async fn a_restore_over_the_proxy_that_signs_in() {
    let (running, api) = start().await;
    let url = format!("{api}/cf-as/dev/v3/service_instances/{ORDERS}/actions/restore");
    let headers = [ORIGIN, ("Content-Type", "application/json")];
    let answer = send("POST", &url, &headers, "{\"backup_id\":\"bk-20240305-0100-7f3a\"}").await.unwrap();
    assert_eq!((answer.status, answer.body.len()), (202, 0));
    let exposed = answer.header("access-control-expose-headers").unwrap();
    assert!(exposed.contains("location") && exposed.contains("x-vcap-request-id"), "{exposed}");
    let location = answer.header("location").unwrap();
    let job = location.strip_prefix("https://api.sys.example.local").unwrap();
    running.advance(65_000);
    assert_eq!(get(&format!("{api}/cf-as/auditor{job}")).await.json()["state"], "COMPLETE");
    let restores = get(&format!("{api}/_emulator/cloud-foundry/restores")).await.json();
    assert_eq!(restores[ORDERS][0]["done"], true);
    assert_eq!(running.with_world(|world| world.cloud_foundry().restores(ORDERS).len()), 1);
    assert_eq!(get(&format!("{api}/cf-as/nobody/v3/spaces")).await.status, 502);
    running.stop().await;
}

#[tokio::test]
async fn signing_in_with_a_passcode() {
    let (running, api) = start().await;
    assert_eq!(
        get(&format!("{api}/cf/")).await.json()["links"]["uaa"]["href"],
        "https://uaa.sys.example.local"
    );
    assert_eq!(get(&format!("{api}/cf/v3/spaces")).await.status, 401);
    let code = get(&format!("{api}/_emulator/cloud-foundry/passcode?user=dev")).await.json();
    let form = format!("grant_type=password&passcode={}", code["passcode"].as_str().unwrap());
    let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Authorization", "Basic Y2Y6")];
    let tokens = send("POST", &format!("{api}/cf-uaa/oauth/token"), &headers, &form).await.unwrap().json();
    let bearer = format!("bearer {}", tokens["access_token"].as_str().unwrap());
    let spaces = format!("{api}/cf/v3/spaces");
    let headers = [("Authorization", bearer.as_str())];
    assert_eq!(send("GET", &spaces, &headers, "").await.unwrap().status, 200);
    send("DELETE", &format!("{api}/_emulator/cloud-foundry/tokens"), &[], "").await.unwrap();
    assert_eq!(send("GET", &spaces, &headers, "").await.unwrap().status, 401);
    let tokens = get(&format!("{api}/_emulator/cloud-foundry/token?user=admin")).await.json();
    assert!(tokens["refresh_token"].is_string());
    assert_eq!(get(&format!("{api}/_emulator/cloud-foundry/token?user=x")).await.status, 400);
    assert!(get(&format!("{api}/cf-uaa/passcode")).await.text().contains("Temporary Authentication Code"));
    let switches = format!("{api}/_emulator/cloud-foundry/switches");
    assert_eq!(post(&switches, &json!({"plain": true})).await.json()["plain"], true);
    assert_eq!(get(&format!("{api}/cf-as/dev/v3/service_instances/{ORDERS}/backups")).await.status, 404);
    running.stop().await;
}

#[tokio::test]
async fn connections_of_every_kind_are_asked_for() {
    let (running, api) = start().await;
    let url = format!("{}/config.json", running.page_url());
    assert_eq!(get(&url).await.json()["connections"].as_array().unwrap().len(), 2);
    running.set_config(ConfigFile::Every);
    let config = get(&url).await.json();
    let all = config["connections"].as_array().unwrap();
    let of = |id: &str| all.iter().find(|connection| connection["id"] == id).unwrap();
    assert_eq!(of("marketplace")["endpoint"], format!("{api}/marketplace-as"));
    assert_eq!(of("marketplace")["kind"], "marketplace");
    let foundation = of("cloud-foundry");
    assert_eq!(foundation["kind"], "cloud-foundry");
    assert_eq!(foundation["endpoint"], format!("{api}/cf-as/dev"));
    assert_eq!(foundation["uaaEndpoint"], format!("{api}/cf-uaa"));
    running.stop().await;
}
