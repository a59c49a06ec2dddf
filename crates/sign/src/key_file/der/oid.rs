//! Object identifiers in the form they have in DER, and names for those that are not supported.

/// 1.2.840.113549.1.1.1
pub(in crate::key_file) const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
/// 1.2.840.10045.2.1
pub(in crate::key_file) const EC: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
/// 1.2.840.10045.3.1.7
pub(in crate::key_file) const P256: &[u8] = b"\x2a\x86\x48\xce\x3d\x03\x01\x07";
/// 1.3.132.0.34
pub(in crate::key_file) const P384: &[u8] = b"\x2b\x81\x04\x00\x22";
/// 1.3.132.0.35
pub(in crate::key_file) const P521: &[u8] = b"\x2b\x81\x04\x00\x23";
/// 1.2.840.113549.1.5.13
pub(in crate::key_file) const PBES2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d";
/// 1.2.840.113549.1.5.12
pub(in crate::key_file) const PBKDF2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c";
/// 1.3.6.1.4.1.11591.4.11
pub(in crate::key_file) const SCRYPT: &[u8] = b"\x2b\x06\x01\x04\x01\xda\x47\x04\x0b";
/// 1.2.840.113549.2.7
pub(in crate::key_file) const HMAC_SHA1: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x02\x07";
/// 1.2.840.113549.2.9
pub(in crate::key_file) const HMAC_SHA256: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x02\x09";
/// 1.2.840.113549.2.11
pub(in crate::key_file) const HMAC_SHA512: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x02\x0b";
/// 2.16.840.1.101.3.4.1.2
pub(in crate::key_file) const AES128: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x02";
/// 2.16.840.1.101.3.4.1.22
pub(in crate::key_file) const AES192: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x16";
/// 2.16.840.1.101.3.4.1.42
pub(in crate::key_file) const AES256: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x2a";
/// 1.2.840.113549.3.7
pub(in crate::key_file) const DES3: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x03\x07";

/// What people call the ones that cannot be used.
const NAMES: &[(&[u8], &str)] = &[
    (b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a", "RSA-PSS"),
    (b"\x2a\x86\x48\xce\x38\x04\x01", "DSA"),
    (b"\x2b\x65\x70", "Ed25519"),
    (b"\x2b\x65\x71", "Ed448"),
    (b"\x2b\x65\x6e", "X25519"),
    (b"\x2b\x65\x6f", "X448"),
    (b"\x2b\x81\x04\x00\x0a", "secp256k1"),
    (b"\x2b\x81\x04\x00\x21", "P-224"),
    (b"\x2a\x86\x48\xce\x3d\x03\x01\x01", "P-192"),
    (b"\x2b\x24\x03\x03\x02\x08\x01\x01\x07", "brainpoolP256r1"),
];

/// A name for an object that is not supported: the usual one, or its numbers.
pub(in crate::key_file) fn name(object: &[u8]) -> String {
    if let Some((_, name)) = NAMES.iter().find(|(known, _)| *known == object) {
        return (*name).to_owned();
    }
    let mut arcs = Vec::new();
    let mut arc = 0_u64;
    for byte in object.iter().take(24) {
        arc = arc << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            if arcs.is_empty() {
                let first = (arc / 40).min(2);
                arcs.push(first.to_string());
                arc -= first * 40;
            }
            arcs.push(arc.to_string());
            arc = 0;
        }
    }
    format!("OID {}", arcs.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_objects_are_named_by_their_numbers() {
        assert_eq!(name(PBES2), "OID 1.2.840.113549.1.5.13");
        assert_eq!(name(AES256), "OID 2.16.840.1.101.3.4.1.42");
        assert_eq!(name(b"\x2b\x65\x70"), "Ed25519");
        assert_eq!(name(&[0xff; 60]), "OID ");
    }
}
