//! Organizations and spaces, for their names (section 3.4).

use serde_json::{Value, json};

use super::access::Access;
use super::handle::Context;
use super::page::{self, Page};
use super::params::{PAGED, Params};
use super::problem::Problem;
use super::store::{Org, Space};
use super::{CloudFoundry, href};
use crate::wire::Response;

impl CloudFoundry {
    /// `GET /v3/organizations`
    pub(super) fn list_organizations(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let params = Params::read(context.request, &[&PAGED[..], &["names", "guids"]].concat())?;
        let (names, guids) = (params.list("names"), params.list("guids"));
        let seen = self.places.orgs.iter().enumerate().filter(|(at, _)| self.sees_org(*at, context));
        let rows = seen
            .map(|(_, org)| org)
            .filter(|org| has(&names, org.name) && has(&guids, &org.guid))
            .map(org_json)
            .collect();
        paged("/v3/organizations", &params, rows)
    }

    /// `GET /v3/organizations/{guid}`
    pub(super) fn get_organization(&self, guid: &str, context: &Context<'_>) -> Result<Response, Problem> {
        let mut seen = self.places.orgs.iter().enumerate().filter(|(at, _)| self.sees_org(*at, context));
        let org = seen.find(|(_, org)| org.guid == guid).map(|(_, org)| org);
        Ok(Response::json(200, &org_json(org.ok_or_else(|| Problem::missing("Organization"))?)))
    }

    /// `GET /v3/spaces`
    pub(super) fn list_spaces(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let params =
            Params::read(context.request, &[&PAGED[..], &["names", "guids", "organization_guids"]].concat())?;
        let (names, guids, orgs) =
            (params.list("names"), params.list("guids"), params.list("organization_guids"));
        let rows = self
            .seen_spaces(context)
            .filter(|space| {
                has(&names, space.name) && has(&guids, &space.guid) && has(&orgs, self.org_guid(space))
            })
            .map(|space| self.space_json(space))
            .collect();
        paged("/v3/spaces", &params, rows)
    }

    /// `GET /v3/spaces/{guid}`
    pub(super) fn get_space(&self, guid: &str, context: &Context<'_>) -> Result<Response, Problem> {
        let space = self.seen_spaces(context).find(|space| space.guid == guid);
        Ok(Response::json(200, &self.space_json(space.ok_or_else(|| Problem::missing("Space"))?)))
    }

    fn seen_spaces<'a>(&'a self, context: &'a Context<'_>) -> impl Iterator<Item = &'a Space> {
        let spaces = self.places.spaces.iter().enumerate();
        spaces.filter(|(at, _)| self.access(context.user, *at) > Access::Nothing).map(|(_, space)| space)
    }

    fn sees_org(&self, org: usize, context: &Context<'_>) -> bool {
        let mut spaces = self.places.spaces.iter().enumerate();
        spaces.any(|(at, space)| space.org == org && self.access(context.user, at) > Access::Nothing)
    }

    /// The guid of a space's organization.
    pub(super) fn org_guid(&self, space: &Space) -> &str {
        self.places.orgs.get(space.org).map_or("", |org| org.guid.as_str())
    }

    fn space_json(&self, space: &Space) -> Value {
        let org = self.org_guid(space);
        json!({
            "guid": space.guid, "name": space.name, "created_at": "2023-01-09T08:00:00Z", "updated_at": "2023-01-09T08:00:00Z",
            "relationships": {"organization": {"data": {"guid": org}}, "quota": {"data": null}},
            "metadata": {"labels": {}, "annotations": {}},
            "links": {
                "self": {"href": href(&format!("/v3/spaces/{}", space.guid))},
                "organization": {"href": href(&format!("/v3/organizations/{org}"))},
            },
        })
    }
}

fn org_json(org: &Org) -> Value {
    json!({
        "guid": org.guid, "name": org.name, "suspended": org.suspended,
        "created_at": "2023-01-09T08:00:00Z", "updated_at": "2023-01-09T08:00:00Z",
        "relationships": {"quota": {"data": {"guid": "b7887f5c-34bb-40c5-9778-577572e4fb2d"}}},
        "metadata": {"labels": {}, "annotations": {}},
        "links": {"self": {"href": href(&format!("/v3/organizations/{}", org.guid))}},
    })
}

fn has(list: &Option<Vec<String>>, value: &str) -> bool {
    list.as_ref().is_none_or(|list| list.iter().any(|wanted| wanted == value))
}

fn paged(path: &str, params: &Params, mut rows: Vec<Value>) -> Result<Response, Problem> {
    let page = Page::read(params)?;
    page::sort(params, &mut rows, |row, field| {
        row.get(field).and_then(Value::as_str).unwrap_or_default().to_lowercase()
    })?;
    let pagination = page.pagination(path, params, rows.len());
    Ok(Response::json(200, &json!({"pagination": pagination, "resources": page.of(rows)})))
}
