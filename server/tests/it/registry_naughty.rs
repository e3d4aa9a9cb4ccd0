//! Naughty strings and broken posts where a registration is under way and somebody is signed in: no failure, no markup,
//! and each answer to a page of the wizard is kept exactly as it was typed, and refused in words where it is wrong.
//!
//! Here some of the strings are posted to what is chosen, to what travels with a page, and to the other forms; what is
//! typed into the wizard meets all of them in `registry_typed`.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use backend::registry::drafts;
use domain::registry::Step;
use naughty_strings::BLNS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    bad_input::posts,
    forms::FORMS,
    registrants::Person,
    registry_at_hand::{ANSWER, AtHand, BESIDE, is_of_the_cook, is_typed, naughty, pages},
    registry_my::registered,
    registry_pages::WAY,
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
};

/// Where a registration is changed, one in so many strings is posted to each question: its page is one of the wizard's,
/// where each string meets each question (`registry_typed`).
const CHANGED: usize = 12;
/// Where all that can be done is to choose, one in so many.
const CHOSEN: usize = 64;

impl AtHand {
    /// Posts these strings in the place of right answers, and opens the page that follows.
    async fn posts(&mut self, path: &str, answers: &[(String, String)]) {
        posts(&mut self.visitor, path, answers).await;
        self.assert_no_markup(answers);
    }

    /// Posts strings to a page of the wizard, and the right answers again.
    async fn tries_page(&mut self, world: &World, step: &Step, right: &[(String, String)]) {
        for first in (0..BLNS.len()).step_by(CHOSEN) {
            let answers = naughty(right, first, &BESIDE);
            self.posts(ANSWER, &answers).await;
            self.assert_kept(world, step, &answers).await;
            if self.visitor.path == format!("/register/{step}") {
                assert_eq!(self.visitor.status, StatusCode::OK, "{answers:?}");
                self.visitor.sees("There is a problem");
            }
        }
        self.posts(ANSWER, right).await;
        assert_ne!(self.visitor.path, format!("/register/{step}"), "what is right goes on");
    }

    /// Answers a page as the way does: other pages are asked because of it.
    async fn goes_on(&self, world: &World, step: &Step) {
        if let Some(page) = WAY.iter().find(|(known, _)| Step::from_slug(known).as_ref() == Some(step)) {
            self.answers(world, page).await;
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_choice_of_the_wizard_keeps_or_refuses_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (mut nurse, mut cook) = (AtHand::nurse(&world).await, AtHand::cook(&world).await);
    assert!(pages().count() > 20, "every page is there");
    for (step, right) in pages() {
        let at_hand = if is_of_the_cook(&step) { &mut cook } else { &mut nurse };
        if !is_typed(&step) {
            at_hand.tries_page(&world, &step, &right).await;
        }
        // What travels with a page, too.
        for name in BESIDE {
            let others: Vec<&str> =
                right.iter().map(|(known, _)| known.as_str()).filter(|known| *known != name).collect();
            for first in [1, 60, 200] {
                at_hand.posts(ANSWER, &naughty(&right, first, &others)).await;
            }
        }
        at_hand.goes_on(&world, &step).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_other_form_of_the_registry_answers_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let mut at_hand = AtHand::nurse(&world).await;
    for (path, right) in FORMS.iter().filter(|(path, right)| is_ours(path) && *path != ANSWER && !right.is_empty()) {
        let is_change = *path == "/do/my/change";
        for first in (0..BLNS.len()).step_by(if is_change { CHANGED } else { CHOSEN }) {
            let mut right: Vec<_> =
                right.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            if is_change {
                // Saved answers make a new version.
                right[1].1 = world.text("select version::text from registrations").await;
            }
            let but: &[&str] = if is_change { &BESIDE } else { &[] };
            at_hand.posts(path, &naughty(&right, first, but)).await;
            if is_change && at_hand.visitor.path == "/my/registration/name" {
                at_hand.visitor.sees("There is a problem");
            }
        }
    }
    assert_eq!(world.count("select count(*) from registrations").await, 1, "nothing was sent");
    assert_eq!(world.count("select count(*) from registrants where erased_at is null").await, 1, "nor erased");
}

/// Whether a form is the registry's.
fn is_ours(path: &str) -> bool {
    path.starts_with("/do/register/") || path.starts_with("/do/my/")
}

/// Posts any body.
pub async fn sends(visitor: &mut Visitor, path: &str, kind: &str, body: Vec<u8>) -> StatusCode {
    let cookies: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = Request::post(path)
        .header(header::HOST, "healthpost.example")
        .header(header::ORIGIN, ORIGIN)
        .header(header::COOKIE, cookies.join("; "))
        .header(header::CONTENT_TYPE, kind);
    visitor.sends(request.body(Body::from(body)).expect("a request")).await;
    visitor.status
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn broken_posts_are_refused_and_odd_ones_are_read_as_one_answer(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let AtHand { mut visitor, draft } = AtHand::with(&world, WAY[..1].iter()).await;
    let form = "application/x-www-form-urlencoded";
    for (path, right) in FORMS.iter().filter(|(path, _)| is_ours(path)) {
        let right: Vec<_> = right.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let right = form_urlencoded(&right);
        for kind in ["application/json", "multipart/form-data; boundary=x", ""] {
            let status = sends(&mut visitor, path, kind, format!("{right}&x=y").into_bytes()).await;
            assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {kind}");
        }
        let many = format!("{right}&{}", "locations=Hope&".repeat(2_000));
        assert_eq!(sends(&mut visitor, path, form, many.into_bytes()).await, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        assert_eq!(sends(&mut visitor, path, form, vec![b'a'; 2 << 20]).await, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
    }
    let stored = async || {
        let open = drafts::find(&world.backend, draft).await.expect("readable").expect("a draft");
        (open.version, open.draft.answers.all("first_name").to_vec())
    };
    assert_eq!(stored().await, (1, vec!["Ada".to_owned()]), "none of them was read");
    let page = format!("step=name&shown_version={}&last_name=Lovelace", i32::MAX);
    for (odd, kept) in [
        ("first_name=One&first_name=Two&first_name[]=Three", "One"),
        ("first_name[0]=Four&first_name[a][b]=Five&first_name=Six", "Six"),
        ("first_name=a%00b", "a\u{fffd}b"),
        ("first_name=%FF%FE%C3%28", "\u{fffd}\u{fffd}\u{fffd}("),
        ("first_name=Seven&state=withdrawn&version=99&submit_key=x", "Seven"),
    ] {
        visitor.once(Method::POST, ANSWER, Some(format!("{page}&{odd}"))).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{odd}");
        assert_eq!(stored().await.1, [kept], "{odd}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn no_question_takes_more_answers_than_there_are(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let AtHand { mut visitor, .. } = AtHand::nurse(&world).await;
    let page = format!("step=locations&shown_version={}&{}", i32::MAX, "locations=Hope&".repeat(900));
    visitor.once(Method::POST, ANSWER, Some(page)).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    let most = "select max(cardinality(typed))::bigint from draft_answers where question = 'locations'";
    assert!((1..=200).contains(&world.count(most).await), "no more than there is to choose from");
}
