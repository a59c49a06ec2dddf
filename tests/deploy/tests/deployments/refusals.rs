//! What does not pass, one test for each rule. Nothing of it may reach an upstream.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use image_console_deploy_tests::raw;

use crate::servers;

servers! {
    an_address_outside_the_list,
    an_encoded_traversal,
    another_spelling_of_a_root,
    a_second_host,
    a_foreign_host,
    an_address_of_another_server,
    a_foreign_origin,
    a_request_that_another_site_caused,
    a_method_that_no_client_uses,
    a_change_where_the_console_only_looks,
    a_body_beyond_the_limit,
}

/// An address of each API, and a method that the console uses there.
const CALLS: [(&str, &str); 5] = [
    ("GET", "/api/us-east-1/my/images"),
    ("GET", "/api/fra/compute/20160918/images"),
    ("GET", "/api/market/appstore/publisher/v1/machineimages"),
    ("GET", "/api/cf/v3/service_instances"),
    ("POST", "/api/cf-uaa/oauth/token"),
];

async fn install(server: Server) -> Install {
    Plan::new(server, Layout::One).start().await
}

fn nothing_arrived(install: &Install, what: &str) {
    let arrived = install.upstreams.arrived();
    assert!(arrived.is_empty(), "{what}: {arrived:?}");
}

async fn an_address_outside_the_list(server: Server) {
    let install = install(server).await;
    for target in [
        "/api/eu-central-1/my/images",
        "/api/us-east-1.evil.example/my/images",
        "/api/us-east-10/my/images",
        "/api/http://evil.example/",
        "/api/",
        "/us-east-1/my/images",
        "/api/fra/identity2/",
        "/api/fra/",
        "/api/cf-ua/oauth/token",
        "/api/cf-uaa2/oauth/token",
        "/api/markets/appstore/publisher/v1/machineimages",
    ] {
        for method in ["GET", "POST"] {
            let answer = install.ask(method, target, &[("Accept", "application/json")], "").await;
            assert!([400, 403, 404, 405].contains(&answer.status), "{method} {target}: {}", answer.status);
            nothing_arrived(&install, target);
        }
    }
}

async fn an_encoded_traversal(server: Server) {
    let install = install(server).await;
    for target in [
        "/api/us-east-1/../fra/compute/20160918/images",
        "/api/us-east-1/%2e%2e/fra/compute/20160918/images",
        "/api/us-east-1/%2E%2e/fra/compute/x",
        "/api/us-east-1/.%2e/x",
        "/api/us-east-1/my/..%2f..%2fadmin",
        "/api/us-east-1/my/..%5c..%5cadmin",
        "/api/us-east-1/my%2f..%2fadmin",
        "/api/us-east-1/my/..;/admin",
        "/api/us-east-1/my/%2e%2e%3b/admin",
        "/api/us-east-1/my/./images",
        "/api/us-east-1/my/..",
        "/api/us-east-1/my/..?x=1",
        "/api/us-east-1/my/images%00.json",
        "/api/us-east-1/my//images",
        "/api/us-east-1//evil.example/",
        "/api/cf/../cf-uaa/oauth/token",
        "/api/cf/%2e%2e/cf-uaa/oauth/token",
        "/api/cf/v3/jobs/..%2f..%2fx",
        "/api/market/appstore/publisher/v1/storageimages/mi/../../authenticate",
        "/api/market/appstore/publisher/v1/machineimages/..%2fauthenticate",
        "/..%2f..%2f..%2fetc/passwd",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
    ] {
        let answer = install.ask("GET", target, &[("Accept", "text/html")], "").await;
        assert_eq!(answer.status, 400, "{target}: {}", answer.text());
        nothing_arrived(&install, target);
    }
}

async fn another_spelling_of_a_root(server: Server) {
    let install = install(server).await;
    for target in [
        "/api/us%2Deast-1/my/images",
        "/%61pi/us-east-1/my/images",
        "/api%2fus-east-1/my/images",
        "//api/us-east-1/my/images",
        "/api//us-east-1/my/images",
        "/x/../api/us-east-1/my/images",
        "/API/us-east-1/my/images",
    ] {
        let answer = install.ask("GET", target, &[], "").await;
        assert!([400, 404].contains(&answer.status), "{target}: {}", answer.status);
        nothing_arrived(&install, target);
    }
}

async fn a_second_host(server: Server) {
    let install = install(server).await;
    let own = format!("127.0.0.1:{}", install.api);
    for hosts in [[own.as_str(), "evil.example"], ["evil.example", &own], [&own, &own]] {
        let headers = [("Host", hosts[0]), ("Host", hosts[1])];
        for (method, target) in CALLS {
            let answer = raw::send(install.api, &raw::request(method, target, &headers, b"")).await;
            assert_eq!(answer.status, 400, "{hosts:?} {target}");
            nothing_arrived(&install, hosts[1]);
        }
    }
    let none = raw::send(install.api, &raw::request("GET", "/api/us-east-1/my/images", &[], b"")).await;
    assert_eq!(none.status, 400, "no Host at all");
    nothing_arrived(&install, "no Host");
}

