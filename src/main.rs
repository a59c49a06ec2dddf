//! The console: a page and nothing else. `state` holds what is known, `pages` shows it.

mod app;
mod pages;
mod state;

/// Takes a kilobyte less of the first load than the allocator that comes with the language.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    image_console_platform::panic::install();
    image_console_core::lower::by(image_console_platform::text::lower);
    leptos::mount::mount_to_body(app::App);
}
