//! The last operation: how it stands, and following one that was started elsewhere.

use image_console_operation::{Event, Operation, Status};
use image_console_platform::{clock, random};
use image_console_ui::{Button, Card, Definition};
use image_console_upstream::cloud_foundry::model::ServiceInstance;
use image_console_upstream::cloud_foundry::operation::{Instance, found_last_operation};
use leptos::prelude::*;

use super::cards::time;
use super::page::Page;
use crate::pages::resource::field::{note, text, unknown};
use crate::state::operations::Operations;

/// The card.
pub fn card(page: Page, instance: &ServiceInstance) -> AnyView {
    let facts = match (instance.last_operation.wrong(), instance.operation()) {
        (Some(raw), _) => note(&format!("The API sent something else than documented: {raw}")),
        (None, None) => note("There was no operation yet, or the API does not say."),
        (None, Some(operation)) => {
            let mut facts = vec![
                text("type", &operation.type_),
                text("state", &operation.state),
                text("description", &operation.description),
                time("created_at", &operation.created_at),
                time("updated_at", &operation.updated_at),
            ];
            facts.extend(unknown(&operation.unknown));
            view! { <Definition>{facts}</Definition> }.into_any()
        }
    };
    let under_way = instance.operation().is_some_and(|operation| operation.is_under_way());
    let offer = under_way.then(|| {
        let followed =
            Memo::new(move |_| page.operations.with(|all| all.iter().any(|o| !o.status.is_ended())));
        let on_press = Callback::new(move |()| {
            follow_last(page);
        });
        let offer = move || {
            (!followed.get()).then(|| {
                view! {
                    {note("It is under way, and nothing here follows it.")}
                    <div class="pad">
                        <Button label="Follow until it has ended" on_press />
                    </div>
                }
                .into_any()
            })
        };
        offer.into_any()
    });
    view! { <Card title="Last operation">{facts} {offer}</Card> }.into_any()
}

/// Follows whatever the instance's latest operation is; the id of the operation that does so. One that
/// does already is not joined by another.
pub fn follow_last(page: Page) -> Option<String> {
    let running = |o: &&std::sync::Arc<Operation>| matches!(o.status, Status::Running { .. });
    if let Some(known) = page.operations.with_untracked(|all| all.iter().find(running).map(|o| o.id.clone()))
    {
        return Some(known);
    }
    let id = random::uuid_v4().ok()?;
    let (connection, guid, name) = untrack(|| (page.connection(), page.guid(), page.name()));
    let instance = Instance { guid: &guid, name: &name, last_operation: None };
    let operation = found_last_operation(&id, &connection, &instance, clock::now());
    let operations: Operations = page.all_operations;
    operations.tell(Event::Adopt(Box::new(operation)));
    Some(id)
}
