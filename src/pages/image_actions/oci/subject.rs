//! What a dialog about one image of Oracle Cloud starts from.

use std::sync::Arc;

use image_console_core::Request;
use image_console_core::config::{Connection, Oci};
use image_console_upstream::oci::preview::Cli;
use leptos::prelude::*;
use serde_json::Value;

use crate::pages::image_actions::shared::{cli, preview_forms};
use crate::state::connections::{Connected, Connections};
use crate::state::image::LoadedOci;

/// The image, and on which connection it is acted upon.
#[derive(Clone)]
pub struct Subject {
    /// The connection.
    pub connected: Arc<Connected>,
    /// The image's OCID, as the address has it.
    pub id: String,
    /// The image as it was read last.
    pub loaded: Signal<Arc<LoadedOci>>,
    /// Closes the dialog.
    pub on_close: Callback<()>,
}

impl Subject {
    /// The connection as it was set up.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connected.connection
    }

    /// What it says about Oracle Cloud.
    #[must_use]
    pub fn oci(&self) -> Oci {
        self.connection().oci().cloned().unwrap_or_default()
    }

    /// `displayName`, or the id where there is none.
    #[must_use]
    pub fn label(&self) -> String {
        let name = self.loaded.with_untracked(|loaded| text(loaded, "displayName"));
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| self.id.clone())
    }

    /// A request in all its spellings; `command` makes it for the `oci` command line.
    #[must_use]
    pub fn forms(
        &self,
        connections: Connections,
        request: &Request,
        command: impl FnOnce(&Cli<'_>) -> String,
    ) -> Vec<(String, String)> {
        preview_forms(connections, &self.connected, request, command(&cli(&self.connected)))
    }
}

/// A text of the image as it came.
#[must_use]
pub fn text(loaded: &LoadedOci, field: &str) -> Option<String> {
    loaded.raw.get(field).and_then(Value::as_str).map(str::to_owned)
}

/// What keeps a request from doing what was not meant, in words.
#[must_use]
pub fn guarded(etag: Option<String>) -> String {
    match etag {
        Some(etag) => format!(
            "Sent only if the image is still as you see it (if-match {etag}), and under one retry token however often it has to be sent."
        ),
        None => "The service sent no etag, so this goes out without if-match: a change that somebody makes meanwhile will not be noticed. It has one retry token however often it has to be sent.".to_owned(),
    }
}
