//! Two tabs, played by two holders in one page: the browser makes no difference.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

use std::cell::RefCell;
use std::rc::Rc;

use image_console_platform::channel::Channel;
use image_console_platform::leader::{Leadership, lead};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A holder, and what is resolved when it leads.
fn candidate(name: &'static str) -> (Rc<RefCell<Option<Leadership>>>, Promise) {
    let slot: Rc<RefCell<Option<Leadership>>> = Rc::default();
    let leads = Promise::new(&mut |resolve, _| {
        slot.replace(Some(lead(name, move || {
            let _ = resolve.call0(&JsValue::NULL);
        })));
    });
    (slot, leads)
}

#[wasm_bindgen_test]
async fn the_next_tab_leads_when_the_leader_goes() {
    let (first, first_leads) = candidate("test");
    JsFuture::from(first_leads).await.expect("leads");
    let (given_up, _) = candidate("test");
    let (second, second_leads) = candidate("test");
    drop(given_up.take());
    let leading =
        |slot: &RefCell<Option<Leadership>>| slot.borrow().as_ref().is_some_and(Leadership::is_leader);
    assert!(leading(&first) && !leading(&second));
    drop(first.take());
    JsFuture::from(second_leads).await.expect("leads");
    assert!(leading(&second));
}

#[wasm_bindgen_test]
async fn tabs_hear_each_other() {
    let (mut one, mut two) = (None, None);
    let heard = Promise::new(&mut |resolve, _| {
        one = Channel::open("test", |_| {}).ok();
        two = Channel::open("test", move |text| {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from_str(&text));
        })
        .ok();
    });
    one.as_ref().expect("open").post("hello").expect("posted");
    assert_eq!(JsFuture::from(heard).await.expect("heard").as_string().as_deref(), Some("hello"));
}
