//! The images of the source datacenter to choose from: those of the catalogue where it is whole,
//! else a list asked for here.

use std::sync::Arc;

use image_console_catalogue::catalogue::{Activity, Shown};
use image_console_catalogue::{Catalogue, Provenance, RowRef};
use image_console_core::ApiError;
use image_console_ui::Choice;
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::Image;
use image_console_upstream::triton_cloudapi::rules::{self, Action, Facts, ImageFacts};
use image_console_upstream::triton_cloudapi::{Caller, ImageFilter, requests};
use leptos::prelude::*;

use crate::state::accounts::Accounts;
use crate::state::client;
use crate::state::connections::Connections;
use crate::state::images::Images;
use crate::state::query::Query;

/// An image of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// UUID.
    pub id: String,
    /// As it came; may be empty.
    pub name: String,
    /// As it came; may be empty.
    pub version: String,
    facts: ImageFacts,
}

impl Listed {
    fn of_row(row: &RowRef<'_>) -> Option<Self> {
        let text = |cell: Option<&str>| cell.unwrap_or_default().to_owned();
        let facts = ImageFacts {
            owner: row.owner().value().map(str::to_owned),
            state: row.state().value().map(str::to_owned),
            ..ImageFacts::default()
        };
        let id = row.id().value().filter(|id| !id.is_empty())?.to_owned();
        Some(Self { id, name: text(row.name().value()), version: text(row.version().value()), facts })
    }

    fn of_image(image: &Image) -> Option<Self> {
        let text = |field: &Lenient<String>| field.text().unwrap_or_default().to_owned();
        let facts = ImageFacts::from(image);
        let id = image.id.text()?.to_owned();
        Some(Self { id, name: text(&image.name), version: text(&image.version), facts })
    }

    /// Why it cannot be imported by that account into a target that has or has not got it already.
    #[must_use]
    pub fn reason(&self, account: Option<&str>, already_here: bool) -> Option<String> {
        let facts = Facts { account, image: Some(&self.facts), already_here, ..Facts::default() };
        rules::check(Action::ImportImageFromDatacenter, &facts).reason().map(str::to_owned)
    }
}

/// The images of the chosen source. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct SourceImages {
    connections: Connections,
    accounts: Accounts,
    images: Images,
    /// The connection of the source datacenter, when this console has one.
    pub source: Memo<Option<String>>,
    /// The connection of the target.
    pub target: Memo<String>,
    /// Whether the table behind the dialog shows everything; else a list of its own is asked for.
    whole: bool,
    query: Query<Vec<Listed>>,
    edition: Memo<Edition>,
}

/// Changes when the rows are worth reading again: not with each piece of a list that arrives.
type Edition = (Option<Shown>, Option<Shown>, Option<u64>);

impl SourceImages {
    /// Follows the choice of source and target.
    #[must_use]
    pub fn new(
        connections: Connections,
        accounts: Accounts,
        images: Images,
        source: Memo<Option<String>>,
        target: Memo<String>,
        whole: bool,
    ) -> Self {
        let edition = Memo::new(move |_| {
            let (source, target) = (source.get().unwrap_or_default(), target.get());
            images.with(|catalogue| {
                let quiet = !catalogue.sources().any(|s| matches!(s.activity(), Activity::Loading { .. }));
                (shown(catalogue, &source), shown(catalogue, &target), quiet.then(|| catalogue.revision()))
            })
        });
        let this =
            Self { connections, accounts, images, source, target, whole, query: Query::new(), edition };
        if !whole {
            Effect::new(move |_| {
                this.query.clear();
                this.query.loading.set(false);
                if let Some(connection) = source.get() {
                    this.fetch(&connection);
                }
            });
        }
        this
    }

    fn fetch(self, connection: &str) {
        let Some(connected) = self.connections.peek(connection) else { return };
        let (filter, _) = ImageFilter::parse([("state", "all")]);
        self.query.ask(move |abort| async move {
            let request = requests::list_images(&Caller::from(&connected.connection), &filter);
            let address = format!("{} {}", request.method, request.target);
            let wait = client::READ_TIMEOUT_MS;
            let answer = client::send(self.connections, &connected, &request, wait, &abort).await?;
            let images = requests::parse_images(&answer).map_err(|error| error.at(address))?;
            Ok(images.iter().filter_map(|image| Listed::of_image(image.value()?)).collect())
        });
    }

    /// Asks for the list once more.
    pub fn again(self) {
        let Some(connection) = self.source.get_untracked() else { return };
        if self.whole {
            self.images.reload(&connection);
        } else {
            self.fetch(&connection);
        }
    }

