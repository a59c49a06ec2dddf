//! What the form calls its fields, and small texts about what stands in them.

use image_console_platform::history;

/// What people see of a member of `config.json`.
pub fn label(member: &str) -> &'static str {
    match member {
        "name" => "Name",
        "id" => "Id",
        "endpoint" => "Endpoint",
        "uaaEndpoint" => "UAA endpoint",
        "apiUrl" => "API URL",
        "account" => "Account",
        "subUser" => "Sub-user",
        "apiVersion" => "API version",
        "region" => "Region",
        "realmDomain" => "Realm domain",
        "tenancy" => "Tenancy OCID",
        "user" => "User OCID",
        "compartments" => "Compartments",
        "endpoints.compute" => "Compute endpoint",
        "endpoints.artifacts" => "Artifacts endpoint",
        "endpoints.identity" => "Identity endpoint",
        "endpoints.objectStorage" => "Object Storage endpoint",
        _ => "This",
    }
}

/// Lower-case letters and digits of a name, the rest as hyphens.
pub fn id_from(name: &str) -> String {
    let mut id = String::new();
    for c in name.trim().chars() {
        if c.is_ascii_alphanumeric() || ".-_".contains(c) {
            id.push(c.to_ascii_lowercase());
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    id.truncate(64);
    id.trim_end_matches('-').to_owned()
}

/// What browsers block however right the address is.
pub fn mixed_content(endpoint: &str) -> Option<String> {
    let host = endpoint.strip_prefix("http://")?;
    let here = ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local));
    (!here && history::origin().starts_with("https://")).then(|| {
        "This page came over https, so browsers block plain http addresses from it. Give the proxy an https address.".to_owned()
    })
}
