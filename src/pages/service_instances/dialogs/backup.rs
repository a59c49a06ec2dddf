//! Create a backup (cloud-foundry-v3.md §4.1): nothing to fill in, so only the request is shown.

use image_console_core::config::Kind as Api;
use image_console_platform::clock;
use image_console_ui::{Notice, Tone};
use image_console_upstream::cloud_foundry::operation::{Instance, Start};
use image_console_upstream::cloud_foundry::requests::create_backup;
use image_console_upstream::cloud_foundry::rules::Action;
use leptos::prelude::*;

use super::{busy, close, go_to_operation, preview};
use crate::pages::explanations::Whose;
use crate::pages::image_actions::shared::{FormDialog, Submission};
use crate::pages::service_instances::instance::Page;
use crate::state::navigation::use_navigation;

/// The dialog.
pub fn dialog(page: Page) -> AnyView {
    let navigation = use_navigation();
    let submission = Submission::new(go_to_operation(navigation));
    let refusal = submission.refusal();
    let reason = Signal::derive(move || page.reason(Action::CreateServiceInstanceBackup));
    let on_submit = Callback::new(move |()| {
        let Some(loaded) = page.instance.get_untracked() else { return };
        let (id, connection) = (submission.id(), page.connection());
        let start = Start { id, connection: &connection, api: &loaded.api, at: clock::now() };
        let (operation, request) = start.create_backup(&Instance::from(&loaded.instance));
        submission.send(operation, request);
    });
    let forms = Signal::derive(move || preview::forms(page, &create_backup(&page.guid())));
    let busy = submission.busy();
    let not_allowed = move || {
        let why = reason.get();
        (!why.is_empty() && !busy.get()).then(|| {
            view! { <Notice what="This is not possible with this instance" why tone=Tone::Warn /> }.into_any()
        })
    };
    let title = Signal::derive(move || format!("Create a backup of {}", page.name()));
    view! {
        <FormDialog
            title
            lede="The service's broker makes it; the instance goes on meanwhile as its service allows. It appears in the list of backups when the job is COMPLETE."
            verb="Create backup"
            wide=false
            dirty=false
            busy
            refusal
            failed="The backup was not started"
            whose=Whose::Api(Api::CloudFoundry)
            after=move || busy::offer(page, refusal)
            reason
            forms
            on_close=close(page, navigation)
            on_submit
        >
            {not_allowed}
        </FormDialog>
    }
    .into_any()
}
