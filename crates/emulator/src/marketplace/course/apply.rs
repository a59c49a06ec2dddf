//! Putting uploads on their way, and taking the steps that are due.

use serde_json::{Value, json};

use super::{Start, Step, Turn, steps, turn};
use crate::marketplace::Marketplace;
use crate::marketplace::store::{Centre, Place};
use crate::parts::seconds;
use crate::time::{self, SECOND};

/// Who changes an upload that goes on by itself, as the document's examples show.
const NOBODY: &str = "anonymous";

impl Marketplace {
    /// Takes all steps that are due.
    pub fn settle(&mut self, now: i64) {
        while let Some((at, (id, step))) = self.schedule.next_due(now) {
            self.step(id, step, at);
        }
        self.now = self.now.max(now);
    }

    /// Starts an upload on the course that its names ask for, or on the turn given.
    pub(in crate::marketplace) fn start(&mut self, id: i64, start: &Start, given: Option<Turn>, now: i64) {
        let Some(upload) = self.uploads.get(&id) else { return };
        let label = upload.label();
        let total = seconds(&label).map_or(self.switches.upload_ms, |seconds| seconds * SECOND);
        self.cancel(id);
        for (thousandths, step) in steps(start, given.or_else(|| turn(&label))) {
            self.schedule.at(now + total * thousandths / 1000, (id, step));
        }
        self.settle(now);
    }

    /// Nothing more happens to an upload by itself.
    pub(in crate::marketplace) fn cancel(&mut self, id: i64) {
        self.schedule.retain(|(other, _)| *other != id);
    }

    fn step(&mut self, id: i64, step: Step, at: i64) {
        if matches!(step, Step::Vanish) {
            self.uploads.remove(&id);
            self.cancel(id);
            return;
        }
        let Some(upload) = self.uploads.get_mut(&id) else { return };
        let fields = match step {
            Step::Status(status) => json!({"statusName": status}),
            Step::Chunks(come, all) => json!({"uploadedChunks": come, "pendingChunks": (all - come).max(0)}),
            _ => json!({}),
        };
        upload.touch(fields, NOBODY, at);
        match step {
            Step::Centres(centres) => {
                for centre in centres {
                    if upload.centre(centre.at).is_none()
                        && let Some(rows) = upload.centres()
                    {
                        rows.push(centre.row("Pending", 0, at));
                    }
                }
            }
            Step::Centre(centre, status, percent) => self.move_centre(id, centre, status, percent, at),
            Step::Progress(centre, text) => {
                if let Some(row) = upload.centre(centre) {
                    row.insert("uploadProgress".into(), json!(text));
                    row.insert("lastUpdatedDate".into(), json!(time::iso(at)));
                }
            }
            Step::Lose(centre) => {
                let gone = Centre { at: centre, ..Centre::default() }.row("", 0, at);
                let name = gone.get("dataCenterName").cloned().unwrap_or(Value::Null);
                if let Some(rows) = upload.centres() {
                    rows.retain(|row| row.get("dataCenterName") != Some(&name));
                }
            }
            Step::Status(_) | Step::Chunks(..) | Step::Vanish => {}
        }
    }

    fn move_centre(&mut self, id: i64, centre: Centre, status: &str, percent: i64, at: i64) {
        let Some(upload) = self.uploads.get_mut(&id) else { return };
        if let Some(row) = upload.centre(centre.at) {
            row.insert("statusName".into(), json!(status));
            row.insert("uploadProgress".into(), json!(format!("{percent}%")));
            row.insert("lastUpdatedDate".into(), json!(time::iso(at)));
        }
        if status == "Completed" {
            let place = Place { size: upload.size, modified: at, replica: centre.replica };
            self.storage.put(upload, centre.at, place);
        }
    }
}
