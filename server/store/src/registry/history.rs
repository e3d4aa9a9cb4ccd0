//! What became of a registration: its versions, what changed in each, and how deployments are written down.

use domain::{
    id::RegistrationId,
    registry::{
        deployed::ReportDeployment,
        state::{Actor, Channel},
    },
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use serde_json::{Value, json};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::answers::{Typed, typed};
use crate::Result;

/// Another answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id, for which encrypted values are encrypted.
    pub id: Uuid,
    /// The name it is kept under.
    pub field: String,
    /// What was said before; nothing where nothing was.
    pub old: Option<Typed>,
    /// What is said now.
    pub new: Option<Typed>,
}

/// Who changes a registration, and through what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// Through what.
    pub channel: Channel,
}

/// Writes what a version changed into the history of a registration; before the first one, every
/// answer was none.
pub async fn record(
    db: impl PgExecutor<'_>,
    (id, version): (RegistrationId, i32),
    changes: &[Change],
    by: By,
    now: Timestamp,
) -> Result<()> {
    let plain = |typed: &Option<Typed>| match typed {
        Some(Typed::Plain(values)) => Some(values.clone()),
        _ => None,
    };
    let sealed = |typed: &Option<Typed>| match typed {
        Some(Typed::Sealed(bytes)) => Some(bytes.clone()),
        _ => None,
    };
    let rows: Vec<Value> = changes
        .iter()
        .map(|change| json!({ "id": change.id, "field": change.field, "old": plain(&change.old), "new": plain(&change.new) }))
        .collect();
    let ids: Vec<Uuid> = changes.iter().map(|change| change.id).collect();
    let old: Vec<Option<Vec<u8>>> = changes.iter().map(|change| sealed(&change.old)).collect();
    let new: Vec<Option<Vec<u8>>> = changes.iter().map(|change| sealed(&change.new)).collect();
    sqlx::query!(
        "insert into registration_changes
             (id, registration_id, version, field, old_values, new_values, old_sealed, new_sealed, actor, channel, at)
         select c.id, $1::uuid, $2::integer, c.field, c.old, c.new, s.old, s.new, $7, $8, $9
         from jsonb_to_recordset($3) as c (id uuid, field text, old text[], new text[])
         join unnest($4::uuid[], $5::bytea[], $6::bytea[]) as s (id, old, new) on s.id = c.id",
        id as _,
        version,
        Value::from(rows),
        &ids,
        &old as _,
        &new as _,
        by.actor.as_str(),
        by.channel.as_str(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes down who changed a registration that was sent.
pub async fn audit(db: impl PgExecutor<'_>, id: RegistrationId, actor: Actor, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into audit_entries (id, actor, action, subject, at)
         values ($1, $2, 'registration.update', 'registration:' || $3::uuid, $4)",
        Uuid::now_v7(),
        actor.as_str(),
        id as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A version of a registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counts them, from 1.
    pub version: i32,
    /// When it was written.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// Through what.
    pub channel: Channel,
    /// The names of the answers that changed.
    pub fields: Vec<String>,
}

/// All versions, the newest first.
pub async fn versions(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Version>> {
    let rows = sqlx::query!(
        r#"select version, max(at) as "at!: jiff_sqlx::Timestamp", min(actor) as "actor!: Actor",
               min(channel) as "channel!: Channel", array_agg(field order by field) as "fields!"
           from registration_changes where registration_id = $1 group by version order by version desc"#,
        registration as _
    )
    .fetch_all(db)
    .await?;
    let versions = rows.into_iter().map(|row| Version {
        version: row.version,
        at: row.at.to_jiff(),
        actor: row.actor,
        channel: row.channel,
        fields: row.fields,
    });
    Ok(versions.collect())
}

/// Writes down what somebody reports.
pub async fn report(
    db: impl PgExecutor<'_>,
    registration: RegistrationId,
    said: ReportDeployment,
    now: Timestamp,
) -> Result<()> {
    let (from, until) = match said {
        ReportDeployment::Deployed { from, until } => (Some(from), until),
        ReportDeployment::NotDeployed => (None, None),
    };
    sqlx::query!(
        "insert into deployment_reports (id, registration_id, deployed, start_date, end_date, by, reported_at)
         values ($1, $2, $3, $4, $5, 'registrant', $6)",
        Uuid::now_v7(),
        registration as _,
        from.is_some(),
        from.map(|day| day.0.to_sqlx()) as _,
        until.map(|day| day.0.to_sqlx()) as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A change of an answer with the version that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The version.
    pub version: i32,
    /// When it was written.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// Through what.
    pub channel: Channel,
    /// What changed.
    pub change: Change,
}

/// Every change, the newest version first.
pub async fn changes(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Changed>> {
    let rows = sqlx::query!(
        r#"select id, version, field, old_values, new_values, old_sealed, new_sealed,
               actor as "actor: Actor", channel as "channel: Channel", at as "at: jiff_sqlx::Timestamp"
           from registration_changes where registration_id = $1 order by version desc, field"#,
        registration as _
    )
    .fetch_all(db)
    .await?;
    let value = |plain: Option<Vec<String>>, sealed: Option<Vec<u8>>| -> Option<Typed> {
        (plain.is_some() || sealed.is_some()).then(|| typed(plain, sealed))
    };
    let changes = rows.into_iter().map(|row| {
        let (old, new) = (value(row.old_values, row.old_sealed), value(row.new_values, row.new_sealed));
        Changed {
            version: row.version,
            at: row.at.to_jiff(),
            actor: row.actor,
            channel: row.channel,
            change: Change { id: row.id, field: row.field, old, new },
        }
    });
    Ok(changes.collect())
}
