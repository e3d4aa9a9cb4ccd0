//! Which file is the dump now.

use domain::catalogue::dump::DumpFormat;
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// A dump: its content lies among the files, under its hash.
#[derive(Clone, Debug)]
pub struct Dump {
    /// The hash.
    pub sha256: Vec<u8>,
    /// Its size.
    pub bytes: i64,
    /// When it was written.
    pub made_at: Timestamp,
}

/// The newest dump of a format.
pub async fn newest(db: impl PgExecutor<'_>, format: DumpFormat) -> Result<Option<Dump>> {
    let row = sqlx::query!(
        r#"select sha256, bytes, made_at as "made_at: jiff_sqlx::Timestamp" from dumps
           where format = $1 order by made_at desc, sha256 limit 1"#,
        format as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Dump { sha256: row.sha256, bytes: row.bytes, made_at: row.made_at.to_jiff() }))
}

/// Whether there is a dump of every format.
pub async fn are_there(db: impl PgExecutor<'_>) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select (select count(distinct format) from dumps) = $1 as "there!""#,
        i64::try_from(DumpFormat::ALL.len()).unwrap_or(i64::MAX)
    )
    .fetch_one(db)
    .await?)
}

/// From now on this is the dump of a format.
pub async fn replace(db: impl PgExecutor<'_>, format: DumpFormat, dump: &Dump) -> Result<()> {
    sqlx::query!(
        "insert into dumps (format, sha256, bytes, made_at) values ($1, $2, $3, $4)
         on conflict (format, sha256) do update set made_at = greatest(dumps.made_at, excluded.made_at)",
        format as _,
        dump.sha256,
        dump.bytes,
        dump.made_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets dumps that were written before a moment, but for the newest of each format. Gives their hashes.
pub async fn forget(db: impl PgExecutor<'_>, before: Timestamp) -> Result<Vec<Vec<u8>>> {
    Ok(sqlx::query_scalar!(
        "delete from dumps d where d.made_at < $1
             and exists (select from dumps newer where newer.format = d.format and newer.made_at > d.made_at)
         returning d.sha256",
        before.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}
