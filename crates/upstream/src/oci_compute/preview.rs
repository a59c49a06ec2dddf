//! The calls on the `oci` command line. Where it has no option for something that is sent (the retry
//! token, which it makes itself), a comment says so; `oci::preview::raw_request` sends it all.

use crate::oci::Guard;
use crate::oci::filter::Filter;
use crate::oci::par;
use crate::oci::preview::Cli;
use crate::oci_compute::requests::{Destination, ExportFormat};

const OWN_TOKEN: &str =
    "the oci command makes a retry token of its own; to send this one, use the raw request";
const SECRET: &str = "put the secret part of the URL in place of •••";

/// ListImages, all pages.
#[must_use]
pub fn list_images(cli: &Cli<'_>, compartment_id: &str, filter: &Filter) -> String {
    cli.list("compute image list", compartment_id, filter, &[])
}

/// GetImage.
#[must_use]
pub fn get_image(cli: &Cli<'_>, image_id: &str) -> String {
    cli.command("compute image get", &[("image-id", image_id)], &[])
}

/// ExportImage.
#[must_use]
pub fn export_image(
    cli: &Cli<'_>,
    image_id: &str,
    destination: &Destination,
    format: Option<ExportFormat>,
    guard: Guard<'_>,
) -> String {
    let mut options = vec![("image-id", image_id)];
    let uri;
    let words = match destination {
        Destination::Tuple { namespace_name, bucket_name, object_name } => {
            options.extend([
                ("namespace", namespace_name.as_str()),
                ("bucket-name", bucket_name),
                ("name", object_name),
            ]);
            "compute image export to-object"
        }
        Destination::Uri(secret) => {
            uri = par::mask(secret);
            options.push(("uri", &uri));
            "compute image export to-object-uri"
        }
    };
    if let Some(format) = format {
        options.push(("export-format", format.word()));
    }
    if let Some(etag) = guard.if_match {
        options.push(("if-match", etag));
    }
    let mut comments = Vec::new();
    if destination.secret().is_some() {
        comments.push(SECRET);
    }
    if guard.retry_token.is_some() {
        comments.push(OWN_TOKEN);
    }
    cli.command(words, &options, &comments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci_compute::IMAGE_PARAMS;

    const CLI: Cli<'static> = Cli { connection: "oci", region: "", session_token: false };

    #[test]
    fn an_export_has_a_command_for_each_destination() {
        let tuple = Destination::Tuple {
            namespace_name: "ns".into(),
            bucket_name: "b".into(),
            object_name: "my image.vdi".into(),
        };
        let guard = Guard { if_match: Some("7d7e"), retry_token: Some("t") };
        assert_eq!(
            export_image(&CLI, "i", &tuple, Some(ExportFormat::Vdi), guard),
            "# with an oci profile for oci\n\
             # the oci command makes a retry token of its own; to send this one, use the raw request\n\
             oci compute image export to-object \\\n  --image-id i \\\n  --namespace ns \\\n  --bucket-name b \\\n  \
             --name 'my image.vdi' \\\n  --export-format VDI \\\n  --if-match 7d7e"
        );
        let uri = Destination::Uri("https://objectstorage.x.oraclecloud.com/p/hush/n/ns/b/b/o/x".into());
        let text = export_image(&CLI, "i", &uri, None, Guard::default());
        assert!(
            text.contains("export to-object-uri") && text.contains("/p/•••/") && !text.contains("hush"),
            "{text}"
        );
    }

    #[test]
    fn the_list_and_one_image() {
        let (filter, _) = Filter::parse(IMAGE_PARAMS, [("displayName", "a b")]);
        let text = list_images(&CLI, "c", &filter);
        assert!(
            text.ends_with("oci compute image list --compartment-id c --display-name 'a b' --all"),
            "{text}"
        );
        assert!(get_image(&CLI, "i").ends_with("\noci compute image get --image-id i"));
    }
}
