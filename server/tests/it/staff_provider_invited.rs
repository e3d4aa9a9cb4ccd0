//! Whoever accepts an invitation with the provider: the token of its link stands in no other address, and the way there is
//! for the session in which its button was pressed, for some minutes.

use axum::http::{Method, StatusCode, header};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::GRACE,
    staff_invitations::posts_token_to,
    staff_provider::{STAFF, served},
    staff_provider_people::{TOKEN, grace, invites},
    visitor::Visitor,
    world::World,
};

const PAGE: &str = "/staff/provider/invitation";
const WAY: &str = "/staff/provider?for=invitation";
const ENDED: &str = "This invitation has ended";
const BUTTON: &str = "Accept with Example Health";

/// Where the last answer leads, if anywhere.
fn leads(visitor: &Visitor) -> Option<String> {
    let to = visitor.headers.get(header::LOCATION).map(|to| to.to_str().expect("an address").to_owned());
    assert!(to.as_ref().is_none_or(|to| !to.contains(TOKEN)), "{to:?}");
    to
}

/// Presses the button on the page of an invitation.
async fn presses(world: &World, link: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens(link).await.presses(BUTTON).await;
    assert_eq!(visitor.path, PAGE, "{}", visitor.text());
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_the_token_of_an_invitation_stands_in_no_address_but_its_link(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let (world, provider) = served(connect).await;
    let link = invites(&world, GRACE).await;
    provider.is(grace());
    let mut visitor = world.visitor();
    visitor.opens(&link).await;
    // The same page in other languages is at the address of the link.
    let mut addresses = [visitor.attributes("a", "href"), visitor.attributes("form", "action")].concat();
    addresses.retain(|address| !address.starts_with(&link));
    assert!(!addresses.iter().any(|address| address.contains(TOKEN)), "{addresses:?}");
    let (method, action, answers) = visitor.form_of(BUTTON);
    assert_eq!((method.as_str(), action.as_str()), ("post", "/do/staff/accept-by-provider"));
    assert_eq!(answers, [("invitation_token".to_owned(), TOKEN.to_owned())]);
    posts_token_to(&mut visitor, &action, TOKEN).await;
    assert_eq!(leads(&visitor).as_deref(), Some(PAGE));
    // A form leads to pages of ours only, wherever they lead on: this one is a page, and browsers go on from it.
    visitor.once(Method::GET, PAGE, None).await;
    assert_eq!((visitor.status, leads(&visitor)), (StatusCode::OK, None));
    assert_eq!(visitor.headers[header::REFRESH], format!("0; url={WAY}"));
    assert!(!visitor.body.contains(TOKEN));
    assert_eq!(visitor.links(BUTTON), [WAY], "for browsers that stay");
    visitor.once(Method::GET, WAY, None).await;
    let away = leads(&visitor).expect("the way to the provider");
    let back = provider.sends_back(&away).await;
    assert!(!back.contains(TOKEN));
    visitor.once(Method::GET, &back, None).await;
    assert_eq!(leads(&visitor).as_deref(), Some("/staff"), "{}", visitor.text());
    assert_eq!(world.count(STAFF).await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_way_there_is_of_the_session_that_pressed_the_button_and_for_some_minutes(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let (world, provider) = served(connect).await;
    let link = invites(&world, GRACE).await;
    provider.is(grace());
    let mut visitor = presses(&world, &link).await;
    let mut stranger = world.visitor();
    stranger.opens("/track").await.presses("Find my order").await;
    for who in [&mut stranger, &mut world.visitor()] {
        for way in [WAY.to_owned(), format!("{WAY}&invitation={TOKEN}")] {
            who.opens(&way).await.sees(ENDED);
            assert_eq!(who.status, StatusCode::GONE, "{way}");
        }
    }
    // Nobody comes back with what is kept.
    for state in ["", "x", TOKEN] {
        visitor.opens(&format!("/staff/provider/callback?code=zqcode-1&state={state}")).await;
        visitor.sees("This sign-in has ended");
    }
    world.backend.clock.advance(SignedDuration::from_mins(10) - SignedDuration::from_secs(1));
    visitor.once(Method::GET, WAY, None).await;
    assert_ne!(leads(&visitor).as_deref(), Some("/staff/provider?trouble=provider-invitation&for=invitation"));
    let mut late = presses(&world, &link).await;
    world.backend.clock.advance(SignedDuration::from_mins(10));
    late.opens(WAY).await.sees(ENDED);
    assert_eq!(world.count("select count(*) from accounts").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_invitation_that_ended_leads_to_no_provider(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _provider) = served(connect).await;
    let link = invites(&world, GRACE).await;
    let mut visitor = presses(&world, &link).await;
    world.run("update staff_invitations set cancelled_at = created_at").await;
    visitor.opens(WAY).await.sees(ENDED);
    for token in [TOKEN, "made-up"] {
        posts_token_to(&mut visitor, "/do/staff/accept-by-provider", token).await;
        assert_eq!(visitor.sees("This invitation does not work").status, StatusCode::GONE);
    }
}
