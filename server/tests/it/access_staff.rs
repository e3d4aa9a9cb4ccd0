//! Staff of every kind for the access test, each signed in in a browser of their own, with people and invitations to
//! look after. They are made by what the service writes with, and not by ten invitations.

use backend::secrets::Token;
use domain::{
    account::Device,
    form::Answer,
    id::{AccountId, InvitationId, SessionId},
    staff::{AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, Roles},
    text::{EmailAddress, FullName},
};
use jiff::ToSpan;
use store::{
    accounts,
    staff::{
        identities,
        invitations::{self, For, NewInvitation},
        people::{self, NewStaff},
        signing_in,
    },
};
use uuid::Uuid;

use crate::{
    access_actors::Actor, authenticator::Authenticator, staff_passkeys::sets_up, visitor::Visitor, world::World,
};

/// The authority of whoever administers one.
const AUTHORITY: &str = "FHA";
/// One that nobody here administers.
const ANOTHER: &str = "VCHA";

/// A list of somebody's own.
const LIST: &str = "insert into saved_lists (id, account_id, name, created_at, updated_at)
    select gen_random_uuid(), id, 'List', created_at, created_at from accounts where id = $1 returning id::text";
/// An address of somebody's own.
const ADDRESS: &str = "insert into account_addresses (id, account_id, address, is_default, created_at, updated_at)
    select gen_random_uuid(), id, '{\"lines\": [\"5 Some Street\"], \"city\": \"Leeds\", \"county\": null, \"postcode\": \"LS1 4AP\"}',
        true, created_at, created_at from accounts where id = $1 returning id::text";

/// Something that somebody waits for.
const ALERT: &str =
    "insert into subscriptions (id, kind, edition_id, email, email_norm, locale, confirmed_at, expires_at, created_at)
    select gen_random_uuid(), 'back_in_stock', e.id, a.email, a.email_norm, 'en', a.created_at,
        a.created_at + interval '180 days', a.created_at
    from accounts a cross join (select id from editions order by id limit 1) e where a.id = $1 returning id::text";

pub fn catalogue(role: CatalogueRole) -> Roles {
    Roles::of(Some(role), None, None)
}

pub fn registry(role: RegistryRole, organisation: &str) -> Roles {
    Roles::of(None, Some(role), AuthorityKey::read(organisation).ok())
}

fn address_of(name: &str) -> EmailAddress {
    EmailAddress::read(&format!("{}@staff.example", name.replace(' ', "-"))).expect("an address")
}

/// Somebody with an account and these roles.
pub async fn somebody(world: &World, name: &str, roles: &Roles) -> AccountId {
    let (email, full_name) = (address_of(name), FullName::read(name).expect("a name"));
    let new = NewStaff { id: AccountId(Uuid::now_v7()), email: &email, full_name: &full_name, hash: None, roles };
    let mut db = world.backend.db.acquire().await.expect("a connection");
    let taken_in = people::take_in(&mut db, new, world.backend.clock.now()).await.expect("an account");
    taken_in.expect("nobody is suspended")
}

/// A browser with a session that somebody begins in a way of their own.
pub async fn begins(world: &World) -> (Visitor, SessionId, Token) {
    let (session, token, mut visitor) = (SessionId(Uuid::now_v7()), Token::draw(), world.visitor());
    let begun = store::sessions::begin(&world.backend.db, session, token.hash(), world.backend.clock.now()).await;
    begun.expect("a session");
    visitor.cookies.insert("__Host-sid".to_owned(), token.as_str().to_owned());
    (visitor, session, token)
}

/// Signs somebody in as staff.
pub async fn signs_in(world: &World, account: AccountId) -> (Visitor, SessionId) {
    let (visitor, session, token) = begins(world).await;
    let entrance = signing_in::Entrance { token: token.hash(), device: Device::default(), provider: None };
    let mut db = world.backend.db.acquire().await.expect("a connection");
    let entered = signing_in::enter(&mut db, session, account, entrance, world.backend.clock.now()).await;
    entered.expect("signed in");
    (visitor, session)
}

async fn made(world: &World, sql: &'static str, account: AccountId) -> Option<String> {
    sqlx::query_scalar(sql).bind(account.0).fetch_optional(&world.backend.db).await.expect("a statement")
}

/// Somebody, with what is an account holder's own.
async fn holder(world: &World, account: AccountId, (visitor, session): (Visitor, SessionId)) -> Actor {
    let (list, address) = (made(world, LIST, account).await, made(world, ADDRESS, account).await);
    let alert = made(world, ALERT, account).await;
    Actor { device: Some(session.to_string()), list, address, alert, ..Actor::of(visitor) }
}

async fn staff(world: &World, name: &str, roles: Roles) -> Actor {
    let account = somebody(world, name, &roles).await;
    let signed_in = signs_in(world, account).await;
    let actor = holder(world, account, signed_in).await;
    with_passkey(world, actor, account).await
}

