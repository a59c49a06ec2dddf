//! Requests: what arrives, what is said when nothing does, giving up.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used)]

mod support;

use image_console_core::{ErrorKind, Headers, Method, Request};
use image_console_platform::{AbortHandle, Call, fetch, response_cache, stream};
use support::{FakeFetch, js, js_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Never answers; ends as fetch does when it is aborted.
const HANGS: &str = "return new Promise((_, no) => \
    request.signal.addEventListener('abort', () => no(request.signal.reason)));";

fn get(target: &str) -> Request {
    Request::new(Method::Get, target).header("Accept", "application/json")
}

#[wasm_bindgen_test]
async fn a_refused_port_is_unreachable_and_says_all_it_may_be() {
    let request = get("/my/images?state=all&signature=secret");
    let error = fetch::send(&Call::new("http://127.0.0.1:61999/p/", &request), &AbortHandle::new())
        .await
        .expect_err("nothing listens there");
    assert_eq!(error.kind, ErrorKind::Unreachable);
    assert_eq!(error.address, "GET http://127.0.0.1:61999/p/my/images?state=all&signature=***");
    for word in ["http://127.0.0.1:61999", "refused", "CORS", "mixed content"] {
        assert!(error.message.contains(word), "{word}: {}", error.message);
    }
    assert!(!error.message.contains("secret"));
}

#[wasm_bindgen_test]
async fn a_server_of_this_origin_answers() {
    let request = get("/no-such-file?x=1");
    let answer = fetch::send(&Call::new("/", &request), &AbortHandle::new()).await.expect("an answer");
    assert_eq!(answer.status, 404);
    assert!(answer.headers.iter().count() > 0);
}

#[wasm_bindgen_test]
async fn cookies_go_along_to_this_site_only() {
    let _fetch = FakeFetch::answering("return Promise.resolve(new Response(request.credentials))");
    for (endpoint, sent) in
        [("/api/dc", "include"), ("https://api.example/dc", "omit"), ("//api.example/dc", "omit")]
    {
        let request = get("/x");
        let answer = fetch::send(&Call::new(endpoint, &request), &AbortHandle::new()).await.expect(endpoint);
        assert_eq!(answer.text(), sent, "{endpoint}");
    }
}

#[wasm_bindgen_test]
async fn what_is_sent_is_what_was_asked_for() {
    let _fetch = FakeFetch::answering(
        "return request.text().then(body => new Response(JSON.stringify({ body, url: request.url, \
         method: request.method, accept: request.headers.get('accept'), date: request.headers.get('x-date'), \
         type: request.headers.get('content-type'), credentials: request.credentials, \
         redirect: request.redirect, mode: request.mode }), { status: 201, headers: { 'request-id': 'r-1' } }));",
    );
    let request =
        Request::new(Method::Post, "/my/images?action=a%20b%27").header("Accept", "application/json");
    let request = request.json(&serde_json::json!({"name": "ü"}));
    let mut auth = Headers::default();
    auth.add("x-date", "Tue, 05 Mar 2024 10:15:30 GMT");
    let call = Call::new("https://api.example/dc", &request).auth(auth);
    let answer = fetch::send(&call, &AbortHandle::new()).await.expect("an answer");
    assert_eq!((answer.status, answer.headers.get("Request-Id")), (201, Some("r-1")));
    let sent: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    let expected = serde_json::json!({
        "body": "{\"name\":\"ü\"}", "url": "https://api.example/dc/my/images?action=a%20b%27", "method": "POST",
        "accept": "application/json", "date": "Tue, 05 Mar 2024 10:15:30 GMT", "type": "application/json",
        "credentials": "omit", "redirect": "manual", "mode": "cors",
    });
    assert_eq!(sent, expected);
}

#[wasm_bindgen_test]
async fn what_a_browser_refuses_to_send_is_an_error_value() {
    let mut with_body = get("/");
    with_body.body = Some("GET has no body".to_owned());
    let mut bad_header = get("/");
    bad_header.headers = [("a b".to_owned(), "c".to_owned())].into_iter().collect();
    for (endpoint, request) in
        [("https://me:pw@h", &get("/")), ("http://[", &get("/")), ("", &with_body), ("", &bad_header)]
    {
        let error =
            fetch::send(&Call::new(endpoint, request), &AbortHandle::new()).await.expect_err(endpoint);
        assert_eq!(error.kind, ErrorKind::NotSigned, "{endpoint}: {error}");
        assert!(!error.address.contains("pw"), "{}", error.address);
    }
}

#[wasm_bindgen_test]
async fn a_redirect_is_not_followed() {
    let _fetch = FakeFetch::answering(
        "const r = new Response(); Object.defineProperty(r, 'type', { value: 'opaqueredirect' }); \
         return Promise.resolve(r);",
    );
    let error = fetch::send(&Call::new("", &get("/x")), &AbortHandle::new()).await.expect_err("no answer");
    assert!(error.message.contains("redirect"), "{error}");
}

#[wasm_bindgen_test]
async fn silence_is_a_time_out_and_aborts_the_request() {
    let _fetch = FakeFetch::answering(&format!("window.signalOfTest = request.signal; {HANGS}"));
    let error =
        fetch::send(&Call::new("", &get("/x")).timeout(20), &AbortHandle::new()).await.expect_err("hangs");
    assert_eq!(error.kind, ErrorKind::TimedOut(1));
    assert!(js("return window.signalOfTest.aborted", JsValue::NULL).await.is_truthy());
}

#[wasm_bindgen_test]
async fn aborting_ends_every_request_of_the_handle() {
    let _fetch = FakeFetch::answering(HANGS);
    let abort = AbortHandle::new();
    let (one, two, again) = (get("/1"), get("/2"), abort.clone());
    let (call_one, call_two) = (Call::new("", &one), Call::new("", &two));
    wasm_bindgen_futures::spawn_local(async move { drop(again.on_drop()) });
    let first = fetch::send(&call_one, &abort).await.expect_err("aborted");
    let later = fetch::send(&call_two, &abort).await.expect_err("not sent");
    assert_eq!((first.kind, later.kind), (ErrorKind::Cancelled, ErrorKind::Cancelled));
}

#[wasm_bindgen_test]
async fn a_request_that_nobody_waits_for_is_aborted() {
    let _fetch = FakeFetch::answering(
        "window.signalOfTest = request.signal; return Promise.resolve(new Response('[1,2]'));",
    );
    let request = get("/x");
    let answer = stream::open(&Call::new("", &request), &AbortHandle::new()).await.expect("headers");
    drop(answer);
    assert!(js("return window.signalOfTest.aborted", JsValue::NULL).await.is_truthy());
}

#[wasm_bindgen_test]
async fn a_connection_that_ends_early_says_after_how_many_bytes() {
    let _fetch = FakeFetch::answering(
        "let n = 0; return Promise.resolve(new Response(new ReadableStream({ pull(c) { \
         if (n++ < 2) c.enqueue(new Uint8Array(700)); else c.error(new TypeError('network error')); } })));",
    );
    let error = fetch::send(&Call::new("", &get("/x")), &AbortHandle::new()).await.expect_err("broken");
    assert_eq!((error.kind.clone(), error.status), (ErrorKind::Unreadable, Some(200)));
    assert!(error.message.contains("1,400 bytes"), "{error}");
}

#[wasm_bindgen_test]
async fn silence_in_the_middle_of_a_body_is_a_time_out_too() {
    let _fetch = FakeFetch::answering(
        "return Promise.resolve(new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array(5)); \
         request.signal.addEventListener('abort', () => c.error(request.signal.reason)); } })));",
    );
    let error =
        fetch::send(&Call::new("", &get("/x")).timeout(20), &AbortHandle::new()).await.expect_err("silent");
    assert_eq!((error.kind.clone(), error.status), (ErrorKind::TimedOut(1), Some(200)));
}

#[wasm_bindgen_test]
async fn a_long_body_comes_in_order_in_small_pieces_while_the_page_stays_alive() {
    let _fetch = FakeFetch::answering(
        "let n = 0; return Promise.resolve(new Response(new ReadableStream({ pull(c) { \
         if (n === 8) return c.close(); c.enqueue(new Uint8Array(500000).fill(n++)); } }), \
         { headers: { 'content-length': '4000000' } }));",
    );
    // Counts how often the page had its turn while the pieces were worked on.
    let turns = "window.turns = 0; const c = new MessageChannel(); c.port1.onmessage = () => { \
                 window.turns++; if (!window.enough) c.port2.postMessage(0); }; c.port2.postMessage(0);";
    js(turns, JsValue::NULL).await;
    let request = get("/x");
    let mut answer = stream::open(&Call::new("", &request), &AbortHandle::new()).await.expect("headers");
    assert_eq!(answer.body.total(), Some(4_000_000));
    let (mut seen, mut last) = (0_u64, 0);
    while let Some(piece) = answer.body.next().await.expect("whole") {
        assert!(piece.len() <= 64 * 1024);
        assert!(piece.iter().all(|b| *b >= last), "in order");
        last = *piece.last().expect("never empty");
        seen += piece.len() as u64;
        let begun = js_sys::Date::now();
        while js_sys::Date::now() - begun < 3.0 {}
    }
    assert_eq!((seen, answer.body.received()), (4_000_000, 4_000_000));
    let turns =
        js("window.enough = true; return window.turns", JsValue::NULL).await.as_f64().expect("a number");
    assert!(turns > 10.0, "{turns}");
}

#[wasm_bindgen_test]
async fn a_compressed_length_is_no_total() {
    let _fetch = FakeFetch::answering(
        "return Promise.resolve(new Response('0123456789', { headers: { 'content-length': '4' } }));",
    );
    let request = get("/x");
    let mut answer = stream::open(&Call::new("", &request), &AbortHandle::new()).await.expect("headers");
    while answer.body.next().await.expect("whole").is_some() {}
    assert_eq!(answer.body.total(), None, "more came than was announced");
}

#[wasm_bindgen_test]
async fn an_answer_without_a_body_ends_at_once() {
    let _fetch = FakeFetch::answering("return Promise.resolve(new Response(null, { status: 204 }));");
    let answer = fetch::send(&Call::new("", &get("/x")), &AbortHandle::new()).await.expect("an answer");
    assert_eq!((answer.status, answer.body.len()), (204, 0));
}

const THREE_CHUNKS: &str = "let n = 0; return Promise.resolve(new Response(new ReadableStream({ pull(c) { \
    if (n === 3) return c.close(); c.enqueue(new TextEncoder().encode('chunk' + n++)); } })));";

#[wasm_bindgen_test]
async fn a_list_is_stored_while_it_streams_and_read_back_as_it_came() {
    response_cache::remove_all("").await.expect("empty");
    let _fetch = FakeFetch::answering(THREE_CHUNKS);
    let request = get("/my/images");
    for key in ["dc-1 images?a=b", "dc-1 other", "dc-2 images"] {
        let mut answer =
            stream::open_for_cache(&Call::new("", &request), &AbortHandle::new()).await.expect("headers");
        let saving = response_cache::save(key, &mut answer).await.expect("a secure context");
        assert_eq!(answer.body.collect().await.expect("whole"), b"chunk0chunk1chunk2");
        saving.finish().await.expect("stored");
    }
    let stored = response_cache::load("dc-1 images?a=b").await.expect("readable").expect("there");
    assert!((js_sys::Date::now() as i64 - stored.stored_at.0) < 60_000);
    assert_eq!(stored.body.collect().await.expect("whole"), b"chunk0chunk1chunk2");

    response_cache::remove_all("dc-1 ").await.expect("removed");
    assert!(response_cache::load("dc-1 images?a=b").await.expect("readable").is_none());
    assert!(response_cache::load("dc-1 other").await.expect("readable").is_none());
    assert!(response_cache::load("dc-2 images").await.expect("readable").is_some());
    response_cache::remove("dc-2 images").await.expect("removed");
    assert!(response_cache::load("dc-2 images").await.expect("readable").is_none());
}

#[wasm_bindgen_test]
async fn a_list_that_breaks_off_or_is_no_good_is_not_stored() {
    let request = get("/my/images");
    let broken = "let n = 0; return Promise.resolve(new Response(new ReadableStream({ pull(c) { \
                  if (n++ < 2) c.enqueue(new Uint8Array(700)); else c.error(new TypeError('network')); } })));";
    let fetch = FakeFetch::answering(broken);
    let mut answer =
        stream::open_for_cache(&Call::new("", &request), &AbortHandle::new()).await.expect("headers");
    let saving = response_cache::save("broken", &mut answer).await.expect("begun");
    answer.body.collect().await.expect_err("broken");
    saving.finish().await.expect_err("an incomplete copy");
    assert!(response_cache::load("broken").await.expect("readable").is_none());
    drop(fetch);

    let _fetch = FakeFetch::answering(THREE_CHUNKS);
    let mut answer =
        stream::open_for_cache(&Call::new("", &request), &AbortHandle::new()).await.expect("headers");
    let saving = response_cache::save("bad", &mut answer).await.expect("begun");
    answer.body.collect().await.expect("whole");
    saving.discard().await;
    assert!(response_cache::load("bad").await.expect("readable").is_none());
    assert_eq!(js_text("return (await caches.keys()).join()", JsValue::NULL).await, "image-console-lists");
}
