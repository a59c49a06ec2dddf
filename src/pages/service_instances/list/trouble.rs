//! The connections that could not be listed. What had arrived of them stays.

use image_console_core::config::Kind;
use image_console_core::format;
use leptos::prelude::*;

use super::Shown;
use crate::pages::explanations::Whose;
use crate::pages::sign_in::unheard;
use crate::state::foundry::list::Source;

/// One notice for each connection that is not heard.
pub fn notices(shown: Shown) -> AnyView {
    let said = move |source: Source| {
        let kept = source.query.value.with_untracked(|l| l.as_ref().map_or(0, |l| l.rows.len()));
        let kept = match kept {
            0 => String::new(),
            some => format!("; {} stay", format::plural(some as u64, "row")),
        };
        format!("the service instances could not be listed{kept}")
    };
    let again = move |source| shown.lists.go_on(source);
    unheard(shown.lists.sources, Whose::Api(Kind::CloudFoundry), said, again)
}
