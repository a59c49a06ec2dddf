//! What the tenancy of the emulator holds, what arrived there, and the dialogs' usual gestures.

use std::time::{SystemTime, UNIX_EPOCH};

use image_console_e2e::app::options;
pub use image_console_e2e::stored::all as stored;
use image_console_e2e::{App, Browser};
use image_console_emulator::oci::{Kind, NAMESPACE, TENANCY};
use image_console_emulator::{ConfigFile, Entry, Options};
use serde_json::{Value, json};

use crate::actions::gestures::{double_click, pick};

/// The region of the connection `oci-frankfurt`.
pub const FRANKFURT: &str = "eu-frankfurt-1";
/// The connection to it, by the proxy that signs.
pub const FRA: &str = "oci-frankfurt";
/// The documents' example, `AVAILABLE`.
pub const WEB: &str = "ol8-web-2024-03";
/// A bucket of the compartment `shop`.
pub const BUCKET: &str = "image-exports";

/// A console that has both datacenters and both regions.
pub async fn open(address: &str) -> App {
    App::with(Options { oci_in_config: true, ..options() }, address).await
}

/// A console whose only connection is this one to a region; `oci_images` as in the emulator's options.
pub async fn only(connection: impl FnOnce(&App) -> Value, oci_images: usize, address: &str) -> App {
    let app = App::not_yet(Options { oci_images, ..options() }).await;
    let config = json!({ "connections": [connection(&app)] });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app.goto(address).await;
    app
}

/// A connection to Frankfurt below this root of the API's origin, for the compartment `shop`.
pub fn connection(app: &App, id: &str, root: &str, method: &str) -> Value {
    json!({
        "id": id, "name": id, "kind": "oci", "region": FRANKFURT, "tenancy": TENANCY,
        "user": identity(app).1, "compartments": [compartment(app, "shop")],
        "endpoints": {
            "compute": endpoint(app, root, "compute"), "artifacts": endpoint(app, root, "artifacts"),
            "identity": endpoint(app, root, "identity"), "objectStorage": endpoint(app, root, "objectStorage"),
        },
        "authentication": { "method": method },
    })
}

/// The proxied root of a service of Frankfurt; `root` is `oci` or `oci-as/ola`.
pub fn endpoint(app: &App, root: &str, service: &str) -> String {
    format!("{}/{root}/{FRANKFURT}/{service}", app.world.api_url())
}

/// Tenancy, user and fingerprint of `ola`.
pub fn identity(app: &App) -> (&'static str, &'static str, &'static str) {
    app.world.with_world(|world| world.oci().identity("ola")).expect("ola is known")
}

/// The OCID of a compartment.
pub fn compartment(app: &App, name: &str) -> String {
    app.world.with_world(|world| world.oci().compartment(name))
}

/// A session token of `ola` that ends after so many minutes.
pub fn token(app: &App, minutes: i64) -> String {
    app.world.with_world(|world| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
        let now = world.moment(i64::try_from(now).expect("milliseconds")).world;
        world.oci().session_token("ola", minutes, now).expect("a token")
    })
}

/// OCID of an image of Frankfurt by its name.
pub fn id_of(app: &App, kind: Kind, name: &str) -> String {
    let id = app.world.with_world(|world| world.oci().id_of(FRANKFURT, kind, name));
    id.unwrap_or_else(|| panic!("no image {name} in {FRANKFURT}"))
}

/// The image of Frankfurt with that OCID as it is now.
pub fn image(app: &App, kind: Kind, id: &str) -> Value {
    app.world.with_world(|world| world.oci().find(FRANKFURT, kind, id)).unwrap_or_default()
}

/// The etag that it has now.
pub fn etag(app: &App, kind: Kind, id: &str) -> String {
    app.world.with_world(|world| world.oci().etag(FRANKFURT, kind, id)).expect("an etag")
}

/// How often an operation took effect on an image.
pub fn executed(app: &App, operation: &str, id: &str) -> usize {
    app.world.with_world(|world| world.oci().executed(operation, id))
}

