//! Search, facets and sort give what the plainest possible code gives, also while rows arrive,
//! change and go.

#![allow(clippy::expect_used, reason = "all of this file is test")]

mod common;

use common::{draft, numbered};
use image_console_catalogue::sort::compare_versions;
use image_console_catalogue::{
    Catalogue, Cell, Choice, Column, Direction, Facet, Provenance, Query, RowDraft, RowRef, Sort, View,
    Viewer,
};
use image_console_core::time::Timestamp;
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;

fn word<'a>(row: &RowRef<'a>, facet: Facet) -> Cell<&'a str> {
    match facet {
        Facet::Source => Cell::Value(row.connection()),
        Facet::Os => row.os(),
        Facet::Type => row.image_type(),
        Facet::State => row.state(),
        Facet::Visibility => row.visibility(),
        Facet::Owner => row.owner(),
    }
}

fn choice(row: &RowRef<'_>, facet: Facet) -> Choice {
    match word(row, facet) {
        Cell::Absent => Choice::Absent,
        Cell::Value(word) => Choice::Is(word.to_owned()),
        Cell::Wrong(raw) => Choice::Is(raw.into()),
    }
}

fn shown(cell: Cell<&str>) -> String {
    match cell {
        Cell::Absent => String::new(),
        Cell::Value(text) => text.to_owned(),
        Cell::Wrong(raw) => raw.into(),
    }
}

fn found(row: &RowRef<'_>, keywords: &str, typed: &str) -> bool {
    let texts = [
        row.name(),
        row.version(),
        row.id(),
        row.os(),
        row.image_type(),
        row.state(),
        row.visibility(),
        row.owner(),
    ];
    let mut texts: Vec<String> = texts.into_iter().map(|cell| shown(cell).to_lowercase()).collect();
    texts.push(keywords.to_lowercase());
    typed.to_lowercase().split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

fn passes(row: &RowRef<'_>, view: &View, but: Option<Facet>) -> bool {
    Facet::ALL.into_iter().filter(|facet| Some(*facet) != but).all(|facet| {
        let chosen = view.facets.get(facet);
        chosen.is_empty() || chosen.contains(&choice(row, facet))
    })
}

fn compare(a: &RowRef<'_>, b: &RowRef<'_>, sort: Sort) -> Ordering {
    fn by<T>(a: Cell<T>, b: Cell<T>, direction: Direction, order: impl Fn(&T, &T) -> Ordering) -> Ordering {
        let class = |cell: &Cell<T>| match cell {
            Cell::Value(_) => 0,
            Cell::Wrong(_) => 1,
            Cell::Absent => 2,
        };
        let classes = class(&a).cmp(&class(&b));
        let (Cell::Value(a), Cell::Value(b)) = (a, b) else { return classes };
        if direction == Direction::Ascending { order(&a, &b) } else { order(&b, &a) }
    }
    let folded = |a: &&str, b: &&str| a.to_lowercase().cmp(&b.to_lowercase());
    let d = sort.direction;
    match sort.column {
        Column::Name => by(a.name(), b.name(), d, folded),
        Column::Version => by(a.version(), b.version(), d, |a, b| compare_versions(a, b)),
        Column::Origin => by(a.origin(), b.origin(), d, Ord::cmp),
        Column::Id => by(a.id(), b.id(), d, Ord::cmp),
        Column::Size => by(a.size(), b.size(), d, Ord::cmp),
        Column::Published => by(a.published(), b.published(), d, Ord::cmp),
        column => {
            let facet = Facet::of(column).expect("a column of words");
            by(word(a, facet), word(b, facet), d, folded)
        }
    }
}

fn check(
    viewer: &mut Viewer,
    catalogue: &Catalogue,
    keywords: &dyn Fn(&RowRef<'_>) -> String,
    typed: &str,
    view: &View,
) {
    let projection = viewer.project(catalogue, view);
    let all: Vec<RowRef<'_>> = catalogue.sources().flat_map(|s| catalogue.rows(s.id())).collect();
    let matching: Vec<RowRef<'_>> =
        all.iter().copied().filter(|row| found(row, &keywords(row), typed)).collect();
    let mut expected: Vec<RowRef<'_>> =
        matching.iter().copied().filter(|row| passes(row, view, None)).collect();
    if let Some(sort) = view.sort {
        expected.sort_by(|a, b| compare(a, b, sort));
    }
    let expected: Vec<_> = expected.iter().map(RowRef::row_id).collect();
    assert_eq!(projection.rows, expected, "{view:?}");
    assert_eq!(projection.total, all.len());
    for count in &projection.sources {
        assert_eq!(count.visible, expected.iter().filter(|row| row.source() == count.source).count());
    }
    for facet in Facet::ALL {
        let mut counts: BTreeMap<Choice, usize> =
            view.facets.get(facet).iter().map(|c| (c.clone(), 0)).collect();
        for row in matching.iter().filter(|row| passes(row, view, Some(facet))) {
            *counts.entry(choice(row, facet)).or_default() += 1;
        }
        let values = projection.values(facet);
        assert!(values.windows(2).all(|w| w[0].count >= w[1].count));
        assert!(values.iter().all(|v| v.selected == view.facets.get(facet).contains(&v.choice)));
        let values: BTreeMap<Choice, usize> = values.iter().map(|v| (v.choice.clone(), v.count)).collect();
        assert_eq!(values, counts, "{facet:?} of {view:?}");
    }
}

fn sort() -> impl Strategy<Value = Option<Sort>> {
    let direction = prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)];
    let column = prop::sample::select(Column::ALL.to_vec());
    prop::option::weighted(
        0.8,
        (column, direction).prop_map(|(column, direction)| Sort { column, direction }),
    )
}

