//! Who is asking: HTTP signatures, pre-signed addresses and roles (section 2).

mod algorithm;
mod header;
mod key;
mod key_id;
mod presigned;
mod roles;
mod sign;
mod signing_string;

pub use algorithm::Algorithm;
pub use header::{Credentials, parse};
pub use key::Key;
pub use roles::permit;
pub use sign::sign;

use super::accounts::{Account, Accounts, SubUser};
use super::negotiate::Version;
use super::params::Params;
use super::problem::Problem;
use crate::wire::Request;

/// An authenticated caller.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// The account that is acted for.
    pub account: &'a Account,
    /// The sub-user, when it is not the owner itself.
    pub user: Option<&'a SubUser>,
}

/// Finds the caller and checks the signature. `credentials` is what the header held;
/// a pre-signed address needs none.
pub fn authenticate<'a>(
    accounts: &'a Accounts,
    request: &Request,
    credentials: Option<&Credentials>,
    params: &Params,
    version: Version,
    clock: i64,
) -> Result<(Caller<'a>, String), Problem> {
    let presigned;
    let credentials = match credentials {
        Some(credentials) => credentials,
        None => {
            presigned = presigned::credentials(request, params, clock)?.ok_or_else(|| {
                Problem::credentials("You must make authenticated requests to use CloudAPI")
            })?;
            &presigned
        }
    };
    let invalid = || Problem::credentials("Invalid authorization credentials supplied");
    let key_id = key_id::parse(&credentials.key_id, version)?;
    let account = accounts.by_login(&key_id.login).ok_or_else(invalid)?;
    let user = match &key_id.user {
        Some(login) => Some(account.users.iter().find(|user| user.login == *login).ok_or_else(invalid)?),
        None => None,
    };
    let keys = user.map_or(&account.keys, |user| &user.keys);
    let key = keys.iter().find(|key| key.answers_to(&key_id.key)).ok_or_else(invalid)?;
    let text = credentials.signing_string.as_bytes();
    if !key.verifies(credentials.algorithm, text, &credentials.signature) {
        return Err(invalid());
    }
    if !account.enabled || user.is_some_and(|user| !user.enabled) {
        return Err(Problem::forbidden("Account or user is disabled"));
    }
    Ok((Caller { account, user }, credentials.key_id.clone()))
}
