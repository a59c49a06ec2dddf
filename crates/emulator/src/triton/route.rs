//! From method and path to a call.

use super::problem::Problem;
use crate::wire::query;

/// A call of the API, with what its path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// `GET /--ping`
    Ping,
    /// `GET /:login`
    GetAccount,
    /// `GET /:login/keys`
    ListKeys,
    /// `GET /:login/keys/:key`, by name or fingerprint
    GetKey(String),
    /// `GET /:login/images`
    ListImages,
    /// `POST /:login/images`: create, or import by its action
    PostImages,
    /// `GET /:login/images/:id`
    GetImage(String),
    /// `POST /:login/images/:id`: update, export, clone by its action
    PostImage(String),
    /// `DELETE /:login/images/:id`
    DeleteImage(String),
    /// `GET /:login/machines`
    ListMachines,
    /// `GET /:login/machines/:id`
    GetMachine(String),
    /// `GET /:login/datacenters`
    ListDatacenters,
    /// `GET /:login/datacenters/:name`
    GetDatacenter(String),
}

impl Call {
    /// The action name that roles are checked for (section 2.4).
    pub fn action(&self) -> &'static str {
        match self {
            Self::Ping => "ping",
            Self::GetAccount => "getaccount",
            Self::ListKeys => "listkeys",
            Self::GetKey(_) => "getkey",
            Self::ListImages => "listimages",
            Self::PostImages => "createimagefrommachine",
            Self::GetImage(_) => "getimage",
            Self::PostImage(_) => "updateimage",
            Self::DeleteImage(_) => "deleteimage",
            Self::ListMachines => "listmachines",
            Self::GetMachine(_) => "getmachine",
            Self::ListDatacenters => "listdatacenters",
            Self::GetDatacenter(_) => "getdatacenter",
        }
    }
}

/// A path that exists, and the call its method makes.
#[derive(Clone, Debug)]
pub struct Route {
    /// The account segment, decoded; empty for `/--ping`.
    pub login: String,
    /// What is called.
    pub call: Call,
    /// Methods of this path, for `Access-Control-Allow-Methods`.
    pub methods: &'static str,
}

/// Finds the route; early 404 and 405 otherwise.
pub fn find(method: &str, path: &str) -> Result<Route, Problem> {
    let missing = || Problem::not_found(format!("{path} does not exist")).early();
    let methods = methods(path).ok_or_else(missing)?;
    let segments = segments(path);
    let mut segments = segments.iter().map(String::as_str);
    let (login, area, item) = (segments.next(), segments.next(), segments.next());
    let item = item.map(str::to_owned);
    let reads = matches!(method, "GET" | "HEAD");
    let call = match (area, item, method) {
        (None, _, _) if reads && login == Some("--ping") => Call::Ping,
        (None, _, _) if reads => Call::GetAccount,
        (Some("keys"), None, _) if reads => Call::ListKeys,
        (Some("keys"), Some(key), _) if reads => Call::GetKey(key),
        (Some("images"), None, _) if reads => Call::ListImages,
        (Some("images"), None, "POST") => Call::PostImages,
        (Some("images"), Some(id), _) if reads => Call::GetImage(id),
        (Some("images"), Some(id), "POST") => Call::PostImage(id),
        (Some("images"), Some(id), "DELETE") => Call::DeleteImage(id),
        (Some("machines"), None, _) if reads => Call::ListMachines,
        (Some("machines"), Some(id), _) if reads => Call::GetMachine(id),
        (Some("datacenters"), None, _) if reads => Call::ListDatacenters,
        (Some("datacenters"), Some(name), _) if reads => Call::GetDatacenter(name),
        _ => {
            let problem = Problem::new(405, "MethodNotAllowedError", format!("{method} is not allowed"));
            return Err(problem.header("Allow", methods).early());
        }
    };
    Ok(Route { login: login.unwrap_or_default().to_owned(), call, methods })
}

/// The methods of a path; none when it does not exist.
pub fn methods(path: &str) -> Option<&'static str> {
    let segments = segments(path);
    let area = segments.get(1).map(String::as_str);
    match (area, segments.len()) {
        (None, 1) => Some("GET, HEAD"),
        (Some("images"), 2) => Some("GET, HEAD, POST"),
        (Some("images"), 3) => Some("GET, HEAD, POST, DELETE"),
        (Some("keys" | "machines" | "datacenters"), 2 | 3) => Some("GET, HEAD"),
        _ => None,
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').filter(|part| !part.is_empty()).map(query::segment).collect()
}
