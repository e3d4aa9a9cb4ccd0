//! What was done, told once: a cookie that names it goes with the redirect, and the page that says it takes the
//! cookie back. So nothing is said again when that page is loaded again, and no GET writes anything.

use domain::{
    done::Done,
    form::{Answers, Form},
    paths::Path,
};
use http::{HeaderValue, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{Cx, Refusal, visitor::cookies};

/// Cookie of what was just done. It names a change and nobody.
const DONE_COOKIE: &str = "__Host-done";
/// Seconds for which it waits for its page.
const DONE_SECONDS: u32 = 60;

/// The cookie that goes with the redirect.
pub fn cookie(done: Done) -> String {
    format!("{DONE_COOKIE}={done}; Path=/; Max-Age={DONE_SECONDS}; Secure; HttpOnly; SameSite=Lax")
}

/// What was just done, for the page that says it; asked again, by that page or another, it is nothing.
pub fn take_done() -> Option<Done> {
    let parts = use_context::<Parts>()?;
    let done = cookies(&parts.headers).find(|(name, _)| *name == DONE_COOKIE).map(|(_, done)| done.to_owned())?;
    if let Some(response) = use_context::<ResponseOptions>() {
        let taken = format!("{DONE_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
        if let Ok(taken) = HeaderValue::from_str(&taken) {
            response.append_header(header::SET_COOKIE, taken);
        }
    }
    Done::from_code(&done)
}

impl Cx {
    /// A code was mailed, if the way leads to the page on which it is typed: what was wrong with the one before is said
    /// no more.
    pub async fn is_mailed<F: Form>(&self, path: Path) -> Result<Path, Refusal> {
        if path == F::page(&Answers::default()) {
            self.drop_kept::<F>().await?;
        }
        Ok(path)
    }

    /// Has the page on which a code is typed say that one was mailed, or what is wrong in its place. What was wrong
    /// with the one before is said no more.
    pub async fn says_sent<F: Form>(&self, outcome: Result<Path, impl Into<Refusal>>) -> Result<Path, Refusal> {
        let outcome: Result<Path, Refusal> = outcome.map_err(Into::into);
        let page = F::page(&Answers::default());
        if outcome.as_ref().is_ok_and(|path| *path == page) {
            self.drop_kept::<F>().await?;
            self.tells(Done::CodeSent);
        }
        self.said_at::<F>(outcome).await
    }
}
