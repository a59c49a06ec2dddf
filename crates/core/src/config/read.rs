//! Reading `config.json`, naming every fault.

use serde_json::{Map, Value};

use super::embedding::embedding;
use super::read_only::read_only;
use super::{Authentication, Connection, Kind, Upstream, check_connection};
use crate::json;

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
    /// Why nothing may be changed with this console, as people are told; `None` when changes are
    /// allowed.
    pub read_only: Option<String>,
    /// The origins of the sites that may show the console in a frame.
    pub embedding: Vec<String>,
    /// All faults of the file, in its order.
    pub faults: Vec<Fault>,
}

/// What a connection of every kind has.
const COMMON: [&str; 4] = ["id", "name", "kind", "authentication"];

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
    unknown_members(&mut config, root, "", &["connections", "readOnly", "embedding"]);
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
    // A misspelt "readonly" was named above; it must not lead to a console that changes things.
    if let Some((_, value)) = root.iter().find(|(name, _)| name.eq_ignore_ascii_case("readOnly")) {
        read_only(&mut config, value);
    }
    embedding(&mut config, root);
    config
}

impl Config {
    pub(super) fn fault(&mut self, place: &str, message: &str) {
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

fn unknown_members(config: &mut Config, object: &Map<String, Value>, at: &str, known: &[&str]) {
    for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
        config.fault(&place(at, name), &format!("is not a known member; known are {}", known.join(", ")));
    }
}

/// Where a member stands; nothing is above those of the whole file.
fn place(at: &str, member: &str) -> String {
    if at.is_empty() { member.to_owned() } else { format!("{at}.{member}") }
}

fn connection(config: &mut Config, item: &Value, at: &str) {
    let Some(object) = item.as_object() else {
        return config.fault(at, "must be an object");
    };
    let before = config.faults.len();
    let word = object.get("kind").and_then(Value::as_str).unwrap_or_default();
    let known = Kind::ALL.into_iter().find(|kind| kind.word() == word);
    // Where the kind is misspelt, the members tell which one was meant.
    let kind = known.unwrap_or(if object.contains_key("region") { Kind::Oci } else { Kind::Triton });
    let list = (kind == Kind::Oci).then_some("compartments");
    let outer = |name: &'static str| name.split_once('.').map_or(name, |(outer, _)| outer);
    let mut members: Vec<&str> = COMMON.to_vec();
    members.extend(kind.members().iter().map(|member| outer(member.name)).chain(list));
    members.dedup();
    unknown_members(config, object, at, &members);

    let id = text(config, object, at, "id").unwrap_or_default();
    one_of(config, object, at, "kind", &Kind::ALL.map(Kind::word));
    let methods: Vec<&str> = kind.methods().iter().map(|method| method.word()).collect();
    let mut method = None;
    match group(config, object, at, "authentication", &["method"]) {
        Some(inner) => method = one_of(config, inner, &format!("{at}.authentication"), "method", &methods),
        None if object.contains_key("authentication") => {}
        None => config.fault(
            &format!("{at}.authentication"),
            &format!("is missing: {{\"method\": \"{}\"}}", methods.join("\"} or {\"method\": \"")),
        ),
    }
    let mut connection = Connection {
        name: text(config, object, at, "name").unwrap_or_else(|| id.clone()),
        id,
        authentication: method.and_then(|m| kind.methods().get(m).copied()).unwrap_or(Authentication::Proxy),
        upstream: kind.blank(),
    };
    let inner: Vec<&str> = kind.members().iter().filter_map(|m| Some(m.name.split_once('.')?.1)).collect();
    let groups = if inner.is_empty() { None } else { group(config, object, at, "endpoints", &inner) };
    for member in kind.members() {
        let found = match (member.name.split_once('.'), groups) {
            (None, _) => text(config, object, at, member.name),
            (Some((outer, inner)), Some(group)) => text(config, group, &format!("{at}.{outer}"), inner),
            (Some(_), None) => None,
        };
        if let Some(found) = found {
            connection.upstream.put(member.name, found);
        }
    }
    if let (Upstream::Oci(oci), Some(list)) = (&mut connection.upstream, object.get("compartments")) {
        oci.compartments = texts(config, list, &format!("{at}.compartments"));
    }
    let named: Vec<String> = config.faults.iter().skip(before).map(|f| f.place.clone()).collect();
    let found = check_connection(&connection, &format!("{at}."));
    // What is no text or no list was named as such, and so was all that lies within it.
    let is_named = |place: &str| {
        let rest = |named: &String| place.strip_prefix(named.as_str()).map(str::to_owned);
        named.iter().filter_map(rest).any(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    config.faults.extend(found.into_iter().filter(|f| !is_named(&f.place)));
    if config.connections.iter().any(|c| c.id == connection.id) {
        config.fault(&format!("{at}.id"), &format!("\"{}\" is used twice; ids must differ", connection.id));
    }
    if config.faults.len() == before {
        config.connections.push(connection);
    }
}

fn text(config: &mut Config, object: &Map<String, Value>, at: &str, member: &str) -> Option<String> {
    let value = object.get(member)?;
    let text = value.as_str().map(str::to_owned);
    if text.is_none() {
        config.fault(&format!("{at}.{member}"), "must be a string");
    }
    text
}

/// An array of strings; those of its items that are none are named.
pub(super) fn texts(config: &mut Config, list: &Value, at: &str) -> Vec<String> {
    let Some(items) = list.as_array() else {
        config.fault(at, "must be an array of strings");
        return Vec::new();
    };
    let mut texts = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let text = item.as_str().unwrap_or_else(|| {
            config.fault(&format!("{at}[{index}]"), "must be a string");
            ""
        });
        texts.push(text.to_owned());
    }
    texts
}

/// An object within a connection, its unknown members named.
pub(super) fn group<'a>(
    config: &mut Config,
    object: &'a Map<String, Value>,
    at: &str,
    member: &str,
    known: &[&str],
) -> Option<&'a Map<String, Value>> {
    let place = place(at, member);
    let inner = object.get(member)?.as_object();
    match inner {
        Some(inner) => unknown_members(config, inner, &place, known),
        None => config.fault(&place, &format!("must be an object with the members {}", known.join(", "))),
    }
    inner
}

