//! An address from its answers, and the stages that follow from it.

use super::*;
use crate::{
    address::Address,
    form::{Answers, Facts, FieldErrors, Form, Problem},
};

fn delivery() -> Answers {
    Answers::default()
        .with("address_line1", "1 Some Street")
        .with("address_line2", "")
        .with("city", "Leeds")
        .with("postcode", "ls1 4ap")
}

#[test]
fn an_address_comes_back_from_its_answers() {
    let address = Address::parse(&delivery(), &Facts::default()).expect("complete");
    assert_eq!(address.postcode.as_str(), "LS1 4AP");
    assert_eq!(Address::parse(&address.answers(), &Facts::default()), Ok(address));
}

#[test]
fn an_address_that_does_not_fit_the_label_is_refused() {
    let long = delivery().with("address_line3", "x".repeat(120));
    let errors = Address::check(&long, &Facts::default());
    let too_long = Problem::new("any-address-line-too-long").arg("line", 3).arg("chars", 14);
    assert_eq!(errors, FieldErrors::of("address_line3", too_long));
    let all = ["address_line1", "address_line2", "address_line3"];
    let all = all.into_iter().fold(Answers::default(), |all, line| all.with(line, "x".repeat(159)));
    let errors = Address::check(&all.with("city", "Leeds").with("postcode", "ls1 4ap"), &Facts::default());
    assert_eq!(errors, FieldErrors::of("address_line1", Problem::new("any-address-too-long").arg("max", 53)));
}

#[test]
fn a_checkout_cannot_skip_a_stage() {
    let address = Address::parse(&delivery(), &Facts::default()).expect("complete");
    assert_eq!(Stage::of(None, None, true), Stage::Delivery);
    assert_eq!(Stage::of(Some(address.clone()), None, true), Stage::Contact(address));
}

#[test]
fn town_and_county_have_the_lengths_of_the_label() {
    let refused = |city: usize, county: usize| -> Vec<String> {
        let answers = Answers::default().with("address_line1", "1 Some Street").with("postcode", "LS1 4AP");
        let answers = answers.with("city", "é".repeat(city)).with("county", "é".repeat(county));
        let errors = Address::check(&answers, &Facts::default());
        errors.iter().map(|error| format!("{} {}", error.field, error.words_id())).collect()
    };
    assert_eq!(refused(29, 40), [] as [&str; 0]);
    assert_eq!(refused(30, 40), ["city any-too-long"]);
    assert_eq!(refused(29, 41), ["county any-too-long"]);
}

#[test]
fn an_address_is_in_england_unless_it_says_otherwise() {
    let address = |country| Address::parse(&delivery().with("country", country), &Facts::default());
    let (england, scotland) = (address("").expect("complete"), address("scotland").expect("complete"));
    assert_eq!(address("england").as_ref(), Ok(&england));
    assert_eq!(england.printed(), ["1 Some Street", "Leeds", "LS1 4AP"]);
    assert_eq!(scotland.printed(), ["1 Some Street", "Leeds", "LS1 4AP", "Scotland"]);
    assert_eq!(england.key(), scotland.key(), "a postcode lies in one country");
    assert_eq!(Address::parse(&scotland.answers(), &Facts::default()).as_ref(), Ok(&scotland));
    assert_eq!(address("france"), Err(FieldErrors::of("country", Problem::new("malformed"))));
    for (address, kept) in [(&england, None), (&scotland, Some("scotland"))] {
        let row = serde_json::to_value(address).expect("an address is plain");
        assert_eq!(row.get("country").and_then(serde_json::Value::as_str), kept);
        assert_eq!(serde_json::from_value::<Address>(row).expect("and comes back"), *address);
    }
}