    /// Whether images are on their way.
    #[must_use]
    pub fn loading(self) -> bool {
        self.source.with(|source| match source {
            Some(id) if self.whole => {
                self.images.with(|c| matches!(activity(c, id), Activity::Loading { .. } | Activity::Idle))
            }
            Some(_) => self.query.loading.get(),
            None => false,
        })
    }

    /// Why the list is not there, or not complete.
    #[must_use]
    pub fn error(self) -> Option<ApiError> {
        self.source.with(|source| match source {
            Some(id) if self.whole => self.images.with(|c| match activity(c, id) {
                Activity::Failed { error, .. } => Some(error.clone()),
                _ => None,
            }),
            Some(_) => self.query.error.get().filter(|_| !self.query.loading.get()),
            None => None,
        })
    }

    /// How many have come of a list that is on its way.
    #[must_use]
    pub fn received(self) -> u64 {
        self.source.with(|source| match source {
            Some(id) if self.whole => self.images.with(|c| match activity(c, id) {
                Activity::Loading { received, .. } => received,
                _ => 0,
            }),
            _ => 0,
        })
    }

    fn all(self) -> Vec<Listed> {
        let broken = self.error().is_some();
        self.source.with(|source| match source {
            Some(id) if self.whole => self.images.with(|catalogue| {
                let Some(source) = catalogue.find_source(id) else { return Vec::new() };
                // Half a list would be sorted anew with every piece of it.
                if !broken && !matches!(shown(catalogue, id), Some(Shown::Whole { .. })) {
                    return Vec::new();
                }
                catalogue.rows(source).filter_map(|row| Listed::of_row(&row)).collect()
            }),
            Some(_) => self.query.value.get().map(|all| all.to_vec()).unwrap_or_default(),
            None => Vec::new(),
        })
    }

    /// One of them, with subscription.
    #[must_use]
    pub fn find(self, image: &str) -> Option<Listed> {
        self.source.with(|source| match source {
            Some(id) if self.whole => self.images.with(|catalogue| {
                let row = catalogue.find(catalogue.find_source(id)?, image)?;
                Listed::of_row(&catalogue.row(row)?)
            }),
            Some(_) => self.query.value.get()?.iter().find(|listed| listed.id == image).cloned(),
            None => None,
        })
    }

    /// Why an image of the list cannot be imported, with subscription.
    #[must_use]
    pub fn reason(self, image: &str) -> Option<String> {
        let account = self.target.with(|target| self.accounts.of(target)).id;
        let here = self.target.with(|target| self.images.with(|c| is_here(c, target, image)));
        match self.find(image) {
            Some(listed) => listed.reason(account.as_deref(), here),
            None => Listed::default().reason(None, here),
        }
    }

    /// All of them to choose from: those that can be imported first, by name.
    #[must_use]
    pub fn choices(self) -> Arc<Vec<Choice>> {
        let account = self.target.with(|target| self.accounts.of(target)).id;
        // Read, not only tracked: a memo that nobody reads never runs, and never tells of a change.
        let _ = self.edition.get();
        self.query.value.track();
        let all = untrack(|| self.all());
        let (mut able, others): (Vec<Choice>, Vec<Choice>) = self.target.with(|target| {
            self.images.with_untracked(|catalogue| {
                let choice = |listed: &Listed| {
                    let here = is_here(catalogue, target, &listed.id);
                    let name = if listed.name.is_empty() { &listed.id } else { &listed.name };
                    let label = format!("{name} {}", listed.version);
                    let choice = Choice::new(&listed.id, label.trim_end()).detail(&listed.id);
                    Choice { reason: listed.reason(account.as_deref(), here), ..choice }
                };
                all.iter().map(choice).partition(|choice| choice.reason.is_none())
            })
        });
        able.sort_by(|a, b| a.label.cmp(&b.label));
        able.extend(others);
        Arc::new(able)
    }
}

fn activity<'a>(catalogue: &'a Catalogue, connection: &str) -> Activity<'a> {
    let source = catalogue.find_source(connection).and_then(|source| catalogue.source(source));
    source.map_or(Activity::Idle, |source| source.activity())
}

fn shown(catalogue: &Catalogue, connection: &str) -> Option<Shown> {
    Some(catalogue.source(catalogue.find_source(connection)?)?.shown())
}

/// Whether the target has that image; a list kept from an earlier visit is no proof.
fn is_here(catalogue: &Catalogue, target: &str, image: &str) -> bool {
    let fresh = match shown(catalogue, target) {
        Some(Shown::Part(from) | Shown::Whole { from, .. }) => from == Provenance::Network,
        Some(Shown::Nothing) | None => false,
    };
    fresh && catalogue.find_source(target).is_some_and(|source| catalogue.find(source, image).is_some())
}
