//! The program, killed again and again while people register: what was acknowledged is there, and a registration that
//! was sent is one and whole.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use nix::sys::signal::Signal;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    killed::{SEED, Scene, draw, posts},
    registrants::{Person, Ready, ready},
    registry_pages::WAY,
    running::Serving,
    visitor::form_urlencoded,
};

/// Half of the kills come between the pages, half while the registration is sent. All come from one network address,
/// which may send 30 in an hour.
const ROUNDS: usize = 12;
const SERVE: &[&str] = &["serve", "--without-worker"];

/// What a half registration would be. Each has the network's and the address's counter in the same transaction.
const HALVES: &str = "select count(*) from registrations r
    where (select count(*) from outbox o where o.kind = 'registration_confirmation'
              and o.recipient = (select email from registrants where id = r.registrant_id)) <> 1
    or (select count(*) from registration_locations l where l.registration_id = r.id) <> 1
    or (select count(*) from registration_placements p where p.registration_id = r.id) <> 2
    or not exists (select from registration_changes c where c.registration_id = r.id and c.version = 1)
    or (select count(*) from consents c where c.registrant_id = r.registrant_id) <> 4
    or (select count(*) from audit_entries a where a.action = 'registration.send'
              and a.subject = 'registration:' || r.id) <> 1";

/// Somebody with a browser.
struct Browser {
    address: String,
    cookies: String,
}

impl Browser {
    fn of(ready: &Ready, server: &Serving) -> Self {
        let cookies: Vec<String> = ready.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Self { address: server.address.clone(), cookies: cookies.join("; ") }
    }

    /// Answers a page of the wizard.
    async fn answers(&self, at: usize) -> Result<String, String> {
        let (slug, typed) = WAY[at];
        let version = i32::MAX.to_string();
        let beside = [("step", slug), ("shown_version", version.as_str())];
        let pairs = beside.iter().chain(typed).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let body = form_urlencoded(&pairs.collect::<Vec<_>>());
        posts(self.address.clone(), self.cookies.clone(), "/do/register/answer", body).await
    }

    async fn sends(&self, ready: &Ready) -> Result<String, String> {
        posts(self.address.clone(), self.cookies.clone(), "/do/register/send", ready.body()).await
    }
}

/// A draft of somebody that nobody else has, with every page answered or none.
async fn somebody(scene: &Scene, round: usize, is_answered: bool) -> Ready {
    let ready = ready(&scene.world, &Person::named(&format!("P{round}"))).await;
    if !is_answered {
        scene.world.run("delete from draft_answers; update registration_drafts set visited = '{}'").await;
    }
    ready
}

/// The answers to the first so many pages are stored as they were typed; the number of a college is encrypted.
async fn are_stored(scene: &Scene, pages: usize) {
    let stored = "select count(*) from draft_answers
        where (question = $1 or question like $1 || '/%') and (typed = array[$2] or sealed is not null)";
    for (slug, typed) in &WAY[..pages] {
        for (name, value) in *typed {
            let rows = sqlx::query_scalar(stored).bind(*name).bind(*value);
            let there: i64 = rows.fetch_one(&scene.world.db).await.unwrap();
            assert_eq!(there, 1, "{slug}: {name}");
        }
    }
}

/// Kills the program some time within so long, and starts it again.
async fn is_killed(scene: &Scene, server: Serving, longest: Duration, chance: &mut u64) -> Serving {
    let micros = u64::try_from(longest.as_micros()).unwrap();
    tokio::time::sleep(Duration::from_micros(draw(chance) % micros)).await;
    server.is_told(Signal::SIGKILL);
    drop(server);
    scene.starts(SERVE).await.0
}

