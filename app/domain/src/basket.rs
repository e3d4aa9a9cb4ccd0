//! The basket: what may be put in, how much, and why a line cannot be ordered.

use jiff::{Timestamp, civil::Date};

use crate::{
    catalogue::{availability::Availability, code::ProductCode},
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    order::Allowance,
    paths::{self, Path},
};

/// The most lines a basket holds.
pub const MAX_LINES: i64 = 100;

/// Copies on a line: 1 to 10,000, never packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(i32);

impl Quantity {
    /// The most copies on a line.
    pub const MAX: i32 = 10_000;

    /// A quantity within bounds.
    pub fn new(copies: i32) -> Option<Self> {
        (1..=Self::MAX).contains(&copies).then_some(Self(copies))
    }

    /// Copies.
    pub const fn copies(self) -> i32 {
        self.0
    }

    /// More than a line holds.
    pub fn too_large() -> Problem {
        Problem::new("too-large").arg("max", "10,000")
    }
}

impl Answer for Quantity {
    const MAX_CHARS: usize = 20;
    const PROBLEMS: &'static [&'static str] = &["malformed", "too-small", "too-large"];

    fn read(text: &str) -> Result<Self, Problem> {
        match read_whole(text)? {
            ..1 => Err(Problem::new("too-small")),
            copies => i32::try_from(copies).ok().and_then(Self::new).ok_or_else(Self::too_large),
        }
    }
}

/// A new quantity for a line; 0 removes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewQuantity {
    /// Take the line out.
    Remove,
    /// Keep this many.
    Keep(Quantity),
}

impl Answer for NewQuantity {
    const MAX_CHARS: usize = 20;
    const PROBLEMS: &'static [&'static str] = Quantity::PROBLEMS;

    fn read(text: &str) -> Result<Self, Problem> {
        if read_whole(text) == Ok(0) { Ok(Self::Remove) } else { Quantity::read(text).map(Self::Keep) }
    }
}

/// A whole number as people type it: "1,000" and "1 000" are a thousand.
fn read_whole(text: &str) -> Result<i64, Problem> {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(MALFORMED);
    }
    // More digits than fit is simply too large.
    Ok(plain.parse().unwrap_or(if plain.starts_with('-') { i64::MIN } else { i64::MAX }))
}

/// Quantity to put into the basket.
pub const QUANTITY: Field<Quantity> = Field::new("quantity").kind(Kind::Number).width(5);
/// New quantity of a line.
pub const LINE_QUANTITY: Field<NewQuantity> = Field::new("line_quantity").kind(Kind::Number).width(5);
/// Which edition.
pub const EDITION: Field<ProductCode> = Field::new("edition").kind(Kind::Hidden);
/// The page on which the form stands.
pub const PAGE: Field<Path> = Field::new("page").kind(Kind::Hidden);

impl Answer for ProductCode {
    const MAX_CHARS: usize = 100;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or(MALFORMED)
    }
}

/// Puts copies of an edition into the basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddToBasket {
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies more.
    pub quantity: Quantity,
}

impl Form for AddToBasket {
    const NAME: &'static str = "add-to-basket";
    const FIELDS: &'static [Declared] = &[EDITION.declared(), QUANTITY.declared(), PAGE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let edition = read.required(&EDITION);
        let quantity = read.required(&QUANTITY);
        read.finish(|| Some(Self { edition: edition?, quantity: quantity? }))
    }

    fn page(answers: &Answers) -> Path {
        Path::read(answers.first(PAGE.name())).unwrap_or_else(|_| paths::basket())
    }
}

/// Changes the quantity of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies in all.
    pub quantity: NewQuantity,
}

impl Form for ChangeLine {
    const NAME: &'static str = "change-line";
    const FIELDS: &'static [Declared] = &[EDITION.declared(), LINE_QUANTITY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let edition = read.required(&EDITION);
        let quantity = read.required(&LINE_QUANTITY);
        read.finish(|| Some(Self { edition: edition?, quantity: quantity? }))
    }

    fn page(_: &Answers) -> Path {
        paths::basket()
    }
}

/// Puts the live version of a line in the place of an old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapLine {
    /// The old edition.
    pub edition: ProductCode,
}

