//! The image object (contract §3).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use super::{ImageError, ImageFile, Requirements};
use crate::decode::{Fields, Lenient};

/// An image with every field of the contract. Only `id`, `name`, `version`, `requirements` and
/// `state` can be counted on: the 201 of CreateImageFromMachine has little more (§4.5).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    /// UUID.
    pub id: Lenient<String>,
    /// Not unique, not even together with the version.
    pub name: Lenient<String>,
    /// Free text, no ordering implied.
    pub version: Lenient<String>,
    /// `smartos`, `linux`, `windows`, `bsd`, `illumos`, `other`.
    pub os: Lenient<String>,
    /// `zone-dataset`, `lx-dataset`, `zvol`, `docker`, `lxd`, `other`; before API version 8
    /// `virtualmachine` or `smartmachine`.
    pub type_: Lenient<String>,
    /// What an instance of this image needs.
    pub requirements: Lenient<Requirements>,
    /// MiB; only for `zvol`.
    pub image_size: Lenient<u64>,
    /// Free text.
    pub description: Lenient<String>,
    /// URL.
    pub homepage: Lenient<String>,
    /// URL.
    pub eula: Lenient<String>,
    /// At most one; absent while the image is being created.
    pub files: Lenient<Vec<Lenient<ImageFile>>>,
    /// Absent until the image is activated.
    pub published_at: Lenient<Timestamp>,
    /// Account UUID; absent in the 201 of CreateImageFromMachine.
    pub owner: Lenient<String>,
    /// Whether every account sees it.
    pub public: Lenient<bool>,
    /// `active`, `unactivated`, `disabled`, `creating`, `failed`.
    pub state: Lenient<String>,
    /// Any JSON values under text keys.
    pub tags: Lenient<Map<String, Value>>,
    /// Account UUIDs; left out when empty; counts only when the image is not public.
    pub acl: Lenient<Vec<Lenient<String>>>,
    /// The parent of an incremental image.
    pub origin: Lenient<String>,
    /// Only with `state` = `failed`.
    pub error: Lenient<ImageError>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Image {
    /// Decodes one image; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            name: f.text("name"),
            version: f.text("version"),
            os: f.text("os"),
            type_: f.text("type"),
            requirements: f.object("requirements", Requirements::from_fields),
            image_size: f.count("image_size"),
            description: f.text("description"),
            homepage: f.text("homepage"),
            eula: f.text("eula"),
            files: f
                .list("files", |v| v.as_object().cloned().map(|m| ImageFile::from_fields(Fields::from(m)))),
            published_at: f.time("published_at"),
            owner: f.text("owner"),
            public: f.boolean("public"),
            state: f.text("state"),
            tags: f.map("tags"),
            acl: f.list("acl", |v| v.as_str().map(str::to_owned)),
            origin: f.text("origin"),
            error: f.object("error", ImageError::from_fields),
            unknown: f.rest(),
        }
    }

    /// The accounts in the ACL that came as text.
    pub fn acl_accounts(&self) -> impl Iterator<Item = &str> {
        self.acl.value().into_iter().flatten().filter_map(Lenient::text)
    }

    /// The image file, when there is exactly what the contract describes.
    #[must_use]
    pub fn file(&self) -> Option<&ImageFile> {
        self.files.value()?.first()?.value()
    }

    /// Top-level fields that did not come as documented, as (name, JSON text).
    #[must_use]
    pub fn wrong_fields(&self) -> Vec<(&'static str, &str)> {
        [
            ("id", self.id.wrong()),
            ("name", self.name.wrong()),
            ("version", self.version.wrong()),
            ("os", self.os.wrong()),
            ("type", self.type_.wrong()),
            ("requirements", self.requirements.wrong()),
            ("image_size", self.image_size.wrong()),
            ("description", self.description.wrong()),
            ("homepage", self.homepage.wrong()),
            ("eula", self.eula.wrong()),
            ("files", self.files.wrong()),
            ("published_at", self.published_at.wrong()),
            ("owner", self.owner.wrong()),
            ("public", self.public.wrong()),
            ("state", self.state.wrong()),
            ("tags", self.tags.wrong()),
            ("acl", self.acl.wrong()),
            ("origin", self.origin.wrong()),
            ("error", self.error.wrong()),
        ]
        .into_iter()
        .filter_map(|(name, wrong)| wrong.map(|text| (name, text)))
        .collect()
    }
}
