//! What a user notices of the components' behaviour, in a real browser.
#![cfg(target_arch = "wasm32")]
// The lint knows `#[test]` functions only.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use image_console_core::form::Field;
use image_console_ui::{
    Button, Choice, Dialog, Picker,
    editor::{PairsEditor, pair},
    field::SelectField,
    table::{Cell, Column, RowView, Table, Width},
};
use leptos::{mount::mount_to, prelude::*, task::tick};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts a view below a place of its own and keeps it for the rest of the page's life.
fn mount(view: impl FnOnce() -> AnyView + 'static) -> HtmlElement {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    mount_to(root.clone(), view).forget();
    root
}

fn find<T: JsCast>(root: &HtmlElement, selector: &str) -> T {
    root.query_selector(selector).unwrap().expect(selector).unchecked_into()
}

fn key(element: &HtmlElement, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

fn active() -> HtmlElement {
    document().active_element().unwrap().dyn_into().unwrap()
}

#[wasm_bindgen_test]
async fn a_busy_button_and_one_with_a_reason_ignore_the_press_but_keep_the_focus() {
    let (busy, reason, presses) = (RwSignal::new(false), RwSignal::new(String::new()), RwSignal::new(0));
    let root = mount(move || {
        view! { <Button label="Clone" busy reason on_press=move |()| presses.update(|n| *n += 1) /> }
            .into_any()
    });
    let button: HtmlElement = find(&root, "button");
    button.click();
    busy.set(true);
    tick().await;
    button.click();
    assert_eq!(presses.get_untracked(), 1);
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));
    busy.set(false);
    reason.set("Only an active image can be exported".into());
    tick().await;
    button.click();
    assert_eq!(presses.get_untracked(), 1);
    button.focus().unwrap();
    assert_eq!(active(), button);
    let described = button.get_attribute("aria-describedby").unwrap();
    let text = document().get_element_by_id(&described).unwrap().text_content().unwrap();
    assert_eq!(text, "Only an active image can be exported");
}

#[wasm_bindgen_test]
async fn a_dialog_takes_the_focus_gives_it_back_and_asks_before_losing_what_was_typed() {
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(true));
    let root = mount(move || {
        view! {
            <button id="opener">"Open"</button>
            <Show when=move || open.get()>
                <Dialog title="Rename" dirty on_close=Callback::new(move |()| open.set(false))>
                    <input id="first" />
                </Dialog>
            </Show>
        }
        .into_any()
    });
    find::<HtmlElement>(&root, "#opener").focus().unwrap();
    open.set(true);
    tick().await;
    tick().await;
    assert_eq!(active().id(), "first");
    let dialog: HtmlElement = find(&root, "dialog");
    let cancel = || {
        let init = web_sys::EventInit::new();
        init.set_cancelable(true);
        dialog.dispatch_event(&web_sys::Event::new_with_event_init_dict("cancel", &init).unwrap()).unwrap();
    };
    cancel();
    tick().await;
    assert!(open.get_untracked());
    assert!(dialog.text_content().unwrap().contains("Close and lose what you entered?"));
    cancel();
    tick().await;
    assert_eq!(active().id(), "first");
    dirty.set(false);
    cancel();
    tick().await;
    assert!(!open.get_untracked());
    assert!(root.query_selector("dialog").unwrap().is_none());
    assert_eq!(active().id(), "opener");
}

#[wasm_bindgen_test]
async fn a_picker_is_used_by_keyboard_and_refuses_what_has_a_reason() {
    let field = RwSignal::new(Field::default());
    let mut options: Vec<Choice> =
        (0..3000).map(|i| Choice::new(format!("id-{i}"), format!("web-{i}"))).collect();
    options[1] = options[1].clone().because("It is running");
    let options = Arc::new(options);
    let root = mount(move || view! { <Picker label="Machine" field options /> }.into_any());
    let input: HtmlInputElement = find(&root, "input");
    input.focus().unwrap();
    key(&input, "ArrowDown");
    tick().await;
    assert_eq!(root.query_selector_all("[role=option]").unwrap().length(), 50);
    assert!(root.text_content().unwrap().contains("50 of 3,000 shown"));
    key(&input, "ArrowDown");
    key(&input, "ArrowDown");
    key(&input, "Enter");
    tick().await;
    assert_eq!(field.get_untracked().value, "", "an option with a reason is not chosen");
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("true"));
    key(&input, "ArrowDown");
    tick().await;
    let marked = input.get_attribute("aria-activedescendant").unwrap();
    assert!(document().get_element_by_id(&marked).unwrap().text_content().unwrap().starts_with("web-2"));
    key(&input, "Enter");
    tick().await;
    assert_eq!(field.get_untracked().value, "id-2");
    assert_eq!((input.value(), input.get_attribute("aria-expanded")), ("web-2".into(), Some("false".into())));
}

