//! Triton CloudAPI.

use image_console_e2e::App;
use image_console_emulator::Fault;
use serde_json::{Value, json};

use super::{corpus::corpus, harmless, literal, pick, portions, table_shows_all};
use crate::fault_support::US_LIST;

fn id(number: usize) -> String {
    format!("0f0f0f0f-0000-4000-8000-{number:012x}")
}

/// An image whose every text is one of the portion; only the id is well, as the address needs one.
fn image(number: usize, portion: &[String]) -> Value {
    let p = |at| pick(portion, at);
    json!({
        "id": id(number), "name": p(0), "version": p(1), "os": p(2), "type": p(3), "description": p(4),
        "homepage": p(5), "published_at": p(6), "owner": p(7), "state": p(8), "origin": p(9), "eula": p(10),
        "image_size": p(11), "public": p(12), "unknown_field": p(13), "billing_tags": [p(14)],
        "acl": [p(15), p(16)], "error": { "code": p(17), "message": p(18) },
        "requirements": { "brand": p(19), portion[20 % portion.len()].clone(): p(21) },
        "files": [{ "compression": p(22), "sha1": p(23), "size": p(24) }],
        "tags": { portion[25 % portion.len()].clone(): p(26) }, "traits": { portion[27 % portion.len()].clone(): p(28) },
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table() {
    let app = App::open("connections").await;
    let all: Vec<Value> = corpus()
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let mut image = image(at, std::slice::from_ref(text));
            image["published_at"] = json!("2026-01-01T00:00:00Z");
            image
        })
        .collect();
    app.world.add_fault(Fault::on("GET", US_LIST).status(200, json!(all).to_string()));
    app.goto("images?source=us-east-1&columns=source,name,version,os,type,state,visibility,owner,origin,size,published,id").await;
    app.browser.see_in(".table-foot", &format!("us-east-1: {0} of {0}", all.len())).await;
    app.browser.see_gone("so far").await;
    table_shows_all(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_an_image_and_its_title() {
    let app = App::open("connections").await;
    for (number, portion) in portions(29).iter().enumerate() {
        let body = image(number, portion).to_string();
        app.world.add_fault(Fault::on("GET", &format!("*/images/{}", id(number))).status(200, body));
        app.goto(&format!("images/us-east-1/{}", id(number))).await;
        app.browser.see_in("dd", &id(number)).await;
        app.browser.see("unknown_field").await;
        literal(&app.browser, portion).await;
        harmless(&app.browser, &portion[0]).await;
        let title = app.browser.script("return document.title", vec![]).await;
        let plain =
            |text: &str| text.split_whitespace().collect::<String>().replace(|c: char| c.is_control(), "");
        let title = plain(title.as_str().unwrap_or_default());
        assert!(title.contains(&plain(&portion[0])), "{title} for {}", portion[0]);
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dialogs_previews_refusals_toasts_and_operations() {
    let app = App::open("connections").await;
    let browser = &app.browser;
    for (number, portion) in portions(29).iter().enumerate() {
        let mut body = image(number, portion);
        // What the rules for an update and a deletion ask for.
        body["state"] = json!("active");
        body["public"] = json!(false);
        body.as_object_mut().expect("an object").remove("owner");
        let path = format!("*/images/{}", id(number));
        app.world.clear_faults();
        app.world.add_fault(Fault::on("GET", &path).status(200, body.to_string()));
        let refusal = json!({
            "code": portion[1], "message": portion[2 % portion.len()],
            "errors": [{ "field": portion[3 % portion.len()], "code": portion[4 % portion.len()], "message": portion[5 % portion.len()] }],
        });
        app.world.add_fault(Fault::on("POST", &path).status(422, refusal.to_string()));
        app.world.add_fault(Fault::on("DELETE", &path).status(409, refusal.to_string()));
        for action in ["update", "clone", "export", "delete"] {
            app.goto(&format!("images/us-east-1/{}?action={action}", id(number))).await;
            browser.see_in("dialog[open] h2", "").await;
            browser.click("The request as it will be sent").await;
            harmless(browser, &format!("{action} of {}", portion[0])).await;
        }
        browser.see_in("dialog[open]", "Delete").await;
        literal(browser, &portion[..1]).await;
    }
    app.close().await;
}
