//! The address of an upload as a short text for a link, and back: the id alone.

use serde_json::Value;

use super::Address;
use crate::oracle_marketplace::requests;

/// The short text for an operation's address.
#[must_use]
pub fn text(address: &Value) -> Option<String> {
    requests::upload_request_id(address.get("id")?.as_str()?).ok()
}

/// The address for such a text; `None` when it is no id.
#[must_use]
pub fn address(text: &str) -> Option<Value> {
    requests::upload_request_id(text).ok().map(|id| Address::of(&id).json())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_the_id_and_nothing_else() {
        let there = address("7934470").expect("an id");
        assert_eq!(text(&there).as_deref(), Some("7934470"));
        for bad in ["", "x", "1/../2", "-5"] {
            assert_eq!(address(bad), None, "{bad}");
        }
        assert_eq!(text(&Value::Null), None);
    }
}
