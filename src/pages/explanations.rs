//! What errors mean, in plain words: a part of its own, because most visits see none.

use image_console_core::ApiError;
use image_console_core::config::Kind;
use image_console_upstream::explanation::Explanation;
use image_console_upstream::{
    cloud_foundry, oci, oci_artifacts, oci_compute, oracle_marketplace, triton_cloudapi,
};

use crate::state::parts::{enter, entry};

/// Why, and what to do next.
type Words = (String, String);

/// Whose error it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// Told by the error itself: whoever shows it does not know.
    #[default]
    Untold,
    /// Any call of this API.
    Api(Kind),
    /// OCI's ExportImage, whose refusals have causes of their own.
    ExportImage,
    /// OCI's RestoreContainerImage, likewise.
    RestoreContainerImage,
}

entry!(explanations, explain_error, fn(&ApiError, Whose) -> Words, |error, whose| {
    let explanation = explain(error, whose);
    (explanation.why, explanation.next)
});

/// What an error means; nothing when the part that knows cannot be loaded, which is then the same trouble.
pub async fn of(error: ApiError, whose: Whose) -> Option<Words> {
    let explain = enter!(explain_error).await.ok()?;
    Some(explain(&error, whose))
}

fn explain(error: &ApiError, whose: Whose) -> Explanation {
    match whose {
        Whose::ExportImage => oci_compute::operation::explain_error(error),
        Whose::RestoreContainerImage => oci_artifacts::operation::explain_error(error),
        Whose::Api(Kind::Oci) => oci::explain::explain(error),
        Whose::Api(Kind::Marketplace) => oracle_marketplace::explain::explain(error),
        Whose::Api(Kind::CloudFoundry) => cloud_foundry::explain::explain(error),
        Whose::Untold if asked(error, "/appstore/publisher/") => oracle_marketplace::explain::explain(error),
        Whose::Untold if asked(error, "/v3/") => cloud_foundry::explain::explain(error),
        Whose::Untold if asked(error, "/20160918/") => oci::explain::explain(error),
        Whose::Api(Kind::Triton) | Whose::Untold => triton_cloudapi::explain::explain(error),
    }
}

/// Whether the address that was asked has what an API's own paths begin with.
fn asked(error: &ApiError, path: &str) -> bool {
    error.address.contains(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image_console_core::ErrorKind;

    fn refused(address: &str) -> ApiError {
        let mut error = ApiError::without_answer(ErrorKind::Refused, "x").at(address);
        error.status = Some(404);
        error.code = Some("NotAuthorizedOrNotFound".to_owned());
        error
    }

    #[test]
    fn the_address_tells_whose_error_it_is_when_nobody_says_so() {
        let words = |address, whose| explain(&refused(address), whose).why;
        assert!(words("GET /oci/20160918/images/x", Whose::Untold).contains("may not use it"));
        assert!(!words("GET /my/images/x", Whose::Untold).contains("may not use it"));
        assert!(words("", Whose::Api(Kind::Oci)).contains("may not use it"));
        assert!(words("", Whose::ExportImage).contains("bucket"));
        assert!(words("", Whose::RestoreContainerImage).contains("48 hours"));
    }
}
