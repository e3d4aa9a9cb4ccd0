//! What comes with a request: the tokens in its cookies, and its language.

use backend::{SharedBackend, StoreError, secrets};
use domain::locale::Locale;
use http::header;
use store::sessions::{Known, Tokens};

/// Cookie of the session.
pub const SESSION_COOKIE: &str = "__Host-sid";
/// Cookie of the basket; kept for 60 days.
pub const BASKET_COOKIE: &str = "__Host-basket";
/// Cookie of the registration under way; kept for 12 hours after each write.
pub const DRAFT_COOKIE: &str = "__Host-draft";
/// Cookie of the language that was chosen; kept for a year.
pub const LANGUAGE_COOKIE: &str = "__Host-language";

/// What came with a request: tokens, hashed, and the language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visitor {
    /// Of session, basket and registration under way.
    pub tokens: Tokens,
    /// The language that was chosen for the interface.
    pub chosen: Option<Locale>,
    /// The language of the interface: that one, else the first of the browser's that it speaks.
    pub locale: Locale,
}

impl Visitor {
    /// Reads the cookies of a request.
    pub fn of(headers: &http::HeaderMap) -> Self {
        let mut visitor = Self::default();
        for (name, token) in cookies(headers) {
            match name {
                SESSION_COOKIE => visitor.tokens.session = Some(secrets::hash_token(token)),
                BASKET_COOKIE => visitor.tokens.basket = Some(secrets::hash_token(token)),
                DRAFT_COOKIE => visitor.tokens.draft = Some(secrets::hash_token(token)),
                LANGUAGE_COOKIE => visitor.chosen = Locale::from_code(token),
                _ => {}
            }
        }
        visitor.locale = visitor.chosen.or_else(|| Locale::of_reader(accepted_languages(headers))).unwrap_or_default();
        visitor
    }

    /// What is behind the tokens; nothing is asked when none came along.
    pub(super) async fn known(&self, backend: &SharedBackend) -> Result<Known, StoreError> {
        if !self.is_known() {
            return Ok(Known::default());
        }
        store::sessions::known(&backend.db, self.tokens, backend.clock.now()).await
    }

    /// Whether anything came along.
    pub const fn is_known(&self) -> bool {
        self.tokens.session.is_some() || self.tokens.basket.is_some() || self.tokens.draft.is_some()
    }
}

/// The cookies of a request: names and values.
fn cookies(headers: &http::HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    pairs.flat_map(|pairs| pairs.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

/// The token of the registration under way as it came along.
pub(super) fn draft_token(headers: &http::HeaderMap) -> Option<String> {
    cookies(headers).filter(|(name, _)| *name == DRAFT_COOKIE).last().map(|(_, token)| token.to_owned())
}

/// The languages of `Accept-Language` in the order they stand; weights follow it in practice.
pub fn accepted_languages(headers: &http::HeaderMap) -> Vec<&str> {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tags = header.split(',').filter_map(|part| part.split(';').next()).map(str::trim);
    tags.filter(|tag| !tag.is_empty()).take(10).collect()
}
