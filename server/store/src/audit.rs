//! The audit trail as a check reads it: chains, what waits for its seal, and all entries, each in pieces. What an entry
//! says comes as texts, in the order in which its mark is made of them; the check makes marks and hashes by itself. And how
//! it calls that somebody reads what is held of them.

use domain::audit::Head;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::Result;

/// How somebody reads what is held of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a page.
    Page,
    /// As a file, to keep.
    File,
}

impl Reading {
    /// What an entry calls it, behind what is read: `account.export`.
    pub(crate) const fn verb(self) -> &'static str {
        match self {
            Self::Page => "read",
            Self::File => "export",
        }
    }
}

/// Seals at most so many entries that wait, and gives how many. Whoever else seals is waited for.
pub async fn seal(db: impl PgExecutor<'_>, most: i64) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"select seal_audit($1) as "sealed!""#, most).fetch_one(db).await?)
}

/// Where each chain is said to end.
pub async fn heads(db: impl PgExecutor<'_>) -> Result<Vec<Head>> {
    Ok(sqlx::query_as!(
        Head,
        r#"select stream, sequence, encode(hash, 'hex') as "hash!" from audit_heads order by stream"#
    )
    .fetch_all(db)
    .await?)
}

/// A seal with its entry.
#[derive(Clone, Debug)]
pub struct Seal {
    /// The chain it stands in.
    pub stream: String,
    /// Its number there.
    pub sequence: i64,
    /// Its entry.
    pub entry: Uuid,
    /// The hash of the seal before it.
    pub previous: String,
    /// Its own.
    pub hash: String,
    /// What the entry says, if it is there.
    pub parts: Option<Vec<String>>,
}

/// The seals behind one, chain by chain, at most so many. `offset 0` has each entry looked up by its id.
pub async fn seals_after(db: impl PgExecutor<'_>, stream: &str, sequence: i64, most: i64) -> Result<Vec<Seal>> {
    Ok(sqlx::query_as!(
        Seal,
        r#"select s.stream as "stream!", s.sequence as "sequence!", s.entry_id as "entry!",
               encode(s.previous_hash, 'hex') as "previous!", encode(s.hash, 'hex') as "hash!", e.parts as "parts?"
           from audit_seals s
           left join lateral (
               select array[a.id::text, a.actor, a.action, a.subject, a.detail::text,
                   trunc(extract(epoch from a.at) * 1000000)::text] as parts
               from audit_entries a where a.id = s.entry_id offset 0) e on true
           where (s.stream, s.sequence) > ($1, $2)
           order by s.stream, s.sequence limit $3"#,
        stream,
        sequence,
        most
    )
    .fetch_all(db)
    .await?)
}

/// An entry that waits for its seal.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its id.
    pub entry: Uuid,
    /// The mark of what it said when it was written.
    pub mark: String,
    /// What it says, if it is there.
    pub parts: Option<Vec<String>>,
}

/// What waits for its seal, from an id on, at most so many.
pub async fn waiting_from(db: impl PgExecutor<'_>, first: Uuid, most: i64) -> Result<Vec<Waiting>> {
    Ok(sqlx::query_as!(
        Waiting,
        r#"select w.entry_id as "entry!", encode(w.mark, 'hex') as "mark!", e.parts as "parts?"
           from audit_waiting w
           left join lateral (
               select array[a.id::text, a.actor, a.action, a.subject, a.detail::text,
                   trunc(extract(epoch from a.at) * 1000000)::text] as parts
               from audit_entries a where a.id = w.entry_id offset 0) e on true
           where w.entry_id >= $1
           order by w.entry_id limit $2"#,
        first,
        most
    )
    .fetch_all(db)
    .await?)
}

/// Whether an entry is known to the trail.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its id.
    pub entry: Uuid,
    /// The chain it belongs to.
    pub stream: String,
    /// Whether it is sealed, or waits for it.
    pub is_known: bool,
}

/// Entries from an id on, at most so many: which of them are known.
pub async fn entries_from(db: impl PgExecutor<'_>, first: Uuid, most: i64) -> Result<Vec<Known>> {
    Ok(sqlx::query_as!(
        Known,
        r#"select e.id as "entry!", audit_stream(e.action) as "stream!",
               coalesce((select true from audit_seals s where s.entry_id = e.id and s.sequence > 0 limit 1),
                   (select true from audit_waiting w where w.entry_id = e.id), false) as "is_known!"
           from audit_entries e
           where e.id >= $1
           order by e.id limit $2"#,
        first,
        most
    )
    .fetch_all(db)
    .await?)
}
