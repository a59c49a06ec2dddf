//! Ways into a part of the console that is loaded when it is first needed, a wasm of its own:
//! functions that load it and give what is entered there.
//!
//! What the first screen reaches by another way stays in the first wasm. Without the feature `split`, as
//! under a bare `trunk serve`, all is there from the start.

use std::pin::Pin;

pub use leptos::wasm_split::SplitLoaderError;

/// What a part gives, or word that it could not be loaded.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// Declares a way into the part `$part`. What `$value` reaches, and the rest of the console does not, is
/// cut out of the first wasm.
macro_rules! entry {
    ($part:ident, $name:ident, $kind:ty, $value:expr) => {
        #[cfg_attr(
                    feature = "split",
                    leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)
                )]
        fn $name() -> Result<$kind, $crate::state::parts::SplitLoaderError> {
            Ok($value)
        }
    };
}

/// Goes into a part by a way that [`entry`] has declared.
macro_rules! enter {
    ($name:ident) => {{
        #[cfg(feature = "split")]
        let coming: $crate::state::parts::Coming<_> = Box::pin($name());
        #[cfg(not(feature = "split"))]
        let coming: $crate::state::parts::Coming<_> = Box::pin(std::future::ready($name()));
        coming
    }};
}

pub(crate) use {enter, entry};
