//! What operations of each upstream are called, and what their errors mean.

use image_console_core::ApiError;
use image_console_operation::{Operation, Status};
use image_console_upstream::explanation::Explanation;
use image_console_upstream::oci::explain::explain;
use image_console_upstream::{
    cloud_foundry, oci_artifacts, oci_compute, oracle_marketplace, triton_cloudapi,
};

/// What an operation is called.
#[must_use]
pub fn title(operation: &Operation) -> &str {
    let action = operation.action.as_str();
    match operation.upstream.as_str() {
        oci_compute::operation::UPSTREAM => oci_compute::operation::title(action),
        oci_artifacts::operation::UPSTREAM => oci_artifacts::operation::title(action),
        oracle_marketplace::operation::UPSTREAM => oracle_marketplace::operation::title(action),
        cloud_foundry::operation::UPSTREAM => cloud_foundry::operation::title(action),
        _ => triton_cloudapi::operation::title(action),
    }
}

/// What an error of an operation means and what to do next. Why it failed has causes that are
/// particular to its action; a question about it fails like any other.
#[must_use]
pub fn explain_error(operation: &Operation, error: &ApiError) -> Explanation {
    let failed = operation.status == Status::Failed;
    match operation.upstream.as_str() {
        oci_compute::operation::UPSTREAM if failed => oci_compute::operation::explain_error(error),
        oci_artifacts::operation::UPSTREAM if failed => oci_artifacts::operation::explain_error(error),
        oci_compute::operation::UPSTREAM | oci_artifacts::operation::UPSTREAM => explain(error),
        oracle_marketplace::operation::UPSTREAM => oracle_marketplace::explain::explain(error),
        cloud_foundry::operation::UPSTREAM => cloud_foundry::explain::explain(error),
        _ => triton_cloudapi::operation::explain_error(error),
    }
}
