//! Tokens that users enter: secrets, so they are held in memory only, are stored nowhere and never
//! shown. A new access token that a refresh token brought changes nothing that anybody watches.

use image_console_core::time::Timestamp;
use image_console_upstream::cloud_foundry;
use leptos::prelude::*;

use super::{Connected, Connections};

/// A token with what goes beside it. It has no debug form on purpose.
#[derive(Clone)]
pub struct Token {
    /// Which sign-in it comes from; renewing keeps the number.
    pub number: u32,
    /// The headers that each request to the API carries.
    pub headers: Vec<(String, String)>,
    /// The token as its server gave it, where that can renew it.
    pub renewable: Option<cloud_foundry::token::Token>,
}

/// What may be shown of a sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Tells one sign-in from the next.
    pub number: u32,
    /// How and as whom, in words.
    pub about: String,
    /// When it ends, where it says so and nothing renews it.
    pub expires: Option<Timestamp>,
}

impl Connections {
    /// Signs in with a token from now on. Whatever waited for it goes on.
    pub fn enter_token(self, id: &str, token: Token, about: String, expires: Option<Timestamp>) {
        let Some(connected) = self.peek(id) else { return };
        let number = self.next_number.try_update_value(|n| std::mem::replace(n, *n + 1)).unwrap_or_default();
        let token = Token { number, ..token };
        let _ = self.tokens.try_update_value(|all| all.insert(id.to_owned(), token));
        self.replace(Connected {
            signed_in: Some(SignedIn { number, about, expires }),
            ..(*connected).clone()
        });
    }

    /// The token of a connection.
    #[must_use]
    pub fn token(self, id: &str) -> Option<Token> {
        self.tokens.try_with_value(|all| all.get(id).cloned()).flatten()
    }

    /// Puts a renewed token in the place of the one it comes from.
    pub fn renew_token(self, id: &str, token: Token) {
        let _ = self.tokens.try_update_value(|all| {
            if all.get(id).is_some_and(|old| old.number == token.number) {
                all.insert(id.to_owned(), token);
            }
        });
    }

    /// Ends a sign-in: the given one, unless another has taken its place; without a number, any.
    pub fn end_token(self, id: &str, number: Option<u32>) {
        let current = self.token(id).map(|token| token.number);
        if current.is_none() || number.is_some_and(|number| Some(number) != current) {
            return;
        }
        let _ = self.tokens.try_update_value(|all| all.remove(id));
        if let Some(connected) = self.peek(id) {
            self.replace(Connected { signed_in: None, ..(*connected).clone() });
        }
    }
}
