//! Clock skew: the server tells the measured difference in its message (contract §2.1).

use image_console_core::time;

use crate::explanation::Explanation;

/// The seconds in `… clock skew of 412s was greater than 300s`; a fraction is cut off.
#[must_use]
pub fn skew_seconds(message: &str) -> Option<u64> {
    let (_, after) = message.split_once("clock skew of ")?;
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after.get(..end)?.parse().ok()
}

pub(in crate::triton_cloudapi) fn explain(seconds: u64) -> Explanation {
    let difference = time::duration(i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX));
    Explanation::new(
        format!("This computer's clock and the server's are {difference} apart; 5 minutes are allowed."),
        "Set this computer's clock (let it keep time by the network), then try again.",
    )
}
