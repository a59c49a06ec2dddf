//! Reading `config.json`, naming every fault.

use serde_json::{Map, Value};

use super::{Authentication, Connection, Kind, check_connection};

/// Something wrong with the configuration, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The member, e.g. `connections[1].endpoint`; empty for the file as a whole.
    pub place: String,
    /// What is wrong with it and what to write instead.
    pub message: String,
}

/// What the file said. Connections with a fault are left out of `connections` and named in
/// `faults`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// The usable connections.
    pub connections: Vec<Connection>,
    /// All faults of the file, in its order.
    pub faults: Vec<Fault>,
}

const MEMBERS: [&str; 8] =
    ["id", "name", "kind", "endpoint", "account", "subUser", "apiVersion", "authentication"];

/// Reads the text of `config.json`.
#[must_use]
pub fn parse(text: &str) -> Config {
    let mut config = Config::default();
    let root: Value = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(error) => {
            let shown: String = text.trim_start().chars().take(60).collect();
            let message = if shown.starts_with('<') {
                format!("The server answered with a web page instead of config.json. It begins: {shown}")
            } else if shown.is_empty() {
                "The file is empty. Write at least {\"connections\": []}.".to_owned()
            } else {
                format!("The file is not JSON: {error}.")
            };
            config.faults.push(Fault { place: String::new(), message });
            return config;
        }
    };
    let Some(root) = root.as_object() else {
        config.fault("", "The file must be a JSON object with a member \"connections\".");
        return config;
    };
    unknown_members(&mut config, root, "", &["connections"]);
    match root.get("connections") {
        None => {
            config.fault("connections", "is missing: an array, empty when users add their own connections")
        }
        Some(Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                connection(&mut config, item, &format!("connections[{index}]"));
            }
        }
        Some(_) => config.fault("connections", "must be an array"),
    }
    config
}

impl Config {
    fn fault(&mut self, place: &str, message: &str) {
        self.faults.push(Fault { place: place.to_owned(), message: message.to_owned() });
    }
}

/// Reads one connection by itself, as [`connection_to_json`] wrote it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn connection_of(item: &Value) -> Result<Connection, Vec<Fault>> {
    let mut config = Config::default();
    connection(&mut config, item, "connection");
    match config.connections.pop() {
        Some(connection) => Ok(connection),
        None => Err(config.faults),
    }
}

/// A connection as it stands in `config.json`.
#[must_use]
pub fn connection_to_json(connection: &Connection) -> Value {
    let mut item = Map::new();
    let mut put = |member: &str, text: &str| item.insert(member.to_owned(), text.into());
    put("id", &connection.id);
    put("name", &connection.name);
    put("kind", connection.kind.word());
    put("endpoint", &connection.endpoint);
    put("account", &connection.account);
    for (member, text) in [("subUser", &connection.sub_user), ("apiVersion", &connection.api_version)] {
        if let Some(text) = text {
            put(member, text);
        }
    }
    let method = Map::from_iter([("method".to_owned(), connection.authentication.word().into())]);
    item.insert("authentication".to_owned(), method.into());
    item.into()
}

fn unknown_members(config: &mut Config, object: &Map<String, Value>, at: &str, known: &[&str]) {
    for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
        let place = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
        config.fault(&place, &format!("is not a known member; known are {}", known.join(", ")));
    }
}

fn connection(config: &mut Config, item: &Value, at: &str) {
    let Some(object) = item.as_object() else {
        return config.fault(at, "must be an object");
    };
    let before = config.faults.len();
    unknown_members(config, object, at, &MEMBERS);

    let id = text(config, object, at, "id").unwrap_or_default();
    let kind = one_of(config, object, at, "kind", &Kind::ALL.map(|k| (k.word(), k)));
    let authentication = match object.get("authentication") {
        Some(Value::Object(inner)) => {
            let place = format!("{at}.authentication");
            unknown_members(config, inner, &place, &["method"]);
            let methods = [Authentication::Proxy, Authentication::HttpSignature].map(|a| (a.word(), a));
            one_of(config, inner, &place, "method", &methods)
        }
        Some(_) => {
            config
                .fault(&format!("{at}.authentication"), "must be an object such as {\"method\": \"proxy\"}");
            None
        }
        None => {
            config.fault(
                &format!("{at}.authentication"),
                "is missing: {\"method\": \"proxy\"} or {\"method\": \"http-signature\"}",
            );
            None
        }
    };
    let connection = Connection {
        name: text(config, object, at, "name").unwrap_or_else(|| id.clone()),
        id,
        kind: kind.unwrap_or(Kind::Triton),
        endpoint: text(config, object, at, "endpoint").unwrap_or_default(),
        account: text(config, object, at, "account").unwrap_or_default(),
        sub_user: text(config, object, at, "subUser"),
        api_version: text(config, object, at, "apiVersion"),
        authentication: authentication.unwrap_or(Authentication::Proxy),
    };
    let named: Vec<String> = config.faults.iter().skip(before).map(|f| f.place.clone()).collect();
    let found = check_connection(&connection, &format!("{at}."));
    config.faults.extend(found.into_iter().filter(|f| !named.contains(&f.place)));
    if config.connections.iter().any(|c| c.id == connection.id) {
        config.fault(&format!("{at}.id"), &format!("\"{}\" is used twice; ids must differ", connection.id));
    }
    if config.faults.len() == before {
        config.connections.push(connection);
    }
}

