//! From the address to what is asked.

use image_console_core::FieldError;
use image_console_core::route::{Route, UploadsView};
use image_console_upstream::oracle_marketplace::Search;
use leptos::prelude::*;

use crate::state::connections::use_connections;
use crate::state::navigation::{Navigation, use_navigation};
use crate::state::uploads::search::UploadSearch;

/// What the parts of the page share. Copy: hand it to any of them.
#[derive(Clone, Copy)]
pub struct Shown {
    navigation: Navigation,
    /// What the address says.
    pub view: Memo<UploadsView>,
    /// What is sent.
    pub search: Memo<Search>,
    /// What of the address the API would refuse, and is therefore left out.
    pub refused: Memo<Vec<FieldError>>,
    /// What has been found.
    pub found: UploadSearch,
}

impl Shown {
    /// Begins to search for what the address says.
    pub fn open() -> Self {
        let navigation = use_navigation();
        let view = Memo::new(move |old: Option<&UploadsView>| {
            navigation.route.with(|route| match route {
                Route::Uploads(view) => view.clone(),
                _ => old.cloned().unwrap_or_default(),
            })
        });
        let parsed = Memo::new(move |_| view.with(parse));
        let search = Memo::new(move |_| parsed.with(|(search, _)| search.clone()));
        let chosen = Memo::new(move |_| view.with(|view| view.sources.clone()));
        Self {
            navigation,
            view,
            search,
            refused: Memo::new(move |_| parsed.with(|(_, errors)| errors.clone())),
            found: UploadSearch::open(use_connections(), search, chosen),
        }
    }

    /// Searches for something else: a committed choice, so Back leads to the search before.
    pub fn go(self, change: impl FnOnce(&mut Search)) {
        self.navigation.go(self.route(change));
    }

    /// The same while it is being typed.
    pub fn replace(self, change: impl FnOnce(&mut Search)) {
        self.navigation.replace(self.route(change));
    }

    /// Asks only these connections; all when there are none.
    pub fn choose(self, sources: Vec<String>) {
        let search = self.view.with_untracked(|view| view.search.clone());
        self.navigation.go(Route::Uploads(UploadsView { search, sources }));
    }

    fn route(self, change: impl FnOnce(&mut Search)) -> Route {
        let mut search = self.search.get_untracked();
        change(&mut search);
        let search = search.pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Route::Uploads(UploadsView { search, sources: self.view.with_untracked(|view| view.sources.clone()) })
    }
}

fn parse(view: &UploadsView) -> (Search, Vec<FieldError>) {
    Search::parse(view.search.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}
