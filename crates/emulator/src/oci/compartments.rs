//! The tenancy's compartments, who sees them, and ListCompartments (section 6.1).

use serde_json::{Value, json};

use super::Oci;
use super::accounts::{TENANCY, User};
use super::handle::{Context, with_next};
use super::ocid;
use super::page::{self, Key, Style};
use super::problem::Problem;
use crate::wire::Response;

/// A compartment.
#[derive(Clone, Copy, Debug)]
pub struct Compartment {
    /// Its name.
    pub name: &'static str,
    /// Name of the parent; empty for the root.
    parent: &'static str,
    state: &'static str,
    description: &'static str,
    time: &'static str,
    /// Whether only users with full rights see it.
    closed: bool,
}

/// All of them. The root is the tenancy itself and not among them.
pub const COMPARTMENTS: [Compartment; 6] = [
    Compartment {
        name: "shop",
        parent: "",
        state: "ACTIVE",
        description: "The web shop and what it runs on",
        time: "2019-02-11T09:30:00.000Z",
        closed: false,
    },
    Compartment {
        name: "shop-staging",
        parent: "shop",
        state: "ACTIVE",
        description: "The web shop before a release",
        time: "2020-06-03T07:12:44.120Z",
        closed: false,
    },
    Compartment {
        name: "build",
        parent: "",
        state: "ACTIVE",
        description: "Build machines",
        time: "2019-02-11T09:31:00.000Z",
        closed: false,
    },
    Compartment {
        name: "finance",
        parent: "",
        state: "ACTIVE",
        description: "Not for everybody",
        time: "2021-01-04T16:20:31.000Z",
        closed: true,
    },
    Compartment {
        name: "new-project",
        parent: "",
        state: "CREATING",
        description: "Just being made",
        time: "2024-06-30T23:59:59.000Z",
        closed: false,
    },
    Compartment {
        name: "old-project",
        parent: "",
        state: "DELETED",
        description: "Deleted, and kept in the list for a while",
        time: "2017-08-21T11:00:00.000Z",
        closed: false,
    },
];

/// The OCID of a compartment by name; the tenancy's for a name that is none.
pub fn ocid_of(name: &str) -> String {
    match COMPARTMENTS.iter().position(|known| known.name == name) {
        Some(at) => ocid::fixed("compartment", "", at as u64),
        None => TENANCY.to_owned(),
    }
}

/// A compartment by OCID; the root has none.
fn by_ocid(ocid: &str) -> Option<&'static Compartment> {
    COMPARTMENTS.iter().find(|known| ocid_of(known.name) == ocid)
}

/// Whether an OCID is the tenancy's or one of its compartments'.
pub fn is_ours(ocid: &str) -> bool {
    ocid == TENANCY || by_ocid(ocid).is_some()
}

/// Whether a user sees what is in a compartment.
pub fn sees(user: &User, ocid: &str) -> bool {
    ocid == TENANCY || by_ocid(ocid).is_some_and(|known| user.full || !known.closed)
}

/// Whether a user changes what is in a compartment.
pub fn manages(user: &User, ocid: &str) -> bool {
    user.full && sees(user, ocid)
}

/// Whether something can be put into a compartment.
pub fn is_active(ocid: &str) -> bool {
    ocid == TENANCY || by_ocid(ocid).is_some_and(|known| known.state == "ACTIVE")
}

/// The compartment that a list is of; 404 when the user does not see it.
pub fn listed<'a>(context: &'a Context<'_>) -> Result<&'a str, Problem> {
    let ocid = context.query.required("compartmentId")?;
    if sees(context.user, ocid) { Ok(ocid) } else { Err(Problem::not_found()) }
}

/// Whether a list goes into the tree below; 400 anywhere but at the root.
pub fn in_subtree(context: &Context<'_>, compartment: &str) -> Result<bool, Problem> {
    let subtree = context.query.switch("compartmentIdInSubtree")?.unwrap_or(false);
    if subtree && compartment != TENANCY {
        return Err(Problem::invalid("compartmentIdInSubtree can be true for the root compartment only."));
    }
    Ok(subtree)
}

impl Oci {
    pub(super) fn list_compartments(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let query = context.query;
        let parent = listed(context)?;
        let subtree = in_subtree(context, parent)?;
        let accessible = query.word("accessLevel", &["ANY", "ACCESSIBLE"])? == "ACCESSIBLE";
        let (by, descending) = query.order(&["TIMECREATED", "NAME"])?;
        let fits = |one: &&Compartment| {
            (subtree || ocid_of(one.parent) == parent)
                && (!accessible || sees(context.user, &ocid_of(one.name)))
                && query.text("name").is_none_or(|name| name == one.name)
                && query.text("lifecycleState").is_none_or(|state| state.eq_ignore_ascii_case(one.state))
        };
        let key = |one: &Compartment| {
            let text = if by == "NAME" { one.name } else { one.time };
            Key { group: 0, text: text.into(), id: ocid_of(one.name) }
        };
        let rows = COMPARTMENTS.iter().filter(fits).map(|one| (key(one), shown(one, context.user))).collect();
        let page = page::cut(rows, query, Style { descending, gap: false })?;
        Ok(with_next(Response::json(200, &page.rows.into()), page.next))
    }

    /// The OCID of a compartment; the tenancy's for `""` and for any other name.
    pub fn compartment(&self, name: &str) -> String {
        ocid_of(name)
    }
}

fn shown(one: &Compartment, user: &User) -> Value {
    let id = ocid_of(one.name);
    json!({
        "id": id, "compartmentId": ocid_of(one.parent), "name": one.name, "description": one.description,
        "timeCreated": one.time, "lifecycleState": one.state, "inactiveStatus": null,
        "isAccessible": sees(user, &id), "freeformTags": {}, "definedTags": {},
    })
}
