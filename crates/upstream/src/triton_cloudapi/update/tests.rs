//! What an edit sends, alone and against somebody else's.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::three_way::same_set;
use super::*;

fn draft(acl: &[&str], tags: Value) -> Draft {
    Draft {
        name: "web".into(),
        version: "1".into(),
        description: "old".into(),
        acl: acl.iter().map(|a| (*a).to_owned()).collect(),
        tags: tags.as_object().cloned().expect("an object"),
        ..Draft::default()
    }
}

fn body(changes: &Map<String, Value>) -> Value {
    Value::Object(changes.clone())
}

#[test]
fn only_what_changed_is_sent() {
    let base = draft(&["a"], json!({"role": "os"}));
    assert_eq!(body(&diff(&base, &base)), json!({}));
    let renamed = Draft { name: "my-renamed-image".into(), ..base.clone() };
    assert_eq!(
        body(&diff(&base, &renamed)),
        serde_json::from_str::<Value>(crate::triton_cloudapi::testing::fixture!("update.request.json"))
            .expect("JSON")
    );
}

#[test]
fn removing_is_null_for_texts_and_empty_for_lists() {
    let base = draft(&["a"], json!({"role": "os"}));
    let mine = Draft { description: String::new(), acl: vec![], tags: Map::new(), ..base.clone() };
    assert_eq!(body(&diff(&base, &mine)), json!({"description": null, "acl": [], "tags": {}}));
}

#[test]
fn an_acl_in_another_order_is_the_same() {
    let base = draft(&["a", "b"], json!({}));
    let mine = draft(&["b", "a"], json!({}));
    assert_eq!(body(&diff(&base, &mine)), json!({}));
}

#[test]
fn both_shares_of_two_people_survive() {
    let base = draft(&["a", "b"], json!({"x": 1}));
    let mine = draft(&["a", "b", "mine"], json!({"x": 1, "mine": true}));
    let theirs = draft(&["b", "theirs"], json!({"x": 1, "theirs": true}));
    let merged = merge(&base, &mine, &theirs, &Choices::new());
    assert_eq!(merged.conflicts, []);
    assert_eq!(
        body(&merged.changes),
        json!({"acl": ["b", "theirs", "mine"], "tags": {"x": 1, "theirs": true, "mine": true}})
    );
    assert_eq!(
        merged.others.iter().map(|c| (c.place.field, c.place.tag.as_deref())).collect::<Vec<_>>(),
        [("acl", None), ("tags", Some("theirs"))]
    );
}

#[test]
fn a_conflict_is_shown_with_all_three_values_and_nothing_of_it_is_sent_before_it_is_decided() {
    let base = draft(&[], json!({"role": "os"}));
    let mine = Draft { description: "mine".into(), ..draft(&[], json!({"role": "db"})) };
    let theirs = Draft { description: "theirs".into(), ..draft(&[], json!({})) };
    let merged = merge(&base, &mine, &theirs, &Choices::new());
    assert_eq!(body(&merged.changes), json!({}));
    let [description, role] = merged.conflicts.as_slice() else { panic!("{merged:?}") };
    assert_eq!(
        (&description.base, &description.mine, &description.theirs),
        (&Some(json!("old")), &Some(json!("mine")), &Some(json!("theirs")))
    );
    assert_eq!((role.place.tag.as_deref(), &role.theirs), (Some("role"), &None));

    let choice = |conflict: &Conflict, side| {
        (conflict.place.clone(), Choice { side, theirs: conflict.theirs.clone() })
    };
    let choices = Choices::from([choice(description, Side::Theirs), choice(role, Side::Mine)]);
    let decided = merge(&base, &mine, &theirs, &choices);
    assert_eq!(decided.conflicts, []);
    assert_eq!(body(&decided.changes), json!({"tags": {"role": "db"}}));

    let again = Draft { description: "theirs, once more".into(), ..theirs };
    let merged = merge(&base, &mine, &again, &choices);
    assert_eq!(merged.conflicts.len(), 1, "the decision was about another value: {merged:?}");
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let text = "[ab]{0,1}";
    let acl = proptest::sample::subsequence(vec!["a", "b", "c"], 0..=3);
    let tags = proptest::collection::btree_map("[xyz]", 0..3, 0..3);
    (text, text, acl, tags).prop_map(|(name, description, acl, tags)| Draft {
        name: format!("n{name}"),
        version: "1".into(),
        description,
        acl: acl.into_iter().map(str::to_owned).collect(),
        tags: tags.into_iter().map(|(k, v)| (k, json!(v))).collect(),
        ..Draft::default()
    })
}

/// What the server makes of a body.
fn apply(to: &Draft, changes: &Map<String, Value>) -> Draft {
    let mut out = to.clone();
    for (field, value) in changes {
        let text = || value.as_str().unwrap_or_default().to_owned();
        match field.as_str() {
            "name" => out.name = text(),
            "description" => out.description = text(),
            "acl" => out.acl = serde_json::from_value(value.clone()).expect("a list"),
            "tags" => out.tags = value.as_object().cloned().expect("an object"),
            other => panic!("{other} was not edited"),
        }
    }
    out
}

fn same(a: &Draft, b: &Draft) -> bool {
    let without = |d: &Draft| Draft { acl: vec![], ..d.clone() };
    same_set(&a.acl, &b.acl) && without(a) == without(b)
}

proptest! {
    #[test]
    fn alone_an_edit_gives_exactly_what_was_typed(base in any_draft(), mine in any_draft()) {
        prop_assert!(same(&apply(&base, &diff(&base, &mine)), &mine));
    }

    #[test]
    fn without_an_edit_nothing_is_sent(base in any_draft(), theirs in any_draft()) {
        let merged = merge(&base, &base, &theirs, &Choices::new());
        prop_assert!(merged.changes.is_empty() && merged.conflicts.is_empty());
    }

    #[test]
    fn the_result_is_what_the_server_will_have(base in any_draft(), mine in any_draft(), theirs in any_draft()) {
        let merged = merge(&base, &mine, &theirs, &Choices::new());
        prop_assert!(same(&apply(&theirs, &merged.changes), &merged.result));
    }

    #[test]
    fn the_same_edit_twice_needs_nothing(base in any_draft(), mine in any_draft()) {
        let merged = merge(&base, &mine, &mine, &Choices::new());
        prop_assert!(merged.changes.is_empty() && merged.conflicts.is_empty());
    }
}
