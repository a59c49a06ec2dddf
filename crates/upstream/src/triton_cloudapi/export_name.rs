//! The files an export will write, told while the path is typed (contract §4.4). Whether the path
//! is an existing directory is known only to Manta, so both readings are shown.

/// The two files of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFiles {
    /// The image itself.
    pub image: String,
    /// Its manifest.
    pub manifest: String,
}

/// Both readings of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportNames {
    /// When the path is an existing directory.
    pub as_directory: ExportFiles,
    /// When it is not: the path is the beginning of the file names.
    pub as_prefix: ExportFiles,
    /// Whether the image's compression is known; otherwise the last extension is still to come.
    pub extension_known: bool,
}

/// What will be written, given the image's name, version and `files[0].compression`.
#[must_use]
pub fn export_names(path: &str, name: &str, version: &str, compression: Option<&str>) -> ExportNames {
    let extension = compression.and_then(extension);
    let files = |stem: &str| ExportFiles {
        image: format!("{stem}.zfs{}", extension.unwrap_or_default()),
        manifest: format!("{stem}.imgmanifest"),
    };
    let path = path.trim_end_matches('/');
    ExportNames {
        as_directory: files(&format!("{path}/{name}-{version}")),
        as_prefix: files(path),
        extension_known: extension.is_some(),
    }
}

fn extension(compression: &str) -> Option<&'static str> {
    match compression {
        "gzip" => Some(".gz"),
        "bzip2" => Some(".bz2"),
        "xz" => Some(".xz"),
        "none" => Some(""),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readings_are_told_with_the_right_extension() {
        for (compression, extension) in
            [("gzip", ".zfs.gz"), ("bzip2", ".zfs.bz2"), ("xz", ".zfs.xz"), ("none", ".zfs")]
        {
            let names = export_names("/user/stor/my-image", "base", "1.0", Some(compression));
            assert_eq!(names.as_prefix.image, format!("/user/stor/my-image{extension}"));
            assert_eq!(names.as_prefix.manifest, "/user/stor/my-image.imgmanifest");
            assert_eq!(names.as_directory.image, format!("/user/stor/my-image/base-1.0{extension}"));
            assert_eq!(names.as_directory.manifest, "/user/stor/my-image/base-1.0.imgmanifest");
            assert!(names.extension_known);
        }
    }

    #[test]
    fn an_unknown_compression_is_said_to_be_unknown() {
        for compression in [None, Some("zstd")] {
            assert!(!export_names("/user/stor/", "base", "1.0", compression).extension_known);
        }
    }
}
