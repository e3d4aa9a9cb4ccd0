//! What was written to somebody about their registration: letters lie in the outbox, under the address they went to.

use domain::{
    id::{MessageId, RegistrantId, RegistrationId},
    registry::fields::EMAIL,
};
use jiff::Timestamp;
use sqlx::PgConnection;

use super::leaving::Owner;
use crate::{Result, outbox::Kind};

/// Whose letters.
#[derive(Clone, Copy, Debug)]
pub struct Addressee<'a> {
    /// Who it is.
    pub registrant: RegistrantId,
    /// Their registration.
    pub registration: RegistrationId,
    /// The address they have, in lower case.
    pub email_norm: &'a str,
}

impl<'a> From<&'a Owner> for Addressee<'a> {
    fn from(owner: &'a Owner) -> Self {
        let Owner { registrant, registration, email_norm, .. } = owner;
        Self { registrant: *registrant, registration: *registration, email_norm }
    }
}

/// A letter, sent or on its way.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its id.
    pub id: MessageId,
    /// What it says; nothing where this program does not know the name any more.
    pub kind: Option<Kind>,
    /// Where it goes.
    pub recipient: String,
    /// When it was written.
    pub written_at: Timestamp,
    /// When it left, if it did.
    pub sent_at: Option<Timestamp>,
}

/// The letters to somebody, the newest first: to the address they have, and, as far as they are over, to their former
/// ones. Of codes that did not leave yet, those for something else than the registry, whose purpose has this name, are
/// not among them.
pub async fn to(db: &mut PgConnection, addressee: Addressee<'_>, other_codes: &str) -> Result<Vec<Letter>> {
    let theirs = addresses(&mut *db, addressee).await?;
    let kinds = Kind::of_registry();
    let rows = sqlx::query!(
        r#"select id as "id: MessageId", kind, recipient, created_at as "created_at: jiff_sqlx::Timestamp",
               sent_at as "sent_at: jiff_sqlx::Timestamp"
           from outbox
           where lower(recipient) = any($2) and kind = any($3)
               and (kind <> $4 or detail ->> 'purpose' is distinct from $5)
               and (lower(recipient) = $1 or state in ('sent', 'failed'))
           order by created_at desc, id desc"#,
        addressee.email_norm,
        theirs.as_slice(),
        kinds.as_slice(),
        Kind::EmailCode.as_str(),
        other_codes
    )
    .fetch_all(db)
    .await?;
    let letters = rows.into_iter().map(|row| Letter {
        id: row.id,
        kind: Kind::from_name(&row.kind),
        recipient: row.recipient,
        written_at: row.created_at.to_jiff(),
        sent_at: row.sent_at.map(jiff_sqlx::Timestamp::to_jiff),
    });
    Ok(letters.collect())
}

/// Deletes the letters to somebody who is about to be erased; with them codes that left for addresses they wanted, did
/// not prove and that are nobody's: what else was written there is somebody else's. Whoever holds one of them waits for
/// nobody, or locked the registrant before.
pub async fn delete(db: &mut PgConnection, owner: &Owner, other_codes: &str) -> Result<()> {
    let letters = to(&mut *db, owner.into(), other_codes).await?;
    let letters: Vec<_> = letters.into_iter().map(|letter| letter.id.0).collect();
    sqlx::query!(
        "delete from outbox where id = any($1::uuid[] || array(
             select o.id from email_changes c join outbox o on lower(o.recipient) = lower(c.new_email)
             where c.registrant_id = $2 and c.changed_at is null and o.kind = $3 and o.state in ('sent', 'failed')
                 and registrant_at(lower(c.new_email)) is null))",
        letters.as_slice(),
        owner.registrant as _,
        Kind::EmailCode.as_str()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The addresses of somebody, in lower case: the one they have, and those they had before, as far as they are known and
/// nobody else's now. One that they typed and did not prove is not theirs: what was written there is not for them to
/// see.
pub async fn addresses(db: &mut PgConnection, addressee: Addressee<'_>) -> Result<Vec<String>> {
    let mut theirs = sqlx::query_scalar!(
        r#"select distinct address as "address!"
           from (
               select lower(unnest(array[old_email, new_email])) as address from email_changes
               where registrant_id = $1 and changed_at is not null
               union all
               select lower(unnest(coalesce(old_values, '{}') || coalesce(new_values, '{}'))) from registration_changes
               where registration_id = $2 and field = $4) proved
           where address <> $3 and registrant_at(proved.address) is null"#,
        addressee.registrant as _,
        addressee.registration as _,
        addressee.email_norm,
        EMAIL.name()
    )
    .fetch_all(db)
    .await?;
    theirs.push(addressee.email_norm.to_owned());
    Ok(theirs)
}
