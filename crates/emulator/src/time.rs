//! Times in milliseconds since 1970, and their two written forms: ISO 8601 in bodies, the
//! RFC 1123 form in headers.

/// A second, a day.
pub const SECOND: i64 = 1000;
/// A day in milliseconds.
pub const DAY: i64 = 86_400 * SECOND;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// Year, month from 1, day from 1 (proleptic Gregorian; era arithmetic).
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

/// Days since 1970 of a date.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// `2024-03-05T10:19:44.120Z`.
pub fn iso(ms: i64) -> String {
    let (year, month, day) = civil(ms.div_euclid(DAY));
    let rest = ms.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
}

/// Reads the ISO form, with or without milliseconds.
pub fn parse_iso(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let whole = days(number(0, 4)?, number(5, 7)?, number(8, 10)?) * DAY
        + number(11, 13)? * 3_600_000
        + number(14, 16)? * 60_000
        + number(17, 19)? * 1000;
    match text.get(19..)? {
        "Z" => Some(whole),
        _ => Some(whole + number(20, 23)?),
    }
}

/// `Tue, 05 Mar 2024 10:15:30 GMT`.
pub fn http(ms: i64) -> String {
    let day_number = ms.div_euclid(DAY);
    let (year, month, day) = civil(day_number);
    let rest = ms.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    let weekday = DAYS.get(day_number.rem_euclid(7) as usize).copied().unwrap_or_default();
    let month = MONTHS.get((month - 1) as usize).copied().unwrap_or_default();
    format!("{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
}

/// Reads the RFC 1123 form; the weekday is not checked.
pub fn parse_http(text: &str) -> Option<i64> {
    let (_, date) = text.split_once(", ")?;
    let mut parts = date.split(' ');
    let day: i64 = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let month = MONTHS.iter().position(|known| *known == name)? as i64 + 1;
    let year: i64 = parts.next()?.parse().ok()?;
    let mut clock = parts.next()?.splitn(3, ':').map(|part| part.parse::<i64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    if parts.next()? != "GMT" {
        return None;
    }
    Some(days(year, month, day) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_go_there_and_back() {
        for ms in [0, 951_782_400_000, 1_393_584_642_000, 1_709_633_730_000, 4_102_444_799_000] {
            assert_eq!(parse_iso(&iso(ms)), Some(ms));
            assert_eq!(parse_http(&http(ms)), Some(ms));
        }
        assert_eq!(http(1_709_633_730_000), "Tue, 05 Mar 2024 10:15:30 GMT");
        assert_eq!(parse_iso("2014-02-28T10:50:42Z"), Some(1_393_584_642_000));
        assert_eq!(iso(1_393_584_642_000), "2014-02-28T10:50:42.000Z");
        assert_eq!(parse_http("yesterday"), None);
    }
}
