//! What each API needs of a proxy: which methods and headers pass, which answers a page on another
//! origin may read, and how long it may think.
//!
//! `tests/deploy` compares these lists with what `crates/upstream` sends and reads.

use image_console_core::Service;

/// Which API answers at a proxied root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Triton CloudAPI.
    Triton,
    /// A service of Oracle Cloud Infrastructure.
    Oci,
    /// Oracle Cloud Marketplace Publisher.
    Marketplace,
    /// A Cloud Controller.
    CloudFoundry,
    /// The token server of a Cloud Foundry.
    Uaa,
}

impl Kind {
    /// All kinds, in the order they are documented.
    pub const ALL: [Self; 5] = [Self::Triton, Self::Oci, Self::Marketplace, Self::CloudFoundry, Self::Uaa];

    /// The kind of a service of a connection, by the connection's word.
    #[must_use]
    pub fn of(connection: &str, service: Service) -> Option<Self> {
        let found = Self::parse(connection)?;
        Some(if service == Service::Uaa { Self::Uaa } else { found })
    }

    /// The kind of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The word in `deployment.json` and in the names of written variables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Triton => "triton",
            Self::Oci => "oci",
            Self::Marketplace => "marketplace",
            Self::CloudFoundry => "cloud-foundry",
            Self::Uaa => "uaa",
        }
    }

    /// The methods that pass. No others do: TRACE would echo what the proxy adds.
    #[must_use]
    pub const fn methods(self) -> &'static [&'static str] {
        match self {
            Self::Triton => &["GET", "HEAD", "POST", "DELETE"],
            Self::Oci | Self::CloudFoundry => &["GET", "POST"],
            // Uploads are watched: briefly by HEAD, in full by GET (marketplace-publisher.md §3).
            Self::Marketplace => &["GET", "HEAD"],
            // Passcodes are exchanged for tokens (cloud-foundry-v3.md §1.2).
            Self::Uaa => &["POST"],
        }
    }

    /// The request headers that a page on another origin may send.
    #[must_use]
    pub const fn request_headers(self) -> &'static [&'static str] {
        match self {
            Self::Triton => &["Accept", "Accept-Version", "Authorization", "Content-Type", "X-Date"],
            Self::Oci => &[
                "Accept",
                "Authorization",
                "Content-Type",
                "If-Match",
                "Opc-Request-Id",
                "Opc-Retry-Token",
                "X-Content-SHA256",
                "X-Date",
            ],
            Self::Marketplace => &["Accept", "Authorization", "Content-Type", "X-Oracle-UserId"],
            Self::CloudFoundry | Self::Uaa => &["Accept", "Authorization", "Content-Type"],
        }
    }

    /// The request headers that say who asks. Where the proxy says it, the browser's own are taken
    /// off: who reaches the root must not choose another user of the same publisher
    /// (marketplace-publisher.md §1).
    #[must_use]
    pub const fn identity(self) -> &'static [&'static str] {
        match self {
            Self::Marketplace => &["Authorization", "X-Oracle-UserId"],
            _ => &["Authorization"],
        }
    }

    /// The response headers that a page on another origin may read, besides those it always may.
    #[must_use]
    pub const fn exposed_headers(self) -> &'static [&'static str] {
        match self {
            Self::Triton => &[
                "Api-Version",
                "Content-Encoding",
                "Content-Length",
                "Date",
                "Location",
                "Request-Id",
                "Response-Time",
                "Retry-After",
                "Server",
                "Triton-Datacenter-Name",
                "X-Joyent-Jobid",
                "X-Query-Limit",
                "X-Resource-Count",
            ],
            Self::Oci => &[
                "Content-Encoding",
                "Content-Length",
                "Date",
                "ETag",
                "Opc-Next-Page",
                "Opc-Request-Id",
                "Opc-Work-Request-Id",
                "Retry-After",
            ],
            Self::Marketplace => &[
                "Content-Encoding",
                "Content-Length",
                "Date",
                "Location",
                "Retry-After",
                "X-Created-By",
                "X-Created-Date",
                "X-Last-Modified-By",
                "X-Last-Modified-Date",
                "X-Upload-File-Path",
                "X-Upload-Status",
            ],
            Self::CloudFoundry | Self::Uaa => &[
                "Content-Encoding",
                "Content-Length",
                "Date",
                "Location",
                "Retry-After",
                "X-Cf-Warnings",
                "X-RateLimit-Limit",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset",
                "X-VCAP-Request-ID",
            ],
        }
    }

    /// Seconds without a byte before the upstream is given up.
    ///
    /// Triton holds the answer to an import, a clone and an export until the work is done; its own
    /// front proxy gives up after 120 s, and that answer is to be seen rather than ours.
    #[must_use]
    pub const fn read_seconds(self) -> u16 {
        match self {
            Self::Triton => 150,
            _ => 90,
        }
    }
}
