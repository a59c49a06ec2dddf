//! Which connection a dialog over the table is about.

use image_console_core::config::Kind;
use image_console_core::route::ImagesView;
use image_console_ui::Choice;
use leptos::prelude::*;

use crate::state::connections::Connections;

/// The Triton connections, with subscription; one that cannot sign is not to be chosen.
#[must_use]
pub fn connection_choices(connections: Connections) -> Vec<Choice> {
    connections.list.with(|list| {
        let triton = list.iter().filter(|c| c.connection.kind() == Kind::Triton);
        let choice = triton.map(|c| {
            let choice = Choice::new(&c.connection.id, &c.connection.name);
            if c.lacks_credentials() {
                choice.because("No key is chosen for it in this browser.")
            } else {
                choice
            }
        });
        choice.collect()
    })
}

/// What an address says a dialog starts from (`from=`): a connection, a resource, or both as
/// `connection/resource`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DialogStart {
    /// The connection's id.
    pub connection: Option<String>,
    /// The id of a machine or an image.
    pub resource: Option<String>,
}

impl DialogStart {
    /// Reads it. A word alone is a connection where there is one of that id.
    #[must_use]
    pub fn of(view: &ImagesView, choices: &[Choice]) -> Self {
        let known = |id: &str| choices.iter().any(|choice| choice.id == id);
        let owned = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        match view.from.as_deref() {
            None => Self::default(),
            Some(from) => match from.split_once('/') {
                Some((connection, resource)) => {
                    Self { connection: owned(connection).filter(|c| known(c)), resource: owned(resource) }
                }
                None if known(from) => Self { connection: owned(from), resource: None },
                None => Self { connection: None, resource: owned(from) },
            },
        }
    }
}

/// The connection a dialog begins with: the one that was meant, else the one the table is narrowed
/// to, else the only one; empty when it has to be chosen.
#[must_use]
pub fn first_choice(choices: &[Choice], meant: Option<&str>, view: &ImagesView) -> String {
    let usable = |id: &str| choices.iter().any(|choice| choice.id == id && choice.reason.is_none());
    let facet = match view.facet("source").as_slice() {
        [one] => Some((*one).to_owned()),
        _ => None,
    };
    let mut able = choices.iter().filter(|choice| choice.reason.is_none());
    let only = able.next().filter(|_| able.next().is_none()).map(|choice| choice.id.clone());
    let meant = meant.map(str::to_owned).filter(|id| usable(id));
    meant.or(facet.filter(|id| usable(id))).or(only).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices() -> Vec<Choice> {
        vec![
            Choice::new("east", "East"),
            Choice::new("west", "West"),
            Choice::new("old", "Old").because("no key"),
        ]
    }

    fn from(text: &str) -> (Option<String>, Option<String>) {
        let view = ImagesView { from: Some(text.to_owned()), ..ImagesView::default() };
        let start = DialogStart::of(&view, &choices());
        (start.connection, start.resource)
    }

    #[test]
    fn from_names_a_connection_a_resource_or_both() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(from("east"), (some("east"), None));
        assert_eq!(from("2b68"), (None, some("2b68")));
        assert_eq!(from("west/2b68"), (some("west"), some("2b68")));
        assert_eq!(from("gone/2b68"), (None, some("2b68")));
    }

    #[test]
    fn the_meant_connection_goes_before_the_facet_and_one_that_cannot_be_used_is_never_chosen() {
        let (all, mut view) = (choices(), ImagesView::default());
        assert_eq!(first_choice(&all, None, &view), "");
        view.set_facet("source", ["west".to_owned()]);
        assert_eq!(first_choice(&all, None, &view), "west");
        assert_eq!(first_choice(&all, Some("east"), &view), "east");
        assert_eq!(first_choice(&all, Some("old"), &view), "west");
        let one = [Choice::new("east", "East")];
        assert_eq!(first_choice(&one, None, &ImagesView::default()), "east");
    }
}
