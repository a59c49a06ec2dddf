//! The encoding SSH uses for keys (RFC 4251 §5): strings with their length in front.

use crate::key_file::KeyFileError;

/// What is left to read.
#[derive(Clone, Copy)]
pub(in crate::key_file) struct Wire<'a>(pub(in crate::key_file) &'a [u8]);

impl<'a> Wire<'a> {
    pub(in crate::key_file) fn u32(&mut self) -> Result<u32, KeyFileError> {
        let (digits, rest) = self.0.split_first_chunk().ok_or(KeyFileError::Truncated)?;
        self.0 = rest;
        Ok(u32::from_be_bytes(*digits))
    }

    pub(in crate::key_file) fn string(&mut self) -> Result<&'a [u8], KeyFileError> {
        let length = usize::try_from(self.u32()?).map_err(|_| KeyFileError::Damaged)?;
        let (content, rest) = self.0.split_at_checked(length).ok_or(KeyFileError::Truncated)?;
        self.0 = rest;
        Ok(content)
    }

    /// A natural number, big-endian; a zero may stand in front.
    pub(in crate::key_file) fn mpint(&mut self) -> Result<&'a [u8], KeyFileError> {
        match self.string()? {
            [0x80..=0xff, ..] => Err(KeyFileError::Damaged),
            [0, rest @ ..] => Ok(rest),
            number => Ok(number),
        }
    }
}

pub(super) fn push_string(out: &mut Vec<u8>, content: &[u8]) {
    // Nothing in a public key comes near four gigabytes.
    out.extend_from_slice(&u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend_from_slice(content);
}

pub(super) fn push_mpint(out: &mut Vec<u8>, number: &[u8]) {
    if number.first().is_some_and(|b| *b >= 0x80) {
        let padded: Vec<u8> = std::iter::once(0).chain(number.iter().copied()).collect();
        push_string(out, &padded);
    } else {
        push_string(out, number);
    }
}

/// The kind of key that a public key's bytes begin with.
pub(super) fn name_of(blob: &[u8]) -> String {
    Wire(blob).string().map(crate::key_file::error::shown).unwrap_or_default()
}
