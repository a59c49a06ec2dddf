//! OCI Compute and container images.

use image_console_emulator::Fault;
use image_console_emulator::oci::Kind;
use serde_json::{Value, json};

use super::{corpus::corpus, harmless, literal, poisoned, portions, table_shows_all};
use crate::oci::world::{FRA, WEB, connection, id_of, image, only, open};

#[tokio::test(flavor = "multi_thread")]
async fn the_table() {
    let app = only(|app| connection(app, "fra", "oci-as/ola", "proxy"), 40, "connections").await;
    let compute = image(&app, Kind::Image, &id_of(&app, Kind::Image, WEB));
    let container = image(&app, Kind::ContainerImage, &id_of(&app, Kind::ContainerImage, "shop/api:1.1.0"));
    let like = |example: &Value, number: usize, text: &String| {
        let mut image = poisoned(example, &["id"], std::slice::from_ref(text), &mut 0);
        image["id"] = json!(format!("ocid1.image.oc1..aaaa{number}"));
        image
    };
    let all = corpus();
    let (first, second) = all.split_at(all.len() / 2);
    let images: Vec<Value> = first.iter().enumerate().map(|(n, t)| like(&compute, n, t)).collect();
    let containers: Vec<Value> =
        second.iter().enumerate().map(|(n, t)| like(&container, 1000 + n, t)).collect();
    app.world.add_fault(Fault::on("GET", "/20160918/images").status(200, json!(images).to_string()));
    let containers = json!({ "items": containers }).to_string();
    app.world.add_fault(Fault::on("GET", "/20160918/container/images").status(200, containers));
    app.goto("images?columns=source,name,version,os,type,state,visibility,owner,origin,size,published,id")
        .await;
    app.browser.see_in(".table-foot", "fra: ").await;
    app.browser.see_gone("so far").await;
    table_shows_all(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_and_dialogs_of_images() {
    let app = open("connections").await;
    for (kind, name, collection, action) in [
        (Kind::Image, WEB, "images", "export"),
        (Kind::ContainerImage, "shop/api:1.1.0", "container/images", "restore"),
    ] {
        let id = id_of(&app, kind, name);
        let example = image(&app, kind, &id);
        let mut size = 0;
        poisoned(&example, &["id"], &[String::new()], &mut size);
        for portion in portions(size) {
            let body = poisoned(&example, &["id"], &portion, &mut 0).to_string();
            app.world.clear_faults();
            let fault = Fault::on("GET", &format!("/20160918/{collection}/{id}"));
            app.world.add_fault(fault.status(200, body).header("etag", "1"));
            app.goto(&format!("images/{FRA}/{id}?action={action}")).await;
            app.browser.see_in("dialog[open] h2", "").await;
            app.browser.see_in("dd", &id).await;
            literal(&app.browser, &portion).await;
            harmless(&app.browser, &portion[0]).await;
        }
    }
    app.close().await;
}
