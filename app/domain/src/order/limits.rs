//! How much may still be ordered: one engine for page, basket, checkout and placement.

use jiff::Timestamp;

choice! {
    /// For whom a limit rule is written. The first level that has a rule wins.
    LimitLevel {
        /// One account.
        Account = "account",
        /// An establishment.
        Establishment = "establishment",
        /// An organisation.
        Organisation = "organisation",
        /// An audience.
        Audience = "audience",
        /// Everyone.
        Everyone = "everyone",
        /// The default table; there is always a row.
        Default = "default",
    }
}

/// The rule that holds for an orderer and an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitRule {
    /// Where it comes from.
    pub level: LimitLevel,
    /// Copies.
    pub quantity: i64,
    /// The time over which copies are counted.
    pub window: Window,
}

/// The time over which copies are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The last so many hours.
    Rolling {
        /// 1 to 8,784.
        hours: i32,
    },
    /// Each order by itself.
    PerOrder,
    /// All orders ever.
    Lifetime,
}

impl Window {
    /// Orders placed after this moment count; nothing when none do.
    pub fn begins(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Rolling { hours } => Some(now - jiff::SignedDuration::from_hours(hours.into())),
            Self::PerOrder => None,
            Self::Lifetime => Some(Timestamp::MIN),
        }
    }

    /// When copies ordered at this moment stop counting.
    pub fn leaves(self, ordered_at: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Rolling { hours } => Some(ordered_at + jiff::SignedDuration::from_hours(hours.into())),
            Self::PerOrder | Self::Lifetime => None,
        }
    }
}

/// The default table's row for guests.
pub const GUEST_DEFAULT: LimitRule =
    LimitRule { level: LimitLevel::Default, quantity: 5, window: Window::Rolling { hours: 24 } };

/// The default table: copies of one edition in 24 hours, by the code of the orderer's organisation.
pub fn default_rule(organisation: Option<&str>) -> LimitRule {
    let quantity = match organisation {
        Some("NH" | "LG" | "SC") => 500,
        Some("VS" | "SH" | "GV" | "ED") => 100,
        _ => GUEST_DEFAULT.quantity,
    };
    LimitRule { quantity, ..GUEST_DEFAULT }
}

/// What an orderer had of an edition and the other versions of its slot within the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Copies ordered and not cancelled.
    pub copies: i64,
    /// When the oldest of them were ordered.
    pub oldest: Option<Timestamp>,
    /// Copies ordered at that moment: they leave the window together.
    pub leaving: i64,
}

impl Counted {
    /// The larger of two counts: a guest is counted by e-mail and by address. Of two equal ones, the one that
    /// holds longer; and only those copies leave that the other count lets go as well.
    #[must_use]
    pub fn larger(self, other: Self) -> Self {
        let (held, beside) =
            if (other.copies, other.oldest) > (self.copies, self.oldest) { (other, self) } else { (self, other) };
        let then = (held.copies - held.leaving).max(beside.left_at(held.oldest));
        Self { leaving: (held.copies - then).max(0), ..held }
    }

    /// Copies that count still, or may count still, once those of a moment have left.
    fn left_at(self, moment: Option<Timestamp>) -> i64 {
        if self.oldest <= moment { self.copies - self.leaving } else { self.copies }
    }
}

/// Who orders, as limits see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orderer {
    /// Confirmed e-mail address, normalised.
    pub email: Option<String>,
    /// Key of the delivery address.
    pub address: Option<String>,
    /// The levels at which rules may be written for them, the nearest first, each with its subject.
    pub levels: Vec<(LimitLevel, String)>,
    /// Code of their organisation.
    pub organisation: Option<String>,
}

impl Orderer {
    /// Somebody without an account: whatever they say of themselves raises no limit.
    pub fn guest(email: Option<String>, address: Option<String>) -> Self {
        Self { email, address, levels: vec![(LimitLevel::Everyone, String::new())], organisation: None }
    }
}

/// How much may still be ordered, with the figures behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The level of the rule that holds.
    pub level: LimitLevel,
    /// The time over which copies are counted.
    pub window: Window,
    /// Copies the rule allows.
    pub limit: i64,
    /// Copies already had.
    pub counted: i64,
    /// Copies allowed beyond the rule, by requests that were approved.
    pub granted: i64,
    /// Copies left, granted ones included.
    pub remaining: i64,
    /// When the oldest counted copy leaves the window.
    pub resets_at: Option<Timestamp>,
    /// Copies that come back then; none where a rule allows fewer than are counted even so.
    pub returning: i64,
}

