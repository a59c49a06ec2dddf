use super::*;
use crate::oracle_marketplace::testing::{answer, fixture, with_type};
use crate::oracle_marketplace::{OrderBy, SortOrder, Status};
use image_console_core::ErrorKind;

#[test]
fn requests_are_those_of_the_documents() {
    let wanted = Search {
        statuses: vec![Status::InProgress, Status::Pending],
        order_by: Some(OrderBy::LastUpdateDate),
        sort_order: Some(SortOrder::Descending),
        ..Search::default()
    };
    let request = search(&wanted, 0);
    assert_eq!(
        request.target,
        "/appstore/publisher/v1/machineimages?machineimagestatus=IN%20PROGESS,PENDING&limit=30&offset=0&orderby=LASTUPDATEDATE&sortorder=DESC"
    );
    assert_eq!(request.headers.iter().collect::<Vec<_>>(), [("Accept", "application/json")]);
    let head = short_status("7361253");
    assert_eq!(
        (head.method, head.target.as_str()),
        (Method::Head, "/appstore/publisher/v1/machineimages/7361253")
    );
}

#[test]
fn only_numbers_are_asked_for() {
    assert_eq!(upload_request_id(" 2797087 ").as_deref(), Ok("2797087"));
    assert_eq!(upload_request_id("007").as_deref(), Ok("7"));
    for bad in ["", "-1", "1e5", "abc", "9223372036854775808", "1/chunk"] {
        assert!(upload_request_id(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_page_is_its_items() {
    let page = parse_search(&answer(200, fixture!("search.response.json"))).expect("a page");
    assert_eq!(page.items.len(), 1);
    assert_eq!(page.items[0].value().and_then(|u| u.file_name.text()), Some("shopapi.tar.gz"));
    let page = parse_search(&answer(200, r#"{"items":[7],"count":1}"#)).expect("a page");
    assert_eq!(page.items[0].wrong(), Some("7"));
    for body in ["{}", "[]", r#"{"items":{}}"#, "<xml/>"] {
        assert_eq!(parse_search(&answer(200, body)).expect_err(body).kind, ErrorKind::Unreadable);
    }
}

#[test]
fn an_answer_in_xml_or_html_is_shown_as_what_it_is() {
    let error =
        parse_detailed_status(&with_type(200, "application/xml;qs=.5", "<upload/>")).expect_err("XML");
    assert!(error.message.contains("application/xml"), "{}", error.message);
    assert_eq!(parse_short_status(&answer(404, "")).expect_err("none").status, Some(404));
}
