//! Whatever opens something by itself is too long to be guessed, and stands in its message or cookie alone: neither it
//! nor what it says is stored or logged (G-A11).

use backend::{registry::saving, secrets::hex};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{form::Answer, text::EmailAddress};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::ada,
    builders::Leaflet,
    conflicts::Log,
    order::{MEASLES, goes_to_check},
    registrants::{Person, WRITER},
    registry_canary::logs_into,
    registry_drafts::begun,
    registry_my::{ADA, registered},
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// The least bytes of chance, or of a mark under our key: 128 bits.
const LEAST: usize = 16;
/// Where links lead that open something.
const LINKS: [&str; 8] = [
    "/account/link/",
    "/account/email/",
    "/lists/",
    "/track/",
    "/waiting/confirm/",
    "/register/confirm/",
    "/register/resume/",
    "/my/link/",
];
/// Cookies that do.
const COOKIES: [&str; 3] = ["__Host-sid", "__Host-basket", "__Host-draft"];

/// Has everything written and set that opens something. The browsers, and the link to a list, which no letter holds.
async fn everything(world: &World) -> (Vec<Visitor>, String) {
    world.has(Leaflet::default()).await;
    let flu = Leaflet { title: "Flu leaflet", code: "FLU-1-EN", stock: 0, run_to_zero: true, ..Leaflet::default() };
    world.has(flu).await;
    let mut owner = ada(world).await;
    owner.opens("/account/email").await.fills("account_new_email", "ada@example.org").presses("Email me a link").await;
    owner.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    owner.opens("/account/lists").await.fills("list_name", "Winter").presses("Save the list").await;
    owner.presses("Make a link").await;
    let list = owner.all("main bdi").into_iter().find(|text| text.contains("/lists/")).expect("a link");
    let mut guest = world.visitor();
    goes_to_check(world, &mut guest, "1", "guest@example.com", "1 Some Street").await;
    guest.presses("Place order").await.sees("Order placed");
    guest.opens("/publications/flu-leaflet").await.fills("waiting_email", "other@example.com").presses("Tell me").await;
    guest.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    registered(world, &Person::named("Ada")).await;
    let address = EmailAddress::read(ADA).expect("an address");
    saving::save(&world.backend, begun(world).await, &address, WRITER).await.expect("saved");
    let mut registrant = world.visitor();
    registrant.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    registrant.opens("/register").await.presses("Start now").await;
    world.mails_to(ADA).await;
    (vec![owner, guest, registrant], list)
}

/// Everything that opens something: where it stands, and its last part.
async fn tokens(world: &World) -> Vec<(&'static str, String)> {
    let (browsers, list) = everything(world).await;
    let letters: Vec<String> = world.backend.mailer.sent().into_iter().map(|mail| mail.text).collect();
    let words = letters.iter().flat_map(|text| text.split_whitespace()).chain([list.as_str()]);
    let paths: Vec<&str> = words.filter_map(|word| word.strip_prefix(ORIGIN)).collect();
    let mut tokens = Vec::new();
    for link in LINKS {
        let path = paths.iter().find(|path| path.starts_with(link)).unwrap_or_else(|| panic!("no {link} in {paths:?}"));
        tokens.push((link, path.rsplit('/').next().expect("a part").to_owned()));
    }
    for cookie in COOKIES {
        let set = browsers.iter().filter_map(|browser| browser.cookie(cookie)).map(|token| (cookie, token.clone()));
        tokens.extend(set);
    }
    tokens
}

/// All rows of all tables, as text.
async fn rows(world: &World) -> String {
    let tables = "select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')";
    let mut rows = String::new();
    for table in world.texts(tables).await {
        let all = format!("select coalesce(string_agg(to_jsonb(t)::text, ' '), '') from {table} t");
        rows.push_str(&world.text(all.leak()).await);
    }
    rows
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_opens_something_is_long_and_neither_stored_nor_logged(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, log) = (World::new(connect).await, Log::default());
    let logging = logs_into(&log);
    let tokens = tokens(&world).await;
    drop(logging);
    let (rows, log) = (rows(&world).await, log.text());
    assert!(rows.contains("ada@example.org") && log.contains("answered"), "rows and log are looked at");
    for cookie in COOKIES {
        assert!(tokens.iter().any(|(known, _)| *known == cookie), "{cookie} is set");
    }
    for (what, token) in &tokens {
        assert!(!rows.contains(token) && !log.contains(token), "{what} is stored or logged: {token}");
        // The expiry of a seal is no secret.
        let parts = token.split('.').filter_map(|part| BASE64_URL_SAFE_NO_PAD.decode(part).ok());
        let secret = parts.max_by_key(Vec::len).expect("a part");
        assert!(secret.len() >= LEAST, "{what} has {} bytes: {token}", secret.len());
        assert!(!rows.contains(&hex(&secret)), "what {what} says is stored: {token}");
    }
}
