//! Which crate may depend on which. Cargo refuses circles, but not a step to the wrong side.

use super::metadata::Member;

/// What one of our crates may have among its dependencies.
struct Rule {
    name: &'static str,
    /// Ours that it may use.
    ours: &'static [&'static str],
    /// Ours that its tests may use besides.
    tests: &'static [&'static str],
    browser: Browser,
}

/// How much of the browser a crate may see.
enum Browser {
    /// Nothing: it is tested natively, in seconds.
    Nothing,
    /// The types of elements and events, through web-sys.
    Elements,
    /// Everything.
    All,
}

const RULES: [Rule; 14] = [
    rule("image-console-core", &[], Browser::Nothing),
    rule("image-console-sign", &[], Browser::Nothing),
    rule("image-console-catalogue", &["image-console-core"], Browser::Nothing),
    rule("image-console-operation", &["image-console-core"], Browser::Nothing),
    Rule {
        // Its requests are tried against the emulator, which shares no type with it.
        tests: &["image-console-emulator"],
        ..rule(
            "image-console-upstream",
            &["image-console-core", "image-console-catalogue", "image-console-operation"],
            Browser::Nothing,
        )
    },
    rule("image-console-ui", &["image-console-core"], Browser::Elements),
    rule("image-console-platform", &["image-console-core", "image-console-sign"], Browser::All),
    rule(
        "image-console",
        &[
            "image-console-core",
            "image-console-sign",
            "image-console-catalogue",
            "image-console-operation",
            "image-console-upstream",
            "image-console-ui",
            "image-console-platform",
        ],
        Browser::All,
    ),
    Rule {
        // What it verifies is signed by the signer itself in its tests.
        tests: &["image-console-sign"],
        ..rule("image-console-emulator", &[], Browser::Nothing)
    },
    // The hosts that are signed are upstream's to know.
    rule("image-console-deploy", &["image-console-core", "image-console-upstream"], Browser::Nothing),
    rule(
        "image-console-deploy-tests",
        &["image-console-deploy", "image-console-emulator", "image-console-e2e"],
        Browser::Nothing,
    ),
    rule("image-console-e2e", &["image-console-emulator"], Browser::Nothing),
    rule("image-console-split", &[], Browser::Nothing),
    rule("xtask", &[], Browser::Nothing),
];

const fn rule(name: &'static str, ours: &'static [&'static str], browser: Browser) -> Rule {
    Rule { name, ours, tests: &[], browser }
}

/// What breaks the rules, one line each.
pub fn violations(workspace: &[Member]) -> Vec<String> {
    let mut broken = Vec::new();
    for member in workspace {
        let Some(rule) = RULES.iter().find(|rule| rule.name == member.name) else {
            broken.push(format!("{}: has no rule yet; say in which layer it lies", member.name));
            continue;
        };
        for dependency in &member.dependencies {
            let name = dependency.name.as_str();
            let is_ours = workspace.iter().any(|other| other.name == name);
            let allowed = if is_ours {
                rule.ours.contains(&name) || (dependency.dev && rule.tests.contains(&name))
            } else {
                dependency.dev || rule.browser.allows(name)
            };
            if !allowed {
                let kind = if dependency.dev { " in its tests" } else { "" };
                broken.push(format!("{}: must not depend on {name}{kind}", member.name));
            }
        }
    }
    broken
}

impl Browser {
    fn allows(&self, package: &str) -> bool {
        let elements = matches!(package, "web-sys" | "wasm-bindgen" | "leptos");
        let everything = elements
            || matches!(package, "js-sys" | "wasm-bindgen-futures" | "idb" | "console_error_panic_hook")
            || package.starts_with("gloo")
            || package.starts_with("leptos");
        match self {
            Self::Nothing => !everything,
            Self::Elements => !everything || elements,
            Self::All => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::metadata::Dependency;
    use super::*;

    fn member(name: &str, dependencies: &[(&str, bool)]) -> Member {
        let dependencies = dependencies
            .iter()
            .map(|(name, dev)| Dependency { name: (*name).to_owned(), dev: *dev })
            .collect();
        Member { name: name.to_owned(), dependencies }
    }

    fn check(name: &str, dependencies: &[(&str, bool)]) -> Vec<String> {
        let mut workspace: Vec<Member> =
            RULES.iter().filter(|rule| rule.name != name).map(|rule| member(rule.name, &[])).collect();
        workspace.push(member(name, dependencies));
        violations(&workspace)
    }

    #[test]
    fn a_dependency_that_points_back_is_named() {
        assert_eq!(
            check("image-console-core", &[("serde", false), ("image-console-upstream", false)]),
            ["image-console-core: must not depend on image-console-upstream"]
        );
        assert_eq!(
            check("image-console-ui", &[("image-console-core", false), ("image-console-platform", true)]),
            ["image-console-ui: must not depend on image-console-platform in its tests"]
        );
        assert!(check("image-console", &[("image-console-upstream", false)]).is_empty());
    }

    #[test]
    fn only_the_platform_and_the_page_see_the_browser() {
        assert_eq!(
            check("image-console-sign", &[("js-sys", false)]),
            ["image-console-sign: must not depend on js-sys"]
        );
        assert_eq!(
            check("image-console-ui", &[("web-sys", false), ("leptos", false), ("gloo-net", false)]),
            ["image-console-ui: must not depend on gloo-net"]
        );
        assert!(check("image-console-platform", &[("idb", false), ("gloo-net", false)]).is_empty());
    }

    #[test]
    fn tests_of_a_client_may_talk_to_the_emulator_but_the_client_may_not() {
        assert!(check("image-console-upstream", &[("image-console-emulator", true)]).is_empty());
        assert_eq!(check("image-console-upstream", &[("image-console-emulator", false)]).len(), 1);
    }

    #[test]
    fn a_new_crate_must_be_given_its_layer() {
        assert_eq!(
            violations(&[member("image-console-extra", &[])]),
            ["image-console-extra: has no rule yet; say in which layer it lies"]
        );
    }
}
