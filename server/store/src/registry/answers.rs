//! What was typed into a registration under way, right or wrong, some of it encrypted.

use domain::{id::DraftId, registry::Step};
use serde_json::{Value, json};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// What was typed under a name: values, or the same encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// As they were typed.
    Plain(Vec<String>),
    /// Encrypted for where they stand.
    Sealed(Vec<u8>),
}

/// An answer of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Under which name.
    pub question: String,
    /// What was typed.
    pub typed: Typed,
    /// The version of the draft that wrote it.
    pub version: i32,
}

pub(super) fn typed(plain: Option<Vec<String>>, sealed: Option<Vec<u8>>) -> Typed {
    sealed.map_or_else(|| Typed::Plain(plain.unwrap_or_default()), Typed::Sealed)
}

impl Typed {
    pub(super) fn columns(&self) -> (Option<&[String]>, Option<&[u8]>) {
        match self {
            Self::Plain(values) => (Some(values), None),
            Self::Sealed(sealed) => (None, Some(sealed)),
        }
    }
}

/// Answers as a statement takes all of them at once: what is plain as a list of records, and the names with what is
/// encrypted.
pub(super) fn rows<'a>(
    answers: impl Iterator<Item = (&'a str, &'a Typed)>,
) -> (Value, Vec<String>, Vec<Option<Vec<u8>>>) {
    let (mut plain, mut questions, mut encrypted) = (Vec::new(), Vec::new(), Vec::new());
    for (question, typed) in answers {
        let (values, sealed) = typed.columns();
        plain.push(json!({ "question": question, "typed": values }));
        questions.push(question.to_owned());
        encrypted.push(sealed.map(<[u8]>::to_vec));
    }
    (plain.into(), questions, encrypted)
}

/// All answers of a draft.
pub async fn find(db: impl PgExecutor<'_>, draft: DraftId) -> Result<Vec<Stored>> {
    let rows = sqlx::query!(
        "select question, typed, sealed, version from draft_answers where draft_id = $1 order by question",
        draft as _
    )
    .fetch_all(db)
    .await?;
    let stored = rows.into_iter().map(|row| Stored {
        question: row.question,
        typed: typed(row.typed, row.sealed),
        version: row.version,
    });
    Ok(stored.collect())
}

/// Writes an answer in the place of the one before, at a version of its draft, which has to be locked.
pub async fn put(db: impl PgExecutor<'_>, draft: DraftId, question: &str, answer: &Typed, version: i32) -> Result<()> {
    let (plain, sealed) = answer.columns();
    sqlx::query!(
        "insert into draft_answers (draft_id, question, typed, sealed, version) values ($1, $2, $3, $4, $5)
         on conflict (draft_id, question) do update set typed = $3, sealed = $4, version = $5",
        draft as _,
        question,
        plain,
        sealed,
        version
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps what a window typed that was drawn before the answers changed, in the place of what another one typed.
pub async fn keep_conflict(
    db: &mut PgConnection,
    draft: DraftId,
    step: &Step,
    answers: &[(&'static str, Typed)],
) -> Result<()> {
    end_conflict(&mut *db, draft).await?;
    sqlx::query!("insert into draft_conflicts (draft_id, step) values ($1, $2)", draft as _, step.slug())
        .execute(&mut *db)
        .await?;
    let (plain, questions, encrypted) = rows(answers.iter().map(|(question, typed)| (*question, typed)));
    sqlx::query!(
        "insert into draft_conflict_answers (draft_id, question, typed, sealed)
         select $1::uuid, a.question, a.typed, s.sealed from jsonb_to_recordset($2) as a (question text, typed text[])
         join unnest($3::text[], $4::bytea[]) as s (question, sealed) using (question)",
        draft as _,
        plain,
        &questions,
        &encrypted as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What a window typed that was drawn before the answers changed: the page, and the answers under the names of its
/// questions.
pub async fn conflict(db: &mut PgConnection, draft: DraftId) -> Result<Option<(String, Vec<(String, Typed)>)>> {
    let step = sqlx::query_scalar!("select step from draft_conflicts where draft_id = $1", draft as _)
        .fetch_optional(&mut *db)
        .await?;
    let Some(step) = step else { return Ok(None) };
    let rows = sqlx::query!(
        "select question, typed, sealed from draft_conflict_answers where draft_id = $1 order by question",
        draft as _
    )
    .fetch_all(db)
    .await?;
    Ok(Some((step, rows.into_iter().map(|row| (row.question, typed(row.typed, row.sealed))).collect())))
}

/// Forgets it, now that somebody said which answers to keep.
pub async fn end_conflict(db: impl PgExecutor<'_>, draft: DraftId) -> Result<()> {
    sqlx::query!("delete from draft_conflicts where draft_id = $1", draft as _).execute(db).await?;
    Ok(())
}
