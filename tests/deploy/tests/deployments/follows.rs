//! Work that goes on by itself, as the console follows it through the proxy: a job of Cloud Foundry by
//! its `Location`, an upload to the Marketplace by HEAD and GET, a sign-in at the token server.

use image_console_deploy::Server;
use image_console_deploy::kinds::Kind;
use image_console_deploy_tests::Answer;
use image_console_deploy_tests::install::{Install, Layout, Plan};
use image_console_emulator::Fault;
use serde_json::{Value, json};

use crate::lists::ALWAYS;
use crate::servers;

servers! {
    a_job_is_followed_by_its_location,
    an_upload_is_watched_by_head_and_get,
    a_passcode_is_exchanged_for_a_token,
    what_a_refusal_says_arrives,
}

/// What a script of the page gets to see: on an origin of its own the proxy has to allow it.
struct Page {
    install: Install,
    layout: Layout,
}

const LAYOUTS: [Layout; 2] = [Layout::One, Layout::Two];

impl Page {
    async fn of(server: Server, layout: Layout) -> Self {
        Self { install: Plan::new(server, layout).start().await, layout }
    }

    async fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let origin = self.install.origin();
        let headers = [headers, &[("Origin", origin.as_str())]].concat();
        let answer = self.install.ask(method, target, &headers, body).await;
        let told = answer.header("access-control-allow-origin");
        assert_eq!(told, (self.layout == Layout::Two).then_some(origin), "{method} {target}");
        answer
    }

    /// A header of an answer, if the browser lets the page read it.
    fn read(&self, answer: &Answer, name: &str) -> Option<String> {
        let exposed = answer.header("access-control-expose-headers").unwrap_or_default().to_lowercase();
        let lower = name.to_ascii_lowercase();
        let shown = self.layout == Layout::One
            || ALWAYS.contains(&lower.as_str())
            || exposed.split(", ").any(|exposed| exposed == lower);
        answer.header(name).filter(|_| shown)
    }
}

async fn a_job_is_followed_by_its_location(server: Server) {
    for layout in LAYOUTS {
        let page = Page::of(server, layout).await;
        let upstreams = &page.install.upstreams;
        let token = upstreams.cloud_foundry_token();
        let auth = [("Authorization", token.as_str()), ("Content-Type", "application/json")];
        let root = page.ask("GET", "/api/cf/", &[], "").await;
        let own = root.json()["links"]["self"]["href"].as_str().expect("its own address").to_owned();
        let instance = upstreams.world().cloud_foundry().instance_named("orders-db").expect("the seed's");
        let target = format!("/api/cf/v3/service_instances/{instance}/actions/restore");
        let body = json!({ "backup_id": "bk-20240305-0100-7f3a" }).to_string();
        let accepted = page.ask("POST", &target, &auth, &body).await;
        assert_eq!((accepted.status, accepted.text().as_str()), (202, ""), "{}", accepted.text());
        let location = page.read(&accepted, "Location").expect("the job's address");
        let path = location.strip_prefix(&own).expect("the upstream's own address");
        for (seconds, state) in [(0, "PROCESSING"), (20, "POLLING"), (70, "COMPLETE")] {
            upstreams.world().advance(seconds * 1_000);
            let job = page.ask("GET", &format!("/api/cf{path}"), &auth, "").await;
            assert_eq!((job.status, &job.json()["state"]), (200, &json!(state)), "{}", job.text());
            assert!(page.read(&job, "X-VCAP-Request-ID").is_some(), "support asks for it");
        }
        let restores = upstreams.world().cloud_foundry().restores(&instance);
        assert_eq!(restores.len(), 1, "it was sent once");
    }
}

/// An upload whose only change is that a chunk more has come.
fn upload(chunks: i64) -> Value {
    json!({
        "uploadRequestId": 5_000_001, "application": "still", "statusName": "In Progress",
        "uploadedChunks": chunks, "pendingChunks": 40 - chunks, "lastModifiedBy": "anonymous",
        "lastModifiedDate": format!("2024-03-05T10:{chunks}:02.001Z"), "dataCenterImageUploadRequests": [],
    })
}

