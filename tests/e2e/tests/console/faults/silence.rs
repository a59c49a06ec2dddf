//! Answers that do not come, or not to their end: Cancel is offered, a time-out says so.

use image_console_e2e::{App, page_clock};
use image_console_emulator::Fault;
use serde_json::json;

use crate::fault_support::{EU, US_LIST, notice, own_image, press_in, table, whole};

const TROUBLE: &str = "us-east-1: the images could not be listed";
const ID: &str = "0f0f0f0f-0000-4000-8000-0000000000a2";

#[tokio::test(flavor = "multi_thread")]
async fn the_first_rows_stand_before_the_download_ends() {
    let app = App::open("connections").await;
    app.browser.see("Connections").await;
    app.world.add_fault(Fault::on("GET", US_LIST).hold_after_bytes(80_000));
    app.browser.click("Images").await;
    app.browser.see(EU).await;
    let far = app
        .browser
        .wait_for(
            "rows so far",
            "return document.body.innerText.match(/us-east-1: (\\d+) of \\d+ so far/)?.[1]",
            vec![],
        )
        .await;
    let far: u32 = far.as_str().and_then(|n| n.parse().ok()).expect("a number");
    assert!((1..226).contains(&far), "{far} so far");
    app.browser.see("us-east-1: ").await;
    let script = "const bar = document.querySelector('.arriving progress'); return bar && bar.max > bar.value && bar.value > 0";
    app.browser.wait_for("a progress bar between nothing and all", script, vec![]).await;
    let drawn = app.browser.script("return [...document.querySelectorAll('tbody tr')].filter(r => r.innerText.includes('us-east-1')).length", vec![]).await;
    assert!(drawn.as_u64().unwrap_or_default() > 0, "rows of the list that is still arriving are drawn");
    app.world.clear_faults();
    whole(&app).await;
    app.browser.gone(".arriving").await;
    assert_eq!(app.requests("GET", "/jdoe/images").len(), 2, "nothing was asked twice");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn old_rows_stay_during_a_refresh_and_then_give_way() {
    let app = table().await;
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "made-meanwhile")))
        .expect("an image");
    app.world.add_fault(Fault::on("GET", US_LIST).hold_after_bytes(50_000));
    app.browser.click("Refresh").await;
    app.browser.see("us-east-1: 226 of 226 so far").await;
    app.browser.see_in(".arriving", "us-east-1:").await;
    app.world.clear_faults();
    app.browser.see("us-east-1: 227 of 227").await;
    app.browser.see_gone("so far").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_hangs_can_be_cancelled_and_asked_again() {
    let app = App::open("connections").await;
    app.browser.see("Connections").await;
    app.world.add_fault(Fault::on("GET", US_LIST).hang());
    app.browser.click("Images").await;
    app.browser.see(EU).await;
    press_in(&app.browser, ".arriving", "Cancel").await;
    let text = notice(&app.browser, TROUBLE).await;
    assert!(text.contains("The request was given up from here"), "{text}");
    app.browser.gone(".arriving").await;
    app.world.clear_faults();
    press_in(&app.browser, ".notice.bad", "Retry").await;
    whole(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_hangs_times_out_after_thirty_seconds_of_silence() {
    let app = table().await;
    page_clock::install(&app.browser).await;
    app.goto("images").await;
    whole(&app).await;
    app.world.add_fault(Fault::on("GET", US_LIST).hang());
    app.browser.click("Refresh").await;
    app.browser.see_in(".arriving", "us-east-1: 0 images received").await;
    app.browser.see("updated").await;
    page_clock::advance(&app.browser, 29_000).await;
    app.browser.see_in(".arriving", "us-east-1: 0 images received").await;
    page_clock::advance(&app.browser, 2_000).await;
    let text = notice(&app.browser, TROUBLE).await;
    assert!(
        text.contains("No answer came within 30 seconds") && text.contains("226 rows from before stay"),
        "{text}"
    );
    app.world.clear_faults();
    press_in(&app.browser, ".notice.bad", "Retry").await;
    whole(&app).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_hangs_can_be_cancelled_and_read_again() {
    let app = table().await;
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "slow-image")))
        .expect("an image");
    app.world.add_fault(Fault::on("GET", &format!("*/images/{ID}")).hang());
    app.goto(&format!("images/us-east-1/{ID}")).await;
    app.browser.see("The image is being read.").await;
    app.browser.click("Cancel").await;
    app.browser.see("The image was not read").await;
    app.world.clear_faults();
    app.browser.click("Read it").await;
    app.browser.see("slow-image").await;
    app.browser.see_gone("The image was not read").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_hangs_times_out() {
    let app = table().await;
    page_clock::install(&app.browser).await;
    app.world.add_fault(Fault::on("GET", &format!("*/images/{ID}")).hang());
    app.goto(&format!("images/us-east-1/{ID}")).await;
    app.browser.see("The image is being read.").await;
    page_clock::advance(&app.browser, 30_500).await;
    let text = notice(&app.browser, "us-east-1: the image could not be read").await;
    assert!(text.contains("No answer came within 30 seconds"), "{text}");
    app.world.clear_faults();
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "late-image")))
        .expect("an image");
    press_in(&app.browser, ".notice.bad", "Retry").await;
    app.browser.see("late-image").await;
    let asked = app.requests("GET", &format!("/images/{ID}"));
    assert_eq!(asked.iter().map(|e| json!(e.status)).collect::<Vec<_>>(), [json!(0), json!(200)]);
    app.close().await;
}
