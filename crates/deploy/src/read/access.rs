//! Origins, and files that the server reads.

use serde_json::Value;

use super::reader::{Reader, place};
use crate::url::Origin;

/// A list of origins.
pub fn origins(reader: &mut Reader, root: &Value, member: &str) -> Vec<Origin> {
    let mut origins = Vec::new();
    for (index, item) in reader.list(root, member).iter().enumerate() {
        let place = format!("{member}[{index}]");
        let Some(text) = item.as_str() else {
            reader.fault(&place, "must be a string");
            continue;
        };
        match reader.checked(&place, Origin::parse(text)) {
            Some(origin) if origins.contains(&origin) => reader.fault(&place, "is named twice"),
            Some(origin) => origins.push(origin),
            None => {}
        }
    }
    origins
}

/// The path of a file or folder on the server.
pub fn file(reader: &mut Reader, object: &Value, at: &str, member: &str) -> Option<String> {
    let text = reader.text(object, at, member)?;
    reader.checked(&place(at, member), plain_file(text)).map(str::to_owned)
}

/// The address of a name server, as nginx wants it.
pub fn resolver(reader: &mut Reader, root: &Value) -> Option<String> {
    let text = reader.text(root, "", "resolver")?;
    let fine = text.parse::<std::net::SocketAddr>().is_ok() || text.parse::<std::net::Ipv4Addr>().is_ok();
    let result = if fine { Ok(text) } else { Err("must be an IP address, with a port if it is not 53") };
    reader.checked("resolver", result).map(str::to_owned)
}

/// What is written into a configuration as it is must have no meaning there.
pub fn plain_file(text: &str) -> Result<&str, &'static str> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/._+@:-".contains(&b);
    if !text.starts_with('/') || text.len() < 2 {
        return Err("must be a whole path, from / on");
    }
    if !text.bytes().all(plain) || text.split('/').any(|part| part == "..") {
        return Err("may have letters, digits and / . _ + @ : - only, and no ..");
    }
    Ok(text.trim_end_matches('/'))
}
