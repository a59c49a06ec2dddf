//! Section 3.

use image_console_emulator::{Seed, World};
use serde_json::{Value, json};

use crate::cloud_foundry_client::*;
use crate::support::{NOW, world};

const LIST: &str = "/v3/service_instances";

fn total(world: &mut World, user: &str, query: &str) -> i64 {
    let response = get_as(world, user, &format!("{LIST}?per_page=1&{query}"));
    assert_eq!(response.status, 200, "{query}: {}", response.value());
    response.value()["pagination"]["total_results"].as_i64().unwrap()
}

#[test]
fn next_leads_through_all_pages() {
    let mut world = world();
    let count = world.cloud_foundry().instance_count();
    assert!(count > 600, "{count}");
    let mut target = format!("{LIST}?type=managed&order_by=name&fields[space]=guid,name");
    let (mut guids, mut pages) = (Vec::new(), 0);
    let whole = loop {
        let body = get_as(&mut world, "admin", &target).value();
        pages += 1;
        guids.extend(
            body["resources"].as_array().unwrap().iter().map(|row| row["guid"].as_str().unwrap().to_owned()),
        );
        assert!(body["included"]["spaces"].is_array(), "the next page asks for the same");
        match body["pagination"]["next"]["href"].as_str() {
            Some(next) => target = next.strip_prefix("https://api.sys.example.local").unwrap().to_owned(),
            None => break body["pagination"].clone(),
        }
    };
    assert_eq!(
        (whole["total_pages"].as_i64(), whole["total_results"].as_i64()),
        (Some(pages), Some(guids.len() as i64))
    );
    assert!(whole["previous"]["href"].as_str().unwrap().contains("page="));
    guids.sort_unstable();
    guids.dedup();
    assert_eq!(guids.len() as i64, whole["total_results"].as_i64().unwrap());
    let empty = get(&mut world, &format!("{LIST}?names=nobody")).value();
    assert_eq!((&empty["pagination"]["total_pages"], &empty["resources"]), (&json!(1), &json!([])));
}

#[test]
fn the_documents_example() {
    let query = "names=orders-db&fields[space]=guid,name,relationships.organization&fields[space.organization]=guid,name\
                 &fields[service_plan]=guid,name&fields[service_plan.service_offering]=name,tags";
    let body = get(&mut world(), &format!("{LIST}?{query}")).value();
    let row = &body["resources"][0];
    assert_eq!(row["guid"], ORDERS);
    assert_eq!((&row["created_at"], &row["type"]), (&json!("2024-01-10T15:49:29Z"), &json!("managed")));
    assert_eq!(row["last_operation"]["state"], "succeeded");
    let space = "5a84d315-9513-4d74-95e5-f6a5501eeef7";
    assert_eq!(row["relationships"]["space"]["data"]["guid"], space);
    assert_eq!(row["relationships"]["service_plan"]["data"]["guid"], "5358d122-638e-11ea-afca-bf6e756684ac");
    assert_eq!(row["links"]["self"]["href"], format!("https://api.sys.example.local{LIST}/{ORDERS}"));
    let org = "0d2ad5f7-1111-4e0b-9f60-7d6d4d7b5a10";
    let expected = json!({
        "spaces": [{"guid": space, "name": "prod", "relationships": {"organization": {"data": {"guid": org}}}}],
        "organizations": [{"guid": org, "name": "shop"}],
        "service_plans": [{"guid": "5358d122-638e-11ea-afca-bf6e756684ac", "name": "db-small"}],
        "service_offerings": [{"name": "p.mysql", "tags": ["mysql", "relational"]}],
    });
    assert_eq!(body["included"], expected);
}

#[test]
fn filters() {
    let mut world = world();
    let all = total(&mut world, "admin", "");
    let managed = total(&mut world, "admin", "type=managed");
    assert_eq!(managed + total(&mut world, "admin", "type=user-provided"), all);
    assert!(managed < all);
    assert_eq!(total(&mut world, "dev", "names=orders-db,orders-pg"), 2);
    assert_eq!(
        total(&mut world, "dev", "names=%25C3%259Cbertr%25C3%25A4ge%252C%20M%25C3%25BCnchen"),
        1,
        "a comma, twice encoded"
    );
    assert_eq!(total(&mut world, "dev", &format!("guids={ORDERS}")), 1);
    let shop = "organization_guids=0d2ad5f7-1111-4e0b-9f60-7d6d4d7b5a10";
    let prod = "space_guids=5a84d315-9513-4d74-95e5-f6a5501eeef7";
    assert!(total(&mut world, "dev", shop) > total(&mut world, "dev", prod));
    assert!(total(&mut world, "dev", "label_selector=subject=orders,env!=prod") > 0);
    assert!(total(&mut world, "dev", "service_plan_names=db-large") > 0);
    assert_eq!(
        total(
            &mut world,
            "dev",
            "created_ats[gte]=2024-02-02T02:02:02Z&created_ats[lt]=2024-02-02T02:02:03Z"
        ),
        66
    );
    for query in [
        "colour=red",
        "per_page=0",
        "per_page=5001",
        "page=0",
        "order_by=guid",
        "type=odd",
        "fields[space]=colour",
        "fields[app]=guid",
        "label_selector=(",
        "created_ats=now",
        "created_ats[x]=2024-02-02T02:02:02Z",
    ] {
        let response = get(&mut world, &format!("{LIST}?{query}"));
        assert_eq!(error(&response), problem(400, 10005, "CF-BadQueryParameter"), "{query}");
    }
    let detail = get(&mut world, &format!("{LIST}?colour=red")).value()["errors"][0]["detail"].clone();
    assert!(
        detail
            .as_str()
            .unwrap()
            .starts_with("The query parameter is invalid: Unknown query parameter(s): 'colour'")
    );
}

