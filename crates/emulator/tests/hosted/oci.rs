//! Ways to the OCI regions, and what the control interface has for them.

use image_console_emulator::oci::Kind;
use image_console_emulator::{Emulator, Fault, Options};
use serde_json::json;

use crate::client::{get, post, send};

const ORIGIN: (&str, &str) = ("Origin", "http://127.0.0.1:8080");
const FRA: &str = "eu-frankfurt-1";

fn few() -> Options {
    Options { images: 1, machines: 1, ..Options::default() }
}

#[tokio::test]
async fn the_signing_proxy_reaches_every_service_on_its_own_host() {
    let running = Emulator::start(few()).await.unwrap();
    let shop = running.with_world(|world| world.oci().compartment("shop"));
    for (service, path, host) in [
        (
            "compute",
            format!("/20160918/images?compartmentId={shop}&limit=5"),
            "iaas.us-ashburn-1.oraclecloud.com",
        ),
        (
            "artifacts",
            format!("/20160918/container/images?compartmentId={shop}&limit=5"),
            "artifacts.us-ashburn-1.oci.oraclecloud.com",
        ),
        (
            "identity",
            format!("/20160918/compartments?compartmentId={shop}"),
            "identity.us-ashburn-1.oci.oraclecloud.com",
        ),
        ("objectStorage", "/n".to_owned(), "objectstorage.us-ashburn-1.oraclecloud.com"),
    ] {
        let url = format!("{}/oci-as/ola/us-ashburn-1/{service}{path}", running.api_url());
        let answer = send("GET", &url, &[ORIGIN], "").await.unwrap();
        assert_eq!(answer.status, 200, "{service}: {}", answer.text());
        let exposed = answer.header("access-control-expose-headers").unwrap();
        assert!(exposed.contains("opc-request-id") && exposed.contains("date"), "{exposed}");
        assert_eq!(exposed.contains("opc-next-page"), path.contains("limit=5"), "{exposed}");
        let entry = running.journal().pop().unwrap();
        assert_eq!((entry.host.as_str(), entry.target.as_str()), (host, path.as_str()));
    }
    let api = running.api_url();
    assert_eq!(get(&format!("{api}/oci-as/nobody/{FRA}/objectStorage/n")).await.status, 502);
    assert_eq!(get(&format!("{api}/oci-as/ola/mars-1/objectStorage/n")).await.status, 502);
    assert_eq!(get(&format!("{api}/oci-as/ola/{FRA}/volumes/n")).await.status, 502);
    running.set_skew(900_000);
    assert_eq!(get(&format!("{api}/oci-as/reader/{FRA}/objectStorage/n")).await.status, 200);
    running.stop().await;
}

#[tokio::test]
async fn an_export_over_the_wire_with_its_answer_lost() {
    let running = Emulator::start(few()).await.unwrap();
    let id = running.with_world(|world| world.oci().id_of(FRA, Kind::Image, "ol8-web-2024-03")).unwrap();
    let url = format!("{}/oci-as/ola/{FRA}/compute/20160918/images/{id}/actions/export", running.api_url());
    let body = json!({
        "destinationType": "objectStorageTuple", "namespaceName": "axaxnpcrorw5", "bucketName": "image-exports",
        "objectName": "wèb.oci",
    })
    .to_string();
    let headers = [ORIGIN, ("Content-Type", "application/json"), ("opc-retry-token", "one")];
    running.add_fault(Fault::on("POST", "/20160918/images/*/actions/export").times(1).after().dropped());
    assert!(send("POST", &url, &headers, &body).await.is_err());
    let answer = send("POST", &url, &headers, &body).await.unwrap();
    assert_eq!((answer.status, &answer.json()["lifecycleState"]), (200, &json!("EXPORTING")));
    for header in ["etag", "opc-work-request-id", "opc-request-id"] {
        assert!(answer.header("access-control-expose-headers").unwrap().contains(header), "{header}");
    }
    assert_eq!(running.with_world(|world| world.oci().executed("ExportImage", &id)), 1);
    assert_eq!(running.journal().len(), 2);
    running.advance(20_000);
    assert!(running.with_world(|world| world.oci().has_exported(FRA, "image-exports/wèb.oci")));
    running.stop().await;
}

