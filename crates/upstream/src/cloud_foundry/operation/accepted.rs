//! The answer to a submission: 202 and, in `Location`, the job (contract §1, §4).

use image_console_core::Response;
use image_console_operation::{Operation, Reading};

use super::address::Address;
use super::words;
use crate::cloud_foundry::{location, warnings};

/// Reads a success answer. A job on another host is not asked for; the instance is, instead.
pub(super) fn read(operation: &Operation, response: &Response) -> Reading {
    let mut address = Address::read(operation);
    address.accepted = true;
    let job = response.headers.get("Location").map(|href| {
        let target = location::target(href, &address.api)?;
        location::guid(&target, "jobs").ok_or_else(|| format!("The address {href} is not that of a job."))
    });
    let mut reading = Reading::running("");
    match job {
        Some(Ok(guid)) => {
            reading = reading.fact("job", &guid);
            address.job = guid;
        }
        Some(Err(why)) => reading = reading.warning(format!("{why} {}", words::INSTEAD)),
        None => reading = reading.warning(words::NO_LOCATION),
    }
    reading.warnings.extend(warnings(response));
    reading.ask(address.json())
}
