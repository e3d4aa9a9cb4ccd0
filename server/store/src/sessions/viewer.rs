//! What one statement tells a page about who is looking.

use domain::{
    access::{Role, proved},
    account::UNDO_MERGE_HOURS,
    address::Address,
    id::{BasketId, DraftId, RegistrantId, SessionId},
    order::Orderer,
    staff::{AuthorityKey, CatalogueRole, RegistryRole, Roles, STAFF_HOURS, STAFF_IDLE_MINUTES},
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use super::{Rejection, Tokens, seen_after, signed_in_after, staff_after, staff_seen_after, touched_after};
use crate::{
    Result,
    accounts::{Columns, SignedIn},
    staff::{Left, SignedInStaff},
    versions::Versions,
};

/// Minutes after which it is written down that whoever is signed in was seen again.
const SEEN_MINUTES: i64 = 5;
/// The same of staff, who are signed in for less long.
const STAFF_SEEN_MINUTES: i64 = 1;

/// Lines of a guest's basket, which went into that of an account.
#[derive(Clone, Copy, Debug, Default)]
pub struct MergedLines {
    /// Those that came into it and are there.
    pub added: i64,
    /// Those for which it had no room, or not for every copy.
    pub beyond: i64,
}

/// What a page knows about who is looking at it.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    /// Their session, once they have posted anything.
    pub session: Option<SessionId>,
    /// The account they are signed in to.
    pub account: Option<SignedIn>,
    /// Its owner, where they signed in as staff and have a role.
    pub staff: Option<SignedInStaff>,
    /// Whether somebody is signed in who waits for approval.
    pub is_pending: bool,
    /// Whoever is signed in to their registration there; asked on pages of theirs only.
    pub registrant: Option<RegistrantId>,
    /// Their basket, once they have put something in: of their account, wherever they are signed in.
    pub basket: Option<BasketId>,
    /// Their registration under way, once they have begun one.
    pub draft: Option<DraftId>,
    /// Lines in the basket.
    pub basket_lines: i64,
    /// What became of an earlier one when somebody signed in last, within a day.
    pub merged: MergedLines,
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
    /// What they proved who they are by.
    pub fn roles(&self) -> impl Iterator<Item = Role> {
        let people = proved([
            (Role::ConfirmedGuest, self.confirmed_email.is_some()),
            (Role::AccountHolder, self.account.is_some()),
            (Role::Registrant, self.registrant.is_some()),
            (Role::Pending, self.is_pending),
        ]);
        people.chain(self.staff.iter().flat_map(|staff| staff.roles.access_roles()))
    }

    /// The e-mail address of which nothing more has to be proved on the way to an order: that of their account, else
    /// the one confirmed in this session; normalised.
    pub fn proved_email(&self) -> Option<String> {
        self.account.as_ref().map(|account| account.email.normalised()).or_else(|| self.confirmed_email.clone())
    }

    /// The viewer, as limits see them: as far as they proved who they are.
    pub fn orderer(&self) -> Orderer {
        match &self.account {
            Some(account) => Orderer::member(&account.member()),
            None => Orderer::looking(self.confirmed_email.clone(), self.address.clone()),
        }
    }

    /// The same for an order to this e-mail address, normalised, and delivery address.
    pub fn ordering(&self, email: String, address: String) -> Orderer {
        match &self.account {
            Some(account) => Orderer::member(&account.member()),
            None => Orderer::guest(Some(email), Some(address)),
        }
    }
}

/// How long whoever is signed in as staff since a moment stays so. That they are here now is written down unless they were
/// seen a short while ago, so that they have as much less.
fn left(since: Timestamp, now: Timestamp) -> Left {
    Left {
        idle: (STAFF_IDLE_MINUTES - STAFF_SEEN_MINUTES) * 60,
        whole: (since + STAFF_HOURS.hours()).duration_since(now).as_secs(),
    }
}

