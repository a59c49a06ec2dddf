//! What errors mean, in plain words: a part of its own, because most visits see none.

use image_console_core::ApiError;
use image_console_upstream::triton_cloudapi::explain;

use crate::state::parts::{enter, entry};

/// Why, and what to do next.
type Words = (String, String);

entry!(explanations, explain_error, fn(&ApiError) -> Words, |error| {
    let explanation = explain::explain(error);
    (explanation.why, explanation.next)
});

/// What an error means; nothing when the part that knows cannot be loaded, which is then the same trouble.
pub async fn of(error: ApiError) -> Option<Words> {
    let explain = enter!(explain_error).await.ok()?;
    Some(explain(&error))
}