/// What is known of somebody's passkey stands for that of another as well.
const ALIKE: &str = "insert into staff_passkeys (id, account_id, credential_id, credential, name, created_at)
    select gen_random_uuid(), a.id, decode(md5(a.id::text), 'hex'), p.credential, p.name, p.created_at
    from accounts a cross join (select * from staff_passkeys limit 1) p where a.id = $1";
/// A passkey of somebody.
const PASSKEY: &str = "select id::text from staff_passkeys where account_id = $1";

/// The same with a passkey: the first of them makes one known.
async fn with_passkey(world: &World, mut actor: Actor, account: AccountId) -> Actor {
    let alike = sqlx::query(ALIKE).bind(account.0).execute(&world.db).await.expect("a passkey");
    if alike.rows_affected() == 0 {
        sets_up(&mut actor.visitor, &mut Authenticator::new(1), "Laptop").await;
    }
    let passkey = made(world, PASSKEY, account).await;
    Actor { passkey, ..actor }
}

/// The same with somebody to look after, and an invitation.
async fn with_people(world: &World, actor: Actor, (name, roles): (&str, Roles)) -> Actor {
    let (now, id) = (world.backend.clock.now(), InvitationId(Uuid::now_v7()));
    let email = address_of(&format!("invited {name}"));
    let (token, expires_at) = (Token::draw().hash(), now + (14 * 24).hours());
    let invitation = NewInvitation { id, token, email: &email, to: For::Roles(&roles), by: None, expires_at };
    assert!(invitations::add(&world.backend.db, invitation, now).await.expect("written"), "there was none");
    let member = somebody(world, name, &roles).await.to_string();
    Actor { member: Some(member), invitation: Some(id.to_string()), ..actor }
}

/// Somebody unknown, who came by a provider.
async fn pending(world: &World) -> Actor {
    let (id, name) = (AccountId(Uuid::now_v7()), FullName::read("pending").expect("a name"));
    let now = world.backend.clock.now();
    let made = identities::make_waiting(&world.backend.db, id, (&address_of("pending"), &name), now).await;
    assert!(made.expect("an account"));
    Actor::of(signs_in(world, id).await.0)
}

/// Somebody who is staff, and signed in by the link of a message only.
pub async fn by_link_only(world: &World) -> Actor {
    let account = somebody(world, "by link only", &catalogue(CatalogueRole::Admin)).await;
    let (visitor, session, token) = begins(world).await;
    let entrance = accounts::signing_in::Entrance { token: token.hash(), is_proved: true, device: Device::default() };
    let mut db = world.backend.db.acquire().await.expect("a connection");
    let entered = accounts::signing_in::begin(&mut db, session, account, entrance, world.backend.clock.now()).await;
    entered.expect("signed in");
    holder(world, account, (visitor, session)).await
}

async fn suspended(world: &World) -> Actor {
    let account = somebody(world, "suspended staff", &registry(RegistryRole::Admin, MINISTRY)).await;
    let (visitor, _) = signs_in(world, account).await;
    world.run("update accounts set state = 'suspended' where email_norm = 'suspended-staff@staff.example'").await;
    Actor::of(visitor)
}

/// Somebody who administers the ministry, and through it every authority; with somebody to look after.
pub async fn administrator(world: &World) -> Actor {
    let of_ministry = ("of the ministry", registry(RegistryRole::Viewer, MINISTRY));
    let actor = staff(world, "ministry admin", registry(RegistryRole::Admin, MINISTRY)).await;
    with_people(world, actor, of_ministry).await
}

/// All of them, as `access_rows::WHO` says. The publisher looks after nobody: theirs is what is foreign to all others.
pub async fn all(world: &World) -> Vec<Actor> {
    let of_another = ("theirs", registry(RegistryRole::Viewer, ANOTHER));
    let of_catalogue = ("of the catalogue", catalogue(CatalogueRole::Publisher));
    let of_authority = ("of the authority", registry(RegistryRole::Viewer, AUTHORITY));
    let publisher = staff(world, "publisher", catalogue(CatalogueRole::Publisher)).await;
    let catalogue_admin = staff(world, "catalogue admin", catalogue(CatalogueRole::Admin)).await;
    let authority_admin = staff(world, "authority admin", registry(RegistryRole::Admin, AUTHORITY)).await;
    vec![
        pending(world).await,
        with_people(world, publisher, of_another).await,
        staff(world, "fulfiller", catalogue(CatalogueRole::Fulfiller)).await,
        with_people(world, catalogue_admin, of_catalogue).await,
        staff(world, "viewer", registry(RegistryRole::Viewer, AUTHORITY)).await,
        staff(world, "verifier", registry(RegistryRole::Verifier, AUTHORITY)).await,
        staff(world, "coordinator", registry(RegistryRole::Coordinator, AUTHORITY)).await,
        with_people(world, authority_admin, of_authority).await,
        administrator(world).await,
        staff(world, "privacy officer", registry(RegistryRole::PrivacyOfficer, MINISTRY)).await,
        suspended(world).await,
        by_link_only(world).await,
    ]
}
