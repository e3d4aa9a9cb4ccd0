//! An address from its answers, and the stages that follow from it.

use super::*;
use crate::{
    address::Address,
    form::{Answers, Facts, Form},
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
    assert_eq!(errors.first("address_line1").map(|error| error.problem.key.as_ref()), Some("any-address-too-long"));
}

#[test]
fn a_checkout_cannot_skip_a_stage() {
    let address = Address::parse(&delivery(), &Facts::default()).expect("complete");
    assert_eq!(Stage::of(None, None, true), Stage::Delivery);
    assert_eq!(Stage::of(Some(address.clone()), None, true), Stage::Contact(address));
}
