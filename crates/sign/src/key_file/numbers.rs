//! The little arithmetic on large numbers that RSA keys need: OpenSSH files leave out two of the
//! numbers WebCrypto wants, and a damaged file is told by numbers that do not fit together.
//!
//! Not for signing: nothing here hides how long it takes.

use zeroize::Zeroizing;

/// A natural number, least significant limb first, without zeros at the end.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Natural(Zeroizing<Vec<u32>>);

impl Natural {
    /// From big-endian bytes.
    pub(super) fn from_be(bytes: &[u8]) -> Self {
        let limb = |chunk: &[u8]| chunk.iter().fold(0_u32, |limb, byte| limb << 8 | u32::from(*byte));
        Self::trimmed(Zeroizing::new(bytes.rchunks(4).map(limb).collect()))
    }

    /// To big-endian bytes without zeros in front.
    pub(super) fn to_be(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(self.0.len() * 4));
        bytes.extend(self.0.iter().rev().flat_map(|limb| limb.to_be_bytes()).skip_while(|b| *b == 0));
        bytes
    }

    /// How many bits it takes to write the number.
    pub(super) fn bits(&self) -> u32 {
        let top = self.0.last().map_or(0, |limb| 32 - limb.leading_zeros());
        u32::try_from(self.0.len().saturating_sub(1))
            .map_or(u32::MAX, |n| n.saturating_mul(32).saturating_add(top))
    }

    /// Whether this is the number one.
    pub(super) fn is_one(&self) -> bool {
        self.0.as_slice() == [1]
    }

    /// One less; nothing for zero.
    pub(super) fn minus_one(&self) -> Option<Self> {
        if self.0.is_empty() {
            return None;
        }
        let mut limbs = self.0.clone();
        subtract(&mut limbs, &[1]);
        Some(Self::trimmed(limbs))
    }

    /// The product.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut limbs = Zeroizing::new(vec![0_u32; self.0.len() + other.0.len()]);
        for (shift, a) in self.0.iter().enumerate() {
            let mut carry = 0_u64;
            let factors = other.0.iter().copied().chain(std::iter::once(0));
            for (limb, b) in limbs.iter_mut().skip(shift).zip(factors) {
                let sum = u64::from(*a) * u64::from(b) + u64::from(*limb) + carry;
                *limb = low(sum);
                carry = sum >> 32;
            }
        }
        Self::trimmed(limbs)
    }

    /// The remainder of the division; nothing when the divisor is zero.
    pub(super) fn modulo(&self, divisor: &Self) -> Option<Self> {
        if divisor.0.is_empty() {
            return None;
        }
        // Bit by bit from the top: shift one in, subtract when it fits.
        let mut rest = Zeroizing::new(vec![0_u32; divisor.0.len() + 1]);
        for limb in self.0.iter().rev() {
            for bit in (0..32).rev() {
                let mut carry = limb >> bit & 1;
                for limb in rest.iter_mut() {
                    (*limb, carry) = (*limb << 1 | carry, *limb >> 31);
                }
                if at_least(&rest, &divisor.0) {
                    subtract(&mut rest, &divisor.0);
                }
            }
        }
        Some(Self::trimmed(rest))
    }

    fn trimmed(mut limbs: Zeroizing<Vec<u32>>) -> Self {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Self(limbs)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn low(value: u64) -> u32 {
    value as u32
}

/// Whether `a`, which may end in zeros and is not shorter, is at least `b`.
fn at_least(a: &[u32], b: &[u32]) -> bool {
    let b = b.iter().chain(std::iter::repeat_n(&0, a.len().saturating_sub(b.len())));
    a.iter().rev().cmp(b.rev()).is_ge()
}

/// Takes `b` from `a`, which is not smaller.
fn subtract(a: &mut [u32], b: &[u32]) {
    let mut borrow = false;
    for (limb, b) in a.iter_mut().zip(b.iter().chain(std::iter::repeat(&0))) {
        let (difference, first) = limb.overflowing_sub(*b);
        let (difference, second) = difference.overflowing_sub(u32::from(borrow));
        *limb = difference;
        borrow = first || second;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn natural(value: u128) -> Natural {
        Natural::from_be(&value.to_be_bytes())
    }

    proptest! {
        #[test]
        fn agrees_with_the_arithmetic_of_the_machine(a: u128, b in 1_u128.., c: u64, d: u64) {
            prop_assert!(natural(a).modulo(&natural(b)) == Some(natural(a % b)));
            prop_assert!(natural(c.into()).times(&natural(d.into())) == natural(u128::from(c) * u128::from(d)));
            prop_assert!(natural(b).minus_one() == Some(natural(b - 1)));
            prop_assert_eq!(natural(a).bits(), 128 - a.leading_zeros());
        }

        #[test]
        fn product_and_remainder_belong_together(
            a in proptest::collection::vec(any::<u8>(), 0..80),
            b in proptest::collection::vec(any::<u8>(), 1..80),
        ) {
            let (a, b) = (Natural::from_be(&a), Natural::from_be(&b));
            let product = a.times(&b);
            prop_assert!(product == b.times(&a));
            if b.bits() > 0 {
                prop_assert_eq!(product.modulo(&b).map(|r| r.bits()), Some(0));
            }
        }

        #[test]
        fn bytes_come_back_without_zeros_in_front(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let start = bytes.iter().position(|b| *b != 0).unwrap_or(bytes.len());
            prop_assert_eq!(&Natural::from_be(&bytes).to_be()[..], &bytes[start..]);
        }
    }

    #[test]
    fn zero_divides_nothing_and_has_nothing_below_it() {
        assert!(natural(7).modulo(&natural(0)).is_none());
        assert!(natural(0).minus_one().is_none());
    }
}
