//! The pages of a compute image and of a container image: every field as it came, odd ones too.

use image_console_emulator::oci::Kind;

use super::world::*;
use crate::actions::gestures::assert_facts;

async fn page(kind: Kind, name: &str) -> (image_console_e2e::App, String) {
    let app = open("connections").await;
    let id = id_of(&app, kind, name);
    app.goto(&format!("images/{FRA}/{id}")).await;
    app.browser.see_in("dd", &id).await;
    (app, id)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_compute_image_shows_every_field() {
    let (app, id) = page(Kind::Image, WEB).await;
    let browser = &app.browser;
    browser.see_in("h1", WEB).await;
    let held = image(&app, Kind::Image, &id);
    for field in held.as_object().expect("an object").keys() {
        let named = "return [...document.querySelectorAll('dt, h2, h3')].some(e => e.textContent.replace(/\\s/g, '').toLowerCase().includes(arguments[0].toLowerCase()))";
        browser.wait_for(field, named, vec![field.as_str().into()]).await;
    }
    assert_facts(
        browser,
        &[
            ("id", id.as_str()),
            ("displayName", WEB),
            ("lifecycleState", "AVAILABLE"),
            ("operatingSystem", "Oracle Linux"),
            ("Operations.CostCenter", "42"),
            ("Operations.Critical", "true"),
            ("team", "web"),
            ("etag", &etag(&app, Kind::Image, &id)),
        ],
    )
    .await;
    for option in ["bootVolumeType", "firmware", "networkType", "isMonitoringSupported"] {
        browser.see_in("dt", option).await;
    }
    browser.see_in("dt", "opc-request-id").await;
    let asked = app.requests("GET", &format!("/20160918/images/{id}"));
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].host, COMPUTE);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_generators_compute_image_is_shown_truthfully() {
    let (app, _) = page(Kind::Image, "qui laborum ad").await;
    let browser = &app.browser;
    browser.see("8 fields did not come as documented").await;
    browser.see("<Error: Too many levels of nesting to fake this schema>").await;
    assert_facts(
        browser,
        &[
            ("timeCreated", "1985"),
            ("sizeInMBs", "57090852 MBs"),
            ("billableSizeInGBs", "16490567 GBs"),
            ("baseImageId", "cillum exercitation voluptate non ullamco"),
        ],
    )
    .await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_container_image_shows_layers_versions_and_pulls() {
    let (app, id) = page(Kind::ContainerImage, "shop/api:1.1.0").await;
    let browser = &app.browser;
    let held = image(&app, Kind::ContainerImage, &id);
    for layer in held["layers"].as_array().expect("layers") {
        browser.see_in("dd", layer["digest"].as_str().expect("a digest")).await;
    }
    for version in held["versions"].as_array().expect("versions") {
        browser.see_in("dd", version["createdBy"].as_str().expect("who")).await;
    }
    assert_facts(
        browser,
        &[
            ("lifecycleState", "AVAILABLE"),
            ("digest", held["digest"].as_str().unwrap_or_default()),
            ("repositoryName", "shop/api"),
            ("version", "1.1.0"),
            ("etag", &etag(&app, Kind::ContainerImage, &id)),
        ],
    )
    .await;
    browser.see_in("dt", "pullCount").await;
    let asked = app.requests("GET", &format!("/20160918/container/images/{id}"));
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].host, ARTIFACTS);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_generators_container_image_is_shown_truthfully_with_its_time_left() {
    let (app, _) = page(Kind::ContainerImage, "Duis officia ").await;
    let browser = &app.browser;
    assert_facts(
        browser,
        &[
            ("lifecycleState", "DELETED"),
            ("timeCreated", "1944"),
            ("pullCount", "-52579969"),
            ("repositoryName", "consectetur quis"),
            ("sizeInBytes", "-31833360"),
        ],
    )
    .await;
    browser.see("cannot be a size; it is shown as it came").await;
    browser.see("cannot be a number of times; it is shown as it came").await;
    browser.see("Time left to restore").await;
    browser.see("A deleted image is kept for 48 hours.").await;
    browser.see("First seen DELETED here").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_is_not_there_is_explained_as_either() {
    let app = open("connections").await;
    let id = id_of(&app, Kind::Image, WEB);
    app.world.with_world(|w| w.oci().remove(FRANKFURT, Kind::Image, &id));
    app.goto(&format!("images/{FRA}/{id}")).await;
    app.browser.see("NotAuthorizedOrNotFound").await;
    app.browser.see("never existed, or is not visible to this account").await;
    app.close().await;
}
