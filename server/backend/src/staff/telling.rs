//! What is written down of what somebody may do, and what they are told. Neither holds a name.

use domain::{
    id::AccountId,
    locale::Locale,
    staff::{CatalogueRole, RegistryRole, Roles, SignInChange},
    text::EmailAddress,
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::PgConnection;
use store::outbox::{Kind, NewMessage};

use super::entering::How;
use crate::{Backend, StoreError};

/// Roles, as audit entries and letters hold them.
pub(super) fn roles_detail(roles: &Roles) -> Value {
    json!({
        "catalogue": roles.catalogue.as_ref().map(CatalogueRole::as_str),
        "registry": roles.registry_role().as_ref().map(RegistryRole::as_str),
        "organisation": roles.organisation(),
    })
}

/// A letter to somebody about whom something was decided.
pub(super) struct Letter<'a> {
    /// What it says.
    pub(super) kind: Kind,
    /// Where it goes.
    pub(super) email: &'a EmailAddress,
    /// The language it is written in.
    pub(super) locale: Locale,
}

impl Letter<'_> {
    /// Writes it, with what its words need.
    pub(super) async fn write(self, db: &mut PgConnection, detail: Value, now: Timestamp) -> Result<(), StoreError> {
        let Letter { kind, email, locale } = self;
        let message = NewMessage { kind, recipient: email.as_str(), order: None, detail, locale };
        store::outbox::add(db, message, now).await?;
        Ok(())
    }
}

/// Tells the owner of an account what changed of how they sign in, in the language of whoever changed it; nothing, where
/// nothing changed.
pub(crate) async fn tells_owner(
    backend: &Backend,
    db: &mut PgConnection,
    (account, locale): (AccountId, Locale),
    changes: [Option<SignInChange>; 2],
) -> Result<(), StoreError> {
    let changes: Vec<SignInChange> = changes.into_iter().flatten().collect();
    if changes.is_empty() {
        return Ok(());
    }
    let Some(email) = store::accounts::email_of(&mut *db, account).await? else { return Ok(()) };
    let now = backend.clock.now();
    let letter = Letter { kind: Kind::SignInChanged, email: &email, locale };
    letter.write(db, json!({ "changes": changes, "at": now }), now).await
}

/// The same of somebody who set up what proves who they are, perhaps with their first recovery codes.
pub(super) async fn tells_set_up(
    backend: &Backend,
    db: &mut PgConnection,
    whom: (AccountId, Locale),
    (by, has_new_codes): (How<'_>, bool),
) -> Result<(), StoreError> {
    let set = if by == How::Passkey { SignInChange::PasskeyAdded } else { SignInChange::AuthenticatorSet };
    let changes = [Some(set), has_new_codes.then_some(SignInChange::RecoveryCodes)];
    tells_owner(backend, db, whom, changes).await
}

#[cfg(test)]
mod tests {
    use domain::{form::Answer, staff::AuthorityKey};

    use super::*;

    #[test]
    fn roles_are_written_down_by_their_codes() {
        let organisation = AuthorityKey::read("FHA").ok();
        let roles = Roles::of(Some(CatalogueRole::Publisher), Some(RegistryRole::Viewer), organisation);
        let written = roles_detail(&roles);
        assert_eq!(written, json!({ "catalogue": "publisher", "registry": "viewer", "organisation": "FHA" }));
        let none = json!({ "catalogue": null, "registry": null, "organisation": null });
        assert_eq!(roles_detail(&Roles::default()), none);
    }
}
