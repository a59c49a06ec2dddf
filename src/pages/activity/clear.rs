//! Taking everything that has ended off the list.

use image_console_core::format;
use image_console_operation::{Event, Status};
use leptos::prelude::*;

use super::confirm::Confirm;
use crate::state::operations::use_operations;

/// Asks and clears.
#[component]
pub fn ClearDialog(on_close: Callback<()>) -> AnyView {
    let operations = use_operations();
    let ended: Vec<(String, bool)> = operations.list.with_untracked(|list| {
        let ended = list.iter().filter(|o| o.status.is_ended());
        ended.map(|o| (o.id.clone(), matches!(o.status, Status::Unknown { .. }))).collect()
    });
    let unknown = ended.iter().filter(|(_, unknown)| *unknown).count() as u64;
    let title = format!("Remove {}?", format::plural(ended.len() as u64, "finished operation"));
    let warning = (unknown > 0).then(|| {
        let text = format!(
            "The outcome of {} is not known. Their records are the only note here of where to look.",
            format::count(unknown)
        );
        view! { <p>{text}</p> }
    });
    let on_yes = Callback::new(move |()| {
        for (id, _) in &ended {
            operations.tell(Event::Dismiss(id.clone()));
        }
        on_close.run(());
    });
    view! {
        <Confirm
            title
            lede="Their records, timelines and errors go from this browser. What they did stays done, and what is running stays."
            label="Remove"
            loses=true
            on_yes
            on_close
        >
            {warning}
            <p>"To keep a copy, close this and export the list as JSON first."</p>
        </Confirm>
    }
    .into_any()
}
