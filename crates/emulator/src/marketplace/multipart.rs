//! `multipart/form-data` with bytes in it (section 3.4).

/// One part of a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: &'a [u8],
}

/// The parts of a body; none when it is no form, or when its end is missing.
pub fn parts<'a>(content_type: &str, body: &'a [u8]) -> Option<Vec<Part<'a>>> {
    let mut words = content_type.split(';').map(str::trim);
    if !words.next()?.eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = words.find_map(|word| word.strip_prefix("boundary="))?.trim_matches('"');
    let delimiter = format!("--{boundary}").into_bytes();
    // The first delimiter may stand at the very start, all others follow a line end.
    let mut rest = body.get(find(body, &delimiter)? + delimiter.len()..)?;
    let next = [b"\r\n", delimiter.as_slice()].concat();
    let mut found = Vec::new();
    while !rest.starts_with(b"--") {
        let end = find(rest, &next)?;
        let part = rest.get(..end)?.strip_prefix(b"\r\n")?;
        let head_end = find(part, b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(part.get(..head_end)?);
        if let Some(name) = name(&head) {
            found.push(Part { name, bytes: part.get(head_end + 4..)? });
        }
        rest = rest.get(end + next.len()..)?;
    }
    Some(found)
}

fn name(head: &str) -> Option<String> {
    let (_, rest) = head.split_once(" name=")?;
    let rest = rest.strip_prefix('"').unwrap_or(rest);
    Some(rest.split(['"', ';', '\r']).next()?.to_owned())
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_stay_as_they_are() {
        let body = b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n\x00\xff--b\r\n\r\n--b\r\n\
            Content-Disposition: form-data; name=\"json\"\r\n\r\n{}\r\n--b--\r\n";
        let found = parts("multipart/form-data; boundary=b", body).unwrap();
        assert_eq!(found[0], Part { name: "file".into(), bytes: b"\x00\xff--b\r\n" });
        assert_eq!(found[1], Part { name: "json".into(), bytes: b"{}" });
        assert_eq!(parts("application/json", body), None);
        assert_eq!(parts("multipart/form-data; boundary=b", &body[..60]), None, "the end is missing");
    }
}
