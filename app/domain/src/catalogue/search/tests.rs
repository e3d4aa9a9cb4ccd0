//! What is read from parameters, and what is written into links.

use proptest::prelude::*;

use super::*;

fn of(query: &[(&str, &str)]) -> Search {
    Search::read(query.iter().copied())
}

#[test]
fn unknown_parameters_and_values_are_dropped() {
    let search = of(&[
        ("format", "easy-read"),
        ("format", "papyrus"),
        ("colour", "red"),
        ("size", "21"),
        ("sort", "password"),
        ("sort", "-relevance"),
        ("after", "???"),
        ("available", "later"),
        ("updated_since", "yesterday"),
    ]);
    assert_eq!(search.parameters(), [("format", "easy-read".to_owned())]);
}

#[test]
fn links_are_canonical() {
    let search = of(&[
        ("type", "Posters"),
        ("q", " flu "),
        ("language", "pl"),
        ("language", "ar"),
        ("size", "20"),
        ("sort", "relevance"),
        ("available", "now"),
        ("updated_since", "2026-10-01"),
    ]);
    let expected = [
        ("available", "now"),
        ("language", "ar"),
        ("language", "pl"),
        ("q", "flu"),
        ("type", "poster"),
        ("updated_since", "2026-10-01"),
    ];
    assert_eq!(search.parameters(), expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn a_day_and_a_moment_are_both_understood() {
    let summer = TimeZone::fixed(jiff::tz::offset(1));
    let moment = |text| of(&[("updated_since", text)]).updated_since.map(|since| since.moment(&summer));
    assert_eq!(moment("2026-10-01"), "2026-09-30T23:00:00Z".parse().ok(), "a day begins where the service is");
    assert_eq!(moment("2026-10-01T12:30:00+01:00"), "2026-10-01T11:30:00Z".parse().ok());
    assert_eq!(moment("-009999-01-01"), None, "not everything: nothing was chosen");
}

#[test]
fn relevance_needs_words() {
    assert_eq!(of(&[("sort", "relevance")]).sort, Sort { key: SortKey::Published, descending: true });
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same_search(pairs in proptest::collection::vec(("q|language|format|type|programme|disease|access|available|updated_since|sort|size|after|x", ".{0,30}"), 0..8)) {
        let search = Search::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let again = Search::read(search.parameters());
        prop_assert_eq!(again, search);
    }
}
