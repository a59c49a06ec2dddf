//! The text that a signature covers (section 2.1).

use crate::wire::Request;

/// One line per signed item, joined without a final newline. `field` looks up a parameter of the
/// Authorization header, for the items that repeat one.
///
/// # Errors
/// Names the header that was listed but not sent.
pub fn of(
    request: &Request,
    signed: &[String],
    field: &dyn Fn(&str) -> Option<String>,
) -> Result<String, String> {
    let line = |name: &String| -> Result<String, String> {
        match name.as_str() {
            "(request-target)" => {
                Ok(format!("(request-target): {} {}", request.method.to_ascii_lowercase(), request.target))
            }
            "(keyid)" => Ok(format!("(keyid): {}", field("keyId").unwrap_or_default())),
            "(algorithm)" => Ok(format!("(algorithm): {}", field("algorithm").unwrap_or_default())),
            "(created)" | "(expires)" | "(opaque)" => {
                let bare = name.trim_matches(['(', ')']);
                let value = field(bare).ok_or_else(|| format!("{bare} was not specified"))?;
                Ok(format!("{name}: {value}"))
            }
            _ => {
                let value = request.header(name).ok_or_else(|| format!("{name} was not in the request"))?;
                Ok(format!("{name}: {value}"))
            }
        }
    };
    Ok(signed.iter().map(line).collect::<Result<Vec<_>, _>>()?.join("\n"))
}
