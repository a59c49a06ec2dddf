//! Where rows will stand.

use crate::el::{El, el};
use leptos::prelude::*;

/// Grey lines in place of rows that are still on their way.
#[component]
pub fn Skeleton(
    /// How many.
    #[prop(optional, default = 8)]
    rows: usize,
) -> AnyView {
    skeleton(rows).into_any()
}

pub(crate) fn skeleton(rows: usize) -> El {
    el("div").class("skeleton").attr("aria-hidden", "true").all((0..rows).map(|_| el("span")))
}
