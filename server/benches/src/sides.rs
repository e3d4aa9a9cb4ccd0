//! The two sides of a comparison, in turn: the app and the baseline, A B A B, in one run.

use std::time::Duration;

use crate::{
    client::{self, Ask, Run},
    figures::Spread,
    process::{Server, postgres_cpu},
};

/// One side's answers to one round.
#[derive(Clone, Debug)]
pub struct Round {
    /// CPU of program and Postgres for one request, in milliseconds.
    pub cpu: f64,
    /// The part of Postgres in it.
    pub postgres: f64,
    /// How long it took.
    pub run: Run,
}

/// CPU for one request, in milliseconds, in the middle of all rounds.
#[derive(Clone, Copy, Debug)]
pub struct Cpu {
    /// The app's.
    pub app: f64,
    /// The baseline's.
    pub baseline: f64,
}

/// Everything that was measured of one operation.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The app's rounds.
    pub app: Vec<Round>,
    /// The baseline's rounds.
    pub baseline: Vec<Round>,
}

impl Comparison {
    /// How many times the baseline's CPU the app used, round by round.
    pub fn ratio(&self) -> Spread {
        Spread::of(self.app.iter().zip(&self.baseline).map(|(app, baseline)| app.cpu / baseline.cpu))
    }

    /// What one request takes of each side.
    pub fn cpu(&self) -> Cpu {
        let of = |rounds: &[Round]| Spread::of(rounds.iter().map(|round| round.cpu)).median;
        Cpu { app: of(&self.app), baseline: of(&self.baseline) }
    }

    /// What lies behind the ratio.
    pub fn words(&self) -> String {
        let cpu = self.cpu();
        let side = |cpu: f64, rounds: &[Round]| {
            let rate = Spread::of(rounds.iter().map(|round| round.run.per_second())).median;
            let p99 = Spread::of(rounds.iter().map(|round| round.run.percentile(0.99))).median;
            let postgres = Spread::of(rounds.iter().map(|round| round.postgres)).median;
            format!("{cpu:.2} CPU-ms ({postgres:.2} PostgreSQL), {rate:.0}/s, p99 {p99:.0} ms")
        };
        format!("app {}; baseline {}", side(cpu.app, &self.app), side(cpu.baseline, &self.baseline))
    }

    /// The waits that this share of each side's requests stayed below, in milliseconds, round by round: the app's and
    /// the baseline's.
    pub fn waits(&self, share: f64) -> (Spread, Spread) {
        let of = |rounds: &[Round]| Spread::of(rounds.iter().map(|round| round.run.percentile(share)));
        (of(&self.app), of(&self.baseline))
    }
}

/// A running pair over one database.
#[derive(Debug)]
pub struct Pair {
    /// The app.
    pub app: Server,
    /// The baseline.
    pub baseline: Server,
    /// The process above all Postgres processes.
    pub postmaster: u32,
}

impl Pair {
    /// Sends both sides the same requests in turn, A B A B, so many rounds of each.
    pub async fn compare(
        &self,
        rounds: usize,
        connections: usize,
        mut asks: impl FnMut(usize) -> Vec<Ask>,
    ) -> anyhow::Result<Comparison> {
        let mut compared = Comparison::default();
        // Not measured: caches fill, pools open.
        for server in [&self.app, &self.baseline] {
            self.round(server, &asks(0), connections).await?;
        }
        for round in 1..=rounds {
            compared.app.push(self.round(&self.app, &asks(round), connections).await?);
            compared.baseline.push(self.round(&self.baseline, &asks(round), connections).await?);
        }
        Ok(compared)
    }

    /// Sends one side its requests and says what that cost.
    pub async fn round(&self, server: &Server, asks: &[Ask], connections: usize) -> anyhow::Result<Round> {
        let used = || anyhow::Ok((server.cpu()?, postgres_cpu(self.postmaster)?));
        let before = used()?;
        let run = client::run(&server.address, asks, connections).await?;
        // The accounting of a process lags a tick behind its last answer.
        tokio::time::sleep(Duration::from_millis(30)).await;
        let after = used()?;
        let each = |spent: Duration| spent.as_secs_f64() * 1e3 / asks.len() as f64;
        let postgres = each(after.1.saturating_sub(before.1));
        Ok(Round { cpu: each(after.0.saturating_sub(before.0)) + postgres, postgres, run })
    }
}
