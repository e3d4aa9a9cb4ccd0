//! Who may do what, cell by cell: each form and each address, asked for by people of every kind with what is their own
//! and with what is not, over HTTP (G-A1). What the table refuses changes no row.

use axum::http::{Method, StatusCode, header};
use domain::access::{Permission, Role, Scope};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_actors::{Actor, everybody},
    access_objects::Object,
    access_rows::{Cell, PUBLISHER, Row, WHO, Whose, rows},
    builders::Leaflet,
    visitor::Visitor,
    world::World,
};

/// Says of each table what is in it, but for when somebody was seen last; and keeps what says who is who, as what is
/// let in may sign somebody out.
pub const BEFORE: &str = "create function rows_of_all() returns setof text language plpgsql as $$
        declare named text; hash text;
        begin
            for named in select tablename from pg_tables where schemaname = 'public' order by 1 loop
                execute format('select md5(coalesce(string_agg(r, '' '' order by r), '''')) from
                    (select (to_jsonb(t) - ''last_seen_at'')::text as r from %I t) all_rows', named) into hash;
                return next named || ' ' || hash;
            end loop;
        end $$;
    create table kept_sessions as table sessions;
    create table kept_readers as table order_readers;
    create table kept_registrants as table registrant_sessions";

/// Everybody is who they were.
pub const AGAIN: &str = "insert into sessions select * from kept_sessions on conflict (id) do update
        set token_hash = excluded.token_hash, confirmed_email = excluded.confirmed_email,
            account_id = excluded.account_id, signed_in_at = excluded.signed_in_at,
            proved_at = excluded.proved_at, browser = excluded.browser, system = excluded.system,
            staff_since = excluded.staff_since, staff_confirmed_at = excluded.staff_confirmed_at,
            provider_issuer = excluded.provider_issuer;
    insert into order_readers select * from kept_readers on conflict do nothing;
    insert into registrant_sessions select * from kept_registrants on conflict (session_id) do update
        set registrant_id = excluded.registrant_id, signed_in_at = excluded.signed_in_at,
            last_seen_at = excluded.last_seen_at";

/// What a cell names, of whoever asks or of somebody else: the two account holders have each other's, and people,
/// invitations and passkeys are of somebody, or of an organisation, that nobody else here is or administers.
fn named<'a>(all: &'a [Actor], cell: &Cell<'_>) -> &'a str {
    let whose = match cell.whose {
        Whose::Own => &all[cell.who],
        _ if cell.row.object() == Some(Object::Passkey) && cell.who == PUBLISHER => &all[PUBLISHER + 1],
        _ if matches!(cell.row.object(), Some(Object::Member | Object::Invitation | Object::Passkey)) => {
            &all[PUBLISHER]
        }
        Whose::Foreign if cell.who == 2 => &all[3],
        Whose::Nobodys | Whose::Foreign => &all[2],
    };
    whose.named(cell.row.object())
}

/// Asks for a cell in the browser of whoever asks.
async fn asks(all: &[Actor], cell: &Cell<'_>) -> Visitor {
    let mut visitor = all[cell.who].visitor.clone();
    let (path, body) = cell.row.request(named(all, cell), &all[cell.who].key);
    visitor.once(cell.row.method.clone(), &path, body).await;
    visitor
}

/// The form that sends an order to an address of one's own book; where it is of another book, what was chosen is kept, to
/// say that it is not there.
const CHOOSES: &str = "/do/checkout/choose-address";

/// Where whoever is refused is led in place of an answer: to where they sign in or prove who they are.
fn elsewhere(cell: &Cell<'_>) -> &'static str {
    let is_foreign_only = cell.scope() == Scope::Own && cell.whose == Whose::Foreign;
    match (cell.row.permission, cell.row.object()) {
        // Of whoever has no basket nobody asks where it goes.
        (Permission::ManageAccount, Some(Object::Address)) if is_foreign_only && cell.row.path == CHOOSES => {
            if WHO[cell.who].has_order { "/checkout/delivery" } else { "/basket" }
        }
        (Permission::ChangeFactors, Some(Object::Passkey)) if is_foreign_only => "/staff/security",
        (Permission::ManageAccount, Some(Object::Device)) if cell.scope() == Scope::Own => "/account/devices",
        (Permission::ManageAccount, Some(Object::Alert))
            if cell.scope() == Scope::Own && cell.whose == Whose::Foreign =>
        {
            "/account/alerts"
        }
        (Permission::ManageAccount, _) => "/account/sign-in",
        (Permission::ManageRegistration, _) => "/my",
        (Permission::PlaceOrder, _) => "/checkout/check",
        (Permission::ManageOrder, _) => "/track",
        // They are told at the address that they asked for.
        (Permission::StaffArea | Permission::ChangeFactors | Permission::ManageStaff, _)
            if WHO[cell.who].roles.contains(&Role::Pending) =>
        {
            "nowhere"
        }
        (
            Permission::AwaitApproval | Permission::StaffArea | Permission::ChangeFactors | Permission::ManageStaff,
            _,
        ) => "/staff/sign-in",
        _ => "nowhere",
    }
}

/// Where an account is closed, or gets another address or password: whoever has a role proves as staff who they are.
const PROVED: [&str; 10] = [
    "/account/close",
    "/account/email",
    "/account/email/{token}",
    "/account/password",
    "/do/account/change-password",
    "/do/account/close",
    "/do/account/confirm-email",
    "/do/account/email",
    "/do/account/remove-password",
    "/do/account/set-password",
];

/// Whether somebody who may proves first as staff who they are: they have a role, and came in by a link.
fn is_proved_first(cell: &Cell<'_>) -> bool {
    WHO[cell.who].name == "staff signed in by a link only" && PROVED.contains(&cell.row.path.as_str())
}

/// What is wrong with an answer, if anything is.
fn wrong(cell: &Cell<'_>, answer: &Visitor) -> Option<String> {
    let location = answer.headers.get(header::LOCATION).map(|path| path.to_str().expect("a path").to_owned());
    // Where somebody signs in, it is said where they were going.
    let led_to = location.as_deref().and_then(|path| path.split('?').next());
    let is_led_elsewhere = answer.status.is_redirection() && led_to == Some(elsewhere(cell));
    if is_proved_first(cell) {
        let is_as_expected = answer.status == StatusCode::FORBIDDEN || led_to == Some("/staff/sign-in");
        return (!is_as_expected).then(|| format!("{}, to be proved: {} {location:?}", cell.name(), answer.status));
    }
    let is_missing = matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::GONE);
    let is_as_expected = if cell.is_let_in() {
        // A link that proves nothing may be refused where it is read.
        let is_refused = answer.status == StatusCode::FORBIDDEN && cell.scope() != Scope::Linked;
        let is_answered =
            !is_refused && !answer.status.is_server_error() && answer.status != StatusCode::METHOD_NOT_ALLOWED;
        let is_their_own = cell.whose != Whose::Own || !is_missing;
        is_answered && is_their_own && !is_led_elsewhere
    } else {
        answer.status == StatusCode::FORBIDDEN || is_missing || is_led_elsewhere
    };
    let expected = if cell.is_let_in() { "let in" } else { "refused" };
    (!is_as_expected).then(|| format!("{}, to be {expected}: {} {location:?}", cell.name(), answer.status))
}

/// Asks for what the table refuses, and holds all rows against those of before.
async fn refused(world: &World, all: &[Actor], rows: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = world.texts("select rows_of_all()").await;
    for row in rows {
        let cells: Vec<Cell<'_>> = row.cells().into_iter().filter(|cell| !cell.is_let_in()).collect();
        for cell in &cells {
            found.extend(wrong(cell, &asks(all, cell).await));
        }
        if cells.is_empty() {
            continue;
        }
        let after = world.texts("select rows_of_all()").await;
        let changed = before.iter().zip(&after).filter(|(before, after)| before != after);
        let changed = changed.filter_map(|(_, after)| after.split(' ').next());
        let changed: Vec<&str> = changed.filter(|table| row.path != CHOOSES || *table != "kept_rejections").collect();
        if !changed.is_empty() {
            found.push(format!("{} {}: what is refused changed {changed:?}", row.method, row.path));
        }
        before = after;
    }
    found
}

/// Forms after which something of one's own is gone.
const ENDS: [&str; 5] = ["orders/cancel", "lists/delete", "remove-address", "account/close", "cancel-invitation"];

/// Pages first, as forms change what they show; then an order is placed, before others change its checkout; and what
/// ends something comes at the end.
pub fn in_turn(rows: &[Row]) -> Vec<&Row> {
    let mut in_turn: Vec<&Row> = rows.iter().collect();
    in_turn.sort_by_key(|row| {
        let ends = ENDS.iter().any(|end| row.path.ends_with(end));
        (row.method == Method::POST, row.permission != Permission::PlaceOrder, ends)
    });
    in_turn
}

/// What opening something writes, whoever may: counts of scans, downloads and searches that found nothing, how far somebody
/// has come who signs in by a provider, and who read whose data, and how often.
const OPENED: [&str; 7] = [
    "audit_entries ",
    "audit_waiting ",
    "download_counts ",
    "missed_searches ",
    "provider_sign_ins ",
    "rate_counters ",
    "scan_counts ",
];

/// Marks of all tables but those.
async fn unopened(world: &World) -> Vec<String> {
    let mut tables = world.texts("select rows_of_all()").await;
    tables.retain(|table| !OPENED.iter().any(|known| table.starts_with(known)));
    tables
}

/// Asks for what the table lets in. What is opened changes no row (G-A3): pages come first.
async fn let_in(world: &World, all: &[Actor], rows: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = Some(unopened(world).await);
    for row in in_turn(rows) {
        if let Some(before) = before.take_if(|_| row.method == Method::POST) {
            let after = unopened(world).await;
            let changed = before.iter().zip(&after).filter(|(before, after)| before != after);
            found.extend(changed.map(|(_, after)| format!("what is opened changed {after}")));
        }
        for cell in row.cells().iter().filter(|cell| cell.is_let_in()) {
            found.extend(wrong(cell, &asks(all, cell).await));
            if row.method == Method::POST {
                world.run(AGAIN).await;
            }
        }
    }
    found
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a1_everybody_may_do_what_the_table_says_and_nothing_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let all = everybody(&world).await;
    world.run(BEFORE).await;
    let rows = rows();
    let mut found = refused(&world, &all, &rows).await;
    found.extend(let_in(&world, &all, &rows).await);
    assert!(found.is_empty(), "{} cells are wrong:\n{}", found.len(), found.join("\n"));
}
