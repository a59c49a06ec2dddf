//! The actions on images: a file or folder per dialog, and what they share.

mod action_dialog;
mod clone_image;
mod create;
mod delete;
mod export;
mod image_dialogs;
mod import;
mod oci;
pub mod shared;
mod subject;
mod table_dialogs;
mod update;

pub use image_dialogs::ImageDialogs;
pub use oci::OciImageDialogs;
pub use table_dialogs::{TableDialog, TableDialogProps, TableDialogs};
