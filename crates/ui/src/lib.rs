//! The component kit: what every screen is made of, and no upstream's name.
//!
//! May depend on `core` (form fields, number formats) and on Leptos. Reaches for the DOM only where
//! a component needs it: focus, `<dialog>`, and the table's pool of rows. No timers, no storage, no
//! network: what leaves a component leaves through a [`Callback`](leptos::prelude::Callback).
//!
//! Components take `Signal<String>` and `Callback` rather than generic closures, so that each one
//! is compiled once and not once per use; an empty string stands for "not given".

pub mod button;
pub mod choice;
pub mod dialog;
pub mod dom;
pub mod editor;
pub mod el;
pub mod field;
pub mod icon;
pub mod live;
pub mod nav;
pub mod picker;
pub mod shell;
pub mod show;
pub mod table;

pub use button::{Button, Copier, CopyButton, CopyRequest, Kind, LinkButton};
pub use choice::Choice;
pub use dialog::Dialog;
pub use icon::{Glyph, Icon};
pub use live::{LiveRegion, Toast, Toasts};
pub use picker::Picker;
pub use show::{
    Badge, Card, Definition, Empty, Fact, Notice, Progress, Skeleton, SourceTag, Status, Tag, Tone,
};
