//! Orders: their numbers, their stages, and how much may still be ordered.

use jiff::Timestamp;

use crate::form::{Answer, MALFORMED, Problem};

/// The alphabet of numbers that people read aloud (Crockford, base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

text! {
    /// An order's number: `HP-XXXXX-XXXXX`, nine random characters and a check character.
    OrderNumber
}

impl OrderNumber {
    /// Builds a number from 45 random bits; the rest is ignored.
    pub fn from_random(bits: u64) -> Self {
        let mut digits: Vec<u32> = (0..9).map(|at| u32::try_from(bits >> (5 * at) & 31).unwrap_or_default()).collect();
        digits.push(check_digit(&digits));
        Self::write(&digits)
    }

    /// Reads a number in any spelling: case, blanks and dashes do not matter; O, I and L are 0, 1, 1.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        let stray =
            text.chars().any(|c| !c.is_ascii_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '–' | '‐'));
        let body = plain.strip_prefix("HP").filter(|body| body.len() == 10 && !stray)?;
        let digits = body.bytes().map(digit).collect::<Option<Vec<u32>>>()?;
        let (check, rest) = digits.split_last()?;
        (*check == check_digit(rest)).then(|| Self::write(&digits))
    }

    fn write(digits: &[u32]) -> Self {
        let text: String =
            digits.iter().filter_map(|digit| ALPHABET.get(*digit as usize)).map(|byte| char::from(*byte)).collect();
        let (left, right) = text.split_at(5);
        Self(format!("HP-{left}-{right}"))
    }
}

impl Answer for OrderNumber {
    const MAX_CHARS: usize = 40;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or(MALFORMED)
    }
}

fn digit(byte: u8) -> Option<u32> {
    let byte = match byte {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    ALPHABET.iter().position(|known| *known == byte).and_then(|at| u32::try_from(at).ok())
}

/// The Luhn check digit in base 32 ("Luhn mod N").
fn check_digit(digits: &[u32]) -> u32 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let addend = if at % 2 == 0 { digit * 2 } else { *digit };
            addend / 32 + addend % 32
        })
        .sum();
    (32 - sum % 32) % 32
}

choice! {
    /// How far an order is.
    OrderStatus {
        /// Taken down; nothing has happened yet.
        Placed = "placed",
        /// The warehouse has it.
        Accepted = "accepted",
        /// The first copies are being picked.
        Picking = "picking",
        /// Some copies are on their way.
        PartShipped = "part_shipped",
        /// All copies are on their way.
        Shipped = "shipped",
        /// Called off.
        Cancelled = "cancelled",
    }
}

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
}

impl Counted {
    /// The larger of two counts: a guest is counted by e-mail and by address.
    #[must_use]
    pub fn larger(self, other: Self) -> Self {
        if other.copies > self.copies { other } else { self }
    }
}

/// How much may still be ordered, with the figures behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Copies the rule allows.
    pub limit: i64,
    /// Copies already had.
    pub counted: i64,
    /// Copies left.
    pub remaining: i64,
    /// When the oldest counted copy leaves the window.
    pub resets_at: Option<Timestamp>,
}

impl Allowance {
    /// Copies left, in whole packs.
    pub fn orderable(&self, unit_of_issue: i32) -> i64 {
        let pack = i64::from(unit_of_issue.max(1));
        self.remaining / pack * pack
    }
}

/// The one limit engine: page, basket, checkout and placement ask it and nothing else.
pub fn allowance(rule: LimitRule, counted: Counted) -> Allowance {
    Allowance {
        limit: rule.quantity,
        counted: counted.copies,
        remaining: (rule.quantity - counted.copies).max(0),
        resets_at: counted.oldest.and_then(|at| rule.window.leaves(at)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_in_any_spelling() {
        let number = OrderNumber::from_random(0x1234_5678_9abc);
        let spoken = number.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(OrderNumber::parse(&spoken), Some(number));
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
        let counted = Counted { copies: 7, oldest: Some(Timestamp::UNIX_EPOCH) };
        let allowance = allowance(GUEST_DEFAULT, counted);
        assert_eq!(
            (allowance.remaining, allowance.resets_at),
            (0, Some(Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24)))
        );
    }

    proptest! {
        #[test]
        fn every_number_comes_back(bits in any::<u64>()) {
            let number = OrderNumber::from_random(bits);
            prop_assert_eq!(OrderNumber::parse(number.as_str()), Some(number));
        }

        #[test]
        fn one_wrong_character_is_found(bits in any::<u64>(), at in 0_usize..10, other in 0_usize..32) {
            let number = OrderNumber::from_random(bits).to_string();
            let at = 3 + at + usize::from(at >= 5);
            let mut wrong = number.clone().into_bytes();
            wrong[at] = ALPHABET[other];
            let wrong = String::from_utf8(wrong).expect("ascii");
            if wrong != number {
                prop_assert_eq!(OrderNumber::parse(&wrong), None);
            }
        }
    }
}
