//! Private keys: imported once, never readable again, and what is signed with them.

pub mod crypto;
#[cfg(feature = "key-import")]
pub mod key_import;
pub mod keystore;
pub mod signer;