#[test]
fn order() {
    let mut world = world();
    let mut names = |order: &str| -> Vec<String> {
        let body = get(&mut world, &format!("{LIST}?per_page=5000&order_by={order}")).value();
        let field = order.trim_start_matches('-');
        body["resources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row[field].as_str().unwrap().to_lowercase())
            .collect()
    };
    assert!(names("name").is_sorted());
    assert!(names("-created_at").is_sorted_by(|a, b| a >= b));
}

#[test]
fn who_sees_and_may_what() {
    let mut world = world();
    let permissions = |world: &mut World, user: &str, name: &str| {
        let guid = guid_of(world, name);
        let response = get_as(world, user, &format!("{LIST}/{guid}/permissions"));
        (response.status, response.value()["manage"].as_bool())
    };
    assert_eq!(permissions(&mut world, "dev", "orders-db"), (200, Some(true)));
    assert_eq!(permissions(&mut world, "dev", "locked-db"), (200, Some(false)));
    assert_eq!(permissions(&mut world, "auditor", "orders-db"), (200, Some(false)));
    assert_eq!(permissions(&mut world, "dev", "hidden-db"), (404, None));
    assert_eq!(permissions(&mut world, "admin", "hidden-db"), (200, Some(true)));
    assert_eq!(permissions(&mut world, "outsider", "orders-db"), (404, None));
    assert_eq!(total(&mut world, "outsider", ""), 0);
    assert!(total(&mut world, "admin", "") > total(&mut world, "dev", ""));
    assert_eq!(
        error(&get(&mut world, &format!("{LIST}/nobody"))),
        problem(404, 10010, "CF-ResourceNotFound")
    );
}

#[test]
fn organizations_and_spaces() {
    let mut world = world();
    let names = |world: &mut World, user: &str, target: &str| -> Vec<String> {
        let body = get_as(world, user, target).value();
        body["resources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&mut world, "dev", "/v3/organizations?order_by=name").len(), 5);
    assert!(names(&mut world, "admin", "/v3/organizations").contains(&"hidden-org".to_owned()));
    let query = "organization_guids=0d2ad5f7-1111-4e0b-9f60-7d6d4d7b5a10&order_by=name";
    assert_eq!(
        names(&mut world, "dev", &format!("/v3/spaces?{query}")),
        ["dev", "locked", "prod", "staging"]
    );
    let org = get(&mut world, "/v3/organizations/0d2ad5f7-1111-4e0b-9f60-7d6d4d7b5a10").value();
    assert_eq!(org["name"], "shop");
    assert_eq!(get(&mut world, "/v3/spaces/5a84d315-9513-4d74-95e5-f6a5501eeef7").value()["name"], "prod");
    assert_eq!(get(&mut world, "/v3/spaces/x").status, 404);
}

#[test]
fn a_test_can_put_in_its_own() {
    let mut world = world();
    world.settle(NOW);
    let own = json!({"name": "mine", "space": "research/lab", "plan": "postgres", "backups": [{"id": "b", "created_at": 5}], "tags": null});
    let guid = world.cloud_foundry().put_instance(own).unwrap();
    let body = get(&mut world, &format!("{LIST}/{guid}")).value();
    assert_eq!((&body["name"], &body["tags"], &body["space"]), (&json!("mine"), &Value::Null, &Value::Null));
    assert_eq!(world.cloud_foundry().backups(&guid).len(), 1);
    assert!(world.cloud_foundry().put_instance(json!({"space": "no/where"})).is_err());
    let mut wild = World::new(Seed { wild: true, ..Seed::default() }, NOW);
    let rows = get(&mut wild, &format!("{LIST}?per_page=5000&created_ats=2024-02-03T03:03:03Z")).value();
    assert!(rows["resources"].as_array().unwrap().len() > 15);
    wild.cloud_foundry().clear_instances();
    assert_eq!(total(&mut wild, "admin", ""), 0);
}

#[test]
fn the_same_seed_gives_the_same_world() {
    let grown = |seed: u64| {
        let mut world = World::new(Seed { seed, ..Seed::default() }, NOW);
        get_as(&mut world, "admin", &format!("{LIST}?per_page=5000&type=managed")).value()["resources"]
            .clone()
    };
    assert_eq!(grown(5), grown(5));
    assert_ne!(grown(5), grown(6));
}
