//! Writing a registration: the row, its lists and what is kept with it.

use domain::{
    id::{RegistrantId, RegistrationId, SessionId},
    registry::{Registration, confirmation::ConfirmationId, lists::YesNo},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::columns::Columns;
use crate::Result;

/// The number of a college as it is stored: encrypted, and the keyed mark by which the same number is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedNumber {
    /// Encrypted.
    pub sealed: Vec<u8>,
    /// The mark.
    pub mark: [u8; 32],
}

/// What is written of a registration.
#[derive(Clone, Debug)]
pub struct NewRegistration<'a> {
    /// Its id.
    pub id: RegistrationId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Whether it waits for the owner of the address.
    pub is_held: bool,
    /// The key it is sent under.
    pub submit_key: Uuid,
    /// The session it is sent in.
    pub session: SessionId,
    /// What was said.
    pub said: &'a Registration,
    /// The number of the college.
    pub number: Option<&'a SealedNumber>,
    /// When.
    pub now: Timestamp,
}

impl NewRegistration<'_> {
    const fn state(&self) -> &'static str {
        if self.is_held { "held" } else { "active" }
    }
}

/// Writes the registration itself and its audit entry. Says whether its number was free.
#[expect(clippy::too_many_lines, reason = "one statement and what it is given")]
pub async fn insert(db: impl PgExecutor<'_>, number: &ConfirmationId, new: &NewRegistration<'_>) -> Result<bool> {
    let said = Columns::of(new.said, new.number);
    let written = sqlx::query!(
        "with sent as (
             insert into registrations (id, registrant_id, confirmation_id, state, submit_key, session_id, submitted_at,
                 last_confirmed_at, certified_at, certification_version, first_name, last_name, postal_code,
                 primary_phone, primary_phone_e164, primary_phone_ext, secondary_phone, secondary_phone_e164,
                 secondary_phone_ext, stream_id, non_clinical_job_title, registration_status, regulator_id,
                 number_sealed, number_mark, current_employment, employment_circumstance, deploy_anywhere,
                 has_immunization_training, deployment_duration, has_previous_deployment, last_deployment_date,
                 last_deployed_authority)
             values ($1, $2, $3, $4, $5, $6, $7, $7, $7,
                 (select max(version) from consent_texts where purpose = 'certification' and valid_from <= $7),
                 $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
                 $29, $30)
             on conflict (confirmation_id) do nothing returning id)
         insert into audit_entries (id, actor, action, subject, at)
         select $31, 'registrant', 'registration.send', 'registration:' || id, $7 from sent",
        new.id as _,
        new.registrant as _,
        number as _,
        new.state(),
        new.submit_key,
        new.session as _,
        new.now.to_sqlx() as _,
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
        said.last_authority,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Writes what was chosen from lists, and work with communities into its own table.
pub async fn insert_chosen(db: impl PgExecutor<'_>, id: RegistrationId, said: &Registration) -> Result<()> {
    let specialties = said.profession.specialties();
    let (of_specialty, areas) = chosen_areas(said);
    let experience = said.places.experience();
    let is_yes = |answer: YesNo| answer == YesNo::Yes;
    sqlx::query!(
        "with specialty as (
             insert into registration_specialties (registration_id, specialty_id, position)
             select $1::uuid, s.id, s.position from unnest($2::text[]) with ordinality as s (id, position)),
         area as (
             insert into registration_subspecialties (registration_id, specialty_id, subspecialty_id)
             select $1::uuid, a.specialty, a.id from unnest($3::text[], $4::text[]) as a (specialty, id)),
         employer as (
             insert into registration_employers (registration_id, employer) select $1::uuid, unnest($5::text[])),
         location as (
             insert into registration_locations (registration_id, place_id) select $1::uuid, unnest($6::text[])),
         placement as (
             insert into registration_placements (registration_id, placement) select $1::uuid, unnest($7::text[])),
         hours as (
             insert into registration_deployment_types (registration_id, deployment_type)
             select $1::uuid, unnest($8::text[]))
         insert into registration_cultural_experience (registration_id, has_indigenous_experience,
             has_remote_rural_experience, has_sanyas_training)
         select $1::uuid, $9::boolean, $10::boolean, $11::boolean where $9::boolean is not null",
        id as _,
        &texts(specialties.iter().map(|(specialty, _)| specialty)),
        &of_specialty,
        &areas,
        &texts(said.employment.employers()),
        &texts(said.places.places()),
        &texts(&said.placements),
        &texts(&said.hours),
        experience.map(|experience| is_yes(experience.indigenous)),
        experience.map(|experience| is_yes(experience.remote_rural)),
        experience.map(|experience| is_yes(experience.sanyas))
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes what was chosen from lists, and work with communities; areas go with their specialties.
pub async fn delete_chosen(db: impl PgExecutor<'_>, id: RegistrationId) -> Result<()> {
    sqlx::query!(
        "with specialties as (delete from registration_specialties where registration_id = $1),
         employers as (delete from registration_employers where registration_id = $1),
         locations as (delete from registration_locations where registration_id = $1),
         placements as (delete from registration_placements where registration_id = $1),
         hours as (delete from registration_deployment_types where registration_id = $1)
         delete from registration_cultural_experience where registration_id = $1",
        id as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The chosen areas: of which specialty each is, and the areas.
fn chosen_areas(said: &Registration) -> (Vec<String>, Vec<String>) {
    let of_specialty = said.profession.specialties().iter();
    of_specialty
        .flat_map(|(specialty, areas)| areas.iter().map(move |area| (specialty.to_string(), area.to_string())))
        .unzip()
}

fn texts<T: ToString>(values: impl IntoIterator<Item = T>) -> Vec<String> {
    values.into_iter().map(|value| value.to_string()).collect()
}

/// Deletes registrations that waited for the owner of their address since before a moment, but none of somebody
/// under a legal hold. Says how many.
pub async fn forget_held(db: impl PgExecutor<'_>, sent_before: Timestamp) -> Result<u64> {
    Ok(sqlx::query!(
        "delete from registrations r using registrants g
         where g.id = r.registrant_id and not g.legal_hold and r.state = 'held' and r.submitted_at < $1",
        sent_before.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected())
}