fn text(config: &mut Config, object: &Map<String, Value>, at: &str, member: &str) -> Option<String> {
    match object.get(member) {
        None => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(_) => {
            config.fault(&format!("{at}.{member}"), "must be a string");
            None
        }
    }
}

fn one_of<T: Copy>(
    config: &mut Config,
    object: &Map<String, Value>,
    at: &str,
    member: &str,
    known: &[(&str, T)],
) -> Option<T> {
    let found =
        object.get(member).and_then(Value::as_str).and_then(|word| known.iter().find(|(w, _)| *w == word));
    if found.is_none() {
        let words: Vec<&str> = known.iter().map(|(w, _)| *w).collect();
        let what = match object.get(member) {
            None => "is missing".to_owned(),
            Some(other) => format!("is {other}"),
        };
        config.fault(
            &format!("{at}.{member}"),
            &format!("{what}; must be one of \"{}\"", words.join("\", \"")),
        );
    }
    found.map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_comes_back_as_it_was_written() {
        let connection = Connection {
            id: "mine".to_owned(),
            name: "My own".to_owned(),
            kind: Kind::Triton,
            endpoint: "/proxy".to_owned(),
            account: "jdoe".to_owned(),
            sub_user: Some("alice".to_owned()),
            api_version: None,
            authentication: Authentication::HttpSignature,
        };
        let json = connection_to_json(&connection);
        assert_eq!(json["authentication"]["method"], "http-signature");
        assert_eq!(connection_of(&json), Ok(connection));
        assert_eq!(connection_of(&Value::Null).unwrap_err()[0].message, "must be an object");
    }

    #[test]
    fn a_right_file_is_read_without_faults() {
        let config = parse(
            r#"{"connections":[{"id":"us-east-1","kind":"triton","endpoint":"/proxy/us-east-1","account":"jdoe",
                "subUser":"alice","apiVersion":"~9||~8","authentication":{"method":"http-signature"}}]}"#,
        );
        assert_eq!(config.faults, []);
        assert_eq!(config.connections[0].name, "us-east-1", "the id stands in for a missing name");
        assert_eq!(config.connections[0].authentication, Authentication::HttpSignature);
    }

    #[test]
    fn all_faults_are_named_at_once_and_what_is_right_is_kept() {
        let config = parse(
            r#"{"conections":1,"connections":[
                {"id":"a","kind":"triton","endpoint":"/a","authentication":{"method":"proxy"}},
                {"id":"a","kind":"vmware","endpoint":"ftp://x","authentication":{"method":"basic","password":"x"}},
                7]}"#,
        );
        let places: Vec<&str> = config.faults.iter().map(|f| f.place.as_str()).collect();
        assert_eq!(
            places,
            [
                "conections",
                "connections[1].kind",
                "connections[1].authentication.password",
                "connections[1].authentication.method",
                "connections[1].endpoint",
                "connections[1].id",
                "connections[2]"
            ]
        );
        assert_eq!(config.connections.len(), 1);
    }

    #[test]
    fn what_is_no_json_is_told_apart() {
        for (text, word) in [
            ("", "empty"),
            ("<!doctype html>", "web page"),
            ("{\"connections\":[}", "not JSON"),
            ("[]", "object"),
        ] {
            let config = parse(text);
            assert!(config.faults[0].message.contains(word), "{:?}", config.faults);
        }
    }
}