/// Which of the known words it is, by its place among them.
fn one_of(
    config: &mut Config,
    object: &Map<String, Value>,
    at: &str,
    member: &str,
    known: &[&str],
) -> Option<usize> {
    let value = object.get(member);
    let found = value.and_then(Value::as_str).and_then(|word| known.iter().position(|w| *w == word));
    if found.is_none() {
        let what = value.map_or_else(|| "is missing".to_owned(), |other| format!("is {}", json::text(other)));
        let words = known.join("\", \"");
        config.fault(&format!("{at}.{member}"), &format!("{what}; must be one of \"{words}\""));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Service;
    use crate::config::Oci;

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
    fn faults_of_a_connection_to_oracle_cloud_are_named_where_they_are() {
        let config = parse(
            r#"{"connections":[
                {"id":"fra","kind":"oci","region":"eu-frankfurt-1","compartments":["ocid1.compartment.oc1..a"],
                 "endpoints":{"artifacts":"/fra/artifacts"},"authentication":{"method":"proxy"}},
                {"id":"a","kind":"oci","region":"Frankfurt am Main","realmDomain":"oracle","endpoint":"/x","account":"me",
                 "tenancy":7,"compartments":["ocid1.compartment.oc1..a","dev",8,"ocid1.compartment.oc1..a"],
                 "endpoints":{"compute":"ftp://x","storage":"/x"},"authentication":{"method":"http-signature"}},
                {"id":"b","kind":"oracle","region":"eu-frankfurt-1","compartments":"all","endpoints":[],
                 "authentication":{"method":"proxy"}},
                {"id":"c","kind":"triton","endpoint":"/x","endpoints":{},"authentication":{"method":"proxy"}}]}"#,
        );
        let mut places: Vec<&str> = config.faults.iter().map(|f| f.place.as_str()).collect();
        places.sort_unstable();
        assert_eq!(
            places,
            [
                "connections[1].account",
                "connections[1].compartments[1]",
                "connections[1].compartments[2]",
                "connections[1].compartments[3]",
                "connections[1].endpoint",
                "connections[1].endpoints.compute",
                "connections[1].endpoints.storage",
                "connections[1].realmDomain",
                "connections[1].region",
                "connections[1].tenancy",
                "connections[2].compartments",
                "connections[2].endpoints",
                "connections[2].kind",
                "connections[3].endpoints",
            ]
        );
        let [good] = config.connections.as_slice() else { panic!("{config:?}") };
        assert_eq!(good.root(Service::Artifacts), Some("/fra/artifacts"));
        assert_eq!((good.root(Service::Compute), good.root(Service::Api)), (None, None));
        assert_eq!(good.oci().map(Oci::realm), Some("oraclecloud.com"));
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
