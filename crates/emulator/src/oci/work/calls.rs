//! The calls that read work requests, and how one begins.

use super::WorkRequest;
use crate::control::mishap::takes_seconds;
use crate::oci::Oci;
use crate::oci::compartments;
use crate::oci::handle::{Context, with_next};
use crate::oci::ocid;
use crate::oci::page::{self, Key, Style};
use crate::oci::problem::Problem;
use crate::oci::sentinel;
use crate::time::SECOND;
use crate::wire::Response;

impl Oci {
    /// Begins work on an image; `texts` may hold what changes its length and its end.
    pub(in crate::oci) fn begin(
        &mut self,
        operation: &'static str,
        image: (&str, &str),
        texts: Vec<String>,
        context: &Context<'_>,
    ) -> Result<WorkRequest, Problem> {
        let (id, compartment) = image;
        let asked = texts.iter().find_map(|text| takes_seconds(text));
        let length = asked.map_or(self.switches.work_ms, |seconds| seconds * SECOND);
        let key = self.region(context.region)?.key;
        let work = WorkRequest {
            id: ocid::ocid("coreservicesworkrequest", key, &mut self.rng),
            compartment: compartment.to_owned(),
            resource: id.to_owned(),
            operation,
            accepted: context.now,
            ends: context.now + length,
            ending: sentinel::ending(&texts),
            texts,
        };
        self.region_mut(context.region)?.work.push(work.clone());
        Ok(work)
    }

    /// Names the work request in an answer, unless a switch or a name keeps it from being named.
    pub(in crate::oci) fn name_work(&self, response: &mut Response, work: &WorkRequest) {
        let silent = work.texts.iter().any(|text| text.contains("without-work-request"));
        if self.switches.work_requests && !silent {
            response.headers.push("opc-work-request-id", work.id.as_str());
        }
    }

    fn work_request(&self, id: &str, context: &Context<'_>) -> Result<&WorkRequest, Problem> {
        let found = self.region(context.region)?.work.iter().find(|work| work.id == id);
        found
            .filter(|work| compartments::sees(context.user, &work.compartment))
            .ok_or_else(Problem::not_found)
    }

    pub(in crate::oci) fn get_work_request(
        &self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        Ok(Response::json(200, &self.work_request(id, context)?.shown(context.now)))
    }

    pub(in crate::oci) fn list_work_requests(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let compartment = compartments::listed(context)?;
        let resource = context.query.text("resourceId");
        let work = self.region(context.region)?.work.iter();
        let fits = |work: &&WorkRequest| {
            work.compartment == compartment && resource.is_none_or(|resource| work.resource == resource)
        };
        let key = |work: &WorkRequest| Key { group: 0, text: place(work.accepted), id: work.id.clone() };
        let rows = work.filter(fits).map(|work| (key(work), work.summary(context.now))).collect();
        let page = page::cut(rows, context.query, Style { descending: true, gap: false })?;
        Ok(with_next(Response::json(200, &page.rows.into()), page.next))
    }

    pub(in crate::oci) fn list_work_request_errors(
        &self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        entries(self.work_request(id, context)?.errors(context.now), context)
    }

    pub(in crate::oci) fn list_work_request_logs(
        &self,
        id: &str,
        context: &Context<'_>,
    ) -> Result<Response, Problem> {
        entries(self.work_request(id, context)?.logs(context.now), context)
    }
}

/// A time as a text that sorts like the number.
fn place(at: i64) -> String {
    format!("{at:016}")
}

fn entries(entries: Vec<(i64, serde_json::Value)>, context: &Context<'_>) -> Result<Response, Problem> {
    let descending = context.query.word("sortOrder", &["DESC", "ASC"])? == "DESC";
    let key = |at: i64, number: usize| Key {
        group: 0,
        text: format!("{}-{number:04}", place(at)),
        id: String::new(),
    };
    let rows =
        entries.into_iter().enumerate().map(|(number, (at, entry))| (key(at, number), entry)).collect();
    let page = page::cut(rows, context.query, Style { descending, gap: false })?;
    Ok(with_next(Response::json(200, &page.rows.into()), page.next))
}