/// How long it takes to answer every page, and to send, when nobody disturbs.
async fn usual(scene: &Scene, server: &Serving) -> (Duration, Duration) {
    let ready = somebody(scene, ROUNDS, false).await;
    let browser = Browser::of(&ready, server);
    let began = Instant::now();
    for at in 0..WAY.len() {
        browser.answers(at).await.expect("an answer");
    }
    let answering = began.elapsed();
    scene.world.run("delete from registration_drafts").await;
    let ready = somebody(scene, ROUNDS, true).await;
    let began = Instant::now();
    assert_eq!(Browser::of(&ready, server).sends(&ready).await.as_deref(), Ok("/register/done"));
    (answering, (began.elapsed() * 3 / 2).max(Duration::from_millis(40)))
}

/// Somebody answers page after page until the program is gone. What was acknowledged is there, and they go on. How many
/// pages were.
async fn answers_under_fire(scene: &Scene, server: Serving, longest: Duration, chance: &mut u64) -> (Serving, usize) {
    let ready = somebody(scene, ROUNDS + 1, false).await;
    let browser = Browser::of(&ready, &server);
    let done = Arc::new(AtomicUsize::new(0));
    let counted = done.clone();
    let answering = tokio::spawn(async move {
        for at in 0..WAY.len() {
            if browser.answers(at).await.is_err() {
                return;
            }
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    let server = is_killed(scene, server, longest, chance).await;
    answering.await.unwrap();
    let acknowledged = done.load(Ordering::Relaxed);
    are_stored(scene, acknowledged).await;
    let browser = Browser::of(&ready, &server);
    for (at, (slug, _)) in WAY.iter().enumerate().skip(acknowledged) {
        let onward = browser.answers(at).await.expect("it goes on where it was");
        assert!(onward != "/register/changed" && onward != "/register/tasks", "{slug}: {onward}");
    }
    are_stored(scene, WAY.len()).await;
    scene.world.run("delete from registration_drafts").await;
    (server, acknowledged)
}

/// Somebody sends a registration while the program is killed, and sends it again.
async fn sends_under_fire(
    scene: &Scene,
    server: Serving,
    round: usize,
    longest: Duration,
    chance: &mut u64,
) -> Serving {
    let ready = somebody(scene, round, true).await;
    let (browser, one) = (Browser::of(&ready, &server), ready.clone());
    let sending = tokio::spawn(async move { browser.sends(&one).await });
    let server = is_killed(scene, server, longest, chance).await;
    let seen = sending.await.unwrap();
    let registration = format!("select count(*) from registrations where first_name = 'P{round}'");
    let before = scene.world.count(registration.leak()).await;
    if let Ok(path) = &seen {
        assert_eq!((path.as_str(), before), ("/register/done", 1), "round {round}: what was acknowledged is there");
    }
    let browser = Browser::of(&ready, &server);
    for _ in 0..2 {
        assert_eq!(browser.sends(&ready).await.as_deref(), Ok("/register/done"), "round {round}");
    }
    assert_eq!(scene.world.count(HALVES).await, 0, "round {round}");
    assert_eq!(scene.world.count("select count(*) from registration_drafts").await, 0, "round {round}");
    server
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whatever_was_acknowledged_outlives_a_kill_and_a_registration_is_sent_once(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let scene = Scene::new(&connect).await;
    let mut server = scene.starts(SERVE).await.0;
    let (answering, sending) = usual(&scene, &server).await;
    let (mut chance, mut pages) = (SEED, 0);
    for round in 0..ROUNDS / 2 {
        let (started, acknowledged) = answers_under_fire(&scene, server, answering, &mut chance).await;
        server = sends_under_fire(&scene, started, round, sending, &mut chance).await;
        pages += acknowledged;
    }
    drop(server);
    assert!(pages > 0, "kills came after some pages");
    let sent = i64::try_from(ROUNDS / 2 + 1).unwrap();
    assert_eq!(scene.world.count("select count(*) from registrations").await, sent);
    // The counters are part of the transaction.
    let counted = "select sum(used)::bigint from rate_counters where subject = 'register-from:127.0.0.1'";
    assert_eq!(scene.world.count(counted).await, sent);
}
