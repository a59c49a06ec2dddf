//! Section 3.7.

use serde_json::{Value, json};

use crate::marketplace_client::*;
use crate::support::world;

const PATH: &str = "/appstore/publisher/v1/storageimages/mi/sun/sun/sun/ruby-2.4.1.tar.gz";

#[test]
fn availability_with_and_without_the_container() {
    let mut world = world();
    let body = get(&mut world, PATH).value();
    assert_eq!((&body["fileName"], &body["application"]), (&json!("ruby-2.4.1.tar.gz"), &json!("sun")));
    let places = body["storageDataCenterImageStatuses"].as_array().unwrap();
    let available: Vec<_> = places.iter().map(|place| place["isAvailable"].as_bool().unwrap()).collect();
    assert_eq!(available, [true, true, true, false]);
    assert!(places[0]["size"].as_str().unwrap().parse::<u64>().is_ok());
    assert_eq!((&places[3]["size"], &places[3]["lastModifiedDate"]), (&Value::Null, &Value::Null));
    assert_eq!(get(&mut world, &PATH.replace("/mi/", "/oracle_pdc2/mi/")).value(), body);
    assert_eq!(get(&mut world, &PATH.replace("ruby", "perl")).status, 404);
}

#[test]
fn lists_by_data_centre_and_keyword() {
    let mut world = world();
    let list = |world: &mut _, query: &str| {
        get(world, &format!("{BASE}/storageimages{query}")).value()["items"].clone()
    };
    assert_eq!(list(&mut world, "").as_array().unwrap().len(), 30);
    assert_eq!(list(&mut world, "?keyword=SUN")[0]["uploadRequestId"], 7_594_652);
    assert_eq!(list(&mut world, "?keyword=sun&datacenter=US6%20COMMERCIAL%20MAPLE"), json!([]));
    assert_eq!(get(&mut world, &format!("{BASE}/storageimages?datacenter=mars")).status, 400);
    call(&mut world, "DELETE", &format!("{IMAGES}/7594652"));
    assert_eq!(list(&mut world, "?keyword=sun"), json!([]));
}

#[test]
fn a_copy_is_an_upload_to_follow() {
    let mut world = world();
    let copy = |world: &mut _, body: &Value| {
        let request = signed(world, "POST", PATH).with_json(body);
        send(world, &request)
    };
    let body =
        json!({"sourceDataCenter": "US2 COMMERCIAL CHERRY", "copyToDataCenters": ["US6 COMMERCIAL MAPLE"]});
    let started = copy(&mut world, &body);
    let message = "Request initiated to copy image : oracle_pdc2/mi/sun/sun/sun/ruby-2.4.1.tar.gz";
    assert_eq!(started.value()["message"], message);
    let id = entity(&started);
    world.advance(60_000);
    let row = status(&mut world, id)["dataCenterImageUploadRequests"][0].clone();
    assert_eq!((&row["statusName"], &row["copyUpload"]), (&json!("In Progress"), &json!(true)));
    world.advance(60_000);
    assert_eq!(get(&mut world, PATH).value()["storageDataCenterImageStatuses"][3]["replica"], true);
    for body in [
        json!({"copyToDataCenters": ["teak"]}),
        json!({"sourceDataCenter": "cherry", "copyToDataCenters": []}),
        json!({"sourceDataCenter": "cherry", "copyToDataCenters": ["teak"]}),
        json!({"sourceDataCenter": "cherry", "copyToDataCenters": ["mars"]}),
    ] {
        assert_eq!(copy(&mut world, &body).status, 400, "{body}");
    }
    let over = json!({"sourceDataCenter": "cherry", "copyToDataCenters": ["teak"], "overwriteDataCenters": ["teak"]});
    assert_eq!(copy(&mut world, &over).status, 200);
}