impl Allowance {
    /// Copies left, in whole packs.
    pub fn orderable(&self, unit_of_issue: i32) -> i64 {
        let pack = i64::from(unit_of_issue.max(1));
        self.remaining / pack * pack
    }

    /// Of so many copies, those that need a grant: the ordinary allowance is used first.
    pub fn beyond_rule(&self, copies: i64) -> i64 {
        (copies - (self.limit - self.counted).max(0)).clamp(0, self.granted)
    }
}

/// The one limit engine: page, basket, checkout and placement ask it and nothing else.
pub fn allowance(rule: LimitRule, counted: Counted, granted: i64) -> Allowance {
    let left_of = |copies: i64| (rule.quantity - copies).max(0);
    let resets_at = counted.oldest.and_then(|at| rule.window.leaves(at));
    Allowance {
        level: rule.level,
        window: rule.window,
        limit: rule.quantity,
        counted: counted.copies,
        granted,
        remaining: left_of(counted.copies) + granted,
        resets_at,
        returning: resets_at.map_or(0, |_| left_of(counted.copies - counted.leaving) - left_of(counted.copies)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hour(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(hours)
    }

    /// So many copies, the oldest ordered at an hour, so many of them then.
    fn counted(copies: i64, oldest: i64, leaving: i64) -> Counted {
        Counted { copies, oldest: Some(hour(oldest)), leaving }
    }

    #[test]
    fn the_default_table_has_a_row_for_everyone() {
        for (organisation, quantity) in
            [(Some("NH"), 500), (Some("SC"), 500), (Some("VS"), 100), (Some("PRI"), 5), (Some("new"), 5), (None, 5)]
        {
            assert_eq!(default_rule(organisation).quantity, quantity);
        }
    }

    #[test]
    fn an_allowance_never_goes_below_zero() {
        let left = allowance(GUEST_DEFAULT, counted(7, 0, 1), 0);
        assert_eq!((left.remaining, left.resets_at), (0, Some(hour(24))));
        assert_eq!(left.returning, 0, "6 of 5 are counted still when the first copy leaves");
    }

    #[test]
    fn the_oldest_copies_come_back_when_their_window_ends() {
        let left = allowance(GUEST_DEFAULT, counted(4, 2, 3), 7);
        assert_eq!((left.remaining, left.resets_at, left.returning), (8, Some(hour(26)), 3));
        let none = allowance(GUEST_DEFAULT, Counted::default(), 0);
        assert_eq!((none.remaining, none.resets_at, none.returning), (5, None, 0));
        for window in [Window::PerOrder, Window::Lifetime] {
            let never = allowance(LimitRule { window, ..GUEST_DEFAULT }, counted(4, 2, 3), 0);
            assert_eq!((never.remaining, never.resets_at, never.returning), (1, None, 0));
        }
        let over = allowance(GUEST_DEFAULT, counted(6, 0, 3), 0);
        assert_eq!((over.remaining, over.returning), (0, 2), "what was beyond the rule does not come back");
    }

    #[test]
    fn copies_come_back_only_when_both_counts_let_them_go() {
        assert_eq!(counted(4, 1, 2).larger(counted(3, 5, 3)), counted(4, 1, 1), "3 are counted by address still");
        assert_eq!(counted(4, 5, 2).larger(counted(3, 1, 3)), counted(4, 5, 2), "the address let go before");
        assert_eq!(counted(3, 1, 3).larger(counted(3, 5, 1)), counted(3, 5, 1), "the one that holds longer");
        assert_eq!(counted(3, 1, 3).larger(Counted::default()), counted(3, 1, 3));
        assert_eq!(Counted::default().larger(Counted::default()), Counted::default());
    }

    proptest! {
        #[test]
        fn a_grant_is_used_after_the_rule_and_only_as_far_as_it_goes(limit in 0_i64..50, counted in 0_i64..80, granted in 0_i64..50, copies in 0_i64..200) {
            let rule = LimitRule { quantity: limit, ..GUEST_DEFAULT };
            let left = allowance(rule, Counted { copies: counted, ..Counted::default() }, granted);
            let beyond = left.beyond_rule(copies);
            prop_assert!((0..=granted).contains(&beyond));
            if copies <= left.remaining {
                prop_assert!(copies - beyond + counted <= limit.max(counted), "what is not granted stays within the rule");
            }
        }
    }
}
