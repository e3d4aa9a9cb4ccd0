//! Signing in with a code that was mailed: once, however often its button is pressed.

use domain::{
    id::{RegistrantId, SessionId},
    paths::{self, Path},
    registry::managing::SignInToken,
    text::OneTimeCode,
};
use jiff::ToSpan;
use store::{
    registry::{
        mine::{self, Which},
        registrants, signed_in,
    },
    sessions::TokenHash,
};

use super::my::linked;
use crate::{
    Backend, FormError, StoreError,
    email_codes::{self, Purpose, refused},
    secrets::{Token, hex},
};

/// Seconds within which the same code in the same browser is a button that was pressed twice.
const PRESSED_TWICE_SECONDS: i64 = 10;
/// What the token of whoever is signed in follows from.
const SIGNED_IN: &str = "signed-in-token";
/// The same in another browser than the one that asked for the code.
const SIGNED_IN_ELSEWHERE: &str = "signed-in-elsewhere-token";

/// The browser in which a code is typed.
#[derive(Clone, Copy, Debug)]
pub struct Browser {
    /// Its session, if its cookie names one.
    pub session: Option<SessionId>,
    /// The token in its cookie, hashed.
    pub cookie: Option<TokenHash>,
}

/// Signs in with the code that was mailed, which proves the address. The session gets another token: the one in its
/// cookie may have been somebody else's idea. The other one follows from the cookie, the code and the server's key, so
/// that a second press, which comes with the old cookie, finds what the first one began and lands there as well.
pub async fn sign_in(backend: &Backend, browser: Browser, code: &OneTimeCode) -> Result<(Path, Token), FormError> {
    let Some(cookie) = browser.cookie else { return Err(refused("any-code-ended")) };
    let token = backend.secrets.token(SIGNED_IN, &format!("{} {}", hex(&cookie), code.as_str()));
    let begun = match browser.session {
        Some(session) => once(backend, (session, session), code, &token).await,
        None => Err(refused("any-code-ended")),
    };
    lands(backend, begun, token).await
}

/// Where whoever signed in goes on. Who was refused may have pressed twice: then the first press signed them in.
async fn lands(
    backend: &Backend,
    begun: Result<RegistrantId, FormError>,
    token: Token,
) -> Result<(Path, Token), FormError> {
    let owner = match begun {
        Err(FormError::Refused(errors)) => {
            let since = backend.clock.now() - PRESSED_TWICE_SECONDS.seconds();
            let owner = signed_in::since(&backend.db, token.hash(), since).await?;
            owner.ok_or(FormError::Refused(errors))?
        }
        other => other?,
    };
    let waits = mine::find(&backend.db, Which::Held(owner)).await?.is_some();
    Ok((if waits { paths::my_held() } else { paths::my_registration() }, token))
}

/// Uses up the code that one session asked for and signs in in the one where it is typed, in one transaction: whoever
/// types it at the same time waits for its end. Somebody is locked before their sessions, as where they are erased.
async fn once(
    backend: &Backend,
    (asked_in, typed_in): (SessionId, SessionId),
    code: &OneTimeCode,
    token: &Token,
) -> Result<RegistrantId, FormError> {
    let email = email_codes::asked_for(backend, asked_in).await?.ok_or_else(|| refused("any-code-ended"))?.normalised();
    let right = email_codes::compare(backend, Purpose::SignIn, (asked_in, &email), code).await?;
    // Whoever was erased meanwhile has nothing to sign in to.
    let owner = signed_in::owner(&backend.db, &email).await?.ok_or_else(|| refused("any-code-wrong"))?;
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    registrants::prove(&mut *tx, owner, now).await?;
    signed_in::begin(&mut *tx, typed_in, owner, now).await?;
    right.use_up(&mut tx, typed_in).await?;
    store::sessions::renew(&mut *tx, typed_in, token.hash()).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(owner)
}

/// Signs in by the link of a message, in the browser that asked for it.
pub async fn sign_in_by_link(
    backend: &Backend,
    browser: Browser,
    token: &SignInToken,
) -> Result<(Path, Token), FormError> {
    let linked = linked(backend, token.as_str()).ok_or_else(|| refused("any-code-ended"))?;
    sign_in(backend, browser, &linked.code).await
}

/// Signs in where the link of a message was opened in another browser than the one that asked for it, with the code
/// that stands in the same message. Whoever asked in that other browser gets nothing by it: neither is anybody signed in
/// there, nor is an address proved. The token follows from link, code and the server's key, as there may be no cookie
/// yet.
pub async fn sign_in_elsewhere(
    backend: &Backend,
    session: SessionId,
    link: &SignInToken,
    code: &OneTimeCode,
) -> Result<(Path, Token), FormError> {
    let linked = linked(backend, link.as_str()).ok_or_else(|| refused("any-code-ended"))?;
    let asked_in = linked.session.ok_or_else(|| refused("any-code-ended"))?;
    let token = backend.secrets.token(SIGNED_IN_ELSEWHERE, &format!("{} {}", link.as_str(), code.as_str()));
    let begun = once(backend, (asked_in, session), code, &token).await;
    lands(backend, begun, token).await
}