async fn an_upload_is_watched_by_head_and_get(server: Server) {
    for layout in LAYOUTS {
        let page = Page::of(server, layout).await;
        let upstreams = &page.install.upstreams;
        let token = upstreams.marketplace_token();
        let who = [("Authorization", token.as_str()), ("X-Oracle-UserId", "partner@example.com")];
        let put = |chunks| upstreams.world().marketplace().put_upload(upload(chunks)).expect("it is put");
        let target = format!("/api/market/appstore/publisher/v1/machineimages/{}", put(10));
        let mut changed = Vec::new();
        for chunks in [10, 22] {
            put(chunks);
            let head = page.ask("HEAD", &target, &who, "").await;
            assert_eq!((head.status, head.body.len()), (200, 0));
            assert_eq!(page.read(&head, "X-Upload-Status").as_deref(), Some("In Progress"));
            assert!(page.read(&head, "X-Last-Modified-By").is_some());
            changed.push(page.read(&head, "X-Last-Modified-Date").expect("when it changed"));
            let full = page.ask("GET", &target, &who, "").await;
            assert_eq!(
                (full.status, &full.json()["uploadedChunks"]),
                (200, &json!(chunks)),
                "{}",
                full.text()
            );
        }
        assert_ne!(changed[0], changed[1], "a change is seen without reading it all");
        let arrived: Vec<String> = upstreams.arrived().into_iter().map(|entry| entry.method).collect();
        assert_eq!(arrived, ["HEAD", "GET", "HEAD", "GET"], "and HEAD stays HEAD on its way");
    }
}

async fn a_passcode_is_exchanged_for_a_token(server: Server) {
    for layout in LAYOUTS {
        let page = Page::of(server, layout).await;
        let code = page.install.upstreams.world().cloud_foundry().passcode("dev").expect("dev is known");
        let form = [
            ("Authorization", "Basic Y2Y6"),
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Accept", "application/json"),
        ];
        let body = format!("grant_type=password&passcode={code}");
        let answer = page.ask("POST", "/api/cf-uaa/oauth/token", &form, &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let token = format!("bearer {}", answer.json()["access_token"].as_str().expect("a token"));
        let listed = page.ask("GET", "/api/cf/v3/organizations", &[("Authorization", &token)], "").await;
        assert_eq!(listed.status, 200, "{}", listed.text());
        let spent = page.ask("POST", "/api/cf-uaa/oauth/token", &form, &body).await;
        assert_eq!((spent.status, &spent.json()["error"]), (401, &json!("unauthorized")), "{}", spent.text());
    }
}

/// How long to wait, and what is left, as each API says it.
async fn what_a_refusal_says_arrives(server: Server) {
    for layout in LAYOUTS {
        let page = Page::of(server, layout).await;
        let world = || page.install.upstreams.world();
        for (target, kind) in [
            ("/api/cf/v3/organizations", Kind::CloudFoundry),
            ("/api/market/appstore/publisher/v1/machineimages", Kind::Marketplace),
        ] {
            let mut fault = Fault::on("GET", "*").status(429, r#"{"errors":[]}"#).header("Retry-After", "17");
            let said = [
                ("X-Cf-Warnings", "plan%20is%20old"),
                ("X-VCAP-Request-ID", "5f0d6f3a::3b1f"),
                ("X-RateLimit-Limit", "2000"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset", "1709633730"),
            ];
            let said = if kind == Kind::CloudFoundry { &said[..] } else { &[] };
            for (name, value) in said {
                fault = fault.header(name, value);
            }
            world().add_fault(fault.content_type("text/plain; charset=utf-8"));
            let answer = page.ask("GET", target, &[], "").await;
            assert_eq!(answer.status, 429, "{target}");
            for (name, value) in said.iter().chain(&[("Retry-After", "17")]) {
                assert_eq!(page.read(&answer, name).as_deref(), Some(*value), "{target}: {name}");
            }
        }
    }
}
