//! Label selectors (section 3.1): `key`, `!key`, `key=value`, `key!=value`, joined by commas.

use serde_json::{Map, Value};

/// Whether labels fit a selector; none when it cannot be read.
pub fn selects(selector: &str, labels: Option<&Map<String, Value>>) -> Option<bool> {
    let value = |key: &str| labels.and_then(|labels| labels.get(key)).and_then(Value::as_str);
    let mut fits = true;
    for term in selector.split(',').map(str::trim) {
        let holds = if let Some((key, wanted)) = term.split_once("!=") {
            value(key.trim()) != Some(wanted.trim())
        } else if let Some((key, wanted)) = term.split_once("==").or_else(|| term.split_once('=')) {
            value(key.trim()) == Some(wanted.trim())
        } else if let Some(key) = term.strip_prefix('!') {
            value(key).is_none()
        } else {
            value(term).is_some()
        };
        if term.is_empty() || term.contains([' ', '(', ')']) {
            return None;
        }
        fits &= holds;
    }
    Some(fits)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::selects;

    #[test]
    fn terms() {
        let labels = json!({"env": "prod", "team": "shop"});
        let fits = |selector: &str| selects(selector, labels.as_object());
        assert_eq!(
            (fits("env=prod"), fits("env==prod,team"), fits("!cost")),
            (Some(true), Some(true), Some(true))
        );
        assert_eq!(
            (fits("env!=prod"), fits("cost"), fits("env=prod,!team")),
            (Some(false), Some(false), Some(false))
        );
        assert_eq!(fits("env in (a)"), None);
    }
}
