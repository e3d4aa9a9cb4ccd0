//! Why a line cannot be ordered as it stands, and the words for it.

use jiff::{Timestamp, civil::Date};

use super::LineFacts;
use crate::{catalogue::availability::Availability, form::Problem, order::Window};

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
        /// The time over which copies are counted.
        window: Window,
        /// When more may be ordered; nothing where the copies that leave the window then give none back.
        resets_at: Option<Timestamp>,
    },
    /// A rule forbids it: ask for more.
    Forbidden,
    /// The limit is smaller than one pack: ask for more.
    LimitBelowPack {
        /// The limit, with what is granted beyond it.
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
        if most == 0 {
            return Some(Self::Forbidden);
        }
        if most < i64::from(line.unit_of_issue) && most < i64::from(line.quantity) {
            return Some(Self::LimitBelowPack { limit: most, pack: line.unit_of_issue });
        }
        line.is_over_limit().then(|| Self::OverLimit {
            remaining: allowance.orderable(line.unit_of_issue),
            limit: allowance.limit,
            window: allowance.window,
            resets_at: allowance.resets_at.filter(|_| allowance.returning > 0),
        })
    }

    fn stock(line: &LineFacts) -> Option<Self> {
        let pack = i64::from(line.unit_of_issue);
        (line.runs_to_zero && i64::from(line.quantity) > line.available)
            .then(|| Self::NotEnoughStock { left: line.available.max(0) / pack * pack })
    }

    /// Whether a problem is that a limit is too small: granted copies would repair it.
    pub fn is_of_limit(problem: &Problem) -> bool {
        LIMIT_PROBLEM_WORDS.contains(&&*problem.key)
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
            Self::OverLimit { remaining, limit, window, resets_at } => {
                over_limit(*remaining, *limit, *window, *resets_at)
            }
            Self::Forbidden => Problem::new("any-line-forbidden"),
            Self::LimitBelowPack { limit, pack } => {
                Problem::new("any-line-limit-below-pack").arg("limit", limit).arg("pack", pack)
            }
            Self::NotEnoughStock { left } => Problem::new("any-line-not-enough-stock").arg("left", left),
        }
    }

    /// The same at a line of an order: there is no basket to remove it from, nothing is swapped, and what the limit
    /// leaves is of the whole line.
    pub fn problem_of_order(&self) -> Problem {
        match self {
            Self::NotLive
            | Self::Superseded
            | Self::DownloadOnly
            | Self::Restricted
            | Self::OpensLater(_)
            | Self::Closed(_)
            | Self::OutOfStock
            | Self::NotEnoughStock { left: 0 } => Problem::new("any-order-no-more"),
            Self::OverLimit { remaining, resets_at, .. } if *remaining > 0 => {
                let key = if resets_at.is_some() { "any-order-over-limit-until" } else { "any-order-over-limit" };
                until(Problem::new(key).arg("remaining", remaining), *resets_at)
            }
            _ => self.problem(),
        }
    }

    /// The same for copies that were to be added to those which lie in the basket already: what may be added, and
    /// not what the whole line may hold.
    pub fn problem_of_adding(&self, held: i32) -> Problem {
        if held == 0 {
            return self.problem();
        }
        let beside = |key: &'static str| Problem::new(key).arg("held", held);
        match self {
            Self::NotMultiple { pack, below, above } if held % pack == 0 => {
                let below = below.map(|below| below - held).filter(|below| *below > 0);
                Self::NotMultiple { pack: *pack, below, above: above - held }.problem()
            }
            Self::OverMaximum { maximum } => beside("any-line-over-maximum-held").arg("max", maximum),
            Self::OverLimit { remaining, .. } if *remaining > 0 => {
                beside("any-line-over-limit-held").arg("more", (remaining - i64::from(held)).max(0))
            }
            Self::NotEnoughStock { left } if *left > 0 => beside("any-line-not-enough-stock-held").arg("left", left),
            _ => self.problem(),
        }
    }
}

/// What of a limit is left, and when there is more; or that all of it is used.
fn over_limit(remaining: i64, limit: i64, window: Window, resets_at: Option<Timestamp>) -> Problem {
    let key = match (remaining, resets_at, window) {
        (0, Some(_), _) => "any-line-limit-used",
        (0, None, Window::Lifetime) => "any-line-limit-used-up",
        (0, None, _) => "any-line-limit-used-now",
        (_, Some(_), _) => "any-line-over-limit-until",
        (_, None, _) => "any-line-over-limit",
    };
    until(Problem::new(key).arg("remaining", remaining).arg("limit", limit), resets_at)
}

/// The same with when there is more, where that is known.
fn until(problem: Problem, resets_at: Option<Timestamp>) -> Problem {
    match resets_at {
        Some(at) => problem.arg("when", at),
        None => problem,
    }
}

/// Ids of the words that say of a limit that it is too small.
pub const LIMIT_PROBLEM_WORDS: &[&str] = &[
    "any-line-over-limit",
    "any-line-over-limit-until",
    "any-line-over-limit-held",
    "any-line-limit-used",
    "any-line-limit-used-now",
    "any-line-limit-used-up",
    "any-line-forbidden",
    "any-line-limit-below-pack",
    "any-order-over-limit",
    "any-order-over-limit-until",
];

/// Ids of all other words that line problems may need.
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
    "any-line-over-maximum-held",
    "any-line-not-enough-stock",
    "any-line-not-enough-stock-held",
    "any-basket-full",
    "any-order-no-more",
];
