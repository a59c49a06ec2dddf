//! From method and path to a call.

use super::problem::Problem;
use crate::wire::query;

/// Every path of the API starts so (section 1).
const PREFIX: &str = "/appstore/publisher/v1/";

/// A call of the API, with what its path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// `GET authenticate` (section 1.1, way A)
    Authenticate,
    /// `POST /oam/oauth2/tokens` (section 1.1, way B)
    Tokens,
    /// `GET machineimages` (section 3.3)
    Search,
    /// `POST machineimages` (section 3.4)
    Create,
    /// `GET machineimages/{id}` (section 3.1)
    Status(i64),
    /// `HEAD machineimages/{id}` (section 3.2)
    ShortStatus(i64),
    /// `POST machineimages/{id}/chunk` (section 3.5)
    Chunk(i64),
    /// `PATCH machineimages/{id}` (section 3.5)
    Merge(i64),
    /// `DELETE machineimages/{id}` (section 3.6)
    Delete(i64),
    /// `GET storageimages` (section 3.7)
    ListStored,
    /// `GET storageimages/{path}` (section 3.7)
    Stored(String),
    /// `POST storageimages/{path}` (section 3.7)
    Copy(String),
}

/// Finds the call.
pub fn find(method: &str, path: &str) -> Result<Call, Problem> {
    if path == "/oam/oauth2/tokens" {
        return if method == "POST" { Ok(Call::Tokens) } else { Err(not_allowed("POST")) };
    }
    let rest = path.strip_prefix(PREFIX).ok_or_else(Problem::not_found)?;
    let (area, item) = rest.split_once('/').unwrap_or((rest, ""));
    match (area, item, method) {
        ("authenticate", "", "GET") => Ok(Call::Authenticate),
        ("authenticate", "", _) => Err(not_allowed("GET")),
        ("machineimages", "", "GET") => Ok(Call::Search),
        ("machineimages", "", "POST") => Ok(Call::Create),
        ("machineimages", "", _) => Err(not_allowed("GET, POST")),
        ("machineimages", item, method) => upload(item, method),
        ("storageimages", "", "GET") => Ok(Call::ListStored),
        ("storageimages", "", _) => Err(not_allowed("GET")),
        // Slashes of the path stay unencoded in the address; an encoded one does as well here.
        ("storageimages", item, "GET") => Ok(Call::Stored(query::segment(item))),
        ("storageimages", item, "POST") => Ok(Call::Copy(query::segment(item))),
        ("storageimages", _, _) => Err(not_allowed("GET, POST")),
        _ => Err(Problem::not_found()),
    }
}

fn upload(item: &str, method: &str) -> Result<Call, Problem> {
    let (id, rest) = item.split_once('/').unwrap_or((item, ""));
    let id = id.parse::<i64>().map_err(|_| Problem::invalid(format!("uploadRequestId {id}")));
    match (rest, method) {
        ("", "GET") => Ok(Call::Status(id?)),
        ("", "HEAD") => Ok(Call::ShortStatus(id?)),
        ("", "PATCH") => Ok(Call::Merge(id?)),
        ("", "DELETE") => Ok(Call::Delete(id?)),
        ("", _) => Err(not_allowed("GET, HEAD, PATCH, DELETE")),
        ("chunk", "POST") => Ok(Call::Chunk(id?)),
        ("chunk", _) => Err(not_allowed("POST")),
        _ => Err(Problem::not_found()),
    }
}

fn not_allowed(methods: &'static str) -> Problem {
    Problem::new(405, "Method Not Allowed").header("Allow", methods)
}
