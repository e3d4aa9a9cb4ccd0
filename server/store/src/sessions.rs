//! Sessions, and what one statement tells a page about who is looking.

use domain::{
    address::Address,
    form::{Answers, FieldErrors},
    id::{BasketId, DraftId, OrderId, SessionId},
    order::Orderer,
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{Result, versions::Versions};

/// SHA-256 of a cookie's token.
pub type TokenHash = [u8; 32];

/// Hours for which the cookie of a draft opens it after the last write; then a saved one is opened with a code.
pub const DRAFT_COOKIE_HOURS: i64 = 12;

/// The tokens that came along, hashed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tokens {
    /// Of the session.
    pub session: Option<TokenHash>,
    /// Of the basket.
    pub basket: Option<TokenHash>,
    /// Of the registration under way.
    pub draft: Option<TokenHash>,
}

/// What a page knows about who is looking at it.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    /// Their session, once they have posted anything.
    pub session: Option<SessionId>,
    /// Their basket, once they have put something in.
    pub basket: Option<BasketId>,
    /// Their registration under way, once they have begun one.
    pub draft: Option<DraftId>,
    /// Lines in the basket.
    pub basket_lines: i64,
    /// The e-mail address confirmed in this session, normalised.
    pub confirmed_email: Option<String>,
    /// Key of the delivery address in the checkout under way: with the e-mail address, what limits count by.
    pub address: Option<String>,
    /// Forms of this page that were refused.
    pub rejections: Vec<Rejection>,
    /// What the public sees now, as far as it was asked.
    pub versions: Option<Versions>,
}

impl Viewer {
    /// The viewer, as limits see them: as far as they proved who they are.
    pub fn orderer(&self) -> Orderer {
        Orderer::looking(self.confirmed_email.clone(), self.address.clone())
    }
}

/// A refused form, as it is shown again.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Rejection {
    /// Name of the form.
    pub form: String,
    /// What was typed.
    pub answers: Answers,
    /// What is wrong with it.
    pub errors: FieldErrors,
}

/// Who is looking at a page: session, basket, draft, kept rejections and versions in one statement.
pub async fn viewer(
    db: impl PgExecutor<'_>,
    tokens: Tokens,
    page: &str,
    keep_after: Timestamp,
    now: Timestamp,
) -> Result<Viewer> {
    let row = sqlx::query!(
        r#"select s.id as "session?: SessionId", s.confirmed_email as "confirmed_email?", c.address as "address?", b.id as "basket?: BasketId", d.id as "draft?: DraftId",
               (select count(*) from basket_lines where basket_id = b.id) as "basket_lines!",
               coalesce((select jsonb_agg(jsonb_build_object('form', k.form, 'answers', k.answers, 'errors', k.errors))
                   from kept_rejections k where k.session_id = s.id and k.page = $3 and k.kept_at > $4), '[]') as "rejections!",
               v.version as "catalogue!", o.last_value as "stock!"
           from catalogue_version v cross join stock_version o left join sessions s on s.token_hash = $1 left join baskets b on b.token_hash = $2
           left join registration_drafts d on d.token_hash = $5 and d.expires_at > $6 and d.touched_at > $7
           left join checkouts c on c.basket_id = b.id and c.session_id = s.id"#,
        tokens.session.as_ref().map(<[u8; 32]>::as_slice),
        tokens.basket.as_ref().map(<[u8; 32]>::as_slice),
        page,
        keep_after.to_sqlx() as _,
        tokens.draft.as_ref().map(<[u8; 32]>::as_slice),
        now.to_sqlx() as _,
        touched_after(now).to_sqlx() as _,
    )
    .fetch_one(db)
    .await?;
    let address = row.address.map(serde_json::from_value::<Address>).transpose()?;
    Ok(Viewer {
        session: row.session,
        basket: row.basket,
        draft: row.draft,
        basket_lines: row.basket_lines,
        confirmed_email: row.confirmed_email,
        address: address.map(|address| address.key()),
        rejections: serde_json::from_value(row.rejections)?,
        versions: Some(Versions { catalogue: row.catalogue, stock: row.stock }),
    })
}

