//! An address as files and services list it.

use std::path::Path;

use domain::{
    address::Address,
    checkout::{CITY, COUNTRY, COUNTY, LINE_1, LINE_2, LINE_3, POSTCODE},
    form::{Answers, Facts, Form},
    found_address::{Found, Place, Uprn, Whereabouts},
    id::FoundAddressId,
};
use serde::Deserialize;

use super::LookupError;

/// A row of a file, or one of the addresses of an answer.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    line1: String,
    #[serde(default)]
    line2: Option<String>,
    #[serde(default)]
    line3: Option<String>,
    city: String,
    #[serde(default)]
    county: Option<String>,
    postcode: String,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    uprn: Option<String>,
    #[serde(default)]
    latitude: Option<f64>,
    #[serde(default)]
    longitude: Option<f64>,
}

/// The part of an answer that is read.
#[derive(Debug, Deserialize)]
struct Answer {
    addresses: Vec<serde_json::Value>,
}

impl Listed {
    /// The address and what is known of it, where it is one by the rules of whoever types one. What is no number and no
    /// place is left out.
    pub fn found(&self) -> Option<Found> {
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let answers = Answers::default()
            .with(LINE_1.name(), self.line1.as_str())
            .with(LINE_2.name(), text(self.line2.as_ref()))
            .with(LINE_3.name(), text(self.line3.as_ref()))
            .with(CITY.name(), self.city.as_str())
            .with(COUNTY.name(), text(self.county.as_ref()))
            .with(POSTCODE.name(), self.postcode.as_str())
            .with(COUNTRY.name(), text(self.country.as_ref()));
        let address = Address::parse(&answers, &Facts::default()).ok()?;
        let uprn = self.uprn.as_deref().map(str::trim).and_then(Uprn::parse);
        let place = self.latitude.zip(self.longitude).and_then(|(north, east)| Place::of(north, east));
        Some(Found { id: FoundAddressId(uuid::Uuid::now_v7()), address, known: Whereabouts { uprn, place } })
    }
}

/// Reads a CSV file with a header line. Every row has to be an address.
pub(super) fn read(file: &Path) -> Result<Vec<Listed>, LookupError> {
    let mut listed: Vec<Listed> = Vec::new();
    for row in csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(file)?.deserialize() {
        let row: Listed = row?;
        if row.found().is_none() {
            return Err(LookupError::Row(listed.len() + 1));
        }
        listed.push(row);
    }
    Ok(listed)
}

/// Reads what a service answered. Of its list, what is no address is left out.
pub(super) fn read_answer(answer: &[u8]) -> Result<Vec<Listed>, LookupError> {
    let answer: Answer =
        serde_json::from_slice(answer).map_err(|_| LookupError::NoAnswer("it is no list of addresses"))?;
    Ok(answer.addresses.into_iter().filter_map(|one| serde_json::from_value(one).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_far_as_it_lists_addresses() {
        let answer = r#"{"more": 1, "addresses": [
            {"line1": "1 Some Street", "city": "Leeds", "postcode": "ls14ap", "uprn": "100", "latitude": 53.8, "longitude": -1.5},
            {"line1": "2 Some Street", "city": "Leeds", "postcode": "LS1 4AP", "uprn": "x", "latitude": 95, "longitude": 0, "extra": []},
            {"line1": "", "city": "Leeds", "postcode": "LS1 4AP"}, {"line1": 3}, null, "text"]}"#;
        let listed = read_answer(answer.as_bytes()).expect("a list");
        let found: Vec<Found> = listed.iter().filter_map(Listed::found).collect();
        let known: Vec<_> = found.iter().map(|one| (one.address.lines.concat(), one.known.clone())).collect();
        let first = Whereabouts { uprn: Uprn::parse("100"), place: Place::of(53.8, -1.5) };
        let expected = [("1 Some Street".to_owned(), first), ("2 Some Street".to_owned(), Whereabouts::default())];
        assert_eq!(known, expected);
        for garbage in ["", "null", "[]", "{}", r#"{"addresses": 1}"#, "<html>", "\u{0}"] {
            assert!(read_answer(garbage.as_bytes()).is_err(), "{garbage}");
        }
    }
}
