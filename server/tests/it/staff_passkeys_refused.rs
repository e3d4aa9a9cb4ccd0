//! What a passkey has to answer, and who answers in its place in vain (CP-46).

use domain::staff::CEREMONY_MINUTES;
use jiff::SignedDuration;
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE},
    authenticator::Authenticator,
    staff_passkeys::{halfway, is_in, options, posts, staff, with_passkey},
    visitor::Visitor,
    world::World,
};

const REFUSED: &str = "This passkey was not accepted";
const ENDED: &str = "That took too long, or was answered already";

/// Begins to ask for a passkey, and says what is asked.
async fn asks(visitor: &mut Visitor) -> Value {
    posts(visitor, "passkey-begin", &[]).await;
    assert_eq!(visitor.path, "/staff/code/passkey", "{}", visitor.text());
    options(visitor)
}

/// Answers, and reads why it was refused.
async fn is_refused(visitor: &mut Visitor, answer: &str, words: &str) {
    posts(visitor, "passkey-sign-in", &[("passkey_answer", answer)]).await;
    assert_eq!(visitor.path, "/staff/code/passkey", "{}", visitor.text());
    visitor.sees(words);
    assert!(visitor.title().starts_with("Error: "), "{}", visitor.title());
    assert!(visitor.attributes("script[data-options]", "data-options").is_empty(), "it is asked anew by a button");
    assert!(!is_in(visitor).await);
}

