//! Why the creation of an image failed: the `error.code` of a failed image (contract §3).

use crate::explanation::Explanation;

/// Explains `error.code`; a code that is not documented gets no invented explanation.
#[must_use]
pub fn explain_image_error(code: &str) -> Option<Explanation> {
    let (why, next) = match code {
        "PrepareImageDidNotRun" => (
            "The script that prepares the machine for capture did not run: its guest tools are too old, or it took more than five minutes to boot.",
            "Update the guest tools in the machine, stop it, and create the image again.",
        ),
        "VmHasNoOrigin" => (
            "The image that the machine was made from is missing on its host, so what changed since cannot be told.",
            "Make a new machine from an image that is in the list, set it up, and create the image from that.",
        ),
        "NotSupported" => (
            "Images cannot be made of this machine, for example because it was made from a custom image itself.",
            "Make a machine from a base image, set it up, and create the image from that.",
        ),
        "InternalError" => (
            "Something failed inside the server; it tells users no more than that.",
            "Try once more. If it fails again, give the operator the image's id: the details are in the server's log.",
        ),
        _ => return None,
    };
    Some(Explanation::new(why, next))
}
