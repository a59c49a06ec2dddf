//! Helpers of the browser tests. Each test file uses a part of them.
#![allow(dead_code, missing_docs)]

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs the body of an asynchronous JavaScript function with one argument named `input`.
pub async fn js(body: &str, input: impl Into<JsValue>) -> JsValue {
    let source = format!("return (async () => {{ {body} }})()");
    let function = Function::new_with_args("input", &source);
    let promise: Promise = function.call1(&JsValue::NULL, &input.into()).expect("starts").unchecked_into();
    JsFuture::from(promise).await.expect("ends well")
}

/// The text that a body of [`js`] returns.
pub async fn js_text(body: &str, input: impl Into<JsValue>) -> String {
    js(body, input).await.as_string().expect("a string")
}

/// Puts a JavaScript function in place of `fetch`, for faults that no server makes on demand.
/// Gives `fetch` back when dropped.
pub struct FakeFetch(JsValue);

impl FakeFetch {
    /// `body` is of a function of `request` that returns a response or a promise of one.
    pub fn answering(body: &str) -> Self {
        let window = JsValue::from(web_sys::window().expect("a window"));
        let name = JsValue::from_str("fetch");
        let real = Reflect::get(&window, &name).expect("fetch");
        let fake = Function::new_with_args("request", body);
        Reflect::set(&window, &name, &fake).expect("replaced");
        Self(real)
    }
}

impl Drop for FakeFetch {
    fn drop(&mut self) {
        let window = JsValue::from(web_sys::window().expect("a window"));
        let _ = Reflect::set(&window, &JsValue::from_str("fetch"), &self.0);
    }
}
