//! The rules of a line, and their repairs.

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::{
    catalogue::availability::Availability,
    order::{Counted, GUEST_DEFAULT, LimitRule, Window},
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
        allowance: crate::order::allowance(
            rule(50),
            Counted { copies: 20, ..Counted::default() },
            0,
            Timestamp::UNIX_EPOCH,
        ),
    }
}

#[test]
fn each_rule_has_its_problem_and_its_repair() {
    assert_eq!(LineProblem::of(&line(30)), []);
    assert_eq!(LineProblem::of(&line(7)), [LineProblem::NotMultiple { pack: 5, below: Some(5), above: 10 }]);
    let window = GUEST_DEFAULT.window;
    let over = LineProblem::OverLimit { remaining: 30, limit: 50, window, resets_at: None };
    assert_eq!(LineProblem::of(&line(35)), [over]);
    let small = LineFacts { runs_to_zero: true, available: 13, ..line(15) };
    assert_eq!(LineProblem::of(&small), [LineProblem::NotEnoughStock { left: 10 }]);
    let forbidden = LineFacts {
        allowance: crate::order::allowance(rule(0), Counted::default(), 0, Timestamp::UNIX_EPOCH),
        ..line(5)
    };
    assert_eq!(LineProblem::of(&forbidden), [LineProblem::Forbidden]);
    let few = LineFacts {
        allowance: crate::order::allowance(rule(1), Counted::default(), 2, Timestamp::UNIX_EPOCH),
        ..line(5)
    };
    assert_eq!(LineProblem::of(&few), [LineProblem::LimitBelowPack { limit: 3, pack: 5 }], "grants included");
    let gone = LineFacts { availability: Availability::NotLive, ..line(7) };
    assert_eq!(LineProblem::of(&gone), [LineProblem::NotLive]);
    assert_eq!(LineProblem::of(&LineFacts { has_successor: true, ..gone }), [LineProblem::Superseded]);
    let restricted = LineFacts { availability: Availability::Restricted, ..line(7) };
    assert_eq!(LineProblem::of(&restricted), [LineProblem::Restricted]);
    let granted = crate::order::allowance(rule(0), Counted::default(), 10, Timestamp::UNIX_EPOCH);
    assert_eq!(LineProblem::of(&LineFacts { allowance: granted, ..line(10) }), [], "a grant goes beyond the rule");
}

#[test]
fn what_cannot_be_ordered_at_all_has_that_one_problem() {
    let day = jiff::civil::date(2026, 12, 3);
    for (availability, problem) in [
        (Availability::NotLive, LineProblem::NotLive),
        (Availability::DownloadOnly, LineProblem::DownloadOnly),
        (Availability::OpensLater(day), LineProblem::OpensLater(day)),
        (Availability::Closed(day), LineProblem::Closed(day)),
        (Availability::OutOfStock, LineProblem::OutOfStock),
    ] {
        let all_wrong = LineFacts { availability, runs_to_zero: true, available: 0, ..line(107) };
        assert_eq!(LineProblem::of(&all_wrong), [problem]);
    }
    for availability in [Availability::LowStock { few: true }, Availability::PreOrder, Availability::BackOrder] {
        assert_eq!(LineProblem::of(&LineFacts { availability, ..line(5) }), []);
    }
}

#[test]
fn everything_that_is_wrong_with_a_line_is_said_at_once() {
    let facts = LineFacts { runs_to_zero: true, available: 13, ..line(107) };
    let window = GUEST_DEFAULT.window;
    assert_eq!(
        LineProblem::of(&facts),
        [
            LineProblem::NotMultiple { pack: 5, below: Some(105), above: 110 },
            LineProblem::OverMaximum { maximum: 100 },
            LineProblem::OverLimit { remaining: 30, limit: 50, window, resets_at: None },
            LineProblem::NotEnoughStock { left: 10 },
        ]
    );
    assert_eq!(LineProblem::of(&LineFacts { maximum: None, ..line(105) }).len(), 1);
    assert_eq!(LineProblem::of(&LineFacts { maximum: Some(30), ..line(30) }), [], "as many as the most");
}

/// The problem of one copy more under a rule, when copies were ordered at the beginning of time, and so many of them
/// leave the window together.
fn key_of_one_more(quantity: i64, window: Window, copies: i64, leaving: i64) -> String {
    let counted = Counted { copies, oldest: Some(Timestamp::UNIX_EPOCH), leaving };
    let allowance = crate::order::allowance(LimitRule { window, ..rule(quantity) }, counted, 0, Timestamp::UNIX_EPOCH);
    let asked = i32::try_from(allowance.remaining).expect("few") + 1;
    let facts = LineFacts { unit_of_issue: 1, allowance, ..line(asked) };
    LineProblem::of(&facts)[0].problem().key.into_owned()
}