async fn a_foreign_host(server: Server) {
    let install = install(server).await;
    for host in ["evil.example", "us-east-1.api.example.com", "localhost", "127.0.0.1.evil.example", "_"] {
        for target in ["/api/us-east-1/my/images", "/", "/config.json"] {
            let answer = raw::send(install.api, &raw::request("GET", target, &[("Host", host)], b"")).await;
            assert_eq!(answer.status, 400, "{host}{target}");
            nothing_arrived(&install, host);
        }
    }
}

async fn an_address_of_another_server(server: Server) {
    let install = install(server).await;
    let own = format!("127.0.0.1:{}", install.api);
    for target in ["http://us-east-1.api.example.com/my/images", "http://evil.example/", "evil.example:443"] {
        for method in ["GET", "CONNECT"] {
            let request = raw::request(method, target, &[("Host", own.as_str())], b"");
            let answer = raw::send(install.api, &request).await;
            assert!([400, 403, 404, 405].contains(&answer.status), "{method} {target}: {}", answer.status);
            nothing_arrived(&install, target);
        }
    }
}

async fn a_foreign_origin(server: Server) {
    let install = install(server).await;
    let near = format!("{}0", install.origin());
    let longer = format!("{}.evil.example", install.origin());
    let secure = install.origin().replace("http:", "https:");
    for origin in ["https://evil.example", "null", &near, &longer, &secure, "http://localhost", "*"] {
        for (method, target) in CALLS {
            for method in [method, "POST", "OPTIONS"] {
                let headers = [("Origin", origin), ("Access-Control-Request-Method", "POST")];
                let answer = install.ask(method, target, &headers, "").await;
                assert_eq!(answer.status, 403, "{method} {target} {origin}");
                assert_eq!(answer.header("access-control-allow-origin"), None, "{origin}");
                nothing_arrived(&install, origin);
            }
        }
    }
    let own = install.origin();
    let answer = install.ask("GET", "/api/us-east-1/--ping", &[("Origin", &own)], "").await;
    assert_eq!(answer.status, 200, "the page's own");
}

async fn a_request_that_another_site_caused(server: Server) {
    let install = install(server).await;
    for site in ["cross-site", "same-site"] {
        // An image or a link elsewhere: without an Origin, but the browser says so.
        let headers = [("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "no-cors")];
        let answer = install.ask("GET", "/api/us-east-1/--ping", &headers, "").await;
        assert_eq!(answer.status, 403, "{site}");
        nothing_arrived(&install, site);
    }
    for site in ["same-origin", "none"] {
        let answer = install.ask("GET", "/api/us-east-1/--ping", &[("Sec-Fetch-Site", site)], "").await;
        assert_eq!(answer.status, 200, "{site}");
    }
}

async fn a_method_that_no_client_uses(server: Server) {
    let install = install(server).await;
    for (method, target) in [
        ("TRACE", "/api/us-east-1/my/images"),
        ("PUT", "/api/us-east-1/my/images"),
        ("PROPFIND", "/api/us-east-1/my/images"),
        ("OPTIONS", "/api/us-east-1/my/images"),
        ("DELETE", "/api/fra/compute/20160918/images/x"),
        ("POST", "/api/market/appstore/publisher/v1/machineimages"),
        ("PATCH", "/api/market/appstore/publisher/v1/machineimages/1"),
        ("DELETE", "/api/market/appstore/publisher/v1/machineimages/1"),
        ("DELETE", "/api/cf/v3/service_instances/x"),
        ("PATCH", "/api/cf/v3/service_instances/x"),
        ("HEAD", "/api/cf/v3/service_instances"),
        ("GET", "/api/cf-uaa/passcode"),
        ("PUT", "/api/cf-uaa/oauth/token"),
        ("POST", "/"),
        ("PUT", "/config.json"),
        ("DELETE", "/index.html"),
    ] {
        let answer = install.ask(method, target, &[], "").await;
        assert_eq!(answer.status, 405, "{method} {target}");
        nothing_arrived(&install, target);
    }
}

async fn a_change_where_the_console_only_looks(server: Server) {
    for layout in [Layout::One, Layout::Two] {
        let install = Plan { read_only: true, ..Plan::new(server, layout) }.start().await;
        let origin = install.origin();
        for (method, target) in [
            ("POST", "/api/us-east-1/my/images/x?action=update"),
            ("DELETE", "/api/us-east-1/my/images/x"),
            ("POST", "/api/fra/compute/20160918/images/x/actions/export"),
            ("POST", "/api/cf/v3/service_instances/x/actions/restore"),
        ] {
            let answer = install.ask(method, target, &[("Origin", &origin)], "{}").await;
            assert_eq!(answer.status, 405, "{method} {target}");
            nothing_arrived(&install, target);
        }
        for (method, target) in CALLS {
            install.ask(method, target, &[("Origin", &origin)], "").await;
            assert_eq!(
                install.upstreams.arrived().len(),
                1,
                "{method} {target}: looking and signing in go on"
            );
        }
    }
}

async fn a_body_beyond_the_limit(server: Server) {
    let install = install(server).await;
    let headers = [("Content-Type", "application/json")];
    let right = "x".repeat(60 * 1024);
    let answer = install.ask("POST", "/api/us-east-1/my/images", &headers, &right).await;
    assert_eq!(install.upstreams.arrived().len(), 1, "let through: {}", answer.status);
    let answer = install.ask("POST", "/api/us-east-1/my/images", &headers, &"x".repeat(300 * 1024)).await;
    assert_eq!(answer.status, 413);
    nothing_arrived(&install, "a long body");
}
