//! Registering: a page answered, a registration sent, a draft come back to. In a registry where nobody registered
//! yet and in one in use, in turn.

mod people;

pub use people::{Person, prepared, walk};

use self::people::Act;
use crate::{
    CONNECTIONS, Options, data,
    figures::{Figure, Side, Spread},
    programs,
    sides::{Comparison, Pair},
};

/// Requests of a round.
const REQUESTS: usize = 200;
/// People of a side in a round: those who answer and send, and those who come back.
const PEOPLE: usize = 2 * REQUESTS;
/// What is measured, and how it is called.
const ACTS: [(Act, &str); 3] = [
    (Act::Send, "send a registration"),
    (Act::Answer, "answer a page of a registration"),
    (Act::Resume, "come back to a registration with a code"),
];
/// How many times the baseline's CPU each may take.
const BOUND: f64 = 2.0;
/// How many times the CPU in an empty registry each may take in one in use.
const GROWTH: f64 = 1.2;

/// A registry with both programs over it.
struct Registry {
    pair: Pair,
    registrations: usize,
    people: std::vec::IntoIter<Person>,
    /// One for each of [`ACTS`].
    compared: [Comparison; 3],
}

impl Registry {
    async fn open(options: &Options, postmaster: u32, url: &str, registrations: usize) -> anyhow::Result<Self> {
        let people = people::prepared(url, 1, 2 * PEOPLE * (options.rounds + 1)).await?.into_iter();
        let pair = Pair { app: programs::app(options, url)?, baseline: programs::baseline(options, url)?, postmaster };
        Ok(Self { pair, registrations, people, compared: <[Comparison; 3]>::default() })
    }

    /// Each side once, at everything.
    async fn round(&mut self, is_measured: bool) -> anyhow::Result<()> {
        for is_app in [true, false] {
            let server = if is_app { &self.pair.app } else { &self.pair.baseline };
            let (senders, others): (Vec<Person>, Vec<Person>) =
                (self.people.by_ref().take(REQUESTS).collect(), self.people.by_ref().take(REQUESTS).collect());
            // Who sends answered a page before.
            for (at, act, people) in [(1, Act::Answer, &senders), (0, Act::Send, &senders), (2, Act::Resume, &others)] {
                let ask = |person: &Person| {
                    if is_app { person.at_app(act, &server.address) } else { person.at_baseline(act) }
                };
                let asks = people.iter().map(ask).collect::<anyhow::Result<Vec<_>>>()?;
                let round = self.pair.round(server, &asks, CONNECTIONS).await?;
                let compared = &mut self.compared[at];
                if is_measured {
                    (if is_app { &mut compared.app } else { &mut compared.baseline }).push(round);
                }
            }
        }
        Ok(())
    }

    fn words(&self) -> String {
        match self.registrations {
            0 => "an empty registry".to_owned(),
            many => format!("{many} registrations"),
        }
    }
}

/// Registering in an empty registry and in one in use, each beside the baseline, and how much more the second takes.
pub async fn registering(options: &Options, postmaster: u32, in_use: &str) -> anyhow::Result<Vec<Figure>> {
    eprintln!("loading {} registrations", options.registrations);
    data::registrations(in_use, options.registrations).await?;
    let empty = data::empty(&options.postgres, "bench_empty_registry").await?;
    let mut empty = Registry::open(options, postmaster, &empty, 0).await?;
    let mut in_use = Registry::open(options, postmaster, in_use, options.registrations).await?;
    for round in 0..=options.rounds {
        empty.round(round > 0).await?;
        in_use.round(round > 0).await?;
    }
    let mut figures = Vec::new();
    for (at, (_, what)) in ACTS.iter().enumerate() {
        figures.extend([&in_use, &empty].map(|registry| beside(registry, at, what)));
        figures.push(growth(&empty, &in_use, at, what));
    }
    Ok(figures)
}

/// One thing that people do, beside the baseline.
fn beside(registry: &Registry, at: usize, what: &str) -> Figure {
    let compared = &registry.compared[at];
    Figure {
        id: "P-4",
        what: format!("{what}, {}", registry.words()),
        value: compared.ratio(),
        unit: "× baseline",
        bound: BOUND,
        side: Side::AtMost,
        detail: compared.words(),
    }
}

/// How much more of the app's CPU it takes in a registry in use, round by round.
fn growth(empty: &Registry, in_use: &Registry, at: usize, what: &str) -> Figure {
    let [least, most] = [empty, in_use].map(|registry| &registry.compared[at]);
    let growth = most.app.iter().zip(&least.app).map(|(most, least)| most.cpu / least.cpu);
    let (cpu_least, cpu_most) = (least.cpu(), most.cpu());
    let [wait_least, wait_most] = [least, most].map(|compared| compared.waits(0.5).0.median);
    Figure {
        id: "P-7",
        what: format!("{what}, growth from {} to {}", empty.words(), in_use.words()),
        value: Spread::of(growth),
        unit: "×",
        bound: GROWTH,
        side: Side::AtMost,
        detail: format!(
            "app {:.2} to {:.2} CPU-ms, p50 {wait_least:.2} to {wait_most:.2} ms; baseline {:.2} to {:.2} CPU-ms",
            cpu_least.app, cpu_most.app, cpu_least.baseline, cpu_most.baseline
        ),
    }
}
