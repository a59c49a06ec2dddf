//! Each rule, and that missing knowledge never forbids.

use super::*;

const ME: &str = "47034e57-42d1-0342-b302-00db733e8c8a";
const OTHER: &str = "930896af-bf8c-48d4-885c-6573a94b1853";

fn image(owner: &str) -> ImageFacts {
    ImageFacts {
        owner: Some(owner.into()),
        state: Some("active".into()),
        type_: Some("zone-dataset".into()),
        public: Some(false),
        acl: Some(vec![]),
        files: Some(1),
    }
}

fn reason(action: Action, facts: &Facts<'_>) -> Option<String> {
    check(action, facts).reason().map(str::to_owned)
}

#[test]
fn what_is_not_known_is_allowed() {
    for action in Action::ALL {
        assert!(check(action, &Facts::default()).is_allowed(), "{action:?}");
        let bare = ImageFacts::default();
        let facts = Facts { account: Some(ME), image: Some(&bare), ..Facts::default() };
        assert!(check(action, &facts).is_allowed(), "{action:?}");
    }
}

#[test]
fn only_the_owner_changes_an_image() {
    let (mine, theirs) = (image(ME), image(OTHER));
    for action in
        [Action::UpdateImage, Action::ExportImage, Action::DeleteImage, Action::ImportImageFromDatacenter]
    {
        let facts = |image| Facts { account: Some(ME), image: Some(image), ..Facts::default() };
        assert_eq!(reason(action, &facts(&mine)), None);
        let said = reason(action, &facts(&theirs)).expect("refused");
        assert!(said.contains(OTHER) && said.contains(action.verb()), "{said}");
        let Verdict::Disallowed { source, .. } = check(action, &facts(&theirs)) else { panic!("refused") };
        assert!(source.contains("§4."));
    }
}

#[test]
fn an_image_with_dependents_stays() {
    let mine = image(ME);
    let names: Vec<String> = (1..=5).map(|n| format!("child {n}")).collect();
    let facts = Facts { account: Some(ME), image: Some(&mine), dependents: &names, ..Facts::default() };
    let said = reason(Action::DeleteImage, &facts).expect("refused");
    assert!(said.contains("5 images were made") && said.contains("child 3 and 2 more"), "{said}");
    assert!(check(Action::UpdateImage, &facts).is_allowed());
}

#[test]
fn a_clone_is_of_a_shared_active_image_of_another_account() {
    let clone = |image: &ImageFacts| {
        reason(Action::CloneImage, &Facts { account: Some(ME), image: Some(image), ..Facts::default() })
    };
    let shared = ImageFacts { acl: Some(vec![ME.into()]), ..image(OTHER) };
    assert_eq!(clone(&shared), None);
    assert_eq!(clone(&ImageFacts { acl: None, ..shared.clone() }), None);
    assert_eq!(clone(&ImageFacts { acl: Some(vec![]), ..shared.clone() }), None, "private and yet seen");
    for (facts, words) in [
        (image(ME), "your own"),
        (ImageFacts { public: Some(true), acl: Some(vec![]), ..shared.clone() }, "not shared"),
        (ImageFacts { acl: Some(vec!["x".into()]), ..shared.clone() }, "not shared"),
        (ImageFacts { state: Some("disabled".into()), ..shared.clone() }, "disabled"),
        (ImageFacts { type_: Some("docker".into()), ..shared.clone() }, "Docker"),
        (ImageFacts { files: Some(2), ..shared.clone() }, "several files"),
    ] {
        let said = clone(&facts).expect("refused");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn only_stopped_machines_that_are_no_containers_are_captured() {
    let create = |state: &str, docker| {
        let machine = MachineFacts { state: Some(state.into()), docker };
        reason(Action::CreateImageFromMachine, &Facts { machine: Some(&machine), ..Facts::default() })
    };
    assert_eq!(create("stopped", false), None);
    assert!(create("running", false).is_some_and(|r| r.contains("running")));
    assert!(create("some-new-state", false).is_some_and(|r| r.contains("some-new-state")));
    assert!(create("stopped", true).is_some_and(|r| r.contains("docker")));
}

#[test]
fn an_import_needs_two_datacenters_and_a_free_id() {
    let said = |facts: &Facts<'_>| reason(Action::ImportImageFromDatacenter, facts);
    let fine = Facts { datacenters: Some(true), ..Facts::default() };
    assert_eq!(said(&fine), None);
    assert!(said(&Facts { datacenters: Some(false), ..fine }).is_some_and(|r| r.contains("9.2.0")));
    assert!(said(&Facts { same_datacenter: true, ..fine }).is_some_and(|r| r.contains("same")));
    assert!(said(&Facts { already_here: true, ..fine }).is_some_and(|r| r.contains("already")));
}

#[test]
fn an_image_without_a_file_is_not_exported() {
    let creating = ImageFacts { state: Some("creating".into()), ..image(ME) };
    let facts = Facts { account: Some(ME), image: Some(&creating), ..Facts::default() };
    assert!(reason(Action::ExportImage, &facts).is_some_and(|r| r.contains("creating")));
}
