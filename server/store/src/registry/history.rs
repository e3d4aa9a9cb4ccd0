//! What became of a registration: its versions, and the deployments that its owner reported.

use domain::{
    id::RegistrationId,
    registry::{deployed::ReportDeployment, state::WithdrawalReason},
    time::Day,
};
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

/// A deployment, as its owner reported it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// What they said.
    pub said: ReportDeployment,
    /// When.
    pub at: Timestamp,
}

/// Everything that was reported, the newest first.
pub async fn reports(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Report>> {
    let rows = sqlx::query!(
        r#"select start_date as "start: jiff_sqlx::Date", end_date as "end: jiff_sqlx::Date",
               reported_at as "at: jiff_sqlx::Timestamp"
           from deployment_reports where registration_id = $1 order by reported_at desc, id desc"#,
        registration as _
    )
    .fetch_all(db)
    .await?;
    let day = |date: jiff_sqlx::Date| Day(date.to_jiff());
    let reports = rows.into_iter().map(|row| Report {
        said: row.start.map_or(ReportDeployment::NotDeployed, |from| ReportDeployment::Deployed {
            from: day(from),
            until: row.end.map(day),
        }),
        at: row.at.to_jiff(),
    });
    Ok(reports.collect())
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

/// Every change of an answer with the version that made it, the newest first.
pub async fn changes(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<(i32, Change)>> {
    let rows = sqlx::query!(
        "select id, version, field, old_values, new_values, old_sealed, new_sealed from registration_changes
         where registration_id = $1 order by version desc, field",
        registration as _
    )
    .fetch_all(db)
    .await?;
    let value = |plain: Option<Vec<String>>, sealed: Option<Vec<u8>>| -> Option<Typed> {
        (plain.is_some() || sealed.is_some()).then(|| typed(plain, sealed))
    };
    let changes = rows.into_iter().map(|row| {
        let (old, new) = (value(row.old_values, row.old_sealed), value(row.new_values, row.new_sealed));
        (row.version, Change { id: row.id, field: row.field, old, new })
    });
    Ok(changes.collect())
}

/// That somebody left.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its id, for which their own words are encrypted.
    pub id: Uuid,
    /// Why.
    pub reason: WithdrawalReason,
    /// In their own words, encrypted.
    pub text_sealed: Option<Vec<u8>>,
    /// When.
    pub at: Timestamp,
    /// When they came back.
    pub undone_at: Option<Timestamp>,
}

/// Every time that somebody left, the newest first.
pub async fn withdrawals(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Vec<Left>> {
    let rows = sqlx::query!(
        r#"select id, reason as "reason: WithdrawalReason", text_sealed, at as "at: jiff_sqlx::Timestamp",
               undone_at as "undone_at: jiff_sqlx::Timestamp"
           from withdrawals where registration_id = $1 order by at desc, id desc"#,
        registration as _
    )
    .fetch_all(db)
    .await?;
    let left = rows.into_iter().map(|row| Left {
        id: row.id,
        reason: row.reason,
        text_sealed: row.text_sealed,
        at: row.at.to_jiff(),
        undone_at: row.undone_at.map(jiff_sqlx::Timestamp::to_jiff),
    });
    Ok(left.collect())
}
