//! Where the export goes: a bucket, or the URL of an object.

use image_console_ui::Choice;
use image_console_ui::field::{PasswordField, RadioField, TextField};
use image_console_upstream::oci_compute::validate::parse_uri;
use leptos::prelude::*;

use super::bucket::BucketField;
use super::form::{Form, TUPLE, URI};
use super::places::Places;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::pages::image_actions::oci::subject::Subject;
use image_console_core::config::Kind;

/// The fields of both destinations; those of the one that is not chosen keep what was typed.
#[component]
pub fn DestinationFields(
    /// The form.
    form: Form,
    /// The image.
    subject: Subject,
) -> AnyView {
    let places = Places::new(&subject);
    Effect::new(move |_| {
        if let Some(namespace) = places.namespace.value.get() {
            form.suggest_namespace(&namespace);
        }
    });
    let by_uri = Memo::new(move |_| form.by_uri());
    let hint = Signal::derive(move || {
        let text = if by_uri.get() {
            "The URL of the object to make, plain or pre-authenticated."
        } else {
            "An object in a bucket that you may write to."
        };
        text.to_owned()
    });
    let kinds = Signal::stored(vec![Choice::new(TUPLE, TUPLE), Choice::new(URI, URI)]);
    let fields = move || {
        if by_uri.get() {
            view! {
                <PasswordField label="destinationUri" field=form.uri hint=uri_hint(form) on_blur=form.on_blur(form.uri) />
            }
            .into_any()
        } else {
            tuple(form, places)
        }
    };
    view! {
        <RadioField label="destinationType" field=form.kind options=kinds hint />
        {fields}
    }
    .into_any()
}

fn tuple(form: Form, places: Places) -> AnyView {
    let loading = places.namespace.loading;
    let hint = Signal::derive(move || {
        let told = places.namespace.value.with(Option::is_some);
        let text = match (told, loading.get()) {
            (true, _) => "Object Storage's namespace of the tenancy.",
            (_, true) => "Asking for the namespace of the tenancy…",
            _ => "Object Storage's namespace of the tenancy: type it.",
        };
        text.to_owned()
    });
    let on_retry = Callback::new(move |()| places.ask_namespace());
    let failed = move || {
        let error = places.namespace.error.get().filter(|_| !loading.get())?;
        let what = "The namespace could not be read; it can be typed";
        Some(view! { <Failure what error whose=Whose::Api(Kind::Oci) on_retry /> }.into_any())
    };
    let extension = Signal::derive(move || {
        format!("The name of the object to make; {} is usual at its end.", form.format().extension())
    });
    view! {
        {failed}
        <TextField
            label="namespaceName"
            field=form.namespace
            hint
            mono=true
            on_blur=form.on_blur(form.namespace)
        />
        <BucketField form places />
        <TextField
            label="objectName"
            field=form.object
            hint=extension
            mono=true
            on_blur=form.on_blur(form.object)
        />
    }
    .into_any()
}

/// What the URL leads to, without its secret.
fn uri_hint(form: Form) -> Signal<String> {
    Signal::derive(move || {
        form.uri.with(|field| {
            let Some(uri) = parse_uri(field.value.trim()) else {
                return "https://objectstorage.{region}.oraclecloud.com/n/{namespace}/b/{bucket}/o/{object}, with /p/{token} before /n when pre-authenticated. A token is sent and shown nowhere, and not stored: after a reload such an export is looked for and never sent again.".to_owned();
            };
            let place =
                format!("Object {} in bucket {} of namespace {}", uri.object, uri.bucket, uri.namespace);
            match uri.token {
                Some(_) => format!("{place}, pre-authenticated: it has to allow writing."),
                None => format!("{place}. You have to be allowed to write there."),
            }
        })
    })
}
