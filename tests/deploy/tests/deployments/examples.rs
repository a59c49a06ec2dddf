//! The examples in `deploy/` as they are committed: written by the generator, and taken by both
//! servers.

use std::path::{Path, PathBuf};
use std::process::Command;

use image_console_deploy::{Server, write};
use image_console_deploy_tests::server::{Running, free_port, has_brotli, program};
use image_console_deploy_tests::{Folder, raw};

fn deploy() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy")
}

/// Every folder with a `deployment.json`, and what lies in it.
fn examples() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(deploy()).unwrap() {
        let folder = entry.unwrap().path();
        if folder.join("deployment.json").is_file() {
            found.push(folder);
        }
    }
    found.sort();
    assert!(found.len() >= 3, "{found:?}");
    found
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn the_committed_files_are_what_is_written() {
    for folder in examples() {
        let (config, deployment) = (read(&folder.join("config.json")), read(&folder.join("deployment.json")));
        let mut compared = 0;
        for (server, name) in [(Server::Nginx, "nginx.conf"), (Server::Caddy, "Caddyfile")] {
            let file = folder.join(name);
            if !file.is_file() {
                continue;
            }
            let text = write(server, &config, &deployment).unwrap_or_else(|faults| panic!("{faults:#?}"));
            let command = format!(
                "cargo xtask deploy-config {} --deployment deploy/{}/deployment.json --out deploy/{}/{name}",
                server.word(),
                folder.file_name().unwrap().to_string_lossy(),
                folder.file_name().unwrap().to_string_lossy(),
            );
            assert!(read(&file) == text, "{} is out of date: {command}", file.display());
            compared += 1;
        }
        assert!(compared > 0, "{}", folder.display());
    }
}

/// Certificates and included files that the examples name, made here so that the servers find them.
fn localised(folder: &Folder, text: &str, guard: &str, credentials: &str) -> String {
    let tls = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"])
        .args(["-days", "2", "-subj", "/CN=images.example.com"])
        .args(["-keyout", &folder.text("tls.key"), "-out", &folder.text("tls.pem")])
        .output()
        .expect("openssl is there");
    assert!(tls.status.success());
    let mut out = String::new();
    for line in text.lines() {
        // Names of upstreams are looked up when nginx starts; here there is no name server.
        let line = match line.split_once("{ server ") {
            Some((head, rest)) => {
                let port = rest.rsplit_once(':').map_or("443; }", |(_, port)| port);
                format!("{head}{{ server 127.0.0.1:{port}")
            }
            None => line.to_owned(),
        };
        out.push_str(&line);
        out.push('\n');
    }
    for word in
        out.clone().split([' ', ';', '\n', '\t']).filter(|word| word.starts_with("/etc/image-console/"))
    {
        let local = match word.rsplit_once('.') {
            Some((_, "pem")) => folder.text("tls.pem"),
            Some((_, "key")) => folder.text("tls.key"),
            // Files of one's own: what the servers' own languages want at these places.
            _ if word.contains("/credentials/") => folder.write("credentials", credentials),
            _ => folder.write("guard", guard),
        };
        out = out.replace(word, &local);
    }
    out
}

