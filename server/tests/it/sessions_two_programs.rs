//! Two programs over one database: whoever is signed out at one is out at the other, on the very next request (G-A4).

use axum::http::{Method, StatusCode};
use domain::{id::AccountId, staff::CatalogueRole};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, signs_in, somebody},
    account_people::{PASSWORD, ada_with_password},
    registrants::Person,
    registry_my::{self, ADA, registered},
    staff_people::{acts, gives},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const EVERYWHERE: &str = "/do/account/sign-out-everywhere";

/// A page and a form that are for whoever is signed in, with answers that are never right: nothing is written.
struct Own {
    page: &'static str,
    form: &'static str,
    answers: &'static str,
}

const HOLDER: Own = Own { page: "/account", form: "/do/account/name", answers: "full_name=" };
const STAFF: Own = Own { page: "/staff/people", form: "/do/staff/invite", answers: "account_email=" };
const REGISTRANT: Own = Own {
    page: "/my/registration",
    form: "/do/my/change",
    answers: "step=name&shown_version=1&first_name=&last_name=",
};

/// Posts a form at a program, in a browser; its cookies stay as they are.
async fn posts(world: &World, visitor: &Visitor, form: &str, answers: &str) -> Visitor {
    let mut browser = visitor.clone();
    browser.router = world.router.clone();
    browser.once(Method::POST, form, Some(answers.to_owned())).await;
    browser
}

