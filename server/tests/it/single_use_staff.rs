//! What staff take their second step with, used by a hundred at the same moment at two programs (G-A11, CP-46): a code
//! of an authenticator, a recovery code, and the answer of a passkey to what it was asked.

use domain::id::AccountId;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::staff::signing_in;

use crate::{
    access_staff::begins,
    account_people::ADA,
    authenticator::Authenticator,
    single_use::{MANY, all_post, copies, led_to, second},
    staff_passkeys::{halfway, options, posts, with_passkey},
    staff_people::{first_admin, recovery_codes},
    staff_provider::STAFF,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// What asks for a passkey, where it is answered, and how often that was written down.
const ASKED: [(&str, &str, &str); 2] = [
    ("passkey-begin", "passkey-sign-in", "select count(*) from audit_entries where action = 'staff.sign_in'"),
    ("passkey-begin-confirm", "passkey-confirm", "select count(*) from audit_entries where action = 'staff.confirm'"),
];
const RECOVERY_LEFT: &str = "select cardinality(recovery_hashes)::bigint from accounts";

fn body(name: &str, answer: &str) -> String {
    form_urlencoded(&[(name.to_owned(), answer.to_owned())])
}

/// Browsers in which the first step was taken as the one who has an account; two programs serve them in turn.
async fn all_halfway(programs: [&World; 2]) -> Vec<Visitor> {
    let account: AccountId = programs[0].text("select id::text from accounts").await.parse().expect("an account");
    let mut browsers = Vec::with_capacity(MANY);
    for program in programs.into_iter().cycle().take(MANY) {
        let (visitor, session, token) = begins(program).await;
        let (db, now) = (&program.backend.db, program.backend.clock.now());
        signing_in::begin_step(db, session, account, token.hash(), now).await.expect("halfway in");
        browsers.push(visitor);
    }
    browsers
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_a_code_of_either_kind_lets_one_of_a_hundred_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let here = World::crowded(connect.clone(), 12).await;
    let ada = first_admin(&here).await;
    let (code, recovery) = (ada.app.fresh(&here), recovery_codes(&ada.visitor).remove(0));
    let there = second(&here, connect).await;
    // An account is tried with ten codes an hour: here all hundred come as far as the code.
    here.counts_nothing().await;
    for (at, code) in [code, recovery].iter().enumerate() {
        let browsers = all_halfway([&here, &there]).await;
        let typed = all_post(browsers, "/do/staff/code", &body("staff_code", code)).await;
        let led = ["/staff", "/staff/code"].map(|page| led_to(&typed, page).len());
        assert_eq!(led, [1, MANY - 1], "{at}: one is in, and everybody else is told that it is not right");
        assert_eq!(here.count(STAFF).await, i64::try_from(at).expect("few") + 2, "whoever set it up, and one more");
    }
    assert_eq!(here.count(RECOVERY_LEFT).await, 9);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_a_passkey_answers_once_what_it_was_asked(_: PgPoolOptions, connect: PgConnectOptions) {
    let here = World::crowded(connect.clone(), 12).await;
    // It counts nothing: its counter tells nobody that it answered before.
    let mut device = Authenticator::synchronised(1);
    with_passkey(&here, ADA, &mut device).await;
    let there = second(&here, connect).await;
    let mut visitor = halfway(&here, ADA).await;
    for (asks, answers, written) in ASKED {
        posts(&mut visitor, asks, &[]).await;
        let answer = body("passkey_answer", &device.answers(&options(&visitor)));
        let before = here.count(written).await;
        let answered = all_post(copies(&visitor, [&here, &there]), &format!("/do/staff/{answers}"), &answer).await;
        let taken = led_to(&answered, "/staff");
        assert_eq!((taken.len(), here.count(written).await), (1, before + 1), "{answers}");
        visitor = taken[0].clone();
    }
    assert_eq!(here.count(STAFF).await, 2, "in the browser that set it up, and in this one");
}
