//! One image that cannot be read: what is known stays, and the reason is said.

use image_console_emulator::Fault;

use crate::fault_support::{no_notice, notice, own_image, press_in, table, whole};

const ID: &str = "0f0f0f0f-0000-4000-8000-0000000000a1";
const GET: &str = "/triton-as/jdoe/us-east-1/jdoe/images/0f0f0f0f-0000-4000-8000-0000000000a1";

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_is_not_there_is_said_to_be_gone_or_hidden() {
    let app = table().await;
    app.goto("images/us-east-1/0f0f0f0f-0000-4000-8000-00000000dead").await;
    let text = notice(&app.browser, "us-east-1 has no image 0f0f0f0f-0000-4000-8000-00000000dead").await;
    assert!(text.contains("It was deleted, never existed, or is not visible to this account"), "{text}");
    assert!(text.contains("404") && text.contains("ResourceNotFound"), "{text}");
    press_in(&app.browser, ".notice", "All images").await;
    whole(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spoilt_answer_keeps_what_was_read_before() {
    let app = table().await;
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "kept-image")))
        .expect("an image");
    app.goto(&format!("images/us-east-1/{ID}")).await;
    app.browser.see("kept-image").await;
    app.browser.see("Request-Id").await;
    let html = "<html><body>Bad Gateway</body></html>";
    let faults = [
        (Fault::on("GET", GET).status(200, "{\"id\": \"half"), "not what the API documents"),
        (Fault::on("GET", GET).truncate_body(40), "The connection ended early"),
        (Fault::on("GET", GET).status(502, html).content_type("text/html"), "Bad Gateway"),
        (Fault::on("GET", GET).status(200, "[]"), "not what the API documents"),
        (Fault::on("GET", GET).status(500, r#"{"message":"job failed"}"#), "job failed"),
        (Fault::on("GET", GET).dropped(), "no answer it may read"),
    ];
    for (fault, words) in faults {
        app.world.add_fault(fault);
        app.browser.click("Refresh").await;
        let begins = "us-east-1: the image could not be read anew; what was read before stays";
        let text = notice(&app.browser, begins).await;
        assert!(text.contains(words), "“{words}” in: {text}");
        app.browser.see("kept-image").await;
        app.world.clear_faults();
        press_in(&app.browser, ".notice.bad", "Retry").await;
        no_notice(&app.browser, begins).await;
    }
    app.close().await;
}
