//! TLS, in front of the console and behind it.

use std::process::{Command, Stdio};

use image_console_deploy::Server;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use image_console_deploy_tests::server::{Running, free_port};
use image_console_deploy_tests::{Answer, Folder, raw};
use serde_json::json;

use crate::servers;

servers! {
    the_console_over_tls_says_so,
    an_upstream_is_checked_before_anything_is_sent,
}

/// A key and a certificate for this name, signed by itself.
fn certificate(folder: &Folder, file: &str, name: &str) {
    let kind = if name.parse::<std::net::IpAddr>().is_ok() { "IP" } else { "DNS" };
    let done = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"])
        .args([
            "-days",
            "2",
            "-subj",
            &format!("/CN={name}"),
            "-addext",
            &format!("subjectAltName={kind}:{name}"),
        ])
        .args(["-keyout", &folder.text(&format!("{file}.key")), "-out", &folder.text(&format!("{file}.pem"))])
        .stderr(Stdio::null())
        .status()
        .expect("openssl is there");
    assert!(done.success(), "openssl makes a certificate");
}

/// Sends over TLS, checking the certificate; nothing when the handshake fails.
fn over_tls(port: u16, authorities: &str, name: &str, bytes: &[u8]) -> Option<Answer> {
    use std::io::Write;
    let mut child = Command::new("openssl")
        .args(["s_client", "-quiet", "-ign_eof", "-verify_return_error", "-CAfile", authorities])
        .args(["-connect", &format!("127.0.0.1:{port}"), "-servername", name, "-verify_hostname", name])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("openssl is there");
    // A refused handshake ends the program before it reads.
    let _ = child.stdin.take().expect("a pipe").write_all(bytes);
    let output = child.wait_with_output().expect("an end");
    (!output.stdout.is_empty()).then(|| Answer::read(&output.stdout))
}

async fn the_console_over_tls_says_so(server: Server) {
    let (port, from) = (free_port(), free_port());
    let name = "images.example.com";
    let plan = Plan::new(server, Layout::One).with(json!({ "page": {
        "origin": format!("https://{name}:{port}"), "listen": format!("127.0.0.1:{port}"),
        "redirectFrom": format!("127.0.0.1:{from}"),
        "tls": { "certificate": "/FOLDER/site.pem", "key": "/FOLDER/site.key" },
    } }));
    let install = plan.on_port(port).start_with(|ready| certificate(ready.folder, "site", name)).await;
    let authorities = install.folder.text("site.pem");
    let host = format!("{name}:{port}");
    let ask = |target: &str, host: &str, extra: &[(&str, &str)]| {
        let headers = [&[("Host", host)], extra].concat();
        over_tls(port, &authorities, name, &raw::request("GET", target, &headers, b""))
    };
    for target in ["/", "/app-0123456789abcdef.js", "/api/us-east-1/--ping", "/gone.js"] {
        let answer = ask(target, &host, &[]).expect("an answer");
        let hsts = answer.header("strict-transport-security");
        assert_eq!(hsts.as_deref(), Some("max-age=63072000"), "{target}");
    }
    let own = format!("https://{name}:{port}");
    assert_eq!(ask("/api/us-east-1/--ping", &host, &[("Origin", &own)]).map(|a| a.status), Some(200));
    let plain = format!("http://{name}:{port}");
    assert_eq!(ask("/api/us-east-1/--ping", &host, &[("Origin", &plain)]).map(|a| a.status), Some(403));
    assert_eq!(ask("/", "evil.example", &[]).map(|answer| answer.status / 100), Some(4), "a foreign Host");
    let request = raw::request("GET", "/", &[("Host", "evil.example")], b"");
    let foreign = over_tls(port, &authorities, "evil.example", &request);
    assert!(foreign.is_none(), "no certificate for a foreign name: {foreign:?}");
    let visit = async |host: &str| {
        raw::send(from, &raw::request("GET", "/images?x=%2f", &[("Host", host)], b"")).await
    };
    let sent = visit(name).await;
    let wanted = format!("https://{name}:{port}/images?x=%2f");
    assert_eq!((sent.status, sent.header("location")), (301, Some(wanted)));
    assert_eq!(visit("evil.example").await.status, 400);
    let unencrypted = raw::send(port, &raw::request("GET", "/", &[("Host", &host)], b"")).await;
    assert_eq!(unencrypted.status, 400);
}

/// An installation whose Triton is reached over TLS at nginx with this certificate's name.
async fn behind_tls(server: Server, name: &str, trusted: bool) -> (Install, Running, Folder) {
    let port = free_port();
    let mut more = json!({ "upstreams": { "us-east-1": { "api": {
        "url": "https://us-east-1.api.example.com", "via": format!("https://127.0.0.1:{port}"),
    } } } });
    if trusted {
        more["trustedCertificates"] = json!("/FOLDER/upstream.pem");
    }
    let install = Plan::new(server, Layout::One)
        .with(more)
        .start_with(|ready| certificate(ready.folder, "upstream", name))
        .await;
    let folder = Folder::new();
    let config = format!(
        "server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {}; ssl_certificate_key {};\n\
         location / {{ proxy_pass http://127.0.0.1:{}; proxy_set_header Host $http_host; }} }}",
        install.folder.text("upstream.pem"),
        install.folder.text("upstream.key"),
        install.upstreams.port,
    );
    let upstream = Running::start(Server::Nginx, &folder, &config, port).await;
    (install, upstream, folder)
}

async fn an_upstream_is_checked_before_anything_is_sent(server: Server) {
    let us = "us-east-1.api.example.com";
    let (install, _upstream, _folder) = behind_tls(server, "127.0.0.1", true).await;
    let listed = install.signed("GET", "/api/us-east-1", us, "/my/images", "").await;
    assert_eq!(listed.status, 200, "{}", install.log());
    install.upstreams.arrived();
    for (name, trusted, what) in
        [("127.0.0.1", false, "nobody vouches for it"), ("192.0.2.1", true, "it is another's")]
    {
        let (install, _upstream, _folder) = behind_tls(server, name, trusted).await;
        let refused = install.signed("GET", "/api/us-east-1", us, "/my/images", "").await;
        assert_eq!(refused.status, 502, "{what}");
        assert!(install.upstreams.arrived().is_empty(), "{what}");
    }
}
