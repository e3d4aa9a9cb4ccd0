//! The program, run by tests: over a folder of its own, at an address of its own.

use std::{
    fs::Permissions,
    io::{Read, Write as _},
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::postgres::PgConnectOptions;

use crate::world::LONG;

/// A folder for the program's data, removed at the end.
pub struct Data(pub PathBuf);

impl Data {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("healthpost-program-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir_all(folder.join("site")).unwrap();
        std::fs::create_dir(folder.join("data")).unwrap();
        // Root's database is somebody else's, who has to get there whatever the umask is.
        for shared in [folder.clone(), folder.join("data")] {
            std::fs::set_permissions(shared, Permissions::from_mode(0o755)).unwrap();
        }
        let manifest = r#"{"css": "", "boot": "", "suggest": "", "basket": "", "places": "", "human_check": "", "passkey": "", "session_end": "", "icon": "", "public": {"js": "", "wasm": ""}, "registry": {"js": "", "wasm": ""}}"#;
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
    pub fn postmaster(&self) -> Option<i32> {
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
    pub child: Child,
    pub address: String,
}

impl Serving {
    /// Starts it and waits until it is ready, at another port where somebody took the first one in between.
    pub fn start(command: &mut Command) -> Self {
        (0..5).find_map(|_| Self::starts(command)).expect("a port of its own")
    }

    fn starts(command: &mut Command) -> Option<Self> {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let child = command.env("HEALTHPOST_ADDR", &address).spawn().unwrap();
        let mut serving = Self { child, address };
        let began = Instant::now();
        while serving.get("/readyz").is_none_or(|answer| !answer.starts_with("HTTP/1.1 200")) {
            if serving.child.try_wait().unwrap().is_some() {
                let output = serving.ended();
                let said = String::from_utf8_lossy(&output.stderr);
                assert!(said.contains("is taken or not ours"), "not ready: {output:?}");
                return None;
            }
            assert!(began.elapsed() < 3 * LONG, "not ready");
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(serving)
    }

    pub fn get(&self, path: &str) -> Option<String> {
        let mut socket = TcpStream::connect(&self.address).ok()?;
        socket.set_read_timeout(Some(LONG)).ok()?;
        write!(socket, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").ok()?;
        let mut answer = String::new();
        socket.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    /// Sends a signal and waits for the end.
    pub fn ends(mut self, signal: Signal) -> Output {
        self.is_told(signal);
        self.ended()
    }

    pub fn is_told(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), signal).unwrap();
    }

    /// Waits for the end.
    pub fn ended(&mut self) -> Output {
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

/// Waits until something is so, however slow the machine is.
pub fn until(what: &str, is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < LONG, "{what}: not yet");
        std::thread::sleep(Duration::from_millis(20));
    }
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
