//! How many copies: as people type them, and within which bounds.

use crate::form::{Answer, MALFORMED, Problem, with_western_digits};

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

/// A whole number as people type it: "1,000", "1 000" and "١٬٠٠٠" are a thousand.
fn read_whole(text: &str) -> Result<i64, Problem> {
    let is_counted = |c: &char| !matches!(c, ',' | '\u{66c}' | ' ' | '\u{a0}');
    let plain: String = with_western_digits(text).chars().filter(is_counted).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(MALFORMED);
    }
    // More digits than fit is simply too large.
    Ok(plain.parse().unwrap_or(if plain.starts_with('-') { i64::MIN } else { i64::MAX }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_as_people_type_them() {
        let read = |text: &str| Quantity::read(text).map(Quantity::copies).map_err(|problem| problem.key.to_string());
        assert_eq!(read("1,000"), Ok(1_000));
        assert_eq!(read("٣"), Ok(3));
        assert_eq!(read("١٬٠٠٠"), Ok(1_000));
        assert_eq!(read("0"), Err("too-small".into()));
        assert_eq!(read("-5"), Err("too-small".into()));
        assert_eq!(read("10001"), Err("too-large".into()));
        assert_eq!(read("99999999999999999999"), Err("too-large".into()));
        for bad in ["five", "1.5", "1e3", "--1", "٣٫٥", "ثلاثة", "-"] {
            assert_eq!(read(bad), Err("malformed".into()), "{bad}");
        }
        assert_eq!(NewQuantity::read("0"), Ok(NewQuantity::Remove));
        assert_eq!(NewQuantity::read("٠"), Ok(NewQuantity::Remove));
    }
}
