//! The registration under way: its cookie, and what is behind it.

use backend::secrets::Token;
use domain::id::DraftId;
use http::request::Parts;
use leptos::prelude::use_context;
use store::sessions::DRAFT_COOKIE_HOURS;

use super::{
    Cx, Refusal,
    visitor::{DRAFT_COOKIE, draft_token},
};
use crate::AppError;

/// The token as it came along, to be sent again.
pub(super) fn token() -> Option<String> {
    draft_token(&use_context::<Parts>()?.headers)
}

impl Cx {
    /// The registration under way, which is about to be written; its cookie is kept for as long again. Without one what
    /// was typed is given back, to be sent again by whoever opens it here.
    pub fn draft(&self) -> Result<DraftId, Refusal> {
        let draft = self.known.draft.ok_or(AppError::DraftClosed)?;
        if let Some(token) = &self.draft_token {
            self.send_draft_cookie(token);
        }
        Ok(draft)
    }

    /// The registration under way, if one came along.
    pub const fn known_draft(&self) -> Option<DraftId> {
        self.known.draft
    }

    /// Names the registration under way from now on, in the place of another one.
    pub fn set_draft(&self, token: &Token) {
        self.send_draft_cookie(token.as_str());
    }

    fn send_draft_cookie(&self, token: &str) {
        let seconds = DRAFT_COOKIE_HOURS * 60 * 60;
        let mut begun = self.begun();
        begun.cookies.retain(|cookie| !cookie.starts_with(DRAFT_COOKIE));
        begun
            .cookies
            .push(format!("{DRAFT_COOKIE}={token}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax"));
    }
}
