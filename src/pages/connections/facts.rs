//! The facts of a connection: where it leads, as whom, and how it answered last.

use image_console_core::config::{Authentication, CloudFoundry, Oci, Triton, Upstream};
use image_console_ui::{Definition, Fact, Status, Tone};
use image_console_upstream::triton_cloudapi::DEFAULT_ACCEPT_VERSION;
use leptos::prelude::*;

use super::desk::Desk;
use super::key_choice::fingerprint;
use crate::state::connections::{Connected, Health};

/// The facts, in two columns: where, and as whom.
pub fn facts(desk: Desk, connected: &Connected) -> AnyView {
    let connection = &connected.connection;
    let method = match connection.authentication {
        Authentication::Proxy => "by the proxy",
        Authentication::HttpSignature => "HTTP signature in the browser",
        Authentication::Token => "token that the user enters",
    };
    let signed_in = (connection.authentication == Authentication::Token).then(|| signed_in(connected));
    let key =
        (connection.authentication == Authentication::HttpSignature).then(|| signs_with(desk, connected));
    let (place, identity) = match &connection.upstream {
        Upstream::Triton(triton) => (triton_place(triton), triton_identity(triton)),
        Upstream::Oci(oci) => (oci_place(oci), oci_identity(oci)),
        Upstream::Marketplace(marketplace) => (text("Endpoint", &marketplace.endpoint), ().into_any()),
        Upstream::CloudFoundry(foundry) => (foundry_place(foundry), ().into_any()),
    };
    let (id, kind) = (connection.id.clone(), connection.kind().label());
    let asked = id.clone();
    view! {
        <div class="two">
            <Definition>
                <Fact name="Id" mono=true>{id}</Fact>
                <Fact name="Kind">{kind}</Fact>
                {place}
            </Definition>
            <Definition>
                {identity}
                <Fact name="Authentication">{method}</Fact>
                {key}
                {signed_in}
                <Fact name="Health">{move || health(desk, &asked)}</Fact>
            </Definition>
        </div>
    }
    .into_any()
}

fn triton_place(triton: &Triton) -> AnyView {
    let version = match &triton.api_version {
        Some(version) => version.clone(),
        None => format!("{DEFAULT_ACCEPT_VERSION} (the default)"),
    };
    view! {
        {text("Endpoint", &triton.endpoint)}
        <Fact name="API version" mono=true>{version}</Fact>
    }
    .into_any()
}

fn triton_identity(triton: &Triton) -> AnyView {
    let account = if triton.account.is_empty() {
        "my (the account that the proxy authenticates as)".to_owned()
    } else {
        triton.account.clone()
    };
    let sub_user = triton.sub_user.clone().unwrap_or_else(|| "none".to_owned());
    view! {
        <Fact name="Account">{account}</Fact>
        <Fact name="Sub-user">{sub_user}</Fact>
    }
    .into_any()
}

fn oci_place(oci: &Oci) -> AnyView {
    let realm = if oci.realm_domain.is_empty() {
        format!("{} (the default)", Oci::REALM_DOMAIN)
    } else {
        oci.realm_domain.clone()
    };
    let (region, endpoints) = (oci.region.clone(), &oci.endpoints);
    let roots = [
        text("Compute", &endpoints.compute),
        text("Artifacts", &endpoints.artifacts),
        text("Identity", &endpoints.identity),
        text("Object Storage", &endpoints.object_storage),
    ];
    view! {
        <Fact name="Region" mono=true>{region}</Fact>
        <Fact name="Realm domain" mono=true>{realm}</Fact>
        {roots.into_iter().collect_view()}
    }
    .into_any()
}

fn oci_identity(oci: &Oci) -> AnyView {
    let one = |ocid: &String| view! { <div>{ocid.clone()}</div> }.into_any();
    let compartments = oci.compartments.iter().map(one).collect_view();
    view! {
        {text("Tenancy", &oci.tenancy)}
        {text("User", &oci.user)}
        <Fact name="Compartments" mono=true>{compartments}</Fact>
    }
    .into_any()
}

fn foundry_place(foundry: &CloudFoundry) -> AnyView {
    let own = if foundry.api_url.is_empty() {
        view! { <Fact name="API URL"><span class="muted">"as its root names it"</span></Fact> }.into_any()
    } else {
        text("API URL", &foundry.api_url)
    };
    view! {
        {text("Endpoint", &foundry.endpoint)}
        {text("UAA endpoint", &foundry.uaa_endpoint)}
        {own}
    }
    .into_any()
}

/// As whom, and until when.
fn signed_in(connected: &Connected) -> AnyView {
    let Some(signed_in) = &connected.signed_in else {
        return view! { <Fact name="Sign-in">{warning("nobody is signed in: nothing can be asked")}</Fact> }
            .into_any();
    };
    let end = signed_in.expires.map(|at| format!("; says it ends {}", at.day_and_time())).unwrap_or_default();
    let words = format!("{}{end}; kept until this page is closed or reloaded", signed_in.about);
    view! { <Fact name="Sign-in">{words}</Fact> }.into_any()
}

/// A text to copy, or word that it is not set.
fn text(name: &'static str, text: &str) -> AnyView {
    if text.is_empty() {
        return view! { <Fact name><span class="muted">"not set"</span></Fact> }.into_any();
    }
    let (shown, copy) = (text.to_owned(), Signal::stored(text.to_owned()));
    view! { <Fact name mono=true copy>{shown}</Fact> }.into_any()
}

fn signs_with(desk: Desk, connected: &Connected) -> AnyView {
    let (key, kind) = (connected.key.clone(), connected.connection.kind());
    let session = connected.session.as_ref().map(|session| {
        let words = match session.expires {
            None => "signs with a token kept until this page is closed or reloaded".to_owned(),
            Some(at) => format!(
                "signs with a token that says it ends {}; kept until this page is closed or reloaded",
                at.day_and_time()
            ),
        };
        view! { <Fact name="Session">{words}</Fact> }.into_any()
    });
    let shown = {
        let key = connected.signs_with().map(str::to_owned).or(key);
        move || {
            let key = key.as_deref();
            let found =
                desk.connections.keys.with(|keys| keys.iter().find(|k| Some(k.id.as_str()) == key).cloned());
            match (key, found) {
                (None, _) => warning("none chosen: nothing can be asked"),
                (_, None) => warning("not in this browser any more: choose another one"),
                (_, Some(key)) => {
                    let fingerprint = fingerprint(&key, kind).to_owned();
                    view! { {key.label} " " <span class="mono">{fingerprint}</span> }.into_any()
                }
            }
        }
    };
    view! {
        {session}
        <Fact name="Key">{shown}</Fact>
    }
    .into_any()
}

fn warning(word: &'static str) -> AnyView {
    view! { <Status word tone=Tone::Warn /> }.into_any()
}

fn health(desk: Desk, id: &str) -> AnyView {
    let (tone, word) = match desk.connections.health.with(|all| all.get(id).cloned()) {
        None => (Tone::Muted, "not asked yet".to_owned()),
        Some(Health::Fine(at)) => (Tone::Ok, format!("answered {}", at.day_and_time())),
        Some(Health::Trouble(error)) => (Tone::Bad, error.to_string()),
    };
    view! { <Status word tone=Signal::stored(tone) /> }.into_any()
}
