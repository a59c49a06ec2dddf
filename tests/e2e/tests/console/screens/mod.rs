//! Every screen and every dialog in light, dark and narrow: drawn, without a finding of axe, and no
//! wider than the window.

mod actions;
mod activity;
mod connections;
mod image;
mod odd;
mod table;

use image_console_e2e::{App, axe};

/// The colours and widths that everything is looked at in.
const LOOKS: [(&str, u32); 3] = [("light", 1280), ("dark", 1280), ("light", 400)];

/// Looks at what is on the screen in every way, and leaves a picture of each.
pub async fn look(app: &App, name: &str) {
    for (scheme, width) in LOOKS {
        app.browser.look(scheme, width).await;
        let wide =
            app.browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
        assert!(wide.as_i64().unwrap_or_default() <= 0, "{name}, {width} px: {wide} px stick out");
        let scrolled = "return [...document.querySelectorAll('dialog[open]')].some(d => d.scrollTop > 0 || d.firstElementChild.scrollTop > 0)";
        let scrolled = app.browser.script(scrolled, vec![]).await;
        assert_eq!(scrolled.as_bool(), Some(false), "{name}, {width} px: head and foot of the dialog stay");
        axe::check(&app.browser, &format!("{name}, {scheme}, {width} px")).await;
        app.browser.picture(&format!("{name}-{scheme}-{width}")).await;
    }
    let (scheme, width) = LOOKS[0];
    app.browser.look(scheme, width).await;
}
