//! The fields of each API's group, in the order of its documents.

use image_console_core::form::Field;
use image_console_ui::Choice;
use image_console_ui::el::el;
use image_console_ui::field::{SelectField, TextField};
use image_console_upstream::triton_cloudapi::IMAGE_STATES;
use image_console_upstream::{oci_artifacts, oci_compute};
use leptos::prelude::*;

use super::dialog::Fields;

fn at(fields: &Fields, name: &str) -> RwSignal<Field> {
    fields.iter().find(|(n, _)| *n == name).map_or_else(RwSignal::default, |(_, field)| *field)
}

fn options(words: &[&str], none: &str) -> Vec<Choice> {
    let mut options = vec![Choice::new("", none)];
    options.extend(words.iter().map(|w| Choice::new(*w, *w)));
    options
}

fn two(fields: AnyView) -> AnyView {
    el("div").class("two").view(fields).into_any()
}

/// The seven of Triton's ListImages.
pub fn triton(fields: &Fields) -> AnyView {
    let at = |name: &str| at(fields, name);
    let (name, os, version) = (at("name"), at("os"), at("version"));
    let (public, state, owner, kind) = (at("public"), at("state"), at("owner"), at("type"));
    let states = options(&IMAGE_STATES, "Not given: the console asks for all");
    let publics = options(&["true", "false"], "Not given");
    let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let systems = words(&["smartos", "linux", "windows", "bsd", "illumos", "other"]);
    let kinds = words(&["zone-dataset", "lx-dataset", "zvol", "docker", "lxd", "other", "!docker"]);
    let most = view! {
        <TextField label="name" field=name optional=true hint="Exact, or ~base for a part of it" />
        <TextField label="version" field=version optional=true hint="Exact, or ~21. for a part of it" />
        <TextField label="os" field=os optional=true suggestions=systems hint="Exact" />
        <TextField label="type" field=kind optional=true suggestions=kinds hint="Exact, or !docker for all others" />
        <SelectField label="state" field=state optional=true options=states />
        <SelectField label="public" field=public optional=true options=publics />
    };
    view! {
        {two(most.into_any())}
        <TextField label="owner" field=owner optional=true mono=true hint="The UUID of an account" />
    }
    .into_any()
}

/// Those of OCI's ListImages. Both services have filters of the same name, so each has the service's
/// word before it, as in the address.
pub fn compute(fields: &Fields) -> AnyView {
    let states = options(&oci_compute::LIFECYCLE_STATES, "Not given: all");
    let exact = |name: &'static str, hint: &'static str| {
        view! { <TextField label=name field=at(fields, name) optional=true hint /> }.into_any()
    };
    two(view! {
        {exact("compute.displayName", "Exact")}
        {exact("compute.operatingSystem", "Exact, such as Oracle Linux")}
        {exact("compute.operatingSystemVersion", "Exact")}
        {exact("compute.shape", "Images that can be used with it, such as VM.Standard.E4.Flex")}
        <SelectField
            label="compute.lifecycleState"
            field=at(fields, "compute.lifecycleState")
            optional=true
            options=states
        />
    }
    .into_any())
}

/// Those of OCI's ListContainerImages.
pub fn artifacts(fields: &Fields) -> AnyView {
    let states = options(&oci_artifacts::LIFECYCLE_STATES, "Not given: the console asks for each");
    let text = |name: &'static str, hint: &'static str| {
        view! { <TextField label=name field=at(fields, name) optional=true hint /> }.into_any()
    };
    let choice = |name: &'static str, options: Vec<Choice>, hint: &'static str| {
        view! { <SelectField label=name field=at(fields, name) optional=true options hint /> }.into_any()
    };
    let flag = || options(&["true", "false"], "Not given");
    two(view! {
        {text("artifacts.repositoryName", "Exact, or team/* for its beginning")}
        {text("artifacts.displayName", "Exact")}
        {text("artifacts.version", "Exact, or 1.* for its beginning")}
        {choice("artifacts.isVersioned", flag(), "Only with a version, or only without")}
        {text("artifacts.imageDigest", "Such as sha256:4c1d…")}
        {choice("artifacts.lifecycleState", states, "")}
        {text("artifacts.imageId", "An OCID")}
        {text("artifacts.repositoryId", "An OCID")}
        {choice(
            "artifacts.compartmentIdInSubtree",
            flag(),
            "Sent with the list of the root compartment only: the API allows it nowhere else",
        )}
    }
    .into_any())
}
