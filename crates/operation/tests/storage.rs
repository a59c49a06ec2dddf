//! The stored form and the export.

mod common;

use common::*;
use image_console_operation::stored::{NotRead, read, read_all, write};
use image_console_operation::{Operation, export};
use serde_json::json;

fn lived() -> Operation {
    let mut page = Page::new();
    page.submit(with_token("a", "make"));
    page.answer("a", says("working"));
    page.next_poll("a", says("40%"));
    page.next_poll("a", status(500, &[("Retry-After", "9")]));
    page.next_poll("a", says("warned"));
    page.get("a").clone()
}

#[test]
fn an_operation_comes_back_as_it_was() {
    let operation = lived();
    assert_eq!(read(&write(&operation).expect("written")), Ok(operation));
}

#[test]
fn a_record_of_another_build_or_a_damaged_one_costs_only_itself() {
    let good = write(&lived()).expect("written");
    let newer = good.replacen("\"version\":1", "\"version\":2", 1);
    let cut = &good[..good.len() / 2];
    let texts = ["", "null", "[]", "{\"version\":1}", cut, &newer, &good, "{\"version\":\"1\"}"];
    let (read, not_read) = read_all(texts);
    assert_eq!(read, [lived()]);
    assert_eq!(not_read.len(), texts.len() - 1);
    assert!(not_read.contains(&NotRead::Version(2)));
}

#[test]
fn a_record_without_the_later_fields_is_read() {
    let text = json!({"version": 1, "operation": {
        "id": "a", "connection": "east", "upstream": "works", "action": "make", "started": 5,
        "resource": {"kind": "thing", "name": "t", "connection": "east"},
        "status": {"is": "Running", "state": "working"}, "later": true,
    }});
    let operation = read(&text.to_string()).expect("read");
    assert_eq!(operation.polls.count, 0);
    let mut page = Page::new();
    page.tell(image_console_operation::Event::Loaded(vec![operation]));
    assert!(is_unknown(page.status("a")), "no address, so there is nothing to ask");
}

#[test]
fn the_export_reads_well_and_holds_no_token() {
    let mut operation = lived();
    operation.facts.push(image_console_operation::Fact { label: "Echo".into(), value: format!("<{TOKEN}>") });
    let value = export::list([&operation], START);
    let text = value.to_string();
    assert!(!text.contains(TOKEN), "{text}");
    assert_eq!(value["exported"], "2024-03-05T10:15:30.000Z");
    let one = &value["operations"][0];
    assert_eq!(one["started"], "2024-03-05T10:15:30.000Z");
    assert_eq!(one["action"], "make");
    assert_eq!(one["timeline"]["entries"][0]["state"], "working");
    assert_eq!(one["timeline"]["entries"][0]["first"], "2024-03-05T10:15:30.000Z");
    assert_eq!(one["request"]["method"], "POST");
    assert_eq!(one.get("address"), None);
}
