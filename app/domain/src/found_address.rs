//! Addresses as a look-up knows them: what it finds for a postcode, which of it somebody means, and in which order it
//! stands.

use serde::{Deserialize, Serialize};

use crate::{address::Address, id::FoundAddressId};

text! {
    /// The number under which an addressable place is known in the United Kingdom, of 1 to 12 digits.
    Uprn
}

impl Uprn {
    /// The number, or nothing where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let is_number = (1..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| Self(text.to_owned()))
    }
}

/// A place on earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

impl Place {
    /// The place, or nothing where there is none like it.
    pub fn of(latitude: f64, longitude: f64) -> Option<Self> {
        let is_there = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        is_there.then_some(Self { latitude, longitude })
    }
}

/// What a look-up knows of an address that there is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// Its number.
    pub uprn: Option<Uprn>,
    /// Where it is.
    pub place: Option<Place>,
}

/// An address that a look-up found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Under which it is chosen; drawn for each look-up, so that nobody chooses what another page showed.
    pub id: FoundAddressId,
    /// The address.
    pub address: Address,
    /// What is known of it.
    pub known: Whereabouts,
}

impl Found {
    /// Whether it is the building that somebody typed: each word and number of it stands in the address, so that "1"
    /// is not "21".
    pub fn is_at(&self, building: &str) -> bool {
        let whole = self.address.lines.join(" ").to_lowercase();
        let there: Vec<&str> = words(&whole).collect();
        words(&building.to_lowercase()).all(|typed| there.contains(&typed))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Puts addresses in the order in which people count houses: 2 stands before 10.
pub fn in_natural_order(found: &mut [Found]) {
    found.sort_by_cached_key(|one| pieces(&one.address.lines.join(" ")));
}

/// A part of a line as it is put in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Number(u64),
    Word(String),
}

/// The words of a line, each in its parts, so that 1 stands before 1a.
fn pieces(line: &str) -> Vec<Vec<Piece>> {
    words(&line.to_lowercase()).map(pieces_of).collect()
}

fn pieces_of(word: &str) -> Vec<Piece> {
    let (mut pieces, mut rest) = (Vec::new(), word);
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece.parse::<u64>().map_or_else(|_| Piece::Word(piece.to_owned()), Piece::Number));
        rest = behind;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Answers, Facts, Form};

    fn found(line: &str) -> Found {
        let answers = Answers::default().with("address_line1", line).with("city", "Leeds").with("postcode", "LS1 4AP");
        let address = Address::parse(&answers, &Facts::default()).expect("an address");
        Found { id: FoundAddressId(uuid::Uuid::nil()), address, known: Whereabouts::default() }
    }

    #[test]
    fn houses_are_counted_as_people_count_them() {
        let sorted = ["1 Some Street", "1a Some Street", "2 Some Street", "10 Some Street", "Flat 2, 1 Some Street"];
        let mut all: Vec<Found> = sorted.iter().rev().map(|line| found(line)).collect();
        in_natural_order(&mut all);
        let lines: Vec<&str> = all.iter().map(|one| one.address.lines[0].as_str()).collect();
        assert_eq!(lines, sorted);
        in_natural_order(&mut [found(&"9".repeat(50)), found("–")]);
    }

    #[test]
    fn one_is_not_twenty_one() {
        for (building, line, is_it) in [
            ("1", "21 Some Street", false),
            ("1", "1a Some Street", false),
            ("1", "Flat 1, 21 Some Street", true),
            ("old malthouse", "The Old Malthouse, Some Street", true),
            ("malt", "The Old Malthouse, Some Street", false),
            ("", "21 Some Street", true),
        ] {
            assert_eq!(found(line).is_at(building), is_it, "{building:?} at {line}");
        }
    }

    #[test]
    fn what_is_no_number_and_no_place_is_nothing() {
        assert!(Uprn::parse("000100023456").is_some() && Uprn::parse("1").is_some());
        assert!(["", "1234567890123", "12a", "١٢", "-1"].into_iter().all(|bad| Uprn::parse(bad).is_none()));
        assert!(Place::of(53.8, -1.5).is_some());
        assert!(
            [(90.1, 0.0), (0.0, 180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)]
                .into_iter()
                .all(|(latitude, longitude)| Place::of(latitude, longitude).is_none())
        );
    }
}
