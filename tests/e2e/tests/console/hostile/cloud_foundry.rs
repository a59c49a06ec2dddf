//! Service instances of Cloud Foundry.

use image_console_emulator::Fault;
use serde_json::json;

use super::{corpus::corpus, harmless, literal, poisoned, portions, table_shows_all};
use crate::service_instances::world::{CF, ORDERS, guid, instance, open};

#[tokio::test(flavor = "multi_thread")]
async fn the_list() {
    let app = open("connections").await;
    app.world.with_world(|world| {
        world.cloud_foundry().clear_instances();
        for text in corpus() {
            world.cloud_foundry().put_instance(json!({ "name": text })).expect("an instance");
        }
    });
    app.goto("service-instances").await;
    app.browser.see_in(".table-foot", "cf: 216 of 216").await;
    table_shows_all(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_an_instance_and_its_dialogs() {
    let app = open("connections").await;
    let id = guid(&app, ORDERS);
    let example = instance(&app, &id);
    let keeps = ["guid", "href", "type"];
    let mut size = 0;
    poisoned(&example, &keeps, &[String::new()], &mut size);
    for portion in portions(size) {
        let body = poisoned(&example, &keeps, &portion, &mut 0);
        let name = body["name"].as_str().unwrap_or_default().to_owned();
        app.world.clear_faults();
        app.world.add_fault(
            Fault::on("GET", &format!("/v3/service_instances/{id}*")).status(200, body.to_string()),
        );
        app.goto(&format!("service-instances/{CF}/{id}")).await;
        app.browser.see_in("dd", &id).await;
        literal(&app.browser, &portion).await;
        harmless(&app.browser, &portion[0]).await;
        for action in ["backup", "restore"] {
            app.goto(&format!("service-instances/{CF}/{id}?action={action}")).await;
            app.browser.see_in("dialog[open] h2", "").await;
            literal(&app.browser, std::slice::from_ref(&name)).await;
            harmless(&app.browser, &format!("{action} of {name}")).await;
        }
    }
    app.close().await;
}
