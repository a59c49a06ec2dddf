//! Reading DER.

use super::{
    BIT_STRING, CONTEXT_CONSTRUCTED, CONTEXT_PRIMITIVE, INTEGER, NULL, OBJECT, OCTET_STRING, SEQUENCE,
};
use crate::key_file::KeyFileError;

type Result<T> = std::result::Result<T, KeyFileError>;

/// What is left to read of one level.
#[derive(Clone, Copy)]
pub(in crate::key_file) struct Reader<'a>(&'a [u8]);

/// The content of the one SEQUENCE that a file is.
pub(in crate::key_file) fn sequence_in(bytes: &[u8]) -> Result<Reader<'_>> {
    let mut outer = Reader(bytes);
    let inner = outer.sequence()?;
    outer.end()?;
    Ok(inner)
}

impl<'a> Reader<'a> {
    /// The next element: its tag and content.
    fn element(&mut self) -> Result<(u8, &'a [u8])> {
        let [tag, length, rest @ ..] = self.0 else { return Err(KeyFileError::Truncated) };
        // A tag number above 30 takes further bytes; nothing in a key has one.
        if tag & 0x1f == 0x1f {
            return Err(KeyFileError::Damaged);
        }
        let (length, rest) = match length {
            0..=0x7f => (usize::from(*length), rest),
            0x81..=0x83 => {
                let (digits, rest) =
                    rest.split_at_checked(usize::from(length & 0x7f)).ok_or(KeyFileError::Truncated)?;
                (digits.iter().fold(0, |n, digit| n << 8 | usize::from(*digit)), rest)
            }
            _ => return Err(KeyFileError::Damaged),
        };
        let (content, rest) = rest.split_at_checked(length).ok_or(KeyFileError::Truncated)?;
        self.0 = rest;
        Ok((*tag, content))
    }

    fn expect(&mut self, wanted: u8) -> Result<&'a [u8]> {
        match self.element()? {
            (tag, content) if tag == wanted => Ok(content),
            _ => Err(KeyFileError::Damaged),
        }
    }

    fn optional(&mut self, wanted: u8) -> Result<Option<&'a [u8]>> {
        if self.0.first() == Some(&wanted) { self.expect(wanted).map(Some) } else { Ok(None) }
    }

    pub(in crate::key_file) fn sequence(&mut self) -> Result<Self> {
        self.expect(SEQUENCE).map(Self)
    }

    /// The next element, if it is a SEQUENCE.
    pub(in crate::key_file) fn optional_sequence(&mut self) -> Result<Option<Self>> {
        Ok(self.optional(SEQUENCE)?.map(Self))
    }

    /// A non-negative INTEGER, big-endian, without zeros in front.
    pub(in crate::key_file) fn natural(&mut self) -> Result<&'a [u8]> {
        natural(self.expect(INTEGER)?)
    }

    /// The next element, if it is an INTEGER.
    pub(in crate::key_file) fn optional_natural(&mut self) -> Result<Option<&'a [u8]>> {
        self.optional(INTEGER)?.map(natural).transpose()
    }

    /// A small INTEGER.
    pub(in crate::key_file) fn small(&mut self) -> Result<u32> {
        let digits = self.natural()?;
        if digits.len() > 4 {
            return Err(KeyFileError::TooCostly);
        }
        Ok(digits.iter().fold(0, |n, digit| n << 8 | u32::from(*digit)))
    }

    pub(in crate::key_file) fn octet_string(&mut self) -> Result<&'a [u8]> {
        self.expect(OCTET_STRING)
    }

    pub(in crate::key_file) fn object(&mut self) -> Result<&'a [u8]> {
        self.expect(OBJECT)
    }

    /// An OBJECT IDENTIFIER, if that is what follows.
    pub(in crate::key_file) fn optional_object(&mut self) -> Result<Option<&'a [u8]>> {
        self.optional(OBJECT)
    }

    /// A NULL, or nothing at all.
    pub(in crate::key_file) fn null_or_nothing(&mut self) -> Result<()> {
        match self.optional(NULL)? {
            None | Some([]) => self.end(),
            Some(_) => Err(KeyFileError::Damaged),
        }
    }

    /// `[number]` around other elements, if that is what follows.
    pub(in crate::key_file) fn optional_explicit(&mut self, number: u8) -> Result<Option<Self>> {
        Ok(self.optional(CONTEXT_CONSTRUCTED | number)?.map(Self))
    }

    /// `[number]` in place of a BIT STRING's own tag, if that is what follows.
    pub(in crate::key_file) fn optional_implicit_bits(&mut self, number: u8) -> Result<Option<&'a [u8]>> {
        self.optional(CONTEXT_PRIMITIVE | number)?.map(whole_bytes).transpose()
    }

    pub(in crate::key_file) fn bit_string(&mut self) -> Result<&'a [u8]> {
        whole_bytes(self.expect(BIT_STRING)?)
    }

    /// Nothing may follow.
    pub(in crate::key_file) fn end(&self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(KeyFileError::Damaged) }
    }
}

fn natural(content: &[u8]) -> Result<&[u8]> {
    match content {
        [] | [0x80..=0xff, ..] => Err(KeyFileError::Damaged),
        [0, rest @ ..] => Ok(rest),
        all => Ok(all),
    }
}

fn whole_bytes(content: &[u8]) -> Result<&[u8]> {
    match content {
        [0, bytes @ ..] => Ok(bytes),
        _ => Err(KeyFileError::Damaged),
    }
}
