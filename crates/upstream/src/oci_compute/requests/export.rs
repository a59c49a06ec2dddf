//! ExportImage (contract §4.3).

use image_console_core::{Request, Service};
use serde_json::{Value, json};

use super::images;
use crate::oci::{self, Guard, par};

/// Where the export goes; `destinationType` tells the two apart on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// `objectStorageTuple`: a bucket the caller may write to.
    Tuple {
        /// The tenancy's Object Storage namespace.
        namespace_name: String,
        /// The bucket.
        bucket_name: String,
        /// The name of the object that is made.
        object_name: String,
    },
    /// `objectStorageUri`: the object's URL, plain or pre-authenticated. Holds a secret then.
    Uri(String),
}

impl Destination {
    /// The word on the wire.
    #[must_use]
    pub const fn destination_type(&self) -> &'static str {
        match self {
            Self::Tuple { .. } => "objectStorageTuple",
            Self::Uri(_) => "objectStorageUri",
        }
    }

    /// The body as it is sent. Without a format the service takes `OCI`.
    #[must_use]
    pub fn body(&self, format: Option<ExportFormat>) -> Value {
        let mut body = match self {
            Self::Tuple { namespace_name, bucket_name, object_name } => {
                json!({ "namespaceName": namespace_name, "bucketName": bucket_name, "objectName": object_name })
            }
            Self::Uri(uri) => json!({ "destinationUri": uri }),
        };
        if let Value::Object(map) = &mut body {
            map.insert("destinationType".to_owned(), self.destination_type().into());
            if let Some(format) = format {
                map.insert("exportFormat".to_owned(), format.word().into());
            }
        }
        body
    }

    /// What must not be stored: the token of a pre-authenticated URL.
    #[must_use]
    pub fn secret(&self) -> Option<&str> {
        match self {
            Self::Tuple { .. } => None,
            Self::Uri(uri) => par::token(uri),
        }
    }

    /// The destination as facts to show: the API's names, secrets masked.
    #[must_use]
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Tuple { namespace_name, bucket_name, object_name } => vec![
                ("namespaceName", namespace_name.clone()),
                ("bucketName", bucket_name.clone()),
                ("objectName", object_name.clone()),
            ],
            Self::Uri(uri) => vec![("destinationUri", par::mask(uri))],
        }
    }
}

/// `exportFormat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// The service's own package.
    Oci,
    /// QEMU.
    Qcow2,
    /// VirtualBox.
    Vdi,
    /// Hyper-V.
    Vhd,
    /// VMware.
    Vmdk,
}

impl ExportFormat {
    /// All formats, the default first.
    pub const ALL: [Self; 5] = [Self::Oci, Self::Qcow2, Self::Vdi, Self::Vhd, Self::Vmdk];

    /// The word on the wire.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Oci => "OCI",
            Self::Qcow2 => "QCOW2",
            Self::Vdi => "VDI",
            Self::Vhd => "VHD",
            Self::Vmdk => "VMDK",
        }
    }

    /// The format of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// What it is and what it is for.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Oci => {
                "A QCOW2 disk together with the image's metadata. The only format that can be imported into another tenancy or region with its settings; the default."
            }
            Self::Qcow2 => "A disk for QEMU and KVM, without the image's settings.",
            Self::Vdi => "A disk for VirtualBox, without the image's settings.",
            Self::Vhd => "A disk for Hyper-V, without the image's settings.",
            Self::Vmdk => "A disk for VMware, without the image's settings.",
        }
    }

    /// The usual end of an object's name, e.g. `.vdi`.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Oci => ".oci",
            Self::Qcow2 => ".qcow2",
            Self::Vdi => ".vdi",
            Self::Vhd => ".vhd",
            Self::Vmdk => ".vmdk",
        }
    }
}

/// ExportImage: 200 with the image, normally `EXPORTING`, and `opc-work-request-id`.
#[must_use]
pub fn export_image(
    image_id: &str,
    destination: &Destination,
    format: Option<ExportFormat>,
    guard: Guard<'_>,
) -> Request {
    let target = format!("{}/actions/export", images::path(image_id));
    oci::post(Service::Compute, &target, &destination.body(format), guard)
}
