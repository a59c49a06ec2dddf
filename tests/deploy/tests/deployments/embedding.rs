//! The page in a frame of another site: for those that `config.json` names, and for nobody else.

use image_console_deploy::Server;
use image_console_deploy_tests::Answer;
use image_console_deploy_tests::install::{Layout, Plan};
use serde_json::json;

use crate::headers::policy;
use crate::servers;

servers! {
    frames_are_for_those_on_the_list,
    the_element_is_for_those_on_the_list,
    below_a_path_the_element_lies_beside_the_page,
    on_two_origins_the_list_is_the_same,
    pages_that_may_call_may_load_it_too,
    without_a_list_the_element_is_a_file_like_any_other,
    embedding_opens_nothing_else,
}

const PORTAL: &str = "https://portal.example.com";
/// Longer than what nginx takes as a plain key.
const INTRANET: &str = "https://intranet.a-company-with-a-long-name.example.com:8443";
const ELEMENT: &str = "/image-console-element.js";

/// Origins that are on no list, though some look like one that is.
const FOREIGN: [&str; 7] = [
    "https://evil.example",
    "null",
    "http://portal.example.com",
    "https://portal.example.com:8443",
    "https://portal.example.com.evil.example",
    "https://xportal.example.com",
    "https://intranet.a-company-with-a-long-name.example.com",
];

fn readable(answer: &Answer) -> Option<String> {
    assert!(answer.all("access-control-allow-origin").count() < 2, "{answer:?}");
    answer.header("access-control-allow-origin")
}

async fn frames_are_for_those_on_the_list(server: Server) {
    let install = Plan::new(server, Layout::One).embedded_in(&[PORTAL, INTRANET]).start().await;
    for target in ["/", "/images/deep/link", "/index.html"] {
        let answer = install.page("GET", target, &[("Accept", "text/html")]).await;
        let wanted = format!("frame-ancestors {PORTAL} {INTRANET};");
        assert!(policy(&answer).contains(&wanted), "{target}: {}", policy(&answer));
        assert_eq!(answer.header("x-frame-options"), None, "which knows no list");
        let permissions = answer.header("permissions-policy").unwrap_or_default();
        assert!(permissions.contains("clipboard-write=(self)"), "{permissions}");
    }
    let answer = install.ask("GET", "/api/us-east-1/--ping", &[], "").await;
    assert!(policy(&answer).contains("frame-ancestors 'none'"), "answers are for nobody's frame");
}

async fn the_element_is_for_those_on_the_list(server: Server) {
    let install = Plan::new(server, Layout::One).embedded_in(&[PORTAL, INTRANET]).start().await;
    for origin in [PORTAL, INTRANET] {
        let answer =
            install.page("GET", ELEMENT, &[("Origin", origin), ("Sec-Fetch-Site", "cross-site")]).await;
        assert_eq!((answer.status, answer.text().as_str()), (200, "window.shown = true;"), "{origin}");
        assert_eq!(readable(&answer).as_deref(), Some(origin));
        assert_eq!(answer.header("access-control-allow-credentials").as_deref(), Some("true"), "for a guard");
        assert_eq!(answer.header("content-type").as_deref(), Some("text/javascript; charset=utf-8"));
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-cache"), "asked for anew each time");
    }
    for origin in FOREIGN {
        let answer = install.page("GET", ELEMENT, &[("Origin", origin)]).await;
        assert_eq!(
            (readable(&answer), answer.header("access-control-allow-credentials")),
            (None, None),
            "{origin}"
        );
    }
    for headers in [&[][..], &[("Origin", PORTAL)], &[("Origin", "https://evil.example")]] {
        let answer = install.page("GET", ELEMENT, headers).await;
        // The same address has several answers, which a cache must tell apart.
        let vary: Vec<&str> = answer.all("vary").collect();
        assert!(vary.iter().any(|vary| vary.contains("Origin")), "{headers:?}: {vary:?}");
        let resources: Vec<&str> = answer.all("cross-origin-resource-policy").collect();
        assert_eq!(resources, ["cross-origin"], "{headers:?}");
    }
    let tag = install.page("GET", ELEMENT, &[("Origin", PORTAL)]).await.header("etag").expect("a tag");
    let again = install.page("GET", ELEMENT, &[("Origin", PORTAL), ("If-None-Match", &tag)]).await;
    assert_eq!((again.status, readable(&again).as_deref()), (304, Some(PORTAL)));
}

