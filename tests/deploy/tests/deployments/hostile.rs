//! An upstream that tries to steer the proxy or to speak for the console's origin.

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Layout, Plan};
use image_console_emulator::Fault;

use crate::servers;

servers! {
    headers_that_speak_for_the_origin_are_held_back,
    the_server_is_not_steered,
    the_upstreams_clock_is_seen,
    redirects_are_handed_on_as_they_are,
}

async fn headers_that_speak_for_the_origin_are_held_back(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let mut fault = Fault::on("*", "*").status(200, "<script>1</script>").content_type("text/html");
    let held = [
        ("Set-Cookie", "session=theirs"),
        ("Clear-Site-Data", "\"storage\""),
        ("Service-Worker-Allowed", "/"),
        ("Refresh", "0; url=https://evil.example"),
        ("WWW-Authenticate", "Basic realm=\"x\""),
        ("Alt-Svc", "h3=\"evil.example:443\""),
        ("Access-Control-Allow-Origin", "*"),
        ("Strict-Transport-Security", "max-age=0"),
    ];
    let replaced = [
        ("Content-Security-Policy", "script-src *"),
        ("X-Content-Type-Options", "sniff"),
        ("Referrer-Policy", "unsafe-url"),
        ("Permissions-Policy", "camera=*"),
        ("Cross-Origin-Opener-Policy", "unsafe-none"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("X-Frame-Options", "ALLOWALL"),
        ("Cache-Control", "public, max-age=999"),
    ];
    for (name, value) in held.iter().chain(&replaced) {
        fault = fault.header(name, value);
    }
    install.upstreams.world().add_fault(fault.header("Request-Id", "kept").header("X-Other", "kept"));
    let answer = install.ask("GET", "/api/us-east-1/my/images", &[], "").await;
    assert_eq!(answer.status, 200);
    for (name, _) in held {
        assert_eq!(answer.header(name), None, "{name}");
    }
    for (name, value) in replaced {
        let values: Vec<&str> = answer.all(name).collect();
        assert!(values.len() == 1 && values[0] != value, "{name}: {values:?}");
    }
    for name in ["Request-Id", "X-Other"] {
        assert_eq!(answer.header(name).as_deref(), Some("kept"), "{name}");
    }
}

async fn the_server_is_not_steered(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let fault = Fault::on("*", "*")
        .status(200, "theirs")
        .header("X-Accel-Redirect", "/config.json")
        .header("X-Sendfile", "/etc/passwd")
        .header("X-Accel-Limit-Rate", "1");
    install.upstreams.world().add_fault(fault);
    let answer = install.ask("GET", "/api/us-east-1/my/images", &[], "").await;
    assert_eq!((answer.status, answer.text().as_str()), (200, "theirs"));
}

async fn the_upstreams_clock_is_seen(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let date = "Tue, 05 Mar 2024 10:15:30 GMT";
    let fault = Fault::on("*", "*").status(200, "{}").header("Date", date).header("Server", "cloudapi/9");
    install.upstreams.world().add_fault(fault);
    let answer = install.ask("GET", "/api/us-east-1/my/images", &[], "").await;
    assert_eq!(answer.header("date").as_deref(), Some(date), "the console measures the difference by it");
    // Caddy cannot be kept from naming itself first.
    let shown = if server == Server::Caddy { "Caddy | cloudapi/9" } else { "cloudapi/9" };
    assert_eq!(answer.header("server").as_deref(), Some(shown));
}

async fn redirects_are_handed_on_as_they_are(server: Server) {
    let install = Plan::new(server, Layout::One).start().await;
    let location = "http://us-east-1.api.example.com/elsewhere";
    install.upstreams.world().add_fault(Fault::on("*", "*").status(302, "").header("Location", location));
    let answer = install.ask("GET", "/api/us-east-1/my/images", &[], "").await;
    assert_eq!((answer.status, answer.header("location").as_deref()), (302, Some(location)));
    assert_eq!(install.upstreams.arrived().len(), 1, "and not followed");
}
