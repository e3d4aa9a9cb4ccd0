//! Bad input for forms and addresses of staff, from somebody who may send and open all of them: a clear message or a
//! 4xx, never a 5xx, and nothing is written.

use axum::http::{Method, StatusCode, header};
use domain::form::MOST_KEPT;
use naughty_strings::BLNS;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    bad_input::owned,
    forms::FORMS,
    naughty::markup_in,
    registry_naughty::sends,
    staff_people::is_in,
    staff_provider::served,
    staff_rights::{at_work, both},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// One string in so many stands in an address.
const ADDRESSED: usize = 128;
const INVITE: &str = "/do/staff/invite";
/// How a form is sent.
const FORM: &str = "application/x-www-form-urlencoded";

/// What stays as it was when every answer of every form of staff was wrong.
const WRITTEN: &str = "select
    coalesce((select string_agg((to_jsonb(a) - 'last_seen_at')::text, ' ' order by id) from accounts a), '')
    || (select count(*) from staff_invitations) || ' ' || (select count(*) from staff_authenticators) || ' '
    || (select count(*) from staff_passkeys) || ' ' || (select count(*) from staff_sign_ins) || ' '
    || (select count(*) from outbox)";

type Answers = Vec<(String, String)>;

/// Every form of staff, answered rightly, about nobody.
fn ours() -> impl Iterator<Item = (&'static str, Answers)> {
    let ours = FORMS.iter().filter(|(path, _)| path.starts_with("/do/staff/"));
    ours.map(|(path, right)| (*path, owned(right, "")))
}

/// Without any answer, with two, in brackets, much too long, with what no database holds, and without one after the
/// other that is needed.
fn odd(right: &[(String, String)]) -> Vec<Answers> {
    let each = |said: fn(&str) -> String| -> Answers {
        right.iter().map(|(name, known)| (name.clone(), said(known))).collect()
    };
    let twice = [right.to_vec(), each(|known| format!("{known}x"))].concat();
    let nested = right.iter().map(|(name, known)| (format!("{name}[a][b]"), known.clone())).collect();
    let mut all = vec![Vec::new(), twice, nested, each(|_| "x".repeat(20_000)), each(|_| "a\0b".to_owned())];
    // What may be left out is empty among right answers, or says where somebody was going.
    let needed = right.iter().enumerate().filter(|(_, (name, known))| !known.is_empty() && name != "staff_next");
    all.extend(needed.map(|(at, _)| [&right[..at], &right[at + 1..]].concat()));
    all
}

