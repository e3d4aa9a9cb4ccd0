//! Programs under measurement, and what the operating system says they used.

use std::{
    fs,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};

/// A program that listens, and ends with this value.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Host and port it listens at.
    pub address: String,
}

impl Server {
    /// Starts a program and waits until it accepts connections.
    pub fn start(command: &mut Command, address: &str) -> anyhow::Result<Self> {
        let child = command.stdout(Stdio::null()).spawn().with_context(|| format!("{command:?}"))?;
        let server = Self { child, address: address.to_owned() };
        let began = Instant::now();
        while std::net::TcpStream::connect(address).is_err() {
            ensure!(began.elapsed() < Duration::from_secs(30), "{command:?} does not listen");
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(server)
    }

    /// CPU that the program has used so far.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        cpu_of(self.child.id(), false)
    }

    /// Resident memory now, in megabytes.
    pub fn memory(&self) -> anyhow::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        Ok(kilobytes.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(pid) = i32::try_from(self.child.id()) {
            let _ = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), nix::sys::signal::Signal::SIGINT);
        }
        let began = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && began.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
    }
}

/// A port that is free now.
pub fn free_address() -> anyhow::Result<String> {
    Ok(format!("127.0.0.1:{}", std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port()))
}

/// CPU that Postgres has used so far: the postmaster, its children, and those that have ended.
pub fn postgres_cpu(postmaster: u32) -> anyhow::Result<Duration> {
    let children = fs::read_to_string(format!("/proc/{postmaster}/task/{postmaster}/children"))?;
    let mut sum = cpu_of(postmaster, true)?;
    for child in children.split_whitespace() {
        // One that ends in between is counted with its parent the next time.
        sum += cpu_of(child.parse()?, false).unwrap_or_default();
    }
    Ok(sum)
}

/// Parent of a process.
pub fn parent(pid: u32) -> anyhow::Result<u32> {
    Ok(stat(pid)?.get(1).context("no parent")?.parse()?)
}

/// The fields of `/proc/{pid}/stat` after the name, which may hold anything.
fn stat(pid: u32) -> anyhow::Result<Vec<String>> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, fields) = stat.rsplit_once(") ").context("a stat line")?;
    Ok(fields.split(' ').map(str::to_owned).collect())
}

fn cpu_of(pid: u32, with_ended_children: bool) -> anyhow::Result<Duration> {
    let stat = stat(pid)?;
    let ticks = |at: usize| stat.get(at).and_then(|ticks| ticks.parse::<u64>().ok()).context("a number of ticks");
    let mut sum = ticks(11)? + ticks(12)?;
    if with_ended_children {
        sum += ticks(13)? + ticks(14)?;
    }
    let a_second = nix::unistd::sysconf(nix::unistd::SysconfVar::CLK_TCK)?.context("no clock tick")?;
    Ok(Duration::from_secs_f64(sum as f64 / a_second as f64))
}
