//! Namespace, bucket and object.

use crate::finding::Finding;
use crate::oci_compute::ExportFormat;

/// `namespaceName`; required.
#[must_use]
pub fn namespace_name(value: &str) -> Finding {
    part(value, "Choose or enter the namespace, for example axaxnpcrorw5.")
}

/// `bucketName`; required.
#[must_use]
pub fn bucket_name(value: &str) -> Finding {
    part(value, "Choose or enter a bucket.")
}

/// `objectName`; required. A name that ends like another format's file only warns: the service
/// gives the object exactly the name that is sent.
#[must_use]
pub fn object_name(value: &str, format: Option<ExportFormat>) -> Finding {
    if value.is_empty() {
        return Finding::Error("Enter the name of the object to make, for example ol8-web.oci.".to_owned());
    }
    if let Some(finding) = invisible(value) {
        return finding;
    }
    let format = format.unwrap_or(ExportFormat::Oci);
    let lower = value.to_ascii_lowercase();
    let other = ExportFormat::ALL.into_iter().find(|f| *f != format && lower.ends_with(f.extension()));
    other.map_or(Finding::Fine, |other| {
        Finding::Warning(format!(
            "The name ends in {}, but the format is {}.",
            other.extension(),
            format.word()
        ))
    })
}

fn part(value: &str, missing: &str) -> Finding {
    if value.is_empty() {
        return Finding::Error(missing.to_owned());
    }
    if let Some(finding) = invisible(value) {
        return finding;
    }
    match value.chars().find(|c| !(c.is_ascii_alphanumeric() || "._-".contains(*c))) {
        Some('/') => Finding::Error("A slash cannot be part of this name.".to_owned()),
        Some(odd) => Finding::Warning(format!(
            "“{odd}” is unusual here: names have letters, digits, dots, hyphens and underscores."
        )),
        None => Finding::Fine,
    }
}

fn invisible(value: &str) -> Option<Finding> {
    let odd = value.chars().any(char::is_control) || value.trim() != value;
    odd.then(|| Finding::Error("There is a space at an end, or an invisible control character.".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_work_is_refused_and_what_is_odd_warns() {
        for fine in ["axaxnpcrorw5", "image-exports", "a.b_c"] {
            assert_eq!((namespace_name(fine), bucket_name(fine)), (Finding::Fine, Finding::Fine));
        }
        for bad in ["", "a/b", "a\nb", " a"] {
            assert!(!bucket_name(bad).may_be_sent() && !namespace_name(bad).may_be_sent(), "{bad:?}");
        }
        assert!(matches!(bucket_name("bücket"), Finding::Warning(_)));
    }

    #[test]
    fn an_objects_name_may_be_anything_that_can_be_seen() {
        assert_eq!(object_name("2024/ö l8.vdi", Some(ExportFormat::Vdi)), Finding::Fine);
        assert_eq!(object_name("ol8", None), Finding::Fine);
        assert!(matches!(object_name("ol8.VMDK", None), Finding::Warning(_)));
        assert!(!object_name("", None).may_be_sent() && !object_name("a\u{7}", None).may_be_sent());
    }
}