/// With something else in the place of a part of the answer.
fn with(answer: &str, part: &str, value: &str) -> String {
    let mut answer: Value = serde_json::from_str(answer).expect("an answer");
    *answer.pointer_mut(part).expect("a part") = value.into();
    answer.to_string()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_only_the_answer_to_what_was_asked_on_this_page_of_this_site_counts(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut device = Authenticator::new(1);
    with_passkey(&world, ADA, &mut device).await;
    let mut visitor = halfway(&world, ADA).await;
    let mut wrong = Vec::new();
    for origin in ["https://evil.example", "http://healthpost.example", "https://www.healthpost.example"] {
        wrong.push(Authenticator { origin: origin.to_owned(), ..device.clone() });
    }
    wrong.push(Authenticator { origin: "https://healthpost.example:8443".to_owned(), ..device.clone() });
    wrong.push(Authenticator { site: Some("evil.example".to_owned()), ..device.clone() });
    wrong.push(Authenticator { verifies: false, ..device.clone() });
    wrong.push(Authenticator { id: device.id.clone(), ..Authenticator::new(2) });
    wrong.push(Authenticator::new(2));
    for mut wrong in wrong {
        wrong.counter = 100;
        let asked = asks(&mut visitor).await;
        let answer = wrong.answers(&asked);
        is_refused(&mut visitor, &answer, REFUSED).await;
    }
    for another in ["AAAA", "", "x"] {
        let mut asked = asks(&mut visitor).await;
        asked["publicKey"]["challenge"] = another.into();
        is_refused(&mut visitor, &device.clone().answers(&asked), REFUSED).await;
    }
    for (part, value) in [("/response/signature", "AAAA"), ("/response/clientDataJSON", "e30"), ("/rawId", "!")] {
        let asked = asks(&mut visitor).await;
        let answer = with(&device.clone().answers(&asked), part, value);
        is_refused(&mut visitor, &answer, REFUSED).await;
    }
    asks(&mut visitor).await;
    is_refused(&mut visitor, "{}", REFUSED).await;
    let asked = asks(&mut visitor).await;
    let answer = device.answers(&asked);
    posts(&mut visitor, "passkey-sign-in", &[("passkey_answer", &answer)]).await;
    assert_eq!(visitor.path, "/staff", "the right one does, whatever was tried before");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_an_answer_counts_once_in_its_own_session_and_in_time(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut device = Authenticator::new(1);
    with_passkey(&world, ADA, &mut device).await;
    let (mut here, mut there) = (halfway(&world, ADA).await, halfway(&world, ADA).await);
    let asked = asks(&mut here).await;
    let answer = device.answers(&asked);
    // Of another session, which was asked nothing, and then something else.
    is_refused(&mut there, &answer, ENDED).await;
    asks(&mut there).await;
    is_refused(&mut there, &answer, REFUSED).await;
    // What is asked last is asked.
    let newer = asks(&mut here).await;
    is_refused(&mut here, &answer, REFUSED).await;
    let answer = device.answers(&newer);
    is_refused(&mut here, &answer, ENDED).await;
    let asked = asks(&mut here).await;
    let answer = device.answers(&asked);
    world.backend.clock.advance(SignedDuration::from_mins(CEREMONY_MINUTES));
    is_refused(&mut here, &answer, ENDED).await;
    let asked = asks(&mut here).await;
    let answer = device.answers(&asked);
    world.backend.clock.advance(SignedDuration::from_mins(CEREMONY_MINUTES - 1));
    posts(&mut here, "passkey-sign-in", &[("passkey_answer", &answer)]).await;
    assert_eq!(here.path, "/staff", "{}", here.text());
    posts(&mut here, "passkey-sign-in", &[("passkey_answer", &answer)]).await;
    assert_eq!(here.path, "/staff", "nobody is halfway in any more, and who is in stays in");
    asks(&mut there).await;
    is_refused(&mut there, &answer, REFUSED).await;
    // What was asked of somebody who is in signs nobody in elsewhere.
    posts(&mut here, "passkey-begin-confirm", &[]).await;
    let answer = device.answers(&options(&here));
    is_refused(&mut there, &answer, ENDED).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_copy_of_a_passkey_shows_itself_and_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    const COPIED: &str = "This passkey may have been copied, so it was not accepted";
    let world = World::new(connect).await;
    let mut device = Authenticator::new(1);
    with_passkey(&world, ADA, &mut device).await;
    let mut copy = device.clone();
    let (mut here, mut there) = (halfway(&world, ADA).await, halfway(&world, ADA).await);
    // Both are asked before either answers.
    let (asked_here, asked_there) = (asks(&mut here).await, asks(&mut there).await);
    let (answer, copied) = (device.answers(&asked_here), copy.answers(&asked_there));
    posts(&mut here, "passkey-sign-in", &[("passkey_answer", &answer)]).await;
    assert_eq!(here.path, "/staff", "{}", here.text());
    is_refused(&mut there, &copied, COPIED).await;
    // And when it is asked with what is known by now.
    copy.counter = 0;
    let asked = asks(&mut there).await;
    let copied = copy.answers(&asked);
    is_refused(&mut there, &copied, COPIED).await;
    let audited = "select count(*) from audit_entries e join staff_passkeys p on e.detail ->> 'passkey' = p.id::text
        where e.action = 'account.passkey_copied' and e.subject = 'account:' || p.account_id";
    assert_eq!(world.count(audited).await, 2);
    assert_eq!(world.count("select (credential #>> '{cred,counter}')::bigint from staff_passkeys").await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_nobody_signs_in_with_somebody_elses_passkey(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut adas, mut graces) = (Authenticator::new(1), Authenticator::new(2));
    with_passkey(&world, ADA, &mut adas).await;
    with_passkey(&world, GRACE, &mut graces).await;
    let mut visitor = halfway(&world, GRACE).await;
    let asked = asks(&mut visitor).await;
    assert!(graces.is_asked_for(&asked) && !adas.is_asked_for(&asked));
    is_refused(&mut visitor, &adas.answers(&asked), REFUSED).await;
    // What was asked of one does not count once another is halfway in.
    let asked = asks(&mut visitor).await;
    posts(&mut visitor, "sign-in", &[("account_email", ADA), ("password", crate::account_people::PASSWORD)]).await;
    is_refused(&mut visitor, &graces.answers(&asked), ENDED).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_passkey_is_made_as_it_was_asked_or_not_known(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    staff(&world, "Ada Lovelace", ADA).await;
    let mut visitor = halfway(&world, ADA).await;
    let device = Authenticator::new(1);
    let evil = Authenticator { origin: "https://evil.example".to_owned(), ..device.clone() };
    let elsewhere = Authenticator { site: Some("evil.example".to_owned()), ..device.clone() };
    let careless = Authenticator { verifies: false, ..device.clone() };
    for mut wrong in [evil, elsewhere, careless] {
        posts(&mut visitor, "passkey-begin-add", &[]).await;
        let answer = wrong.makes(&options(&visitor));
        posts(&mut visitor, "passkey-add", &[("passkey_name", "Key"), ("passkey_answer", &answer)]).await;
        visitor.sees(REFUSED);
    }
    posts(&mut visitor, "passkey-begin-add", &[]).await;
    let answer = device.clone().makes(&options(&visitor));
    // Without a name nothing is taken, and the same page goes on.
    posts(&mut visitor, "passkey-add", &[("passkey_name", ""), ("passkey_answer", &answer)]).await;
    visitor.sees_error("passkey_name", "Enter a name for the passkey");
    world.backend.clock.advance(SignedDuration::from_mins(CEREMONY_MINUTES));
    posts(&mut visitor, "passkey-add", &[("passkey_name", "Key"), ("passkey_answer", &answer)]).await;
    visitor.sees(ENDED);
    assert_eq!(world.count("select count(*) from staff_passkeys").await, 0);
    assert!(!is_in(&mut visitor).await);
    let mut guest = world.visitor();
    for page in ["/staff/security/passkey", "/staff/code/passkey", "/staff/confirm/passkey"] {
        assert!(guest.opens(page).await.path.starts_with("/staff/sign-in"), "{page}: {}", guest.path);
    }
    let policy = guest.headers["permissions-policy"].to_str().expect("a policy");
    assert!(policy.contains("publickey-credentials-get=(self)"), "{policy}");
}
