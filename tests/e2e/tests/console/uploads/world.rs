//! The publisher's uploads, what arrived at the Marketplace, and how time passes for both sides.

use std::time::Duration;

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_e2e::page_clock::before_each_page;
use image_console_emulator::{ConfigFile, Entry, Options};
use serde_json::{Value, json};

/// The connection through the proxy that adds a token.
pub const PROXIED: &str = "marketplace";
/// The path of the search, and what an upload's own begins with.
pub const UPLOADS: &str = "/appstore/publisher/v1/machineimages";

/// A console with one connection to the Marketplace, through the proxy that adds a token. Time can be
/// made to pass in it.
pub async fn open(address: &str) -> App {
    with(&[(PROXIED, "marketplace-as", "proxy")], options(), address).await
}

/// The same with these connections: id, root at the API's origin, way to authenticate.
pub async fn with(connections: &[(&str, &str, &str)], options: Options, address: &str) -> App {
    let app = App::not_yet(options).await;
    let connections: Vec<Value> = connections
        .iter()
        .map(|(id, root, method)| {
            json!({
                "id": id, "name": id, "kind": "marketplace",
                "endpoint": format!("{}/{root}", app.world.api_url()), "authentication": {"method": method},
            })
        })
        .collect();
    app.world.set_config(ConfigFile::Text(json!({ "connections": connections }).to_string()));
    before_each_page(&app.browser, TIME).await;
    app.goto(address).await;
    app
}

/// The address of an upload's page.
pub fn page_of(id: i64) -> String {
    format!("uploads/{PROXIED}/{id}")
}

/// The number of an upload by its application.
pub fn id_of(app: &App, application: &str) -> i64 {
    let id = app.world.with_world(|world| world.marketplace().upload_of(application));
    id.unwrap_or_else(|| panic!("no upload of {application}"))
}

/// How long an upload takes, in seconds: so long that each of its states is there for some minutes.
const WHOLE: i64 = 7_200;

/// Starts an upload; words in `application` decide how it goes on.
pub fn start(app: &App, application: &str) -> i64 {
    app.world.with_world(|world| {
        world.marketplace().switches().set(&json!({ "upload_ms": WHOLE * 1_000 })).expect("the switch is set");
        let upload = json!({
            "application": application, "version": "1.0", "operatingSystem": "Linux", "fileName": "image.tar.gz",
            "statusName": "Initiated", "uploadedChunks": 0, "pendingChunks": 40,
        });
        world.marketplace().start_upload(upload).expect("it starts")
    })
}

/// Puts an upload there as it is given.
pub fn put(app: &App, upload: Value) -> i64 {
    app.world.with_world(|world| world.marketplace().put_upload(upload)).expect("it is put")
}

/// Time passes, for the Marketplace and for the page, where what is due then happens at once.
pub async fn pass(app: &App, seconds: i64) {
    app.world.advance(seconds * 1_000);
    app.browser.script("passTime(arguments[0])", vec![json!(seconds * 1_000)]).await;
}

/// So many thousandths of an upload's whole time pass.
pub async fn pass_share(app: &App, thousandths: i64) {
    pass(app, WHOLE * thousandths / 1_000).await;
}

/// Time passes minute by minute until the page shows `text` in `selector`. A minute is more than lies
/// between two readings of what goes on, so each brings one.
pub async fn pass_until(app: &App, selector: &str, text: &str) {
    let shows = "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility() && e.innerText.replace(/\\s+/g, ' ').includes(arguments[1]))";
    for _ in 0..150 {
        if app.browser.script(shows, vec![json!(selector), json!(text)]).await == json!(true) {
            return;
        }
        let before = readings(app).len();
        pass(app, 60).await;
        another_reading(app, before).await;
    }
    app.browser.see_in(selector, text).await;
}

/// Waits for a reading beyond so many and for its answer; not for long, because after errors it may be
/// a while until the next.
async fn another_reading(app: &App, before: usize) {
    let mut pause = tokio::time::interval(Duration::from_millis(20));
    for _ in 0..150 {
        pause.tick().await;
        let idle = app.browser.script("return idle()", vec![]).await == json!(true);
        if idle && readings(app).len() > before {
            return;
        }
    }
}

/// How many data centres an upload goes to.
pub fn centers(app: &App, id: i64) -> usize {
    let upload = app.world.with_world(|world| world.marketplace().upload(id)).expect("it is known");
    upload["dataCenterImageUploadRequests"].as_array().map_or(0, Vec::len)
}

/// The questions for the status of any upload that have arrived, short and detailed.
pub fn readings(app: &App) -> Vec<Entry> {
    let own = |e: &Entry| e.target.starts_with(&format!("{UPLOADS}/"));
    app.world.journal().into_iter().filter(own).collect()
}

/// The targets of the searches that have arrived.
pub fn searches(app: &App) -> Vec<String> {
    let searched = |e: &Entry| e.method == "GET" && e.target.starts_with(&format!("{UPLOADS}?"));
    app.world.journal().into_iter().filter(searched).map(|e| e.target).collect()
}

/// The wall clock can be moved; what was waited for by it goes off then. Whether a request is under way
/// can be asked.
const TIME: &str = r"
    (() => {
        let passed = 0, asking = 0, active = 0;
        const clock = performance.now.bind(performance);
        const now = Date.now.bind(Date);
        Date.now = () => now() + passed;
        const start = window.setTimeout.bind(window), stop = window.clearTimeout.bind(window);
        const pending = new Map();
        window.setTimeout = (act, wait, ...rest) => {
            const handle = start(() => { pending.delete(handle); act(...rest); }, wait);
            // Shorter waits are for the browser, such as for its storage.
            if (wait > 5000) pending.set(handle, () => act(...rest));
            return handle;
        };
        window.clearTimeout = handle => { pending.delete(handle); stop(handle); };
        window.passTime = ms => {
            passed += ms;
            active = clock();
            for (const [handle, act] of [...pending]) {
                if (!pending.delete(handle)) continue;
                stop(handle);
                act();
            }
        };
        const fetch = window.fetch.bind(window);
        window.fetch = (...all) => {
            asking++;
            const done = () => { asking--; active = clock(); };
            const answer = fetch(...all);
            answer.then(done, done);
            return answer;
        };
        // What is due is saved before it is asked, which takes the storage a moment.
        window.idle = () => asking === 0 && clock() - active > 80;
    })();";
