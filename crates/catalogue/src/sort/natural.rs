//! Comparing versions as people do. May depend on nothing.

use std::cmp::Ordering;

/// Compares two versions: runs of digits by their number, of any length, the rest letter by letter
/// without regard to ASCII case, digits before letters. `1.9` is before `1.10`, `1.0` before
/// `1.0-rc1`: no scheme is assumed, because every image has its own.
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        let (Some(&x), Some(&y)) = (a.first(), b.first()) else { return a.len().cmp(&b.len()) };
        let order = if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, n) = (number(&mut a), number(&mut b));
            m.len().cmp(&n.len()).then_with(|| m.cmp(n))
        } else {
            (a, b) = (a.get(1..).unwrap_or_default(), b.get(1..).unwrap_or_default());
            let kind = |c: u8| (!c.is_ascii_digit(), c.to_ascii_lowercase());
            match (x.is_ascii_digit(), y.is_ascii_digit()) {
                (false, false) => x.to_ascii_lowercase().cmp(&y.to_ascii_lowercase()),
                _ => kind(x).cmp(&kind(y)),
            }
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Takes the run of digits off the front; the digits without leading zeros.
fn number<'a>(text: &mut &'a [u8]) -> &'a [u8] {
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end).unwrap_or((text, &[]));
    *text = rest;
    let zeros = digits.iter().take_while(|&&b| b == b'0').count();
    digits.get(zeros..).unwrap_or_default()
}

/// A number that orders versions like [`compare`] as far as it goes: most pairs are told apart
/// without looking at the text. From the top: 26 bits for a run of digits, 9 for another byte,
/// until the next one has no room. The end of the text is nothing, hence before everything.
pub(super) fn prefix(text: &str) -> u64 {
    const LARGEST: u64 = (1 << 25) - 1;
    let (mut rest, mut key, mut room) = (text.as_bytes(), 0, 64);
    while let Some(&first) = rest.first() {
        let digit = first.is_ascii_digit();
        let width = if digit { 26 } else { 9 };
        if room < width {
            break;
        }
        room -= width;
        if digit {
            let value = number(&mut rest).iter().fold(0, |n, b| LARGEST.min(n * 10 + u64::from(b - b'0')));
            key |= (value + 1).min(LARGEST) << room;
            if value + 1 >= LARGEST {
                break;
            }
        } else {
            key |= (1 << 8 | u64::from(first.to_ascii_lowercase())) << room;
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_count_as_numbers() {
        let sorted =
            ["", "1", "1.0", "1.0-rc1", "1.9", "1.10", "2", "13.4.0", "20240101", "a", "B", "c1", "c10"];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert_eq!(compare("1.01", "1.1"), Ordering::Equal);
        let (long, longer) = ("9".repeat(40), format!("1{}", "0".repeat(40)));
        assert_eq!(compare(&long, &longer), Ordering::Less);
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in "[0-9a-c.]{0,5}", b in "[0-9a-c.]{0,5}", c in "[0-9a-c.]{0,5}") {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            if compare(&a, &b).is_le() && compare(&b, &c).is_le() {
                prop_assert!(compare(&a, &c).is_le());
            }
        }

        #[test]
        fn the_prefix_agrees(a in "[0-9a-cA. é]{0,6}|[0-9]{7,9}.?", b in "[0-9a-cA. é]{0,6}|[0-9]{7,9}.?") {
            if prefix(&a) != prefix(&b) {
                prop_assert_eq!(prefix(&a).cmp(&prefix(&b)), compare(&a, &b));
            }
        }
    }
}
