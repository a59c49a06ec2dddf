//! The page of an image.

use serde_json::json;

use super::look;
use crate::fault_support::{own_image, table};

const OK: &str = "0f0f0f0f-0000-4000-8000-0000000000d1";
const FAILED: &str = "0f0f0f0f-0000-4000-8000-0000000000d2";

#[tokio::test(flavor = "multi_thread")]
async fn images_that_are_well_failed_odd_and_not_there() {
    let app = table().await;
    app.browser.click("my-image").await;
    app.browser.see("Request-Id").await;
    look(&app, "image").await;

    let mut failed = own_image(FAILED, "did-not-work");
    failed["state"] = json!("failed");
    failed["error"] = json!({ "code": "VmHasNoOrigin", "message": "no origin" });
    app.world.with_world(|w| w.triton().put_image("us-east-1", failed)).expect("an image");
    app.goto(&format!("images/us-east-1/{FAILED}")).await;
    app.browser.see("The image failed: VmHasNoOrigin").await;
    look(&app, "image-failed").await;

    let mut odd = own_image(OK, "odd-fields");
    odd["homepage"] = json!(["https://example.com"]);
    odd["invented"] = json!({ "by": "nobody" });
    app.world.with_world(|w| w.triton().put_image("us-east-1", odd)).expect("an image");
    app.goto(&format!("images/us-east-1/{OK}")).await;
    app.browser.see("1 field did not come as documented").await;
    look(&app, "image-odd").await;

    app.goto("images/us-east-1/0f0f0f0f-0000-4000-8000-00000000dead").await;
    app.browser.see("us-east-1 has no image").await;
    look(&app, "image-gone").await;
    app.close().await;
}
