//! Instants and their two wire forms. chrono parses and does the calendar; its own `format` is
//! left out because it costs several kilobytes of wasm.

use chrono::{DateTime, Datelike, Timelike};

/// Milliseconds since 1970-01-01T00:00:00Z, as the browser's clock gives them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Timestamp {
    /// Reads an RFC 3339 date-time, with or without fraction, with any offset.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Self(t.timestamp_millis()))
    }

    /// Reads an HTTP date, e.g. `Tue, 05 Mar 2024 10:15:30 GMT`. It is put into the other form: chrono's
    /// reader of this one costs two kilobytes.
    #[must_use]
    pub fn parse_http_date(text: &str) -> Option<Self> {
        let mut words = text.split_once(", ").map_or(text, |(_, rest)| rest).split_ascii_whitespace();
        let (day, month, year, time) = (words.next()?, words.next()?, words.next()?, words.next()?);
        if !matches!(words.next(), Some("GMT" | "UTC" | "+0000")) || words.next().is_some() {
            return None;
        }
        let month = MONTHS.iter().position(|m| *m == month)? + 1;
        Self::parse(&format!("{year}-{month:02}-{day:0>2}T{time}Z"))
    }

    /// The HTTP date of this instant, whole seconds, GMT, as `x-date` wants it.
    #[must_use]
    pub fn http_date(self) -> String {
        let Some(t) = DateTime::from_timestamp_millis(self.0) else { return String::new() };
        format!(
            "{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
            t.weekday(),
            t.day(),
            MONTHS[t.month0() as usize],
            t.year(),
            t.hour(),
            t.minute(),
            t.second()
        )
    }

    /// RFC 3339 in UTC with milliseconds.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let Some(t) = DateTime::from_timestamp_millis(self.0) else { return String::new() };
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            t.year(),
            t.month(),
            t.day(),
            t.hour(),
            t.minute(),
            t.second(),
            t.timestamp_subsec_millis()
        )
    }

    /// For a table cell: `28 Feb 2014`, UTC.
    #[must_use]
    pub fn day(self) -> String {
        let Some(t) = DateTime::from_timestamp_millis(self.0) else { return format!("{} ms", self.0) };
        format!("{} {} {}", t.day(), MONTHS[t.month0() as usize], t.year())
    }

    /// For a detail page: `28 Feb 2014, 10:50:42 UTC`.
    #[must_use]
    pub fn day_and_time(self) -> String {
        let Some(t) = DateTime::from_timestamp_millis(self.0) else { return format!("{} ms", self.0) };
        format!("{}, {:02}:{:02}:{:02} UTC", self.day(), t.hour(), t.minute(), t.second())
    }

    /// Milliseconds from `earlier` to this, never negative.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).max(0)
    }
}

/// A length of time in the two largest units: `8 s`, `2 m 14 s`, `3 h 5 m`, `2 d 4 h`.
#[must_use]
pub fn duration(milliseconds: i64) -> String {
    let s = milliseconds.max(0) / 1000;
    match s {
        0..60 => format!("{s} s"),
        60..3600 => format!("{} m {} s", s / 60, s % 60),
        3600..86_400 => format!("{} h {} m", s / 3600, s % 3600 / 60),
        _ => format!("{} d {} h", s / 86_400, s % 86_400 / 3600),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_forms_of_the_contract_are_read_and_written() {
        let t = Timestamp::parse("2014-02-28T10:50:42Z").expect("seconds only");
        assert_eq!(Timestamp::parse("2014-02-28T10:50:42.000Z"), Some(t));
        assert_eq!(t.rfc3339(), "2014-02-28T10:50:42.000Z");
        assert_eq!(t.day_and_time(), "28 Feb 2014, 10:50:42 UTC");
        let t = Timestamp::parse_http_date("Tue, 05 Mar 2024 10:15:30 GMT").expect("an HTTP date");
        assert_eq!(t.http_date(), "Tue, 05 Mar 2024 10:15:30 GMT");
    }

    #[test]
    fn instants_beyond_the_calendar_do_not_panic() {
        for t in [i64::MIN, i64::MAX, -824_000_000_000] {
            let t = Timestamp(t);
            let _ = (t.http_date(), t.rfc3339(), t.day_and_time());
        }
        assert_eq!(
            Timestamp::parse("1944-02-17T00:13:30.973Z").map(Timestamp::day).as_deref(),
            Some("17 Feb 1944")
        );
    }

    #[test]
    fn durations_have_two_units() {
        assert_eq!(duration(8_999), "8 s");
        assert_eq!(duration(134_000), "2 m 14 s");
        assert_eq!(duration(11_100_000), "3 h 5 m");
        assert_eq!(duration(-5), "0 s");
    }
}