#[tokio::test]
async fn the_plain_proxy_leaves_signing_to_the_client_and_the_upstream_has_no_cors() {
    let running = Emulator::start(few()).await.unwrap();
    let url = format!("{}/oci/{FRA}/objectStorage/n?x=~a%20b", running.api_url());
    let answer = send("GET", &url, &[ORIGIN], "").await.unwrap();
    assert_eq!((answer.status, &answer.json()["code"]), (401, &json!("NotAuthenticated")));
    assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN.1));
    assert_eq!(running.journal()[0].target, "/n?x=~a%20b");
    let direct = url.replace("/oci/", "/oci-upstream/");
    let ask = [ORIGIN, ("Access-Control-Request-Method", "GET")];
    assert_eq!(send("OPTIONS", &url, &ask, "").await.unwrap().status, 204);
    for method in ["OPTIONS", "GET"] {
        let answer = send(method, &direct, &ask, "").await.unwrap();
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (401, None));
    }
    running.stop().await;
}

#[tokio::test]
async fn a_configuration_file_keys_and_a_session_token() {
    let running = Emulator::start(few()).await.unwrap();
    let api = running.api_url();
    let (tenancy, user, fingerprint) = running.with_world(|world| world.oci().identity("ola")).unwrap();
    let text = get(&format!("{api}/_emulator/oci-config")).await.text();
    let default = text.split("\n\n").next().unwrap();
    assert_eq!(
        default,
        format!(
            "[DEFAULT]\nuser={user}\nfingerprint={fingerprint}\ntenancy={tenancy}\nregion={FRA}\nkey_file=~/.oci/ola.pkcs8.pem"
        )
    );
    assert!(text.contains("[SESSION]") && text.contains("security_token_file="));
    let token = get(&format!("{api}/_emulator/oci-session-token?minutes=5")).await.text();
    assert_eq!(token.split('.').count(), 3);
    assert_eq!(get(&format!("{api}/_emulator/oci-session-token?user=reader")).await.status, 400);
    let key = get(&format!("{api}/_emulator/key?format=ola-labelled")).await.text();
    assert!(key.starts_with("-----BEGIN PRIVATE KEY-----") && key.ends_with("-----\nOCI_API_KEY\n"));
    let key = get(&format!("{api}/_emulator/key?format=ola-encrypted")).await.text();
    assert!(key.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    running.stop().await;
}

#[tokio::test]
async fn switches_stand_below_their_own_name() {
    let running = Emulator::start(few()).await.unwrap();
    let url = format!("{}/_emulator/switches", running.api_url());
    let set = post(&url, &json!({"import_status": 201, "oci": {"work_ms": 5}})).await.json();
    assert_eq!((&set["import_status"], &set["oci"]["work_ms"]), (&json!(201), &json!(5)));
    let slip = post(&url, &json!({"import_status": 200, "oci": {"work": 5}})).await;
    assert_eq!((slip.status, &slip.json()["message"]), (400, &json!("\"work\" is not a switch")));
    let slip = post(&url, &json!({"import": 200, "oci": {"work_ms": 6}})).await;
    assert_eq!(slip.status, 400);
    let now = get(&url).await.json();
    assert_eq!((&now["import_status"], &now["oci"]["work_ms"]), (&json!(201), &json!(5)));
    running.stop().await;
}

#[tokio::test]
async fn connections_to_both_regions_when_asked_for() {
    let running = Emulator::start(Options { oci_in_config: true, ..few() }).await.unwrap();
    let config = get(&format!("{}/config.json", running.page_url())).await.json();
    let connections = config["connections"].as_array().unwrap();
    assert_eq!(connections.len(), 4);
    let root = format!("{}/oci-as/ola/{FRA}", running.api_url());
    let ids = running.with_world(|world| {
        ["shop", "shop-staging", "build", "finance"].map(|name| world.oci().compartment(name))
    });
    let (tenancy, user, _) = running.with_world(|world| world.oci().identity("ola")).unwrap();
    assert_eq!(
        connections[2],
        json!({
            "id": "oci-frankfurt", "name": "oci-frankfurt", "kind": "oci", "region": FRA,
            "realmDomain": "oraclecloud.com", "tenancy": tenancy, "user": user, "compartments": ids,
            "endpoints": {
                "compute": format!("{root}/compute"), "artifacts": format!("{root}/artifacts"),
                "identity": format!("{root}/identity"), "objectStorage": format!("{root}/objectStorage"),
            },
            "authentication": {"method": "proxy"},
        })
    );
    assert_eq!(connections[3]["id"], "oci-ashburn");
    running.stop().await;
}
