//! Links that sign in: asking says nothing of an address, and each works once, for 15 minutes, behind a button.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, GRACE, ada, asks_for_account, asks_for_link, assert_signed_out, is_signed_in, link_to, token_of,
    },
    order::{goes_to_check, number_on},
    registrants::Person,
    registry_my::{link_in, registered},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const LINKS: &str = "select count(*) from account_links";

/// Posts what a link carries.
async fn posts_link(visitor: &mut Visitor, token: &str) -> StatusCode {
    let body = form_urlencoded(&[("account_token".to_owned(), token.to_owned())]);
    visitor.once(Method::POST, "/do/account/open-link", Some(body)).await;
    visitor.status
}

/// The link leads nowhere, opened or pressed, and says why.
async fn assert_ended(world: &World, link: &str) {
    let mut visitor = world.visitor();
    visitor.opens(link).await.sees("This link does not work");
    assert_eq!(visitor.status, StatusCode::GONE, "{link}");
    let status = posts_link(&mut visitor, &token_of(link)).await;
    if let Some(to) = visitor.headers.get("location") {
        // What no link of ours can be is not looked for.
        assert_eq!((status, to.to_str().unwrap()), (StatusCode::SEE_OTHER, "/account/sign-in"), "{link}");
    } else {
        assert_eq!(status, StatusCode::GONE, "{link}");
        visitor.sees("This link does not work");
    }
    assert_signed_out(&mut visitor, link).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_works_once_and_for_fifteen_minutes(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let mut visitor = world.visitor();
    let link = asks_for_link(&world, &mut visitor, ADA).await;
    for _ in 0..3 {
        let mut scanner = world.visitor();
        scanner.opens(&link).await.sees("Press the button").does_not_see(ADA);
        assert!(scanner.cookies.is_empty(), "a scanner is nobody");
    }
    visitor.opens(&link).await.presses("Sign in").await;
    assert!(is_signed_in(&visitor));
    assert_eq!(visitor.path, "/account");
    world.backend.clock.advance(SignedDuration::from_secs(11));
    assert_ended(&world, &link).await;

    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    world.backend.clock.advance(SignedDuration::from_secs(14 * 60 + 59));
    world.visitor().opens(&link).await.sees("Press the button");
    world.backend.clock.advance(SignedDuration::from_secs(1));
    assert_ended(&world, &link).await;
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count(LINKS).await, 0, "what has ended is forgotten");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_second_press_lands_as_the_first_did(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let mut visitor = world.visitor();
    let link = asks_for_link(&world, &mut visitor, ADA).await;
    visitor.opens(&link).await;
    let mut again = visitor.clone();
    visitor.presses("Sign in").await;
    assert!(is_signed_in(&visitor));
    again.presses("Sign in").await;
    assert!(is_signed_in(&again), "{}", again.text());
    let signed_in = "select count(*) from sessions where account_id is not null";
    assert_eq!(world.count(signed_in).await, 2, "the one who signed up, and this one");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_many_presses_at_once_one_browser_signs_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    let mut presses = Vec::new();
    for _ in 0..8 {
        let (mut visitor, token) = (world.visitor(), token_of(&link));
        // Each has a session of its own.
        visitor.opens("/track").await.presses("Find my order").await;
        presses.push(async move { (posts_link(&mut visitor, &token).await, visitor) });
    }
    let presses: Vec<_> = presses.into_iter().map(tokio::spawn).collect();
    let mut signed_in = 0;
    for press in presses {
        let (status, mut visitor) = press.await.expect("an answer");
        assert!(matches!(status, StatusCode::SEE_OTHER | StatusCode::GONE), "{status}");
        visitor.opens("/account").await;
        signed_in += usize::from(visitor.path == "/account");
    }
    assert_eq!(signed_in, 1, "it works once");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_made_up_or_is_for_something_else_opens_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(crate::builders::Leaflet::default()).await;
    ada(&world).await;
    let real = asks_for_link(&world, &mut world.visitor(), ADA).await;
    let token = token_of(&real);
    assert!(token.len() >= 22, "128 bits: {token}");
    let mut forged = token.clone().into_bytes();
    forged[0] = if forged[0] == b'A' { b'B' } else { b'A' };
    let forged = String::from_utf8(forged).expect("letters");
    // Links of the registry's and of orders' messages.
    registered(&world, &Person::named("Grace")).await;
    let mut other = world.visitor();
    other.opens("/my").await.fills("sign_in_email", GRACE).presses("Send me a code").await;
    let registry = link_in(world.mails_to(GRACE).await.last().expect("a code"), "Enter it here");
    let mut guest = world.visitor();
    goes_to_check(&world, &mut guest, "1", "guest@example.com", "1 Some Street").await;
    guest.presses("Place order").await;
    assert!(number_on(&guest).starts_with("HP-"));
    let letter = world.mails_to("guest@example.com").await.pop().expect("a confirmation").text;
    let track = letter.lines().find(|line| line.contains("/track/")).expect("a link").trim().to_owned();
    let hash = backend::secrets::hex(&backend::secrets::hash_token(&token));
    let made_up = [
        forged,
        token_of(&registry),
        token_of(&track),
        hash,
        format!("{token}x"),
        token[1..].to_owned(),
        "x".to_owned(),
        "0198c0de-0000-7000-8000-000000000000".to_owned(),
    ];
    for made_up in made_up {
        assert_ended(&world, &format!("/account/link/{made_up}")).await;
    }
    world.visitor().opens(&real).await.sees("Press the button");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn only_the_hash_of_a_link_is_stored(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let mut visitor = world.visitor();
    visitor.opens("/account/sign-in").await.fills("account_email", ADA).presses("Email me a link").await;
    let token = token_of(&link_to(&world, ADA).await);
    let hash = backend::secrets::hex(&backend::secrets::hash_token(&token));
    let stored = format!("select count(*) from account_links where encode(token_hash, 'hex') = '{hash}'");
    assert_eq!(world.count(stored.leak()).await, 1);
    let clear = format!("select count(*) from account_links l where to_jsonb(l)::text like '%{token}%'");
    assert_eq!(world.count(clear.leak()).await, 0);
}

/// What somebody reads who asks for something with an address; the address and what differs from page to page left out.
async fn asks(world: &World, (page, button): (&str, &str), email: &str) -> (String, Vec<String>) {
    let mut visitor = world.visitor();
    visitor.opens(page).await.fills("full_name", "Somebody").fills("account_email", email).presses(button).await;
    assert_eq!((visitor.path.as_str(), visitor.status), ("/account/mailed", StatusCode::OK));
    assert!(!visitor.body.contains(email), "{page}: the address is not said again");
    let cookies = visitor.cookies.keys().cloned().collect();
    (visitor.text(), cookies)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn asking_tells_nobody_whether_an_address_has_an_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let ways = [
        ("/account/sign-up", "Create my account"),
        ("/account/sign-in", "Email me a link"),
        ("/account/password/forgotten", "Email me a link"),
    ];
    let mut said = Vec::new();
    for (at, way) in ways.into_iter().enumerate() {
        // A network may ask only so often, and so may an address.
        world.backend.clock.advance(SignedDuration::from_hours(2));
        let unknown = format!("nobody{at}@example.com");
        let known = asks(&world, way, ADA).await;
        assert_eq!(known, asks(&world, way, &unknown).await, "{way:?}");
        said.push(known.0);
        let letters = world.mails_to(&unknown).await;
        assert_eq!(letters.len(), 1, "{way:?}: whoever reads there is told");
    }
    assert!(said.windows(2).all(|pages| pages[0] == pages[1]), "one page for all of them");
    let accounts = "select full_name || ' ' || email from accounts";
    assert_eq!(world.texts(accounts).await, ["Ada Lovelace ada@example.com"], "signing up again changes nothing");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_owner_of_a_known_address_is_told_and_can_sign_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let before = world.mails_to(ADA).await.len();
    let mut stranger = world.visitor();
    asks_for_account(&mut stranger, "Mallory", ADA).await;
    let letters = world.mails_to(ADA).await;
    assert_eq!(letters.len(), before + 1);
    let letter = letters.last().expect("a letter");
    assert!(
        !letter.text.contains("Mallory") && !letter.html.contains("Mallory"),
        "what a stranger typed is not passed on"
    );
    let mut owner = world.visitor();
    owner.opens(&link_to(&world, ADA).await).await.presses("Sign in").await;
    assert!(is_signed_in(&owner));
    owner.opens("/account").await.sees("Ada Lovelace").does_not_see("Mallory");
    assert_signed_out(&mut stranger, "whoever typed the address is nobody").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_without_an_account_gets_no_link_that_opens_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for page in ["/account/sign-in", "/account/password/forgotten"] {
        let mut visitor = world.visitor();
        visitor.opens(page).await.fills("account_email", GRACE).presses("Email me a link").await;
        let letter = world.mails_to(GRACE).await.pop().expect("a letter").text;
        assert!(!letter.contains("/account/link/"), "{letter}");
        assert!(letter.contains("/account/sign-up"), "{letter}");
    }
    assert_eq!(world.count("select count(*) from accounts").await, 0);
}
