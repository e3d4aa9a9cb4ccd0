//! What somebody agrees to besides.

use domain::{
    id::{RegistrantId, RegistrationId},
    registry::{sending::Consent, state::Channel},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::Result;

/// What was agreed to when a registration was sent.
pub async fn of_registration(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Consent>> {
    Ok(sqlx::query_scalar!(
        r#"select unnest(new_values) as "purpose!: Consent" from registration_changes
           where registration_id = $1 and version = 1 and field = 'consents'"#,
        registration as _
    )
    .fetch_all(db)
    .await?)
}

/// Writes down what somebody agrees to from now on, and what not, under the text of each purpose that holds now: as far
/// as it is something else than before, where nothing was said yet all of it. Says whether anything is.
pub async fn write(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    given: &[Consent],
    channel: Channel,
    now: Timestamp,
) -> Result<bool> {
    let ids: Vec<Uuid> = Consent::ALL.iter().map(|_| Uuid::now_v7()).collect();
    let purposes: Vec<String> = Consent::ALL.iter().map(ToString::to_string).collect();
    let are_given: Vec<bool> = Consent::ALL.iter().map(|consent| given.contains(consent)).collect();
    let written = sqlx::query!(
        "insert into consents (id, registrant_id, purpose, given, text_version, channel, at)
         select n.id, $1::uuid, n.purpose, n.given,
             (select max(version) from consent_texts t where t.purpose = n.purpose and t.valid_from <= $6), $5, $6
         from unnest($2::uuid[], $3::text[], $4::boolean[]) as n (id, purpose, given)
         where n.given is distinct from (select c.given from consents c
             where c.registrant_id = $1 and c.purpose = n.purpose order by c.at desc, c.id desc limit 1)",
        registrant as _,
        &ids,
        &purposes,
        &are_given,
        channel.as_str(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() > 0)
}
