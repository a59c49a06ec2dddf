//! Who sees which image (sections 4.1 and 4.2).

use super::record::Record;
use crate::Uuid;

/// Whether GetImage shows it: one's own in any state; of others what is activated and either
/// public or shared.
pub fn is_visible(record: &Record, account: Uuid) -> bool {
    let parts = &record.parts;
    parts.owner == account || (record.is_activated() && (parts.public || parts.acl.contains(&account)))
}

/// Whether ListImages shows it for the asked state. `disabled`, `unactivated`, `creating` and
/// `failed` list only one's own; `all` also what others have disabled but not hidden.
pub fn is_listed(record: &Record, account: Uuid, state: &str) -> bool {
    let own = record.parts.owner == account;
    match state {
        "all" => is_visible(record, account),
        "active" => record.parts.state == "active" && is_visible(record, account),
        _ => own && record.parts.state == state,
    }
}
