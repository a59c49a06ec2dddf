//! Messages between the tabs of one browser.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::js::BrowserError;
use crate::listener::Listener;

/// A named channel; dropping it closes it.
#[must_use = "the channel is closed when this is dropped"]
pub struct Channel {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Channel {
    /// Opens the channel and calls back with each text that another tab posts.
    ///
    /// # Errors
    /// When the browser has no such channels, or blocks them with its storage.
    pub fn open(name: &str, callback: impl Fn(String) + 'static) -> Result<Self, BrowserError> {
        let channel = BroadcastChannel::new(name)?;
        let listener = Listener::new(Some(&channel), "message", move |event| {
            let text = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
            if let Some(text) = text {
                callback(text);
            }
        });
        Ok(Self { channel, _listener: listener })
    }

    /// Opens the channel only to know that another tab has posted something.
    ///
    /// # Errors
    /// The same as for [`Self::open`].
    pub fn watch(name: &str, callback: impl Fn() + 'static) -> Result<Self, BrowserError> {
        let channel = BroadcastChannel::new(name)?;
        let listener = Listener::new(Some(&channel), "message", move |_| callback());
        Ok(Self { channel, _listener: listener })
    }

    /// Posts a text to all other tabs.
    ///
    /// # Errors
    /// When the channel is closed.
    pub fn post(&self, text: &str) -> Result<(), BrowserError> {
        Ok(self.channel.post_message(&JsValue::from_str(text))?)
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
