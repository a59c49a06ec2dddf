//! What can be asked without a token (section 1.1).

use serde_json::{Value, json};

use super::{API_HOST, CloudFoundry, LOGIN_HOST, UAA_HOST, href};
use crate::wire::Response;

impl CloudFoundry {
    /// `GET /`
    pub(super) fn root(&self) -> Response {
        let link = |address: String| json!({"href": address});
        let links = json!({
            "self": link(format!("https://{API_HOST}")),
            "cloud_controller_v2": null,
            "cloud_controller_v3": {"href": href("/v3"), "meta": {"version": "3.228.0"}},
            "network_policy_v0": link(href("/networking/v0/external")),
            "network_policy_v1": link(href("/networking/v1/external")),
            "login": link(format!("https://{LOGIN_HOST}")),
            "uaa": link(format!("https://{UAA_HOST}")),
            "credhub": null,
            "routing": link(href("/routing")),
            "logging": link("wss://doppler.sys.example.local:443".into()),
            "log_cache": link("https://log-cache.sys.example.local".into()),
            "log_stream": link("https://log-stream.sys.example.local".into()),
            "app_ssh": {
                "href": "ssh.sys.example.local:2222",
                "meta": {"host_key_fingerprint": "Y411oivJwZCUQnXHq83mdM5SKCK4ftyoSXI31RRe4Zs", "oauth_client": "ssh-proxy"},
            },
        });
        Response::json(200, &json!({"links": links}))
    }

    /// `GET /v3`
    pub(super) fn collections(&self) -> Response {
        let mut links = serde_json::Map::new();
        links.insert("self".into(), json!({"href": href("/v3")}));
        for name in
            ["apps", "info", "jobs", "organizations", "service_instances", "service_plans", "spaces", "users"]
        {
            links.insert(name.into(), json!({"href": href(&format!("/v3/{name}"))}));
        }
        Response::json(200, &json!({"links": links}))
    }

    /// `GET /v3/info`
    pub(super) fn info(&self) -> Response {
        let limit = self.switches.rate_limit;
        let (name, build) =
            if self.switches.plain { ("", "") } else { ("Elastic Application Runtime", "10.2.0-build.7") };
        let support: Value =
            if self.switches.plain { json!(null) } else { json!("https://support.example.com") };
        Response::json(
            200,
            &json!({
                "build": build, "name": name, "version": 0, "description": "An emulated foundation",
                "osbapi_version": "2.15", "cli_version": {"minimum": "", "recommended": ""}, "custom": {},
                "rate_limits": {
                    "enabled": limit.is_some(), "general_limit": limit.unwrap_or(20_000), "reset_interval_in_minutes": 60,
                },
                "links": {"self": {"href": href("/v3/info")}, "support": {"href": support}},
            }),
        )
    }
}
