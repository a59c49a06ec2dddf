//! The member `readOnly`: a console that only looks.

use serde_json::Value;

use super::Config;

/// The reason where the file gives none of its own.
const REASON: &str = "its configuration (config.json) allows no changes.";

/// Reads the member. What cannot be understood is a fault and counts as read-only: whoever goes on
/// in spite of the fault must not be able to change more than the file meant to allow.
pub(super) fn read_only(config: &mut Config, value: &Value) {
    let why = match value {
        Value::Bool(false) => return,
        Value::Bool(true) => REASON,
        Value::String(text) if !text.trim().is_empty() => text.trim(),
        _ => {
            config.fault("readOnly", "must be true, false or a text, the reason for people to read");
            REASON
        }
    };
    config.read_only = Some(format!("This console is read-only: {why}"));
}

#[cfg(test)]
mod tests {
    use super::super::{Fault, parse};
    use super::*;

    fn told() -> String {
        format!("This console is read-only: {REASON}")
    }

    fn read(value: &str) -> (Option<String>, Vec<Fault>) {
        let config = parse(&format!("{{\"connections\":[],\"readOnly\":{value}}}"));
        (config.read_only, config.faults)
    }

    #[test]
    fn a_console_is_read_only_when_its_file_says_so() {
        assert_eq!(parse("{\"connections\":[]}").read_only, None);
        assert_eq!(read("false"), (None, Vec::new()));
        assert_eq!(read("true"), (Some(told()), Vec::new()));
        let reason = "This console is read-only: the change freeze lasts until 7 January.".to_owned();
        assert_eq!(read("\" the change freeze lasts until 7 January.\\n\""), (Some(reason), Vec::new()));
    }

    #[test]
    fn what_is_not_understood_is_named_and_counts_as_read_only() {
        for wrong in ["\"\"", "\" \"", "1", "null", "[]", "{\"reason\":\"x\"}"] {
            let (read_only, faults) = read(wrong);
            assert_eq!(read_only, Some(told()), "{wrong}");
            let [fault] = faults.as_slice() else { panic!("{wrong}: {faults:?}") };
            assert_eq!(fault.place, "readOnly", "{wrong}");
            assert!(fault.message.contains("true, false or a text"), "{wrong}: {fault:?}");
        }
    }

    #[test]
    fn a_misspelt_name_is_named_and_allows_no_changes() {
        let config = parse("{\"connections\":[],\"readonly\":true}");
        assert_eq!(config.read_only, Some(told()));
        let [fault] = config.faults.as_slice() else { panic!("{config:?}") };
        assert_eq!(fault.place, "readonly");
        assert!(fault.message.contains("readOnly"), "{fault:?}");
    }
}
