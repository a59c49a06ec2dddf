//! The request as it was sent, without credentials.

use image_console_operation::StoredRequest;
use image_console_ui::{Card, CopyButton};
use leptos::prelude::*;

use super::Record;
use crate::pages::activity::job::read;

/// The card.
pub fn card(record: Record) -> AnyView {
    // A request never changes once it is stored.
    let Some(request) = read(record, |o| o.request.clone()) else {
        return view! {
            <Card title="Request">
                <p>
                    "It was not started here: this browser only follows it. So there is no request to show."
                </p>
            </Card>
        }
        .into_any();
    };
    let text = text_of(&request);
    let service = (!request.service.is_empty()).then(|| {
        view! { <p class="card-note">"Service: " {request.service.clone()}</p> }
    });
    let masked = request.masked.then(|| {
        view! {
            <p class="card-note">
                "Something secret was left out (•••), so it can be shown but not sent again."
            </p>
        }
    });
    let copied = text.clone();
    let copy = move || {
        let text = copied.clone();
        view! { <CopyButton text label="Copy request" icon_only=true /> }.into_any()
    };
    view! {
        <Card title="Request" actions=copy>
            <div class="pad">
                <pre tabindex="0" role="region" aria-label="The request as it was sent">{text}</pre>
            </div>
            <p class="card-note">"Authentication is added just before sending and never stored."</p>
            {service}
            {masked}
        </Card>
    }
    .into_any()
}

fn text_of(request: &StoredRequest) -> String {
    let mut text = format!("{} {}", request.method, request.target);
    for (name, value) in &request.headers {
        text.push_str(&format!("\n{name}: {value}"));
    }
    if let Some(body) = &request.body {
        text.push_str("\n\n");
        text.push_str(body);
    }
    text
}
