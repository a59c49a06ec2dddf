//! The page around the console.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use std::cell::RefCell;
use std::rc::Rc;

use image_console_core::time::Timestamp;
use image_console_platform::config_file::{self, ConfigFileError};
use image_console_platform::theme::{self, Theme};
use image_console_platform::{
    clipboard, clock, files, history, keyboard, links, panic, random, slice, timer, title,
};
use js_sys::Promise;
use support::{FakeFetch, js, js_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

type Log = Rc<RefCell<Vec<String>>>;

fn log() -> (Log, impl Fn(String) + 'static) {
    let log = Log::default();
    let writer = log.clone();
    (log, move |line| writer.borrow_mut().push(line))
}

#[wasm_bindgen_test]
async fn routes_are_below_the_base_and_back_is_heard() {
    js(
        "const b = document.createElement('base'); b.href = '/console/'; document.head.prepend(b);",
        JsValue::NULL,
    )
    .await;
    assert_eq!(history::base(), "/console/");
    assert_eq!(history::href("images/a"), "/console/images/a");
    let before = js_text("return location.href", JsValue::NULL).await;
    history::push("images?state=all").expect("pushed");
    assert_eq!(history::current(), "images?state=all");
    assert_eq!(js_text("return location.pathname", JsValue::NULL).await, "/console/images");
    history::push("activity").expect("pushed");
    history::replace("/connections").expect("replaced");

    let heard = Promise::new(&mut |resolve, _| {
        let listener = history::on_popstate(move |route| {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from_str(&route));
        });
        std::mem::forget(listener);
    });
    history::back().expect("back");
    assert_eq!(JsFuture::from(heard).await.expect("heard").as_string().as_deref(), Some("images?state=all"));

    links_become_routes().await;
    js("history.replaceState(null, '', input); document.querySelector('base').remove()", before).await;
}

async fn links_become_routes() {
    let (routes, write) = log();
    let listener = links::on_route(write);
    // Links that are left to the browser are stopped after our listener, or the test would leave.
    let click = "window.left ??= []; const a = document.createElement('a'); a.innerHTML = '<b>x</b>'; \
                 const [attributes, init] = JSON.parse(input); \
                 for (const [k, v] of Object.entries(attributes)) a.setAttribute(k, v); document.body.append(a); \
                 const stop = e => { if (!e.defaultPrevented) { window.left.push(a.getAttribute('href')); \
                 e.preventDefault(); } }; window.addEventListener('click', stop); \
                 a.firstChild.dispatchEvent(new MouseEvent('click', \
                 { bubbles: true, cancelable: true, ...init })); window.removeEventListener('click', stop); a.remove();";
    for input in [
        r#"[{"href": "images/dc/1?x=%20"}, {}]"#,
        r#"[{"href": "/console/activity"}, {}]"#,
        r#"[{"href": "/elsewhere"}, {}]"#,
        r#"[{"href": "https://example.com/console/a"}, {}]"#,
        r#"[{"href": "mailto:a@example.com"}, {}]"#,
        r#"[{"href": "ctrl"}, {"ctrlKey": true}]"#,
        r#"[{"href": "middle"}, {"button": 1}]"#,
        r#"[{"href": "blank", "target": "_blank"}, {}]"#,
        r#"[{"href": "file", "download": ""}, {}]"#,
    ] {
        js(click, input).await;
    }
    assert_eq!(*routes.borrow(), ["images/dc/1?x=%20", "activity"]);
    assert_eq!(
        js_text("return window.left.join()", JsValue::NULL).await,
        "/elsewhere,https://example.com/console/a,mailto:a@example.com,ctrl,middle,blank,file"
    );
    js(
        "const m = document.createElement('main'); m.id = 'main'; m.tabIndex = -1; document.body.append(m)",
        JsValue::NULL,
    )
    .await;
    let address = js_text("return location.href", JsValue::NULL).await;
    js(click, r##"[{"href": "#main"}, {}]"##).await;
    assert_eq!(
        js_text("return document.activeElement.id + location.href", JsValue::NULL).await,
        format!("main{address}")
    );
    drop(listener);
    js(click, r#"[{"href": "images/dc/2"}, {}]"#).await;
    assert_eq!(routes.borrow().len(), 2, "a dropped listener hears nothing");
}

#[wasm_bindgen_test]
async fn keys_are_heard_until_the_listener_goes() {
    let (keys, write) = log();
    let listener = keyboard::on_key(move |key| {
        write(format!("{}{}{}", key.key, u8::from(key.command), u8::from(key.in_text)));
        key.key == "k"
    });
    let press = "const [tag, key, ctrlKey] = input.split(' '); const e = document.createElement(tag); \
                 document.body.append(e); const event = new KeyboardEvent('keydown', \
                 { key, ctrlKey: ctrlKey === 'ctrl', bubbles: true, cancelable: true }); e.dispatchEvent(event); \
                 e.remove(); return event.defaultPrevented;";
    assert!(js(press, "input k ctrl").await.is_truthy());
    assert!(!js(press, "div / -").await.is_truthy());
    js("document.dispatchEvent(new Event('keydown'))", JsValue::NULL).await;
    drop(listener);
    js(press, "div ? -").await;
    assert_eq!(*keys.borrow(), ["k11", "/00"]);
}

#[wasm_bindgen_test]
async fn a_theme_is_shown_and_kept() {
    let shown = "return document.documentElement.getAttribute('data-theme') ?? 'none'";
    assert!(theme::choose(Theme::Dark));
    assert_eq!((theme::chosen(), js_text(shown, JsValue::NULL).await.as_str()), (Theme::Dark, "dark"));
    assert!(theme::choose(Theme::System));
    assert_eq!((theme::chosen(), js_text(shown, JsValue::NULL).await.as_str()), (Theme::System, "none"));
    title::set("x · y");
    assert_eq!(js_text("return document.title", JsValue::NULL).await, "x · y");
}

#[wasm_bindgen_test]
async fn a_panic_leaves_a_notice_with_a_way_out() {
    panic::show("index <b>out</b> of bounds").expect("shown");
    panic::show("a second one").expect("shown once");
    let text = js_text("return document.querySelector('.panic-notice').textContent", JsValue::NULL).await;
    assert!(text.contains("has stopped") && text.contains("index <b>out</b> of bounds"), "{text}");
    assert!(!text.contains("a second one"));
    let button = "const b = document.querySelector('.panic-notice button'); const n = document.querySelector(\
                  '.panic-notice'); const r = [b.textContent, typeof b.onclick, b.onclick.name, n.role, \
                  document.activeElement === b].join(); n.remove(); return r;";
    assert_eq!(js_text(button, JsValue::NULL).await, "Reload,function,bound reload,alert,true");
}

#[wasm_bindgen_test]
async fn config_json_is_read_beside_the_page() {
    for (answer, expected) in [
        ("new Response('{\"connections\": []}')", "{\"connections\": []}"),
        ("new Response('', { status: 404 })", "Missing"),
        ("new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })", "NotJson"),
        ("new Response('no', { status: 500 })", "Failed"),
    ] {
        let _fetch = FakeFetch::answering(&format!(
            "return request.url.endsWith('/config.json') ? Promise.resolve({answer}) : Promise.reject(0)"
        ));
        let seen = match config_file::load().await {
            Ok(text) => text,
            Err(ConfigFileError::Missing { .. }) => "Missing".to_owned(),
            Err(ConfigFileError::NotJson { .. }) => "NotJson".to_owned(),
            Err(ConfigFileError::Failed(_)) => "Failed".to_owned(),
        };
        assert_eq!(seen, expected);
    }
}

#[wasm_bindgen_test]
async fn files_are_read_as_text_up_to_a_limit() {
    let file = |parts: &'static str| async move {
        let file = js(&format!("return new File({parts}, 'id_rsa')"), JsValue::NULL).await;
        web_sys::File::from(file)
    };
    assert_eq!(files::read_text(&file("['aü']").await, 3).await.as_deref(), Ok("aü"));
    let large = files::read_text(&file("['aüb']").await, 3).await.expect_err("too large");
    assert!(large.to_string().contains("id_rsa is larger than 3 B"), "{large}");
    let binary = files::read_text(&file("[new Uint8Array([255, 254])]").await, 3).await.expect_err("binary");
    assert!(binary.to_string().contains("not a text file"), "{binary}");
}

#[wasm_bindgen_test]
async fn copying_that_is_blocked_says_what_to_do_instead() {
    js(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })",
        JsValue::NULL,
    )
    .await;
    let error = clipboard::copy("x").await.expect_err("blocked");
    js("delete navigator.clipboard", JsValue::NULL).await;
    assert!(error.to_string().contains("with the keyboard"), "{error}");
}