/// Does something by a form, which is taken.
async fn does(world: &World, visitor: &Visitor, form: &str, answers: &[(&str, &str)]) {
    let answers: Vec<(String, String)> =
        answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let done = posts(world, visitor, form, &form_urlencoded(&answers)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{form}: {}", done.text());
}

impl Own {
    /// What the form and the page answer at a program.
    async fn asked(&self, world: &World, visitor: &Visitor) -> (StatusCode, StatusCode) {
        let posted = posts(world, visitor, self.form, self.answers).await;
        let mut browser = visitor.clone();
        browser.router = world.router.clone();
        browser.once(Method::GET, self.page, None).await;
        (posted.status, browser.status)
    }

    async fn is_open(&self, world: &World, visitor: &Visitor, why: &str) {
        let answered = self.asked(world, visitor).await;
        assert_eq!(answered, (StatusCode::SEE_OTHER, StatusCode::OK), "before {why}, {}", self.page);
    }

    async fn is_closed(&self, world: &World, visitor: &Visitor, why: &str) {
        let (posted, shown) = self.asked(world, visitor).await;
        assert!(posted.is_client_error(), "after {why}, {}: {posted}", self.form);
        assert_ne!(shown, StatusCode::OK, "after {why}, {}", self.page);
    }
}

/// What happens in the database at one program, and gives back what it took.
type Happens = (&'static str, &'static str, &'static str);

const NOTHING: &str = "select";
const SUSPENDED: Happens =
    ("suspension", "update accounts set state = 'suspended'", "update accounts set state = 'active'");

/// Somebody with an account is out at the other program when any of these happen at this one.
async fn ends_by(own: &Own, [here, there]: &[World; 2], account: AccountId, all: &[Happens]) {
    for &(why, taken, given) in all {
        let (visitor, _) = signs_in(here, account).await;
        own.is_open(there, &visitor, why).await;
        here.run(taken).await;
        own.is_closed(there, &visitor, why).await;
        here.run(given).await;
    }
}

/// The same by forms: signing out in that browser, and everywhere and with another password in another one.
async fn ends_by_forms(own: &Own, [here, there]: &[World; 2], account: AccountId, sign_out: &str, password: Form<'_>) {
    for (form, answers) in [(sign_out, &[][..]), (EVERYWHERE, &[][..]), password] {
        let (visitor, _) = signs_in(here, account).await;
        let (other, _) = signs_in(here, account).await;
        own.is_open(there, &visitor, form).await;
        does(here, if form == sign_out { &visitor } else { &other }, form, answers).await;
        own.is_closed(there, &visitor, form).await;
        if form == sign_out {
            own.is_open(there, &other, "anything there").await;
        }
    }
}

/// Where a form is posted, and its answers.
type Form<'a> = (&'a str, &'a [(&'a str, &'a str)]);

async fn two(connect: PgConnectOptions) -> [World; 2] {
    [World::new(connect.clone()).await, World::new(connect).await]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_an_account_holder_who_is_out_at_one_program_is_out_at_the_other(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let worlds = two(connect).await;
    ada_with_password(&worlds[0]).await;
    let account: AccountId = worlds[0].text("select id::text from accounts").await.parse().expect("an id");
    let password: Form<'_> =
        ("/do/account/change-password", &[("current_password", PASSWORD), ("new_password", "quite different words")]);
    ends_by_forms(&HOLDER, &worlds, account, "/do/account/sign-out", password).await;
    let idle = "update sessions set last_seen_at = last_seen_at - interval '8 hours'";
    let absolute = "update sessions set signed_in_at = signed_in_at - interval '12 hours'";
    let all = [("8 hours of nothing", idle, NOTHING), ("12 hours", absolute, NOTHING), SUSPENDED];
    ends_by(&HOLDER, &worlds, account, &all).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_staff_who_are_out_at_one_program_are_out_at_the_other(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = two(connect).await;
    let account = somebody(&worlds[0], "administrator", &catalogue(CatalogueRole::Admin)).await;
    let password: Form<'_> = ("/do/account/set-password", &[("new_password", PASSWORD)]);
    ends_by_forms(&STAFF, &worlds, account, "/do/staff/sign-out", password).await;
    let idle = "update sessions set last_seen_at = last_seen_at - interval '30 minutes'";
    let absolute = "update sessions set staff_since = staff_since - interval '12 hours'";
    let all = [("30 minutes of nothing", idle, NOTHING), ("12 hours", absolute, NOTHING), SUSPENDED];
    ends_by(&STAFF, &worlds, account, &all).await;
    // By a colleague, who works at one program while they work at the other.
    let [here, there] = &worlds;
    let (mut colleague, _) = signs_in(here, somebody(here, "colleague", &catalogue(CatalogueRole::Admin)).await).await;
    for why in ["another role", "being suspended"] {
        let (visitor, _) = signs_in(here, account).await;
        STAFF.is_open(there, &visitor, why).await;
        if why == "another role" {
            gives(here, &mut colleague, ("change-roles", account), ["publisher", "", ""]).await;
        } else {
            acts(here, &mut colleague, "suspend", account).await;
        }
        STAFF.is_closed(there, &visitor, why).await;
        if why == "another role" {
            gives(here, &mut colleague, ("change-roles", account), ["admin", "", ""]).await;
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_a_registrant_who_is_out_at_one_program_is_out_at_the_other(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = two(connect).await;
    let [here, there] = &worlds;
    registered(here, &Person::named("Ada")).await;
    let other = registry_my::signs_in(here, ADA).await;
    for (form, by_other) in [("/do/my/sign-out", false), ("/do/my/sign-out-everywhere", true)] {
        let visitor = registry_my::signs_in(here, ADA).await;
        REGISTRANT.is_open(there, &visitor, form).await;
        does(here, if by_other { &other } else { &visitor }, form, &[]).await;
        REGISTRANT.is_closed(there, &visitor, form).await;
    }
    for (why, taken) in [
        ("30 minutes of nothing", "update registrant_sessions set last_seen_at = last_seen_at - interval '30 minutes'"),
        ("8 hours", "update registrant_sessions set signed_in_at = signed_in_at - interval '8 hours'"),
    ] {
        let visitor = registry_my::signs_in(here, ADA).await;
        REGISTRANT.is_open(there, &visitor, why).await;
        here.run(taken).await;
        REGISTRANT.is_closed(there, &visitor, why).await;
    }
}
