//! The fields of an image that its owner writes, as create and update show them: values, what is
//! wrong with them, and where the server's complaints go.

use image_console_core::FieldError;
use image_console_core::form::Field;
use image_console_ui::editor::{Pair, pair};
use image_console_upstream::triton_cloudapi::update::Draft;
use image_console_upstream::triton_cloudapi::validate::{self, Finding};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::tag_values;

/// A text's name in the API, its signal and its rule.
type Text = (&'static str, RwSignal<Field>, fn(&str) -> Finding);

/// The state of the form. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Manifest {
    /// `name`, required.
    pub name: RwSignal<Field>,
    /// `version`, required.
    pub version: RwSignal<Field>,
    /// `description`.
    pub description: RwSignal<Field>,
    /// `homepage`.
    pub homepage: RwSignal<Field>,
    /// `eula`.
    pub eula: RwSignal<Field>,
    /// `acl`, one account each.
    pub acl: RwSignal<Vec<Field>>,
    /// `tags`, values as typed.
    pub tags: RwSignal<Vec<Pair>>,
    /// What the form began with.
    base: StoredValue<Draft>,
    /// A complaint about all accounts together, and the accounts it is about.
    acl_error: RwSignal<(Vec<String>, String)>,
    /// The same for the tags.
    tags_error: RwSignal<(Map<String, Value>, String)>,
}

impl Manifest {
    /// A form that begins with these values.
    #[must_use]
    pub fn new(base: &Draft) -> Self {
        let field = || RwSignal::new(Field::default());
        let form = Self {
            name: field(),
            version: field(),
            description: field(),
            homepage: field(),
            eula: field(),
            acl: RwSignal::new(Vec::new()),
            tags: RwSignal::new(Vec::new()),
            base: StoredValue::new(Draft::default()),
            acl_error: RwSignal::new(Default::default()),
            tags_error: RwSignal::new(Default::default()),
        };
        form.start(base);
        form
    }

    /// Begins anew with these values; what was typed goes.
    pub fn start(self, base: &Draft) {
        for ((_, field, _), (_, text)) in self.texts().into_iter().zip(base.texts()) {
            let _ = field.try_set(Field::with(text));
        }
        let _ = self.acl.try_set(base.acl.iter().map(Field::with).collect());
        let _ = self.tags.try_set(base.tags.iter().map(|(k, v)| pair(k, tag_values::shown(v))).collect());
        let _ = self.base.try_set_value(base.clone());
    }

    /// What the form holds, exactly as typed, with subscription. A row of the tags without a key
    /// is left out.
    #[must_use]
    pub fn values(self) -> Draft {
        let text = |field: RwSignal<Field>| field.with(|f| f.value.clone());
        Draft {
            name: text(self.name),
            version: text(self.version),
            description: text(self.description),
            homepage: text(self.homepage),
            eula: text(self.eula),
            acl: self.accounts(),
            tags: self.tag_map(),
        }
    }

    /// Whether anything differs from what the form began with.
    #[must_use]
    pub fn dirty(self) -> Signal<bool> {
        Signal::derive(move || {
            let values = self.values();
            let loose = self.tags.with(|rows| rows.iter().any(|row| is_loose(row) && !is_blank(row)));
            loose || self.base.with_value(|base| *base != values)
        })
    }

    /// Checks everything, for a submit. Returns whether it may be sent.
    pub fn check(self) -> bool {
        let mut fine = true;
        for (_, field, rule) in self.texts() {
            field.update(|field| put(rule, field));
            fine &= field.with_untracked(|field| field.error.is_none());
        }
        self.check_acl() & self.check_tags() & fine
    }

    /// Puts the server's complaints at their fields; returns those that have no field here.
    #[must_use]
    pub fn place_errors(self, errors: &[FieldError]) -> Vec<FieldError> {
        let mut rest = Vec::new();
        for error in errors {
            let message = error.message.clone().or_else(|| error.code.clone());
            let message = message.unwrap_or_else(|| "The server does not accept this value.".to_owned());
            match error.field.as_str() {
                "acl" => self.acl_error.set((untrack(|| self.accounts()), message)),
                "tags" => self.tags_error.set((untrack(|| self.tag_map()), message)),
                name => match self.texts().into_iter().find(|(text, _, _)| *text == name) {
                    Some((_, field, _)) => field.update(|field| field.error = Some(message)),
                    None => rest.push(error.clone()),
                },
            }
        }
        rest
    }

