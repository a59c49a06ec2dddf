use super::*;
use crate::decode::Lenient;
use serde_json::json;

fn instance(type_: &str, state: &str) -> ServiceInstance {
    let value = json!({"type": type_, "last_operation": {"type": "update", "state": state}});
    ServiceInstance::from_map(value.as_object().cloned().expect("an object"), &json!(null))
}

#[test]
fn each_reason_is_given_with_its_source() {
    let busy = instance("managed", "in progress");
    let idle = instance("managed", "succeeded");
    let own = instance("user-provided", "succeeded");
    let read_only = Permissions { manage: Lenient::Value(false), ..Permissions::default() };
    let plain = Feature::NotOnThisFoundation;
    let none = Feature::NotForThisInstance("no backups".into());
    for action in Action::ALL {
        for (facts, words) in [
            (Facts { instance: Some(&own), ..Facts::default() }, "user-provided"),
            (Facts { instance: Some(&busy), ..Facts::default() }, "update in progress"),
            (
                Facts { instance: Some(&idle), permissions: Some(&read_only), ..Facts::default() },
                "developer role",
            ),
            (Facts { feature: Some(&plain), ..Facts::default() }, "only in Tanzu"),
            (Facts { feature: Some(&none), ..Facts::default() }, "The API says: no backups"),
            (Facts { instance: Some(&busy), feature: Some(&plain), ..Facts::default() }, "only in Tanzu"),
        ] {
            let Verdict::Disallowed { reason, source } = check(action, &facts) else { panic!("{words}") };
            assert!(reason.contains(words), "{reason}");
            assert!(source.starts_with("Cloud Foundry contract §"));
        }
    }
}

#[test]
fn what_is_not_known_does_not_forbid() {
    let odd = instance("something new", "resting");
    let facts = Facts {
        instance: Some(&odd),
        permissions: Some(&Permissions::default()),
        feature: Some(&Feature::NotKnown),
    };
    for action in Action::ALL {
        assert!(check(action, &facts).is_allowed() && check(action, &Facts::default()).is_allowed());
    }
}
