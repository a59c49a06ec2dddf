//! One browser session, with the few gestures that tests are written in. Every gesture waits
//! until its element is there.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;
use thirtyfour::session::scriptret::ScriptRet;

use crate::driver;

/// How long anything may take before a test calls it missing.
const PATIENCE: Duration = Duration::from_secs(60);
const INTERVAL: Duration = Duration::from_millis(40);

/// A fresh Chromium with a profile of its own.
pub struct Browser {
    /// The session, for what has no gesture here.
    pub driver: WebDriver,
}

impl Browser {
    /// Opens one; `arguments` are added to the usual ones.
    pub async fn open(arguments: &[&str]) -> Self {
        let mut capabilities = DesiredCapabilities::chrome();
        let usual = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
        ];
        for argument in usual.iter().chain(arguments) {
            capabilities.add_arg(argument).expect("an argument is text");
        }
        if let Ok(binary) = std::env::var("CHROME") {
            capabilities.set_binary(&binary).expect("a path is text");
        }
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).expect("logging preferences are JSON");
        let driver = WebDriver::new(driver::url(), capabilities).await.expect("a browser session");
        Self { driver }
    }

    /// Loads an address.
    pub async fn goto(&self, url: &str) {
        self.driver.goto(url).await.expect("the page loads");
    }

    /// The address as it stands.
    pub async fn url(&self) -> String {
        self.driver.current_url().await.expect("an address").to_string()
    }

    /// Runs script in the page.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = self.driver.execute(script, arguments).await.unwrap_or_else(|e| panic!("{script}: {e}"));
        result.json().clone()
    }

    /// Waits until script in the page answers something truthy, and returns that.
    pub async fn wait_for(&self, what: &str, script: &str, arguments: Vec<Value>) -> Value {
        self.answer(what, script, arguments).await.json().clone()
    }

    async fn answer(&self, what: &str, script: &str, arguments: Vec<Value>) -> ScriptRet {
        let end = std::time::Instant::now() + PATIENCE;
        let mut pause = tokio::time::interval(INTERVAL);
        loop {
            if let Ok(result) = self.driver.execute(script, arguments.clone()).await {
                let value = result.json();
                let truthy = !matches!(value, Value::Null | Value::Bool(false))
                    && *value != json!("")
                    && *value != json!(0);
                if truthy {
                    return result;
                }
            }
            if std::time::Instant::now() > end {
                let text = self.text().await;
                let url = self.url().await;
                let log = self.severe_log().await.join("\n");
                panic!(
                    "waited {PATIENCE:?} for {what}\nat {url}\nthe page says:\n{text}\nthe browser's log:\n{log}"
                );
            }
            pause.tick().await;
        }
    }

    /// Waits until the page, or what `selector` matches, shows `text`.
    pub async fn see_in(&self, selector: &str, text: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility() && e.innerText.replace(/\\s+/g, ' ').includes(arguments[1]))";
        self.wait_for(&format!("“{text}” in {selector}"), script, vec![json!(selector), json!(text)]).await;
    }

    /// Waits until the page shows `text`.
    pub async fn see(&self, text: &str) {
        self.see_in("body", text).await;
    }

    /// Waits until nothing in the page shows `text`.
    pub async fn see_gone(&self, text: &str) {
        let script = "return !document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.wait_for(&format!("“{text}” to go"), script, vec![json!(text)]).await;
    }

    /// Waits until `selector` matches nothing visible.
    pub async fn gone(&self, selector: &str) {
        let script = "return ![...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())";
        self.wait_for(&format!("{selector} to go"), script, vec![json!(selector)]).await;
    }

    /// The visible text of the page.
    pub async fn text(&self) -> String {
        let value = self.driver.execute("return document.body.innerText", vec![]).await;
        value.ok().and_then(|v| v.json().as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The visible, enabled-looking element that assistive technology would call `name`: a button,
    /// link, tab, option, menu item, checkbox or radio. The topmost open dialog hides the rest.
    /// It has been in the same place twice.
    pub async fn named(&self, name: &str) -> WebElement {
        let script = r#"
            const dialogs = [...document.querySelectorAll('dialog[open]')];
            const root = dialogs.length ? dialogs[dialogs.length - 1] : document;
            const clean = text => (text || '').replace(/\s+/g, ' ').trim();
            const label = e => clean(e.getAttribute('aria-label')) ||
                clean((e.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)?.innerText).join(' ')) ||
                clean(e.innerText) || clean([...(e.labels || [])].map(l => l.innerText).join(' '));
            const all = [...root.querySelectorAll('button, a, summary, input[type=checkbox], input[type=radio], [role=tab], [role=option], [role=menuitem], [role=menuitemcheckbox], [role=radio]')]
                .filter(e => e.checkVisibility());
            const found = all.find(e => label(e) === arguments[0]) || all.find(e => label(e).startsWith(arguments[0]));
            if (!found) return null;
            // What is still moving would be missed by the click.
            const seen = window.__places ??= new WeakMap();
            const place = JSON.stringify(found.getBoundingClientRect());
            const still = seen.get(found) === place;
            seen.set(found, place);
            return still ? found : null;"#;
        let what = format!("something called “{name}” that stands still");
        self.answer(&what, script, vec![json!(name)]).await.element().expect("an element")
    }

    /// Clicks what is called `name`.
    pub async fn click(&self, name: &str) {
        let element = self.named(name).await;
        element.scroll_into_view().await.expect("scrolls");
        element.click().await.unwrap_or_else(|error| panic!("click on “{name}”: {error}"));
    }

    /// The control with that label, in the topmost dialog if one is open.
    pub async fn control(&self, label: &str) -> WebElement {
        let script = r#"
            const dialogs = [...document.querySelectorAll('dialog[open]')];
            const root = dialogs.length ? dialogs[dialogs.length - 1] : document;
            const clean = text => (text || '').replace(/\s+/g, ' ').trim();
            const all = [...root.querySelectorAll('input, textarea, select')].filter(e => e.checkVisibility() || e.type === 'file');
            const names = e => [clean(e.getAttribute('aria-label')), ...[...(e.labels || [])].map(l => clean(l.innerText))];
            return all.find(e => names(e).includes(arguments[0])) || all.find(e => names(e).some(n => n.startsWith(arguments[0]))) || null;"#;
        let found = self.answer(&format!("a control labelled “{label}”"), script, vec![json!(label)]).await;
        found.element().expect("an element")
    }

    /// Replaces what is in the control with that label.
    pub async fn fill(&self, label: &str, text: &str) {
        let control = self.control(label).await;
        control.focus().await.expect("focus");
        control.send_keys(Key::Control + "a").await.expect("keys");
        control.send_keys(Key::Delete + "").await.expect("keys");
        if !text.is_empty() {
            control.send_keys(text).await.expect("keys");
        }
    }

    /// What is in the control with that label.
    pub async fn value(&self, label: &str) -> String {
        self.control(label).await.value().await.expect("a value").unwrap_or_default()
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: &str) {
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys");
    }

    /// Presses one key with Ctrl held.
    pub async fn ctrl(&self, key: char) {
        self.driver
            .action_chain()
            .key_down(Key::Control)
            .send_keys(key.to_string())
            .key_up(Key::Control)
            .perform()
            .await
            .expect("keys");
    }

    /// Takes the network away from the page, or gives it back.
    pub async fn set_offline(&self, offline: bool) {
        let parameters =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.driver.cdp().send_raw("Network.enable", json!({})).await.expect("network domain");
        self.driver
            .cdp()
            .send_raw("Network.emulateNetworkConditions", parameters)
            .await
            .expect("network conditions");
    }

    /// Emulates the colour scheme and the width of the window.
    pub async fn look(&self, scheme: &str, width: u32) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await.expect("media");
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("metrics");
    }

    /// Everything the console wrote to the browser's log at level SEVERE.
    pub async fn severe_log(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the browser's log");
        entries
            .into_iter()
            .map(|e| format!("{e:?}"))
            .filter(|e| e.to_lowercase().contains("severe"))
            .collect()
    }

    /// Saves a picture of the viewport below `tests/e2e/output/`.
    pub async fn picture(&self, name: &str) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("output");
        std::fs::create_dir_all(&folder).expect("the output folder");
        let png = self.driver.screenshot_as_png().await.expect("a picture");
        std::fs::write(folder.join(format!("{name}.png")), png).expect("the picture is written");
    }

    /// Closes the session.
    pub async fn close(self) {
        let _ = self.driver.quit().await;
    }
}
