//! How much may still be ordered: one engine for page, basket, checkout and placement.

use jiff::Timestamp;

use crate::{
    account::{AudienceKey, EstablishmentKey},
    id::{AccountId, LimitRuleId},
};

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
    /// Which one it is; nothing for the default table.
    pub id: Option<LimitRuleId>,
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
    /// Orders placed after the first moment, and up to the second, count; nothing when none do.
    pub fn period(self, now: Timestamp) -> Option<(Timestamp, Timestamp)> {
        match self {
            Self::Rolling { hours } => Some((now - jiff::SignedDuration::from_hours(hours.into()), now)),
            Self::PerOrder => None,
            Self::Lifetime => Some((Timestamp::MIN, now)),
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
    LimitRule { id: None, level: LimitLevel::Default, quantity: 5, window: Window::Rolling { hours: 24 } };

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

/// Somebody who is signed in to an account, as limits see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// Its e-mail address, normalised.
    pub email: String,
    /// Where they work.
    pub establishment: Option<EstablishmentKey>,
    /// The audience they say they belong to.
    pub audience: Option<AudienceKey>,
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

    /// The same while they look, before they order: what went to an address is counted only for whoever
    /// confirmed an e-mail address, so that typing an address tells nobody what went there. Placing counts it
    /// in any case.
    pub fn looking(email: Option<String>, address: Option<String>) -> Self {
        let address = address.filter(|_| email.is_some());
        Self::guest(email, address)
    }

    /// Somebody who is signed in. Their orders carry the address of their account, by which they are counted; where
    /// the copies go makes no difference.
    pub fn member(member: &Member) -> Self {
        let establishment = member.establishment.as_ref();
        let mut levels = vec![(LimitLevel::Account, member.account.to_string())];
        levels.extend(establishment.map(|key| (LimitLevel::Establishment, key.to_string())));
        levels.extend(establishment.map(|key| (LimitLevel::Organisation, key.organisation().to_owned())));
        levels.extend(member.audience.as_ref().map(|key| (LimitLevel::Audience, key.to_string())));
        levels.push((LimitLevel::Everyone, String::new()));
        let organisation = establishment.map(|key| key.organisation().to_owned());
        Self { email: Some(member.email.clone()), address: None, levels, organisation }
    }
}

/// How much may still be ordered, with the figures behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule that holds; nothing for the default table.
    pub rule: Option<LimitRuleId>,
    /// Its level.
    pub level: LimitLevel,
    /// The time over which copies are counted.
    pub window: Window,
    /// Its beginning, which is not in it, and its end; nothing where each order is by itself.
    pub period: Option<(Timestamp, Timestamp)>,
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
pub fn allowance(rule: LimitRule, counted: Counted, granted: i64, now: Timestamp) -> Allowance {
    let left_of = |copies: i64| (rule.quantity - copies).max(0);
    let resets_at = counted.oldest.and_then(|at| rule.window.leaves(at));
    Allowance {
        rule: rule.id,
        level: rule.level,
        window: rule.window,
        period: rule.window.period(now),
        limit: rule.quantity,
        counted: counted.copies,
        granted,
        remaining: left_of(counted.copies) + granted,
        resets_at,
        returning: resets_at.map_or(0, |_| left_of(counted.copies - counted.leaving) - left_of(counted.copies)),
    }
}

#[cfg(test)]
mod tests;
