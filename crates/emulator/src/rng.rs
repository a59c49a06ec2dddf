//! A small generator of numbers that are the same for the same seed (SplitMix64). Nothing secret
//! comes from it.

use crate::Uuid;

/// The generator.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// One generator per seed and purpose, so that one part's draws do not shift another's.
    pub fn new(seed: u64, purpose: u64) -> Self {
        let mut rng = Self(seed ^ purpose.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        rng.next();
        rng
    }

    /// 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or(0)
    }

    /// A UUID.
    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_random(u128::from(self.next()) << 64 | u128::from(self.next()))
    }

    /// One of the choices; they must not be empty.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len() as u64) as usize)
    }

    /// Appends a SHA-1 in hexadecimal.
    pub fn push_sha1(&mut self, out: &mut String) {
        for _ in 0..5 {
            let bits = self.next();
            for place in 0..8 {
                let digit = (bits >> (4 * place)) as u8 & 0xf;
                out.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
            }
        }
    }
}
