//! `image-console-deploy nginx|caddy`: writes a server's configuration to standard output.
#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use image_console_deploy::{Server, write};

const USAGE: &str = "\
Usage: cargo xtask deploy-config nginx|caddy [--config FILE] [--deployment FILE] [--out FILE]

Writes the server's configuration from the connections file that the console reads and from a small
file about the installation, so that the two cannot disagree. docs/deploy.md describes both.

  --config FILE       the connections; config.json beside deployment.json when left out
  --deployment FILE   the installation; deploy/one-origin/deployment.json when left out
  --out FILE          where to write; standard output when left out";

struct Arguments {
    server: Server,
    config: PathBuf,
    deployment: PathBuf,
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match parse(&arguments).map_err(|error| format!("{error}\n\n{USAGE}")).and_then(|found| run(&found)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: &[String]) -> Result<Arguments, String> {
    let (mut server, mut config, mut deployment, mut out) = (None, None, None, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let slot = match argument.as_str() {
            "--config" => &mut config,
            "--deployment" => &mut deployment,
            "--out" => &mut out,
            word => {
                let found = Server::parse(word).ok_or_else(|| format!("`{word}` is not known here."))?;
                if server.replace(found).is_some() {
                    return Err("One server at a time.".to_owned());
                }
                continue;
            }
        };
        let file = rest.next().ok_or_else(|| format!("`{argument}` needs a file after it."))?;
        *slot = Some(PathBuf::from(file));
    }
    let deployment = deployment.unwrap_or_else(|| PathBuf::from("deploy/one-origin/deployment.json"));
    let config = config.unwrap_or_else(|| deployment.with_file_name("config.json"));
    let server = server.ok_or("Which server: nginx or caddy?")?;
    Ok(Arguments { server, config, deployment, out })
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let (config, deployment) = (read(&arguments.config)?, read(&arguments.deployment)?);
    let text = write(arguments.server, &config, &deployment).map_err(|faults| {
        let lines: Vec<String> =
            faults.iter().map(|fault| format!("  {} {}", fault.place, fault.message)).collect();
        let many = if faults.len() == 1 { "is 1 fault" } else { "are several faults" };
        format!("nothing was written, there {many} in the files:\n{}", lines.join("\n"))
    })?;
    match &arguments.out {
        Some(file) => std::fs::write(file, text)
            .map_err(|error| format!("{} cannot be written: {error}", file.display())),
        None => {
            print!("{text}");
            Ok(())
        }
    }
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}
