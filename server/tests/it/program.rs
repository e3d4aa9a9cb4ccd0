//! The program itself: with a database of its own, asked to stop, and killed in the middle of work.

use std::{
    io::{Read, Write as _},
    net::TcpStream,
    path::Path,
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::running::{Data, Serving, count, until, url_of};

#[test]
fn the_doctor_says_what_is_wrong() {
    let data = Data::new();
    let ill = data.program(&["doctor"]).env("HEALTHPOST_ENVIRONMENT", "production").output().unwrap();
    let said = String::from_utf8_lossy(&ill.stdout).into_owned();
    assert!(!ill.status.success(), "{said}");
    for wrong in ["WRONG   settings", "WRONG   mail: HEALTHPOST_SMTP_URL is not set", "ok      database: private"] {
        assert!(said.contains(wrong), "{wrong}: {said}");
    }
    let silent = data.program(&["doctor"]).env("HEALTHPOST_SMTP_URL", "smtp://127.0.0.1:9").output().unwrap();
    let said = String::from_utf8_lossy(&silent.stdout).into_owned();
    assert!(!silent.status.success() && said.contains("WRONG   mail"), "{said}");
    let lost = data.program(&["doctor"]).env("DATABASE_URL", "postgres://nobody@127.0.0.1:9/none").output().unwrap();
    let said = String::from_utf8_lossy(&lost.stdout).into_owned();
    assert!(!lost.status.success() && said.contains("WRONG   database"), "{said}");
    let well = data.program(&["doctor"]).output().unwrap();
    assert!(well.status.success(), "{well:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_that_asks_too_often_waits(_: PgPoolOptions, connect: PgConnectOptions) {
    let data = Data::new();
    let mut program = data.program(&["serve"]);
    program.env("DATABASE_URL", url_of(&connect)).env("HEALTHPOST_SEARCHES", "2").env("HEALTHPOST_DOWNLOADS", "2");
    let serving = Serving::start(&mut program);
    let (search, zip) = ("/publications?q=flu", "/publications/nothing/files.zip");
    let asked = [(search, 200), (search, 200), (search, 429), (zip, 404), (zip, 404), (zip, 429)];
    for (path, expected) in asked.into_iter().chain([("/data/editions.csv", 429), ("/", 200)]) {
        let answer = serving.get(path).unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {expected}")), "{path}: {answer}");
        assert_eq!(expected == 429, answer.contains("retry-after:") && answer.contains("tried too often"), "{answer}");
    }
}

/// Whether a process lives; one that has ended and was not waited for does not.
fn lives(process: i32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let has_ended = stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('Z'));
    kill(Pid::from_raw(process), None).is_ok() && !has_ended
}

#[test]
fn it_starts_a_database_of_its_own_and_stops_what_it_started() {
    let data = Data::new();
    let serving = Serving::start(&mut data.program(&["serve", "--with-sample"]));
    let postmaster = data.postmaster().expect("a database under the data folder");
    assert!(serving.get("/publications").unwrap().contains("87 publications"));
    // Another command joins the database that lives, and leaves it alone.
    let joined = data.program(&["migrate"]).output().unwrap();
    assert!(joined.status.success() && lives(postmaster), "{joined:?}");
    let output = serving.ends(Signal::SIGINT);
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("http://localhost:") && said.contains("Mails land in:"), "{said}");
    assert!(!lives(postmaster) && data.postmaster().is_none(), "the database ended with it");
    // Everything is still there, and it takes less than three seconds: one of three starts shows what it takes, as other
    // work on the machine only ever adds to that.
    let mut took = Vec::new();
    let again = (0..3).find_map(|_| {
        let began = Instant::now();
        let again = Serving::start(&mut data.program(&["serve", "--with-sample"]));
        let elapsed = began.elapsed();
        took.push(elapsed);
        if elapsed < Duration::from_secs(3) {
            return Some(again);
        }
        assert!(again.ends(Signal::SIGTERM).status.success());
        None
    });
    let again = again.unwrap_or_else(|| panic!("{took:?}"));
    assert!(again.get("/publications").unwrap().contains("87 publications"));
    assert!(again.ends(Signal::SIGTERM).status.success());
    assert!(data.postmaster().is_none());
}

#[test]
fn a_server_that_is_killed_takes_its_database_along_and_starts_again() {
    // Where the kernel can be asked to see to it.
    if !Path::new("/usr/bin/setpriv").exists() {
        return;
    }
    let data = Data::new();
    let mut serving = Serving::start(&mut data.program(&["serve", "--with-sample"]));
    let postmaster = data.postmaster().expect("a database under the data folder");
    serving.child.kill().unwrap();
    serving.child.wait().unwrap();
    until("the database ends with whoever started it", || !lives(postmaster));
    let again = Serving::start(&mut data.program(&["serve"]));
    assert!(again.get("/publications").unwrap().contains("87 publications"), "nothing was lost");
    assert!(again.ends(Signal::SIGINT).status.success());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn it_lets_requests_under_way_finish_and_never_ends_a_database_it_was_given(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let (data, url) = (Data::new(), url_of(&connect));
    let mut serving =
        Serving::start(data.program(&["serve"]).env("DATABASE_URL", &url).env("HEALTHPOST_STOP_NOTICE", "3"));
    let mut slow = TcpStream::connect(&serving.address).unwrap();
    let head = "POST /do/contact/feedback HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 21\r\n\r\nhow_satisfied=";
    slow.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    serving.is_told(Signal::SIGTERM);
    let says = |path: &str, status: &str| serving.get(path).is_some_and(|answer| answer.starts_with(status));
    until("readiness goes first", || says("/readyz", "HTTP/1.1 503"));
    assert!(says("/healthz", "HTTP/1.1 200"), "everything else is still answered");
    until("nobody new is let in", || TcpStream::connect(&serving.address).is_err());
    slow.write_all(b"neutral").unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let output = serving.ended();
    assert!(output.status.success(), "{output:?}");
    let pool = PgPoolOptions::new().connect_with(connect).await.expect("the database lives on");
    assert_eq!(count(&pool, "select count(*) from feedback").await, 1, "and holds what was under way");
}
