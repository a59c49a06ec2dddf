//! What a test of a connection found, below the connection, read out when it is there.

use image_console_core::ErrorKind;
use image_console_core::config::Kind;
use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::testing::{Report, Test, Tests};

/// The result of the last test.
#[component]
pub fn TestResult(
    /// The page's tests.
    tests: Tests,
    /// The connection's id.
    id: String,
) -> AnyView {
    let running = match tests.kind_of(&id) {
        Some(Kind::Marketplace) => "Testing: a call with the token…",
        Some(Kind::Oci) => "Testing: a call to each service, with the credentials…",
        _ => "Testing: a sign of life, then a call with the credentials…",
    };
    let test = Memo::new(move |_| tests.of(&id));
    let shown = move || match test.get() {
        None => ().into_any(),
        Some(Test::Running) => view! { <p class="muted">{running}</p> }.into_any(),
        Some(Test::Done(report, at)) => {
            let mut details = report.error.as_ref().map(error_details).unwrap_or_default();
            details.extend(report.details.iter().cloned());
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
    let tone = match &report.error {
        None => Tone::Ok,
        // Nothing is wrong with the connection: somebody has to sign in, or to choose a key.
        Some(error) if error.kind == ErrorKind::NotSigned => Tone::Warn,
        Some(_) => Tone::Bad,
    };
    let Report { headline, why, next, .. } = report.clone();
    view! { <Notice what=headline why next tone details /> }.into_any()
}
