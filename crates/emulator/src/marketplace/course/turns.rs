//! The turns an upload can take, as changes to the usual steps.

use super::{Start, Step, Turn};
use crate::marketplace::store::Centre;

/// The steps with the turn in them.
pub fn take(mut steps: Vec<(i64, Step)>, start: &Start, turn: Turn) -> Vec<(i64, Step)> {
    let first = start.centres.first().copied();
    let last = start.centres.last().copied();
    match turn {
        Turn::GoesBack => {}
        Turn::Stalls => end_after(&mut steps, last, 47),
        Turn::StallsInScan => steps.retain(|(at, _)| *at < 320),
        Turn::Rescans => {
            insert(&mut steps, 500, Step::Status("Virus Scan In Progress"));
            insert(&mut steps, 560, Step::Status("In Progress"));
        }
        Turn::Vanishes => {
            steps.retain(|(at, _)| *at < 600);
            steps.push((600, Step::Vanish));
        }
        Turn::Fails => {
            end_after(&mut steps, first, 47);
            let at = steps.last().map_or(0, |(at, _)| *at) + 20;
            steps.extend(first.map(|centre| (at, Step::Centre(centre, "Failed", 47))));
            steps.push((at, Step::Status("Failed")));
        }
        Turn::PartFails => {
            let is_first = |centre: &Centre| Some(centre.at) == first.map(|first| first.at);
            for (_, step) in &mut steps {
                match step {
                    Step::Centre(centre, status, percent) if is_first(centre) && *percent > 25 => {
                        (*status, *percent) = ("Failed", 25);
                    }
                    Step::Status(status) if *status == "Completed" => *status = "Failed",
                    _ => {}
                }
            }
        }
        Turn::Rejected => {
            steps.retain(|(at, _)| *at < 320);
            steps.push((320, Step::Status("Rejected")));
        }
        Turn::OddStatus => {
            insert(&mut steps, 500, Step::Status("Awaiting Approval"));
            insert(&mut steps, 700, Step::Status("In Progress"));
        }
        Turn::EndsOdd => replace_end(&mut steps, "Archived"),
        Turn::OddProgress => {
            // The last thing said before it completes.
            let texts = [(640, "57"), (700, "about 60 %"), (760, ""), (820, "150%")];
            let at = last.map_or(0, |centre| centre.at);
            steps.retain(|(time, step)| {
                !matches!(step, Step::Centre(centre, _, percent) if centre.at == at && *percent < 100 && *time > 640)
            });
            texts.into_iter().for_each(|(time, text)| insert(&mut steps, time, Step::Progress(at, text)));
        }
        Turn::Reopens => {
            steps.push((1100, Step::Status("In Progress")));
            steps.push((1300, Step::Status("Completed")));
        }
        Turn::LateCentres => {
            steps.retain(|(_, step)| !matches!(step, Step::Centres(_) | Step::Centre(..)));
            insert(&mut steps, 940, Step::Centres(start.centres.clone()));
            for centre in &start.centres {
                insert(&mut steps, 980, Step::Centre(*centre, "Completed", 100));
            }
        }
        Turn::NoCentres => steps.retain(|(_, step)| !matches!(step, Step::Centres(_) | Step::Centre(..))),
        Turn::LosesCentre => {
            insert(&mut steps, 480, Step::Lose(last.map_or(0, |centre| centre.at)));
            insert(&mut steps, 600, Step::Centres(last.into_iter().collect()));
        }
        Turn::MergeFails => {
            steps.retain(|(at, _)| *at < 260);
            steps.push((260, Step::Status("Failed")));
        }
    }
    steps
}

fn insert(steps: &mut Vec<(i64, Step)>, at: i64, step: Step) {
    let place = steps.iter().position(|(time, _)| *time > at).unwrap_or(steps.len());
    steps.insert(place, (at, step));
}

/// Leaves nothing after a data centre's percentage.
fn end_after(steps: &mut Vec<(i64, Step)>, centre: Option<Centre>, percent: i64) {
    let is = |step: &Step| matches!(step, Step::Centre(of, _, at) if *at == percent && centre.is_some_and(|centre| centre.at == of.at));
    if let Some(place) = steps.iter().position(|(_, step)| is(step)) {
        steps.truncate(place + 1);
    }
}

fn replace_end(steps: &mut [(i64, Step)], status: &'static str) {
    if let Some((_, step)) = steps.last_mut() {
        *step = Step::Status(status);
    }
}
