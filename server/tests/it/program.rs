//! The program itself: with a database of its own, asked to stop, and killed in the middle of work.

use std::{
    io::{Read, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// A folder for the program's data, removed at the end.
pub struct Data(pub PathBuf);

impl Data {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("healthpost-program-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir_all(folder.join("site")).unwrap();
        let manifest = r#"{"css": "", "boot": "", "suggest": "", "basket": "", "places": "", "human_check": "", "icon": "", "public": {"js": "", "wasm": ""}, "registry": {"js": "", "wasm": ""}}"#;
        std::fs::write(folder.join("site/manifest.json"), manifest).unwrap();
        Self(folder)
    }

    /// The program over this data, with nothing else of our environment.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_healthpost"));
        let kept = ["PATH", "HOME", "PG_BIN_DIR", "TMPDIR"].map(|name| (name, std::env::var_os(name)));
        command.args(arguments).env_clear().current_dir(&self.0);
        command.envs(kept.into_iter().filter_map(|(name, value)| Some((name, value?))));
        command.env("HEALTHPOST_DATA", self.0.join("data")).env("HEALTHPOST_SITE", self.0.join("site"));
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("backend/sample");
        command.env("HEALTHPOST_SAMPLE", sample).env("HEALTHPOST_ENVIRONMENT", "development");
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Process of the private database, while there is one.
    fn postmaster(&self) -> Option<i32> {
        let file = std::fs::read_to_string(self.0.join("data/postgres/postmaster.pid")).ok()?;
        file.lines().next()?.trim().parse().ok()
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        if let Some(postmaster) = self.postmaster() {
            let _ = kill(Pid::from_raw(postmaster), Signal::SIGQUIT);
        }
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A server of ours at an address.
pub struct Serving {
    child: Child,
    pub address: String,
}

impl Serving {
    /// Starts it and waits until it is ready.
    pub fn start(command: &mut Command) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let child = command.env("HEALTHPOST_ADDR", &address).spawn().unwrap();
        let mut serving = Self { child, address };
        let began = Instant::now();
        while serving.get("/readyz").is_none_or(|answer| !answer.starts_with("HTTP/1.1 200")) {
            let ended = serving.child.try_wait().unwrap();
            assert!(ended.is_none() && began.elapsed() < Duration::from_mins(1), "not ready: {ended:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        serving
    }

    fn get(&self, path: &str) -> Option<String> {
        let mut socket = TcpStream::connect(&self.address).ok()?;
        write!(socket, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").ok()?;
        let mut answer = String::new();
        socket.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    /// Sends a signal and waits for the end.
    fn ends(mut self, signal: Signal) -> Output {
        self.is_told(signal);
        self.ended()
    }

    pub fn is_told(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), signal).unwrap();
    }

    /// Waits for the end.
    fn ended(&mut self) -> Output {
        let status = self.child.wait().unwrap();
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        self.child.stdout.take().unwrap().read_to_end(&mut stdout).unwrap();
        self.child.stderr.take().unwrap().read_to_end(&mut stderr).unwrap();
        Output { status, stdout, stderr }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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
    // Everything is still there, and it takes less than three seconds.
    let began = Instant::now();
    let again = Serving::start(&mut data.program(&["serve", "--with-sample"]));
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
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
    let began = Instant::now();
    while lives(postmaster) {
        assert!(began.elapsed() < Duration::from_secs(20), "the database outlives whoever started it");
        std::thread::sleep(Duration::from_millis(20));
    }
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
        Serving::start(data.program(&["serve"]).env("DATABASE_URL", &url).env("HEALTHPOST_STOP_NOTICE", "1"));
    let mut slow = TcpStream::connect(&serving.address).unwrap();
    let head = "POST /do/contact/feedback HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 21\r\n\r\nhow_satisfied=";
    slow.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    serving.is_told(Signal::SIGTERM);
    std::thread::sleep(Duration::from_millis(300));
    assert!(serving.get("/readyz").unwrap().starts_with("HTTP/1.1 503"), "readiness goes first");
    assert!(serving.get("/healthz").unwrap().starts_with("HTTP/1.1 200"), "everything else is still answered");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(TcpStream::connect(&serving.address).is_err(), "nobody new is let in");
    slow.write_all(b"neutral").unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let output = serving.ended();
    assert!(output.status.success(), "{output:?}");
    let pool = PgPoolOptions::new().connect_with(connect).await.expect("the database lives on");
    assert_eq!(count(&pool, "select count(*) from feedback").await, 1, "and holds what was under way");
}

/// The address of a test's database.
pub fn url_of(connect: &PgConnectOptions) -> String {
    let server = std::env::var("DATABASE_URL").expect("the server of the tests");
    let (server, _) = server.rsplit_once('/').unwrap();
    format!("{server}/{}", connect.get_database().unwrap())
}

/// The number that a query counts.
pub async fn count(pool: &sqlx::PgPool, sql: &'static str) -> i64 {
    use sqlx::Row;
    sqlx::raw_sql(sql).fetch_one(pool).await.unwrap().try_get(0).unwrap()
}