#[wasm_bindgen_test]
async fn a_select_keeps_its_value_when_its_options_come_later() {
    let (field, options) = (RwSignal::new(Field::with("xz")), RwSignal::new(Vec::new()));
    let root = mount(move || view! { <SelectField label="Compression" field options /> }.into_any());
    tick().await;
    options.set(["none", "gzip", "xz"].map(|name| Choice::new(name, name)).to_vec());
    tick().await;
    tick().await;
    let select: HtmlInputElement = find(&root, "select");
    assert_eq!((select.value(), field.get_untracked().value), ("xz".into(), "xz".into()));
    field.set(Field::with("gzip"));
    tick().await;
    assert_eq!(select.value(), "gzip");
}

#[wasm_bindgen_test]
async fn pairs_are_added_and_removed_without_touching_the_others() {
    let rows = RwSignal::new(vec![pair("role", "os"), pair("group", "base")]);
    let root = mount(move || view! { <PairsEditor label="Tags" rows /> }.into_any());
    let keys = || {
        let list = root.query_selector_all("input[aria-label=Key]").unwrap();
        let all = (0..list.length()).map(|at| list.item(at).unwrap().unchecked_into::<HtmlInputElement>());
        all.collect::<Vec<_>>()
    };
    let kept = keys().remove(1);
    find::<HtmlElement>(&root, "fieldset > button").click();
    for _ in 0..3 {
        tick().await;
    }
    assert_eq!(active(), *keys()[2], "the new row has the keyboard");
    find::<HtmlElement>(&root, ".pair button").click();
    tick().await;
    assert_eq!(keys().iter().map(HtmlInputElement::value).collect::<Vec<_>>(), ["group", ""]);
    assert_eq!(keys()[0], kept);
    assert_eq!(active().text_content().unwrap(), "Add");
    kept.set_value("kind");
    kept.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    assert_eq!(rows.with_untracked(|rows| rows[0].key.get_untracked().value), "kind");
}

fn table(count: RwSignal<usize>) -> HtmlElement {
    let row = Callback::new(|index: usize| RowView {
        cells: vec![Cell::Link { href: format!("#/{index}"), text: format!("image-{index}") }],
        ..RowView::default()
    });
    let columns =
        vec![Column { key: "name".into(), label: "Name".into(), width: Width::Grow, ..Column::default() }];
    let root = mount(move || view! { <Table label="Images" columns count row /> }.into_any());
    let scroller: HtmlElement = find(&root, ".table-scroll");
    // The style sheets are not here: what the table needs of them.
    for (name, value) in [("height", "360px"), ("overflow", "auto"), ("position", "relative")] {
        scroller.style().set_property(name, value).unwrap();
    }
    root
}

fn rows(root: &HtmlElement) -> (u32, String, String) {
    let all = root.query_selector_all("tbody tr:not([aria-hidden])").unwrap();
    let text = |at: u32| all.item(at).and_then(|row| row.text_content()).unwrap_or_default();
    (all.length(), text(0), text(all.length().saturating_sub(1)))
}

#[wasm_bindgen_test]
async fn a_table_of_100_000_rows_holds_a_few_and_follows_the_keyboard() {
    let count = RwSignal::new(100_000);
    let root = table(count);
    tick().await;
    let table: HtmlElement = find(&root, "table");
    assert_eq!(table.get_attribute("aria-rowcount").as_deref(), Some("100001"));
    let (length, first, _) = rows(&root);
    assert!(length < 160, "{length} rows in the document");
    assert_eq!(first, "image-0");
    let link: HtmlElement = find(&root, "tbody a");
    assert_eq!(root.query_selector_all("tbody a[tabindex='0']").unwrap().length(), 1);
    link.focus().unwrap();
    key(&link, "ArrowDown");
    assert_eq!(active().text_content().unwrap(), "image-1");
    key(&active(), "End");
    assert_eq!(active().text_content().unwrap(), "image-99999");
    assert_eq!(
        active().closest("tr").unwrap().unwrap().get_attribute("aria-rowindex").as_deref(),
        Some("100001")
    );
    let (length, _, last) = rows(&root);
    assert!(length < 160, "{length} rows in the document");
    assert_eq!(last, "image-99999");
    key(&active(), "Home");
    assert_eq!(active().text_content().unwrap(), "image-0");
}

#[wasm_bindgen_test]
async fn a_table_that_shrinks_leaves_no_rows_behind() {
    let count = RwSignal::new(50);
    let root = table(count);
    tick().await;
    assert_eq!(rows(&root).1, "image-0");
    count.set(3);
    tick().await;
    assert_eq!(rows(&root), (3, "image-0".into(), "image-2".into()));
    count.set(0);
    tick().await;
    assert_eq!(rows(&root).0, 0);
}
