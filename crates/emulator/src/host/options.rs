//! What an emulator is started with.

use std::path::PathBuf;

use crate::world::Seed;

/// How to start.
#[derive(Clone, Debug)]
pub struct Options {
    /// The built page; without one its origin serves `config.json` only.
    pub dist: Option<PathBuf>,
    /// Port of the page; 0 for any free one.
    pub page_port: u16,
    /// Port of the API; 0 for any free one.
    pub api_port: u16,
    /// The folder of a page that embeds the console, which gets an origin of its own; without one there is
    /// none, and nobody may show the console in a frame.
    pub portal: Option<PathBuf>,
    /// Port of that page; 0 for any free one.
    pub portal_port: u16,
    /// Images in each datacenter.
    pub images: usize,
    /// Instances of the demo account in each datacenter.
    pub machines: usize,
    /// OCI compute images in the compartment `shop` of each region; the other compartments get as
    /// many, up to 40.
    pub oci_images: usize,
    /// Whether the default `config.json` has connections to both regions; the program started by hand says
    /// yes, tests of one upstream no.
    pub oci_in_config: bool,
    /// Start of all random draws.
    pub seed: u64,
    /// Adds images whose single fields are of the wrong type.
    pub wild: bool,
    /// Milliseconds by which every answer of the API is delayed.
    pub latency_ms: u64,
    /// What the page finds as its configuration.
    pub config: ConfigFile,
}

impl Default for Options {
    fn default() -> Self {
        let Seed { seed, images, machines, oci_images, wild } = Seed::default();
        Self {
            dist: None,
            page_port: 0,
            api_port: 0,
            portal: None,
            portal_port: 0,
            images,
            machines,
            oci_images,
            oci_in_config: false,
            seed,
            wild,
            latency_ms: 0,
            config: ConfigFile::Default,
        }
    }
}

impl Options {
    /// What the world is grown from.
    pub(super) fn world_seed(&self) -> Seed {
        Seed {
            seed: self.seed,
            images: self.images,
            machines: self.machines,
            oci_images: self.oci_images,
            wild: self.wild,
        }
    }
}

/// The page's `config.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ConfigFile {
    /// A connection to each datacenter, and if asked for to each region, through the authenticating
    /// proxy.
    #[default]
    Default,
    /// The same, and connections to the Marketplace and to Cloud Foundry.
    Every,
    /// This text, be it JSON or not.
    Text(String),
    /// 404.
    Missing,
}
