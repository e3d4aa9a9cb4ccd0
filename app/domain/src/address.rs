//! Where parcels go. Lines have the lengths that fit on a printed label.

mod same;

use serde::{Deserialize, Serialize};

use crate::{
    country::Country,
    form::{Answer, MALFORMED, Problem, with_western_digits},
};

/// Characters on one printed address line.
pub const LINE_CHARS: usize = 53;

/// Declares a part of an address: a text with its printed limit.
macro_rules! part {
    ($(#[$meta:meta])* $name:ident, $max:expr) => {
        text! { $(#[$meta])* $name }

        impl Answer for $name {
            const MAX_CHARS: usize = $max;
            const PROBLEMS: &'static [&'static str] = &[];

            fn read(text: &str) -> Result<Self, Problem> {
                Ok(Self(one_blank(text)))
            }
        }
    };
}

part! {
    /// A line as typed; longer ones flow into the next line.
    AddressLine, 3 * LINE_CHARS
}
part! {
    /// Town or city, at most 29 characters.
    City, 29
}
part! {
    /// County, at most 40 characters.
    County, 40
}

text! {
    /// A United Kingdom postcode, stored as `SW1A 1AA`.
    Postcode
}

impl Answer for Postcode {
    const MAX_CHARS: usize = 12;

    /// Any case and spacing. The shape is that of the Royal Mail's Programmers' Guide: one or two
    /// letters, a digit, perhaps a digit or letter; then a digit and two letters.
    fn read(text: &str) -> Result<Self, Problem> {
        let text = with_western_digits(text);
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        let stray = text.chars().any(|c| !c.is_ascii_alphanumeric() && !c.is_whitespace() && !".-,".contains(c));
        if stray || !(5..=7).contains(&plain.len()) {
            return Err(MALFORMED);
        }
        let (outward, inward) = plain.split_at(plain.len() - 3);
        let inward_ok =
            inward.chars().enumerate().all(|(at, c)| if at == 0 { c.is_ascii_digit() } else { c.is_ascii_uppercase() });
        let area = outward.chars().take_while(char::is_ascii_uppercase).count();
        let mut district = outward.chars().skip(area);
        let district_ok = district.next().is_some_and(|c| c.is_ascii_digit())
            && district.next().is_none_or(|c| c.is_ascii_alphanumeric())
            && district.next().is_none();
        if inward_ok && district_ok && (1..=2).contains(&area) {
            Ok(Self(format!("{outward} {inward}")))
        } else {
            Err(MALFORMED)
        }
    }
}

/// A delivery address within its printed limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Up to three lines of at most [`LINE_CHARS`] characters; the first is never empty.
    pub lines: Vec<String>,
    /// Town or city.
    pub city: City,
    /// County, if given.
    pub county: Option<County>,
    /// Postcode.
    pub postcode: Postcode,
    /// Country. Rows keep it where it is not England, as those do that were written before it was asked for.
    #[serde(default, skip_serializing_if = "Country::is_england")]
    pub country: Country,
}

impl Address {
    /// The text under which a guest's orders to one place are counted, however it is spelt: letters and digits only, so
    /// that nobody gets more by a comma. A postcode lies in one country, so that naming another one makes no other place.
    /// Whether two addresses are the same is [`Address::same_as`].
    pub fn key(&self) -> String {
        let whole = format!("{}{}{}", self.lines.concat(), self.city, self.postcode);
        whole.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    }

    /// The address as it is printed, line by line; with its country where that is not England.
    pub fn printed(&self) -> Vec<String> {
        let county = self.county.iter().map(ToString::to_string);
        self.lines
            .iter()
            .cloned()
            .chain([self.city.to_string()])
            .chain(county)
            .chain([self.postcode.to_string()])
            .chain((!self.country.is_england()).then(|| self.country.name().to_owned()))
            .collect()
    }
}

/// Flows up to three typed lines into three printed ones. What does not fit on a line moves to the
/// next at a comma, else a blank, else a cut. `None` when it does not fit: nothing is ever lost.
pub fn flow(typed: &[&str]) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    let mut carried = String::new();
    for text in typed.iter().map(|text| one_blank(text)).filter(|text| !text.is_empty()) {
        let whole = if carried.is_empty() { text } else { format!("{carried}, {text}") };
        let (line, rest) = split_line(&whole);
        lines.push(line);
        carried = rest;
    }
    while !carried.is_empty() {
        let (line, rest) = split_line(&carried);
        lines.push(line);
        carried = rest;
    }
    (lines.len() <= 3).then_some(lines)
}

