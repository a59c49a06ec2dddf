//! How a job goes on: steps, each at its time. A word in the instance's name chooses another course.

use serde_json::{Value, json};

use crate::cloud_foundry::problem::item;
use crate::parts::word;

/// One change of a job.
#[derive(Clone, Debug)]
pub enum Step {
    /// Its state.
    State(&'static str),
    /// Its errors.
    Errors(Vec<Value>),
    /// Its warnings.
    Warnings(Vec<Value>),
    /// What the broker says of the instance meanwhile.
    Says(&'static str),
    /// The work is done.
    Done,
    /// The work has failed.
    Failed(&'static str),
    /// The instance goes away.
    LoseInstance,
    /// The job is forgotten.
    Purge,
}

/// A course that differs from the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Fails,
    FailsSilently,
    FailsOften,
    TimesOut,
    Warns,
    ErrorsOnTheWay,
    Purged,
    PurgedFails,
    PurgedUnclear,
    Stalls,
    GoesBack,
    OddState,
    EndsOdd,
    Reopens,
    LosesInstance,
}

const WORDS: &[(&str, Turn)] = &[
    ("job-fails", Turn::Fails),
    ("job-fails-silently", Turn::FailsSilently),
    ("job-many-errors", Turn::FailsOften),
    ("job-times-out", Turn::TimesOut),
    ("job-warns", Turn::Warns),
    ("job-errors-on-the-way", Turn::ErrorsOnTheWay),
    ("job-purged", Turn::Purged),
    ("job-purged-fails", Turn::PurgedFails),
    ("job-purged-unclear", Turn::PurgedUnclear),
    ("job-stalls", Turn::Stalls),
    ("job-goes-back", Turn::GoesBack),
    ("job-odd-state", Turn::OddState),
    ("job-ends-odd", Turn::EndsOdd),
    ("job-reopens", Turn::Reopens),
    ("job-loses-instance", Turn::LosesInstance),
];

const UNREADABLE: &str = "restore could not be completed: backup artifact is not readable";

/// The steps of a job on an instance of this name, each with its time in thousandths of the whole.
pub fn steps(name: &str) -> Vec<(i64, Step)> {
    let begin = [
        (0, Step::State("PROCESSING")),
        (80, Step::State("POLLING")),
        (80, Step::Says("The broker has taken the request on")),
        (450, Step::Says("Data is being transferred: 2 of 5 parts")),
        (750, Step::Says("Data is being transferred: 4 of 5 parts")),
    ];
    let mut steps = Vec::from(begin);
    let failed = |errors: Vec<Value>| {
        vec![(1000, Step::State("FAILED")), (1000, Step::Errors(errors)), (1000, Step::Failed(UNREADABLE))]
    };
    let complete = || vec![(1000, Step::State("COMPLETE")), (1000, Step::Done)];
    let unable = || item(10009, "CF-UnableToPerform", UNREADABLE);
    steps.extend(match word(name, WORDS) {
        None => complete(),
        Some(Turn::Fails) => failed(vec![unable()]),
        Some(Turn::FailsSilently) => failed(Vec::new()),
        Some(Turn::FailsOften) => failed(vec![
            unable(),
            item(
                270_020,
                "CF-ServiceBrokerRequestRejected",
                "The service broker rejected the request: volume 2 is missing",
            ),
            item(10001, "UnknownError", "An unknown error occurred."),
        ]),
        Some(Turn::TimesOut) => {
            failed(vec![item(290_006, "CF-JobTimeout", "The job execution has timed out.")])
        }
        Some(Turn::Warns) => {
            let warnings = vec![
                json!({"detail": "The instance was restarted."}),
                json!({"detail": "Two users had no password, and were not restored."}),
            ];
            [vec![(450, Step::Warnings(warnings))], complete()].concat()
        }
        Some(Turn::ErrorsOnTheWay) => {
            let on_the_way = vec![(300, Step::Errors(vec![unable()])), (700, Step::Errors(Vec::new()))];
            [on_the_way, complete()].concat()
        }
        Some(Turn::Purged) => vec![(500, Step::Purge), (1000, Step::Done)],
        Some(Turn::PurgedFails) => vec![(500, Step::Purge), (1000, Step::Failed(UNREADABLE))],
        Some(Turn::PurgedUnclear) => vec![(500, Step::Purge)],
        Some(Turn::Stalls) => Vec::new(),
        Some(Turn::GoesBack) => {
            [vec![(400, Step::State("PROCESSING")), (600, Step::State("POLLING"))], complete()].concat()
        }
        Some(Turn::OddState) => {
            [vec![(400, Step::State("REPLAYING")), (700, Step::State("POLLING"))], complete()].concat()
        }
        Some(Turn::EndsOdd) => vec![(1000, Step::State("ARCHIVED")), (1000, Step::Done)],
        Some(Turn::Reopens) => {
            [complete(), vec![(1100, Step::State("PROCESSING")), (1300, Step::State("COMPLETE"))]].concat()
        }
        Some(Turn::LosesInstance) => {
            let gone = vec![item(10010, "CF-ResourceNotFound", "Service instance not found")];
            [vec![(500, Step::LoseInstance)], failed(gone)].concat()
        }
    });
    steps
}
