//! The commands, one function for each of the eight calls.

use serde_json::{Map, Value};

use super::{cli_tags, cli_update};
use crate::preview::shell::{self, comment, quote};
use crate::triton_cloudapi::ImageFilter;
use crate::triton_cloudapi::requests::NewImage;
use crate::triton_cloudapi::update::Draft;

/// Commands for one datacenter. Which profile of the command line belongs to it is not known here,
/// so a comment names the connection.
#[derive(Debug, Clone, Copy)]
pub struct Cli<'a> {
    /// The connection's name.
    pub connection: &'a str,
}

impl Cli<'_> {
    /// ListImages.
    #[must_use]
    pub fn list(&self, filter: &ImageFilter) -> String {
        let pairs = filter.pairs();
        let mut groups = vec!["triton image list".to_owned()];
        groups.extend(pairs.into_iter().map(|(name, value)| quote(&format!("{name}={value}"))));
        self.script(&[shell::lines(&groups)])
    }

    /// GetImage.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.script(&[format!("triton image get {}", quote(id))])
    }

    /// DeleteImage; the command asks once more.
    #[must_use]
    pub fn delete(&self, id: &str) -> String {
        self.script(&[format!("triton image delete {}", quote(id))])
    }

    /// ExportImage.
    #[must_use]
    pub fn export(&self, id: &str, manta_path: &str) -> String {
        let groups = ["triton image export".to_owned(), quote(id), quote(manta_path)];
        self.script(&[shell::lines(&groups)])
    }

    /// CloneImage.
    #[must_use]
    pub fn clone_image(&self, id: &str) -> String {
        self.script(&[format!("triton image clone {}", quote(id))])
    }

    /// ImportImageFromDatacenter. The command line goes the other way round: it is run in the source
    /// and names the target.
    #[must_use]
    pub fn import(&self, source: &str, target: Option<&str>, id: &str) -> String {
        let mut lines = vec![comment(&format!("with a triton profile for {source}, where the image is now"))];
        if target.is_none() {
            lines.push(comment(
                "TARGET is the name of the datacenter to copy to; triton datacenters lists them",
            ));
        }
        lines.push(format!("triton image copy {} {}", quote(id), quote(target.unwrap_or("TARGET"))));
        lines.join("\n")
    }

    /// CreateImageFromMachine.
    #[must_use]
    pub fn create(&self, image: &NewImage) -> String {
        if !cli_tags::all_scalar(&image.tags) {
            let why = "triton image create takes only text, numbers, true and false as tags";
            return self.script(&[comment(why), raw("/my/images", &image.body())]);
        }
        let mut groups = vec!["triton image create".to_owned()];
        for (option, text) in
            [("description", &image.description), ("homepage", &image.homepage), ("eula", &image.eula)]
        {
            if !text.is_empty() {
                groups.push(quote(&format!("--{option}={text}")));
            }
        }
        groups.extend(image.acl.iter().map(|account| quote(&format!("--acl={account}"))));
        groups.extend(cli_tags::options(&image.tags));
        // What begins with a hyphen would be taken for an option.
        if [&image.machine, &image.name, &image.version].iter().any(|word| word.starts_with('-')) {
            groups.push("--".to_owned());
        }
        groups.extend([quote(&image.machine), quote(&image.name), quote(&image.version)]);
        self.script(&[shell::lines(&groups)])
    }

    /// UpdateImage: `base` is the image as it is, `changes` the body that would be sent.
    #[must_use]
    pub fn update(&self, id: &str, base: &Draft, changes: &Map<String, Value>) -> String {
        self.script(&cli_update::commands(id, base, changes))
    }

    fn script(&self, commands: &[String]) -> String {
        let profile = comment(&format!("with a triton profile for {}", self.connection));
        std::iter::once(profile).chain(commands.iter().cloned()).collect::<Vec<_>>().join("\n")
    }
}

/// The raw request of the command line.
pub(super) fn raw(endpoint: &str, body: &Value) -> String {
    let groups =
        ["triton cloudapi -X POST".to_owned(), format!("-d {}", quote(&body.to_string())), quote(endpoint)];
    shell::lines(&groups)
}