/// What to shorten of typed lines that do not fit: the one of which the fewest characters have to go, counted from
/// 1 with the empty ones, and how many. `None` where no line alone makes them fit.
pub fn excess(typed: [&str; 3]) -> Option<(usize, usize)> {
    let fits_without = |at: usize, cut: usize| {
        let mut lines = typed;
        let end = lines[at].char_indices().rev().nth(cut - 1).map_or(0, |(end, _)| end);
        lines[at] = &lines[at][..end];
        flow(&lines).is_some()
    };
    let fewest = |at: usize| {
        let whole = typed[at].chars().count();
        // The first line is never left empty.
        let most = if at == 0 { whole.saturating_sub(1) } else { whole };
        (1..=most).find(|cut| fits_without(at, *cut)).map(|cut| (at + 1, cut))
    };
    (0..typed.len()).rev().filter_map(fewest).min_by_key(|(_, cut)| *cut)
}

fn split_line(text: &str) -> (String, String) {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= LINE_CHARS {
        return (text.to_owned(), String::new());
    }
    let head = &chars[..=LINE_CHARS];
    let at_comma = head.iter().rposition(|c| *c == ',').filter(|at| *at > 0);
    let at_blank = head.iter().rposition(|c| *c == ' ').filter(|at| *at > 0);
    let (end, skip) = match (at_comma, at_blank) {
        (Some(comma), _) => (comma, 1),
        (None, Some(blank)) => (blank, 1),
        (None, None) => (LINE_CHARS, 0),
    };
    let line: String = chars[..end].iter().collect();
    let rest: String = chars[end + skip..].iter().collect();
    (line.trim().to_owned(), rest.trim().to_owned())
}

fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn postcodes_are_read_in_any_case_and_spacing() {
        for (typed, stored) in
            [("sw1a1aa", "SW1A 1AA"), (" m1 1ae ", "M1 1AE"), ("EC1A-1BB", "EC1A 1BB"), ("b٣٣ ٨th", "B33 8TH")]
        {
            assert_eq!(Postcode::read(typed).map(|code| code.to_string()), Ok(stored.to_owned()), "{typed}");
        }
        for bad in ["12345", "SW1A", "SW1A 1A!", "ABC1 1AA", "S 1AA", "SW1AA 11A"] {
            assert!(Postcode::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_long_line_flows_on_at_a_comma_then_a_blank() {
        let typed = "The Very Long Named Health Centre of the Northern Quarter, 14 Some Road";
        assert_eq!(
            flow(&[typed]),
            Some(vec!["The Very Long Named Health Centre of the Northern".into(), "Quarter, 14 Some Road".into()])
        );
        let comma = "Flat 12, The Old Malthouse, 144 Cathedral Street Upper West";
        assert_eq!(
            flow(&[comma]),
            Some(vec!["Flat 12, The Old Malthouse".into(), "144 Cathedral Street Upper West".into()])
        );
    }

    #[test]
    fn what_does_not_fit_three_lines_is_refused() {
        assert_eq!(flow(&["x".repeat(160).as_str()]), None);
        let full = "a".repeat(53);
        assert_eq!(flow(&[&full, &full, &full, "b"]), None);
    }

    #[test]
    fn it_is_said_which_line_to_shorten_and_by_how_much() {
        let long = "x".repeat(120);
        assert_eq!(excess(["1 Some Street", "", &long]), Some((3, 14)), "two printed lines of 53 are left for it");
        assert_eq!(excess([&"x".repeat(158), "b", ""]), Some((2, 1)), "the fewest characters");
        let longest = "x".repeat(159);
        assert_eq!(excess([&longest, &longest, &longest]), None, "more than one line is too long");
    }

    proptest! {
        #[test]
        fn a_line_shortened_as_told_fits(a in "[a-z ,]{1,159}", b in "[a-z ,]{0,159}", c in "[a-z ,]{0,159}") {
            let typed = [a.as_str(), &b, &c];
            if let Some((line, cut)) = excess(typed) {
                let mut lines = typed;
                lines[line - 1] = &lines[line - 1][..lines[line - 1].len() - cut];
                prop_assert!(flow(&lines).is_some());
            }
        }

        #[test]
        fn flowing_loses_nothing_and_keeps_the_limit(a in "[a-z ,]{0,80}", b in "[a-z ,]{0,80}", c in "[a-z ,]{0,80}") {
            if let Some(lines) = flow(&[&a, &b, &c]) {
                prop_assert!(lines.len() <= 3);
                prop_assert!(lines.iter().all(|line| line.chars().count() <= LINE_CHARS));
                let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
                prop_assert_eq!(letters(&lines.concat()), letters(&format!("{a}{b}{c}")));
            }
        }
    }
}
