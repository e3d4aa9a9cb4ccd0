//! Registrations that wait for the owner of their address.

use domain::{
    id::{RegistrantId, RegistrationId},
    registry::sending::Consent,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::Result;

/// Deletes those that wait for somebody; the number of the one that was taken over, if any, leads to their
/// registration from now on.
pub async fn delete(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    taken: Option<(&str, RegistrationId)>,
) -> Result<()> {
    sqlx::query!(
        "with waiting as (delete from registrations where registrant_id = $1 and state = 'held')
         insert into confirmation_aliases (confirmation_id, registration_id)
         select $2::text, $3::uuid where $2::text is not null on conflict do nothing",
        registrant as _,
        taken.map(|(number, _)| number),
        taken.map(|(_, registration)| registration) as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What was agreed to when a registration was sent.
pub async fn consents(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"select unnest(new_values) as "purpose!" from registration_changes
           where registration_id = $1 and version = 1 and field = 'consents'"#,
        registration as _
    )
    .fetch_all(db)
    .await?)
}

/// Writes down what somebody agrees to from now on, as far as it is something else than before. Says whether it is.
pub async fn consent(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    given: &[Consent],
    now: Timestamp,
) -> Result<bool> {
    let ids: Vec<Uuid> = Consent::ALL.iter().map(|_| Uuid::now_v7()).collect();
    let purposes: Vec<String> = Consent::ALL.iter().map(ToString::to_string).collect();
    let are_given: Vec<bool> = Consent::ALL.iter().map(|consent| given.contains(consent)).collect();
    Ok(sqlx::query!(
        "insert into consents (id, registrant_id, purpose, given, text_version, channel, at)
         select n.id, $1::uuid, n.purpose, n.given,
             (select max(version) from consent_texts t where t.purpose = n.purpose and t.valid_from <= $5), 'update', $5
         from unnest($2::uuid[], $3::text[], $4::boolean[]) as n (id, purpose, given)
         where n.given <> coalesce((select c.given from consents c
             where c.registrant_id = $1 and c.purpose = n.purpose order by c.at desc, c.id desc limit 1), false)",
        registrant as _,
        &ids,
        &purposes,
        &are_given,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        > 0)
}
