//! Writing DER. Each buffer has its final size from the start, so that no copy of a secret is left
//! behind when it would grow.

use zeroize::Zeroizing;

use super::{BIT_STRING, CONTEXT_CONSTRUCTED, INTEGER, OBJECT, OCTET_STRING, SEQUENCE};

/// An element, ready to be put into another.
pub(in crate::key_file) type Element = Zeroizing<Vec<u8>>;

fn element(tag: u8, content: &[&[u8]]) -> Element {
    let length: usize = content.iter().map(|part| part.len()).sum();
    let mut out = Zeroizing::new(Vec::with_capacity(length + 6));
    out.push(tag);
    let digits = length.to_be_bytes();
    let start = digits.iter().position(|d| *d != 0).unwrap_or(digits.len() - 1);
    let digits = digits.get(start..).unwrap_or_default();
    match digits {
        [short @ 0..=0x7f] => out.push(*short),
        long => {
            out.push(0x80 | u8::try_from(long.len()).unwrap_or(0));
            out.extend_from_slice(long);
        }
    }
    for part in content {
        out.extend_from_slice(part);
    }
    out
}

pub(in crate::key_file) fn sequence(content: &[&[u8]]) -> Element {
    element(SEQUENCE, content)
}

/// An INTEGER from a natural number, big-endian.
pub(in crate::key_file) fn integer(number: &[u8]) -> Element {
    let start = number.iter().position(|b| *b != 0).unwrap_or(number.len());
    let number = number.get(start..).unwrap_or_default();
    // Signed: a zero goes in front of a set top bit, and stands for zero itself.
    match number {
        [] | [0x80..=0xff, ..] => element(INTEGER, &[&[0], number]),
        _ => element(INTEGER, &[number]),
    }
}

pub(in crate::key_file) fn octet_string(content: &[u8]) -> Element {
    element(OCTET_STRING, &[content])
}

pub(in crate::key_file) fn bit_string(content: &[u8]) -> Element {
    element(BIT_STRING, &[&[0], content])
}

pub(in crate::key_file) fn object(content: &[u8]) -> Element {
    element(OBJECT, &[content])
}

/// `[number]` around another element.
pub(in crate::key_file) fn explicit(number: u8, content: &[u8]) -> Element {
    element(CONTEXT_CONSTRUCTED | number, &[content])
}
