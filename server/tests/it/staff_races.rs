//! Somebody comes in, or changes what they sign in with, at the moment in which they are suspended or have to set anew how
//! they sign in. Both lock their account: whoever comes first is done first, and the other sees what is so then (G-A4).

use axum::http::{Method, StatusCode};
use domain::id::AccountId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::signs_in,
    account_people::{ADA, PASSWORD, signs_up},
    authenticator::Authenticator,
    oidc_provider::OidcProvider,
    staff_passkeys::{self, options, with_passkey},
    staff_people::{
        App, Colleague, accepts, first_admin, halfway, invites_first_admin, is_in, recovery_codes, types_password,
    },
    staff_provider::ada_at_work,
    staff_rights::{at_work, both},
    visitor::{Visitor, form_urlencoded},
    world::{LONG, World},
};

/// What an administrator does about Ada, and whether they come first.
const TURNS: [(&str, bool); 3] = [("suspend", true), ("suspend", false), ("reset-factors", true)];
/// The same where they do.
const FIRST: [(&str, bool); 2] = [TURNS[0], TURNS[2]];
/// How many are in as Ada, or halfway in.
const IN: &str = "select count(*) from accounts a join (
        select account_id from sessions where staff_since is not null union all select account_id from staff_sign_ins) i
    on i.account_id = a.id where a.email_norm = 'ada@example.com'";
const ENDED: &str = "select count(*) from audit_entries where action in ('account.suspended', 'account.factors_reset')";
const AGAIN: &str = "update accounts set state = 'active' where state = 'suspended'";

/// What a browser is about to send: how, where, and what.
pub type Sent = (Method, String, Option<String>);

fn post(form: &str, answers: &[(&str, &str)]) -> Sent {
    let answers: Vec<(String, String)> =
        answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    (Method::POST, format!("/do/staff/{form}"), Some(form_urlencoded(&answers)))
}

/// The form with a button of the page at hand, as it is filled in.
fn pressed(visitor: &Visitor, words: &str) -> Sent {
    let (_, path, answers) = visitor.form_of(words);
    (Method::POST, path, Some(form_urlencoded(&answers)))
}

/// Two requests that want Ada's account. It is locked until both wait for it: then the first is done, and the second.
pub async fn one_after_the_other(world: &World, [(one, first), (two, second)]: [(&mut Visitor, Sent); 2]) {
    let mut gate = world.db.begin().await.expect("a transaction");
    let locks = sqlx::query("select from accounts where email_norm = $1 for no key update").bind(ADA);
    locks.execute(&mut *gate).await.expect("locked");
    let comes_second = async {
        world.sees_waiting(1).await;
        two.once(second.0, &second.1, second.2).await;
    };
    let opens = async {
        world.sees_waiting(2).await;
        gate.commit().await.expect("let go");
    };
    tokio::join!(one.once(first.0, &first.1, first.2), comes_second, opens);
    for visitor in [one, two] {
        assert!(!visitor.status.is_server_error(), "{}: {} {}", visitor.path, visitor.status, visitor.text());
    }
}

/// An administrator acts on Ada while somebody sends something in her name. Nobody is in as Ada then, nor once she may
/// come in again.
async fn meets(world: &World, admin: &mut Visitor, (act, is_first): (&str, bool), (late, sent): (&mut Visitor, Sent)) {
    let (ended, why) = (world.count(ENDED).await, format!("{act}, {is_first}"));
    let id = world.text("select id::text from accounts where email_norm = 'ada@example.com'").await;
    let version = world.text("select row_version::text from accounts where email_norm = 'ada@example.com'").await;
    let acts = post(act, &[("staff_member", &id), ("staff_version", &version)]);
    let requests =
        if is_first { [(&mut *admin, acts), (&mut *late, sent)] } else { [(&mut *late, sent), (&mut *admin, acts)] };
    one_after_the_other(world, requests).await;
    assert_eq!((admin.status, world.count(ENDED).await), (StatusCode::SEE_OTHER, ended + 1), "{why}");
    assert_eq!(world.count(IN).await, 0, "{why}: {} {}", late.status, late.text());
    world.run(AGAIN).await;
    assert!(!is_in(late).await, "{why}");
}

