//! Several tabs of one browser, and tabs that die without a word.

use serde_json::json;
use thirtyfour::WindowHandle;

use crate::Browser;

impl Browser {
    /// The tab that the gestures go to.
    pub async fn tab(&self) -> WindowHandle {
        self.driver.window().await.expect("a tab")
    }

    /// Opens another tab at an address; the gestures go there from now on.
    pub async fn open_tab(&self, url: &str) -> WindowHandle {
        let tab = self.driver.new_tab().await.expect("another tab");
        self.go_to_tab(&tab).await;
        self.goto(url).await;
        tab
    }

    /// The gestures go to this tab from now on.
    pub async fn go_to_tab(&self, tab: &WindowHandle) {
        self.driver.switch_to_window(tab.clone()).await.expect("the tab is there");
    }

    /// Kills the process of the present tab, so that it can do nothing more, not even close itself; the
    /// gestures go to `then`.
    pub async fn kill_tab(&self, then: &WindowHandle) {
        // There is nobody left who could answer.
        let _ = self.driver.cdp().send_raw("Page.crash", json!({})).await;
        self.go_to_tab(then).await;
    }
}