/// A header that has to be there.
pub fn header<'a>(entry: &'a Entry, name: &str) -> &'a str {
    entry.headers.get(name).unwrap_or_else(|| panic!("{} {} came without {name}", entry.method, entry.target))
}

/// Asserts that a request is the documented POST to a service of Frankfurt, sent to the proxy that
/// signs, guarded by this etag, and returns its retry token.
pub fn assert_post(entry: &Entry, host: &str, target: &str, etag: &str, body: &Value) -> String {
    assert_eq!((entry.host.as_str(), entry.method.as_str()), (host, "POST"));
    assert_eq!(entry.target, target);
    assert_eq!(header(entry, "content-type"), "application/json");
    assert_eq!(header(entry, "if-match"), etag);
    assert_eq!(entry.headers.get("authorization"), None, "the proxy signs");
    assert_eq!(entry.json_body(), *body);
    let token = header(entry, "opc-retry-token");
    assert!((1..=64).contains(&token.len()), "{token}");
    token.to_owned()
}

/// The host of Compute in Frankfurt.
pub const COMPUTE: &str = "iaas.eu-frankfurt-1.oraclecloud.com";
/// The host of Artifacts in Frankfurt.
pub const ARTIFACTS: &str = "artifacts.eu-frankfurt-1.oci.oraclecloud.com";

/// The path of ExportImage.
pub fn export_path(id: &str) -> String {
    format!("/20160918/images/{id}/actions/export")
}

/// The path of RestoreContainerImage.
pub fn restore_path(id: &str) -> String {
    format!("/20160918/container/images/{id}/actions/restore")
}

/// What an export to the bucket sends.
pub fn to_bucket(object: &str, format: &str) -> Value {
    json!({
        "destinationType": "objectStorageTuple", "namespaceName": NAMESPACE, "bucketName": BUCKET,
        "objectName": object, "exportFormat": format,
    })
}

/// Opens the export of an image, and waits until the namespace is filled in.
pub async fn open_export(app: &App, connection: &str, id: &str) {
    app.goto(&format!("images/{connection}/{id}?action=export")).await;
    app.browser.see_in("dialog[open] h2", "Export").await;
    namespace_is_there(&app.browser).await;
}

/// Waits until the namespace of the tenancy is filled in.
pub async fn namespace_is_there(browser: &Browser) {
    let script =
        "return [...document.querySelectorAll('dialog[open] input')].some(i => i.value === arguments[0])";
    browser.wait_for("the namespace", script, vec![json!(NAMESPACE)]).await;
}

/// Opens the export of an image and fills it in for the bucket and this object.
pub async fn fill_export(app: &App, connection: &str, id: &str, object: &str) {
    open_export(app, connection, id).await;
    pick(&app.browser, "bucketName", "image", BUCKET).await;
    app.browser.fill("objectName", object).await;
}

/// Presses the button of the dialog twice and waits for the operation's page.
pub async fn send_export(browser: &Browser) {
    double_click(browser, "Export image").await;
    browser.see_in("h1", "Export image").await;
    browser.gone("dialog[open]").await;
}

/// The request of the open dialog in one of its spellings.
pub async fn spelling(browser: &Browser, name: &str, says: &str) -> String {
    let open = "return document.querySelector('dialog[open] details.preview')?.open";
    if browser.script(open, vec![]).await != json!(true) {
        browser.click("The request as it will be sent").await;
    }
    let script = "const label = [...document.querySelectorAll('dialog[open] details.preview label')].find(l => l.innerText.trim() === arguments[0]); label?.click(); return Boolean(label)";
    browser.wait_for(&format!("the spelling {name}"), script, vec![json!(name)]).await;
    let text = "const text = document.querySelector('dialog[open] details.preview pre').textContent; return text.includes(arguments[0]) && text";
    let text = browser.wait_for(&format!("the request as {name}"), text, vec![json!(says)]).await;
    text.as_str().expect("text").to_owned()
}
