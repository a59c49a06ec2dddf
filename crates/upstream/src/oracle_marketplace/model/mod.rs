//! The objects of the API (contract §2). Nothing in them is required, and what the contract does
//! not name is kept.

mod data_center;
mod short_status;
mod upload;

#[cfg(test)]
mod tests;

use serde_json::Value;

pub use data_center::DataCenterImageUploadRequest;
pub use short_status::ShortStatus;
pub use upload::MachineImageUploadRequest;

/// A text that some answers send as a number (§1: ids).
fn text_or_number(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
