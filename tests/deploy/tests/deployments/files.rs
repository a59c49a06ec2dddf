//! The page's files: types, compressed copies, caching, and what stands in for a screen.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Layout, Plan};
use image_console_deploy_tests::server::has_brotli;

use crate::servers;

servers! {
    files_have_their_types,
    compressed_copies_go_to_those_who_take_them,
    what_never_changes_is_kept_and_the_rest_is_not,
    a_navigation_gets_the_page_and_a_missing_asset_does_not,
    below_a_path_all_is_the_same,
    nothing_outside_the_folder_is_served,
}

const APP: &str = "/app-0123456789abcdef.js";

async fn files_have_their_types(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    for (target, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        (APP, "text/javascript; charset=utf-8"),
        ("/style-0123456789abcde.css", "text/css; charset=utf-8"),
        ("/app-0123456789abcdef_bg.wasm", "application/wasm"),
        ("/parts/split_oci-0123456789abcdef.wasm", "application/wasm"),
        ("/config.json", "application/json"),
        ("/favicon.svg", "image/svg+xml"),
        ("/image-console-element.js", "text/javascript; charset=utf-8"),
        ("/embed.js", "text/javascript; charset=utf-8"),
    ] {
        let answer = install.page("GET", target, &[]).await;
        assert_eq!((answer.status, answer.header("content-type").as_deref()), (200, Some(kind)), "{target}");
        let head = install.page("HEAD", target, &[]).await;
        assert_eq!((head.status, head.body.len()), (200, 0), "{target}");
    }
}

async fn compressed_copies_go_to_those_who_take_them(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let mut takes = vec![("gzip", Some("gzip"), "gzip"), ("identity", None, "plain"), ("", None, "plain")];
    if server == Server::Caddy || has_brotli() {
        takes.push(("gzip, deflate, br", Some("br"), "brotli"));
    } else {
        takes.push(("gzip, deflate, br", Some("gzip"), "gzip"));
    }
    for (accept, coding, body) in takes {
        let answer = install.page("GET", APP, &[("Accept-Encoding", accept)]).await;
        assert_eq!(answer.text(), body, "{accept}");
        assert_eq!(answer.header("content-encoding").as_deref(), coding, "{accept}");
        let kind = answer.header("content-type");
        assert_eq!(kind.as_deref(), Some("text/javascript; charset=utf-8"), "{accept}");
        assert!(answer.header("vary").is_some_and(|vary| vary.contains("Accept-Encoding")), "{accept}");
    }
    let plain = install.page("GET", "/config.json", &[("Accept-Encoding", "br, gzip")]).await;
    assert_eq!(plain.header("content-encoding"), None, "what an operator edits has no copies");
}

async fn what_never_changes_is_kept_and_the_rest_is_not(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let forever = Some("public, max-age=31536000, immutable");
    for target in [
        APP,
        "/app-0123456789abcdef_bg.wasm",
        "/style-0123456789abcde.css",
        "/parts/split_oci-0123456789abcdef.wasm",
    ] {
        let answer = install.page("GET", target, &[("Accept-Encoding", "br")]).await;
        assert_eq!(answer.header("cache-control").as_deref(), forever, "{target}");
    }
    for target in ["/", "/index.html", "/config.json", "/favicon.svg", "/embed.js", "/images/us-east-1"] {
        let answer = install.page("GET", target, &[("Accept", "text/html")]).await;
        assert_eq!(
            (answer.status, answer.header("cache-control").as_deref()),
            (200, Some("no-cache")),
            "{target}"
        );
    }
    let tag = install.page("GET", "/config.json", &[]).await.header("etag").expect("a tag to ask again by");
    let again = install.page("GET", "/config.json", &[("If-None-Match", &tag)]).await;
    assert_eq!(again.status, 304);
    let answer = install.ask("GET", "/api/us-east-1/--ping", &[], "").await;
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"), "answers are nobody's to keep");
    for target in ["/app-fedcba9876543210.js", "/gone-0123456789abcdef.js"] {
        let missing = install.page("GET", target, &[]).await;
        let kept = missing.header("cache-control").is_some_and(|value| value.contains("immutable"));
        assert_eq!((missing.status, kept), (404, false), "{target}");
    }
}

