//! What strangers, other sites and forged forms get of an account (G-A3, G-A4, G-A5, G-A8).

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, GRACE, PASSWORD, ada, ada_with_password, asks_for_link, is_signed_in, link_to, sets_password, signs_up,
        token_of, types_password,
    },
    budgets::ACCOUNT,
    builders::Leaflet,
    forms::FORMS,
    order::MEASLES,
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
};

/// Everything that says who may do what, in one text.
const ROWS: &str = "select coalesce((select string_agg(to_jsonb(a)::text, ' ' order by id) from accounts a), '')
    || coalesce((select string_agg((to_jsonb(s) - 'last_seen_at')::text, ' ' order by id) from sessions s), '')
    || coalesce((select string_agg(to_jsonb(l)::text, ' ' order by id) from account_links l), '')
    || coalesce((select string_agg(to_jsonb(l)::text, ' ' order by l.basket_id, edition_id) from basket_lines l), '')
    || coalesce((select string_agg(to_jsonb(a)::text, ' ' order by id) from account_addresses a), '')
    || (select count(*) from address_lookups) || ' ' || (select count(*) from outbox) || ' ' || (select count(*) from baskets)";

/// Forms of accounts, and the one that takes a merged basket apart.
fn forms() -> impl Iterator<Item = (&'static str, Vec<(String, String)>)> {
    let ours = FORMS.iter().filter(|(path, _)| path.starts_with("/do/account/") || *path == "/do/basket/undo-merge");
    ours.map(|(path, right)| {
        (*path, right.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    })
}

fn cookies(visitor: &Visitor) -> String {
    let pairs: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("; ")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn other_sites_do_nothing_with_an_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    signs_up(&world, &mut visitor, "Ada Lovelace", ADA).await;
    sets_password(&mut visitor, PASSWORD).await;
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    let before = world.text(ROWS).await;
    for (path, mut answers) in forms() {
        for (name, value) in &mut answers {
            match name.as_str() {
                "account_token" => *value = token_of(&link),
                "password" | "current_password" => PASSWORD.clone_into(value),
                _ => {}
            }
        }
        for from in [
            vec![("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")],
            vec![("origin", "null")],
            vec![("origin", "https://shop.healthpost.example"), ("sec-fetch-site", "same-site")],
            vec![("referer", ORIGIN)],
            vec![],
        ] {
            let mut request = Request::post(path)
                .header(header::HOST, "healthpost.example")
                .header(header::COOKIE, cookies(&visitor))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            for (name, value) in &from {
                request = request.header(*name, *value);
            }
            let mut site = world.visitor();
            site.sends(request.body(Body::from(form_urlencoded(&answers))).expect("a request")).await;
            assert_eq!(site.status, StatusCode::FORBIDDEN, "{path} {from:?}");
            assert!(!site.headers.contains_key(header::LOCATION) && site.cookies.is_empty(), "{path} {from:?}");
        }
    }
    assert_eq!(world.text(ROWS).await, before, "nothing is written");
    assert!(is_signed_in(visitor.opens("/account").await));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn opening_a_page_changes_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    let before = world.text(ROWS).await;
    let pages = ACCOUNT.iter().filter(|page| !page.contains('{')).map(|page| (*page).to_owned());
    for page in pages.chain([link]) {
        for mut who in [visitor.clone(), world.visitor()] {
            who.opens(&page).await;
            assert_eq!(who.status, StatusCode::OK, "{page}");
            for method in [Method::PUT, Method::DELETE, Method::PATCH] {
                who.once(method, &page, None).await;
                assert!(who.status.is_client_error(), "{page}");
            }
        }
    }
    for path in ["/do/account/sign-out", "/do/account/sign-out-everywhere", "/do/account/remove-password"] {
        visitor.once(Method::GET, path, None).await;
        assert!(visitor.status.is_client_error(), "{path}: {}", visitor.status);
    }
    assert_eq!(world.text(ROWS).await, before);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_an_account_are_kept_by_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let ours = ACCOUNT.iter().filter(|page| !page.contains('{')).copied();
    for page in ours.chain(["/", "/publications", MEASLES, "/basket"]) {
        visitor.opens(page).await;
        assert_eq!(visitor.headers[header::CACHE_CONTROL], "no-store", "{page}");
        assert!(!visitor.headers.contains_key(header::ETAG), "{page}");
        assert_eq!(visitor.headers["referrer-policy"], "same-origin", "{page}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn signing_in_leads_to_a_page_of_ours_whatever_is_asked_for(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    let mut ways = vec![("/do/account/open-link", format!("account_token={}", token_of(&link)))];
    let password =
        form_urlencoded(&[("account_email".to_owned(), ADA.to_owned()), ("password".to_owned(), PASSWORD.to_owned())]);
    ways.extend([("/do/account/sign-in", password), ("/do/account/sign-out", String::new())]);
    for (path, body) in ways {
        for next in ["next", "page", "return_to", "redirect"] {
            for away in ["//evil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example"] {
                let mut visitor = world.visitor();
                visitor
                    .once(Method::POST, &format!("{path}?{next}={away}"), Some(format!("{body}&{next}={away}")))
                    .await;
                let to = visitor.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
                let stays = to.as_deref().is_none_or(|to| to.starts_with("/account") && !to.contains("evil"));
                assert!(stays, "{path} {next}={away}: {to:?}");
            }
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_a_form_does_not_ask_changes_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let graces = "select to_jsonb(a)::text from accounts a where email_norm = 'grace@example.com'";
    let before = world.text(graces).await;
    let id = world.text("select id::text from accounts").await;
    let more = format!(
        "&id={id}&account={id}&account_id={id}&user_id={id}&session={id}&role=admin&is_admin=true&state=active\
         &email=grace%40example.com&account_email=grace%40example.com&email_norm=grace%40example.com&verified=true\
         &email_confirmed_at=2020-01-01&password_hash=x&organisation=NH&establishment=NH%3AGPS&row_version=9&price=0"
    );
    let mut visitor = world.visitor();
    // Signing up itself takes a name and an address.
    let mut body = format!("full_name=Ada+Lovelace{more}").replace("account_email=grace%40", "account_email=ada%40");
    body.push_str("&has_password=true");
    visitor.once(Method::POST, "/do/account/sign-up", Some(body)).await;
    let link = link_to(&world, ADA).await;
    visitor.once(Method::POST, "/do/account/open-link", Some(format!("account_token={}{more}", token_of(&link)))).await;
    let row = "select concat_ws(' ', full_name, email, state, organisation, establishment, password_hash)
        from accounts where email_norm = 'ada@example.com'";
    assert_eq!(world.text(row).await, "Ada Lovelace ada@example.com active");
    for (path, body) in [
        ("name", "full_name=Augusta+King"),
        ("set-password", "new_password=several+plain+words"),
        ("change-password", "current_password=several+plain+words&new_password=several+other+words"),
    ] {
        visitor.once(Method::POST, &format!("/do/account/{path}"), Some(format!("{body}{more}"))).await;
        assert_eq!(visitor.headers[header::LOCATION], "/account", "{path}");
    }
    let row = "select concat_ws(' ', full_name, email, state, organisation, establishment) from accounts
        where email_norm = 'ada@example.com'";
    assert_eq!(world.text(row).await, "Augusta King ada@example.com active", "where one works is another form's");
    assert_eq!(world.text(graces).await, before, "nobody else's account is touched");
    assert!(is_signed_in(grace.opens("/account").await), "nor their session");
    let mut again = world.visitor();
    types_password(&mut again, ADA, "several other words").await;
    assert!(is_signed_in(&again));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_of_an_account_is_done_by_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    let before = world.text("select to_jsonb(a)::text from accounts a").await;
    let open = ["sign-up", "link-by-mail", "forgotten", "sign-in", "open-link"];
    for (path, answers) in forms().filter(|(path, _)| !open.iter().any(|form| path.ends_with(form))) {
        let mut stranger = world.visitor();
        stranger.once(Method::POST, path, Some(form_urlencoded(&answers))).await;
        let to = stranger.headers.get(header::LOCATION).map(|to| to.to_str().unwrap());
        let is_refused = stranger.status == StatusCode::FORBIDDEN && to.is_none();
        let leads_on = ["/account/sign-in", "/account/signed-out", "/basket", "/account/establishment"];
        assert!(is_refused || to.is_some_and(|to| leads_on.contains(&to)), "{path}: {} {to:?}", stranger.status);
        assert_eq!(stranger.cookies.get("__Host-done"), None, "{path}: nothing was done");
    }
    assert_eq!(world.text("select to_jsonb(a)::text from accounts a").await, before);
    assert_eq!(world.count("select count(*) from sessions where account_id is not null").await, 1);
}
