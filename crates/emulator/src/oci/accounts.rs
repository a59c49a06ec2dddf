//! The tenancy's users. All keys are public test keys (`keys/README.md`).

use std::sync::OnceLock;

use super::auth::Key;

/// The one tenancy.
pub const TENANCY: &str = "ocid1.tenancy.oc1..aaaaaaaaimage4console7emulated2tenancy5for6demo3and2tests7aaaa";
/// Its object storage namespace, which also stands in the OCIDs of container images.
pub const NAMESPACE: &str = "axaxnpcrorw5";

/// A user.
#[derive(Debug)]
pub struct User {
    /// Name, as the proxy's address has it.
    pub name: &'static str,
    /// OCID.
    pub ocid: &'static str,
    /// The registered API signing key.
    pub key: Key,
    /// The key that session tokens are bound to; none for a user without sessions.
    pub session: Option<Key>,
    /// Whether policies let it change anything, and see every compartment.
    pub full: bool,
}

macro_rules! key {
    ($file:literal) => {
        Key::read(include_str!(concat!("../../keys/", $file)))
    };
}

/// All users; read once, because reading an RSA key takes its time.
pub fn users() -> &'static [User] {
    static USERS: OnceLock<Vec<User>> = OnceLock::new();
    USERS.get_or_init(|| {
        let ola = key!("ola.pkcs8.pem").map(|key| User {
            name: "ola",
            ocid: "ocid1.user.oc1..aaaaaaaaola2may2do7everything4in3the6emulated5tenancy2aaaaaaa",
            key,
            session: key!("ola-session.pkcs8.pem"),
            full: true,
        });
        let reader = key!("reader.pkcs8.pem").map(|key| User {
            name: "reader",
            ocid: "ocid1.user.oc1..aaaaaaaareader2may2only7look4at3most6compartments5aaaaaaaaaaa",
            key,
            session: None,
            full: false,
        });
        ola.into_iter().chain(reader).collect()
    })
}

/// A user by name.
pub fn named(name: &str) -> Option<&'static User> {
    users().iter().find(|user| user.name == name)
}

/// A user by OCID.
pub fn by_ocid(ocid: &str) -> Option<&'static User> {
    users().iter().find(|user| user.ocid == ocid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_those_that_openssl_prints() {
        let found: Vec<_> = users().iter().map(|user| user.key.fingerprint.as_str()).collect();
        assert_eq!(
            found,
            [
                "96:fa:d5:1f:34:9a:e1:92:ff:19:56:e7:1b:15:af:48",
                "4b:ae:d4:84:f6:4a:7e:da:64:8b:b5:e8:70:51:cc:2d"
            ]
        );
    }
}
