//! Which spellings are of one address. Whoever is told that two are the same loses one of them, and what is known of a
//! place is stored for the other: where it is not sure, they are two.

use super::Address;

impl Address {
    /// Whether it is the same address in another spelling: each of its parts is, without case, blanks and punctuation.
    /// The same words are the same lines wherever they break; figures that stood apart stay apart, so that
    /// "1, 12 High Street" is not "11 2 High Street".
    pub fn same_as(&self, other: &Self) -> bool {
        self.county() == other.county() && self.is_same_but_county(other)
    }

    /// Whether it is the address that a look-up lists, which may leave the county out, as whoever types may.
    pub fn is_listed_as(&self, listed: &Self) -> bool {
        let (typed, theirs) = (self.county(), listed.county());
        (typed.is_empty() || theirs.is_empty() || typed == theirs) && self.is_same_but_county(listed)
    }

    fn is_same_but_county(&self, other: &Self) -> bool {
        self.country == other.country
            && self.postcode == other.postcode
            && letters(self.city.as_str()) == letters(other.city.as_str())
            && (self.line_letters() == other.line_letters() || self.words() == other.words())
    }

    fn county(&self) -> String {
        self.county.as_ref().map(|county| letters(county.as_str())).unwrap_or_default()
    }

    fn line_letters(&self) -> Vec<String> {
        self.lines.iter().map(|line| letters(line)).collect()
    }

    /// The words and figures of all lines.
    fn words(&self) -> Vec<String> {
        let whole = self.lines.join(" ").to_lowercase();
        whole.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
    }
}

/// The letters and digits of a text, with a blank between digits that something parted.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    let mut is_parted = false;
    for c in text.to_lowercase().chars() {
        if !c.is_alphanumeric() {
            is_parted = true;
            continue;
        }
        if is_parted && c.is_numeric() && letters.chars().next_back().is_some_and(char::is_numeric) {
            letters.push(' ');
        }
        letters.push(c);
        is_parted = false;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Answers, Facts, Form};

    /// An address in Leeds of these lines.
    fn lines(lines: &[&str]) -> Address {
        let mut answers = Answers::default().with("city", "Leeds").with("postcode", "LS1 4AP");
        for (name, line) in ["address_line1", "address_line2", "address_line3"].into_iter().zip(lines) {
            answers = answers.with(name, *line);
        }
        Address::parse(&answers, &Facts::default()).expect("an address")
    }

    /// 1 Some Street with another answer.
    fn with(name: &'static str, answer: &str) -> Address {
        let mut answers = lines(&["1 Some Street"]).answers();
        answers.replace(name, vec![answer.to_owned()]);
        Address::parse(&answers, &Facts::default()).expect("an address")
    }

    #[test]
    fn hp_62_an_address_is_the_same_in_whatever_spelling() {
        for (one, other) in [
            (&["1 Some Street"][..], &["1, SOME street."][..]),
            (&["1 Some Street"], &["1  some-street"]),
            (&["1a Some Street"], &["1 A Some Street"]),
            (&["St Mary's House"], &["St. Marys House"]),
            (&["Flat 1", "12 High Street"], &["Flat 1, 12 High Street"]),
            (&["12", "High Street"], &["12 High Street"]),
            (&["Tŷ Gwyn", "Heol Hir"], &["TŶ GWYN", "heol hir"]),
        ] {
            assert!(lines(one).same_as(&lines(other)) && lines(other).same_as(&lines(one)), "{one:?} {other:?}");
            assert!(lines(one).is_listed_as(&lines(other)), "{one:?} {other:?}");
        }
    }

    #[test]
    fn hp_62_homes_next_door_are_two() {
        for (one, other) in [
            (&["Flat 1", "12 High Street"][..], &["Flat 11", "2 High Street"][..]),
            (&["Flat 1, 12 High Street"], &["Flat 11, 2 High Street"]),
            (&["Flat 1, 12 High Street"], &["Flat 112 High Street"]),
            (&["Flat 1", "A House"], &["Flat 1A", "House"]),
            (&["1-2 High Street"], &["12 High Street"]),
            (&["1 High Street"], &["1a High Street"]),
        ] {
            assert!(!lines(one).same_as(&lines(other)) && !lines(one).is_listed_as(&lines(other)), "{one:?} {other:?}");
        }
    }

    #[test]
    fn hp_62_every_part_counts() {
        let plain = lines(&["1 Some Street"]);
        for other in [
            with("city", "Bradford"),
            with("county", "West Yorkshire"),
            with("postcode", "LS1 4AQ"),
            with("country", "wales"),
        ] {
            assert!(!plain.same_as(&other), "{other:?}");
        }
        assert!(with("county", "West Yorkshire").same_as(&with("county", "WEST-YORKSHIRE")));
    }

    #[test]
    fn hp_65_a_look_up_may_leave_the_county_out() {
        let (plain, here) = (lines(&["1 Some Street"]), with("county", "West Yorkshire"));
        assert!(plain.is_listed_as(&here) && here.is_listed_as(&plain));
        assert!(!with("county", "Kent").is_listed_as(&here));
        assert!(!with("country", "wales").is_listed_as(&plain));
    }
}
