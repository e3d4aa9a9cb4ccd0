//! No page of the registry asks the database more often than its budget.

use std::sync::atomic::AtomicUsize;

use backend::registry::{OwnerLink, saving::LinkTo};
use domain::{id::RegistrantId, paths};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    budgets::{MINE, REGISTERING, assert_counted},
    registrants::{Person, ready, taken},
    registry_journey::starts,
    registry_my::{ADA, ada},
    registry_pages::{WAY, continues},
    statements::counting,
    statements_aside::asks,
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// Asks for each of these pages, which is there.
async fn shows(count: &AtomicUsize, visitor: &mut Visitor, pages: &[(&str, usize)]) {
    for (path, budget) in pages {
        asks(count, visitor, path, (200, *budget)).await;
    }
}

/// The newest link to a page among the messages to Ada.
async fn link_to(world: &World, page: &str) -> String {
    let mails = world.mails_to(ADA).await;
    let mut lines = mails.iter().rev().flat_map(|mail| mail.text.lines());
    let link = lines.find(|line| line.contains(page)).expect("a link");
    link.trim().trim_start_matches(ORIGIN).to_owned()
}

/// Saves the registration at hand for Ada's address.
async fn saves(visitor: &mut Visitor) {
    visitor.opens("/register/save").await.fills("save_email", ADA).presses("Save my answers").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_the_wizard_stay_within_their_budgets(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    // The lists on offer come from memory once they were asked for.
    let mut visitor = starts(&world).await;
    let mut other = visitor.clone();
    let (count, _counting) = counting();
    for (slug, typed) in WAY {
        shows(&count, &mut visitor, &[(format!("/register/{slug}").as_str(), 4)]).await;
        continues(&mut visitor, typed).await;
    }
    // Two windows.
    continues(&mut other, &[("first_name", "Grace"), ("last_name", "Hopper")]).await;
    asks(&count, &mut other, "/register/changed", (409, 8)).await;
    other.presses("Keep the stored answers").await;
    // Two registrations of one address.
    saves(&mut starts(&world).await).await;
    comes_back(&world, &count).await;
    // The last page, and what follows.
    let pages = [("/register", 1), ("/register/tasks", 4), ("/register/save", 4), ("/register/check", 4 + 1)];
    shows(&count, &mut visitor, &pages).await;
    visitor.presses("Send me an email code instead").await;
    shows(&count, &mut visitor, &[("/register/human-code", 4)]).await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
    visitor.fills("certification", "yes").presses("Send registration").await;
    // The code proved the address already; here it is as if the automatic check had been solved.
    world.run("update registrants set email_state = 'unverified', email_verified_at = null").await;
    let confirm = link_to(&world, "/register/confirm/").await;
    shows(&count, &mut visitor, &[("/register/done", 2), (confirm.as_str(), 2), ("/register/confirmed", 1)]).await;
    assert_counted(REGISTERING);
}

/// Saves another registration for the same address, and comes back to it in the same browser.
async fn comes_back(world: &World, count: &AtomicUsize) {
    let mut visitor = starts(world).await;
    continues(&mut visitor, &[("first_name", "Grace"), ("last_name", "Hopper")]).await;
    saves(&mut visitor).await;
    let draft = world.text("select id::text from registration_drafts where saved_at is not null").await;
    let draft = draft.parse().expect("an id");
    let [resume, discard] =
        [LinkTo::Draft, LinkTo::Discard].map(|link| link.path(&world.backend, draft, ADA).to_string());
    let pages = [
        ("/register/saved", 5),
        (resume.as_str(), 2),
        (discard.as_str(), 2),
        ("/register/discarded", 1),
        ("/register/resume", 1),
    ];
    shows(count, &mut visitor, &pages).await;
    visitor.fills("resume_email", ADA).presses("Send me a code").await;
    shows(count, &mut visitor, &[("/register/resume/code", 2)]).await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
    shows(count, &mut visitor, &[("/register/which", 3)]).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_ones_own_registration_stay_within_their_budgets(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    taken(ready(&world, &Person::named("Ada")).await.sends(&world.backend).await);
    let (count, _counting) = counting();
    // Who is looking, who is signed in, and what their page says.
    shows(&count, &mut visitor, &[("/my/which", 2 + 2)]).await;
    // With a change that waits for another answer, which is read in any case.
    visitor.opens("/my/registration/employment").await;
    visitor.fills("current_employment", "healthSectorEmployed").presses("Continue").await;
    let pages = [
        ("/my/registration", 2 + 5),
        ("/my/registration/name", 2 + 3),
        ("/my/consents", 2 + 1),
        ("/my/deployment", 2),
        ("/my/data", 2 + 9),
        ("/my/data.json", 2 + 10),
        ("/my/withdraw", 2 + 2),
        ("/my/erase", 2),
        ("/my/email", 2 + 1),
    ];
    shows(&count, &mut visitor, &pages).await;
    asks(&count, &mut visitor, "/my/registration/subspecialties/RegisteredNurse", (303, 2 + 3)).await;
    asks(&count, &mut visitor, "/my/changed", (303, 2 + 3)).await;
    visitor.opens("/my/email").await.fills("new_email", "ada@example.org").presses("Send a code there").await;
    shows(&count, &mut visitor, &[("/my/email/code", 2 + 1)]).await;
    visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await;
    shows(&count, &mut visitor, &[("/my/withdrawn", 1), ("/my/withdraw", 2 + 2), ("/my/rejoin", 2 + 2)]).await;
    links_of_messages(&world, &count, &mut visitor).await;
    assert_counted(MINE);
}

/// What opens without anybody signed in.
async fn links_of_messages(world: &World, count: &AtomicUsize, visitor: &mut Visitor) {
    let id: RegistrantId = world.text("select id::text from registrants").await.parse().expect("an id");
    let [still_right, stop, withdraw] = [OwnerLink::StillRight, OwnerLink::StopMessages, OwnerLink::Withdraw]
        .map(|link| link.path(&world.backend, id, ADA).to_string());
    let (change, later) = (uuid::Uuid::nil(), world.backend.clock.now() + jiff::SignedDuration::from_hours(1));
    let undo = paths::undo_email(change, &world.backend.secrets.seal("undo-email", &change.to_string(), later));
    let pages = [
        (still_right.as_str(), 4),
        (stop.as_str(), 2),
        (withdraw.as_str(), 4),
        (undo.as_str(), 1),
        ("/my/email/undone", 1),
        ("/still-right/done", 1),
        ("/my/erased", 1),
        ("/my/signed-out", 1),
    ];
    shows(count, visitor, &pages).await;
    visitor.opens("/my/registration").await.presses("Sign out").await;
    shows(count, visitor, &[("/my", 2)]).await;
    visitor.fills("sign_in_email", ADA).presses("Send me a code").await;
    let sign_in = link_to(world, "/my/link/").await;
    shows(count, visitor, &[("/my/code", 2), (sign_in.as_str(), 1)]).await;
}