    /// When a text loses the keyboard. A message that is there already is about this very value,
    /// and may be the server's; a field nobody touched is not complained about before the submit.
    #[must_use]
    pub(super) fn on_blur(self, name: &'static str) -> Callback<()> {
        Callback::new(move |()| {
            let Some((_, field, rule)) = self.texts().into_iter().find(|(text, _, _)| *text == name) else {
                return;
            };
            let touched = |value: &str| {
                self.base
                    .try_with_value(|base| base.texts().iter().any(|(n, old)| *n == name && *old != value))
            };
            let _ = field.try_update(|field| {
                if field.error.is_none() && touched(&field.value) == Some(true) {
                    put(rule, field);
                }
            });
        })
    }

    /// What is wrong with the accounts together; empty when nothing.
    #[must_use]
    pub(super) fn acl_message(self) -> Signal<String> {
        Signal::derive(move || {
            let now = self.accounts();
            self.acl_error.with(|(about, text)| if *about == now { text.clone() } else { String::new() })
        })
    }

    /// What is wrong with the tags together; empty when nothing.
    #[must_use]
    pub(super) fn tags_message(self) -> Signal<String> {
        Signal::derive(move || {
            let now = self.tag_map();
            self.tags_error.with(|(about, text)| if *about == now { text.clone() } else { String::new() })
        })
    }

    /// Marks rows without a key, keys that stand twice, and values that look like JSON and are
    /// none. Returns whether the tags may be sent.
    pub(super) fn check_tags(self) -> bool {
        // A field may lose the keyboard because its dialog is gone.
        let Some(rows) = self.tags.try_get_untracked() else { return true };
        let key = |row: &Pair| row.key.with_untracked(|key| key.value.clone());
        let mut fine = true;
        for (at, row) in rows.iter().enumerate() {
            let twice = !is_loose(row) && rows.iter().take(at).any(|before| key(before) == key(row));
            let error = if is_loose(row) && !is_blank(row) {
                Some("Enter a key.")
            } else if twice {
                Some("This key is there already.")
            } else {
                None
            };
            fine &= error.is_none();
            row.key.update(|field| field.error = error.map(str::to_owned));
            row.value.update(|field| field.warning = tag_values::doubt(&field.value));
        }
        let map = untrack(|| self.tag_map());
        if let Finding::Error(text) = validate::tags(&map) {
            let _ = self.tags_error.try_set((map, text));
            fine = false;
        }
        fine
    }

    fn check_acl(self) -> bool {
        let findings = validate::acl(&untrack(|| self.accounts()));
        let fine = findings.iter().all(|(_, finding)| finding.may_be_sent());
        self.acl.update(|items| {
            for (at, item) in items.iter_mut().enumerate() {
                let found = findings.iter().find(|(place, _)| *place == at);
                found.map_or(Finding::Fine, |(_, finding)| finding.clone()).put(item);
            }
        });
        fine
    }

    fn texts(self) -> [Text; 5] {
        [
            ("name", self.name, validate::name),
            ("version", self.version, validate::version),
            ("description", self.description, validate::description),
            ("homepage", self.homepage, validate::url),
            ("eula", self.eula, validate::url),
        ]
    }

    fn accounts(self) -> Vec<String> {
        self.acl.with(|items| items.iter().map(|item| item.value.clone()).collect())
    }

    /// A tag that still reads as it was shown keeps its first value: some numbers change when they
    /// are written and read.
    fn tag_map(self) -> Map<String, Value> {
        let rows = self.tags.get();
        let one = |row: &Pair| {
            let key = row.key.with(|key| key.value.clone());
            let typed = row.value.with(|value| value.value.clone());
            let kept = self.base.with_value(|base| {
                base.tags.get(&key).filter(|old| tag_values::shown(old) == typed).cloned()
            });
            (!key.is_empty()).then(|| (key, kept.unwrap_or_else(|| tag_values::read(&typed))))
        };
        rows.iter().filter_map(one).collect()
    }
}

/// Runs a rule, and says when white space at an end would be sent, which nobody sees.
fn put(rule: fn(&str) -> Finding, field: &mut Field) {
    rule(&field.value).put(field);
    let spaced = field.value.starts_with(char::is_whitespace) || field.value.ends_with(char::is_whitespace);
    if spaced && field.error.is_none() && field.warning.is_none() {
        field.warning = Some("There is a space at the beginning or the end; it would be sent.".to_owned());
    }
}

/// Whether a row has no key.
fn is_loose(row: &Pair) -> bool {
    row.key.with(|key| key.value.is_empty())
}

/// Whether a row has no value.
fn is_blank(row: &Pair) -> bool {
    row.value.with(|value| value.value.is_empty())
}
