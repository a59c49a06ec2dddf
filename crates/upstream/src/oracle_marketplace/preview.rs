//! Requests as a person can read and run them, with [`crate::preview::http`] and
//! [`crate::preview::curl`]; there is no command line of this API.

use super::credentials::{TOKEN_HEADER, USER_ID_HEADER};
use crate::preview::{Auth, Part};

/// The two authentication headers with placeholders: `$TOKEN` and `$ORACLE_USER_ID` in a command.
/// Where the proxy adds them use [`Auth::by_proxy`].
#[must_use]
pub fn auth() -> Auth {
    let token = Part::Later { variable: "TOKEN", placeholder: "token" };
    let user = Part::Later { variable: "ORACLE_USER_ID", placeholder: "partner e-mail" };
    Auth {
        setup: Vec::new(),
        headers: vec![
            (USER_ID_HEADER.to_owned(), vec![user]),
            (TOKEN_HEADER.to_owned(), vec![Part::text("Bearer "), token]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle_marketplace::requests;
    use crate::preview::{curl, http};

    #[test]
    fn previews_hold_placeholders_and_nothing_secret() {
        let request = requests::detailed_status("2797087");
        assert_eq!(
            http("https://ocm-apis.cloud.oracle.com", &request, &auth()),
            "GET /appstore/publisher/v1/machineimages/2797087 HTTP/1.1\n\
             Host: ocm-apis.cloud.oracle.com\n\
             Accept: application/json\n\
             X-Oracle-UserId: <partner e-mail>\n\
             Authorization: Bearer <token>\n"
        );
        let command = curl("/marketplace", &requests::short_status("1"), &auth());
        assert!(command.starts_with("curl -sS -I"), "{command}");
        assert!(command.contains("\"Authorization: Bearer ${TOKEN}\""), "{command}");
    }
}
