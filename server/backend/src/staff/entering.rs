//! Being in: the last step of every way in, whoever or whatever proved who somebody is.

use domain::{id::AccountId, paths};
use serde_json::json;
use sqlx::PgConnection;
use store::staff::signing_in::{self, Entrance};

use crate::{
    Backend, StoreError,
    accounts::{Browser, Entered, merging},
    secrets::Token,
};

/// What proved who somebody is, beside their password or in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How<'a> {
    /// A provider of OpenID Connect, by its issuer.
    Provider(&'a str),
    /// A code of their authenticator.
    Code,
    /// A passkey.
    Passkey,
    /// A recovery code.
    Recovery,
}

impl<'a> How<'a> {
    /// Its name in the audit trail.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provider(_) => "provider",
            Self::Code => "authenticator",
            Self::Passkey => "passkey",
            Self::Recovery => "recovery_code",
        }
    }

    /// The provider, if it was one.
    const fn issuer(self) -> Option<&'a str> {
        match self {
            Self::Provider(issuer) => Some(issuer),
            Self::Code | Self::Passkey | Self::Recovery => None,
        }
    }
}

/// Signs somebody in as staff, in a session that gets another token; the basket of a guest comes along. Their account is
/// locked, and what proved who they are was read then (`store::staff::locked`). Whether they are staff, and may be, is
/// read with each of their requests.
pub async fn enter(
    backend: &Backend,
    db: &mut PgConnection,
    browser: Browser,
    account: AccountId,
    by: How<'_>,
) -> Result<Entered, StoreError> {
    let (now, token) = (backend.clock.now(), Token::draw());
    let entrance = Entrance { token: token.hash(), device: browser.device, provider: by.issuer() };
    signing_in::enter(&mut *db, browser.session, account, entrance, now).await?;
    merging::merge(backend, &mut *db, (browser.basket, browser.session), account).await?;
    let (subject, detail) = (format!("account:{account}"), json!({ "by": by.as_str() }));
    store::staff::audit(db, Some(account), ("staff.sign_in", &subject), &detail, now).await?;
    Ok(Entered { path: paths::staff(), token })
}
