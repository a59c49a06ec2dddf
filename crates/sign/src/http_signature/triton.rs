//! Signatures for Triton CloudAPI (triton-cloudapi.md §2.1).

use std::fmt;

use super::error::check_part;
use super::{Lines, SignError, SigningPlan};
use crate::Algorithm;

/// Which key of which account or sub-user signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyId(String);

impl KeyId {
    /// A key of the account itself: `/LOGIN/keys/KEYREF`.
    ///
    /// `key_ref` is the MD5 fingerprint of the key (`aa:bb:…`) or its name in the account.
    ///
    /// # Errors
    /// [`SignError`] names the part that cannot be sent, and why.
    pub fn account(login: &str, key_ref: &str) -> Result<Self, SignError> {
        check_login(login)?;
        check_part("key", key_ref, &['/'])?;
        Ok(Self(format!("/{login}/keys/{key_ref}")))
    }

    /// A key of a sub-user of the account: `/LOGIN/users/SUBLOGIN/keys/KEYREF`. Needs API version
    /// 7.2 or newer.
    ///
    /// # Errors
    /// [`SignError`] names the part that cannot be sent, and why.
    pub fn sub_user(login: &str, sub_login: &str, key_ref: &str) -> Result<Self, SignError> {
        check_login(login)?;
        check_part("sub-user", sub_login, &['/'])?;
        check_part("key", key_ref, &['/'])?;
        Ok(Self(format!("/{login}/users/{sub_login}/keys/{key_ref}")))
    }

    /// The key id as it stands in the header.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn check_login(login: &str) -> Result<(), SignError> {
    check_part("account", login, &['/'])?;
    if login == "my" { Err(SignError::AliasForAccount) } else { Ok(()) }
}

/// Plans a signature over the date alone. A reverse proxy may then change host and path.
///
/// `x_date` is an HTTP date in GMT, e.g. `Tue, 05 Mar 2024 10:15:30 GMT`, at most 300 s off the
/// server's clock. `x-date` is used because a script in a browser cannot set `Date`.
///
/// # Errors
/// [`SignError::UnusableValue`] when the date is empty or holds control characters.
pub fn plan(key_id: &KeyId, algorithm: Algorithm, x_date: &str) -> Result<SigningPlan, SignError> {
    build(key_id, algorithm, x_date, None)
}

/// Plans a signature over the date, the method and the target (path and query as sent). Every proxy
/// on the way must then hand over path and query byte for byte.
///
/// # Errors
/// [`SignError::UnusableValue`] when the date, method or target cannot go into a request line.
pub fn plan_with_target(
    key_id: &KeyId,
    algorithm: Algorithm,
    x_date: &str,
    method: &str,
    target: &str,
) -> Result<SigningPlan, SignError> {
    build(key_id, algorithm, x_date, Some((method, target)))
}

fn build(
    key_id: &KeyId,
    algorithm: Algorithm,
    x_date: &str,
    target: Option<(&str, &str)>,
) -> Result<SigningPlan, SignError> {
    let mut lines = Lines::default();
    lines.push("x-date", x_date)?;
    if let Some((method, target)) = target {
        lines.push_request_target(method, target)?;
    }
    let (signed, signing_string) = lines.finish();
    Ok(SigningPlan {
        signing_string,
        headers: vec![("x-date", x_date.to_owned())],
        algorithm,
        key_id: key_id.0.clone(),
        signed,
        version: None,
    })
}
