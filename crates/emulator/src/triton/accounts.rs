//! The accounts of the emulated service. All keys are public test keys (`keys/README.md`).

use serde_json::{Value, json};

use super::auth::Key;
use crate::Uuid;

/// The demo account.
pub const JDOE: Uuid = Uuid(0x47034e57_42d1_0342_b302_00db733e8c8a);
/// The operator, who owns the public images.
pub const ADMIN: Uuid = Uuid(0x930896af_bf8c_48d4_885c_6573a94b1853);
/// Another customer, who shares images with the demo account.
pub const ACME: Uuid = Uuid(0x77034e57_42d1_0342_b302_00db733e8c8a);
/// A customer who may use one datacenter only.
pub const GLOBEX: Uuid = Uuid(0x1f0e2d3c_4b5a_4697_8877_a6b5c4d3e2f1);
/// A disabled account.
pub const RETIRED: Uuid = Uuid(0x5c8a7e61_93d2_4b0f_8e1d_2a6b7c9d0e3f);

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub uuid: Uuid,
    /// Its login.
    pub login: &'static str,
    /// False for an account that may not do anything.
    pub enabled: bool,
    /// The only datacenter it may use; none for all.
    pub only: Option<&'static str>,
    /// Its own keys.
    pub keys: Vec<Key>,
    /// Its sub-users.
    pub users: Vec<SubUser>,
    /// The key that the authenticating proxy holds for it: a P-256 key in PKCS#8.
    pub proxy_key: &'static str,
    name: (&'static str, &'static str, &'static str),
}

/// A sub-user of an account.
#[derive(Clone, Debug)]
pub struct SubUser {
    /// Its login, unique in the account.
    pub login: &'static str,
    /// False when it may not do anything.
    pub enabled: bool,
    /// Its keys.
    pub keys: Vec<Key>,
    /// What it is a member of.
    pub roles: Vec<Role>,
    /// As for an account.
    pub proxy_key: &'static str,
}

/// A role of a sub-user.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name, for `as-role`.
    pub name: &'static str,
    /// Whether it is in force without being asked for.
    pub default: bool,
    /// The actions that it allows.
    pub actions: &'static [&'static str],
}

const READ: &[&str] = &[
    "getaccount",
    "listkeys",
    "getkey",
    "listimages",
    "getimage",
    "listmachines",
    "getmachine",
    "listdatacenters",
    "getdatacenter",
];
const WRITE: &[&str] =
    &["listimages", "getimage", "createimagefrommachine", "updateimage", "deleteimage", "listmachines"];

macro_rules! pem {
    ($name:literal) => {
        include_str!(concat!("../../keys/", $name))
    };
}

/// All accounts.
#[derive(Clone, Debug)]
pub struct Accounts(Vec<Account>);

impl Accounts {
    /// The accounts every world starts with.
    pub fn seeded() -> Self {
        let alice = SubUser {
            login: "alice",
            enabled: true,
            keys: keys(&[("alice", pem!("jdoe-alice.pub"))]),
            roles: vec![
                Role { name: "readers", default: true, actions: READ },
                Role { name: "editors", default: false, actions: WRITE },
            ],
            proxy_key: pem!("jdoe-alice.pkcs8.pem"),
        };
        let jdoe = Account {
            users: vec![alice],
            keys: keys(&[
                ("laptop", pem!("jdoe-rsa.pub")),
                ("laptop-ecdsa", pem!("jdoe-ecdsa.pub")),
                ("build-p384", pem!("jdoe-p384.pub")),
                ("build-p521", pem!("jdoe-p521.pub")),
            ]),
            ..account(JDOE, "jdoe", ("Jane", "Doe", "Example Ltd"), "", pem!("jdoe-ecdsa.pkcs8.pem"))
        };
        let acme = ("Arthur", "Acme", "Acme Corporation");
        let admin = ("Operator", "Admin", "Datacenter operations");
        Self(vec![
            jdoe,
            account(ACME, "acme", acme, pem!("acme.pub"), pem!("acme.pkcs8.pem")),
            account(ADMIN, "admin", admin, pem!("admin.pub"), pem!("admin.pkcs8.pem")),
            Account {
                only: Some("us-east-1"),
                ..account(
                    GLOBEX,
                    "globex",
                    ("Hank", "Scorpio", "Globex"),
                    pem!("globex.pub"),
                    pem!("globex.pkcs8.pem"),
                )
            },
            Account {
                enabled: false,
                ..account(
                    RETIRED,
                    "retired",
                    ("Rita", "Retired", "Gone Ltd"),
                    pem!("retired.pub"),
                    pem!("retired.pkcs8.pem"),
                )
            },
        ])
    }

    /// By login alone, as a keyId names it.
    pub fn by_login(&self, login: &str) -> Option<&Account> {
        self.0.iter().find(|account| account.login == login)
    }

    /// By login or id, as a path names it.
    pub fn named(&self, name: &str) -> Option<&Account> {
        self.0.iter().find(|account| account.answers_to(name))
    }
}

impl Account {
    /// Whether a path's account segment means this account; `my` is settled before.
    pub fn answers_to(&self, name: &str) -> bool {
        name == self.login || name == self.uuid.to_string()
    }

    /// The body of GetAccount.
    pub fn to_json(&self) -> Value {
        let (first, last, company) = self.name;
        json!({
            "id": self.uuid.to_string(), "login": self.login, "email": format!("{}@example.com", self.login),
            "companyName": company, "firstName": first, "lastName": last, "phone": "+15555550100",
            "triton_cns_enabled": false, "created": "2013-02-11T09:30:00.000Z", "updated": "2024-01-15T16:20:31.000Z",
        })
    }
}

fn account(
    uuid: Uuid,
    login: &'static str,
    name: (&'static str, &'static str, &'static str),
    public: &'static str,
    proxy_key: &'static str,
) -> Account {
    let keys = keys(&[(login, public)]);
    Account { uuid, login, enabled: true, only: None, keys, users: Vec::new(), proxy_key, name }
}

fn keys(lines: &[(&'static str, &'static str)]) -> Vec<Key> {
    lines.iter().filter_map(|(name, line)| Key::read(name, line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_those_that_ssh_keygen_prints() {
        let accounts = Accounts::seeded();
        let jdoe = accounts.by_login("jdoe").unwrap();
        let found: Vec<_> = jdoe.keys.iter().map(|key| key.fingerprint.as_str()).collect();
        assert_eq!(found, FINGERPRINTS);
        assert_eq!(jdoe.users[0].keys.len(), 1);
    }

    const FINGERPRINTS: [&str; 4] = [
        "b7:3b:2a:35:c5:19:2f:35:49:df:59:8e:28:32:6a:8f",
        "1f:9a:2b:76:b7:69:d7:1b:3f:29:da:1d:38:85:a8:7a",
        "22:ef:45:88:37:1e:28:8c:a9:d8:eb:5c:0a:7d:a3:d0",
        "73:d2:fc:31:ca:d4:32:2f:c7:ae:b5:04:4b:08:01:a4",
    ];
}
