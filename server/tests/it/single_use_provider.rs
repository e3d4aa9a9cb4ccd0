//! Whoever comes back from the provider, a hundred times at the same moment at two programs (G-A11): with what was sent
//! there with them, and with one invitation.

use axum::http::Method;
use backend::provider::{Asks, begin, invited};
use domain::{form::Answer, link::LinkPart, paths, staff::ProviderPurpose};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::begins,
    account_people::GRACE,
    oidc_provider::OidcProvider,
    single_use::{MANY, all_send, copies, led_to, second},
    staff_provider::{STAFF, ada_at_work},
    staff_provider_people::{KNOWN, TOKEN, grace, invites},
    staff_races::Sent,
    visitor::Visitor,
    world::{LONG, World},
};

/// Two programs over one database, whose staff sign in through one provider.
async fn served(connect: PgConnectOptions) -> ([World; 2], OidcProvider) {
    let here = World::crowded(connect.clone(), 12).await;
    let there = second(&here, connect).await;
    let provider = OidcProvider::up(here.backend.clock.clone()).await;
    ([here, there].map(|world| world.signs_in_by(provider.settings(LONG))), provider)
}

/// Everybody else was led to where it is said why they are not in.
#[track_caller]
fn assert_one_in(came: &[Visitor]) {
    let trouble = format!("{}?", paths::staff_provider());
    let is_refused = |visitor: &&Visitor| {
        visitor.headers.get("location").is_some_and(|to| to.to_str().is_ok_and(|to| to.starts_with(&trouble)))
    };
    let refused = came.iter().filter(is_refused).count();
    assert_eq!((led_to(came, "/staff").len(), refused), (1, MANY - 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_of_a_hundred_who_come_back_at_once_one_is_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let ([here, there], provider) = served(connect).await;
    ada_at_work(&here).await;
    let mut visitor = here.visitor();
    let back = provider.leads_back(&mut visitor, "/staff/provider").await;
    let everybody = copies(&visitor, [&here, &there]);
    let sent: Vec<(Visitor, Sent)> =
        everybody.into_iter().map(|browser| (browser, (Method::GET, back.clone(), None))).collect();
    assert_one_in(&all_send(sent).await);
    assert_eq!((here.count(STAFF).await, provider.asked("token")), (1, 1), "nobody else's code is asked about");
}

/// Somebody who accepts the invitation at a program and was at the provider: their browser, and the way back.
async fn accepts(program: &World, provider: &OidcProvider) -> (Visitor, Sent) {
    let (backend, token) = (&program.backend, LinkPart::read(TOKEN).expect("a token"));
    let (visitor, session, _) = begins(program).await;
    invited(backend, (session, None), &token).await.expect("the invitation is open");
    let asks = Asks { session: Some(session), from: None, purpose: ProviderPurpose::Invitation, next: None };
    let known = backend.provider.as_ref().expect("a provider");
    let hop = begin(backend, known, asks).await.expect("the way there");
    (visitor, (Method::GET, provider.sends_back(&hop.url).await, None))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_of_a_hundred_who_accept_an_invitation_at_once_one_is_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let ([here, there], provider) = served(connect).await;
    invites(&here, GRACE).await;
    provider.is(grace());
    let mut sent = Vec::with_capacity(MANY);
    for program in [&here, &there].into_iter().cycle().take(MANY) {
        sent.push(accepts(program, &provider).await);
    }
    assert_one_in(&all_send(sent).await);
    assert_eq!((here.count(STAFF).await, here.count("select count(*) from accounts").await), (1, 1));
    assert_eq!(here.texts(KNOWN).await, ["zqsubject-2 grace@example.com"]);
    let accepted = "select count(*) from audit_entries where action = 'account.invitation_accepted'";
    assert_eq!(here.count(accepted).await, 1);
}
