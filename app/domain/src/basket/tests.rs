//! The rules of a line, and their repairs.

use proptest::prelude::*;

use super::*;
use crate::{
    catalogue::availability::Availability,
    order::{Counted, GUEST_DEFAULT, LimitRule},
};

fn rule(quantity: i64) -> LimitRule {
    LimitRule { quantity, ..GUEST_DEFAULT }
}

fn line(quantity: i32) -> LineFacts {
    LineFacts {
        quantity,
        availability: Availability::InStock,
        available: 500,
        runs_to_zero: false,
        unit_of_issue: 5,
        maximum: Some(100),
        has_successor: false,
        allowance: crate::order::allowance(rule(50), Counted { copies: 20, ..Counted::default() }, 0),
    }
}

#[test]
fn each_rule_has_its_problem_and_its_repair() {
    assert_eq!(LineProblem::of(&line(30)), []);
    assert_eq!(LineProblem::of(&line(7)), [LineProblem::NotMultiple { pack: 5, below: Some(5), above: 10 }]);
    assert_eq!(LineProblem::of(&line(35)), [LineProblem::OverLimit { remaining: 30, limit: 50, resets_at: None }]);
    let small = LineFacts { runs_to_zero: true, available: 13, ..line(15) };
    assert_eq!(LineProblem::of(&small), [LineProblem::NotEnoughStock { left: 10 }]);
    let forbidden = LineFacts { allowance: crate::order::allowance(rule(0), Counted::default(), 0), ..line(5) };
    assert_eq!(LineProblem::of(&forbidden), [LineProblem::LimitBelowPack { limit: 0, pack: 5 }]);
    let gone = LineFacts { availability: Availability::NotLive, ..line(7) };
    assert_eq!(LineProblem::of(&gone), [LineProblem::NotLive]);
    assert_eq!(LineProblem::of(&LineFacts { has_successor: true, ..gone }), [LineProblem::Superseded]);
    let restricted = LineFacts { availability: Availability::Restricted, ..line(7) };
    assert_eq!(LineProblem::of(&restricted), [LineProblem::Restricted]);
    let granted = crate::order::allowance(rule(0), Counted::default(), 10);
    assert_eq!(LineProblem::of(&LineFacts { allowance: granted, ..line(10) }), [], "a grant goes beyond the rule");
}

proptest! {
    #[test]
    fn a_repaired_line_has_no_problem(quantity in 1..2_000, available in 0..2_000_i64, pack in 1..60, limit in 0..600_i64, counted in 0..600_i64, maximum in proptest::option::of(1..900)) {
        let allowance = crate::order::allowance(rule(limit), Counted { copies: counted, ..Counted::default() }, 0);
        let facts = LineFacts { quantity, available, runs_to_zero: true, unit_of_issue: pack, allowance, maximum, ..line(1) };
        let has_packs = [available, allowance.remaining, maximum.map_or(i64::MAX, i64::from)].iter().all(|most| *most >= pack.into());
        match facts.repaired() {
            Some(copies) => prop_assert_eq!(LineProblem::of(&LineFacts { quantity: copies, ..facts }), []),
            None => prop_assert!(LineProblem::of(&facts).is_empty() || !has_packs),
        }
    }
}
