//! What the rules look at on one line, and what they leave of it.

use super::LineProblem;
use crate::{catalogue::availability::Availability, order::Allowance};

/// What the rules look at on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFacts {
    /// Copies asked for.
    pub quantity: i32,
    /// Whether the edition can be ordered at all.
    pub availability: Availability,
    /// Whether a newer version took the edition's place.
    pub has_successor: bool,
    /// Copies there are.
    pub available: i64,
    /// Whether orders stop at the last copy.
    pub runs_to_zero: bool,
    /// Copies in one pack.
    pub unit_of_issue: i32,
    /// The most copies on one line.
    pub maximum: Option<i32>,
    /// What its orderer may still have.
    pub allowance: Allowance,
}

/// The packs that so many copies are, where something comes in packs and they are whole ones.
pub const fn whole_packs(copies: i32, pack: i32) -> Option<i32> {
    if pack > 1 && copies % pack == 0 { Some(copies / pack) } else { None }
}

impl LineFacts {
    /// Copies that can be promised now: what is there, as far as the orderer's limit goes.
    pub fn promised(&self) -> i32 {
        let copies = i64::from(self.quantity).min(self.available).min(self.allowance.orderable(self.unit_of_issue));
        i32::try_from(copies.max(0)).unwrap_or_default()
    }

    /// Whether it is of more than its orderer may still have.
    pub fn is_over_limit(&self) -> bool {
        i64::from(self.quantity) > self.allowance.remaining
    }

    /// The quantity nearest to what was asked for that the rules allow, where there is one: whole packs, as many
    /// as stock, limit and maximum leave.
    pub fn repaired(&self) -> Option<i32> {
        let pack = i64::from(self.unit_of_issue.max(1));
        let stock = self.runs_to_zero.then_some(self.available);
        let bounds = [stock, self.maximum.map(i64::from), Some(self.allowance.remaining)];
        let most = bounds.into_iter().flatten().fold(i64::MAX, i64::min) / pack * pack;
        let wanted = (i64::from(self.quantity) + pack - 1) / pack * pack;
        let quantity = i32::try_from(wanted.min(most)).ok().filter(|copies| *copies > 0 && *copies != self.quantity)?;
        LineProblem::of(&Self { quantity, ..self.clone() }).is_empty().then_some(quantity)
    }

    /// Copies that only a grant allows.
    pub fn beyond_limit(&self) -> i32 {
        i32::try_from(self.allowance.beyond_rule(self.quantity.into())).unwrap_or_default()
    }
}
