//! A connection as it stands in `config.json`.

use serde_json::{Map, Value};

use super::Connection;

/// A connection as it stands in `config.json`; members that are not given are left out.
#[must_use]
pub fn connection_to_json(connection: &Connection) -> Value {
    let mut item = Map::new();
    let kind = connection.kind();
    let common = [("id", connection.id.as_str()), ("name", &connection.name), ("kind", kind.word())];
    for (member, text) in common {
        put(&mut item, member, text.into());
    }
    for member in kind.members() {
        if let Some(text) = connection.upstream.text(member.name) {
            put(&mut item, member.name, text.into());
        }
    }
    if let Some(oci) = connection.oci() {
        let compartments = oci.compartments.iter().map(|ocid| Value::from(ocid.as_str()));
        put(&mut item, "compartments", Value::Array(compartments.collect()));
    }
    put(&mut item, "authentication.method", connection.authentication.word().into());
    item.into()
}

/// Puts a value in its place; `a.b` is `b` within the object `a`.
fn put(object: &mut Map<String, Value>, member: &str, value: Value) {
    let Some((outer, inner)) = member.split_once('.') else {
        object.insert(member.to_owned(), value);
        return;
    };
    let group = object.entry(outer).or_insert_with(|| Map::new().into());
    if let Value::Object(group) = group {
        group.insert(inner.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Authentication, Endpoints, Oci, Triton, Upstream, connection_of};
    use super::*;

    fn connection(authentication: Authentication, upstream: Upstream) -> Connection {
        Connection { id: "mine".to_owned(), name: "My own".to_owned(), authentication, upstream }
    }

    #[test]
    fn a_connection_comes_back_as_it_was_written() {
        let triton = Triton {
            endpoint: "/proxy".to_owned(),
            account: "jdoe".to_owned(),
            sub_user: Some("alice".to_owned()),
            api_version: None,
        };
        let written = connection(Authentication::HttpSignature, Upstream::Triton(triton));
        let json = connection_to_json(&written);
        assert_eq!(json["authentication"]["method"], "http-signature");
        assert_eq!(connection_of(&json), Ok(written));
        assert_eq!(connection_of(&Value::Null).unwrap_err()[0].message, "must be an object");
    }

    #[test]
    fn one_to_oracle_cloud_too() {
        let oci = Oci {
            region: "eu-frankfurt-1".to_owned(),
            realm_domain: String::new(),
            tenancy: "ocid1.tenancy.oc1..aaaa".to_owned(),
            user: String::new(),
            compartments: vec!["ocid1.compartment.oc1..bbbb".to_owned()],
            endpoints: Endpoints {
                compute: "/oci/compute".to_owned(),
                object_storage: "/oci/objects".to_owned(),
                ..Endpoints::default()
            },
        };
        let written = connection(Authentication::Proxy, Upstream::Oci(oci));
        let json = connection_to_json(&written);
        assert_eq!(
            json["endpoints"],
            serde_json::json!({ "compute": "/oci/compute", "objectStorage": "/oci/objects" })
        );
        assert_eq!((json.get("realmDomain"), json.get("user")), (None, None));
        assert_eq!(connection_of(&json), Ok(written));
    }
}
