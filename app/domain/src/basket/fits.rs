//! How much of what is put into a basket at once the rules allow.

use super::{LineFacts, LineProblem, Quantity};
use crate::form::Problem;

/// What becomes of copies that are put into a basket, beside those which lie in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fits {
    /// All of them go in.
    All,
    /// Some do.
    Part {
        /// So many.
        copies: i32,
        /// Why not as many as were wanted.
        because: Vec<Problem>,
    },
    /// None does, and why.
    Nothing(Vec<Problem>),
}

impl Fits {
    /// What becomes of so many wanted copies, where so many are held. The line is of both together, as far as a line
    /// can be of so many.
    pub fn of(line: &LineFacts, (held, wanted): (i32, i32)) -> Self {
        let mut because: Vec<Problem> =
            LineProblem::of(line).iter().map(|problem| problem.problem_of_refill(held)).collect();
        let total = if because.is_empty() { Some(line.quantity) } else { line.repaired() };
        if line.quantity < held.saturating_add(wanted) {
            because.push(Quantity::too_large());
        }
        match total.filter(|total| *total > held) {
            Some(_) if because.is_empty() => Self::All,
            Some(total) => Self::Part { copies: total - held, because },
            None => Self::Nothing(because),
        }
    }

    /// How many copies go in of those that are wanted.
    pub const fn copies(&self, wanted: i32) -> i32 {
        match self {
            Self::All => wanted,
            Self::Part { copies, .. } => *copies,
            Self::Nothing(_) => 0,
        }
    }
}

impl LineProblem {
    /// The problem of copies that are to be put into a basket: what cannot be had at all lies in none that it could be
    /// taken out of.
    fn problem_of_refill(&self, held: i32) -> Problem {
        match self {
            Self::NotLive | Self::Superseded => Problem::new("any-refill-not-live"),
            Self::Restricted => Problem::new("any-refill-restricted"),
            Self::OpensLater(date) => Problem::new("any-refill-opens-later").arg("date", date),
            Self::Closed(date) => Problem::new("any-refill-closed").arg("date", date),
            Self::OutOfStock | Self::NotEnoughStock { left: 0 } => Problem::new("any-refill-out-of-stock"),
            _ => self.problem_of_adding(held),
        }
    }
}

/// Ids of words that only what is put into a basket at once needs.
pub const REFILL_PROBLEM_WORDS: &[&str] = &[
    "any-refill-not-live",
    "any-refill-restricted",
    "any-refill-opens-later",
    "any-refill-closed",
    "any-refill-out-of-stock",
];

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::{
        catalogue::availability::Availability,
        order::{Counted, GUEST_DEFAULT, LimitRule, allowance},
    };

    fn line(quantity: i32, limit: i64) -> LineFacts {
        let rule = LimitRule { quantity: limit, ..GUEST_DEFAULT };
        LineFacts {
            quantity,
            availability: Availability::InStock,
            has_successor: false,
            available: 1_000,
            runs_to_zero: false,
            unit_of_issue: 1,
            maximum: None,
            allowance: allowance(rule, Counted::default(), 0, Timestamp::UNIX_EPOCH),
        }
    }

    #[test]
    fn what_is_wanted_is_cut_to_what_is_allowed_beside_what_is_held() {
        assert_eq!(Fits::of(&line(5, 5), (2, 3)), Fits::All);
        let cut = Fits::of(&line(9, 5), (2, 7));
        assert_eq!(cut.copies(7), 3, "{cut:?}");
        assert!(matches!(&cut, Fits::Part { because, .. } if because[0].key == "any-line-over-limit-held"), "{cut:?}");
        assert_eq!(Fits::of(&line(9, 5), (5, 4)).copies(4), 0, "nothing is left of the limit");
        let gone = LineFacts { availability: Availability::NotLive, ..line(3, 5) };
        assert_eq!(Fits::of(&gone, (0, 3)), Fits::Nothing(vec![Problem::new("any-refill-not-live")]));
    }

    #[test]
    fn more_than_a_line_holds_is_said() {
        let full = line(Quantity::MAX, 20_000);
        assert_eq!(
            Fits::of(&full, (4_000, 9_000)),
            Fits::Part { copies: 6_000, because: vec![Quantity::too_large()] },
            "as many as a line is of"
        );
        assert_eq!(Fits::of(&full, (Quantity::MAX, 1)), Fits::Nothing(vec![Quantity::too_large()]));
    }
}
