//! The text form: blocks between `-----BEGIN …-----` and `-----END …-----`.
//!
//! Lenient about what copying does to text (indentation, line ends, joined lines, text around the
//! block), strict about the Base64 itself.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

use super::KeyFileError;

const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";

/// One block, not decoded yet.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    /// What stands after `BEGIN`.
    pub(super) label: &'a str,
    /// What stands before the `END` line; nothing when there is no such line.
    body: Option<&'a str>,
}

/// The header of a traditionally encrypted block.
pub(super) struct DekInfo<'a> {
    /// Name of the cipher as OpenSSL spells it.
    pub(super) cipher: &'a str,
    /// Its initialisation vector.
    pub(super) iv: Vec<u8>,
}

/// Finds all blocks of a text.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(BEGIN) {
        rest = after;
        let Some((label, after)) = after.split_once(DASHES) else { break };
        if label.len() > 64 || label.contains('\n') {
            continue;
        }
        rest = after;
        let body = after.split_once("-----END ").and_then(|(body, end)| {
            let is_whole = end.trim_start().starts_with(label) && !body.contains(BEGIN);
            is_whole.then_some(body)
        });
        found.push(Block { label, body });
    }
    found
}

impl<'a> Block<'a> {
    /// The header of traditional encryption, if there is one, and the decoded content.
    pub(super) fn decode(&self) -> Result<(Option<DekInfo<'a>>, Zeroizing<Vec<u8>>), KeyFileError> {
        let body = self.body.ok_or(KeyFileError::Truncated)?;
        let mut dek = None;
        let mut encrypted = false;
        let mut base64 = Zeroizing::new(String::with_capacity(body.len()));
        for line in body.lines() {
            if let Some((name, value)) = line.split_once(':') {
                match name.trim() {
                    "Proc-Type" => encrypted = value.contains("ENCRYPTED"),
                    "DEK-Info" => dek = Some(dek_info(value)?),
                    _ => {}
                }
            } else {
                base64.extend(line.split_whitespace());
            }
        }
        if encrypted != dek.is_some() || base64.is_empty() {
            return Err(KeyFileError::Damaged);
        }
        let decoded = STANDARD.decode(base64.as_bytes()).map_err(|_| KeyFileError::DamagedBase64)?;
        Ok((dek, Zeroizing::new(decoded)))
    }
}

/// Reads `AES-128-CBC,0011…`.
fn dek_info(value: &str) -> Result<DekInfo<'_>, KeyFileError> {
    let (cipher, iv) = value.trim().split_once(',').ok_or(KeyFileError::Damaged)?;
    let digits: Option<Vec<u8>> =
        iv.trim().chars().map(|c| c.to_digit(16).and_then(|d| d.try_into().ok())).collect();
    let digits = digits.filter(|d| d.len().is_multiple_of(2)).ok_or(KeyFileError::Damaged)?;
    let iv =
        digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
    Ok(DekInfo { cipher: cipher.trim(), iv })
}
