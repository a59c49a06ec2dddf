//! What is printed, in one place, so that every command looks alike.

use std::time::Duration;

use crate::failure::Failure;

/// A heading: a new piece of work begins.
pub fn heading(text: &str) {
    println!("\n== {text}");
}

/// A line below a heading.
pub fn note(text: &str) {
    println!("   {text}");
}

/// An error, to standard error, set off from the output before it.
pub fn failure(failure: &Failure) {
    eprintln!("\nerror: {failure}");
}

/// A duration as a person says it: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..100 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_naturally() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(42)), "42 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }
}
