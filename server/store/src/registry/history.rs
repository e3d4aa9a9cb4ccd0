//! What became of a registration: its versions, what changed in each, and how deployments are written down.

use domain::{id::RegistrationId, registry::deployed::ReportDeployment};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    answers::{Typed, typed},
    updates::Change,
};
use crate::Result;

/// A version of a registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counts them, from 1.
    pub version: i32,
    /// When it was written.
    pub at: Timestamp,
    /// By whom: `registrant`, until there are staff.
    pub actor: String,
    /// Through what: `wizard`, `update`, `link`, `staff` or `import`.
    pub channel: String,
    /// The names of the answers that changed.
    pub fields: Vec<String>,
}

/// All versions, the newest first.
pub async fn versions(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Version>> {
    let rows = sqlx::query!(
        r#"select version, max(at) as "at!: jiff_sqlx::Timestamp", min(actor) as "actor!", min(channel) as "channel!",
               array_agg(field order by field) as "fields!"
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
    pub actor: String,
    /// Through what.
    pub channel: String,
    /// What changed.
    pub change: Change,
}

/// Every change, the newest version first.
pub async fn changes(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Changed>> {
    let rows = sqlx::query!(
        r#"select id, version, field, old_values, new_values, old_sealed, new_sealed, actor, channel,
               at as "at: jiff_sqlx::Timestamp"
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
