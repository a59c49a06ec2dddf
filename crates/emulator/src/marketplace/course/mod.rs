//! How an upload goes on by itself: a course is a list of steps, each at its time. Words in the
//! upload's names choose it.

mod apply;
mod turns;

use super::store::Centre;
use crate::parts::word;

/// One change of an upload.
#[derive(Clone, Debug)]
pub enum Step {
    /// Its overall status.
    Status(&'static str),
    /// Chunks that have come, of so many.
    Chunks(i64, i64),
    /// Rows for these data centres, where they are missing.
    Centres(Vec<Centre>),
    /// Status and percent of one data centre.
    Centre(Centre, &'static str, i64),
    /// An odd text for the progress of one data centre.
    Progress(usize, &'static str),
    /// The row of one data centre goes away.
    Lose(usize),
    /// The upload is not known any more.
    Vanish,
}

/// A course that differs from the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing more is heard after the last data centre's 47 %.
    Stalls,
    /// Nothing more is heard after the virus scan has begun.
    StallsInScan,
    /// The last data centre falls from 60 to 20 %; chunks fall as well.
    GoesBack,
    /// From in progress back to the virus scan, and on.
    Rescans,
    /// 404 from the middle on.
    Vanishes,
    /// The first data centre fails, and with it all.
    Fails,
    /// The first data centre fails, the others complete, the whole has failed.
    PartFails,
    /// The virus scan ends it.
    Rejected,
    /// Statuses in the middle that no document names.
    OddStatus,
    /// A last status that no document names.
    EndsOdd,
    /// Progress without a percent sign, empty, and in words.
    OddProgress,
    /// Completed, then in progress, then completed again.
    Reopens,
    /// Data centres appear shortly before the end.
    LateCentres,
    /// Data centres never appear.
    NoCentres,
    /// The last data centre's row goes away and comes back.
    LosesCentre,
    /// The chunks do not fit together.
    MergeFails,
}

const WORDS: &[(&str, Turn)] = &[
    ("stalls", Turn::Stalls),
    ("stalls-in-scan", Turn::StallsInScan),
    ("goes-back", Turn::GoesBack),
    ("rescans", Turn::Rescans),
    ("vanishes", Turn::Vanishes),
    ("fails", Turn::Fails),
    ("part-fails", Turn::PartFails),
    ("rejected", Turn::Rejected),
    ("odd-status", Turn::OddStatus),
    ("ends-odd", Turn::EndsOdd),
    ("odd-progress", Turn::OddProgress),
    ("reopens", Turn::Reopens),
    ("late-centres", Turn::LateCentres),
    ("no-centres", Turn::NoCentres),
    ("loses-centre", Turn::LosesCentre),
    ("merge-fails", Turn::MergeFails),
];

/// The turn that an upload's names ask for.
pub fn turn(label: &str) -> Option<Turn> {
    word(label, WORDS)
}

/// From where an upload goes on.
#[derive(Clone, Debug)]
pub struct Start {
    /// The data centres it goes to, one after another.
    pub centres: Vec<Centre>,
    /// Chunks that have come and chunks in all, when another client is still sending them.
    pub chunks: Option<(i64, i64)>,
    /// False for a copy, which was scanned when it was uploaded.
    pub scan: bool,
}

/// The steps, each with its time in thousandths of the whole.
pub fn steps(start: &Start, turn: Option<Turn>) -> Vec<(i64, Step)> {
    let mut steps = vec![(0, Step::Status("Initiated"))];
    if let Some((done, all)) = start.chunks {
        steps.extend(chunks(done, all, turn));
    }
    steps.push((220, Step::Status("Pending")));
    if start.scan {
        steps.push((260, Step::Status("Virus Scan In Progress")));
    }
    steps.push((320, Step::Status("In Progress")));
    steps.push((320, Step::Centres(start.centres.clone())));
    let width = 640 / i64::try_from(start.centres.len()).unwrap_or(1).max(1);
    for (number, centre) in (0..).zip(&start.centres) {
        let last = number + 1 == start.centres.len() as i64;
        steps.extend(progress(*centre, 320 + width * number, width, last, turn));
    }
    steps.push((1000, Step::Status("Completed")));
    match turn {
        Some(turn) => turns::take(steps, start, turn),
        None => steps,
    }
}

fn chunks(done: i64, all: i64, turn: Option<Turn>) -> Vec<(i64, Step)> {
    let mut steps = vec![(0, Step::Chunks(done, all))];
    let missing = (all - done).max(0);
    for tenth in 1..=10 {
        let come = done + missing * tenth / 10;
        // Two chunks turn out to be damaged and have to be sent again.
        let come =
            if turn == Some(Turn::GoesBack) && tenth == 6 { (come - 2 - missing / 5).max(0) } else { come };
        steps.push((20 * tenth, Step::Chunks(come, all)));
    }
    steps
}

/// One data centre's way from 0 to 100 %.
fn progress(centre: Centre, from: i64, width: i64, last: bool, turn: Option<Turn>) -> Vec<(i64, Step)> {
    let percents: [i64; 9] = match turn {
        Some(Turn::GoesBack) if last => [1, 20, 40, 60, 20, 35, 55, 80, 100],
        _ => [1, 12, 25, 36, 47, 60, 73, 88, 100],
    };
    let word = if turn == Some(Turn::OddStatus) && last { "Replicating" } else { "In Progress" };
    let step = |(number, percent): (i64, i64)| {
        let status = if percent == 100 { "Completed" } else { word };
        (from + width * number / 9, Step::Centre(centre, status, percent))
    };
    (1..).zip(percents).map(step).collect()
}
