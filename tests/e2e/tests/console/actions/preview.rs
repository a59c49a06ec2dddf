//! The preview of a request, held against the request that arrives.

use std::process::Command;

use image_console_e2e::{App, Browser};
use image_console_emulator::Entry;
use serde_json::json;

/// What a dialog says it is going to send.
pub struct Preview {
    http: String,
    curl: String,
    /// The `triton` command line, comments left out, in its words.
    pub triton: Vec<String>,
}

/// Opens the preview of the open dialog and reads all its spellings.
pub async fn read(browser: &Browser) -> Preview {
    let open = "return document.querySelector('dialog[open] details.preview')?.open";
    if browser.script(open, vec![]).await != json!(true) {
        browser.click("The request as it will be sent").await;
    }
    let http = spelling(browser, "HTTP", " HTTP/1.1").await;
    let curl = spelling(browser, "curl", "curl -sS").await;
    let triton = spelling(browser, "triton", "triton ").await;
    Preview { http, curl, triton: words("triton", &triton) }
}

async fn spelling(browser: &Browser, name: &str, says: &str) -> String {
    let script = "return [...document.querySelectorAll('dialog[open] details.preview label')].find(l => l.innerText.trim() === arguments[0]) ?? null";
    browser.wait_for(&format!("the spelling {name}"), script, vec![json!(name)]).await;
    let label = browser.driver.execute(script, vec![json!(name)]).await.expect("the script runs");
    let label = label.element().expect("a label");
    label.scroll_into_view().await.expect("scrolls");
    label.click().await.expect("clicks");
    let text = "const text = document.querySelector('dialog[open] details.preview pre').textContent; return text.includes(arguments[0]) && text";
    let text = browser.wait_for(&format!("the request as {name}"), text, vec![json!(says)]).await;
    text.as_str().expect("text").to_owned()
}

impl Preview {
    /// Asserts that what was shown is what arrived: method, address, headers and body, as HTTP and
    /// as a command that a shell reads.
    pub fn assert_is(&self, app: &App, entry: &Entry) {
        let (head, body) = self.http.split_once("\n\n").unwrap_or((self.http.trim_end(), ""));
        let mut lines = head.lines();
        assert_eq!(lines.next(), Some(format!("{} {} HTTP/1.1", entry.method, entry.via).as_str()));
        let host = app.world.api_url().trim_start_matches("http://");
        assert_eq!(lines.next(), Some(format!("Host: {host}").as_str()));
        for line in lines {
            let (name, value) = line.split_once(": ").expect("a header");
            assert_eq!(entry.headers.get(name), Some(value), "{name}");
        }
        assert_eq!(body.trim_end(), entry.body);

        let words = words("curl", &self.curl);
        let after = |option: &str| words.iter().position(|w| w == option).and_then(|at| words.get(at + 1));
        assert_eq!(after("-X").map(String::as_str), Some(entry.method.as_str()), "{words:?}");
        assert_eq!(after("--data-raw").map_or("", String::as_str), entry.body, "{words:?}");
        assert_eq!(words.last(), Some(&format!("{}{}", app.world.api_url(), entry.via)), "{words:?}");
    }
}

/// The words of the command as a real shell understands them.
fn words(program: &str, script: &str) -> Vec<String> {
    let script = format!("{program}() {{ printf '%s\\0' \"$@\"; }}\n{script}");
    let out = Command::new("sh").arg("-c").arg(&script).output().expect("a shell");
    assert!(out.status.success(), "{script}\n{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).expect("text");
    text.split_terminator('\0').map(str::to_owned).collect()
}
