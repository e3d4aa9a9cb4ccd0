//! What everybody will do, drawn from a seed before anything happens.

use std::time::Duration;

use rand::{Rng, SeedableRng, rngs::StdRng};

/// What there is to order: few products that many want. Stock, pack, whether it runs to zero, limit.
pub const SHELF: [(i32, i32, bool, i32); 6] =
    [(6, 1, true, 4), (40, 5, true, 15), (5, 1, false, 4), (8, 2, false, 8), (2, 1, true, 3), (10_000, 1, false, 6)];
/// E-mail addresses, so few that their limits are contended.
pub const EMAILS: usize = 6;
/// Houses, the same; each is written in two ways.
pub const HOUSES: usize = 5;

/// What somebody does. What has nothing to work on yet becomes the step before it: without a check page one goes
/// there, without an order one fills the basket.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Add,
    Change,
    Remove,
    GoToCheck,
    Place,
    /// Presses the button twice at once.
    PlaceTwice,
    /// Sends an old check page once more.
    PlaceLate,
    Cancel,
    Amend,
    /// Adds something to an order.
    AddLine,
    TakeOut,
    Redirect,
    Receive,
    Miss,
    Limit,
    TimePasses,
}

/// Of a thousand steps.
const WEIGHTS: [(Kind, u32); 16] = [
    (Kind::Add, 240),
    (Kind::Change, 80),
    (Kind::Remove, 30),
    (Kind::GoToCheck, 110),
    (Kind::Place, 150),
    (Kind::PlaceTwice, 50),
    (Kind::PlaceLate, 70),
    (Kind::Cancel, 65),
    (Kind::Amend, 75),
    (Kind::AddLine, 30),
    (Kind::TakeOut, 15),
    (Kind::Redirect, 25),
    (Kind::Receive, 20),
    (Kind::Miss, 10),
    (Kind::Limit, 25),
    (Kind::TimePasses, 5),
];

/// How somebody leaves before the answer.
#[derive(Clone, Copy, Debug)]
pub enum Leaves {
    /// Their browser goes away: the service ends what it began.
    Browser(Duration),
    /// The service itself stops in the middle.
    Service(Duration),
}

/// One step, with everything it may need: how much chance is used never depends on an answer.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub kind: Kind,
    pub product: usize,
    pub packs: i32,
    /// Copies that do not fill a pack.
    pub loose: i32,
    pub email: usize,
    pub house: usize,
    /// Chooses among what is there.
    pub pick: usize,
    pub leaves: Option<Leaves>,
}

impl Step {
    fn draw(chance: &mut StdRng) -> Self {
        let left = Duration::from_micros(chance.random_range(0..40_000));
        let how = chance.random_range(0..100);
        Self {
            kind: kind(chance.random_range(0..1_000)),
            product: chance.random_range(0..SHELF.len()),
            packs: chance.random_range(1..=3),
            loose: i32::from(chance.random_bool(0.05)),
            email: chance.random_range(0..EMAILS),
            house: chance.random_range(0..2 * HOUSES),
            pick: chance.random_range(0..1_000),
            leaves: match how {
                0..4 => Some(Leaves::Browser(left)),
                4..8 => Some(Leaves::Service(left)),
                _ => None,
            },
        }
    }
}

fn kind(mut at: u32) -> Kind {
    for (kind, weight) in WEIGHTS {
        if at < weight {
            return kind;
        }
        at -= weight;
    }
    Kind::Add
}

/// The steps of one client.
pub fn plan(seed: u64, client: usize, operations: usize) -> Vec<Step> {
    let client = u64::try_from(client).expect("few clients");
    let mut chance = StdRng::seed_from_u64(seed.wrapping_mul(1_000_003).wrapping_add(client));
    (0..operations).map(|_| Step::draw(&mut chance)).collect()
}

#[test]
fn one_seed_draws_one_plan() {
    let drawn = |seed| format!("{:?}", plan(seed, 3, 200));
    assert_eq!(drawn(1), drawn(1));
    assert_ne!(drawn(1), drawn(2));
    assert_eq!(WEIGHTS.iter().map(|(_, weight)| weight).sum::<u32>(), 1_000);
}
