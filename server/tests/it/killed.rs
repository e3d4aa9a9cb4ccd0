//! The program, killed a hundred times while people press "Place order": they press again, and have
//! ordered once.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use backend::{Clock, mail::SMTP_TIMEOUT};
use jiff::ToSpan;
use nix::sys::signal::Signal;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    builders::Leaflet,
    races::{Ready, ready},
    running::{Data, Serving, url_of},
    smtp_sink::{Manner, SmtpSink},
    world::{ORIGIN, World},
};

const ROUNDS: usize = 100;
/// People who press in each round.
const PEOPLE: usize = 4;
/// In one of so many rounds the program is started once more beside, after no kill.
const CALM: usize = 4;
/// What the delays are drawn from; another number is another history.
pub const SEED: u64 = 20_261_122;

/// The next number of a history (SplitMix64).
pub fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Posts a form over a socket. Where it led; the answer that led nowhere, or why there was no whole one.
pub async fn posts(address: String, cookies: String, path: &'static str, body: String) -> Result<String, String> {
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: healthpost.example\r\nOrigin: {ORIGIN}\r\nCookie: {cookies}\r\n\
         Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let failed = |error: std::io::Error| error.to_string();
    let mut socket = TcpStream::connect(&address).await.map_err(failed)?;
    socket.write_all(request.as_bytes()).await.map_err(failed)?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.map_err(failed)?;
    let location = answer.lines().find_map(|line| line.strip_prefix("location: "));
    location.filter(|_| answer.starts_with("HTTP/1.1 303")).map(str::to_owned).ok_or(answer)
}

/// Everybody presses at once.
fn all_press(server: &Serving, people: &[Ready]) -> Vec<tokio::task::JoinHandle<Result<String, String>>> {
    let press = |ready: &Ready| {
        let body = format!("key={}", ready.form.key.as_str());
        tokio::spawn(posts(server.address.clone(), ready.cookies.clone(), "/do/checkout/place", body))
    };
    people.iter().map(press).collect()
}

/// Everybody presses once more and has one and the same order, also if they saw it before.
async fn press_again(server: &Serving, people: &[Ready], seen: &[Option<String>]) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for answers in [&mut first, &mut second] {
        for pressed in all_press(server, people) {
            answers.push(pressed.await.unwrap().expect("an order"));
        }
    }
    assert_eq!(first, second);
    for (seen, now) in seen.iter().zip(&first) {
        assert!(now.starts_with("/orders/HP-"), "{now}");
        assert!(seen.as_ref().is_none_or(|seen| seen == now), "{seen:?} {now}");
    }
}

/// What a half order would be.
const HALVES: &str = "select count(*) from orders o where
    (select count(*) from order_lines l where l.order_id = o.id and l.quantity_reserved = 1) <> 1
    or (select count(*) from stock_movements m join order_lines l on l.id = m.order_line_id
        where l.order_id = o.id and m.kind = 'reserved' and m.quantity = 1) <> 1
    or (select count(*) from order_events e where e.order_id = o.id and e.kind = 'placed') <> 1
    or (select count(*) from outbox m where m.order_id = o.id and m.kind = 'order_placed') <> 1
    or (select count(*) from audit_entries a where a.subject = 'order:' || o.id and a.action = 'order.place') <> 1
    or not exists (select from order_readers r where r.order_id = o.id)
    or exists (select from basket_lines b where b.basket_id = o.basket_id)
    or exists (select from checkouts c where c.basket_id = o.basket_id)";

pub struct Scene {
    pub world: World,
    edition: domain::id::EditionId,
    data: Data,
    url: String,
    pub sink: SmtpSink,
}

impl Scene {
    pub async fn new(connect: &PgConnectOptions) -> Self {
        let sink = SmtpSink::up();
        // Slow enough to be killed in the middle of a message.
        sink.is(Manner::Slow(Duration::from_millis(3)));
        let world = World::of(connect.clone(), 6, Clock::System, sink.mailer(SMTP_TIMEOUT)).await;
        let edition = world.has(Leaflet { stock: 10_000, ..Leaflet::default() }).await;
        Self { world, edition, data: Data::new(), url: url_of(connect), sink }
    }

    /// Starts the program, pages and worker, beside the mail server that lives in this process.
    async fn serve(&self) -> Serving {
        self.starts(&["serve"]).await.0
    }

    /// How long a start takes that follows on nothing: without a worker, so that no message leaves by it.
    async fn calm_start(&self) -> Duration {
        self.starts(&["serve", "--without-worker"]).await.1
    }

