//! What a request began, and the cookies that say so.

use backend::secrets::Token;
use domain::id::{BasketId, SessionId};

use super::visitor::{BASKET_COOKIE, SESSION_COOKIE};

/// How long the cookie of the basket is kept.
const BASKET_SECONDS: u32 = 60 * 24 * 60 * 60;

/// What this request began: rows that exist, and cookies to set for them.
#[derive(Debug, Default)]
pub(super) struct Begun {
    pub(super) session: Option<SessionId>,
    pub(super) basket: Option<BasketId>,
    pub(super) cookies: Vec<String>,
    /// Seconds until what was refused as too often may be done again.
    pub(super) retry_after: Option<i64>,
    /// Whether somebody left, so that the browser keeps nothing of what they saw.
    pub(super) is_left: bool,
    /// Whether the cookie of the basket is among them.
    is_basket_kept: bool,
}

impl Begun {
    /// Lets the browser keep the basket's cookie for 60 days from now.
    pub(super) fn keep_basket(&mut self, token: &Token) {
        if !self.is_basket_kept {
            self.is_basket_kept = true;
            self.cookies.push(format!(
                "{BASKET_COOKIE}={}; Path=/; Max-Age={BASKET_SECONDS}; Secure; HttpOnly; SameSite=Lax",
                token.as_str()
            ));
        }
    }

    /// Gives the browser the session's cookie until it closes, in the place of one that was to be set before.
    pub(super) fn set_session(&mut self, token: &Token) {
        self.cookies.retain(|cookie| !cookie.starts_with(SESSION_COOKIE));
        self.cookies.push(format!("{SESSION_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.as_str()));
    }

    /// Takes the session's cookie from the browser.
    pub(super) fn end_session(&mut self) {
        self.cookies.retain(|cookie| !cookie.starts_with(SESSION_COOKIE));
        self.cookies.push(format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"));
    }
}
