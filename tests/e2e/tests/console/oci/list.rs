//! One table of Triton and Oracle Cloud: every page, container images too, the deleted ones above all.

use image_console_emulator::oci::{Kind, TENANCY};
use serde_json::json;

use super::world::*;

/// The images that a list of one of these compartments has: its own, and the platform's in each.
fn listed(app: &image_console_e2e::App, region: &str, compartments: &[&str]) -> usize {
    let own: Vec<String> = compartments.iter().map(|name| compartment(app, name)).collect();
    app.world.with_world(|world| {
        let all = world.oci().all(region, Kind::ContainerImage);
        all.iter().filter(|i| own.iter().any(|c| i["compartmentId"] == **c)).count()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn one_table_has_triton_and_both_regions() {
    let app = open("images").await;
    let browser = &app.browser;
    let counts = "return document.querySelector('.table-foot')?.innerText";
    browser.see_in(".table-foot", "us-east-1: 226 of 226 · eu-central-1: 228 of 228").await;
    browser.see_gone("so far").await;
    let foot = browser.wait_for("the footer", counts, vec![]).await;
    let foot = foot.as_str().unwrap_or_default().to_owned();
    let mut sum = 0;
    for (name, region) in [("oci-frankfurt", FRANKFURT), ("oci-ashburn", "us-ashburn-1")] {
        let part =
            foot.split(" · ").find_map(|part| part.strip_prefix(&format!("{name}: "))).expect("its part");
        let (visible, total) = part.split_once(" of ").expect("x of y");
        assert_eq!(visible, total, "{foot}");
        let total: usize = total.replace([',', ' ', '\u{202f}', '\u{a0}'], "").parse().expect("a number");
        let containers = listed(&app, region, &["shop", "shop-staging", "build", "finance"]);
        assert!(total > containers, "{name} has {total} rows, {containers} of them container images");
        sum += total;
    }
    browser.see(&format!("{0} of {0}", sum + 454)).await;

    // Each list was asked once, of its own host, and container images state by state.
    for region in [FRANKFURT, "us-ashburn-1"] {
        let journal = app.world.journal();
        let asked = |host: &str, says: &str| {
            let fits = |e: &&image_console_emulator::Entry| {
                e.host == host && e.target.contains(says) && !e.target.contains("page=")
            };
            journal.iter().filter(fits).count()
        };
        assert_eq!(asked(&format!("iaas.{region}.oraclecloud.com"), "/20160918/images?"), 4);
        let artifacts = format!("artifacts.{region}.oci.oraclecloud.com");
        for state in ["AVAILABLE", "DELETING", "DELETED"] {
            assert_eq!(asked(&artifacts, &format!("lifecycleState={state}")), 4, "{state} of {region}");
        }
    }

    // Rows of all three APIs stand side by side and lead to their pages.
    browser.fill("Search name", "ol8-web-2024-03").await;
    browser.see_in("tbody", "AVAILABLE").await;
    browser.click("ol8-web-2024-03").await;
    browser.see_in("h1", "ol8-web-2024-03").await;
    browser.see_in("dd", "ocid1.image.").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_pages_of_2500_images_are_read_the_empty_one_too() {
    let shop = |app: &image_console_e2e::App| {
        let mut connection = connection(app, "fra", "oci-as/ola", "proxy");
        connection["endpoints"].as_object_mut().expect("endpoints").remove("artifacts");
        connection
    };
    let app = only(shop, 2500, "images").await;
    let browser = &app.browser;
    browser.see_gone("so far").await;
    browser.see_in(".table-foot", "fra: ").await;
    let foot = "const said = document.querySelector('.table-foot')?.innerText.match(/fra: ([\\d,\\u202f\\u00a0 ]+) of ([\\d,\\u202f\\u00a0 ]+)$/); return said && said[1] === said[2] && Number(said[2].replace(/\\D/g, ''))";
    let total = browser.wait_for("the whole list", foot, vec![]).await.as_u64().unwrap_or_default();
    assert!(total >= 2500, "{total} images");
    let pages = app.requests("GET", "/20160918/images");
    assert!(pages.iter().all(|p| p.status == 200), "every page was there");
    // The second page is an empty one with a next one, so there is one more than the images fill.
    assert_eq!(pages.len() as u64, total.div_ceil(100) + 1, "{total} images");
    let mut targets: Vec<&str> = pages.iter().map(|p| p.target.as_str()).collect();
    assert!(targets.iter().all(|t| t.contains("limit=100")), "{:?}", targets.first());
    assert_eq!(targets.iter().filter(|t| !t.contains("page=")).count(), 1);
    targets.sort_unstable();
    targets.dedup();
    assert_eq!(targets.len(), pages.len(), "no page was asked for twice");
    // The newest and the oldest are both there.
    for name in [WEB, "qui laborum ad"] {
        browser.fill("Search name", name).await;
        browser.see_in("tbody", name).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn deleted_container_images_are_found_and_lead_to_their_restoration() {
    let app = only(|app| connection(app, "fra", "oci-as/ola", "proxy"), 40, "images").await;
    let browser = &app.browser;
    browser.see_gone("so far").await;
    let id = id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@");
    let name = image(&app, Kind::ContainerImage, &id)["displayName"].as_str().expect("a name").to_owned();
    browser.fill("Search name", &name).await;
    browser.see_in("tbody", "DELETED").await;
    browser.click(&name).await;
    browser.see_in("h1", "shop/api:1.3.0").await;
    browser.see("Time left to restore").await;
    browser.click("Restore…").await;
    browser.see_in("dialog h2", "Restore shop/api:1.3.0@").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_refused_costs_its_own_rows_only() {
    let two = |app: &image_console_e2e::App| {
        let mut connection = connection(app, "fra", "oci-as/reader", "proxy");
        connection["compartments"] = json!([compartment(app, "shop"), compartment(app, "finance"), TENANCY]);
        connection
    };
    let app = only(two, 40, "images").await;
    let browser = &app.browser;
    browser.see("fra: 2 of 6 lists could not be read").await;
    browser.see("NotAuthorizedOrNotFound").await;
    browser.see("Either it does not exist, or you may not use it").await;
    browser.see_in(".table-foot", "2 of 6 lists not complete").await;
    browser.fill("Search name", WEB).await;
    browser.see_in("tbody", WEB).await;
    app.close().await;
}
