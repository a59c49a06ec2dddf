//! Search (section 3.3).

use serde_json::json;

use super::Query;
use crate::marketplace::Marketplace;
use crate::marketplace::problem::Problem;
use crate::marketplace::store::{Upload, canonical, filter_word};
use crate::wire::{Request, Response};

impl Marketplace {
    /// `GET machineimages`
    pub(in crate::marketplace) fn search(&self, request: &Request) -> Result<Response, Problem> {
        let query = Query::of(request);
        let limit = query.number("limit", 30, 1..=100)?;
        let offset = query.number("offset", 0, 0..=usize::MAX)?;
        let keyword = query.text("keyword").unwrap_or_default().to_lowercase();
        let statuses = statuses(query.text("machineimagestatus"))?;
        let descends = match query.text("sortorder") {
            None | Some("ASC") => false,
            Some("DESC") => true,
            Some(other) => return Err(Problem::invalid(format!("sortorder {other}"))),
        };
        let has = |upload: &&Upload| {
            let status = canonical(upload.text("statusName"));
            let is_asked =
                statuses.as_ref().is_none_or(|asked| status.is_some_and(|status| asked.contains(&status)));
            is_asked && (keyword.is_empty() || upload.label().to_lowercase().contains(&keyword))
        };
        // The newest first, unless an order is asked for.
        let mut found: Vec<_> = self.uploads.values().rev().filter(has).collect();
        match query.text("orderby") {
            None => {}
            Some("NAME") => found.sort_by_key(|upload| upload.text("application").to_lowercase()),
            Some("LASTUPDATEDATE") => found.sort_by_key(|upload| upload.text("lastModifiedDate").to_owned()),
            Some(other) => return Err(Problem::invalid(format!("orderby {other}"))),
        }
        if descends && query.text("orderby").is_some() {
            found.reverse();
        }
        let rows: Vec<_> =
            found.into_iter().skip(offset).take(limit).map(|upload| upload.row(&self.switches)).collect();
        Ok(Response::json(200, &json!({"items": rows})))
    }
}

/// The statuses of the filter; only the documented spellings are understood.
fn statuses(text: Option<&str>) -> Result<Option<Vec<&'static str>>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let known =
        |word: &str| filter_word(word).ok_or_else(|| Problem::invalid(format!("machineimagestatus {word}")));
    text.split(',').map(known).collect::<Result<_, _>>().map(Some)
}
