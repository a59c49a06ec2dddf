//! What a user sees of a source while lists come, fail, are refreshed and are changed by actions.

#![allow(clippy::expect_used, reason = "all of this file is test")]

use image_console_catalogue::catalogue::{Activity, Shown};
use image_console_catalogue::{Catalogue, Cell, Change, Provenance, RowDraft, SourceId};
use image_console_core::{ApiError, ErrorKind, time::Timestamp};

const SAVED: Provenance = Provenance::Cache { saved: Timestamp(5) };

fn rows(ids: &[&'static str], state: &'static str) -> Vec<RowDraft<'static>> {
    ids.iter().map(|&id| RowDraft { id: id.into(), state: state.into(), ..RowDraft::default() }).collect()
}

fn shown(catalogue: &Catalogue, id: SourceId) -> String {
    let cell = |cell: Cell<&str>| cell.value().map(str::to_owned).unwrap_or_default();
    let rows: Vec<String> =
        catalogue.rows(id).map(|row| format!("{} {}", cell(row.id()), cell(row.state()))).collect();
    rows.join(", ")
}

fn one_source() -> (Catalogue, SourceId) {
    let mut catalogue = Catalogue::new();
    let id = catalogue.add_source("us-east-1").expect("room");
    (catalogue, id)
}

fn whole(catalogue: &mut Catalogue, id: SourceId, generation: u64, drafts: &[RowDraft<'_>]) {
    assert!(catalogue.begin(id, generation, Provenance::Network, Timestamp(10)));
    assert!(catalogue.append(id, generation, drafts, 100));
    assert!(catalogue.complete(id, generation, Timestamp(20)));
}

fn lost() -> ApiError {
    ApiError::without_answer(ErrorKind::Unreachable, "no answer")
}

#[test]
fn the_first_rows_stand_before_the_list_ends() {
    let (mut c, id) = one_source();
    let activity = |c: &Catalogue| format!("{:?}", c.source(id).expect("added").activity());
    assert_eq!(activity(&c), "Idle");
    c.begin(id, 1, Provenance::Network, Timestamp(10));
    c.append(id, 1, &rows(&["a"], "active"), 200);
    assert_eq!(shown(&c, id), "a active");
    assert_eq!(activity(&c), "Loading { received: 1, bytes: 200, since: Timestamp(10), from: Network }");
    c.append(id, 1, &rows(&["b"], "active"), 300);
    c.complete(id, 1, Timestamp(30));
    assert_eq!(activity(&c), "Complete { at: Timestamp(30) }");
    assert_eq!(shown(&c, id), "a active, b active");
}

#[test]
fn a_refresh_keeps_the_old_rows_until_it_is_complete_and_then_drops_the_unseen() {
    let (mut c, id) = one_source();
    whole(&mut c, id, 1, &rows(&["a", "b"], "active"));
    c.begin(id, 2, Provenance::Network, Timestamp(30));
    c.append(id, 2, &rows(&["b", "c"], "disabled"), 100);
    assert_eq!(shown(&c, id), "a active, b active");
    c.complete(id, 2, Timestamp(40));
    assert_eq!(shown(&c, id), "b disabled, c disabled");
}

#[test]
fn a_refresh_that_fails_costs_no_row_and_says_why() {
    let (mut c, id) = one_source();
    whole(&mut c, id, 1, &rows(&["a", "b"], "active"));
    c.begin(id, 2, Provenance::Network, Timestamp(30));
    c.append(id, 2, &rows(&["c"], "active"), 100);
    assert!(c.fail(id, 2, lost()));
    let source = c.source(id).expect("added");
    assert_eq!(source.len(), 2);
    assert!(
        matches!(source.activity(), Activity::Failed { received: 1, error } if error.message == "no answer")
    );
    assert_eq!(source.shown(), Shown::Whole { from: Provenance::Network, as_of: Timestamp(20) });
}

#[test]
fn rows_of_a_list_cut_short_stay_until_the_next_attempt_has_as_many() {
    let (mut c, id) = one_source();
    c.begin(id, 1, Provenance::Network, Timestamp(10));
    c.append(id, 1, &rows(&["a", "b"], "old"), 100);
    c.fail(id, 1, lost());
    assert_eq!(c.source(id).map(|s| s.shown()), Some(Shown::Part(Provenance::Network)));
    c.begin(id, 2, Provenance::Network, Timestamp(20));
    c.append(id, 2, &rows(&["a"], "new"), 50);
    assert_eq!(shown(&c, id), "a old, b old");
    c.append(id, 2, &rows(&["b"], "new"), 50);
    assert_eq!(shown(&c, id), "a new, b new");
    c.append(id, 2, &rows(&["c"], "new"), 50);
    assert_eq!(shown(&c, id), "a new, b new, c new");
}

#[test]
fn what_arrives_for_an_older_question_is_refused() {
    let (mut c, id) = one_source();
    c.begin(id, 1, Provenance::Network, Timestamp(10));
    c.begin(id, 2, Provenance::Network, Timestamp(11));
    assert!(!c.append(id, 1, &rows(&["a"], "active"), 1));
    assert!(!c.complete(id, 1, Timestamp(12)));
    assert!(!c.fail(id, 1, lost()));
    assert!(c.append(id, 2, &[], 0));
    c.clear(id);
    assert!(!c.append(id, 2, &[], 0));
}

#[test]
fn a_cached_list_stands_at_once_with_its_age_until_the_fresh_one_is_complete() {
    let (mut c, id) = one_source();
    c.begin(id, 1, Provenance::Network, Timestamp(100));
    assert!(c.begin(id, 2, SAVED, Timestamp(100)));
    c.append(id, 2, &rows(&["a", "b", "c"], "cached"), 300);
    c.append(id, 1, &rows(&["a"], "fresh"), 100);
    assert!(c.complete(id, 2, Timestamp(101)));
    assert_eq!(c.source(id).map(|s| s.shown()), Some(Shown::Whole { from: SAVED, as_of: Timestamp(5) }));
    assert_eq!(shown(&c, id), "a cached, b cached, c cached");
    assert!(matches!(
        c.source(id).map(|s| s.activity()),
        Some(Activity::Loading { received: 1, from: Provenance::Network, .. })
    ));
    c.append(id, 1, &rows(&["d"], "fresh"), 100);
    c.complete(id, 1, Timestamp(110));
    assert_eq!(shown(&c, id), "a fresh, d fresh");
    assert!(!c.begin(id, 3, SAVED, Timestamp(111)), "nobody wants old rows now");
}

#[test]
fn a_network_faster_than_the_cache_is_not_put_back() {
    let (mut c, id) = one_source();
    c.begin(id, 1, SAVED, Timestamp(100));
    c.begin(id, 2, Provenance::Network, Timestamp(100));
    c.append(id, 1, &rows(&["a"], "cached"), 100);
    c.append(id, 2, &rows(&["a", "b", "c"], "fresh"), 100);
    assert_eq!(shown(&c, id), "a fresh, b fresh, c fresh");
    c.append(id, 1, &rows(&["b"], "cached"), 100);
    c.complete(id, 1, Timestamp(101));
    c.append(id, 2, &rows(&["d"], "fresh"), 100);
    assert_eq!(shown(&c, id), "a fresh, b fresh, c fresh, d fresh");
    // A cached list that is longer than what the network has brought does come forward.
    c.clear(id);
    c.begin(id, 3, SAVED, Timestamp(100));
    c.begin(id, 4, Provenance::Network, Timestamp(100));
    c.append(id, 4, &rows(&["a"], "fresh"), 100);
    c.append(id, 3, &rows(&["a", "b"], "cached"), 100);
    assert_eq!(shown(&c, id), "a fresh");
    c.complete(id, 3, Timestamp(101));
    assert_eq!(shown(&c, id), "a cached, b cached");
    c.append(id, 4, &rows(&["b"], "fresh"), 100);
    c.complete(id, 4, Timestamp(102));
    assert_eq!(shown(&c, id), "a fresh, b fresh");
}

#[test]
fn a_cache_that_cannot_be_read_is_not_the_sources_failure() {
    let (mut c, id) = one_source();
    c.begin(id, 1, SAVED, Timestamp(1));
    c.fail(id, 1, lost());
    assert_eq!(c.source(id).map(|s| s.activity()), Some(Activity::Idle));
}

#[test]
fn an_action_changes_its_row_where_it_stands() {
    let (mut c, id) = one_source();
    whole(&mut c, id, 1, &rows(&["a", "b", "c"], "active"));
    let revision = c.revision();
    assert_eq!(c.put(id, &rows(&["b"], "active")[0]), Change::Nothing);
    assert_eq!(c.revision(), revision, "a poll that saw nothing new redraws nothing");
    assert_eq!(c.put(id, &rows(&["b"], "disabled")[0]), Change::Replaced);
    assert_eq!(c.remove(id, "a"), Change::Removed);
    assert_eq!(c.remove(id, "a"), Change::Nothing);
    assert_eq!(c.put(id, &rows(&["d"], "creating")[0]), Change::Inserted);
    assert_eq!(shown(&c, id), "b disabled, c active, d creating");
    let row = c.find(id, "d").and_then(|row| c.row(row)).and_then(|row| row.key()).expect("a key");
    assert_eq!(c.find_key(&row).map(|row| row.index()), Some(2));
}

#[test]
fn a_list_that_was_on_its_way_does_not_undo_an_action() {
    let (mut c, id) = one_source();
    whole(&mut c, id, 1, &rows(&["a", "b"], "active"));
    c.begin(id, 2, Provenance::Network, Timestamp(30));
    c.append(id, 2, &rows(&["a"], "active"), 10);
    c.remove(id, "a");
    c.remove(id, "b");
    c.put(id, &rows(&["n"], "active")[0]);
    c.append(id, 2, &rows(&["b", "n"], "creating"), 10);
    c.append(id, 2, &rows(&["z"], "active"), 10);
    c.complete(id, 2, Timestamp(40));
    assert_eq!(shown(&c, id), "n active, z active");
    // The next list is believed again.
    whole(&mut c, id, 3, &rows(&["a"], "active"));
    assert_eq!(shown(&c, id), "a active");
}

#[test]
fn a_row_that_comes_twice_in_one_list_is_shown_once_as_it_came_last() {
    let (mut c, id) = one_source();
    c.begin(id, 1, Provenance::Network, Timestamp(1));
    c.append(id, 1, &rows(&["a", "b"], "AVAILABLE"), 10);
    c.append(id, 1, &rows(&["a"], "EXPORTING"), 10);
    assert_eq!(shown(&c, id), "a EXPORTING, b AVAILABLE");
}

#[test]
fn rows_without_a_usable_id_are_shown_but_have_no_key() {
    let (mut c, id) = one_source();
    let nameless = [
        RowDraft { name: "x".into(), ..RowDraft::default() },
        RowDraft { id: Cell::wrong("42"), name: "y".into(), ..RowDraft::default() },
        RowDraft { id: Cell::wrong("42"), name: "z".into(), ..RowDraft::default() },
        RowDraft { id: "".into(), ..RowDraft::default() },
    ];
    whole(&mut c, id, 1, &nameless);
    assert_eq!(c.len(), 4);
    assert!(c.rows(id).all(|row| row.key().is_none()));
    assert_eq!(c.rows(id).nth(1).map(|row| row.id()), Some(Cell::Wrong("42".into())));
    assert_eq!(c.find(id, "42"), None);
}

#[test]
fn a_connection_that_is_removed_takes_its_rows_along_and_gets_its_number_back() {
    let (mut c, id) = one_source();
    let other = c.add_source("eu").expect("room");
    whole(&mut c, id, 1, &rows(&["a"], "active"));
    whole(&mut c, other, 1, &rows(&["a"], "active"));
    c.remove_source(id);
    assert_eq!((c.len(), c.find(id, "a")), (1, None));
    assert!(!c.begin(id, 2, Provenance::Network, Timestamp(1)));
    assert_eq!(c.add_source("us-east-1"), Some(id));
    assert!(c.source(id).is_some_and(|s| s.is_empty()));
    assert_eq!(c.find_source("eu"), Some(other));
}

#[test]
fn dependents_are_the_rows_that_name_the_image_as_origin() {
    let (mut c, id) = one_source();
    let mut list = rows(&["a", "b", "c"], "active");
    list[1].origin = "a".into();
    whole(&mut c, id, 1, &list);
    let dependents: Vec<_> = c.dependents(id, "a").filter_map(|row| row.id().value()).collect();
    assert_eq!(dependents, ["b"]);
}

#[test]
fn it_can_be_kept_in_a_signal() {
    fn kept<T: Send + Sync + 'static>(_: &T) {}
    kept(&Catalogue::new());
    kept(&image_console_catalogue::Viewer::new());
    kept(&image_console_catalogue::Projection::default());
}
