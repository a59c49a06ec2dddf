//! The engine, as what is not in its part knows it: something that is kept.

use image_console_operation::Engine;

use super::tabs::Tabs;

/// Keeps an engine without naming it, so that the first wasm need not know how one is taken down.
pub trait Machine {
    /// The engine.
    fn engine(&mut self) -> &mut Engine;
    /// This tab among the others.
    fn tabs(&mut self) -> &mut Tabs;
}

/// The engine at work in one tab.
pub struct Running {
    /// The engine.
    pub engine: Engine,
    /// This tab among the others.
    pub tabs: Tabs,
}

impl Machine for Running {
    fn engine(&mut self) -> &mut Engine {
        &mut self.engine
    }

    fn tabs(&mut self) -> &mut Tabs {
        &mut self.tabs
    }
}
