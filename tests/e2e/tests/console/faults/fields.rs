//! Single fields of the wrong type: the row is shown, the field is marked, nothing is guessed.

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_emulator::Options;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_field_of_the_wrong_type_is_marked_in_its_row() {
    let address =
        "images?q=wild&source=us-east-1&columns=name,version,os,type,size,published,visibility,origin";
    let app = App::with(Options { wild: true, ..options() }, address).await;
    app.browser.see("wild-acl-212").await;
    // One wrong field each: what came is shown as it came, and says why it is marked.
    for (name, raw, column) in [
        ("wild-version-201", "1.5", "version"),
        ("wild-os-202", r#"["smartos"]"#, "os"),
        ("wild-type-203", "true", "type"),
        ("wild-published_at-213", "1393584642", "published"),
        ("wild-published_at-214", r#""last Tuesday""#, "published"),
        ("wild-public-215", r#""yes""#, "visibility"),
    ] {
        let script = "return [...document.querySelectorAll('tbody tr')].filter(r => r.innerText.includes(arguments[0])).map(r => r.querySelector('.odd')).filter(Boolean).map(e => [e.firstChild.data, e.title])[0]";
        let odd = app.browser.wait_for(&format!("the mark of {name}"), script, vec![json!(name)]).await;
        assert_eq!(odd[0].as_str(), Some(raw), "{name}");
        let why = odd[1].as_str().unwrap_or_default();
        assert!(why.contains(column) && why.contains("not the documented type"), "{name}: {why}");
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_of_the_wrong_type_is_marked_on_its_page() {
    let app = App::with(Options { wild: true, ..options() }, "images?q=wild&source=us-east-1").await;
    // The last two have one inside a field that is well itself.
    for (name, field, raw, whole) in [
        ("wild-version-201", "version", "1.5", true),
        ("wild-tags-211", "tags", r#"["role","os"]"#, true),
        ("wild-homepage-208", "homepage", r#"["https://example.com"]"#, true),
        ("wild-requirements-205", "min_ram", "plenty", false),
        ("wild-files-210", "size", "big", false),
    ] {
        app.browser.see_gone("so far").await;
        app.browser.click(name).await;
        app.browser.see_in("h1", name).await;
        if whole {
            app.browser.see("1 field did not come as documented").await;
            app.browser.see_in(".notice-details", field).await;
        }
        app.browser.see_in("dt", field).await;
        app.browser.see_in(".odd", raw).await;
        app.browser.see("This is not the documented type; it is shown as it came.").await;
        app.browser.driver.back().await.expect("back");
        app.browser.see("wild-acl-212").await;
    }
    app.close().await;
}
