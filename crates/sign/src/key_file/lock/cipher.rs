//! The ciphers of key files, by the three sets of names they have.

use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockCipherDecrypt, BlockModeDecrypt as _, KeyInit, KeyIvInit, StreamCipher};
use aes::{Aes128, Aes192, Aes256};
use des::TdesEde3;

use crate::key_file::KeyFileError;
use crate::key_file::der::oid;

#[derive(Clone, Copy)]
enum Block {
    Aes128,
    Aes192,
    Aes256,
    /// Files of before 2010 or so are encrypted with it, and some tools still do it.
    TripleDes,
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Cbc,
    Ctr,
}

/// A supported cipher.
#[derive(Clone, Copy)]
pub(super) struct Cipher(Block, Mode);

impl Cipher {
    /// By the name in an OpenSSH file.
    pub(super) fn openssh(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"aes128-ctr" => Self(Block::Aes128, Mode::Ctr),
            b"aes192-ctr" => Self(Block::Aes192, Mode::Ctr),
            b"aes256-ctr" => Self(Block::Aes256, Mode::Ctr),
            b"aes128-cbc" => Self(Block::Aes128, Mode::Cbc),
            b"aes192-cbc" => Self(Block::Aes192, Mode::Cbc),
            b"aes256-cbc" => Self(Block::Aes256, Mode::Cbc),
            b"3des-cbc" => Self(Block::TripleDes, Mode::Cbc),
            _ => return None,
        })
    }

    /// By the name in a `DEK-Info` header.
    pub(super) fn traditional(name: &str) -> Option<Self> {
        let block = match name {
            "AES-128-CBC" => Block::Aes128,
            "AES-192-CBC" => Block::Aes192,
            "AES-256-CBC" => Block::Aes256,
            "DES-EDE3-CBC" => Block::TripleDes,
            _ => return None,
        };
        Some(Self(block, Mode::Cbc))
    }

    /// By object identifier.
    pub(super) fn pkcs8(object: &[u8]) -> Option<Self> {
        let block = match object {
            oid::AES128 => Block::Aes128,
            oid::AES192 => Block::Aes192,
            oid::AES256 => Block::Aes256,
            oid::DES3 => Block::TripleDes,
            _ => return None,
        };
        Some(Self(block, Mode::Cbc))
    }

    /// Bytes of the key.
    pub(super) const fn key_len(self) -> usize {
        match self.0 {
            Block::Aes128 => 16,
            Block::Aes192 | Block::TripleDes => 24,
            Block::Aes256 => 32,
        }
    }

    /// Bytes of the initialisation vector, which is also the size of a block.
    pub(super) const fn iv_len(self) -> usize {
        match self.0 {
            Block::TripleDes => 8,
            _ => 16,
        }
    }

    /// Decrypts in place.
    pub(super) fn decrypt(self, key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), KeyFileError> {
        if data.is_empty() || !data.len().is_multiple_of(self.iv_len()) {
            return Err(KeyFileError::Truncated);
        }
        let done = match (self.0, self.1) {
            (Block::Aes128, Mode::Cbc) => cbc::<Aes128>(key, iv, data),
            (Block::Aes192, Mode::Cbc) => cbc::<Aes192>(key, iv, data),
            (Block::Aes256, Mode::Cbc) => cbc::<Aes256>(key, iv, data),
            (Block::TripleDes, _) => cbc::<TdesEde3>(key, iv, data),
            (Block::Aes128, Mode::Ctr) => ctr::<ctr::Ctr128BE<Aes128>>(key, iv, data),
            (Block::Aes192, Mode::Ctr) => ctr::<ctr::Ctr128BE<Aes192>>(key, iv, data),
            (Block::Aes256, Mode::Ctr) => ctr::<ctr::Ctr128BE<Aes256>>(key, iv, data),
        };
        done.ok_or(KeyFileError::Damaged)
    }
}

fn cbc<C: BlockCipherDecrypt + KeyInit>(key: &[u8], iv: &[u8], data: &mut [u8]) -> Option<()> {
    cbc::Decryptor::<C>::new_from_slices(key, iv).ok()?.decrypt_padded::<NoPadding>(data).ok()?;
    Some(())
}

fn ctr<C: KeyIvInit + StreamCipher>(key: &[u8], iv: &[u8], data: &mut [u8]) -> Option<()> {
    C::new_from_slices(key, iv).ok()?.try_apply_keystream(data).ok()
}
