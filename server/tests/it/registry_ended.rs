//! Sign-ins that ended: what was refused or asked for since is of whoever used the browser then, and nobody who uses a
//! code meanwhile waits in a circle.

use domain::id::{RegistrantId, SessionId};
use jiff::{SignedDuration, ToSpan};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{email_codes, registry::signed_in, sessions};

use crate::{
    registry_my::{ADA, ada},
    world::World,
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_asked_for_after_the_end_of_a_sign_in_stays(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    // Still signed in, and nothing that keeps one so.
    world.backend.clock.advance(SignedDuration::from_mins(20));
    visitor.opens("/register/resume").await.fills("resume_email", "grace@example.com").presses("Send me a code").await;
    // Not any more, and the worker was not here yet.
    world.backend.clock.advance(SignedDuration::from_mins(11));
    visitor.opens("/register/resume").await.fills("resume_email", "ada@zq").presses("Send me a code").await;
    visitor.sees("There is a problem");
    visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 0);
    assert_eq!(world.texts("select email_norm from email_codes").await, [ADA], "the other one went with the sign-in");
    assert_eq!(visitor.opens("/register/resume").await.value_of("resume_email"), "ada@zq");
    let code = world.code_for(ADA).await;
    visitor.opens("/my/code").await.fills("code", &code).presses("Sign in").await;
    assert_eq!(visitor.path, "/my/registration");
}

/// How a session ends to prove an address.
#[derive(Clone, Copy, Debug)]
enum End {
    Here,
    Everywhere,
    InTime,
    WithTheAddress,
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_that_is_used_while_a_sign_in_ends_waits_for_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let session: SessionId = world.text("select session_id::text from registrant_sessions").await.parse().unwrap();
    let owner: RegistrantId = world.text("select id::text from registrants").await.parse().unwrap();
    let (db, now, hash) = (&world.backend.db, world.backend.clock.now(), [1_u8; 32]);
    for end in [End::Here, End::Everywhere, End::InTime, End::WithTheAddress] {
        signed_in::begin(db, session, owner, now).await.unwrap();
        sessions::confirm_email(db, session, ADA).await.unwrap();
        email_codes::put(db, session, ADA, &hash, now + 30.minutes()).await.unwrap();
        let mut using = db.begin().await.unwrap();
        assert!(email_codes::used(&mut *using, session, ADA, &hash).await.unwrap());
        let proves = async {
            world.sees_waiting(1).await;
            sessions::confirm_email(&mut *using, session, ADA).await.expect("nobody waits for it");
            using.commit().await.unwrap();
        };
        let ends = async {
            let mut tx = db.begin().await.unwrap();
            let ended = match end {
                End::Here => signed_in::end(&mut tx, session).await,
                End::Everywhere => signed_in::end_all(&mut tx, owner).await,
                End::InTime => signed_in::forget(&mut tx, now + 31.minutes()).await,
                End::WithTheAddress => signed_in::forget_proved(&mut tx, &[ADA.to_owned()]).await,
            };
            ended.expect("it waits for the code, and nobody for it");
            tx.commit().await.unwrap();
        };
        tokio::join!(proves, ends);
        let left = "select (select count(*) from sessions where confirmed_email = 'ada@example.com')
            + (select count(*) from email_codes)";
        assert_eq!(world.count(left).await, 0, "{end:?}");
    }
}