/// Without what needs the module for brotli, where that is not in Debian's place.
fn plain(text: &str) -> String {
    let keep = |line: &&str| has_brotli() || !line.contains("brotli");
    text.lines().filter(keep).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn nginx_takes_them() {
    for example in examples().into_iter().filter(|folder| folder.join("nginx.conf").is_file()) {
        let folder = Folder::new();
        let text = localised(
            &folder,
            &plain(&read(&example.join("nginx.conf"))),
            "allow 10.0.0.0/8;\ndeny all;\n",
            "proxy_set_header Authorization \"Bearer x\";\n",
        );
        let site = folder.write("site.conf", text);
        let module = "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n";
        let module = if has_brotli() { module } else { "" };
        let main = folder.write(
            "nginx.conf",
            format!(
                "{module}pid {};\nevents {{ }}\nhttp {{ access_log off; include {site}; }}\n",
                folder.text("pid")
            ),
        );
        let log = folder.text("error.log");
        let output = Command::new(program("nginx")).args(["-t", "-c", &main, "-e", &log]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && !said.contains("[warn]"), "{}: {said}", example.display());
    }
}

/// The container's main file, its paths moved into a folder of the test, with the written file in it.
#[tokio::test(flavor = "multi_thread")]
async fn the_container_serves_its_probe_and_refuses_other_names() {
    for example in ["container", "kubernetes"] {
        let (folder, port) = (Folder::new(), free_port());
        let config = read(&deploy().join(example).join("config.json"));
        folder.write("site/config.json", &config);
        folder.write("site/index.html", "<!doctype html>");
        let moved = |text: &str| {
            [
                (" /tmp/", format!(" {}", folder.text(""))),
                ("/srv/image-console", folder.text("site")),
                ("/etc/image-console", folder.text("etc")),
                ("listen 8080", format!("listen 127.0.0.1:{port}")),
                ("/dev/stdout", folder.text("access.log")),
                ("error_log stderr", "error_log /dev/stderr".to_owned()),
                // One process, so that ending it ends all.
                ("daemon off;", "daemon off; master_process off;".to_owned()),
            ]
            .into_iter()
            .fold(plain(text), |text, (from, to)| text.replace(from, &to))
        };
        let site = read(&deploy().join(example).join("nginx.conf"));
        let site = localised(&folder, &moved(&site), "", "");
        folder.write("etc/site.conf", site);
        let main = moved(&read(&deploy().join("container/main.conf")));
        let running = Running::nginx(&folder, &main, port).await;
        let ask = async |host: &str| {
            let request = raw::request("GET", "/config.json", &[("Host", host)], b"");
            raw::send(port, &request).await
        };
        // As the probes in deploy/kubernetes/deployment.yaml ask.
        let answer = ask("images.example.com").await;
        assert_eq!((answer.status, answer.text()), (200, config), "{}", running.log());
        assert_eq!(ask("10.1.2.3:8080").await.status, 400, "{example}");
    }
}

/// What a cluster that enforces `restricted` asks for, and what keeps replicas interchangeable.
#[test]
fn the_pods_have_no_privileges_and_write_nothing() {
    let text = read(&deploy().join("kubernetes/deployment.yaml"));
    for line in [
        "runAsNonRoot: true",
        "allowPrivilegeEscalation: false",
        "readOnlyRootFilesystem: true",
        "drop: [\"ALL\"]",
        "type: RuntimeDefault",
        "automountServiceAccountToken: false",
        "startupProbe:",
        "readinessProbe:",
        "livenessProbe:",
    ] {
        assert!(text.contains(line), "{line}");
    }
    for kind in ["persistentVolumeClaim", "hostPath", "hostNetwork", "privileged: true", "secretKeyRef"] {
        assert!(!text.contains(kind), "{kind}");
    }
    let deployment: serde_json::Value =
        serde_json::from_str(&read(&deploy().join("kubernetes/deployment.json"))).unwrap();
    let origin = deployment["page"]["origin"].as_str().unwrap();
    let name = origin.strip_prefix("https://").unwrap();
    assert_eq!(text.matches(&format!("value: {name}")).count(), 3, "the probes ask for the server's name");
    assert!(read(&deploy().join("kubernetes/ingress.yaml")).contains(&format!("host: {name}")));
    let container = read(&deploy().join("container/Dockerfile"));
    assert!(container.contains("USER 65532:65532") && text.contains("runAsUser: 65532"));
}

#[test]
fn caddy_takes_them() {
    for example in examples().into_iter().filter(|folder| folder.join("Caddyfile").is_file()) {
        let folder = Folder::new();
        let text = localised(
            &folder,
            &read(&example.join("Caddyfile")),
            "@outside not remote_ip 10.0.0.0/8\nrespond @outside 403\n",
            "header_up Authorization \"Bearer x\"\n",
        );
        let file = folder.write("Caddyfile", text);
        let output = Command::new("caddy")
            .args(["validate", "--adapter", "caddyfile", "--config", &file])
            .env("XDG_DATA_HOME", folder.text("data"))
            .env("XDG_CONFIG_HOME", folder.text("config"))
            .output()
            .expect("caddy is there");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{}: {said}", example.display());
    }
}
