//! Ways into a part: functions that load it and give what is entered there.

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
        fn $name() -> Result<$kind, $crate::pages::parts::SplitLoaderError> {
            Ok($value)
        }
    };
}

/// Goes into a part by a way that [`entry`] has declared.
macro_rules! enter {
    ($name:ident) => {{
        #[cfg(feature = "split")]
        let coming: $crate::pages::parts::Coming<_> = Box::pin($name());
        #[cfg(not(feature = "split"))]
        let coming: $crate::pages::parts::Coming<_> = Box::pin(std::future::ready($name()));
        coming
    }};
}

pub(crate) use {enter, entry};
