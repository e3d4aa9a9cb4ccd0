//! What is written down of what somebody may do, and what they are told. Neither holds a name.

use domain::{
    locale::Locale,
    staff::{CatalogueRole, RegistryRole, Roles},
    text::EmailAddress,
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::PgConnection;
use store::outbox::{Kind, NewMessage};

use crate::StoreError;

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