/// Who is looking at a page: session, account, basket, draft, kept rejections and versions in one statement. That
/// somebody who is signed in was there is written down every few minutes; whoever comes back after too long is not
/// signed in as staff from then on. An account that somebody else changes at the moment is not waited for. The database
/// shows drafts to pages of the registry only.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
pub async fn viewer(
    db: impl PgExecutor<'_>,
    tokens: Tokens,
    page: &str,
    keep_after: Timestamp,
    now: Timestamp,
) -> Result<Viewer> {
    let row = sqlx::query!(
        r#"with seen as (
               update sessions set last_seen_at = $6, staff_since = case when last_seen_at > $13 then staff_since end,
                   staff_confirmed_at = case when last_seen_at > $13 then staff_confirmed_at end
               where token_hash = $1 and account_id is not null and signed_in_at > $8 and last_seen_at > $9
                   and last_seen_at <= case when staff_since is null then $10::timestamptz else $14::timestamptz end
               returning account_id, staff_since),
           there as (
               update accounts set last_seen_at = $6 where id = (
                   select w.id from seen n join accounts w on w.id = n.account_id where n.staff_since is not null
                   for no key update of w skip locked))
           select s.id as "session?: SessionId", s.confirmed_email as "confirmed_email?", checkout_address(b.id, s.id) as "address?", b.id as "basket?: BasketId", d.id as "draft?: DraftId",
               (select count(*) from basket_lines where basket_id = b.id) as "basket_lines!",
               m.added as "merged_added!", m.beyond as "merged_beyond!",
               coalesce((select jsonb_agg(jsonb_build_object('form', k.form, 'answers', k.answers, 'errors', k.errors))
                   from kept_rejections k where k.session_id = s.id and k.page = $3 and k.kept_at > $4), '[]') as "rejections!",
               v.version as "catalogue!", o.last_value as "stock!",
               case when a.state = 'active' then a.id end as "account?: domain::id::AccountId", a.email as "email?: domain::text::EmailAddress", a.full_name as "full_name?: domain::text::FullName",
               a.organisation || ':' || a.establishment as "establishment?: domain::account::EstablishmentKey",
               a.telephone as "telephone?: domain::text::TelephoneNumber", a.audience as "audience?: domain::account::AudienceKey", u.name as "audience_name?",
               w.name as "establishment_name?", n.name as "organisation_name?", a.password_hash is not null as "has_password!",
               s.proved_at as "proved_at?: jiff_sqlx::Timestamp", coalesce(a.state = 'pending', false) as "is_pending!",
               coalesce(a.state = 'active' and s.staff_since > $12 and s.last_seen_at > $13, false) as "is_staff!",
               a.catalogue_role as "catalogue_role?: CatalogueRole", a.registry_role as "registry_role?: RegistryRole",
               a.registry_organisation as "authority?: AuthorityKey", h.short_name as "authority_name?",
               s.staff_confirmed_at as "confirmed_at?: jiff_sqlx::Timestamp",
               least(s.staff_since, s.signed_in_at) as "staff_since?: jiff_sqlx::Timestamp"
           from catalogue_version v cross join stock_version o left join sessions s on s.token_hash = $1
           left join accounts a on a.id = s.account_id and a.state in ('active', 'pending') and s.signed_in_at > $8 and s.last_seen_at > $9
           left join health_authorities h on h.key = a.registry_organisation
           left join establishments w on w.organisation = a.organisation and w.code = a.establishment
           left join organisations n on n.code = a.organisation
           left join audiences u on u.key = a.audience
           left join lateral (select g.id from baskets g where a.state is distinct from 'active' and g.token_hash = $2 and g.merged_at is null
               union all select k.id from baskets k where k.account_id = a.id and a.state = 'active') b on true
           cross join lateral (select count(i.edition_id) filter (where l.merged_quantity is not null) as added,
                   count(*) filter (where coalesce(l.merged_quantity, 0) < l.quantity) as beyond
               from basket_lines l left join basket_lines i on i.basket_id = b.id and i.edition_id = l.edition_id
               where a.id is not null and l.basket_id = (select g.id from baskets g
                   where g.merged_into = b.id and g.merged_at > $11 order by g.merged_at desc limit 1)) m
           left join registration_drafts d on d.token_hash = $5 and d.expires_at > $6 and d.touched_at > $7"#,
        tokens.session.as_ref().map(<[u8; 32]>::as_slice),
        tokens.basket.as_ref().map(<[u8; 32]>::as_slice),
        page,
        keep_after.to_sqlx() as _,
        tokens.draft.as_ref().map(<[u8; 32]>::as_slice),
        now.to_sqlx() as _,
        touched_after(now).to_sqlx() as _,
        signed_in_after(now).to_sqlx() as _,
        seen_after(now).to_sqlx() as _,
        (now - SEEN_MINUTES.minutes()).to_sqlx() as _,
        (now - UNDO_MERGE_HOURS.hours()).to_sqlx() as _,
        staff_after(now).to_sqlx() as _,
        staff_seen_after(now).to_sqlx() as _,
        (now - STAFF_SEEN_MINUTES.minutes()).to_sqlx() as _,
    )
    .fetch_one(db)
    .await?;
    let address = row.address.map(serde_json::from_value::<Address>).transpose()?;
    let roles = Roles::of(row.catalogue_role, row.registry_role, row.authority);
    let account = Columns {
        id: row.account,
        email: row.email,
        full_name: row.full_name,
        telephone: row.telephone,
        establishment: row.establishment,
        establishment_name: row.establishment_name,
        organisation_name: row.organisation_name,
        has_role: roles.is_staff(),
        audience: row.audience,
        audience_name: row.audience_name,
        has_password: row.has_password,
        proved_at: row.proved_at.map(jiff_sqlx::Timestamp::to_jiff),
    }
    .signed_in(now);
    let confirmed_at = row.confirmed_at.map(jiff_sqlx::Timestamp::to_jiff).filter(|_| row.is_staff && roles.is_staff());
    let left = row.staff_since.map(|since| left(since.to_jiff(), now));
    let staff = confirmed_at.zip(left).map(|(confirmed_at, left)| SignedInStaff {
        roles,
        organisation_name: row.authority_name,
        confirmed_at,
        left,
    });
    Ok(Viewer {
        session: row.session,
        account,
        staff,
        is_pending: row.is_pending,
        registrant: None,
        basket: row.basket,
        draft: row.draft,
        basket_lines: row.basket_lines,
        merged: MergedLines { added: row.merged_added, beyond: row.merged_beyond },
        confirmed_email: row.confirmed_email,
        address: address.map(|address| address.key()),
        rejections: serde_json::from_value(row.rejections)?,
        versions: Some(Versions { catalogue: row.catalogue, stock: row.stock }),
    })
}
