//! Looks for secrets wherever one could be.

use image_console_e2e::page_clock::before_each_page;
use image_console_e2e::{App, Browser, stored};

use super::secret::Secret;
use super::watch::{LOOK, WATCH};

/// What was looked for, and how far it was looked.
#[derive(Default)]
pub struct Scan {
    secrets: Vec<Secret>,
    /// The browser's log, which gives each line once.
    log: Vec<String>,
    requests: usize,
    page_requests: usize,
}

/// A text and where it was found.
struct Place {
    name: String,
    text: String,
    /// Whether who entered a secret is who sees this.
    on_screen: bool,
}

impl Scan {
    /// Watches every page from now on.
    pub async fn begin(browser: &Browser) -> Self {
        before_each_page(browser, WATCH).await;
        Self::default()
    }

    /// Something more to look for. Requests that were looked at already are looked at again.
    pub fn know(&mut self, secret: Secret) {
        (self.requests, self.page_requests) = (0, 0);
        self.secrets.push(secret);
    }

    /// Asserts that no secret is anywhere now.
    pub async fn nowhere(&mut self, app: &App, moment: &str) {
        let findings = self.findings(app).await;
        assert!(findings.is_empty(), "{moment}:\n{}", findings.join("\n"));
    }

    /// Asserts that a text, such as a preview, has no secret.
    pub fn not_in(&self, text: &str, what: &str) {
        let found: Vec<&str> =
            self.secrets.iter().filter(|s| !s.shown && s.is_in(text)).map(|s| s.what.as_str()).collect();
        assert!(found.is_empty(), "{found:?} in {what}:\n{text}");
    }

    /// Each secret that is somewhere, with the place.
    pub async fn findings(&mut self, app: &App) -> Vec<String> {
        let mut places = page(&app.browser).await;
        for (name, text) in stored::by_place(&app.browser).await {
            places.push(Place { name, text, on_screen: false });
        }
        let log = app.browser.driver.browser_log().await.expect("the browser's log");
        self.log.extend(log.into_iter().map(|entry| format!("{entry:?}")));
        places.push(hidden("the browser's log", self.log.join("\n")));
        let requests = app.world.page_requests();
        places.push(hidden("a request to the page's server", requests[self.page_requests..].join("\n")));
        self.page_requests = requests.len();
        places.push(hidden("a report of the policy", app.world.csp_reports().join("\n")));

        let mut findings = Vec::new();
        for place in places {
            let on_screen = |secret: &&Secret| !(place.on_screen && secret.shown);
            for secret in self.secrets.iter().filter(on_screen).filter(|secret| secret.is_in(&place.text)) {
                findings.push(format!("{} is in {}", secret.what, place.name));
            }
        }
        findings.extend(self.sent(app));
        findings.extend(
            stored::keys(&app.browser)
                .await
                .into_iter()
                .filter(|(_, gives)| !gives.is_empty())
                .map(|(key, gives)| format!("the {key} key can be read: {gives}")),
        );
        findings
    }

    /// Secrets that were sent elsewhere than they belong, or in an address.
    fn sent(&mut self, app: &App) -> Vec<String> {
        let journal = app.world.journal();
        let mut findings = Vec::new();
        for entry in &journal[self.requests.min(journal.len())..] {
            let addresses = format!("{}\n{}\n{:?}", entry.via, entry.target, entry.headers.get("referer"));
            let content = format!("{:?}\n{}", entry.headers, entry.body);
            for secret in &self.secrets {
                let meant = secret.hosts.iter().any(|host| entry.host.ends_with(host));
                if secret.is_in(&addresses) || !meant && secret.is_in(&content) {
                    findings.push(format!("{} is in {} to {}", secret.what, entry.method, entry.host));
                }
            }
        }
        self.requests = journal.len();
        findings
    }

    /// Closes the app, whose log was read here bit by bit.
    pub async fn close(self, app: App) {
        let severe = self.log.iter().filter(|line| {
            line.to_lowercase().contains("severe") && !line.contains("Failed to load resource")
        });
        let severe: Vec<&String> = severe.collect();
        assert!(severe.is_empty(), "{severe:#?}");
        app.close().await;
    }
}

fn hidden(name: &str, text: String) -> Place {
    Place { name: name.to_owned(), text, on_screen: false }
}

async fn page(browser: &Browser) -> Vec<Place> {
    let result = browser.driver.execute_async(LOOK, vec![]).await.expect("the script runs");
    let text = result.json().as_str().expect("text").to_owned();
    let all: Vec<(String, String)> = serde_json::from_str(&text).expect("pairs of texts");
    let on_screen = |name: &str| ["the text", "an attribute", "a field"].contains(&name);
    all.into_iter().map(|(name, text)| Place { on_screen: on_screen(&name), name, text }).collect()
}