#[track_caller]
fn assert_answered(path: &str, status: StatusCode) {
    assert!(status == StatusCode::SEE_OTHER || status.is_client_error(), "{path} answered {status}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_no_form_of_staff_is_refused_unread(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let before = world.text(WRITTEN).await;
    for (path, right) in ours() {
        let right = form_urlencoded(&right);
        for kind in ["application/json", "multipart/form-data; boundary=x", ""] {
            let status = sends(&mut admin, path, kind, format!("{right}&x=y").into_bytes()).await;
            assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {kind}");
        }
        let many = format!("{right}&{}", "catalogue_role=admin&".repeat(2_000));
        for body in [many.into_bytes(), vec![b'a'; 2 << 20]] {
            assert_eq!(sends(&mut admin, path, FORM, body).await, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        }
    }
    assert_eq!(world.text(WRITTEN).await, before);
    assert!(is_in(&mut admin).await, "nobody was signed out");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn odd_answers_to_staff_are_refused_in_words_and_write_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let before = world.text(WRITTEN).await;
    for (path, right) in ours().filter(|(_, right)| !right.is_empty()) {
        for answers in odd(&right) {
            admin.once(Method::POST, path, Some(form_urlencoded(&answers))).await;
            assert_answered(path, admin.status);
        }
        // No text at all: nothing that can be written in UTF-8.
        let answers = right.iter().flat_map(|(name, _)| [name.as_bytes(), b"=\xff\xfe\xc3(&"].concat());
        let bytes: Vec<u8> = answers.collect();
        let status = sends(&mut admin, path, FORM, bytes).await;
        assert_answered(path, status);
    }
    for page in ["/staff/people/invite", "/staff/people", "/staff/security", "/staff/confirm", "/staff"] {
        assert_eq!(admin.opens(page).await.status, StatusCode::OK, "{page}");
        assert_eq!(admin.path, page);
    }
    assert_eq!(world.text(WRITTEN).await, before);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_odd_answers_to_staff_one_is_kept_as_far_as_it_can_be(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    // As long as a form may be.
    let (long, kept) = (format!("account_email={}", "x".repeat(1_000_000)), "x".repeat(MOST_KEPT));
    for (sent, kept) in [
        ("account_email=One&account_email=Two&account_email[]=Three", "One"),
        ("account_email[0]=Four&account_email[a][b]=Five&account_email=Six", "Six"),
        ("account_email=a%00b", "a\u{fffd}b"),
        ("account_email=%FF%FE%C3%28", "\u{fffd}\u{fffd}\u{fffd}("),
        (long.as_str(), kept.as_str()),
    ] {
        admin.once(Method::POST, INVITE, Some(sent.to_owned())).await;
        assert_eq!(admin.status, StatusCode::SEE_OTHER, "{}", &sent[..sent.len().min(80)]);
        admin.opens("/staff/people/invite").await.sees("There is a problem");
        assert!(admin.value_of("account_email") == kept, "{}", &sent[..sent.len().min(80)]);
    }
    assert_eq!(world.count("select count(*) from staff_invitations").await, 0);
}

/// Addresses below `/staff` with a text in them.
fn addresses(text: &str) -> Vec<String> {
    let member = ["", "/roles", "/suspend", "/reactivate", "/reset"].map(|part| format!("/staff/people/{text}{part}"));
    let others = [
        format!("/staff/invitation/{text}"),
        format!("/staff/invitations/{text}/cancel"),
        format!("/staff/sign-in?next={text}"),
        format!("/staff/confirm?next={text}"),
        format!("/staff/provider?next={text}"),
        format!("/staff/provider?for={text}"),
        format!("/staff/provider?for=invitation&invitation={text}"),
        format!("/staff/provider?trouble={text}"),
        format!("/staff/provider/callback?code={text}&state={text}"),
    ];
    member.into_iter().chain(others).collect()
}

async fn opens(visitor: &mut Visitor, path: &str, words: &str) {
    visitor.once(Method::GET, path, None).await;
    assert!(!visitor.status.is_server_error(), "{path}: {}", visitor.status);
    let is_markup = markup_in(words).is_some_and(|markup| visitor.body.contains(markup));
    assert!(!is_markup, "{words:?} is markup on {path}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_text_in_an_address_of_staff_is_answered(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let (mut stranger, mut comes_back) = (world.visitor(), world.visitor());
    for words in BLNS.iter().copied().step_by(ADDRESSED) {
        let text = utf8_percent_encode(words, NON_ALPHANUMERIC).to_string();
        for path in addresses(&text) {
            opens(&mut admin, &path, words).await;
            opens(&mut stranger, &path, words).await;
        }
        // Whoever was sent to the provider brings anything back.
        for said in ["code", "error", "iss"] {
            provider.leads_back(&mut comes_back, "/staff/provider").await;
            let state = provider.authorised("state");
            opens(&mut comes_back, &format!("/staff/provider/callback?state={state}&{said}={text}"), words).await;
            let to = comes_back.headers[header::LOCATION].to_str().expect("a path");
            assert!(to.starts_with("/staff/provider?trouble="), "{said} {words:?} leads to {to}");
        }
    }
    assert!(is_in(&mut admin).await && !is_in(&mut stranger).await && !is_in(&mut comes_back).await);
}
