//! Accounts: what they say of their owners, and how these prove who they are.

pub mod address_lookups;
pub mod addresses;
pub mod closing;
pub mod devices;
pub mod email_changes;
pub mod guarding;
pub mod links;
pub mod own;
pub mod own_orders;
pub mod own_traces;
pub mod profile;
pub mod signing_in;

use domain::{
    account::{AudienceKey, EstablishmentKey, PROVED_MINUTES},
    id::AccountId,
    order::Member,
    text::{EmailAddress, FullName, TelephoneNumber},
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Somebody who is signed in, as their pages show them.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account.
    pub id: AccountId,
    /// Its address.
    pub email: EmailAddress,
    /// The name of its owner.
    pub full_name: FullName,
    /// How to ring them.
    pub telephone: Option<TelephoneNumber>,
    /// Where they work.
    pub establishment: Option<EstablishmentKey>,
    /// What that is called.
    pub establishment_name: Option<String>,
    /// What its organisation is called.
    pub organisation_name: Option<String>,
    /// Whether its owner has a role of staff, whether or not they signed in as such.
    pub has_role: bool,
    /// The audience they belong to.
    pub audience: Option<AudienceKey>,
    /// What that is called.
    pub audience_name: Option<String>,
    /// Whether there is a password.
    pub has_password: bool,
    /// Whether another one is set only by whoever knows it: they did not open a link just now.
    pub asks_current_password: bool,
}

impl SignedIn {
    /// The account, as limits see it.
    pub fn member(&self) -> Member {
        let (establishment, audience) = (self.establishment.clone(), self.audience.clone());
        Member { account: self.id, email: self.email.normalised(), establishment, audience }
    }
}

/// Columns of an account; those that it always has are all there or none.
pub(crate) struct Columns {
    pub id: Option<AccountId>,
    pub email: Option<EmailAddress>,
    pub full_name: Option<FullName>,
    pub telephone: Option<TelephoneNumber>,
    pub establishment: Option<EstablishmentKey>,
    pub establishment_name: Option<String>,
    pub organisation_name: Option<String>,
    pub has_role: bool,
    pub audience: Option<AudienceKey>,
    pub audience_name: Option<String>,
    pub has_password: bool,
    pub proved_at: Option<Timestamp>,
}

impl Columns {
    /// Whoever they are of, if anybody.
    pub fn signed_in(self, now: Timestamp) -> Option<SignedIn> {
        let proved = self.proved_at.is_some_and(|at| is_proved(at, now));
        Some(SignedIn {
            id: self.id?,
            email: self.email?,
            full_name: self.full_name?,
            telephone: self.telephone,
            establishment: self.establishment,
            establishment_name: self.establishment_name,
            organisation_name: self.organisation_name,
            has_role: self.has_role,
            audience: self.audience,
            audience_name: self.audience_name,
            has_password: self.has_password,
            asks_current_password: self.has_password && !proved,
        })
    }
}

/// Whether whoever opened a link at a moment need not prove any more who they are.
fn is_proved(at: Timestamp, now: Timestamp) -> bool {
    at > now - PROVED_MINUTES.minutes()
}

/// An account as limits see it, unless it is suspended.
pub async fn member(db: impl PgExecutor<'_>, id: AccountId) -> Result<Option<Member>> {
    Ok(sqlx::query_as!(
        Member,
        r#"select id as "account: _", email_norm as email, organisation || ':' || establishment as "establishment: _",
               audience as "audience: _"
           from accounts where id = $1 and state = 'active'"#,
        id as _
    )
    .fetch_optional(db)
    .await?)
}

/// The account of an address, unless it is suspended.
pub async fn of_email(db: impl PgExecutor<'_>, email_norm: &str) -> Result<Option<AccountId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: AccountId" from accounts where email_norm = $1 and state = 'active'"#,
        email_norm
    )
    .fetch_optional(db)
    .await?)
}

/// The address of an account, unless it is closed.
pub async fn email_of(db: impl PgExecutor<'_>, id: AccountId) -> Result<Option<EmailAddress>> {
    Ok(sqlx::query_scalar!(
        r#"select email as "email: EmailAddress" from accounts where id = $1 and state <> 'closed'"#,
        id as _
    )
    .fetch_optional(db)
    .await?)
}

/// Makes an account, unless there is one of this address; then that one. Nothing where it is suspended.
pub async fn make(
    db: impl PgExecutor<'_>,
    id: AccountId,
    (email, full_name): (&EmailAddress, &FullName),
    now: Timestamp,
) -> Result<Option<AccountId>> {
    Ok(sqlx::query_scalar!(
        r#"with made as (
               insert into accounts (id, email, email_norm, full_name, email_confirmed_at, created_at, updated_at, last_signed_in_at)
               values ($1, $2, $3, $4, $5, $5, $5, $5)
               on conflict (email_norm) do update set email_norm = excluded.email_norm returning id, state),
           audit as (insert into audit_entries (id, actor, action, subject, at)
               select $6, 'account:' || id, 'account.make', 'account:' || id, $5 from made where id = $1)
           select id as "id!: AccountId" from made where state = 'active'"#,
        id as _,
        email.as_str(),
        email.normalised(),
        full_name.as_str(),
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .fetch_optional(db)
    .await?)
}

/// Changes the name of an account's owner.
pub async fn rename(db: impl PgExecutor<'_>, id: AccountId, full_name: &FullName, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update accounts set full_name = $2, updated_at = $3, row_version = row_version + 1 where id = $1",
        id as _,
        full_name.as_str(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets where the owner of an account works, which says how much they may order.
pub async fn work_at(
    db: impl PgExecutor<'_>,
    id: AccountId,
    establishment: Option<&EstablishmentKey>,
    now: Timestamp,
) -> Result<()> {
    let (organisation, code) = establishment.map(EstablishmentKey::codes).unzip();
    sqlx::query!(
        "with changed as (
             update accounts set organisation = $2, establishment = $3, updated_at = $4, row_version = row_version + 1
             where id = $1 returning id)
         insert into audit_entries (id, actor, action, subject, detail, at)
         select $5, 'account:' || id, 'account.work_at', 'account:' || id,
             jsonb_build_object('organisation', $2::text, 'establishment', $3::text), $4 from changed",
        id as _,
        organisation,
        code,
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A place where people work.
#[derive(Clone, Debug)]
pub struct Establishment {
    /// Its key.
    pub key: EstablishmentKey,
    /// What it is called.
    pub name: String,
    /// What its organisation is called.
    pub organisation: String,
}

/// All places where people work, by name.
pub async fn establishments(db: impl PgExecutor<'_>) -> Result<Vec<Establishment>> {
    Ok(sqlx::query_as!(
        Establishment,
        r#"select e.organisation || ':' || e.code as "key!: _", e.name, o.name as organisation
           from establishments e join organisations o on o.code = e.organisation order by e.name, o.name, e.code"#
    )
    .fetch_all(db)
    .await?)
}
