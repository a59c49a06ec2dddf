//! How a creation will end (section 3, `error.code`).

use serde_json::{Map, Value, json};

use crate::triton::Triton;
use crate::triton::accounts::ADMIN;
use crate::triton::handle::Context;
use crate::triton::jobs::Outcome;
use crate::triton::sentinel;

impl Triton {
    /// A sentinel in the image's or the instance's name decides; otherwise the instance's own
    /// image does: it must be there, and be an operator's.
    pub(super) fn outcome(
        &mut self,
        name: &str,
        machine: &Map<String, Value>,
        too_slow: bool,
        context: &Context<'_>,
    ) -> Outcome {
        let text = |field: &str| machine.get(field).and_then(Value::as_str).unwrap_or_default();
        let (id, origin_id) = (text("id"), text("image"));
        let asked = sentinel::fails_with(name).or_else(|| sentinel::fails_with(text("name")));
        if let Some(code) = asked {
            return Err((code, message(code, id)));
        }
        if too_slow {
            return Err(("InternalError", message("InternalError", id)));
        }
        let Some(origin) = self.find(context.datacenter, origin_id) else {
            return Err(("VmHasNoOrigin", message("VmHasNoOrigin", id)));
        };
        if origin.parts.owner != ADMIN {
            return Err(("NotSupported", message("NotSupported", id)));
        }
        let (os, kind) = (origin.parts.os.clone(), origin.parts.kind.clone());
        let image_size = origin.value().remove("image_size");
        let mut sha1 = String::new();
        self.rng.push_sha1(&mut sha1);
        let size = 20_000_000 + self.rng.below(400_000_000);
        let mut fields = Map::new();
        fields.insert("os".into(), os.into());
        fields.insert("type".into(), kind.into());
        fields.insert("origin".into(), origin_id.into());
        fields.insert("files".into(), json!([{"compression": "gzip", "sha1": sha1, "size": size}]));
        if let Some(image_size) = image_size {
            fields.insert("image_size".into(), image_size);
        }
        Ok(fields)
    }
}

/// The texts that go with the codes.
pub fn message(code: &str, machine: &str) -> String {
    match code {
        "PrepareImageDidNotRun" => format!(
            "prepare-image script did not run for vm \"{machine}\": the guest tools are too old, or it did not boot within 5 minutes"
        ),
        "VmHasNoOrigin" => format!("cannot create an incremental image: vm \"{machine}\" has no origin"),
        "NotSupported" => {
            format!("cannot create an image from vm \"{machine}\": it was itself made from a custom image")
        }
        _ => "an unexpected error occurred (Contact support for assistance.)".into(),
    }
}
