//! The emulator as a program: serves a built page and the emulated APIs for the demo.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use image_console_emulator::{ConfigFile, Emulator, Options, Running};

const HELP: &str = "\
Serves the built console and the emulated APIs on loopback ports.

Usage: image-console-emulator [options]

  --dist DIR      the built page (default: dist)
  --port P        port of the page; the API takes the next one (default: 8080; 0: any free two)
  --images N      images in each datacenter (default: 240)
  --machines N    instances of the demo account in each datacenter (default: 48)
  --oci-images N  OCI compute images in the compartment shop (default: 40)
  --portal DIR    a page that embeds the console; its port is the one after the API's
  --latency MS    delay of every API answer (default: 0)
  --seed N        start of all random draws (default: 1)
  --wild          adds images whose single fields are of the wrong type
  --help          this text
";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(io::stderr(), "image-console-emulator: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let Some(options) = options(std::env::args().skip(1))? else {
        return io::stdout().write_all(HELP.as_bytes()).map_err(|error| error.to_string());
    };
    let running = Emulator::start(options).await.map_err(|error| error.to_string())?;
    announce(&running).map_err(|error| error.to_string())?;
    tokio::signal::ctrl_c().await.map_err(|error| error.to_string())?;
    running.stop().await;
    Ok(())
}

/// The last line is for a program that waits for the servers.
fn announce(running: &Running) -> io::Result<()> {
    let (page, api) = (running.page_url(), running.api_url());
    let mut out = io::stdout().lock();
    writeln!(out, "page      {page}/")?;
    if !running.portal_url().is_empty() {
        writeln!(out, "portal    {}/ (the console as a part of another page)", running.portal_url())?;
    }
    writeln!(out, "API       {api}/triton/us-east-1 and {api}/triton/eu-central-1")?;
    writeln!(out, "          {api}/oci/eu-frankfurt-1/compute and so on")?;
    writeln!(out, "control   {api}/_emulator/")?;
    writeln!(out, "test key  {api}/_emulator/key (account jdoe; ?format=ola for OCI)")?;
    writeln!(out, "faults    crates/emulator/README.md")?;
    writeln!(out, "ready")?;
    out.flush()
}

/// Reads the arguments; none when help is asked for.
fn options(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options {
        dist: Some(PathBuf::from("dist")),
        config: ConfigFile::Every,
        oci_in_config: true,
        ..Options::default()
    };
    let mut port: u16 = 8080;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--help" | "-h" => return Ok(None),
            "--wild" => options.wild = true,
            "--dist" => options.dist = Some(PathBuf::from(value()?)),
            "--port" => port = number(&argument, &value()?)?,
            "--portal" => options.portal = Some(PathBuf::from(value()?)),
            "--images" => options.images = number(&argument, &value()?)?,
            "--machines" => options.machines = number(&argument, &value()?)?,
            "--oci-images" => options.oci_images = number(&argument, &value()?)?,
            "--latency" => options.latency_ms = number(&argument, &value()?)?,
            "--seed" => options.seed = number(&argument, &value()?)?,
            _ => return Err(format!("{argument} is not an option; --help lists them")),
        }
    }
    let after = |more: u16| match port {
        0 => Ok(0),
        port => port.checked_add(more).ok_or(format!("--port {port} leaves no ports for the others")),
    };
    (options.page_port, options.api_port) = (port, after(1)?);
    if options.portal.is_some() {
        options.portal_port = after(2)?;
    }
    Ok(Some(options))
}

fn number<T: std::str::FromStr>(argument: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{argument} takes a number, not \"{text}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<Options>, String> {
        options(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn arguments_are_read_and_slips_are_named() {
        let options = read("--dist out --port 9000 --images 7 --latency 250 --wild").unwrap().unwrap();
        assert_eq!((options.page_port, options.api_port, options.images), (9000, 9001, 7));
        assert_eq!((options.latency_ms, options.wild, options.dist), (250, true, Some(PathBuf::from("out"))));
        assert!(read("--help").unwrap().is_none());
        assert_eq!(read("--port x").unwrap_err(), "--port takes a number, not \"x\"");
        assert_eq!(read("--images").unwrap_err(), "--images needs a value");
        assert_eq!(read("--protocol x").unwrap_err(), "--protocol is not an option; --help lists them");
        assert!(read("--port 65535").is_err());
    }
}
