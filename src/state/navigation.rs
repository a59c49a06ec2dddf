//! Where the user is. The address bar is the only source of truth; this mirrors it in signals.
//!
//! No router library: the whole of it is one typed [`Route`], and two consoles on one page must
//! not fight over the address bar.

use image_console_core::route::Route;
use image_console_platform::{dialogs, history, links};
use leptos::prelude::*;

/// The present place, and how to go elsewhere.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The present place.
    pub route: RwSignal<Route>,
    /// Parameters of the address that were not understood.
    pub dropped: RwSignal<Vec<String>>,
}

impl Navigation {
    /// Reads the address bar and follows links, Back and Forward as long as the owner lives.
    #[must_use]
    pub fn start() -> Self {
        let (route, dropped) = Route::parse(&history::current());
        let navigation = Self { route: RwSignal::new(route), dropped: RwSignal::new(dropped) };
        let on_link = links::on_route(move |address| {
            let (route, dropped) = Route::parse(&address);
            navigation.go(route);
            let _ = navigation.dropped.try_set(dropped);
        });
        let on_back = history::on_popstate(move |address| navigation.read(&address));
        let listeners = StoredValue::new_local((on_link, on_back));
        on_cleanup(move || listeners.dispose());
        navigation
    }

    fn read(self, address: &str) {
        // Back would take a dialog away with all that was typed into it: it asks first, as Esc does, and
        // the address stays that of the dialog.
        let present = self.route.try_with_untracked(Route::print).unwrap_or_default();
        if present != address && dialogs::ask_to_leave() {
            let _ = history::push(&present);
            return;
        }
        let (route, dropped) = Route::parse(address);
        let _ = self.dropped.try_set(dropped);
        let _ = self.route.try_set(route);
    }

    /// A committed choice: Back returns to where the user was.
    pub fn go(self, route: Route) {
        self.change(route, true);
    }

    /// A choice in the making, such as typing: no step for Back.
    pub fn replace(self, route: Route) {
        self.change(route, false);
    }

    fn change(self, route: Route, push: bool) {
        if self.route.try_with_untracked(|now| *now == route) != Some(false) {
            return;
        }
        let address = route.print();
        // A browser refuses more than some hundred changes a minute; the page itself still follows.
        let _ = if push { history::push(&address) } else { history::replace(&address) };
        let _ = self.dropped.try_set(Vec::new());
        let _ = self.route.try_set(route);
    }
}

/// A link's `href`, relative to the page's base.
#[must_use]
pub fn href(route: &Route) -> String {
    history::href(&route.print())
}

/// The navigation of this console.
#[must_use]
pub fn use_navigation() -> Navigation {
    expect_context()
}
