//! What histories came to: a line for each while they run, and one row for the table of `make bench`.

use std::{
    collections::BTreeSet,
    fmt,
    time::{Duration, Instant},
};

use super::{
    Size,
    checks::{self, Violation},
    log::{Entry, Outcome},
    rules,
};
use crate::figures::keeps;

/// Promises that are looked at after each history.
const PROMISES: usize = checks::COUNT + rules::COUNT;

/// How the calls of a history ended.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ended {
    pub orders: usize,
    pub refused: usize,
    pub unknown: usize,
    /// Transactions that the database made give way to others, and that the service tried again. Whoever asked does
    /// not learn of them, so that the log does not either.
    pub gave_way: usize,
    /// Deadlocks that the database broke up, whoever was in them.
    pub deadlocks: usize,
}

impl Ended {
    pub fn of(entries: &[Entry], gave_way: usize, deadlocks: usize) -> Self {
        let count = |wanted: fn(&Outcome) -> bool| entries.iter().filter(|entry| wanted(&entry.outcome)).count();
        Self {
            orders: count(|outcome| matches!(outcome, Outcome::Done(Some(_)))),
            refused: count(|outcome| matches!(outcome, Outcome::Refused(_))),
            unknown: count(|outcome| matches!(outcome, Outcome::Unknown(_))),
            gave_way,
            deadlocks,
        }
    }

    /// A history in which little happens proves little.
    pub fn assert_is_lively(self) {
        assert!(self.orders >= 200 && self.refused >= 200 && self.unknown >= 50, "{self}");
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { orders, refused, unknown, gave_way, deadlocks } = self;
        write!(
            f,
            "{orders} times an order was answered, {refused} times no, {unknown} times nobody knows; {gave_way} \
             transactions gave way and were tried again; the database counted {deadlocks} deadlocks"
        )
    }
}

/// What some histories of one size came to.
#[derive(Debug)]
pub struct Report {
    size: Size,
    began: Instant,
    histories: u64,
    ended: Ended,
    broken: BTreeSet<&'static str>,
}

impl Report {
    pub fn begins(size: Size) -> Self {
        Self { size, began: Instant::now(), histories: 0, ended: Ended::default(), broken: BTreeSet::new() }
    }

    /// Adds a history, and says how far it has come.
    pub fn adds(&mut self, seed: u64, ended: Ended, broken: &[Violation]) {
        self.histories += 1;
        self.ended.orders += ended.orders;
        self.ended.refused += ended.refused;
        self.ended.unknown += ended.unknown;
        self.ended.gave_way += ended.gave_way;
        self.ended.deadlocks += ended.deadlocks;
        self.broken.extend(broken.iter().map(|violation| violation.invariant));
        let took = self.began.elapsed();
        let each = took / u32::try_from(self.histories).unwrap();
        let to_come = u32::try_from(self.size.seeds.saturating_sub(self.histories)).unwrap();
        println!(
            "seed {seed}, history {} of at most {}: {ended}; {} so far, about {} to go",
            self.histories,
            self.size.seeds,
            words(took),
            words(each * to_come)
        );
    }

    /// Writes the row; see `server/benches/src/figures.rs` for its shape.
    pub fn keeps(&self) {
        let Size { clients, operations, seeds } = self.size;
        let held = PROMISES - self.broken.len();
        keeps(
            "histories.jsonl",
            &serde_json::json!({
                "id": "I1 to I9",
                "what": format!("promises kept by histories of {clients} clients × {operations} operations × {seeds} seeds"),
                "value": { "median": held, "least": held, "most": held },
                "unit": format!("of {PROMISES}"),
                "bound": PROMISES,
                "side": "at_least",
                "detail": format!(
                    "{} operations in {} s; {}",
                    self.histories * u64::try_from(clients * operations).unwrap(),
                    self.began.elapsed().as_secs(),
                    self.ended
                ),
            }),
        );
    }
}

fn words(time: Duration) -> String {
    format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
}