#[test]
fn nobody_is_promised_copies_that_do_not_come_back() {
    let day = Window::Rolling { hours: 24 };
    for (quantity, window, copies, leaving, key) in [
        (5, day, 5, 5, "any-line-limit-used"),
        (5, day, 7, 1, "any-line-limit-used-now"),
        (5, day, 3, 3, "any-line-over-limit-until"),
        (5, Window::Lifetime, 5, 5, "any-line-limit-used-up"),
        (5, Window::Lifetime, 3, 3, "any-line-over-limit"),
        (5, Window::PerOrder, 0, 0, "any-line-over-limit"),
        (0, day, 0, 0, "any-line-forbidden"),
        (0, Window::Lifetime, 2, 2, "any-line-forbidden"),
    ] {
        assert_eq!(key_of_one_more(quantity, window, copies, leaving), key, "{copies} of {quantity}, {window:?}");
    }
}

#[test]
fn what_is_added_is_told_from_what_lies_in_the_basket() {
    let said = |facts: &LineFacts, held: i32| -> Vec<(String, Vec<String>)> {
        let said = |problem: &LineProblem| problem.problem_of_adding(held);
        let problems = LineProblem::of(facts);
        let problems = problems.iter().map(said);
        problems.map(|it| (it.key.into_owned(), it.args.into_iter().map(|(_, value)| value).collect())).collect()
    };
    let expected = |key: &str, args: &[&str]| -> (String, Vec<String>) {
        (key.to_owned(), args.iter().map(|arg| (*arg).to_owned()).collect())
    };
    assert_eq!(said(&line(40), 20), [expected("any-line-over-limit-held", &["20", "10"])]);
    assert_eq!(said(&line(35), 30), [expected("any-line-over-limit-held", &["30", "0"])]);
    assert_eq!(said(&line(35), 0), [expected("any-line-over-limit", &["30", "50"])]);
    assert_eq!(said(&line(12), 10), [expected("any-line-not-one-pack", &["5", "5"])]);
    assert_eq!(said(&line(17), 10), [expected("any-line-not-multiple", &["5", "5", "10"])]);
    let most = LineFacts { maximum: Some(10), ..line(15) };
    assert_eq!(said(&most, 10), [expected("any-line-over-maximum-held", &["10", "10"])]);
    let last = LineFacts { runs_to_zero: true, available: 13, ..line(15) };
    assert_eq!(said(&last, 5), [expected("any-line-not-enough-stock-held", &["5", "10"])]);
}

proptest! {
    #[test]
    fn a_repaired_line_has_no_problem(quantity in 1..2_000, available in 0..2_000_i64, pack in 1..60, limit in 0..600_i64, counted in 0..600_i64, maximum in proptest::option::of(1..900)) {
        let allowance = crate::order::allowance(rule(limit), Counted { copies: counted, ..Counted::default() }, 0, Timestamp::UNIX_EPOCH);
        let facts = LineFacts { quantity, available, runs_to_zero: true, unit_of_issue: pack, allowance, maximum, ..line(1) };
        let has_packs = [available, allowance.remaining, maximum.map_or(i64::MAX, i64::from)].iter().all(|most| *most >= pack.into());
        match facts.repaired() {
            Some(copies) => prop_assert_eq!(LineProblem::of(&LineFacts { quantity: copies, ..facts }), []),
            None => prop_assert!(LineProblem::of(&facts).is_empty() || !has_packs),
        }
    }
}

#[test]
fn a_line_of_an_order_is_not_sent_to_the_basket() {
    let day = jiff::civil::date(2026, 11, 22);
    let cannot = [
        LineProblem::NotLive,
        LineProblem::Superseded,
        LineProblem::DownloadOnly,
        LineProblem::Restricted,
        LineProblem::OpensLater(day),
        LineProblem::Closed(day),
        LineProblem::OutOfStock,
        LineProblem::NotEnoughStock { left: 0 },
    ];
    for problem in cannot {
        assert_eq!(problem.problem_of_order().key, "any-order-no-more", "{problem:?}");
    }
    let few = LineProblem::NotEnoughStock { left: 3 };
    assert_eq!(few.problem_of_order(), few.problem(), "whatever is repaired at its number says so");
}

#[test]
fn a_line_of_an_order_is_told_what_all_of_it_may_be_and_may_ask_for_more() {
    let over = LineProblem::of(&line(35)).remove(0);
    let said = over.problem_of_order();
    assert_eq!((&*said.key, said.args[0].1.as_str()), ("any-order-over-limit", "30"));
    for said in [said, over.problem(), over.problem_of_adding(5), LineProblem::Forbidden.problem_of_order()] {
        assert!(LineProblem::is_of_limit(&said), "{said:?}");
    }
    assert!(!LineProblem::is_of_limit(&LineProblem::OverMaximum { maximum: 5 }.problem_of_order()));
}
