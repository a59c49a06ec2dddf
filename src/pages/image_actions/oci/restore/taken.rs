//! Which versions other images of the repository have, as far as is known. All of it is help: the
//! service decides.

use std::sync::Arc;

use image_console_platform::AbortHandle;
use image_console_upstream::decode::Lenient;
use image_console_upstream::oci::filter::Filter;
use image_console_upstream::oci::paging;
use image_console_upstream::oci_artifacts::{IMAGE_PARAMS, requests};
use leptos::prelude::*;

use crate::pages::image_actions::oci::subject::{Subject, text};
use crate::state::client;
use crate::state::connections::use_connections;
use crate::state::query::Query;

/// The most versions named in the hint.
const NAMED: usize = 6;

/// The versions of the repository. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Taken {
    /// ListContainerImages of the repository, the AVAILABLE ones.
    versions: Query<Vec<String>>,
    repository: StoredValue<String>,
}

impl Taken {
    /// Asks for the images of the repository.
    #[must_use]
    pub fn new(subject: &Subject) -> Self {
        let of = |field| subject.loaded.with_untracked(|loaded| text(loaded, field)).unwrap_or_default();
        let (compartment, repository) = (of("compartmentId"), of("repositoryId"));
        let taken = Self { versions: Query::new(), repository: StoredValue::new(of("repositoryName")) };
        if compartment.is_empty() || repository.is_empty() {
            return taken;
        }
        let (connections, connected) = (use_connections(), Arc::clone(&subject.connected));
        let (filter, _) =
            Filter::parse(IMAGE_PARAMS, [("repositoryId", repository.as_str()), ("isVersioned", "true")]);
        taken.versions.ask(move |abort: AbortHandle| async move {
            let mut all = Vec::new();
            let mut request = Some(requests::list_images(&compartment, "AVAILABLE", &filter));
            while let Some(asked) = request {
                let wait = client::READ_TIMEOUT_MS;
                let answer = client::send(connections, &connected, &asked, wait, &abort).await?;
                let page = requests::parse_images(&answer)?;
                let named = page.items.iter().filter_map(Lenient::value).filter_map(|i| i.version.text());
                all.extend(named.map(str::to_owned));
                request = paging::next(&asked, &answer);
            }
            Ok(all)
        });
        taken
    }

    /// What speaks against a version; nothing that is known does otherwise.
    #[must_use]
    pub fn warning(self, version: &str) -> Option<String> {
        let taken = self
            .versions
            .value
            .with_untracked(|all| all.as_ref().is_some_and(|all| all.iter().any(|taken| taken == version)));
        let repository = self.repository.get_value();
        taken.then(|| {
            format!(
                "Another image of {repository} has the version {version}. It may move to this image, or the service may refuse."
            )
        })
    }

    /// What to know before typing.
    #[must_use]
    pub fn hint(self, subject: &Subject) -> Signal<String> {
        let last = last_version(subject);
        Signal::derive(move || {
            let mut hint =
                "Attached to the image while it is restored; without one it comes back unversioned."
                    .to_owned();
            if let Some(last) = &last {
                hint.push_str(&format!(" It was {last} before."));
            }
            self.versions.value.with(|all| {
                if let Some(all) = all.as_ref().filter(|all| !all.is_empty()) {
                    let named: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
                    let more = all.len().saturating_sub(NAMED);
                    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                    hint.push_str(&format!(" Taken by other images: {}{more}.", named.join(", ")));
                }
            });
            hint
        })
    }

    /// The version that the image had, unless another image has it now.
    #[must_use]
    pub fn suggestions(self, subject: &Subject) -> Signal<Vec<String>> {
        let last = last_version(subject);
        Signal::derive(move || {
            let free = |last: &&String| {
                self.versions.value.with(|all| all.as_ref().is_none_or(|all| !all.contains(last)))
            };
            last.iter().filter(free).cloned().collect()
        })
    }
}

/// The version that the name of an unversioned image still tells: `repo:version@sha256:…`.
fn last_version(subject: &Subject) -> Option<String> {
    let name = subject.loaded.with_untracked(|loaded| text(loaded, "displayName"))?;
    of_name(&name).map(str::to_owned)
}

fn of_name(name: &str) -> Option<&str> {
    let (before, _) = name.split_once('@')?;
    let (_, version) = before.rsplit_once(':')?;
    Some(version).filter(|version| !version.is_empty() && *version != "unknown")
}

#[cfg(test)]
mod tests {
    use super::of_name;

    #[test]
    fn the_name_of_an_unversioned_image_tells_what_it_was() {
        assert_eq!(of_name("shop/api:0.0.1@sha256:4c1d"), Some("0.0.1"));
        assert_eq!(of_name("shop/api:unknown@sha256:4c1d"), None);
        assert_eq!(of_name("shop/api:0.0.1"), None);
        assert_eq!(of_name(""), None);
    }
}