/// Who posts: what is behind the tokens that came along.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// The session.
    pub session: Option<SessionId>,
    /// The basket.
    pub basket: Option<BasketId>,
    /// The registration under way.
    pub draft: Option<DraftId>,
    /// Whether anything that was refused is kept for this session.
    pub has_rejections: bool,
}

/// Drafts last written before this moment are not opened by their cookie.
fn touched_after(now: Timestamp) -> Timestamp {
    now - DRAFT_COOKIE_HOURS.hours()
}

/// Who posts, in one statement.
pub async fn known(db: impl PgExecutor<'_>, tokens: Tokens, now: Timestamp) -> Result<Known> {
    let row = sqlx::query!(
        r#"select s.id as "session?: SessionId", b.id as "basket?: BasketId", d.id as "draft?: DraftId",
               exists (select from kept_rejections k where k.session_id = s.id) as "has_rejections!"
           from (values (1)) one left join sessions s on s.token_hash = $1 left join baskets b on b.token_hash = $2
           left join registration_drafts d on d.token_hash = $3 and d.expires_at > $4 and d.touched_at > $5"#,
        tokens.session.as_ref().map(<[u8; 32]>::as_slice),
        tokens.basket.as_ref().map(<[u8; 32]>::as_slice),
        tokens.draft.as_ref().map(<[u8; 32]>::as_slice),
        now.to_sqlx() as _,
        touched_after(now).to_sqlx() as _
    )
    .fetch_one(db)
    .await?;
    Ok(Known { session: row.session, basket: row.basket, draft: row.draft, has_rejections: row.has_rejections })
}

/// Begins a session.
pub async fn begin(db: impl PgExecutor<'_>, id: SessionId, token: TokenHash, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into sessions (id, token_hash, created_at, last_seen_at) values ($1, $2, $3, $3)",
        id as _,
        &token,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Remembers that the holder of this session reads mail at an address.
pub async fn confirm_email(db: impl PgExecutor<'_>, session: SessionId, email_norm: &str) -> Result<()> {
    sqlx::query!("update sessions set confirmed_email = $2 where id = $1", session as _, email_norm)
        .execute(db)
        .await?;
    Ok(())
}

/// The address confirmed in a session.
pub async fn confirmed_email(db: impl PgExecutor<'_>, session: SessionId) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("select confirmed_email from sessions where id = $1", session as _)
        .fetch_optional(db)
        .await?
        .flatten())
}

/// Lets a session read an order.
pub async fn may_read(db: impl PgExecutor<'_>, session: SessionId, order: OrderId) -> Result<()> {
    sqlx::query!(
        "insert into order_readers (order_id, session_id) values ($1, $2) on conflict do nothing",
        order as _,
        session as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps what a form refused, for the page that shows it again.
pub async fn keep_rejection(
    db: impl PgExecutor<'_>,
    session: SessionId,
    form: &str,
    page: &str,
    (answers, errors): (&Answers, &FieldErrors),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into kept_rejections (session_id, form, page, answers, errors, kept_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (session_id, form, page) do update set answers = $4, errors = $5, kept_at = $6",
        session as _,
        form,
        page,
        serde_json::to_value(answers)?,
        serde_json::to_value(errors)?,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets what its time has passed for: refused forms, codes, and sessions nobody came back to.
pub async fn forget(
    db: impl PgExecutor<'_>,
    rejections_before: Timestamp,
    sessions_before: Timestamp,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with rejections as (delete from kept_rejections where kept_at < $1),
         codes as (delete from email_codes where expires_at < $3)
         delete from sessions where created_at < $2",
        rejections_before.to_sqlx() as _,
        sessions_before.to_sqlx() as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Drops what was kept of the forms of a page and of pages below it.
pub async fn drop_rejections_below(db: impl PgExecutor<'_>, session: SessionId, page: &str) -> Result<()> {
    sqlx::query!(
        "delete from kept_rejections where session_id = $1 and (page = $2 or starts_with(page, $2 || '/'))",
        session as _,
        page
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Drops what was kept of a form, now that it was accepted.
pub async fn drop_rejection(db: impl PgExecutor<'_>, session: SessionId, form: &str) -> Result<()> {
    sqlx::query!("delete from kept_rejections where session_id = $1 and form = $2", session as _, form)
        .execute(db)
        .await?;
    Ok(())
}
