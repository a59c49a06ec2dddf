//! The engine, as what is not in its part knows it: something that is kept.

use image_console_operation::Engine;

/// Keeps an engine without naming it, so that the first wasm need not know how one is taken down.
pub trait Machine {
    /// The engine.
    fn engine(&mut self) -> &mut Engine;
}

impl Machine for Engine {
    fn engine(&mut self) -> &mut Engine {
        self
    }
}
