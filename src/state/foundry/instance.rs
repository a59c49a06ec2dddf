//! Reading one service instance, what the user may do with it, and its backups.

use std::sync::Arc;

use image_console_core::ApiError;
use image_console_platform::AbortHandle;
use image_console_upstream::cloud_foundry::model::{Backup, Permissions, ServiceInstance};
use image_console_upstream::cloud_foundry::{requests, warnings};
use image_console_upstream::decode::Lenient;

use super::{ask, at, discovery};
use crate::state::connections::{Connected, Connections};

/// A service instance with what its answer told beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedInstance {
    /// Every field.
    pub instance: ServiceInstance,
    /// The addresses under which the API knows itself.
    pub api: Vec<String>,
    /// What the API warns about.
    pub warnings: Vec<String>,
    /// The body as it came.
    pub text: String,
}

/// Reads one (§3.2).
///
/// # Errors
/// When no answer came, the upstream refused, or the answer is not a service instance.
pub async fn get(
    connections: Connections,
    connected: Arc<Connected>,
    guid: String,
    abort: AbortHandle,
) -> Result<LoadedInstance, ApiError> {
    let api = discovery::addresses(&connected, &abort).await?;
    let request = requests::get_service_instance(&guid);
    let answer = ask(connections, &connected, &request, &abort).await?;
    let instance = requests::parse_service_instance(&answer).map_err(at(&request))?;
    Ok(LoadedInstance { instance, api, warnings: warnings(&answer), text: answer.text() })
}

/// Reads what the user may do with one (§3.4).
///
/// # Errors
/// As [`get`].
pub async fn permissions(
    connections: Connections,
    connected: Arc<Connected>,
    guid: String,
    abort: AbortHandle,
) -> Result<Permissions, ApiError> {
    let request = requests::get_permissions(&guid);
    let answer = ask(connections, &connected, &request, &abort).await?;
    requests::parse_permissions(&answer).map_err(at(&request))
}

/// Reads the backups of one, the latest first (§4.2).
///
/// # Errors
/// As [`get`]; [`image_console_upstream::cloud_foundry::feature::of_error`] tells which of them mean
/// that there are no backups here.
pub async fn backups(
    connections: Connections,
    connected: Arc<Connected>,
    guid: String,
    abort: AbortHandle,
) -> Result<Vec<Lenient<Backup>>, ApiError> {
    let request = requests::list_backups(&guid, None);
    let answer = ask(connections, &connected, &request, &abort).await?;
    requests::parse_backups(&answer).map_err(at(&request))
}
