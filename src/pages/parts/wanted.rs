//! What can be wanted of a part, and which part has it.

use leptos::prelude::*;

use crate::pages::image_actions::{TableDialog, TableDialogProps};
use crate::pages::images::{FilterDialog, FilterDialogProps, Shown};
use crate::pages::shell::{Help, HelpProps, PaletteDialog, PaletteDialogProps};
use crate::pages::{activity, connections, image};
use crate::state::parts::{Coming, enter, entry};
use image_console_core::route::{ImagesAction, ImagesView};

/// A screen or a dialog that does not come with the first wasm.
#[derive(Clone)]
pub enum Wanted {
    /// The page of an image.
    Image { connection: String, id: String },
    /// The list of operations.
    Activity,
    /// One operation.
    Operation { id: String },
    /// A dialog over the table.
    Table { action: ImagesAction, view: ImagesView, on_close: Callback<()> },
    /// The connections and their keys.
    Connections,
    /// The filters that the server applies.
    Filters { shown: Shown, on_close: Callback<()> },
    /// The palette.
    Palette { on_close: Callback<()> },
    /// The list of keys.
    Help { on_close: Callback<()> },
}

impl Wanted {
    /// Whether it fills the place of a screen; otherwise it lies over one.
    pub fn is_screen(&self) -> bool {
        matches!(self, Self::Image { .. } | Self::Activity | Self::Operation { .. } | Self::Connections)
    }

    /// Loads the part that can draw it.
    pub fn load(&self) -> Coming<fn(Self) -> AnyView> {
        match self {
            Self::Image { .. } | Self::Activity | Self::Operation { .. } | Self::Table { .. } => enter!(work),
            Self::Connections | Self::Filters { .. } | Self::Palette { .. } | Self::Help { .. } => {
                enter!(setup)
            }
        }
    }
}

entry!(work, work, fn(Wanted) -> AnyView, draw_work);
entry!(setup, setup, fn(Wanted) -> AnyView, draw_setup);

fn draw_work(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::Image { connection, id } => image::ImagePage(image::ImagePageProps { connection, id }),
        Wanted::Activity => activity::ActivityPage(),
        Wanted::Operation { id } => activity::OperationPage(activity::OperationPageProps { id }),
        Wanted::Table { action, view, on_close } => TableDialog(TableDialogProps { action, view, on_close }),
        _ => ().into_any(),
    }
}

fn draw_setup(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::Connections => connections::ConnectionsPage(),
        Wanted::Filters { shown, on_close } => FilterDialog(FilterDialogProps { shown, on_close }),
        Wanted::Palette { on_close } => PaletteDialog(PaletteDialogProps { on_close }),
        Wanted::Help { on_close } => Help(HelpProps { on_close }),
        _ => ().into_any(),
    }
}
