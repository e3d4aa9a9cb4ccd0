//! Where servers that are started for tests listen, and whether they do.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    ops::Range,
    time::Duration,
};

use anyhow::Context;

/// Below those that systems give to whoever connects: nobody gets one by chance before it is used, and whoever tries
/// whether it answers yet is never connected to themselves.
const PORTS: Range<u16> = 20_000..32_000;
/// How long an answer may take that somebody else's port does not give.
const PATIENCE: Duration = Duration::from_secs(10);

/// A port that is free now.
pub fn free() -> anyhow::Result<u16> {
    let from = usize::try_from(std::process::id())? % PORTS.len();
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    PORTS.cycle().skip(from).take(PORTS.len()).find(is_free).context("no port is free")
}

/// Whether a server of ours answers at a port, with its database.
pub fn is_ready(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut status = [0; 12];
    stream.read_exact(&mut status)?;
    Ok(status == *b"HTTP/1.1 200")
}
