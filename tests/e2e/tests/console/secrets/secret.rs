//! Secrets, and every notation in which one would still be one.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// So many bytes of a long number are looked for at once: fewer than stand in one line of any key file.
const PIECE: usize = 24;

/// Something that must not be where people, other programs or other sites find it.
pub struct Secret {
    /// What it is, for the words of a failure.
    pub what: String,
    /// Ends of the names of hosts that it is meant for; it may be in headers and bodies of requests to them.
    pub hosts: &'static [&'static str],
    /// Whether the page may show it to who entered it.
    pub shown: bool,
    /// The notations.
    pub forms: Vec<String>,
}

impl Secret {
    /// A text: as it is, percent-encoded, escaped for JSON, in hexadecimal, and wherever it stands in something
    /// that is in base64.
    pub fn text(what: &str, hosts: &'static [&'static str], value: &str) -> Self {
        assert!(value.len() >= 6, "{what} is so short that it stands anywhere");
        let mut forms = vec![value.to_owned(), percent(value), percent(value).to_lowercase()];
        let json = serde_json::Value::from(value).to_string();
        forms.push(json.trim_matches('"').to_owned());
        forms.extend(bytes(value.as_bytes()));
        Self::of(what, hosts, forms)
    }

    /// The lines of the file of an RSA key, but for those that hold no more than its public half, whose modulus
    /// is given as JWK spells it.
    pub fn lines(what: &str, file: &str, modulus: &str) -> Self {
        let n = URL_SAFE_NO_PAD.decode(modulus).expect("JWK's numbers are base64url");
        let public = bytes(&[b"\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\x01\x01\0".as_slice(), &n].concat());
        let long = file.lines().map(str::trim).filter(|line| line.len() > 30 && !line.starts_with("--"));
        let lines = long.filter(|line| !public.iter().any(|public| public.contains(line)));
        Self::of(what, &[], lines.map(str::to_owned).collect())
    }

    /// A number of a private key, as JWK spells it: piece by piece, since key files break their lines.
    pub fn number(what: &str, jwk: &str) -> Self {
        let number = URL_SAFE_NO_PAD.decode(jwk).expect("JWK's numbers are base64url");
        assert!(number.len() >= PIECE, "{what}");
        let forms = number.chunks_exact(PIECE).flat_map(bytes).chain([jwk.to_owned()]);
        Self::of(what, &[], forms.collect())
    }

    /// The same, but the page may show it.
    pub fn may_be_shown(mut self) -> Self {
        self.shown = true;
        self
    }

    fn of(what: &str, hosts: &'static [&'static str], mut forms: Vec<String>) -> Self {
        forms.sort();
        forms.dedup();
        assert!(!forms.is_empty(), "{what}");
        Self { what: what.to_owned(), hosts, shown: false, forms }
    }

    /// Whether a text has it.
    pub fn is_in(&self, text: &str) -> bool {
        self.forms.iter().any(|form| text.contains(form))
    }
}

/// Bytes in hexadecimal, and in both alphabets of base64 with nothing, one or two bytes before them.
fn bytes(bytes: &[u8]) -> Vec<String> {
    let mut forms = vec![bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })];
    for before in 0..3 {
        let all = [&[0; 2][..before], bytes].concat();
        // Characters that hold bits of these bytes alone.
        let (from, to) = ((before * 8).div_ceil(6), all.len() * 8 / 6);
        for alphabet in [STANDARD.encode(&all), URL_SAFE_NO_PAD.encode(&all)] {
            forms.push(alphabet[from..to].to_owned());
        }
    }
    forms
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[test]
fn every_notation_of_a_text_is_found() {
    let secret = Secret::text("a token", &[], "s3cr3t/+=\"ü tail");
    let json = serde_json::json!({ "x": "s3cr3t/+=\"ü tail" }).to_string();
    let encoded = |before: &str| STANDARD.encode(format!("{before}s3cr3t/+=\"ü tail and more"));
    let texts = [
        "a s3cr3t/+=\"ü tail b",
        &json,
        "?x=s3cr3t%2F%2B%3D%22%C3%BC%20tail&y",
        &encoded(""),
        &encoded("a"),
        &encoded("ab"),
    ];
    for text in texts {
        assert!(secret.is_in(text), "{text}");
    }
    assert!(!secret.is_in("s3cr3t"));
}
