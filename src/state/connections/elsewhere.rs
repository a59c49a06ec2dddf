//! Connections that were added in another tab.

use std::sync::Arc;

use image_console_platform::store::{self, Store};
use leptos::prelude::*;

use super::{Connected, Connections, Stored};

impl Connections {
    /// Takes those that are stored and not known here yet.
    pub async fn read_more(self) {
        for (id, text) in store::all(Store::Connections).await.unwrap_or_default() {
            let Ok(Stored { connection, key }) = Stored::read(&text) else { continue };
            if self.peek(&id).is_none() {
                let new = Connected { connection, own: true, key, session: None, signed_in: None };
                let _ = self.list.try_update(|list| Arc::make_mut(list).push(Arc::new(new)));
            }
        }
    }
}
