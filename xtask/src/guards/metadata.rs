//! What `cargo metadata` says about our crates and about everything they bring with them.

use serde_json::Value;

use crate::failure::{Attempting, Failure, Outcome};
use crate::project::Project;
use crate::tools::rust::WASM;

/// One of our crates with what its manifest declares.
pub struct Member {
    /// The crate's name.
    pub name: String,
    /// Every declared dependency.
    pub dependencies: Vec<Dependency>,
}

/// One line of a manifest's dependencies.
pub struct Dependency {
    /// The package's own name, whatever it is renamed to.
    pub name: String,
    /// Under `[dev-dependencies]`.
    pub dev: bool,
}

/// A package of somebody else's.
pub struct Package {
    /// Name and version.
    pub label: String,
    /// As its manifest says; none when it says nothing.
    pub licence: Option<String>,
    /// Cargo's source identifier; none for a path.
    pub source: Option<String>,
}

/// Our crates.
pub fn workspace(project: &Project) -> Outcome<Vec<Member>> {
    let metadata = ask(project, &["--no-deps", "--offline"])?;
    packages(&metadata)
        .map(|package| {
            let dependencies = list(package, "dependencies").map(|dependency| {
                let dev = dependency.get("kind").and_then(Value::as_str) == Some("dev");
                Ok(Dependency { name: text(dependency, "name")?, dev })
            });
            Ok(Member { name: text(package, "name")?, dependencies: dependencies.collect::<Outcome<_>>()? })
        })
        .collect()
}

/// Every package that is compiled for this machine or for the browser, except our own.
pub fn dependencies(project: &Project) -> Outcome<Vec<Package>> {
    let host = project.host()?;
    let metadata = ask(project, &["--filter-platform", WASM, "--filter-platform", &host])?;
    let ours: Vec<&str> = list(&metadata, "workspace_members").filter_map(Value::as_str).collect();
    packages(&metadata)
        .filter(|package| !package.get("id").and_then(Value::as_str).is_some_and(|id| ours.contains(&id)))
        .map(|package| {
            Ok(Package {
                label: format!("{} {}", text(package, "name")?, text(package, "version")?),
                licence: package.get("license").and_then(Value::as_str).map(str::to_owned),
                source: package.get("source").and_then(Value::as_str).map(str::to_owned),
            })
        })
        .collect()
}

fn ask(project: &Project, flags: &[&str]) -> Outcome<Value> {
    let text = project.cargo("metadata").args(["--format-version", "1"]).args(flags).captured()?;
    serde_json::from_str(&text).attempting("read what `cargo metadata` says")
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    list(metadata, "packages")
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn text(value: &Value, key: &str) -> Outcome<String> {
    value
        .get(key)
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("`cargo metadata` gives a package without `{key}`.")))
}
