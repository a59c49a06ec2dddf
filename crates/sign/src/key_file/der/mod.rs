//! As much of DER as private keys need.

pub(super) mod oid;
mod reader;
mod writer;

pub(super) use reader::{Reader, sequence_in};
pub(super) use writer::{bit_string, explicit, integer, object, octet_string, sequence};

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const NULL: u8 = 0x05;
const OBJECT: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
/// `[n]`, constructed. Without this bit set, a primitive one.
const CONTEXT_CONSTRUCTED: u8 = 0xa0;
const CONTEXT_PRIMITIVE: u8 = 0x80;
