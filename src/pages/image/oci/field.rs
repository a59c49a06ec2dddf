//! Fields as the services of Oracle Cloud send them: numbers with a sign, times, flags, and OCIDs
//! that name something.

use image_console_core::format;
use image_console_core::time::Timestamp;
use image_console_ui::el::el;
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use crate::pages::image::page::Page;
use crate::pages::resource::field::{Said, absent, fact, map, odd, said};
use crate::state::accounts::use_accounts;

/// A size in units of so many bytes: in people's units, and as the API counts. One that makes no sense
/// is shown as it came, and said to be.
pub fn size(name: &str, field: &Lenient<i64>, bytes_each: u64, unit: &str) -> AnyView {
    said(name, map(field, |n| of_size(*n, bytes_each, unit)), "said")
}

fn of_size(n: i64, bytes_each: u64, unit: &str) -> Said {
    let bytes = u64::try_from(n).ok().and_then(|n| n.checked_mul(bytes_each));
    let (words, own) = match bytes {
        Some(bytes) => (format::bytes(bytes), format!("{n} {unit}")),
        None => (format!("{n} {unit}"), "cannot be a size; it is shown as it came".to_owned()),
    };
    Said { words, own, copy: n.to_string() }
}

/// A number of things.
pub fn count(name: &str, field: &Lenient<i64>) -> AnyView {
    let say = |n: &i64| {
        let (words, own) = match u64::try_from(*n) {
            Ok(many) => (format::count(many), format::count(many)),
            Err(_) => (n.to_string(), "cannot be a number of times; it is shown as it came".to_owned()),
        };
        Said { words, own, copy: n.to_string() }
    };
    said(name, map(field, say), "said")
}

/// A date-time.
pub fn time(name: &str, field: &Lenient<Timestamp>) -> AnyView {
    said(name, map(field, |at| Said::new(at.day_and_time(), at.rfc3339())), "said")
}

/// `true` or `false`.
pub fn flag(name: &str, field: &Lenient<bool>) -> AnyView {
    said(name, map(field, |flag| Said::new(flag.to_string(), flag.to_string())), "said")
}

/// A compartment, by its name where that is known.
pub fn compartment(page: Page, field: &Lenient<String>) -> AnyView {
    let name = "compartmentId";
    match field {
        Lenient::Absent => fact(name, absent(), None),
        Lenient::Wrong(raw) => fact(name, odd(raw), Some(raw.clone())),
        Lenient::Value(id) => {
            let (accounts, own) = (use_accounts(), id.clone());
            let called = move || {
                accounts
                    .compartment(&page.connection(), &own)
                    .map(|name| format!("{name} "))
                    .unwrap_or_default()
            };
            let id_shown = el("span").class("mono muted").text(id);
            let value = el("span").child(el("span").class("said").text_with(called)).child(id_shown);
            fact(name, value.into_any(), Some(id.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of_size;

    #[test]
    fn a_size_that_cannot_be_one_is_said_to_be_as_it_came() {
        let said = |n, each| {
            let said = of_size(n, each, "MBs");
            (said.words, said.own, said.copy)
        };
        assert_eq!(said(1024, 1 << 20), ("1.0 GiB".to_owned(), "1024 MBs".to_owned(), "1024".to_owned()));
        assert!(said(-3, 1).0 == "-3 MBs" && said(-3, 1).1.contains("cannot be a size"));
        assert!(said(i64::MAX, 1 << 20).1.contains("cannot be a size"));
    }
}
