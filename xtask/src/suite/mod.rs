//! `cargo xtask test`: every check, one after the other, all of them even when one fails.

mod again;
mod commands;
mod summary;

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::guards;
use crate::page::{self, sizes};
use crate::process::TestCount;
use crate::project::Project;
use crate::tools::browser::{self, Browser};
use crate::tools::{self, PageTools, axe, rust, servers};
use summary::Summary;

/// Runs the checks and says whether all of them passed.
pub fn run(project: &Project, fast: bool) -> bool {
    let mut summary = Summary::new();
    without_browser(project, &mut summary);
    if !fast {
        with_browser(project, &mut summary);
    }
    summary.close()
}

fn without_browser(project: &Project, summary: &mut Summary) {
    summary.step("tools: Rust", || {
        rust::wasm_target()?;
        rust::components()?;
        page::fetch(project).map(|()| String::new())
    });
    summary.step("formatting", || commands::formatting(project).passed_through().map(|()| String::new()));
    for guard in &guards::ALL {
        summary.step(guard.name, || (guard.check)(project));
    }
    summary
        .step("lints: native", || commands::lints_native(project).passed_through().map(|()| String::new()));
    summary.step("lints: wasm", || commands::lints_wasm(project).passed_through().map(|()| String::new()));
    summary.step("native tests", || some_tests(commands::native_tests(project).counted()?));
    summary.step("native tests of the page", || some_tests(commands::plain_tests(project).counted()?));
}

fn with_browser(project: &Project, summary: &mut Summary) {
    let mut tools: Option<PageTools> = None;
    let mut dist: Option<PathBuf> = None;
    let mut browser: Option<Browser> = None;

    summary.step("tools: page", || {
        tools = Some(tools::bring(project)?);
        Ok(String::new())
    });
    summary.step("release build", || {
        page::build(project, needed(&tools, "tools: page")?)?;
        guards::built_page(project)?;
        dist = Some(project.dist());
        Ok(String::new())
    });
    summary.step("size", || {
        let report = sizes::report(needed(&dist, "release build")?)?;
        println!("{report}");
        report.within_budget().map(|()| {
            let packed = report.packed();
            format!("{packed} bytes brotli, {} % of the budget", packed * 100 / sizes::BUDGET)
        })
    });
    summary.step("tools: browser", || {
        browser = Some(browser::bring(project)?);
        Ok(String::new())
    });
    summary.step("browser tests", || {
        let runner = needed(&tools, "tools: page")?.test_runner()?;
        let browser = needed(&browser, "tools: browser")?;
        some_tests(commands::browser_tests(project, &runner, browser).counted()?)
    });
    summary.step("end-to-end tests", || {
        let dist = needed(&dist, "release build")?;
        let browser = needed(&browser, "tools: browser")?;
        let axe = axe::bring(project)?;
        again::if_few_fail(&project.path("target/e2e-failed"), || {
            commands::end_to_end(project, dist, &axe, browser)
        })
    });
    summary.step("tools: web servers", || servers::bring().map(|()| String::new()));
    summary.step("deployments", || {
        let dist = needed(&dist, "release build")?;
        let browser = needed(&browser, "tools: browser")?;
        some_tests(commands::deployments(project, dist, browser).counted()?)
    });
}

fn needed<'a, T>(value: &'a Option<T>, step: &str) -> Outcome<&'a T> {
    value
        .as_ref()
        .ok_or_else(|| Failure::new(format!("Not run: it needs the step \"{step}\", which failed.")))
}

/// A step that promises tests and runs none has not passed.
fn some_tests(count: TestCount) -> Outcome<String> {
    if count.is_empty() {
        return Err(Failure::new("The command ended well, but no test ran."));
    }
    Ok(count.to_string())
}
