//! The two forms of an ECDSA signature.

use crate::SignError;

/// The longest half that occurs: P-521.
const LONGEST_HALF: usize = 66;

/// Turns the raw signature `r ‖ s` that WebCrypto returns into the DER `SEQUENCE { r, s }` that
/// servers verify (triton-cloudapi.md §2.1, "Signature").
///
/// # Errors
/// [`SignError::MalformedSignature`] when the input is not two halves of the same length, as long
/// as the coordinates of a curve can be.
pub fn ecdsa_raw_to_der(raw: &[u8]) -> Result<Vec<u8>, SignError> {
    let half = raw.len() / 2;
    if half == 0 || !raw.len().is_multiple_of(2) || half > LONGEST_HALF {
        return Err(SignError::MalformedSignature);
    }
    let (r, s) = raw.split_at(half);
    let mut body = Vec::with_capacity(raw.len() + 6);
    push_integer(&mut body, r)?;
    push_integer(&mut body, s)?;
    let mut der = Vec::with_capacity(body.len() + 3);
    der.push(0x30);
    let length = u8::try_from(body.len()).map_err(|_| SignError::MalformedSignature)?;
    if length > 0x7f {
        der.push(0x81);
    }
    der.push(length);
    der.extend_from_slice(&body);
    Ok(der)
}

/// A DER INTEGER is signed and as short as it can be: zeros go from the front, and one comes back
/// when the top bit is set.
fn push_integer(out: &mut Vec<u8>, bytes: &[u8]) -> Result<(), SignError> {
    let start = bytes.iter().position(|b| *b != 0).ok_or(SignError::MalformedSignature)?;
    let bytes = bytes.get(start..).unwrap_or_default();
    let pad = bytes.first().is_some_and(|b| *b >= 0x80);
    let length = u8::try_from(bytes.len() + usize::from(pad)).map_err(|_| SignError::MalformedSignature)?;
    out.extend_from_slice(&[0x02, length]);
    if pad {
        out.push(0);
    }
    out.extend_from_slice(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_shortened_and_kept_positive() {
        let mut raw = [0_u8; 64];
        raw[31] = 0x7f;
        raw[32] = 0x80;
        let der = ecdsa_raw_to_der(&raw).expect("two halves");
        let mut expected = vec![0x30, 3 + 2 + 33, 0x02, 1, 0x7f, 0x02, 33, 0, 0x80];
        expected.extend([0; 31]);
        assert_eq!(der, expected);
    }

    #[test]
    fn p521_needs_the_long_form_of_the_length() {
        let der = ecdsa_raw_to_der(&[0x01; 132]).expect("two halves");
        assert_eq!(der[..5], [0x30, 0x81, 136, 0x02, 66]);
        assert_eq!(der.len(), 139);
    }

    #[test]
    fn what_is_not_a_signature_is_refused() {
        for raw in [&[][..], &[1], &[1, 2, 3], &[0; 64], &[1; 200]] {
            assert_eq!(ecdsa_raw_to_der(raw), Err(SignError::MalformedSignature));
        }
    }
}
