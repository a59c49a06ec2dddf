//! What a test of a connection found, below the connection, read out when it is there.

use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use image_console_upstream::triton_cloudapi::connection_test::Report;
use leptos::prelude::*;

use super::testing::{Test, Tests};

/// The result of the last test.
#[component]
pub fn TestResult(
    /// The page's tests.
    tests: Tests,
    /// The connection's id.
    id: String,
) -> AnyView {
    let test = Memo::new(move |_| tests.of(&id));
    let shown = move || match test.get() {
        None => ().into_any(),
        Some(Test::Running) => {
            view! { <p class="muted">"Testing: a sign of life, then a call with the credentials…"</p> }
                .into_any()
        }
        Some(Test::Done(report, at)) => {
            let mut details = report.error.as_ref().map(error_details).unwrap_or_default();
            details.push(("Tested".to_owned(), at.day_and_time()));
            notice(&report, details)
        }
    };
    view! {
        <div class="test-result" aria-live="polite" aria-busy=move || (test.get() == Some(Test::Running)).then_some("true")>
            {shown}
        </div>
    }
    .into_any()
}

fn notice(report: &Report, details: Vec<(String, String)>) -> AnyView {
    let (why, next) = report.explanation.clone().map(|e| (e.why, e.next)).unwrap_or_default();
    let tone = if report.error.is_none() { Tone::Ok } else { Tone::Bad };
    view! { <Notice what=report.headline.clone() why next tone details /> }.into_any()
}