fn chosen() -> impl Strategy<Value = (Facet, Choice)> {
    let word = prop::sample::select(vec![
        "linux", "smartos", "zvol", "active", "failed", "public", "a", "one", "nowhere",
    ]);
    let choice =
        prop_oneof![1 => Just(Choice::Absent), 4 => word.prop_map(|word| Choice::Is(word.to_owned()))];
    (prop::sample::select(Facet::ALL.to_vec()), choice)
}

#[derive(Debug, Clone)]
enum Step {
    Type(String),
    Sort(Option<Sort>),
    Toggle((Facet, Choice)),
    Append(Vec<RowDraft<'static>>),
    Put(prop::sample::Index, Box<RowDraft<'static>>),
    Remove(prop::sample::Index),
    Refresh,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => "[aAäb1 ]{0,3}|linux|smart|a b|AC".prop_map(Step::Type),
        3 => sort().prop_map(Step::Sort),
        3 => chosen().prop_map(Step::Toggle),
        2 => prop::collection::vec(draft(), 0..8).prop_map(Step::Append),
        1 => (any::<prop::sample::Index>(), draft()).prop_map(|(at, row)| Step::Put(at, row.into())),
        1 => any::<prop::sample::Index>().prop_map(Step::Remove),
        1 => Just(Step::Refresh),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_view_kept_up_to_date_is_the_view_computed_anew(
        one in prop::collection::vec(draft(), 0..30),
        two in prop::collection::vec(draft(), 0..10),
        steps in prop::collection::vec(step(), 1..12),
    ) {
        let mut catalogue = Catalogue::new();
        let now = Timestamp(0);
        let ids = ["one", "two"].map(|name| catalogue.add_source(name).expect("room"));
        let mut rows = [numbered(one), numbered(two)];
        for (id, rows) in ids.iter().zip(&rows) {
            catalogue.begin(*id, 1, Provenance::Network, now);
            catalogue.append(*id, 1, rows, 0);
        }
        let mut viewer = Viewer::new();
        let mut view = View::default();
        let mut typed = String::new();
        let (mut generation, mut next_id) = (1, 1000);
        for step in steps {
            match step {
                Step::Type(text) => {
                    view.query = Query::parse(&text);
                    typed = text;
                }
                Step::Sort(sort) => view.sort = sort,
                Step::Toggle((facet, choice)) => view.facets.toggle(facet, choice),
                Step::Append(more) => {
                    next_id += 10;
                    let more: Vec<_> = more.into_iter().enumerate()
                        .map(|(n, row)| RowDraft { id: Cell::Value((next_id + n).to_string().into()), ..row }).collect();
                    catalogue.append(ids[0], generation, &more, 0);
                    rows[0].extend(more);
                }
                Step::Put(at, row) if !rows[0].is_empty() => {
                    let at = at.index(rows[0].len());
                    rows[0][at] = RowDraft { id: rows[0][at].id.clone(), ..*row };
                    catalogue.put(ids[0], &rows[0][at]);
                }
                Step::Remove(at) if !rows[0].is_empty() => {
                    let row = rows[0].remove(at.index(rows[0].len()));
                    catalogue.remove(ids[0], &row.id.value().expect("numbered"));
                }
                Step::Refresh => {
                    catalogue.complete(ids[0], generation, now);
                    generation += 1;
                    catalogue.begin(ids[0], generation, Provenance::Network, now);
                    catalogue.append(ids[0], generation, &rows[0], 0);
                    catalogue.complete(ids[0], generation, now);
                    generation += 1;
                    catalogue.begin(ids[0], generation, Provenance::Network, now);
                }
                Step::Put(..) | Step::Remove(_) => {}
            }
            let keywords = |row: &RowRef<'_>| {
                let source = usize::from(row.connection() == "two");
                let id = row.id().value().expect("numbered");
                let known = rows[source].iter().find(|draft| draft.id == Cell::Value(id.into()));
                known.map(|draft| draft.keywords.to_string()).unwrap_or_default()
            };
            // Rows that arrive behind a complete list are not shown yet.
            check(&mut viewer, &catalogue, &keywords, &typed, &view);
        }
    }
}
