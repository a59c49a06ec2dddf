//! A `wasm-bindgen` that first cuts the wasm: Trunk has no step of its own between the compiler and
//! wasm-bindgen, so `cargo xtask` puts this program before the real one.
//!
//! Into Trunk's folder go the first wasm and its glue, as ever, and a folder `parts` with the wasm that is
//! loaded later; the glue knows the name and the digest of each.

mod glue;
mod listing;
mod parts;
mod shrink;

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Whatever went wrong, for the terminal.
type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Where the real program is.
const WASM_BINDGEN: &str = "SPLIT_WASM_BINDGEN";
/// Where wasm-opt is: Trunk runs it on the first wasm alone.
const WASM_OPT: &str = "SPLIT_WASM_OPT";
/// The module the first wasm asks for its parts; taken out of the glue again.
const LINK: &str = "./__wasm_split.js";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match perform(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Cutting the wasm failed: {error}");
            ExitCode::FAILURE
        }
    }
}

fn perform(arguments: &[OsString]) -> Outcome {
    let is_wasm =
        |argument: &&OsString| Path::new(argument).extension().is_some_and(|ending| ending == "wasm");
    let Some(whole) = arguments.iter().find(is_wasm) else {
        // A question about the program itself.
        return run(Command::new(tool(WASM_BINDGEN)?).args(arguments));
    };
    let out =
        PathBuf::from(option(arguments, "--out-dir=").ok_or("wasm-bindgen is called without --out-dir")?);
    let name = option(arguments, "--out-name=").ok_or("wasm-bindgen is called without --out-name")?;
    let (cut, ready) = (out.join("cut"), out.join("parts"));
    for folder in [&cut, &ready] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }

    let input = fs::read(whole)?;
    let first = cut.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = &cut;
    options.main_out_path = &first;
    options.link_name = LINK;
    let pieces = wasm_split_cli_support::transform(options).map_err(|error| error.to_string())?.split_modules;

    let rest = arguments.iter().filter(|argument| *argument != whole);
    run(Command::new(tool(WASM_BINDGEN)?).args(rest).arg("--keep-lld-exports").arg(&first))?;

    let mut finished = Vec::new();
    for piece in pieces {
        finished.push(parts::finish(&piece, &ready, &tool(WASM_OPT)?)?);
    }
    let loader = glue::loader(&fs::read_to_string(cut.join(LINK))?, &finished, &ready)?;
    let address = out.join(format!("{name}.js"));
    let js = glue::with_loader(&fs::read_to_string(&address)?, &loader)?;
    let wasm = out.join(format!("{name}_bg.wasm"));
    let (small, js) = shrink::shrink(&fs::read(&wasm)?, &js)?;
    fs::write(wasm, small)?;
    fs::write(address, js)?;
    Ok(())
}

fn option(arguments: &[OsString], name: &str) -> Option<String> {
    arguments.iter().find_map(|argument| Some(argument.to_str()?.strip_prefix(name)?.to_owned()))
}

fn tool(variable: &str) -> Outcome<OsString> {
    env::var_os(variable).ok_or_else(|| format!("{variable} is not set; `cargo xtask` sets it").into())
}

fn run(command: &mut Command) -> Outcome {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}").into()) }
}
