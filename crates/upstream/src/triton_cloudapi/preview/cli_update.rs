//! UpdateImage on the command line, which splits it: texts by `update`, the ACL by `share` and
//! `unshare`, tags by `tag`.

use serde_json::{Map, Value};

use super::cli::raw;
use super::cli_tags;
use crate::preview::shell::{self, comment, quote};
use crate::triton_cloudapi::update::Draft;

pub(super) fn commands(id: &str, base: &Draft, changes: &Map<String, Value>) -> Vec<String> {
    let mut commands = Vec::new();
    let mut by_request = Map::new();
    let mut texts = vec!["triton image update".to_owned(), quote(id)];
    for (field, value) in changes {
        match (field.as_str(), value) {
            ("acl", Value::Array(accounts)) => commands.extend(acl(id, base, accounts)),
            ("tags", Value::Object(tags)) if !tags.is_empty() => match cli_tags::pairs(tags) {
                Some(pairs) => {
                    let words = pairs.iter().map(|pair| quote(pair));
                    let groups: Vec<_> =
                        ["triton image tag".to_owned(), quote(id)].into_iter().chain(words).collect();
                    commands.push(shell::lines(&groups));
                }
                None => drop(by_request.insert(field.clone(), value.clone())),
            },
            (_, Value::String(text)) => texts.push(quote(&format!("{field}={text}"))),
            _ => drop(by_request.insert(field.clone(), value.clone())),
        }
    }
    if texts.len() > 2 {
        commands.insert(0, shell::lines(&texts));
    }
    if !by_request.is_empty() {
        let fields = by_request.keys().map(String::as_str).collect::<Vec<_>>().join(" and ");
        commands
            .push(comment(&format!("triton image update cannot set {fields} like this, a raw request can")));
        commands.push(raw(&format!("/my/images/{id}?action=update"), &Value::Object(by_request)));
    }
    commands
}

fn acl(id: &str, base: &Draft, accounts: &[Value]) -> Vec<String> {
    let wanted: Vec<&str> = accounts.iter().filter_map(Value::as_str).collect();
    let command = |verb: &str, account: &str| {
        shell::lines(&[format!("triton image {verb}"), quote(id), quote(account)])
    };
    let had = |account: &str| base.acl.iter().any(|a| a == account);
    let added = wanted.iter().filter(|a| !had(a)).map(|a| command("share", a));
    let removed = base.acl.iter().filter(|a| !wanted.contains(&a.as_str())).map(|a| command("unshare", a));
    added.chain(removed).collect()
}