/// Ada types a code, her first, second and third, while an administrator acts on her.
async fn types(connect: PgConnectOptions, code_of: fn(&World, &Colleague, usize) -> String) {
    let world = World::crowded(connect, 12).await;
    let ada = first_admin(&world).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for (at, turn) in TURNS.into_iter().enumerate() {
        let mut late = halfway(&world, ADA).await;
        let code = code_of(&world, &ada, at);
        meets(&world, &mut admin, turn, (&mut late, post("code", &[("staff_code", &code)]))).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_a_code_lets_nobody_in_who_was_suspended_or_reset_meanwhile(_: PgPoolOptions, connect: PgConnectOptions) {
    types(connect, |world, ada, _| ada.app.fresh(world)).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_does_a_recovery_code(_: PgPoolOptions, connect: PgConnectOptions) {
    types(connect, |_, ada, at| recovery_codes(&ada.visitor)[at].clone()).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_does_a_passkey(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let mut device = Authenticator::new(1);
    with_passkey(&world, ADA, &mut device).await;
    // So many passwords are typed in a quarter of an hour, and one was.
    world.backend.clock.advance(SignedDuration::from_mins(15));
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for turn in TURNS {
        let mut late = staff_passkeys::halfway(&world, ADA).await;
        late.presses("Use a passkey").await;
        let answer = device.answers(&options(&late));
        late.fills("passkey_answer", &answer);
        let sent = pressed(&late, "Use a passkey");
        meets(&world, &mut admin, turn, (&mut late, sent)).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_does_a_password_lead_halfway(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    first_admin(&world).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for turn in TURNS {
        let sent = post("sign-in", &[("account_email", ADA), ("password", PASSWORD)]);
        meets(&world, &mut admin, turn, (&mut world.visitor(), sent)).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_does_what_a_newcomer_sets_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let link = invites_first_admin(&world).await;
    accepts(&mut world.visitor(), &link, "Ada Lovelace").await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for turn in FIRST {
        let mut late = world.visitor();
        types_password(&mut late, ADA, PASSWORD).await;
        late.opens("/staff/security").await.presses("Set up an authenticator app").await;
        let code = App::told(&late).fresh(&world);
        let sent = post("authenticator-confirm", &[("staff_code", &code)]);
        meets(&world, &mut admin, turn, (&mut late, sent)).await;
        let set_up = "select count(*) from staff_authenticators where secret is not null";
        assert_eq!(world.count(set_up).await, 0, "{turn:?}");
    }
}

/// A service whose staff sign in through a provider, and where many wait.
async fn served(connect: PgConnectOptions) -> (World, OidcProvider) {
    let world = World::crowded(connect, 12).await;
    let provider = OidcProvider::up(world.backend.clock.clone()).await;
    let world = world.signs_in_by(provider.settings(LONG));
    (world, provider)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_does_a_provider(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for turn in TURNS {
        let mut late = world.visitor();
        let back = provider.leads_back(&mut late, "/staff/provider").await;
        meets(&world, &mut admin, turn, (&mut late, (Method::GET, back, None))).await;
    }
}

/// Ada, who publishes, and has nothing to sign in with yet but her mailbox.
async fn publisher(world: &World) -> AccountId {
    signs_up(world, &mut world.visitor(), "Ada Lovelace", ADA).await;
    world.run("update accounts set catalogue_role = 'publisher'").await;
    world.text("select id::text from accounts").await.parse().expect("an account")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_a_provider_is_not_connected_by_whoever_was_signed_out_meanwhile(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let (world, provider) = served(connect).await;
    let ada = publisher(&world).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for turn in FIRST {
        let (mut late, _) = signs_in(&world, ada).await;
        let back = provider.leads_back(&mut late, "/staff/provider?for=connect").await;
        meets(&world, &mut admin, turn, (&mut late, (Method::GET, back, None))).await;
        assert_eq!(world.count("select count(*) from account_identities").await, 0, "{turn:?}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_is_anything_set_up_or_proved(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let Colleague { visitor, app, .. } = first_admin(&world).await;
    let ada: AccountId = world.text("select id::text from accounts").await.parse().expect("an account");
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let codes = "select recovery_generation::text from accounts where email_norm = 'ada@example.com'";
    let (mut late, before, suspends) = (visitor, world.text(codes).await, TURNS[0]);
    let confirms = post("confirm", &[("password", PASSWORD), ("staff_code", &app.fresh(&world))]);
    meets(&world, &mut admin, suspends, (&mut late, confirms)).await;
    assert_eq!(world.count("select count(*) from audit_entries where action = 'staff.confirm'").await, 0);
    let (mut late, _) = signs_in(&world, ada).await;
    meets(&world, &mut admin, suspends, (&mut late, post("recovery-codes", &[]))).await;
    assert_eq!(world.text(codes).await, before, "the codes are those of before");
    for turn in FIRST {
        let (mut late, _) = signs_in(&world, ada).await;
        late.opens("/staff/security").await.presses("Add a passkey").await;
        let answer = Authenticator::new(1).makes(&options(&late));
        late.fills("passkey_name", "Laptop").fills("passkey_answer", &answer);
        let sent = pressed(&late, "Make the passkey");
        meets(&world, &mut admin, turn, (&mut late, sent)).await;
        assert_eq!(world.count("select count(*) from staff_passkeys").await, 0, "{turn:?}");
    }
}
