//! Changing what a registration says: the row, its lists, and what is not whole yet.

use domain::{
    id::{RegistrationId, SessionId},
    registry::Registration,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use super::{
    answers::{Typed, rows, typed},
    columns::Columns,
    registrations::{SealedNumber, delete_chosen, insert_chosen},
};
use crate::Result;

/// Writes other answers into a registration that is locked, as its next version, which is given back.
pub async fn save(
    db: &mut PgConnection,
    id: RegistrationId,
    said: &Registration,
    number: Option<&SealedNumber>,
) -> Result<i32> {
    let version = write_row(&mut *db, id, said, number).await?;
    delete_chosen(&mut *db, id).await?;
    insert_chosen(db, id, said).await?;
    Ok(version)
}

async fn write_row(
    db: impl PgExecutor<'_>,
    id: RegistrationId,
    said: &Registration,
    number: Option<&SealedNumber>,
) -> Result<i32> {
    let said = Columns::of(said, number);
    Ok(sqlx::query_scalar!(
        "update registrations set version = version + 1, first_name = $2, last_name = $3, postal_code = $4,
             primary_phone = $5, primary_phone_e164 = $6, primary_phone_ext = $7, secondary_phone = $8,
             secondary_phone_e164 = $9, secondary_phone_ext = $10, stream_id = $11, non_clinical_job_title = $12,
             registration_status = $13, regulator_id = $14, number_sealed = $15, number_mark = $16,
             current_employment = $17, employment_circumstance = $18, deploy_anywhere = $19,
             has_immunization_training = $20, deployment_duration = $21, has_previous_deployment = $22,
             last_deployment_date = $23, last_deployed_authority = $24
         where id = $1 returning version",
        id as _,
        said.first_name,
        said.last_name,
        said.postal_code,
        said.phone,
        said.phone_e164,
        said.phone_ext,
        said.other_phone,
        said.other_e164,
        said.other_ext,
        said.stream as _,
        said.job_title,
        said.status,
        said.regulator as _,
        said.number_sealed,
        said.number_mark,
        said.employment,
        said.circumstance,
        said.is_anywhere,
        said.is_trained,
        said.duration,
        said.was_deployed,
        said.last_day as _,
        said.last_authority
    )
    .fetch_one(db)
    .await?)
}

/// Changed answers that are not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The page that was answered last, by its address.
    pub step: String,
    /// The version of the registration that was changed.
    pub version: i32,
    /// Pages that were answered.
    pub visited: Vec<String>,
    /// What was typed, each under its name.
    pub answers: Vec<(String, Typed)>,
}

/// What a session changed of a registration and did not save.
pub async fn pending(db: impl PgExecutor<'_>, id: RegistrationId, session: SessionId) -> Result<Option<Pending>> {
    let rows = sqlx::query!(
        r#"select u.step, u.version, u.visited, a.question as "question?", a.typed, a.sealed
           from registration_updates u left join registration_update_answers a on a.registration_id = u.registration_id
           where u.registration_id = $1 and u.session_id = $2 order by a.question"#,
        id as _,
        session as _
    )
    .fetch_all(db)
    .await?;
    let mut pending: Option<Pending> = None;
    for row in rows {
        let (step, version, visited) = (row.step, row.version, row.visited);
        let kept = pending.get_or_insert_with(|| Pending { step, version, visited, answers: Vec::new() });
        kept.answers.extend(row.question.map(|question| (question, typed(row.typed, row.sealed))));
    }
    Ok(pending)
}

/// Keeps changed answers in the place of what was kept of the registration before, whichever session typed that.
pub async fn keep_pending(
    db: &mut PgConnection,
    (id, session): (RegistrationId, SessionId),
    pending: &Pending,
    now: Timestamp,
) -> Result<()> {
    drop_pending(&mut *db, id).await?;
    sqlx::query!(
        "insert into registration_updates (registration_id, session_id, step, version, visited, at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        session as _,
        pending.step,
        pending.version,
        &pending.visited,
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    let (plain, questions, encrypted) =
        rows(pending.answers.iter().map(|(question, typed)| (question.as_str(), typed)));
    sqlx::query!(
        "insert into registration_update_answers (registration_id, question, typed, sealed)
         select $1::uuid, a.question, a.typed, s.sealed from jsonb_to_recordset($2) as a (question text, typed text[])
         join unnest($3::text[], $4::bytea[]) as s (question, sealed) using (question)",
        id as _,
        plain,
        &questions,
        &encrypted as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets changed answers that are saved now, or that nobody wants.
pub async fn drop_pending(db: impl PgExecutor<'_>, id: RegistrationId) -> Result<()> {
    sqlx::query!("delete from registration_updates where registration_id = $1", id as _).execute(db).await?;
    Ok(())
}
