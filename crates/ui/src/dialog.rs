//! The dialog: a native `<dialog>` shown as a modal. It is open as long as it is mounted.

use crate::{
    Kind,
    button::simple,
    dom,
    el::{El, el},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement};

/// What takes the keyboard first, unless something has `autofocus`: a control of the body.
const FIRST: &str = ".dialog-body :is(input, select, textarea, button, a[href])";
/// And where the body has none: the first button of the footer.
const LAST: &str = ".dialog-form > footer button";

/// A modal dialog. Mount it to open it, unmount it to close it.
///
/// Esc and a click beside it call `on_close`; when something was typed they first ask whether to
/// throw it away. The first field in the body gets the keyboard (or the one with `autofocus`).
#[component]
pub fn Dialog(
    /// What it does, as a heading.
    #[prop(into)]
    title: Signal<String>,
    /// One or two sentences below the heading.
    #[prop(into, optional)]
    lede: Signal<String>,
    /// Whether closing loses something that was typed.
    #[prop(into, optional)]
    dirty: Signal<bool>,
    /// Wider, for pickers and tables.
    #[prop(optional)]
    wide: bool,
    /// The body holds only text that may need scrolling: makes it reachable for the arrow keys.
    #[prop(optional)]
    reading: bool,
    /// The user wants it gone.
    on_close: Callback<()>,
    /// Enter in a field, or the submit button of the footer.
    #[prop(into, optional)]
    on_submit: Option<Callback<()>>,
    /// The buttons, the one that acts last. Without it there is a Close button.
    #[prop(into, optional)]
    footer: Option<ViewFn>,
    /// The body.
    children: Children,
) -> AnyView {
    let (title_id, lede_id) = (dom::unique_id("dialog"), dom::unique_id("lede"));
    let asking = RwSignal::new(false);
    let editing = StoredValue::new_local(None);
    let stay = move || {
        asking.set(false);
        if let Some(element) = editing.get_value() {
            dom::focus_element(&element);
        }
    };
    let leave = move || {
        if asking.get() {
            stay();
        } else if dirty.get() {
            editing.set_value(dom::focused().map(Element::from));
            asking.set(true);
        } else {
            on_close.run(());
        }
    };
    let question = move || {
        let text = el("p").class("push").attr("tabindex", "-1").text("Close and lose what you entered?");
        let asked = text.element();
        // It is in the document once the rendering that put it there has returned.
        queue_microtask(move || {
            dom::focus_element(&asked);
        });
        let stay = simple("Keep editing", Kind::Normal, None, stay);
        let discard = simple("Discard", Kind::DangerSolid, None, move || on_close.run(()));
        (text, stay, discard).into_any()
    };
    let close = move || simple("Close", Kind::Normal, None, move || on_close.run(())).into_any();
    let foot = el("footer").dynamic(move || match &footer {
        _ if asking.get() => question(),
        Some(footer) => footer.run(),
        None => close(),
    });
    let submit = move |event: Event| {
        event.prevent_default();
        if let Some(on_submit) = on_submit {
            on_submit.run(());
        }
    };
    let no_lede = move || lede.with(String::is_empty);
    let head = el("header").child(el("h2").attr("id", &title_id).text_of(title)).child(
        el("p").attrs(&[("class", "lede"), ("id", &lede_id)]).flag("hidden", "", no_lede).text_of(lede),
    );
    let body = el("div").class("dialog-body").maybe_attr("tabindex", reading.then_some("0")).view(children());
    let form = el("form").attrs(&[("class", "dialog-form"), ("novalidate", "")]).on("submit", submit);
    let dialog = el("dialog")
        .class(if wide { "dialog wide" } else { "dialog" })
        .attr("aria-labelledby", &title_id)
        .bind("aria-describedby", move || (!no_lede()).then(|| lede_id.clone()))
        // For whoever would take the dialog away otherwise than by its buttons, such as Back.
        .flag("data-dirty", "", move || dirty.get())
        .child(form.child(head).child(body).child(foot));
    modal(dialog, leave, on_close, move |dialog| {
        // Browsers give the keyboard to a body that scrolls; people want the first field.
        [".dialog-body [autofocus]", FIRST, LAST]
            .into_iter()
            .filter(|selector| !reading || *selector == LAST)
            .find_map(|selector| dialog.query_selector(selector).ok().flatten())
    })
    .into_any()
}

/// What all modal dialogs do: they open when they are mounted, give the keyboard to what `first`
/// finds, ask `leave` on Esc and on a press beside them, and give the keyboard back when they go.
pub(crate) fn modal(
    dialog: El,
    leave: impl Fn() + Copy + 'static,
    on_close: Callback<()>,
    first: impl Fn(&Element) -> Option<Element> + 'static,
) -> El {
    let element: HtmlDialogElement = dialog.element().unchecked_into();
    dom::return_focus_on_cleanup(&element);
    Effect::new(move |_| {
        if element.is_connected() && !element.open() {
            let _ = element.show_modal();
            first(&element).map(|element| dom::focus_element(&element));
        }
    });
    let cancel = move |event: Event| {
        event.prevent_default();
        leave();
    };
    // Where the press began decides: dragging a selection out of a field is no press beside it.
    let beside = move |event: Event| {
        if event.target() == event.current_target() {
            event.prevent_default();
            leave();
        }
    };
    // The browser closes without asking when Esc comes twice: stay in step with it.
    let closed = move |event: Event| {
        if dom::current(&event).is_some_and(|dialog| dialog.is_connected()) {
            let _ = on_close.try_run(());
        }
    };
    dialog.on("cancel", cancel).on("mousedown", beside).on("close", closed)
}
