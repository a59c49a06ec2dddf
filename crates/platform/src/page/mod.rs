//! The page around the console: address, title, theme, keys, files, clipboard.

pub mod clipboard;
pub mod dialogs;
pub mod download;
pub mod files;
pub mod history;
pub mod keyboard;
pub mod links;
pub mod notification;
pub mod panic;
pub mod text;
pub mod theme;
pub mod title;
pub mod visibility;
