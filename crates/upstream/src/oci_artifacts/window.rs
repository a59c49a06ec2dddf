//! The 48 hours within which a deleted image can be restored (contract §3). The API tells no time of
//! deletion, so the time left can only be given as a range:
//!
//! * it was deleted after everything that is known to have happened to it while it was there (it was
//!   pushed, pulled, given a version), so at least 48 hours from the latest of these remain;
//! * it was deleted before it was first seen `DELETED`, so at most 48 hours from then remain.

use image_console_core::time::{self, Timestamp};

use crate::decode::Lenient;
use crate::oci_artifacts::model::ContainerImage;

/// How long a deleted image is kept, in milliseconds.
pub const WINDOW: i64 = 172_800_000;

/// What is left of the window, in milliseconds; the deletion itself is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLeft {
    /// Certainly this long; 0 when nothing is certain.
    pub at_least: i64,
    /// Certainly no longer; 0 when the window is over.
    pub at_most: i64,
}

impl TimeLeft {
    /// What can be said about an image that is `DELETED`. `first_seen_deleted` is when this console
    /// saw it in that state for the first time, where it remembers; `last_seen_available` when it
    /// last saw it there. An image of a list tells less than one that was read on its own, which
    /// has pulls and versions.
    #[must_use]
    pub fn of(
        image: &ContainerImage,
        first_seen_deleted: Option<Timestamp>,
        last_seen_available: Option<Timestamp>,
        now: Timestamp,
    ) -> Self {
        let at_most = left(first_seen_deleted.map_or(now, |seen| seen.min(now)), now);
        let versions = image.versions.value().into_iter().flatten().filter_map(Lenient::value);
        let known = [&image.time_created, &image.time_last_pulled].map(|t| t.value().copied());
        let alive = versions.map(|v| v.time_created.value().copied()).chain(known).flatten();
        // A time in the future is no knowledge.
        let alive = alive.chain(last_seen_available).filter(|t| *t <= now).max();
        let at_least = alive.map_or(0, |t| left(t, now)).min(at_most);
        Self { at_least, at_most }
    }

    /// In words, for beside the button.
    #[must_use]
    pub fn words(&self) -> String {
        let (least, most) = (time::duration(self.at_least), time::duration(self.at_most));
        if self.at_most == 0 {
            "Deleted for over 48 hours, so it is most likely gone for good".to_owned()
        } else if self.at_least == 0 {
            format!("At most {most} left; the API does not tell when it was deleted")
        } else if least == most {
            format!("{least} left")
        } else {
            format!("Between {least} and {most} left; the API does not tell when it was deleted")
        }
    }
}

fn left(since: Timestamp, now: Timestamp) -> i64 {
    WINDOW.saturating_sub(now.0.saturating_sub(since.0)).clamp(0, WINDOW)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const HOUR: i64 = 3_600_000;
    const NOW: Timestamp = Timestamp(1_709_633_730_000);

    fn image(created: i64, pulled: Option<i64>) -> ContainerImage {
        let at = |hours: i64| Timestamp(NOW.0 - hours * HOUR).rfc3339();
        let mut value = json!({ "timeCreated": at(created) });
        if let Some(hours) = pulled {
            value["timeLastPulled"] = at(hours).into();
        }
        ContainerImage::from_map(value.as_object().cloned().expect("an object"))
    }

    fn hours(left: TimeLeft) -> (i64, i64) {
        (left.at_least / HOUR, left.at_most / HOUR)
    }

    #[test]
    fn the_window_is_a_range_that_knowledge_narrows() {
        let of = |image: &ContainerImage, seen: Option<i64>, available: Option<i64>| {
            let at = |hours: i64| Timestamp(NOW.0 - hours * HOUR);
            TimeLeft::of(image, seen.map(at), available.map(at), NOW)
        };
        assert_eq!(hours(of(&image(1000, None), None, None)), (0, 48));
        assert_eq!(hours(of(&image(1000, Some(10)), None, None)), (38, 48));
        assert_eq!(hours(of(&image(5, None), Some(3), None)), (43, 45));
        assert_eq!(hours(of(&image(1000, None), Some(3), Some(4))), (44, 45));
        assert_eq!(hours(of(&image(1000, None), Some(60), None)), (0, 0));
        assert_eq!(hours(of(&image(-7, None), Some(1), None)), (0, 47), "a push in the future says nothing");
    }

    #[test]
    fn the_words_claim_no_more_than_is_known() {
        let words =
            |at_least, at_most| TimeLeft { at_least: at_least * HOUR, at_most: at_most * HOUR }.words();
        assert_eq!(words(0, 46), "At most 1 d 22 h left; the API does not tell when it was deleted");
        assert!(words(38, 46).starts_with("Between 1 d 14 h and 1 d 22 h left"));
        assert_eq!(words(46, 46), "1 d 22 h left");
        assert!(words(0, 0).contains("most likely gone"));
    }

    proptest! {
        #[test]
        fn whatever_the_times_are_the_range_is_one(a in any::<i64>(), b in any::<i64>(), now in any::<i64>()) {
            let image = ContainerImage { time_created: Lenient::Value(Timestamp(a)), ..ContainerImage::default() };
            let left = TimeLeft::of(&image, Some(Timestamp(b)), None, Timestamp(now));
            prop_assert!(0 <= left.at_least && left.at_least <= left.at_most && left.at_most <= WINDOW);
        }
    }
}
