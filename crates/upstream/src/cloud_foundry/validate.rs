//! What may be written into a field of a restore. Guids and backup ids are opaque, so only what
//! could not be one is refused.

use image_console_core::time::Timestamp;

/// A guid, e.g. of a deleted source instance.
///
/// # Errors
/// What is wrong with it, in words.
pub fn guid(typed: &str) -> Result<String, String> {
    opaque(typed, "a guid, for example c89b3280-fe8d-4aa0-a42e-44465bb1c61c")
}

/// The id of a backup.
///
/// # Errors
/// What is wrong with it, in words.
pub fn backup_id(typed: &str) -> Result<String, String> {
    opaque(typed, "the id of a backup as the list shows it")
}

fn opaque(typed: &str, what: &str) -> Result<String, String> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(format!("Enter {what}."));
    }
    if text.len() > 255
        || text.chars().any(|c| c.is_whitespace() || c.is_control())
        || [".", ".."].contains(&text)
    {
        return Err(format!("This is not {what}."));
    }
    Ok(text.to_owned())
}

/// The instant to go back to, as typed.
///
/// # Errors
/// What is wrong with it, in words: not a date and time with its offset, or not in the past.
pub fn target_timestamp(typed: &str, now: Timestamp) -> Result<Timestamp, String> {
    let Some(at) = Timestamp::parse(typed.trim()) else {
        return Err("Enter a date and time in UTC, for example 2024-03-05T09:00:00Z.".to_owned());
    };
    if at >= now {
        return Err("This instant has not passed yet: a restore goes back in time.".to_owned());
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_an_id_or_a_past_instant_is_refused() {
        assert_eq!(guid(" c89b3280 ").as_deref(), Ok("c89b3280"));
        for bad in ["", " ", "a b", "a\u{7}", "..", &"x".repeat(256)] {
            assert!(guid(bad).is_err() && backup_id(bad).is_err(), "{bad:?}");
        }
        let now = Timestamp::parse("2024-03-05T10:00:00Z").expect("a time");
        assert!(target_timestamp("2024-03-05T09:00:00Z", now).is_ok());
        assert!(target_timestamp("2024-03-05T10:59:00+01:00", now).is_ok());
        for bad in ["", "yesterday", "2024-03-05", "2024-03-05T09:00:00", "2024-03-05T10:00:00Z"] {
            assert!(target_timestamp(bad, now).is_err(), "{bad}");
        }
    }
}
