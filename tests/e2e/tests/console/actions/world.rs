//! What the emulated world holds, and what arrived there.

use std::time::{Duration, Instant};

use image_console_e2e::App;
use image_console_emulator::Entry;
use serde_json::Value;

pub const EAST: &str = "us-east-1";
pub const EU: &str = "eu-central-1";
/// The demo account.
pub const JDOE: &str = "47034e57-42d1-0342-b302-00db733e8c8a";
/// An account that images are shared with.
pub const ACME: &str = "77034e57-42d1-0342-b302-00db733e8c8a";
/// `my-image 1.0.0` of the documents' examples, in both datacenters.
pub const MY_IMAGE: &str = "e42f8c84-bbea-11e2-b920-078fab2aab1f";

const PATIENCE: Duration = Duration::from_secs(60);

/// The id of the image of that name; seeded names that tests use stand once in a datacenter.
pub fn id_of(app: &App, datacenter: &str, name: &str) -> String {
    let images = app.world.with_world(|world| world.triton().images(datacenter));
    let image = images.iter().find(|image| image["name"] == name);
    let id = image.and_then(|image| image["id"].as_str());
    id.unwrap_or_else(|| panic!("no image {name} in {datacenter}")).to_owned()
}

/// The image as the world holds it; null when it does not.
pub fn image(app: &App, datacenter: &str, id: &str) -> Value {
    let images = app.world.with_world(|world| world.triton().images(datacenter));
    images.into_iter().find(|image| image["id"] == id).unwrap_or_default()
}

/// Changes fields of an image behind the console's back, as somebody else would.
pub fn meanwhile(app: &App, datacenter: &str, id: &str, fields: Value) {
    let mut image = image(app, datacenter, id);
    let (Some(image_fields), Value::Object(fields)) = (image.as_object_mut(), fields) else {
        panic!("no image {id} in {datacenter}")
    };
    image_fields.extend(fields);
    app.world.with_world(|world| world.triton().put_image(datacenter, image)).expect("the image is changed");
}

/// The id of the demo account's instance of that name.
pub fn machine_of(app: &App, datacenter: &str, name: &str) -> String {
    let machines = app.world.with_world(|world| world.triton().machines(datacenter));
    let machine = machines.iter().find(|machine| machine["name"] == name);
    let id = machine.and_then(|machine| machine["id"].as_str());
    id.unwrap_or_else(|| panic!("no machine {name} in {datacenter}")).to_owned()
}

/// All requests that change something, of any kind and to any datacenter.
pub fn writes(app: &App) -> Vec<Entry> {
    let reads = ["GET", "HEAD", "OPTIONS"];
    app.world.journal().into_iter().filter(|entry| !reads.contains(&entry.method.as_str())).collect()
}

/// The one request that changed something.
pub fn only_write(app: &App) -> Entry {
    let mut all = writes(app);
    assert_eq!(
        all.len(),
        1,
        "{:#?}",
        all.iter().map(|e| format!("{} {}", e.method, e.target)).collect::<Vec<_>>()
    );
    all.remove(0)
}

/// Waits until so many requests that change something have arrived, and returns them. Only for
/// what nothing on the screen tells yet.
pub async fn wait_for_writes(app: &App, count: usize) -> Vec<Entry> {
    let (end, mut pause) = (Instant::now() + PATIENCE, tokio::time::interval(Duration::from_millis(20)));
    loop {
        let all = writes(app);
        if all.len() >= count {
            return all;
        }
        if Instant::now() > end {
            let (text, url) = (app.browser.text().await, app.browser.url().await);
            panic!("{} of {count} requests arrived\nat {url}\nthe page says:\n{text}", all.len());
        }
        pause.tick().await;
    }
}

/// The same for reads of an address.
pub async fn wait_for_read(app: &App, host: &str, target: &str) -> Entry {
    let (end, mut pause) = (Instant::now() + PATIENCE, tokio::time::interval(Duration::from_millis(20)));
    loop {
        let fits = |e: &Entry| e.method == "GET" && e.host.starts_with(host) && e.target == target;
        if let Some(entry) = app.world.journal().into_iter().find(fits) {
            return entry;
        }
        assert!(Instant::now() < end, "GET {target} never reached {host}:\n{}", said(&app.world.journal()));
        pause.tick().await;
    }
}

fn said(journal: &[Entry]) -> String {
    journal.iter().map(|e| format!("{} {} {}\n", e.host, e.method, e.target)).collect()
}

/// Asserts that a request is the documented one, to the byte where bytes are documented: where it
/// went, what it accepts, and its body. The proxy signs, so the page sent no credentials.
pub fn assert_request(entry: &Entry, datacenter: &str, method: &str, target: &str, body: Option<&Value>) {
    assert_eq!(entry.host, format!("{datacenter}.api.example.com"));
    assert_eq!((entry.method.as_str(), entry.target.as_str()), (method, target));
    assert_eq!(entry.headers.get("accept"), Some("application/json"));
    assert_eq!(entry.headers.get("accept-version"), Some("~9||~8"));
    assert_eq!(entry.headers.get("authorization"), None);
    match body {
        Some(body) => {
            assert_eq!(entry.headers.get("content-type"), Some("application/json"));
            assert_eq!(entry.json_body(), *body);
        }
        None => assert_eq!(entry.body, ""),
    }
}
