//! Requests as a person can read and run them: [`crate::preview::http`] and
//! [`crate::preview::curl`] with the token here, and the `cf curl` command.

use image_console_core::{Method, Request};

use crate::preview::shell::{self, comment, quote};
use crate::preview::{Auth, Part};

/// The token with a placeholder; in a command it comes from `cf oauth-token`. Where the proxy adds
/// it use [`Auth::by_proxy`].
#[must_use]
pub fn auth() -> Auth {
    let token = Part::Later { variable: "TOKEN", placeholder: "access token" };
    Auth {
        setup: vec!["TOKEN=\"$(cf oauth-token | cut -d' ' -f2)\"".to_owned()],
        headers: vec![("Authorization".to_owned(), vec![Part::text("bearer "), token])],
    }
}

/// The request for the `cf` command line, which has its own target and token. A call that starts
/// something is shown with its headers: the job's address is one of them.
#[must_use]
pub fn cf_curl(connection: &str, request: &Request) -> String {
    let mut groups = vec!["cf curl --fail".to_owned()];
    if !request.method.is_read() {
        groups.push("-i".to_owned());
    }
    if request.method != Method::Get {
        groups.push(format!("-X {}", request.method));
    }
    if let Some(body) = &request.body {
        groups.push(format!("-H {}", quote("Content-Type: application/json")));
        groups.push(format!("-d {}", quote(body)));
    }
    groups.push(quote(&request.target));
    let login = comment(&format!("with cf logged in to {connection}"));
    format!("{login}\n{}", shell::lines(&groups))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::requests::{self, Restore, RestoreFrom};
    use crate::cloud_foundry::testing::{API, INSTANCE};
    use crate::preview::{curl, http};

    fn restore() -> Request {
        let from = RestoreFrom::Backup("bk-20240305-0100-7f3a".into());
        requests::restore(INSTANCE, &Restore { from, source_service_instance_guid: None })
    }

    #[test]
    fn a_restore_reads_as_in_the_documents() {
        assert_eq!(
            http(API, &restore(), &auth()),
            "POST /v3/service_instances/c89b3280-fe8d-4aa0-a42e-44465bb1c61c/actions/restore HTTP/1.1\n\
             Host: api.sys.example.local\n\
             Accept: application/json\n\
             Content-Type: application/json\n\
             Authorization: bearer <access token>\n\
             \n\
             {\"backup_id\":\"bk-20240305-0100-7f3a\"}\n"
        );
        let command = curl(API, &restore(), &auth());
        assert!(command.starts_with("TOKEN=\"$(cf oauth-token"), "{command}");
        assert!(command.contains("\"Authorization: bearer ${TOKEN}\""), "{command}");
    }

    #[test]
    fn the_cf_command_needs_no_token() {
        assert_eq!(
            cf_curl("prod\nfoundation", &restore()),
            "# with cf logged in to prod foundation\n\
             cf curl --fail \\\n  -i \\\n  -X POST \\\n  -H 'Content-Type: application/json' \\\n  \
             -d '{\"backup_id\":\"bk-20240305-0100-7f3a\"}' \\\n  \
             /v3/service_instances/c89b3280-fe8d-4aa0-a42e-44465bb1c61c/actions/restore"
        );
        let list = cf_curl("prod", &requests::list_backups("g", Some(20)));
        assert!(list.ends_with("cf curl --fail '/v3/service_instances/g/backups?limit=20'"), "{list}");
    }
}
