//! What a dialog about one image starts from.

use std::sync::Arc;

use image_console_core::Request;
use image_console_core::config::Connection;
use image_console_core::route::{ImageAction, Route};
use image_console_operation::Operation;
use image_console_platform::clock;
use image_console_upstream::triton_cloudapi::Caller;
use image_console_upstream::triton_cloudapi::operation::{Source, Start};
use image_console_upstream::triton_cloudapi::preview::Cli;
use leptos::prelude::*;

use super::shared::preview_forms;
use crate::state::connections::{Connected, Connections};
use crate::state::image::LoadedImage;

/// The image, and as whom it is acted upon.
#[derive(Clone)]
pub struct Subject {
    /// The connection.
    pub connected: Arc<Connected>,
    /// The image's id, as the address has it.
    pub id: String,
    /// The image as it was read last.
    pub loaded: Signal<Arc<LoadedImage>>,
    /// Closes the dialog.
    pub on_close: Callback<()>,
}

/// Makes an operation and its request.
pub type Build<'a> = &'a dyn Fn(&Start<'_>, &Source<'_>) -> (Operation, Request);

impl Subject {
    /// The connection as it was set up.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connected.connection
    }

    /// As whom the requests go out.
    #[must_use]
    pub fn caller(&self) -> Caller {
        Caller::from(self.connection())
    }

    /// The image as it is known at this moment.
    #[must_use]
    pub fn now(&self) -> Arc<LoadedImage> {
        self.loaded.get_untracked()
    }

    /// Name and version, or the id where there is no name.
    #[must_use]
    pub fn label(&self) -> String {
        let now = self.now();
        let name = now.image.name.text().unwrap_or_default();
        let version = now.image.version.text().unwrap_or_default();
        if name.trim().is_empty() {
            self.id.clone()
        } else {
            format!("{name} {version}").trim_end().to_owned()
        }
    }

    /// Where the image is shown, with or without a dialog.
    #[must_use]
    pub fn route(&self, action: Option<ImageAction>) -> Route {
        Route::Image { connection: self.connection().id.clone(), id: self.id.clone(), action }
    }

    /// The command line for this connection.
    #[must_use]
    pub fn cli(&self) -> Cli<'_> {
        Cli { connection: &self.connection().name }
    }

    /// A request in all its spellings.
    #[must_use]
    pub fn forms(
        &self,
        connections: Connections,
        request: &Request,
        command: String,
    ) -> Vec<(String, String)> {
        preview_forms(connections, &self.connected, request, command)
    }

    /// An operation on this image under that id.
    #[must_use]
    pub fn start(&self, id: String, build: Build<'_>) -> (Operation, Request) {
        let (now, caller) = (self.now(), self.caller());
        let start = Start { id, connection: &self.connection().id, caller: &caller, at: clock::now() };
        let source = Source {
            id: &self.id,
            name: now.image.name.text().unwrap_or_default(),
            version: now.image.version.text().unwrap_or_default(),
        };
        build(&start, &source)
    }
}
