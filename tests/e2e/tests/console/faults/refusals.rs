//! Submissions that are refused: the reason in words, complaints at their fields, and all that was
//! typed still there.

use image_console_e2e::App;
use image_console_emulator::Fault;

use crate::fault_support::{fill_create, notice, said_at};

#[tokio::test(flavor = "multi_thread")]
async fn complaints_stand_at_their_fields_and_nothing_typed_is_lost() {
    let app = App::open("images?source=us-east-1&action=create").await;
    fill_create(&app, "fault-422-fields").await;
    app.browser.fill("description", "typed with care").await;
    app.browser.click("Create image").await;
    let text = notice(&app.browser, "The image was not created").await;
    assert!(text.contains("422") && text.contains("ValidationFailed"), "{text}");
    assert_eq!(said_at(&app.browser, "name").await.trim(), "image name is refused by its sentinel");
    assert_eq!(said_at(&app.browser, "version").await.trim(), "image version is refused by its sentinel");
    // The complaint about tags has no text of its own: the answer's stands for it.
    app.browser
        .see_in(
            "dialog fieldset, dialog .field, dialog [role=group]",
            "invalid image data: name, version, tags",
        )
        .await;
    for label in ["name", "version"] {
        let control = app.browser.control(label).await;
        assert_eq!(
            control.attr("aria-invalid").await.expect("an attribute").as_deref(),
            Some("true"),
            "{label}"
        );
    }
    for (label, value) in [
        ("name", "fault-422-fields"),
        ("version", "7.0.0"),
        ("description", "typed with care"),
        ("machine", "web-1"),
    ] {
        assert_eq!(app.browser.value(label).await, value, "{label}");
    }
    // The field that is wrong has the keyboard: mended there, it is sent again, once.
    app.browser.fill("name", "mended").await;
    app.browser.click("Create image").await;
    app.browser.see("creating").await;
    let sent: Vec<_> = app
        .requests("POST", "/jdoe/images")
        .iter()
        .map(|e| (e.json_body()["name"].clone(), e.json_body()["description"].clone(), e.status))
        .collect();
    assert_eq!(
        sent,
        [
            ("fault-422-fields".into(), "typed with care".into(), 422),
            ("mended".into(), "typed with care".into(), 201)
        ]
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_refusal_has_its_words_and_keeps_the_form() {
    let app = App::open("images?source=us-east-1&action=create").await;
    fill_create(&app, "first").await;
    let refusals = [
        ("fault-401", "401", "does not know this account or key"),
        ("fault-403", "403", "its roles do not allow this call"),
        ("fault-404", "404", "It does not exist here"),
        ("fault-409", "409", "One of the values is not one the server accepts"),
        ("fault-422", "422", "One or more values break the rules for images"),
        ("fault-429", "429", "More requests came than this key is allowed"),
        ("fault-503-maintenance", "503", "The API is in maintenance"),
    ];
    for (name, status, why) in refusals {
        app.browser.fill("name", name).await;
        app.browser.click("Create image").await;
        app.browser.see_in("dialog .notice", why).await;
        let text = notice(&app.browser, "The image was not created").await;
        assert!(text.contains(status), "{status} in: {text}");
        assert_eq!(app.browser.value("name").await, name);
        assert_eq!(app.browser.value("version").await, "7.0.0");
    }
    let sent = app.requests("POST", "/jdoe/images");
    assert_eq!(sent.len(), refusals.len(), "each press is one request");
    app.close().await;
}

/// A server that failed on the way may have done it: that is never called refused, nor sent again.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_leaves_the_outcome_open_is_followed_not_repeated() {
    let app = App::open("images").await;
    let post = || Fault::on("POST", "*/jdoe/images*").times(1);
    let ends = [
        ("lost-on-the-way", post().dropped(), "Check now"),
        ("failed-inside", post().status(500, r#"{"code":"InternalError","message":"m"}"#), "Check now"),
        ("cut-off", post().status(502, "<html>Bad Gateway</html>").content_type("text/html"), "Check now"),
        // These two were carried out although no answer says so.
        ("takes-900s-and-is-lost", post().dropped().after(), "creating"),
        ("takes-900s-and-is-garbled", post().status(200, "{\"id\": ").after(), "creating"),
    ];
    for (at, (name, fault, seen)) in ends.into_iter().enumerate() {
        app.goto("images?source=us-east-1&action=create").await;
        fill_create(&app, name).await;
        app.world.add_fault(fault);
        app.browser.click("Create image").await;
        app.browser.gone("dialog[open]").await;
        app.browser.see(seen).await;
        app.browser.see(&format!("{} running", at + 1)).await;
        let sent = app
            .requests("POST", "/jdoe/images")
            .into_iter()
            .filter(|e| e.json_body()["name"] == name)
            .count();
        assert_eq!(sent, 1, "{name}");
    }
    app.close().await;
}
