//! What can be wanted of a part, and which part has it.

use leptos::prelude::*;

use crate::pages::config_problem::{ConfigProblem, ConfigProblemProps};
use crate::pages::image_actions::{TableDialog, TableDialogProps};
use crate::pages::images::{FilterDialog, FilterDialogProps, Shown};
use crate::pages::shell::{Help, HelpProps, PaletteDialog, PaletteDialogProps};
use crate::pages::sign_in::{SignIn, SignInProps};
use crate::pages::{activity, connections, image, service_instances, uploads};
use crate::state::parts::{Coming, enter, entry};
use image_console_core::config::Fault;
use image_console_core::route::{FollowView, ImagesAction, ImagesView};

/// A screen or a dialog that does not come with the first wasm.
#[derive(Clone)]
pub enum Wanted {
    /// The page of an image.
    Image { connection: String, id: String },
    /// The search for uploads.
    Uploads,
    /// One upload.
    Upload { connection: String, id: String },
    /// The table of service instances.
    ServiceInstances,
    /// One service instance.
    ServiceInstance { connection: String, guid: String },
    /// The list of operations.
    Activity,
    /// A job that was started elsewhere.
    Follow(FollowView),
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
    /// Signing in on a connection.
    SignIn { connection: String, on_close: Callback<()> },
    /// What is wrong with the configuration.
    ConfigProblem { faults: Vec<Fault>, usable: usize, on_retry: Callback<()>, on_continue: Callback<()> },
    /// The list of keys.
    Help { on_close: Callback<()> },
}

impl Wanted {
    /// Whether it fills the place of a screen; otherwise it lies over one.
    pub fn is_screen(&self) -> bool {
        matches!(
            self,
            Self::Image { .. }
                | Self::Uploads
                | Self::Upload { .. }
                | Self::ServiceInstances
                | Self::ServiceInstance { .. }
                | Self::Activity
                | Self::Follow(_)
                | Self::Operation { .. }
                | Self::Connections
        )
    }

    /// Loads the part that can draw it.
    pub fn load(&self) -> Coming<fn(Self) -> AnyView> {
        match self {
            Self::Image { .. }
            | Self::Activity
            | Self::Follow(_)
            | Self::Operation { .. }
            | Self::Table { .. } => enter!(work),
            Self::Uploads | Self::Upload { .. } => enter!(uploads),
            Self::ServiceInstances | Self::ServiceInstance { .. } => enter!(foundry),
            Self::Connections
            | Self::Filters { .. }
            | Self::Palette { .. }
            | Self::SignIn { .. }
            | Self::ConfigProblem { .. }
            | Self::Help { .. } => enter!(setup),
        }
    }
}

entry!(work, work, fn(Wanted) -> AnyView, draw_work);
entry!(uploads, uploads, fn(Wanted) -> AnyView, draw_uploads);
entry!(foundry, foundry, fn(Wanted) -> AnyView, draw_foundry);
entry!(setup, setup, fn(Wanted) -> AnyView, draw_setup);

fn draw_work(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::Image { connection, id } => image::ImagePage(image::ImagePageProps { connection, id }),
        Wanted::Activity => activity::ActivityPage(),
        Wanted::Follow(view) => activity::follow_page(view),
        Wanted::Operation { id } => activity::OperationPage(activity::OperationPageProps { id }),
        Wanted::Table { action, view, on_close } => TableDialog(TableDialogProps { action, view, on_close }),
        _ => ().into_any(),
    }
}

fn draw_uploads(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::Uploads => uploads::UploadsPage(),
        Wanted::Upload { connection, id } => uploads::UploadPage(uploads::UploadPageProps { connection, id }),
        _ => ().into_any(),
    }
}

fn draw_foundry(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::ServiceInstances => service_instances::ServiceInstancesPage(),
        Wanted::ServiceInstance { connection, guid } => {
            service_instances::InstancePage(service_instances::InstancePageProps { connection, guid })
        }
        _ => ().into_any(),
    }
}

fn draw_setup(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::Connections => connections::ConnectionsPage(),
        Wanted::Filters { shown, on_close } => FilterDialog(FilterDialogProps { shown, on_close }),
        Wanted::Palette { on_close } => PaletteDialog(PaletteDialogProps { on_close }),
        Wanted::SignIn { connection, on_close } => SignIn(SignInProps { connection, on_close }),
        Wanted::ConfigProblem { faults, usable, on_retry, on_continue } => {
            ConfigProblem(ConfigProblemProps { faults, usable, on_retry, on_continue })
        }
        Wanted::Help { on_close } => Help(HelpProps { on_close }),
        _ => ().into_any(),
    }
}
