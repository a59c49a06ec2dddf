//! The icon set: one stroke weight, drawn on 16 by 16, in the colour of the text around it.

use crate::el::{El, svg};
use leptos::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Glyph {
    Activity,
    Add,
    Check,
    Close,
    Columns,
    Copy,
    Database,
    Download,
    Help,
    Image,
    Key,
    Link,
    Menu,
    Moon,
    More,
    Refresh,
    Search,
    Server,
    Sun,
    System,
    Trash,
    Upload,
    Warning,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Activity => "M1.5 8h3l2-5 3 10 2-5h3",
            Self::Add => "M8 3v10M3 8h10",
            Self::Check => "M3 8.5 6.5 12 13 4.5",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Columns => "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
            Self::Copy => "M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6",
            Self::Database => {
                "M2.5 4c0-1.3 2.5-2 5.5-2s5.5.7 5.5 2-2.5 2-5.5 2-5.5-.7-5.5-2v8c0 1.3 2.5 2 5.5 2s5.5-.7 5.5-2V4M2.5 8c0 1.3 2.5 2 5.5 2s5.5-.7 5.5-2"
            }
            Self::Download => "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10",
            Self::Help => {
                "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.3 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.9.6-.9 1.2M8 11.4h.01"
            }
            Self::Image => "M8 1.8 14 5v6l-6 3.2L2 11V5zM2 5l6 3.2L14 5M8 8.2v6",
            Self::Key => "M5 14a3 3 0 1 1 0-6 3 3 0 0 1 0 6zM7.2 8.8l6.3-6.3M11 5l2 2",
            Self::Link => "M6 3H3v10h10v-3M9 2.5h4.5V7M13 3 7.5 8.5",
            Self::Menu => "M2.5 4h11M2.5 8h11M2.5 12h11",
            Self::Moon => "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
            Self::More => "M3 7.5v1M8 7.5v1M13 7.5v1M2.8 8h.4M7.8 8h.4M12.8 8h.4",
            Self::Refresh => "M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3",
            Self::Search => "M7 12A5 5 0 1 1 7 2a5 5 0 0 1 0 10zM10.7 10.7 14 14",
            Self::Server => "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.01M5 11h.01",
            Self::Sun => {
                "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"
            }
            Self::System => "M2 3h12v8H2zM5.5 13.5h5",
            Self::Trash => "M2.5 4.5h11M6 4V2.5h4V4M4 4.5l.7 9h6.6l.7-9",
            Self::Upload => "M8 11V3M4.5 6 8 2.5 11.5 6M3 13.5h10",
            Self::Warning => "M8 2.2 14.5 13.5h-13zM8 6.5v3.5M8 11.8h.01",
        }
    }
}

pub(crate) fn icon(glyph: Glyph) -> El {
    svg("svg")
        .attrs(&[("class", "icon"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")])
        .child(svg("path").attr("d", glyph.path()))
}

/// An icon beside a text; it says nothing to a screen reader.
#[component]
pub fn Icon(
    /// What it shows.
    glyph: Glyph,
) -> AnyView {
    icon(glyph).into_any()
}
