//! Oracle Cloud identifiers (contract §1).

use crate::finding::Finding;

/// The longest OCID, in characters.
const LONGEST: usize = 255;

/// An OCID of any type: `ocid1.<type>.<realm>.[region].<unique>`. The parts are opaque, so only
/// the beginning, the length and the characters are looked at.
#[must_use]
pub fn ocid(value: &str) -> Finding {
    if value.is_empty() {
        return Finding::Error("Enter an OCID; one begins with ocid1.".to_owned());
    }
    if value.len() > LONGEST {
        return Finding::Error(format!("An OCID has at most {LONGEST} characters."));
    }
    if value.chars().any(|c| !(c.is_ascii_alphanumeric() || "._-".contains(c))) {
        return Finding::Error("An OCID has only letters, digits, dots, hyphens and underscores.".to_owned());
    }
    if value.starts_with("ocid1.") && value.split('.').count() >= 4 {
        Finding::Fine
    } else {
        Finding::Error("This is not an OCID; one looks like ocid1.compartment.oc1..aaaa.".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_shapes_pass_and_others_are_named() {
        for fine in [
            "ocid1.tenancy.oc1..aaaa",
            "ocid1.image.oc1.iad.aaaaaaaaq3xv",
            "ocid1.containerimage.oc1.phx.0.axaxnpcrorw5.aaaaaaaabq7c",
        ] {
            assert_eq!(ocid(fine), Finding::Fine, "{fine}");
        }
        let long = format!("ocid1.image.oc1..{}", "a".repeat(250));
        for bad in ["", "image", "ocid1.image", "ocid1.image.oc1..a b", long.as_str()] {
            assert!(!ocid(bad).may_be_sent(), "{bad}");
        }
    }
}
