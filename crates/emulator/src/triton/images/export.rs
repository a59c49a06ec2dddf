//! ExportImage (section 4.4).

use serde_json::{Value, json};

use super::clone::single_file;
use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::jobs::Job;
use crate::triton::problem::Problem;
use crate::triton::sentinel;
use crate::triton::store::Record;
use crate::wire::{Reply, Response};

/// The Manta directories that every account has, below its login.
const DIRECTORIES: [&str; 5] = ["stor", "public", "stor/images", "stor/backups", "stor/backups/2024"];

impl Triton {
    pub(super) fn export_image(&mut self, id: &str, context: &Context<'_>) -> Result<Reply, Problem> {
        let path = context.params.word("manta_path");
        let path =
            path.ok_or_else(|| Problem::missing("Image destination manta_path is a required argument"))?;
        let image = self.owned(id, context)?;
        let path = checked(&path, context)?;
        if image.parts.state != "active" {
            return Err(Problem::validation("image is not active"));
        }
        single_file(image)?;
        let seconds = sentinel::takes_seconds(&path).or_else(|| sentinel::takes_seconds(&image.parts.name));
        let paths = file_paths(&path, image, context.actor.login);
        let manta_url =
            self.datacenters.get(context.datacenter).map_or("", |datacenter| datacenter.manta_url);
        let [image_path, manifest_path] = &paths;
        let body = json!({"manta_url": manta_url, "image_path": image_path, "manifest_path": manifest_path});
        self.hold(seconds, Job::Exported { paths }, Response::json(200, &body), context)
    }

    /// Whether an export has written this file.
    pub fn has_exported(&self, path: &str) -> bool {
        self.exported.contains(path)
    }
}

/// The path without a slash at its end; 422 when it is malformed or another account's.
fn checked(path: &str, context: &Context<'_>) -> Result<String, Problem> {
    let trimmed = path.trim_end_matches('/');
    let mut parts = trimmed.split('/');
    let absolute = parts.next() == Some("") && trimmed.len() > 1;
    let parts: Vec<_> = parts.collect();
    let odd =
        |part: &&str| part.is_empty() || *part == "." || *part == ".." || part.chars().any(char::is_control);
    if !absolute || parts.iter().any(odd) {
        return Err(Problem::invalid_parameter("manta_path", format!("invalid manta_path: \"{path}\"")));
    }
    if parts.first() != Some(&context.actor.login) {
        let message = format!("account {} is not the owner of Manta path {path}", context.actor.uuid);
        return Err(Problem::new(422, "NotMantaPathOwner", message));
    }
    if parts.len() < 2 || !matches!(parts.get(1), Some(&"stor" | &"public")) {
        return Err(Problem::invalid_parameter("manta_path", format!("invalid manta_path: \"{path}\"")));
    }
    Ok(trimmed.to_owned())
}

/// Image file and manifest: named after the image inside a directory that exists, otherwise after
/// the path.
fn file_paths(path: &str, image: &Record, login: &str) -> [String; 2] {
    let value = image.value();
    let compression =
        value.get("files").and_then(|files| files.get(0)).and_then(|file| file.get("compression"));
    let extension = match compression.and_then(Value::as_str) {
        Some("gzip") => ".gz",
        Some("bzip2") => ".bz2",
        Some("xz") => ".xz",
        _ => "",
    };
    let is_directory = DIRECTORIES.iter().any(|directory| path == format!("/{login}/{directory}"));
    let stem = match is_directory {
        true => format!("{path}/{}-{}", image.parts.name, image.parts.version),
        false => path.to_owned(),
    };
    [format!("{stem}.zfs{extension}"), format!("{stem}.imgmanifest")]
}
