//! The hosts of the services (contract §1; oci-container-registry.md §1). They are signed, and the
//! proxy must send exactly them (§2.3).

use image_console_core::Service;

/// The realm domain of the commercial realm (oc1).
pub const REALM_DOMAIN: &str = "oraclecloud.com";

/// The upstream's own host of a service; `None` for services that are not OCI's. An empty realm
/// domain means the commercial realm.
#[must_use]
pub fn host(service: Service, region: &str, realm_domain: &str) -> Option<String> {
    let realm = if realm_domain.is_empty() { REALM_DOMAIN } else { realm_domain };
    // Two services have an `.oci` that the others lack.
    Some(match service {
        Service::Compute => format!("iaas.{region}.{realm}"),
        Service::Artifacts => format!("artifacts.{region}.oci.{realm}"),
        Service::Identity => format!("identity.{region}.oci.{realm}"),
        Service::ObjectStorage => format!("objectstorage.{region}.{realm}"),
        Service::Api | Service::Uaa => return None,
    })
}

/// The upstream's own root of a service, for showing a request as it reaches the service.
#[must_use]
pub fn endpoint(service: Service, region: &str, realm_domain: &str) -> Option<String> {
    host(service, region, realm_domain).map(|host| format!("https://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_has_its_own_form_of_host() {
        let of = |service| host(service, "us-phoenix-1", "");
        assert_eq!(of(Service::Compute).as_deref(), Some("iaas.us-phoenix-1.oraclecloud.com"));
        assert_eq!(of(Service::Artifacts).as_deref(), Some("artifacts.us-phoenix-1.oci.oraclecloud.com"));
        assert_eq!(of(Service::Identity).as_deref(), Some("identity.us-phoenix-1.oci.oraclecloud.com"));
        assert_eq!(of(Service::ObjectStorage).as_deref(), Some("objectstorage.us-phoenix-1.oraclecloud.com"));
        assert_eq!(of(Service::Uaa), None);
        let other = endpoint(Service::Compute, "uk-gov-london-1", "oraclegovcloud.uk");
        assert_eq!(other.as_deref(), Some("https://iaas.uk-gov-london-1.oraclegovcloud.uk"));
    }
}
