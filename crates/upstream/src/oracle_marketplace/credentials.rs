//! What a user types so that requests can be made (contract §1). The two headers are added by
//! whoever sends a request; a [`image_console_core::Request`] of this module never carries them.

/// The header of the token: `Bearer <token>`.
pub const TOKEN_HEADER: &str = "Authorization";

/// The header of the partner's e-mail address; every call needs it beside the token.
pub const USER_ID_HEADER: &str = "X-Oracle-UserId";

/// The token as it goes behind `Bearer `, from what was pasted.
///
/// # Errors
/// What is wrong with it, in words; the text itself is never repeated.
pub fn token(pasted: &str) -> Result<String, String> {
    let text = pasted.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let text = if word.eq_ignore_ascii_case("bearer") { rest.trim() } else { text };
    if text.is_empty() {
        return Err("Paste the access token that the Marketplace gave you.".to_owned());
    }
    if !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Err("This is not a token: it has spaces, line ends or other characters in it that a token cannot have.".to_owned());
    }
    Ok(text.to_owned())
}

/// The partner's e-mail address, from what was typed.
///
/// # Errors
/// What is wrong with it, in words.
pub fn user_id(typed: &str) -> Result<String, String> {
    let text = typed.trim();
    if text.is_empty() {
        return Err("Enter the partner's e-mail address, for example partner@example.com.".to_owned());
    }
    if !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(
            "An e-mail address here has no spaces and only plain letters, digits and signs.".to_owned()
        );
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_taken_with_and_without_its_word_and_never_repeated_in_an_error() {
        assert_eq!(token(" Bearer eyJ.a-b_c \n").as_deref(), Ok("eyJ.a-b_c"));
        assert_eq!(token("eyJ").as_deref(), Ok("eyJ"));
        for bad in ["", "Bearer ", "eyJhush two", "eyJhush\nx", "eyJhushü"] {
            assert!(!token(bad).expect_err(bad).contains("hush"));
        }
    }

    #[test]
    fn a_user_id_must_fit_into_a_header() {
        assert_eq!(user_id(" partner@example.com ").as_deref(), Ok("partner@example.com"));
        for bad in ["", "a b@example.com", "ü@example.com"] {
            assert!(user_id(bad).is_err(), "{bad}");
        }
    }
}
