//! The address of a job as a short text for a link, and back: the guids of job and instance,
//! `{job},{instance}`, either of which may be missing. A link carries nothing else.

use image_console_core::encode;
use serde_json::Value;

use super::address::Address;

/// The short text for an operation's address; `None` while there is nothing to ask.
#[must_use]
pub fn text(address: &Value) -> Option<String> {
    let address: Address = serde_json::from_value(address.clone()).ok()?;
    let job = if address.gone { "" } else { address.job.as_str() };
    let both = [job, address.instance.as_str()].map(encode::component).join(",");
    let text = both.trim_end_matches(',');
    (!text.is_empty()).then(|| text.to_owned())
}

/// The address for such a text; `None` when there is no guid in it.
#[must_use]
pub fn address(text: &str) -> Option<Value> {
    let (job, instance) = text.split_once(',').unwrap_or((text, ""));
    let guid =
        |part: &str| encode::decode(part).filter(|g| g.len() <= 255 && !g.chars().any(char::is_control));
    let (job, instance) = (guid(job)?, guid(instance)?);
    let fine = (!job.is_empty() || !instance.is_empty())
        && ![&job, &instance].iter().any(|g| *g == "." || *g == "..");
    fine.then(|| Address { job, instance, accepted: true, ..Address::default() }.json())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_link_carries_the_guids_and_nothing_else() {
        let full = Address {
            api: vec!["https://api".into()],
            job: "b19a".into(),
            instance: "c89b".into(),
            description: "words".into(),
            ..Address::default()
        };
        assert_eq!(text(&full.json()).as_deref(), Some("b19a,c89b"));
        assert_eq!(
            text(&Address { instance: String::new(), ..full.clone() }.json()).as_deref(),
            Some("b19a")
        );
        assert_eq!(text(&Address { gone: true, ..full }.json()).as_deref(), Some(",c89b"));
        assert_eq!(text(&Value::Null), None);
        for bad in ["", ",", "%ff", "..", "a%00b", &"x".repeat(300)] {
            assert_eq!(address(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_link_brings_the_same_address_back(job in "[a-z0-9,/~%-]{1,40}", instance in "[a-z0-9,/~%-]{0,40}") {
            let there = Address { job, instance, accepted: true, ..Address::default() };
            prop_assert_eq!(address(&text(&there.json()).unwrap_or_default()), Some(there.json()));
        }
    }
}