impl Form for SwapLine {
    const NAME: &'static str = "swap-line";
    const FIELDS: &'static [Declared] = &[EDITION.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let edition = read.required(&EDITION);
        read.finish(|| Some(Self { edition: edition? }))
    }

    fn page(_: &Answers) -> Path {
        paths::basket()
    }
}

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

/// Why a line cannot be ordered as it stands, each with its repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// Not in the catalogue any more: remove it.
    NotLive,
    /// A newer version took its place: swap it.
    Superseded,
    /// There are only files: go to them.
    DownloadOnly,
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::order::{Counted, GUEST_DEFAULT, LimitRule};

    fn rule(quantity: i64) -> LimitRule {
        LimitRule { quantity, ..GUEST_DEFAULT }
    }

    fn line(quantity: i32) -> LineFacts {
        LineFacts {
            quantity,
            availability: Availability::InStock,
            available: 500,
            runs_to_zero: false,
            unit_of_issue: 5,
            maximum: Some(100),
            has_successor: false,
            allowance: crate::order::allowance(rule(50), Counted { copies: 20, oldest: None }, 0),
        }
    }

    #[test]
    fn each_rule_has_its_problem_and_its_repair() {
        assert_eq!(LineProblem::of(&line(30)), []);
        assert_eq!(LineProblem::of(&line(7)), [LineProblem::NotMultiple { pack: 5, below: Some(5), above: 10 }]);
        assert_eq!(LineProblem::of(&line(35)), [LineProblem::OverLimit { remaining: 30, limit: 50, resets_at: None }]);
        let small = LineFacts { runs_to_zero: true, available: 13, ..line(15) };
        assert_eq!(LineProblem::of(&small), [LineProblem::NotEnoughStock { left: 10 }]);
        let forbidden = LineFacts { allowance: crate::order::allowance(rule(0), Counted::default(), 0), ..line(5) };
        assert_eq!(LineProblem::of(&forbidden), [LineProblem::LimitBelowPack { limit: 0, pack: 5 }]);
        let gone = LineFacts { availability: Availability::NotLive, ..line(7) };
        assert_eq!(LineProblem::of(&gone), [LineProblem::NotLive]);
        assert_eq!(LineProblem::of(&LineFacts { has_successor: true, ..gone }), [LineProblem::Superseded]);
        let granted = crate::order::allowance(rule(0), Counted::default(), 10);
        assert_eq!(LineProblem::of(&LineFacts { allowance: granted, ..line(10) }), [], "a grant goes beyond the rule");
    }

    #[test]
    fn quantities_are_read_as_people_type_them() {
        let read = |text: &str| Quantity::read(text).map(Quantity::copies).map_err(|problem| problem.key.to_string());
        assert_eq!(read("1,000"), Ok(1_000));
        assert_eq!(read("0"), Err("too-small".into()));
        assert_eq!(read("-5"), Err("too-small".into()));
        assert_eq!(read("10001"), Err("too-large".into()));
        assert_eq!(read("99999999999999999999"), Err("too-large".into()));
        for bad in ["five", "1.5", "1e3", "--1", "٣", "-"] {
            assert_eq!(read(bad), Err("malformed".into()), "{bad}");
        }
        assert_eq!(NewQuantity::read("0"), Ok(NewQuantity::Remove));
    }

    proptest! {
        #[test]
        fn a_repaired_line_has_no_problem(quantity in 1..2_000, available in 0..2_000_i64, pack in 1..60, limit in 0..600_i64, counted in 0..600_i64, maximum in proptest::option::of(1..900)) {
            let allowance = crate::order::allowance(rule(limit), Counted { copies: counted, oldest: None }, 0);
            let facts = LineFacts { quantity, available, runs_to_zero: true, unit_of_issue: pack, allowance, maximum, ..line(1) };
            let has_packs = [available, allowance.remaining, maximum.map_or(i64::MAX, i64::from)].iter().all(|most| *most >= pack.into());
            match facts.repaired() {
                Some(copies) => prop_assert_eq!(LineProblem::of(&LineFacts { quantity: copies, ..facts }), []),
                None => prop_assert!(LineProblem::of(&facts).is_empty() || !has_packs),
            }
        }
    }
}