#[wasm_bindgen_test]
async fn timers_fire_once_and_not_when_dropped() {
    let (fired, write) = log();
    let write = Rc::new(write);
    let again = write.clone();
    drop(timer::Timer::after(0, move || again("dropped".to_owned())));
    let (past, after, far) = (write.clone(), write.clone(), write.clone());
    let far = timer::Timer::at(Timestamp(i64::MAX), move || far("far".to_owned()));
    let done = Promise::new(&mut |resolve, _| {
        let (past, after) = (past.clone(), after.clone());
        let past = timer::Timer::at(Timestamp(clock::now().0 - 1), move || past("past".to_owned()));
        let after = timer::Timer::after(30, move || {
            after("after".to_owned());
            let _ = resolve.call0(&JsValue::NULL);
        });
        std::mem::forget((past, after));
    });
    let begun = clock::monotonic();
    JsFuture::from(done).await.expect("fired");
    assert!(clock::monotonic() - begun >= 29.0);
    assert_eq!(*fired.borrow(), ["past", "after"]);
    drop(far);
}

#[wasm_bindgen_test]
async fn a_ticker_ticks_until_dropped_even_from_within() {
    let count = Rc::new(std::cell::Cell::new(0));
    let slot: Rc<RefCell<Option<timer::Ticker>>> = Rc::default();
    let done = Promise::new(&mut |resolve, _| {
        let (count, own) = (count.clone(), slot.clone());
        slot.replace(Some(timer::tick(1, move || {
            count.set(count.get() + 1);
            if count.get() == 3 {
                drop(own.take());
                let _ = resolve.call0(&JsValue::NULL);
            }
        })));
    });
    JsFuture::from(done).await.expect("three ticks");
    slice::yield_now().await;
    slice::after_paint().await;
    assert_eq!(count.get(), 3);
}

#[wasm_bindgen_test]
fn identifiers_are_random_uuids() {
    let (a, b) = (random::uuid_v4().expect("random"), random::uuid_v4().expect("random"));
    assert_ne!(a, b);
    assert_eq!((a.len(), a.as_bytes()[14]), (36, b'4'));
}
