//! The two shapes of a keyId (section 2.1).

use crate::triton::negotiate::Version;
use crate::triton::problem::Problem;

/// A keyId, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyId {
    /// The account's login; `my` is no alias here.
    pub login: String,
    /// The sub-user's login, with version 7.2 and later.
    pub user: Option<String>,
    /// Fingerprint or name of the key.
    pub key: String,
}

/// Reads `/LOGIN/keys/KEYREF` or `/LOGIN/users/SUBLOGIN/keys/KEYREF`.
pub fn parse(text: &str, version: Version) -> Result<KeyId, Problem> {
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        ["", login, "keys", key] => Ok(KeyId { login: (*login).into(), user: None, key: (*key).into() }),
        ["", login, "users", user, "keys", key] if version >= (7, 2, 0) => {
            Ok(KeyId { login: (*login).into(), user: Some((*user).into()), key: (*key).into() })
        }
        _ => Err(Problem::credentials(format!("Invalid KeyId {text} in authorization header"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_shapes_and_the_second_from_7_2() {
        assert!(parse("/jdoe/keys/aa:bb", (7, 0, 0)).is_ok());
        assert_eq!(parse("/jdoe/users/alice/keys/k", (9, 0, 0)).unwrap().user.as_deref(), Some("alice"));
        for text in ["jdoe/keys/k", "/jdoe/k", "/jdoe/keys/k/", "/jdoe/alice/keys/k", ""] {
            assert_eq!(parse(text, (9, 0, 0)).unwrap_err().status, 401, "{text}");
        }
        assert!(parse("/jdoe/users/alice/keys/k", (7, 1, 0)).is_err());
    }
}