async fn a_navigation_gets_the_page_and_a_missing_asset_does_not(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let page = "<!doctype html><title>Console</title>";
    for target in [
        "/images",
        "/images/us-east-1/2b683a82-a066-11e3-97ab-2faa44701c5a?action=export",
        "/images/fra/ocid1.image.oc1.eu-frankfurt-1.aaaa",
        "/activity/",
        "/connections?action=add",
    ] {
        for headers in [
            vec![("Accept", "text/html,application/xhtml+xml;q=0.9")],
            vec![("Sec-Fetch-Mode", "navigate"), ("Accept", "*/*")],
        ] {
            let answer = install.page("GET", target, &headers).await;
            assert_eq!((answer.status, answer.text().as_str()), (200, page), "{target}");
            assert_eq!(answer.header("content-type").as_deref(), Some("text/html; charset=utf-8"));
        }
        for headers in [
            vec![("Accept", "*/*")],
            vec![("Accept", "application/json")],
            vec![("Sec-Fetch-Mode", "cors"), ("Accept", "text/html")],
            vec![],
        ] {
            assert_eq!(install.page("GET", target, &headers).await.status, 404, "{target} {headers:?}");
        }
    }
    for asset in ["/x.js", "/images/x.css", "/gone.wasm", "/other.json", "/a/b.svg", "/APP.JS"] {
        let answer =
            install.page("GET", asset, &[("Sec-Fetch-Mode", "navigate"), ("Accept", "text/html")]).await;
        assert_eq!(answer.status, 404, "{asset}");
    }
}

async fn below_a_path_all_is_the_same(server: Server) {
    let install = Plan::new(server, Layout::One).at("/tools/images/").start().await;
    let html = [("Accept", "text/html")];
    for target in ["/tools/images/", "/tools/images/images/us-east-1/x", "/tools/images/index.html"] {
        let answer = install.page("GET", target, &html).await;
        assert_eq!((answer.status, answer.text().contains("Console")), (200, true), "{target}");
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-cache"), "{target}");
    }
    let bare = install.page("GET", "/tools/images", &html).await;
    assert_eq!((bare.status, bare.header("location").as_deref()), (301, Some("/tools/images/")));
    let script = install.page("GET", &format!("/tools/images{APP}"), &[("Accept-Encoding", "gzip")]).await;
    assert_eq!((script.status, script.text().as_str()), (200, "gzip"));
    assert!(script.header("cache-control").is_some_and(|value| value.contains("immutable")));
    for outside in ["/", "/tools/", APP, "/config.json", "/tools/imagesx/", "/tools/images.json"] {
        assert_eq!(install.page("GET", outside, &html).await.status, 404, "{outside}");
    }
    let missing = install.page("GET", "/tools/images/x.js", &html).await;
    assert_eq!(missing.status, 404);
    let listed = install.ask("GET", "/api/us-east-1/--ping", &[], "").await;
    assert_eq!(listed.status, 200);
}

async fn nothing_outside_the_folder_is_served(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    install.folder.write("secret.txt", "secret");
    for target in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/parts/../../secret.txt",
        "/%2e%2e/secret.txt",
        "//../secret.txt",
    ] {
        let answer = install.page("GET", target, &[("Accept", "text/html")]).await;
        assert_eq!((answer.status, answer.text().contains("secret")), (400, false), "{target}");
    }
    for target in ["/parts/", "/parts"] {
        let answer = install.page("GET", target, &[("Accept", "*/*")]).await;
        assert_eq!(answer.status, 404, "no listing of {target}");
    }
}
