//! The project's own commands: `cargo xtask demo`, `build`, `test` and `deploy-config`.
//!
//! May depend on nothing of ours: it has to compile in seconds, before anything else can.
#![allow(clippy::print_stdout)]

mod cli;
mod demo;
mod failure;
mod guards;
mod page;
mod port;
mod process;
mod project;
mod say;
mod source;
mod stop;
mod suite;
mod tools;

use std::process::ExitCode;

use cli::Request;
use failure::Outcome;
use project::Project;

fn main() -> ExitCode {
    match cli::parse(std::env::args().skip(1)) {
        Ok(request) => match perform(request) {
            Ok(code) => code,
            Err(failure) => {
                say::failure(&failure);
                ExitCode::FAILURE
            }
        },
        Err(failure) => {
            say::failure(&failure);
            ExitCode::from(2)
        }
    }
}

fn perform(request: Request) -> Outcome<ExitCode> {
    if let Request::Help(text) = request {
        println!("{text}");
        return Ok(ExitCode::SUCCESS);
    }
    stop::on_ctrl_c()?;
    let project = Project::here()?;
    match request {
        Request::Help(_) => {}
        Request::Demo(options) => demo::run(&project, &options)?,
        Request::Build { base } => page::build_for_hosting(&project, base.as_deref())?,
        Request::DeployConfig(arguments) => print!("{}", deploy_config(&project, &arguments)?),
        // Its summary has said all there is to say.
        Request::Test { fast } if !suite::run(&project, fast) => return Ok(ExitCode::FAILURE),
        Request::Test { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// What the generator writes; it is a program of its own, so that this one compiles without it.
fn deploy_config(project: &Project, arguments: &[String]) -> Outcome<String> {
    let run = project.cargo("run").args(["--quiet", "--package", "image-console-deploy", "--"]);
    run.args(arguments).captured()
}
