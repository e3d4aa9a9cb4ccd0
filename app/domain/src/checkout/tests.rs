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
