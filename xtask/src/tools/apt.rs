//! Packages by apt, where there is one and it may be used.

use super::{find, network};
use crate::failure::{Failure, Outcome};
use crate::process::Run;
use crate::say;

/// Installs packages; `what` is what they hold, `elsewhere` what to do on other machines.
pub fn install(what: &str, packages: &[&str], elsewhere: &str) -> Outcome {
    let cannot = |why: &str| Failure::new(format!("No {what} here, and {why}.\n{elsewhere}"));
    if find::on_path("apt-get").is_none() {
        return Err(cannot("there is no apt to bring it"));
    }
    let root = is_root();
    if !root && Run::new("sudo").args(["-n", "true"]).captured().is_err() {
        return Err(cannot("apt needs root, which sudo does not give without a password"));
    }
    let apt = |arguments: &[&str], label: &str| {
        // Services among the packages are not started: nothing here may listen to the network.
        let run = if root { Run::new("env") } else { Run::new("sudo").args(["-n", "env"]) };
        let variables = ["DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1", "apt-get"];
        run.args(variables).args(arguments).watched(label)
    };
    say::note(&format!("{what}: installing by apt, about a minute"));
    let by_hand = format!("apt-get install {}", packages.join(" "));
    apt(&["update"], "reading the package lists")
        .map_err(|failure| network::explain(what, &by_hand, &failure))?;
    let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
    apt(&arguments, "installing")
        .map_err(|failure| network::explain(what, &format!("{by_hand}\n{elsewhere}"), &failure))
}

/// Whether this is root, as in a container.
pub fn is_root() -> bool {
    Run::new("id").arg("-u").captured().is_ok_and(|id| id.trim() == "0")
}
