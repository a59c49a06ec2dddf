//! The calls on the `oci` command line. It makes a retry token of its own;
//! `oci::preview::raw_request` sends the one that is shown.

use crate::oci::Guard;
use crate::oci::filter::Filter;
use crate::oci::preview::Cli;

const OWN_TOKEN: &str =
    "the oci command makes a retry token of its own; to send this one, use the raw request";

/// What the command line calls otherwise, because `--version` is its own.
const RENAMED: &[(&str, &str)] = &[("version", "image-version")];

/// ListContainerImages in one state, all pages.
#[must_use]
pub fn list_images(cli: &Cli<'_>, compartment_id: &str, filter: &Filter) -> String {
    cli.list("artifacts container image list", compartment_id, filter, RENAMED)
}

/// GetContainerImage.
#[must_use]
pub fn get_image(cli: &Cli<'_>, image_id: &str) -> String {
    cli.command("artifacts container image get", &[("image-id", image_id)], &[])
}

/// RestoreContainerImage.
#[must_use]
pub fn restore_image(cli: &Cli<'_>, image_id: &str, version: Option<&str>, guard: Guard<'_>) -> String {
    let mut options = vec![("image-id", image_id)];
    options.extend(version.map(|version| ("image-version", version)));
    options.extend(guard.if_match.map(|etag| ("if-match", etag)));
    let comments: Vec<_> = guard.retry_token.map(|_| OWN_TOKEN).into_iter().collect();
    cli.command("artifacts container image restore", &options, &comments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci_artifacts::IMAGE_PARAMS;

    const CLI: Cli<'static> = Cli { connection: "oci", region: "", session_token: false };

    #[test]
    fn the_calls_have_the_command_lines_own_names() {
        assert!(
            restore_image(&CLI, "i", None, Guard::default())
                .ends_with("\noci artifacts container image restore --image-id i")
        );
        let guard = Guard { if_match: Some("c0f5"), retry_token: Some("t") };
        let text = restore_image(&CLI, "i", Some("0.0.1"), guard);
        assert!(text.contains("retry token of its own"), "{text}");
        assert!(text.ends_with("--image-id i \\\n  --image-version 0.0.1 \\\n  --if-match c0f5"), "{text}");
        let (filter, _) = Filter::parse(
            IMAGE_PARAMS,
            [("version", "1.*"), ("compartmentIdInSubtree", "true"), ("lifecycleState", "DELETED")],
        );
        let text = list_images(&CLI, "c", &filter);
        assert!(text.contains("--compartment-id-in-subtree true \\\n  --image-version '1.*' \\\n  --lifecycle-state DELETED \\\n  --all"), "{text}");
        assert!(get_image(&CLI, "i").contains("container image get --image-id i"));
    }
}
