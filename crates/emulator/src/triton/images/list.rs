//! ListImages (section 4.1).

use crate::Uuid;
use crate::triton::Triton;
use crate::triton::handle::Context;
use crate::triton::problem::Problem;
use crate::triton::store::{Record, is_listed, list_text};
use crate::wire::Response;

const STATES: [&str; 6] = ["active", "disabled", "unactivated", "creating", "failed", "all"];

/// The filters of one list, read and checked.
struct Filters {
    name: Option<String>,
    version: Option<String>,
    os: Option<String>,
    kind: Kind,
    public: Option<bool>,
    owner: Option<Uuid>,
    state: String,
}

/// What the field `type` has to be.
enum Kind {
    Is(String),
    IsNot(String),
}

impl Triton {
    pub(in crate::triton) fn list_images(&self, context: &Context<'_>) -> Result<Response, Problem> {
        let filters = Filters::read(context)?;
        let account = context.actor.uuid;
        let images = self.datacenters.get(context.datacenter).map(|datacenter| &datacenter.images);
        let listed = images
            .into_iter()
            .flat_map(|images| images.iter())
            .filter(|record| is_listed(record, account, &filters.state) && filters.admit(record));
        Ok(Response::json_text(200, list_text(listed, context.version)))
    }
}

impl Filters {
    fn read(context: &Context<'_>) -> Result<Self, Problem> {
        let params = context.params;
        let state = params.word("state").unwrap_or_else(|| "active".into());
        if !STATES.contains(&state.as_str()) {
            return Err(Problem::invalid_parameter("state", format!("invalid state: \"{state}\"")));
        }
        let public = match params.word("public").as_deref() {
            None => None,
            Some("true") => Some(true),
            Some("false") => Some(false),
            Some(other) => {
                return Err(Problem::invalid_parameter("public", format!("invalid public: \"{other}\"")));
            }
        };
        let owner = match params.word("owner") {
            None => None,
            Some(text) => Some(Uuid::parse(&text).ok_or_else(|| {
                Problem::invalid_parameter("owner", format!("invalid owner: \"{text}\" is not a UUID"))
            })?),
        };
        Ok(Self {
            name: params.word("name"),
            version: params.word("version"),
            os: params.word("os"),
            kind: Kind::read(params.word("type"), context.version >= (8, 0, 0))?,
            public,
            owner,
            state,
        })
    }

    fn admit(&self, record: &Record) -> bool {
        let parts = &record.parts;
        let text = |wanted: &Option<String>, value: &str| match wanted.as_deref() {
            None => true,
            Some(wanted) => match wanted.strip_prefix('~') {
                Some(part) => value.contains(part),
                None => value == wanted,
            },
        };
        self.kind.admits(&parts.kind)
            && text(&self.name, &parts.name)
            && text(&self.version, &parts.version)
            && self.os.as_deref().is_none_or(|os| os == parts.os)
            && self.public.is_none_or(|public| public == parts.public)
            && self.owner.is_none_or(|owner| owner == parts.owner)
    }
}

impl Kind {
    /// Without a filter docker images are hidden. Up to version 7 there are two words only.
    fn read(asked: Option<String>, new_words: bool) -> Result<Self, Problem> {
        match (asked.as_deref(), new_words) {
            (None, _) => Ok(Self::IsNot("docker".into())),
            (Some("virtualmachine"), false) => Ok(Self::Is("zvol".into())),
            (Some("smartmachine"), false) => Ok(Self::IsNot("zvol".into())),
            (Some(other), false) => {
                Err(Problem::invalid_argument(format!("image type {other} is not a valid type")))
            }
            (Some(word), true) => Ok(match word.strip_prefix('!') {
                Some(word) => Self::IsNot(word.into()),
                None => Self::Is(word.into()),
            }),
        }
    }

    fn admits(&self, kind: &str) -> bool {
        match self {
            Self::Is(word) => kind == word,
            Self::IsNot(word) => kind != word,
        }
    }
}
