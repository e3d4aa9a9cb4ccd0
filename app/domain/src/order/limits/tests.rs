//! The default table, windows and grants.

use proptest::prelude::*;

use super::*;
use crate::form::Answer;

fn hour(hours: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(hours)
}

/// So many copies, the oldest ordered at an hour, so many of them then.
fn counted(copies: i64, oldest: i64, leaving: i64) -> Counted {
    Counted { copies, oldest: Some(hour(oldest)), leaving }
}

#[test]
fn the_default_table_has_a_row_for_everyone() {
    for (organisations, quantity) in [
        (["NH", "LG", "SC"].as_slice(), 500),
        (["VS", "SH", "GV", "ED"].as_slice(), 100),
        (["PH", "PC", "PRI", "CR", "new", "nh", ""].as_slice(), 5),
    ] {
        for organisation in organisations.iter().copied() {
            let rule = default_rule(Some(organisation));
            assert_eq!((rule.quantity, rule.level), (quantity, LimitLevel::Default), "{organisation}");
            assert_eq!(rule.window, Window::Rolling { hours: 24 }, "{organisation}");
        }
    }
    assert_eq!(default_rule(None), GUEST_DEFAULT);
    assert_eq!(GUEST_DEFAULT.quantity, 5);
}

#[test]
fn what_went_to_an_address_is_counted_only_for_whoever_confirmed_an_email_address() {
    let (email, address) = (Some("ada@example.com".to_owned()), Some("1somestreet".to_owned()));
    assert_eq!(Orderer::looking(None, address.clone()), Orderer::guest(None, None));
    assert_eq!(Orderer::looking(email.clone(), address.clone()), Orderer::guest(email, address));
}

#[test]
fn who_is_signed_in_is_counted_by_their_account_and_has_the_limits_of_where_they_work() {
    let account = AccountId(uuid::Uuid::from_u128(7));
    let member = Member { account, email: "ada@example.com".to_owned(), establishment: None, audience: None };
    let levels = |member: &Member| -> Vec<String> {
        Orderer::member(member).levels.iter().map(|(level, subject)| format!("{level} {subject}")).collect()
    };
    assert_eq!(levels(&member), [format!("account {account}"), "everyone ".to_owned()]);
    let works = Member { establishment: EstablishmentKey::read("NH:GPS").ok(), ..member };
    assert_eq!(levels(&works)[1..], ["establishment NH:GPS", "organisation NH", "everyone "]);
    let reads = Member { audience: AudienceKey::read("carers").ok(), ..works.clone() };
    assert_eq!(levels(&reads)[1..], ["establishment NH:GPS", "organisation NH", "audience carers", "everyone "]);
    let orderer = Orderer::member(&works);
    assert_eq!((orderer.email.as_deref(), orderer.address), (Some("ada@example.com"), None));
    assert_eq!(default_rule(orderer.organisation.as_deref()).quantity, 500);
}

#[test]
fn an_allowance_never_goes_below_zero() {
    let left = allowance(GUEST_DEFAULT, counted(7, 0, 1), 0, hour(9));
    assert_eq!((left.remaining, left.resets_at), (0, Some(hour(24))));
    assert_eq!(left.returning, 0, "6 of 5 are counted still when the first copy leaves");
}

#[test]
fn the_oldest_copies_come_back_when_their_window_ends() {
    let left = allowance(GUEST_DEFAULT, counted(4, 2, 3), 7, hour(9));
    assert_eq!((left.remaining, left.resets_at, left.returning), (8, Some(hour(26)), 3));
    let none = allowance(GUEST_DEFAULT, Counted::default(), 0, hour(9));
    assert_eq!((none.remaining, none.resets_at, none.returning), (5, None, 0));
    for window in [Window::PerOrder, Window::Lifetime] {
        let never = allowance(LimitRule { window, ..GUEST_DEFAULT }, counted(4, 2, 3), 0, hour(9));
        assert_eq!((never.remaining, never.resets_at, never.returning), (1, None, 0));
    }
    let over = allowance(GUEST_DEFAULT, counted(6, 0, 3), 0, hour(9));
    assert_eq!((over.remaining, over.returning), (0, 2), "what was beyond the rule does not come back");
}

#[test]
fn an_allowance_names_its_rule_and_the_time_in_which_copies_count() {
    let id = Some(LimitRuleId(uuid::Uuid::from_u128(7)));
    let period = |window: Window| {
        let left = allowance(LimitRule { id, window, ..GUEST_DEFAULT }, Counted::default(), 0, hour(90));
        assert_eq!((left.rule, left.window), (id, window));
        left.period
    };
    assert_eq!(period(Window::Rolling { hours: 48 }), Some((hour(42), hour(90))));
    assert_eq!(period(Window::Lifetime), Some((Timestamp::MIN, hour(90))));
    assert_eq!(period(Window::PerOrder), None);
    assert_eq!(allowance(GUEST_DEFAULT, Counted::default(), 0, hour(90)).rule, None);
}

#[test]
fn copies_come_back_only_when_both_counts_let_them_go() {
    assert_eq!(counted(4, 1, 2).larger(counted(3, 5, 3)), counted(4, 1, 1), "3 are counted by address still");
    assert_eq!(counted(4, 5, 2).larger(counted(3, 1, 3)), counted(4, 5, 2), "the address let go before");
    assert_eq!(counted(3, 1, 3).larger(counted(3, 5, 1)), counted(3, 5, 1), "the one that holds longer");
    assert_eq!(counted(3, 1, 3).larger(Counted::default()), counted(3, 1, 3));
    assert_eq!(Counted::default().larger(Counted::default()), Counted::default());
}

proptest! {
    #[test]
    fn a_grant_is_used_after_the_rule_and_only_as_far_as_it_goes(limit in 0_i64..50, counted in 0_i64..80, granted in 0_i64..50, copies in 0_i64..200) {
        let rule = LimitRule { quantity: limit, ..GUEST_DEFAULT };
        let left = allowance(rule, Counted { copies: counted, ..Counted::default() }, granted, hour(9));
        let beyond = left.beyond_rule(copies);
        prop_assert!((0..=granted).contains(&beyond));
        if copies <= left.remaining {
            prop_assert!(copies - beyond + counted <= limit.max(counted), "what is not granted stays within the rule");
        }
    }
}
