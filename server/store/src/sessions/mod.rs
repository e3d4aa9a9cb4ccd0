//! Sessions, and what one statement tells a page about who is looking.

mod rejections;
mod viewer;

use domain::{
    access::{Role, proved},
    account::{IDLE_HOURS, SIGNED_IN_HOURS},
    id::{AccountId, BasketId, DraftId, OrderId, SessionId},
    staff::{AuthorityKey, CatalogueRole, RegistryRole, Roles, STAFF_HOURS, STAFF_IDLE_MINUTES},
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
pub use rejections::{Rejection, drop_rejection, drop_rejections_below, keep_rejection};
use sqlx::PgExecutor;
pub use viewer::{MergedLines, Viewer, viewer};

use crate::Result;

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

/// Who posts: what is behind the tokens that came along.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The session.
    pub session: Option<SessionId>,
    /// The account that is signed in there.
    pub account: Option<AccountId>,
    /// What its owner may do who signed in there as staff.
    pub staff: Option<Roles>,
    /// When they proved last who they are.
    pub staff_confirmed_at: Option<Timestamp>,
    /// Whether somebody is signed in there who waits for approval.
    pub is_pending: bool,
    /// Whether an e-mail address was confirmed there.
    pub has_confirmed_email: bool,
    /// The basket: of the account, or of the token.
    pub basket: Option<BasketId>,
    /// The registration under way.
    pub draft: Option<DraftId>,
    /// Whether anything that was refused is kept for this session.
    pub has_rejections: bool,
}

impl Known {
    /// What they proved who they are by, but for a registration.
    pub fn roles(&self) -> impl Iterator<Item = Role> {
        let people = proved([
            (Role::ConfirmedGuest, self.has_confirmed_email),
            (Role::AccountHolder, self.account.is_some()),
            (Role::Pending, self.is_pending),
        ]);
        people.chain(self.staff.iter().flat_map(Roles::access_roles))
    }
}

/// Drafts last written before this moment are not opened by their cookie.
fn touched_after(now: Timestamp) -> Timestamp {
    now - DRAFT_COOKIE_HOURS.hours()
}

/// Whoever signed in to an account before this moment is not signed in any more.
pub(crate) fn signed_in_after(now: Timestamp) -> Timestamp {
    now - SIGNED_IN_HOURS.hours()
}

/// Whoever is signed in to an account and was last seen before this moment is not signed in any more.
pub(crate) fn seen_after(now: Timestamp) -> Timestamp {
    now - IDLE_HOURS.hours()
}

/// Whoever signed in as staff before this moment is not signed in as such any more.
fn staff_after(now: Timestamp) -> Timestamp {
    now - STAFF_HOURS.hours()
}

/// Whoever is signed in as staff and was last seen before this moment is not signed in as such any more.
fn staff_seen_after(now: Timestamp) -> Timestamp {
    now - STAFF_IDLE_MINUTES.minutes()
}

/// Who posts, in one statement.
pub async fn known(db: impl PgExecutor<'_>, tokens: Tokens, now: Timestamp) -> Result<Known> {
    let row = sqlx::query!(
        r#"select s.id as "session?: SessionId", case when a.state = 'active' then a.id end as "account?: AccountId",
               b.id as "basket?: BasketId", d.id as "draft?: DraftId",
               exists (select from kept_rejections k where k.session_id = s.id) as "has_rejections!",
               s.confirmed_email is not null as "has_confirmed_email!", coalesce(a.state = 'pending', false) as "is_pending!",
               coalesce(a.state = 'active' and s.staff_since > $8 and s.last_seen_at > $9, false) as "is_staff!",
               a.catalogue_role as "catalogue?: CatalogueRole", a.registry_role as "registry?: RegistryRole",
               a.registry_organisation as "organisation?: AuthorityKey", s.staff_confirmed_at as "confirmed_at?: jiff_sqlx::Timestamp"
           from (values (1)) one left join sessions s on s.token_hash = $1
           left join accounts a on a.id = s.account_id and a.state in ('active', 'pending') and s.signed_in_at > $6 and s.last_seen_at > $7
           left join lateral (select g.id from baskets g where a.state is distinct from 'active' and g.token_hash = $2 and g.merged_at is null
               union all select k.id from baskets k where k.account_id = a.id and a.state = 'active') b on true
           left join registration_drafts d on d.token_hash = $3 and d.expires_at > $4 and d.touched_at > $5"#,
        tokens.session.as_ref().map(<[u8; 32]>::as_slice),
        tokens.basket.as_ref().map(<[u8; 32]>::as_slice),
        tokens.draft.as_ref().map(<[u8; 32]>::as_slice),
        now.to_sqlx() as _,
        touched_after(now).to_sqlx() as _,
        signed_in_after(now).to_sqlx() as _,
        seen_after(now).to_sqlx() as _,
        staff_after(now).to_sqlx() as _,
        staff_seen_after(now).to_sqlx() as _
    )
    .fetch_one(db)
    .await?;
    let roles = Roles::of(row.catalogue, row.registry, row.organisation);
    let staff = Some(roles).filter(|roles| row.is_staff && roles.is_staff());
    Ok(Known {
        session: row.session,
        account: row.account,
        staff_confirmed_at: row.confirmed_at.map(jiff_sqlx::Timestamp::to_jiff).filter(|_| staff.is_some()),
        staff,
        is_pending: row.is_pending,
        has_confirmed_email: row.has_confirmed_email,
        basket: row.basket,
        draft: row.draft,
        has_rejections: row.has_rejections,
    })
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

/// Gives a session another token: whoever knew the one before knows nothing now.
pub async fn renew(db: impl PgExecutor<'_>, session: SessionId, token: TokenHash) -> Result<()> {
    sqlx::query!("update sessions set token_hash = $2 where id = $1", session as _, &token).execute(db).await?;
    Ok(())
}

/// Gives a session another token in the place of the one that came along. Nothing where it has another one by now.
pub async fn renew_from(
    db: impl PgExecutor<'_>,
    session: SessionId,
    before: TokenHash,
    after: TokenHash,
) -> Result<()> {
    sqlx::query!(
        "update sessions set token_hash = $3 where id = $1 and token_hash = $2",
        session as _,
        &before,
        &after
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The session that has one of two tokens, and whether it has the first.
pub async fn of_either(
    db: impl PgExecutor<'_>,
    first: TokenHash,
    second: TokenHash,
) -> Result<Option<(SessionId, bool)>> {
    let row = sqlx::query!(
        r#"select id as "id: SessionId", token_hash = $1 as "is_first!" from sessions where token_hash in ($1, $2)"#,
        &first,
        &second
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.is_first)))
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
