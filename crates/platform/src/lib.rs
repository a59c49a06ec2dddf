//! The only code that touches the browser: requests, clocks, keys, storage and the page.
//!
//! May depend on `core`, `sign` and the bindings to the browser; no view and no upstream is known
//! here. Nothing in here panics: each exception of JavaScript becomes an error value, and each
//! listener, timer and request ends with its owner.

mod js;
mod keys;
mod listener;
mod net;
mod page;
pub mod random;
mod storage;
mod tabs;
mod time;

pub use js::BrowserError;
#[cfg(feature = "key-import")]
pub use keys::key_import;
pub use keys::{crypto, keystore, signer};
pub use listener::Listener;
pub use net::abort::{AbortHandle, AbortOnDrop};
pub use net::call::Call;
pub use net::{abort, address, body, call, config_file, fetch, stream};
pub use page::{
    clipboard, dialogs, download, files, history, keyboard, links, notification, panic, text, theme, title,
    visibility,
};
pub use storage::error::{StorageError, StorageProblem};
pub use storage::{response_cache, store};
pub use tabs::{channel, leader};
pub use time::{clock, slice, timer};
