//! One running operation of each API that has any, begun as a user does, whose record is the pattern for many.

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_emulator::oci::Kind;
use image_console_emulator::{ConfigFile, Fault, Options};
use serde_json::{Value, json};

use crate::fault_support::fill_create;
use crate::oci::world::{FRA, WEB, fill_export, id_of, send_export};
use crate::{service_instances, uploads};

/// Milliseconds between the questions for two operations: each end is told by itself.
const APART: i64 = 60;

/// A running operation as it is stored.
pub struct Template {
    /// The action as the API spells it.
    pub action: String,
    record: Value,
    /// What the API is asked about.
    asked: String,
}

/// A console whose only operations are these.
pub async fn templates() -> (App, Vec<Template>) {
    let options = Options { config: ConfigFile::Every, oci_in_config: true, ..options() };
    let app = App::with(options, "images?source=us-east-1&action=create").await;
    let browser = &app.browser;
    app.world
        .with_world(|w| w.triton().switches().set(&json!({ "create_ms": 9_000_000 })))
        .expect("a switch");
    app.world.with_world(|w| w.oci().switches().set(&json!({ "work_ms": 9_000_000 }))).expect("a switch");
    fill_create(&app, "made").await;
    browser.click("Create image").await;
    browser.see("creating").await;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "x.oci").await;
    send_export(browser).await;
    browser.see_in("dd", "IN_PROGRESS").await;
    let guid = service_instances::world::restore(&app, "cloud-foundry", "job-takes-3600s").await;
    browser.see_in("dd", "PROCESSING").await;
    let upload = uploads::world::id_of(&app, "nightly-takes-1800s");
    app.goto(&format!("uploads/marketplace/{upload}")).await;
    browser.see_in(".tray", "4 running").await;
    let job = app.world.with_world(|w| w.cloud_foundry().restores(&guid)[0]["job"].clone());
    // The page that is left lets no answer change what was read.
    app.goto("about").await;
    browser.see_in(".tray", "4 running").await;
    let templates = read(&app).await.into_iter().map(|record| {
        let action = record["operation"]["action"].as_str().expect("an action").to_owned();
        let asked = match record["operation"]["upstream"].as_str().expect("an upstream") {
            "oci-compute" => fact(&record, "opc-work-request-id"),
            "oracle-marketplace" => upload.to_string(),
            "cloud-foundry" => job.as_str().expect("a job").to_owned(),
            _ => record["operation"]["resource"]["id"].as_str().expect("an image").to_owned(),
        };
        Template { action, record, asked }
    });
    let templates: Vec<Template> = templates.collect();
    assert_eq!(templates.len(), 4);
    (app, templates)
}

impl Template {
    /// The record of another such operation: its id and its text.
    pub fn record(&self, number: usize, name: &str) -> (String, String) {
        let text = self.record.to_string().replace(&self.asked, &self.asked_of(number));
        let mut record: Value = serde_json::from_str(&text).expect("JSON");
        let operation = &mut record["operation"];
        let id = format!("0f0f0f0f-0000-4000-8000-{number:012x}");
        operation["id"] = json!(id);
        operation["resource"]["name"] = json!(name);
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
        let now = i64::try_from(now.as_millis()).expect("milliseconds");
        operation["polls"]["due"] =
            json!(now + 1_500 + APART * i64::try_from(number).expect("a small number"));
        (id, record.to_string())
    }

    /// What the API answers about it.
    pub fn ends(&self, app: &App, number: usize, fails_with: Option<&str>) {
        let asked = self.asked_of(number);
        let answer = |path: String, body: Value| {
            app.world.add_fault(Fault::on("GET", &path).status(200, body.to_string()));
        };
        let why = fails_with.unwrap_or_default();
        match self.record["operation"]["upstream"].as_str() {
            Some("oci-compute") => {
                let status = if fails_with.is_some() { "FAILED" } else { "SUCCEEDED" };
                let path = format!("/20160918/workRequests/{asked}");
                answer(
                    format!("{path}/errors"),
                    json!([{ "code": "X", "message": why, "timestamp": "2026-01-01T00:00:00Z" }]),
                );
                answer(format!("{path}/logs"), json!([]));
                answer(
                    path,
                    json!({ "id": asked, "status": status, "operationType": "ExportImage", "percentComplete": 100, "resources": [] }),
                );
            }
            Some("oracle-marketplace") => {
                let status = if fails_with.is_some() { "Failed" } else { "Completed" };
                answer(
                    format!("/appstore/publisher/v1/machineimages/{asked}*"),
                    json!({ "uploadRequestId": number, "statusName": status, "lastModifiedBy": why, "dataCenterImageUploadRequests": [] }),
                );
            }
            Some("cloud-foundry") => {
                let state = if fails_with.is_some() { "FAILED" } else { "COMPLETE" };
                let errors = fails_with
                    .map(|why| json!({ "code": 10009, "title": "CF-UnableToPerform", "detail": why }));
                let errors: Vec<Value> = errors.into_iter().collect();
                answer(
                    format!("/v3/jobs/{asked}"),
                    json!({ "guid": asked, "state": state, "operation": "x", "errors": errors, "warnings": [] }),
                );
            }
            _ => {
                let state = if fails_with.is_some() { "failed" } else { "active" };
                answer(
                    format!("*/images/{asked}"),
                    json!({ "id": asked, "state": state, "error": { "code": "X", "message": why } }),
                );
            }
        }
    }

    /// The same id with the number in place of its end; beyond the numbers of uploads that there are.
    fn asked_of(&self, number: usize) -> String {
        let number = (5_000 + number).to_string();
        let kept = if self.asked.len() > 8 { 8 } else { 4 };
        let (begin, _) = self.asked.split_at(self.asked.len() - kept);
        format!("{begin}{number:0>kept$}")
    }
}

fn fact(record: &Value, label: &str) -> String {
    let facts = record["operation"]["facts"].as_array().cloned().unwrap_or_default();
    let fact = facts.iter().find(|fact| fact["label"] == label);
    fact.and_then(|fact| fact["value"].as_str()).unwrap_or_else(|| panic!("{record}")).to_owned()
}

/// Every stored operation.
async fn read(app: &App) -> Vec<Value> {
    let script = "const done = arguments[0]; const open = indexedDB.open('image-console'); open.onsuccess = () => { \
        const all = open.result.transaction('operations').objectStore('operations').getAll(); \
        all.onsuccess = () => { open.result.close(); done(all.result); }; }";
    let records = app.browser.driver.execute_async(script, vec![]).await.expect("the script runs");
    let records = records.json().as_array().cloned().expect("a list");
    records.iter().map(|text| serde_json::from_str(text.as_str().expect("text")).expect("JSON")).collect()
}
