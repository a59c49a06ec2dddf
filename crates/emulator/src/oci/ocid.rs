//! OCIDs: `ocid1.<type>.<realm>.[region].<unique>` (section 1).

use crate::rng::Rng;

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A new OCID of a type. `place` is the region's form, or empty for what has no region.
pub fn ocid(kind: &str, place: &str, rng: &mut Rng) -> String {
    let mut text = format!("ocid1.{kind}.oc1.{place}.aaaaaaaa");
    for _ in 0..52 {
        let letter = ALPHABET.get(rng.below(32) as usize).copied().unwrap_or(b'a');
        text.push(char::from(letter));
    }
    text
}

/// The OCID that is the same in every world.
pub fn fixed(kind: &str, place: &str, number: u64) -> String {
    let purpose = kind
        .bytes()
        .chain(place.bytes())
        .fold(number, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)));
    ocid(kind, place, &mut Rng::new(0x0c1d, purpose))
}

/// A new etag.
pub fn etag(rng: &mut Rng) -> String {
    format!("{:08x}", rng.next() >> 32)
}