async fn below_a_path_the_element_lies_beside_the_page(server: Server) {
    let plan = Plan::new(server, Layout::One).at("/tools/images/").embedded_in(&[PORTAL]);
    let install = plan.start().await;
    let answer = install.page("GET", "/tools/images/image-console-element.js", &[("Origin", PORTAL)]).await;
    assert_eq!((answer.status, readable(&answer).as_deref()), (200, Some(PORTAL)));
    let outside = install.page("GET", ELEMENT, &[("Origin", PORTAL)]).await;
    assert_eq!((outside.status, readable(&outside)), (404, None));
}

async fn on_two_origins_the_list_is_the_same(server: Server) {
    let install = Plan::new(server, Layout::Two).embedded_in(&[PORTAL]).start().await;
    let answer = install.page("GET", ELEMENT, &[("Origin", PORTAL)]).await;
    assert_eq!((answer.status, readable(&answer).as_deref()), (200, Some(PORTAL)));
    for origin in FOREIGN {
        assert_eq!(readable(&install.page("GET", ELEMENT, &[("Origin", origin)]).await), None, "{origin}");
    }
    let api = install.ask("GET", "/api/us-east-1/--ping", &[("Origin", PORTAL)], "").await;
    assert_eq!((api.status, readable(&api)), (403, None), "it is the console that calls, not the portal");
    let api = install.ask("GET", "/api/us-east-1/--ping", &[("Origin", &install.origin())], "").await;
    assert_eq!((api.status, readable(&api)), (200, Some(install.origin())));
    assert_eq!(api.header("x-frame-options").as_deref(), Some("DENY"), "nobody frames the API");
}

async fn pages_that_may_call_may_load_it_too(server: Server) {
    let store = "https://store.a-company-with-a-long-name.cdn.example.com";
    let plan = Plan::new(server, Layout::One).embedded_in(&[PORTAL]);
    let install = plan.with(json!({ "allowedOrigins": [store] })).start().await;
    for (target, origin, readers) in [
        (ELEMENT, PORTAL, Some(PORTAL)),
        (ELEMENT, store, Some(store)),
        ("/app-0123456789abcdef.js", store, Some(store)),
        ("/app-0123456789abcdef.js", PORTAL, None),
        (ELEMENT, "https://evil.example", None),
    ] {
        let answer = install.page("GET", target, &[("Origin", origin)]).await;
        assert_eq!(readable(&answer).as_deref(), readers, "{target} for {origin}");
        assert_eq!(answer.header("cross-origin-resource-policy").as_deref(), Some("cross-origin"));
    }
}

async fn without_a_list_the_element_is_a_file_like_any_other(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    for target in [ELEMENT, "/embed.js"] {
        let answer = install.page("GET", target, &[("Origin", PORTAL)]).await;
        assert_eq!((answer.status, readable(&answer)), (200, None), "{target}");
        assert_eq!(answer.header("cross-origin-resource-policy").as_deref(), Some("same-origin"), "{target}");
        assert_eq!(answer.header("x-frame-options").as_deref(), Some("DENY"), "{target}");
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-cache"), "{target}");
        assert_eq!(
            answer.header("content-type").as_deref(),
            Some("text/javascript; charset=utf-8"),
            "{target}"
        );
    }
}

async fn embedding_opens_nothing_else(server: Server) {
    let install = Plan::new(server, Layout::One).embedded_in(&[PORTAL]).start().await;
    for target in
        ["/embed.js", "/app-0123456789abcdef.js", "/config.json", "/", "/x/image-console-element.js"]
    {
        let answer = install.page("GET", target, &[("Origin", PORTAL), ("Accept", "text/html")]).await;
        assert_eq!(
            (readable(&answer), answer.header("access-control-allow-credentials")),
            (None, None),
            "{target}"
        );
        assert_eq!(answer.header("cross-origin-resource-policy").as_deref(), Some("same-origin"), "{target}");
    }
    for origin in [PORTAL, "https://evil.example"] {
        let answer = install.ask("GET", "/api/us-east-1/--ping", &[("Origin", origin)], "").await;
        assert_eq!((answer.status, readable(&answer)), (403, None), "{origin}");
    }
    assert!(install.upstreams.arrived().is_empty());
}
