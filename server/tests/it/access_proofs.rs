//! Before what staff prove anew who they are, form by form (EH-60).

use axum::http::{Method, header};
use domain::access::PROVED_BY_STAFF;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_rows::{Row, rows},
    access_staff::{signs_in, somebody},
    staff_rights::both,
    visitor::Visitor,
    world::World,
};

/// Where it is proved.
const PLACE: &str = "/staff/confirm";
/// What proves it: what goes wrong with it is said there.
const PROVING: [&str; 3] = ["/do/staff/confirm", "/do/staff/passkey-begin-confirm", "/do/staff/passkey-confirm"];
/// Whoever has no link that works is told that first; with one, `staff_owners` tells.
const LINKED: &str = "/do/account/confirm-email";
const ID: &str = "00000000-0000-7000-8000-000000000000";

/// Whether the table wants a proof before a form.
fn is_wanted(row: &Row) -> bool {
    let endpoint = row.path.strip_prefix("/do/").unwrap_or_default();
    row.permission.is_proved_anew() || PROVED_BY_STAFF.contains(&endpoint)
}

/// Whether somebody is led to where they prove it.
fn is_led_there(visitor: &Visitor) -> bool {
    let to = visitor.headers.get(header::LOCATION).map(|to| to.to_str().expect("a path"));
    visitor.status.is_redirection() && to.and_then(|to| to.split('?').next()) == Some(PLACE)
}

/// The forms before which whoever is staff and proved who they are so many minutes ago is led there, and those before which
/// the table says so.
async fn led(world: &World, minutes: i64) -> (Vec<String>, Vec<String>) {
    let account = somebody(world, "administrator", &both()).await;
    let (mut led, mut wanted) = (Vec::new(), Vec::new());
    let is_form = |row: &Row| row.method == Method::POST && row.path.starts_with("/do/");
    for row in rows().into_iter().filter(|row| is_form(row) && !PROVING.contains(&row.path.as_str())) {
        // Some of them sign out.
        let (mut visitor, _) = signs_in(world, account).await;
        world.backend.clock.advance(SignedDuration::from_mins(minutes));
        let (path, body) = row.request(ID, "");
        visitor.once(Method::POST, &path, body).await;
        led.extend(is_led_there(&visitor).then(|| path.clone()));
        wanted.extend((is_wanted(&row) && path != LINKED).then_some(path));
    }
    (led, wanted)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_staff_prove_anew_who_they_are_before_what_the_table_says(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (led, wanted) = led(&world, 10).await;
    assert_eq!(led, wanted);
    assert!(wanted.len() > 15 && wanted.iter().any(|path| path == "/do/staff/change-roles"), "{wanted:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_whoever_proved_it_just_now_is_not_asked_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (led, _) = led(&world, 9).await;
    assert_eq!(led, [] as [&str; 0]);
}