    /// The program beside the mail server, to be started.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = self.data.program(arguments);
        command.env("DATABASE_URL", &self.url).env("HEALTHPOST_SMTP_URL", self.sink.url());
        command.env("HEALTHPOST_ORIGIN", ORIGIN).env("HEALTHPOST_CONNECTIONS", "8");
        command
    }

    /// The program, and how long it took until it was ready.
    pub async fn starts(&self, arguments: &[&str]) -> (Serving, Duration) {
        let mut command = self.program(arguments);
        let began = Instant::now();
        let serving = tokio::task::spawn_blocking(move || Serving::start(&mut command)).await.unwrap();
        (serving, began.elapsed())
    }

    pub async fn people(&self, round: usize) -> Vec<Ready> {
        let mut people = Vec::new();
        for n in 0..PEOPLE {
            let (who, house) = (format!("p{round}x{n}"), format!("{n} Round {round} Street"));
            people.push(ready(&self.world.backend, self.edition, 1, &who, &house).await);
        }
        people
    }

    pub async fn orders(&self) -> usize {
        usize::try_from(self.world.count("select count(*) from orders").await).unwrap()
    }

    /// How long a round takes that nobody disturbs, the second time.
    async fn usual(&self, server: &Serving) -> Duration {
        let mut usual = Duration::ZERO;
        for round in [ROUNDS, ROUNDS + 1] {
            let people = self.people(round).await;
            let began = Instant::now();
            for pressed in all_press(server, &people) {
                pressed.await.unwrap().expect("an order");
            }
            usual = began.elapsed();
        }
        usual
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_presses_again_after_a_kill_has_ordered_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let scene = Scene::new(&connect).await;
    let mut server = scene.serve().await;
    // From before the program has read a post until it writes to the mail server.
    let longest = (scene.usual(&server).await * 3 / 2).max(Duration::from_millis(60));
    let (mut chance, mut survived) = (SEED, 0);
    let (mut starts, mut calm) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let (people, before) = (scene.people(round).await, scene.orders().await);
        let pressed = all_press(&server, &people);
        let micros = u64::try_from(longest.as_micros()).unwrap();
        tokio::time::sleep(Duration::from_micros(draw(&mut chance) % micros)).await;
        server.is_told(Signal::SIGKILL);
        let mut seen = Vec::new();
        for answer in pressed {
            seen.push(answer.await.unwrap().ok());
        }
        let (started, took) = scene.starts(&["serve"]).await;
        server = started;
        starts.push(took);
        if round % CALM == 0 {
            calm.push(scene.calm_start().await);
        }
        survived += scene.orders().await - before;
        press_again(&server, &people, &seen).await;
        assert_eq!(scene.orders().await - before, PEOPLE, "round {round}");
        assert_eq!(scene.world.count(HALVES).await, 0, "round {round}");
    }
    server.is_told(Signal::SIGKILL);
    drop(server);
    assert!((1..ROUNDS * PEOPLE).contains(&survived), "kills came before and after: {survived}");
    assert_soon_ready(starts, calm);
    assert!(store::stock::disagreements(&scene.world.backend.db).await.unwrap().is_empty());
    assert_eq!(scene.world.count("select count(*) from basket_lines").await, 0);
    every_mail_left(&scene, connect).await;
}

/// What was killed keeps nobody waiting: nine of ten starts after a kill take less than three seconds. Where other
/// work slows the machine down, a start that follows on nothing is slow as well: one that waits for what the killed
/// program left behind still stands out beside those, which were taken in between.
fn assert_soon_ready(mut starts: Vec<Duration>, mut calm: Vec<Duration>) {
    starts.sort();
    calm.sort();
    let bound = Duration::from_secs(3).max(calm[calm.len() * 9 / 10] * 2);
    assert!(starts[starts.len() * 9 / 10] < bound, "{starts:?}, and after nothing {calm:?}");
}

/// Some hours later: every message left, under one Message-ID, and no more often than is on record.
pub async fn every_mail_left(scene: &Scene, connect: PgConnectOptions) {
    let later = Clock::fixed(Clock::System.now() + 5.hours());
    scene.sink.is(Manner::Kind);
    let world = World::of(connect, 4, later, scene.sink.mailer(SMTP_TIMEOUT)).await;
    backend::jobs::send_due(&world.backend).await.unwrap();
    let times = scene.sink.times();
    let recorded = world.texts("select id || ' ' || attempts from outbox where state = 'sent'").await;
    assert_eq!((times.len(), recorded.len()), (scene.orders().await, scene.orders().await));
    let mut twice = 0;
    for message in &recorded {
        let (id, attempts) = message.split_once(' ').unwrap();
        let (taken, attempts): (usize, usize) = (times[id], attempts.parse().unwrap());
        assert!((1..=attempts).contains(&taken), "{id}: taken {taken} times in {attempts} tries");
        twice += taken - 1;
    }
    // The worker sends two messages at once; a kill leaves no more without a record.
    assert!(twice <= 2 * (ROUNDS + 1), "{twice} came more than once");
}
