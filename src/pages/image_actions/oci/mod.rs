//! The dialogs about one image of Oracle Cloud: ExportImage and RestoreContainerImage. Both are
//! safe writes: sent only if the image is as the user saw it (`if-match`), and under a retry token
//! by which the service recognises a repetition.

mod dialogs;
mod export;
mod frame;
mod intent;
mod restore;
mod stale;
mod subject;
mod waiting;

pub use dialogs::OciImageDialogs;
