//! axe-core over what is on the screen, at WCAG 2.2 AA.

use serde_json::{Value, json};

use crate::Browser;

const RULES: &str = r#"
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
        .then(result => done(result.violations.map(v => v.id + ': ' + v.help + '\n' + v.nodes.slice(0, 4).map(n => '    ' + n.html.slice(0, 300) + '\n    ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')).join('\n'))))
        .catch(error => done(['axe failed: ' + error]));"#;

/// Fails the test with every finding of axe on the page as it stands.
pub async fn check(browser: &Browser, what: &str) {
    let findings = findings(browser).await;
    assert!(findings.is_empty(), "axe on {what}:\n{}", findings.join("\n"));
}

/// All findings, one text each.
pub async fn findings(browser: &Browser) -> Vec<String> {
    if browser.script("return typeof axe === 'undefined'", vec![]).await == json!(true) {
        browser.driver.execute(source(), vec![]).await.expect("axe loads");
    }
    let result = browser.driver.execute_async(RULES, vec![]).await.expect("axe runs");
    let Value::Array(list) = result.json().clone() else { panic!("axe answered {:?}", result.json()) };
    list.iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
}

/// axe-core's script, brought by `cargo xtask test` into the project's tools.
fn source() -> String {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.tools/node_modules/axe-core/axe.min.js");
    let path = std::env::var("AXE").unwrap_or_else(|_| default.to_owned());
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("axe-core at {path}: {error}"))
}
