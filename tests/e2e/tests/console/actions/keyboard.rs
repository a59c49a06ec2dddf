//! The console without a mouse: Tab, arrows, Enter, Escape and letters, and nothing else.

use image_console_e2e::Browser;
use serde_json::json;
use thirtyfour::prelude::*;

/// More stops than any screen has.
const STOPS: usize = 120;

/// What the focused element is called, by the rules of assistive technology as far as they matter
/// here.
const NAME: &str = r"
    const e = document.activeElement;
    const clean = text => (text || '').replace(/\s+/g, ' ').trim();
    return clean(e.getAttribute('aria-label')) || clean([...(e.labels || [])].map(l => l.innerText).join(' ')) || clean(e.innerText) || clean(e.textContent);";

/// A keyboard in front of a browser.
pub struct Keyboard<'a>(pub &'a Browser);

impl Keyboard<'_> {
    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.0.keys(&String::from(key.value())).await;
    }

    /// Types text where the focus is.
    pub async fn text(&self, text: &str) {
        self.0.keys(text).await;
    }

    /// What has the focus.
    pub async fn focus(&self) -> String {
        self.0.script(NAME, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the focus is on what begins with this name.
    pub async fn focused(&self, name: &str) {
        let script =
            NAME.replace("return ", "const name = ") + " return name.startsWith(arguments[0]) || null;";
        self.0.wait_for(&format!("the focus on “{name}”"), &script, vec![json!(name)]).await;
    }

    /// Tab by Tab to what begins with this name.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            let here = self.focus().await;
            if here.starts_with(name) && !passed.is_empty() {
                return;
            }
            passed.push(here);
            self.press(Key::Tab).await;
        }
        panic!("Tab never came to “{name}”; it passed {passed:#?}");
    }

    /// Replaces what is in the focused field.
    pub async fn replace(&self, text: &str) {
        self.0.ctrl('a').await;
        self.text(text).await;
    }

    /// Tab to a field, and its text in place of what is there.
    pub async fn fill(&self, label: &str, text: &str) {
        self.tab_to(label).await;
        self.replace(text).await;
    }

    /// Tab to a button or link, and Enter.
    pub async fn enter(&self, name: &str) {
        self.tab_to(name).await;
        self.press(Key::Enter).await;
    }

    /// By the palette to a screen, an action or an image.
    pub async fn palette(&self, words: &str, entry: &str) {
        self.0.ctrl('k').await;
        self.focused("Search images, screens and actions").await;
        self.text(words).await;
        self.0.see_in("[role=option]", entry).await;
        self.press(Key::Down).await;
        let marked = "const at = document.activeElement.getAttribute('aria-activedescendant'); return document.getElementById(at)?.innerText.includes(arguments[0])";
        for _ in 0..20 {
            if self.0.script(marked, vec![json!(entry)]).await == json!(true) {
                return self.press(Key::Enter).await;
            }
            self.press(Key::Down).await;
        }
        panic!("the palette does not lead to “{entry}”");
    }
}
