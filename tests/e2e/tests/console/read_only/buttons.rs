//! The ways into the actions: each is visible, disabled, and says why.

use image_console_emulator::oci::Kind;

use super::world::*;
use crate::actions::world::{EAST, MY_IMAGE};
use crate::oci::world::{FRA, WEB, id_of};
use crate::service_instances::world::{CF, ORDERS, open_instance};

#[tokio::test(flavor = "multi_thread")]
async fn every_action_of_every_api_is_shown_and_refused_with_the_reason() {
    let app = open("images").await;
    let browser = &app.browser;
    for name in ["Import…", "Create image…"] {
        assert_refused(browser, name).await;
    }
    app.goto(&format!("images/{EAST}/{MY_IMAGE}")).await;
    browser.see_in("h1", "my-image").await;
    for name in ["Update…", "Clone…", "Export…", "Delete…"] {
        assert_refused(browser, name).await;
    }
    app.goto(&format!("images/{FRA}/{}", id_of(&app, Kind::Image, WEB))).await;
    browser.see_in("h1", WEB).await;
    assert_refused(browser, "Export…").await;
    app.goto(&format!("images/{FRA}/{}", id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@"))).await;
    browser.see_in("h1", "shop/api").await;
    assert_refused(browser, "Restore…").await;
    open_instance(&app, CF, ORDERS).await;
    for name in ["Create backup…", "Restore…", "Restore this one…"] {
        assert_refused(browser, name).await;
    }
    assert_only_read(&app);
    app.close().await;
}
