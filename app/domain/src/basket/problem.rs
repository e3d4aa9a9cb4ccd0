//! Why a line cannot be ordered as it stands, and the words for it.

use jiff::{Timestamp, civil::Date};

use super::LineFacts;
use crate::{catalogue::availability::Availability, form::Problem};

/// Why a line cannot be ordered as it stands, each with its repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// Not in the catalogue any more: remove it.
    NotLive,
    /// A newer version took its place: swap it.
    Superseded,
    /// There are only files: go to them.
    DownloadOnly,
    /// Only some people may have it: remove it.
    Restricted,
    /// Orders open later.
    OpensLater(Date),
    /// Orders have closed.
    Closed(Date),
    /// The last copy is promised: tell me when it is back.
    OutOfStock,
    /// It comes in packs: the nearest quantities below and above.
    NotMultiple {
        /// Copies in one pack.
        pack: i32,
        /// The nearest multiple below, if any.
        below: Option<i32>,
        /// The nearest multiple above.
        above: i32,
    },
    /// More than one line may hold.
    OverMaximum {
        /// The most.
        maximum: i32,
    },
    /// More than the limit leaves.
    OverLimit {
        /// What may still be ordered, in whole packs.
        remaining: i64,
        /// The limit.
        limit: i64,
        /// When more may be ordered.
        resets_at: Option<Timestamp>,
    },
    /// The limit is smaller than one pack: ask for more.
    LimitBelowPack {
        /// The limit.
        limit: i64,
        /// Copies in one pack.
        pack: i32,
    },
    /// Fewer are left than asked for: use what is left.
    NotEnoughStock {
        /// Copies left, in whole packs.
        left: i64,
    },
}

impl LineProblem {
    /// All that is wrong with a line; most lines have at most one problem.
    pub fn of(line: &LineFacts) -> Vec<Self> {
        let cannot = match line.availability {
            Availability::NotLive if line.has_successor => Some(Self::Superseded),
            Availability::NotLive => Some(Self::NotLive),
            Availability::DownloadOnly => Some(Self::DownloadOnly),
            Availability::Restricted => Some(Self::Restricted),
            Availability::OpensLater(date) => Some(Self::OpensLater(date)),
            Availability::Closed(date) => Some(Self::Closed(date)),
            Availability::OutOfStock => Some(Self::OutOfStock),
            _ => None,
        };
        if let Some(problem) = cannot {
            return vec![problem];
        }
        [Self::pack(line), Self::maximum(line), Self::limit(line), Self::stock(line)].into_iter().flatten().collect()
    }

    fn pack(line: &LineFacts) -> Option<Self> {
        let pack = line.unit_of_issue;
        let whole = line.quantity / pack * pack;
        (whole != line.quantity).then(|| Self::NotMultiple {
            pack,
            below: (whole > 0).then_some(whole),
            above: whole.saturating_add(pack),
        })
    }

    fn maximum(line: &LineFacts) -> Option<Self> {
        line.maximum.filter(|maximum| line.quantity > *maximum).map(|maximum| Self::OverMaximum { maximum })
    }

    fn limit(line: &LineFacts) -> Option<Self> {
        let allowance = &line.allowance;
        let most = allowance.limit + allowance.granted;
        if most < i64::from(line.unit_of_issue) && most < i64::from(line.quantity) {
            return Some(Self::LimitBelowPack { limit: allowance.limit, pack: line.unit_of_issue });
        }
        line.is_over_limit().then(|| Self::OverLimit {
            remaining: allowance.orderable(line.unit_of_issue),
            limit: allowance.limit,
            resets_at: allowance.resets_at,
        })
    }

    fn stock(line: &LineFacts) -> Option<Self> {
        let pack = i64::from(line.unit_of_issue);
        (line.runs_to_zero && i64::from(line.quantity) > line.available)
            .then(|| Self::NotEnoughStock { left: line.available.max(0) / pack * pack })
    }

    /// The problem as an error at the line's question.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotLive => Problem::new("any-line-not-live"),
            Self::Superseded => Problem::new("any-line-superseded"),
            Self::DownloadOnly => Problem::new("any-line-download-only"),
            Self::Restricted => Problem::new("any-line-restricted"),
            Self::OpensLater(date) => Problem::new("any-line-opens-later").arg("date", date),
            Self::Closed(date) => Problem::new("any-line-closed").arg("date", date),
            Self::OutOfStock | Self::NotEnoughStock { left: 0 } => Problem::new("any-line-out-of-stock"),
            Self::NotMultiple { pack, below: Some(below), above } => {
                Problem::new("any-line-not-multiple").arg("pack", pack).arg("below", below).arg("above", above)
            }
            Self::NotMultiple { pack, below: None, above } => {
                Problem::new("any-line-not-one-pack").arg("pack", pack).arg("above", above)
            }
            Self::OverMaximum { maximum } => Problem::new("any-line-over-maximum").arg("max", maximum),
            Self::OverLimit { remaining, resets_at, limit } => {
                let key = match (resets_at, remaining) {
                    (Some(_), 0) => "any-line-limit-used",
                    (Some(_), _) => "any-line-over-limit-until",
                    (None, _) => "any-line-over-limit",
                };
                let problem = Problem::new(key).arg("remaining", remaining).arg("limit", limit);
                match resets_at {
                    Some(at) => problem.arg("when", at),
                    None => problem,
                }
            }
            Self::LimitBelowPack { limit, pack } => {
                Problem::new("any-line-limit-below-pack").arg("limit", limit).arg("pack", pack)
            }
            Self::NotEnoughStock { left } => Problem::new("any-line-not-enough-stock").arg("left", left),
        }
    }
}

/// Ids of all words that line problems may need.
pub const LINE_PROBLEM_WORDS: &[&str] = &[
    "any-line-not-live",
    "any-line-superseded",
    "any-line-download-only",
    "any-line-restricted",
    "any-line-opens-later",
    "any-line-closed",
    "any-line-out-of-stock",
    "any-line-not-multiple",
    "any-line-not-one-pack",
    "any-line-over-maximum",
    "any-line-over-limit",
    "any-line-over-limit-until",
    "any-line-limit-used",
    "any-line-limit-below-pack",
    "any-line-not-enough-stock",
    "any-basket-full",
];
