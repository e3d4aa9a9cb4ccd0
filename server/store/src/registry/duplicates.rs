//! Registrations that look like the same person's.

use domain::{
    id::{RegistrantId, RegistrationId},
    locale::Locale,
    registry::Registration,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// What a registration of somebody else has in common with one.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four things, each in common or not")]
pub struct Alike {
    /// Which one.
    pub registration: RegistrationId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Their address.
    pub email: String,
    /// The language their messages are written in.
    pub locale: Locale,
    /// First and last name.
    pub has_name: bool,
    /// A telephone number.
    pub has_phone: bool,
    /// The number of the college.
    pub has_number: bool,
    /// The postal code.
    pub has_postal_code: bool,
}

/// Registrations of others that have a telephone number, the number of the college, or both name and postal code in
/// common with one; those that count only, oldest first. The postal code alone is shared by too many to say anything.
/// Names are compared without case, accents and signs. The number of the college is given by the marks that it may be
/// stored under. `offset 0` keeps each look-up for itself: by its index, however few rows there were when the
/// statement was planned.
pub async fn find(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    said: &Registration,
    number_marks: &[Vec<u8>],
) -> Result<Vec<Alike>> {
    let phones: Vec<String> = [Some(&said.phones.primary), said.phones.secondary.as_ref()]
        .into_iter()
        .flatten()
        .map(|line| line.phone.e164())
        .collect();
    Ok(sqlx::query_as!(
        Alike,
        r#"with found (id) as (
               select r.id from unnest($3::text[]) p (phone) cross join lateral (
                   select id from registrations where primary_phone_e164 = p.phone
                   union all select id from registrations where secondary_phone_e164 = p.phone offset 0) r
               union select r.id from unnest($4::bytea[]) m (mark) cross join lateral (
                   select id from registrations where number_mark = m.mark offset 0) r
               union select id from registrations
                   where postal_code = $5::bpchar and name_key(first_name || last_name) = name_key($2::text))
           select r.id as "registration!: _", g.id as "registrant!: _", g.email as "email!", g.locale as "locale!: _",
               name_key(r.first_name || r.last_name) = name_key($2::text) as "has_name!",
               (r.primary_phone_e164 = any($3) or coalesce(r.secondary_phone_e164 = any($3), false)) as "has_phone!",
               coalesce(r.number_mark = any($4), false) as "has_number!",
               r.postal_code = $5::bpchar as "has_postal_code!"
           from found f
           cross join lateral (select * from registrations where id = f.id offset 0) r
           cross join lateral (
               select * from registrants where id = r.registrant_id and erased_at is null offset 0) g
           where r.state in ('active', 'lapsed', 'withdrawn') and r.registrant_id <> $1
           order by r.submitted_at, r.id"#,
        registrant as _,
        format!("{}{}", said.name.first, said.name.last),
        &phones,
        number_marks,
        said.postal_code.as_str()
    )
    .fetch_all(db)
    .await?)
}

/// Locks the candidates until the transaction ends: of two who look like the same person, the second sees the first.
pub async fn lock(db: impl PgExecutor<'_>) -> Result<()> {
    sqlx::query!(r#"select 1 as "locked!" from pg_advisory_xact_lock(hashtextextended('duplicates', 0))"#)
        .fetch_one(db)
        .await?;
    Ok(())
}

/// Keeps that two registrations may be one person's. Says whether the other one has been found with no more since a
/// moment.
pub async fn insert(
    db: impl PgExecutor<'_>,
    registration: RegistrationId,
    (other, score, reasons): (RegistrationId, i32, &[String]),
    since: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"insert into duplicate_candidates (registration_id, other_id, score, reasons, found_at)
           values ($1, $2, $3, $4, $5)
           returning not exists (select from duplicate_candidates d where d.other_id = $2 and d.found_at > $6) as "is_first!""#,
        registration as _,
        other as _,
        score,
        reasons,
        now.to_sqlx() as _,
        since.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}
