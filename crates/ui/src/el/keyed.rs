//! A list whose rows stay the same elements as long as their keys stay.

use super::{El, build::Inner};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

struct Entry {
    key: String,
    owner: Owner,
    row: Inner,
}

/// Keeps one row per key below `parent`, in the order of the keys. A row that stays in its place is
/// not touched, so it keeps the keyboard.
pub(crate) fn keyed(parent: El, keys: Box<dyn Fn() -> Vec<String>>, row: Box<dyn Fn(String) -> El>) -> El {
    // What a row makes must outlive the run of the effect that made it.
    let above = Owner::current().unwrap_or_default();
    let entries = Rc::new(RefCell::new(Vec::<Entry>::new()));
    // The rows stop following when what they read goes: the effect below may be kept a little
    // longer, and a field that loses the keyboard because its dialog closes still wakes them.
    let kept = StoredValue::new_local(Rc::clone(&entries));
    on_cleanup(move || drop(kept.try_get_value().map(|entries| entries.take())));
    parent.follow(move |element| {
        let keys = keys();
        let mut old = entries.take();
        let mut next = element.first_child();
        let mut new = Vec::with_capacity(keys.len());
        old.retain_mut(|entry| {
            let stays = keys.contains(&entry.key);
            if !stays {
                if next.as_ref().is_some_and(|node| **node == **entry.row.element) {
                    next = entry.row.element.next_sibling();
                }
                entry.row.element.remove();
                entry.owner.cleanup();
            }
            stays
        });
        for key in keys {
            let entry = match old.iter().position(|entry| entry.key == key) {
                Some(at) => old.remove(at),
                None => {
                    let owner = above.child();
                    let row = owner.with(|| untrack(|| row(key.clone()))).0.take();
                    Entry { key, owner, row }
                }
            };
            if next.as_ref().is_some_and(|node| **node == **entry.row.element) {
                next = entry.row.element.next_sibling();
            } else {
                let _ = element.insert_before(&entry.row.element, next.as_ref());
            }
            new.push(entry);
        }
        entries.replace(new);
    })
}
