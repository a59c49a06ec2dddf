//! Numbers as people read them.

/// Bytes in binary units with one decimal: `105.6 MiB`; below 1 KiB exact.
#[must_use]
pub fn bytes(n: u64) -> String {
    const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    if n < 1024 {
        return format!("{n} B");
    }
    // Tenths in integers: float formatting costs wasm.
    let mut unit = 0;
    // Ten times the number itself might not fit.
    let mut rest = n;
    while rest >= 1024 * 1024 && unit + 1 < UNITS.len() {
        rest /= 1024;
        unit += 1;
    }
    let tenths = rest * 10 / 1024;
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS[unit])
}

/// MiB as the upstreams count memory: `256 MiB`, `32 GiB`.
#[must_use]
pub fn mebibytes(n: u64) -> String {
    if n >= 1024 && n.is_multiple_of(1024) { format!("{} GiB", n / 1024) } else { format!("{n} MiB") }
}

/// A whole number with separators: `12,902`.
#[must_use]
pub fn count(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 image`, `2 images`.
#[must_use]
pub fn plural(n: u64, one: &str) -> String {
    format!("{} {one}{}", count(n), if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_counts_read_well() {
        assert_eq!(bytes(1023), "1023 B");
        assert_eq!(bytes(110_742_036), "105.6 MiB");
        assert_eq!(bytes(u64::MAX), "15.9 EiB");
        assert_eq!(mebibytes(32_768), "32 GiB");
        assert_eq!(mebibytes(1500), "1500 MiB");
        assert_eq!(count(12_902), "12,902");
        assert_eq!(count(100), "100");
        assert_eq!(plural(1, "image"), "1 image");
    }
}
