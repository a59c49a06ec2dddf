//! How long a large catalogue takes. Prints; asserts nothing about time, which depends on the
//! machine. `cargo test --release -p image-console-catalogue --test timings -- --ignored --nocapture`

#![allow(clippy::expect_used, clippy::print_stdout, reason = "all of this file is test")]

use image_console_catalogue::{
    Catalogue, Choice, Column, Direction, Facet, Provenance, Query, RowDraft, Sort, Splitter, View, Viewer,
};
use image_console_core::time::Timestamp;
use std::time::Instant;

/// A row like those of a large Triton account.
fn draft(n: u64) -> RowDraft<'static> {
    let mixed = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let of = |words: &[&'static str]| words[(mixed >> 40) as usize % words.len()];
    let uuid =
        |n: u64| format!("{:08x}-{:04x}-11e3-97ab-2faa{:08x}", n >> 32, n >> 16 & 0xffff, n & 0xffff_ffff);
    RowDraft {
        id: uuid(mixed).into(),
        name: format!("{}-{}", of(&["base", "Minimal", "web-golden", "debian"]), mixed >> 52).into(),
        version: format!("{}.{}.{}", mixed >> 59, mixed >> 55 & 15, n % 7).into(),
        os: of(&["smartos", "linux", "bsd"]).into(),
        image_type: of(&["zone-dataset", "lx-dataset", "zvol"]).into(),
        state: of(&["active", "active", "active", "disabled", "failed"]).into(),
        visibility: of(&["public", "private"]).into(),
        owner: uuid(mixed >> 54).into(),
        size: ((mixed >> 30) as i64).into(),
        published: Timestamp((mixed >> 24) as i64).into(),
        keywords: "32-bit image with just essential packages installed. role os group base-32".into(),
        ..RowDraft::default()
    }
}

fn time<T>(what: &str, f: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let out = f();
    println!("{what:<44} {:>9.3} ms", start.elapsed().as_secs_f64() * 1000.0);
    out
}

#[test]
#[ignore = "prints timings"]
fn timings() {
    for rows in [10_000u64, 100_000] {
        println!("{rows} rows");
        let drafts: Vec<_> = (0..rows).map(draft).collect();
        let mut catalogue = Catalogue::new();
        let id = catalogue.add_source("one").expect("room");
        catalogue.begin(id, 1, Provenance::Network, Timestamp(0));
        time("append", || drafts.chunks(500).all(|some| catalogue.append(id, 1, some, 0)));
        catalogue.complete(id, 1, Timestamp(1));
        println!("{:<44} {:>9.1} MiB", "rows held", catalogue.footprint() as f64 / 1_048_576.0);
        let mut viewer = Viewer::new();
        let mut view = View::default();
        time("all rows, no sort", || viewer.project(&catalogue, &view));
        for column in [Column::Name, Column::Version, Column::Owner, Column::Published] {
            view.sort = Some(Sort { column, direction: Direction::Ascending });
            time(&format!("first sort by {}", column.key()), || viewer.project(&catalogue, &view));
        }
        time("the same again", || viewer.project(&catalogue, &view));
        for typed in ["b", "ba", "bas", "base", "base-1", "base", "2faa", "x", "golden 3 linux"] {
            view.query = Query::parse(typed);
            time(&format!("typed \"{typed}\", sorted"), || viewer.project(&catalogue, &view));
        }
        view.query = Query::default();
        view.facets.select(Facet::State, Choice::Is("failed".into()));
        view.facets.select(Facet::Os, Choice::Is("linux".into()));
        time("two facets, sorted", || viewer.project(&catalogue, &view));
        println!("{:<44} {:>9.1} MiB", "kept by the viewer", viewer.footprint() as f64 / 1_048_576.0);
        catalogue.begin(id, 2, Provenance::Network, Timestamp(0));
        time("refresh", || drafts.chunks(500).all(|some| catalogue.append(id, 2, some, 0)));
        println!(
            "{:<44} {:>9.1} MiB",
            "rows held during a refresh",
            catalogue.footprint() as f64 / 1_048_576.0
        );
        let element = include_str!("fixtures/triton-list.json").trim().trim_matches(['[', ']']);
        let body = format!("[{}]", vec![element; rows as usize / 2].join(","));
        time(&format!("split {} MB", body.len() / 1_000_000), || {
            let (mut splitter, mut bytes) = (Splitter::array(), 0);
            for piece in body.as_bytes().chunks(65_536) {
                splitter.push(piece, &mut |element| bytes += element.bytes.len());
            }
            assert_eq!(splitter.finish().expect("a list").elements, rows);
        });
    }
}
