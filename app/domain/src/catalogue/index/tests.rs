use jiff::{Timestamp, civil::date};
use proptest::prelude::*;

use super::*;
use crate::{
    catalogue::{
        edition::{AccessType, AccessibleFormat, ResourceType},
        search::Facet,
        taxonomy::LanguageTag,
    },
    paging::{Cursor, Position},
};

const LANGUAGES: [&str; 3] = ["en", "fr", "pl"];
const KEYS: [&str; 3] = ["a", "b", "c"];

fn at(day: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + day * 86_400).expect("a moment")
}

/// A publication drawn from small numbers, so that searches meet.
pub(super) fn publication(id: u128, seed: &[usize]) -> NewEntry {
    let pick = |at: usize| seed[at % seed.len()];
    let small = |at: usize| i64::try_from(pick(at)).expect("small");
    let keys = |at: usize| KEYS.iter().take(pick(at) % 3).map(|key| (*key).to_owned()).collect();
    let editions = (0..=pick(0) % 3).map(|e| NewEdition {
        id: EditionId(uuid::Uuid::from_u128(id * 10 + e as u128)),
        language: LanguageTag::parse(LANGUAGES[(pick(1) + e) % 3]).expect("a tag"),
        format: AccessibleFormat::ALL[pick(2 + e) % 3],
        resource_type: ResourceType::ALL[pick(3 + e) % 3],
        access: AccessType::ALL[pick(4 + e) % 3],
        is_restricted: false,
        order_from: (pick(5) % 4 == 0).then_some(date(2027, 1, 1)),
        order_end: (pick(6 + e) % 4 == 0).then_some(date(2023, 1, 1)),
        version: i32::try_from(pick(7 + e) % 5).expect("small"),
        code: format!("{:03}{e}", pick(8) % 50),
        published_at: at(small(9 + e) % 7),
        updated_at: at(small(10 + e) % 7),
        created_at: at(small(11 + e) % 7),
    });
    NewEntry {
        id: PublicationId(uuid::Uuid::from_u128(id)),
        title: format!("title {}", pick(12) % 9),
        titles: Vec::new(),
        programme: KEYS[pick(13) % 3].to_owned(),
        programme_name: KEYS[pick(13) % 3].to_owned(),
        diseases: keys(14),
        vaccinations: keys(15),
        audiences: keys(16),
        settings: keys(17),
        updated_at: at(small(18) % 7),
        popularity: small(19) % 4,
        editions: editions.collect(),
    }
}

fn index(seeds: &[Vec<usize>]) -> Index {
    let mut index = Index::default();
    for (at, seed) in seeds.iter().enumerate() {
        index.put(publication(at as u128 + 1, seed));
    }
    index
}

pub(super) fn now(index: &Index) -> Now {
    let sold_out =
        index.entries().iter().filter(|entry| entry.popularity == 1).map(|entry| entry.editions[0].id).collect();
    Now { today: date(2023, 12, 17), zone: TimeZone::UTC, sold_out: Arc::new(sold_out) }
}

fn seeds() -> impl Strategy<Value = Vec<Vec<usize>>> {
    proptest::collection::vec(proptest::collection::vec(0_usize..60, 20), 0..40)
}

fn choices() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let choice = prop::sample::select(vec![
        ("language", "en"),
        ("language", "pl"),
        ("format", "standard"),
        ("format", "audio"),
        ("type", "audio"),
        ("type", "alternative"),
        ("access", "order-only"),
        ("available", "now"),
        ("programme", "a"),
        ("programme", "b"),
        ("disease", "a"),
        ("audience", "b"),
        ("updated_since", "2023-11-18"),
    ]);
    proptest::collection::vec(choice, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_count_of_a_value_is_what_it_gives(seeds in seeds(), choices in choices()) {
        let index = index(&seeds);
        let search = Search::read(choices);
        let found = index.find(&search, &None, &now(&index));
        for facet in Facet::ALL.iter().copied() {
            let names: Vec<String> = if facet == Facet::Available { vec!["now".to_owned()] } else { index.values.names(facet).to_vec() };
            for value in names {
                let others = search.parameters().into_iter().filter(|(name, _)| *name != facet.as_str());
                let narrowed = Search::read(others.chain([(facet.as_str(), value.clone())]));
                let counted = found.counts.iter().find(|count| count.facet == facet && count.value == value);
                prop_assert_eq!(index.find(&narrowed, &None, &now(&index)).total, counted.map_or(0, |count| count.publications), "{} = {}", facet, value);
            }
        }
        for (since, counted) in found.ages {
            let others = search.parameters().into_iter().filter(|(name, _)| *name != "updated_since");
            let narrowed = Search::read(others.chain([("updated_since", since.text())]));
            prop_assert_eq!(index.find(&narrowed, &None, &now(&index)).total, counted, "since {}", since.text());
        }
    }

    #[test]
    fn pages_of_editions_hold_each_that_fits_once(seeds in seeds(), choices in choices(), sort in prop::sample::select(vec!["", "published", "-updated", "title", "-version", "code"])) {
        let index = index(&seeds);
        let search = Search::read(choices.into_iter().chain([("size", "10"), ("sort", sort)]));
        let (mut found, mut position) = (Vec::new(), Position::Start);
        let total = loop {
            let page = index.find_editions(&search.at(position), &None, &now(&index));
            found.extend(page.page);
            match page.next {
                Some(next) => position = Position::After(next),
                None => break page.total,
            }
        };
        let distinct: HashSet<EditionId> = found.iter().copied().collect();
        prop_assert_eq!((distinct.len(), i64::try_from(found.len()).expect("few")), (found.len(), total));
        let publications = index.entries().iter().filter(|entry| entry.editions.iter().any(|edition| distinct.contains(&edition.id)));
        // Publications are asked since when anything of them changed, editions since when they did.
        if search.updated_since.is_none() {
            let of_publications = index.find(&search, &None, &now(&index)).total;
            prop_assert_eq!(i64::try_from(publications.count()).expect("few"), of_publications);
        }
    }

    #[test]
    fn pages_hold_every_result_once_both_ways(seeds in seeds(), sort in prop::sample::select(vec!["", "published", "-updated", "created", "title", "-title", "programme", "-version", "code", "-popular"])) {
        let index = index(&seeds);
        let search = Search::read([("size", "10"), ("sort", sort)]);
        let (mut forth, mut position) = (Vec::new(), Position::Start);
        let last = loop {
            let found = index.find(&search.at(position), &None, &now(&index));
            forth.extend(found.page.clone());
            match found.next.clone() {
                Some(next) => position = Position::After(next),
                None => break found,
            }
        };
        prop_assert_eq!(forth.len(), index.len());
        let mut distinct = forth.clone();
        distinct.sort();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), forth.len());
        let (mut back, mut previous) = (last.page.clone(), last.previous);
        while let Some(cursor) = previous {
            let found = index.find(&search.at(Position::Before(cursor)), &None, &now(&index));
            back = [found.page, back].concat();
            previous = found.previous;
        }
        prop_assert_eq!(back, forth);
    }

    #[test]
    fn taking_out_and_putting_back_changes_nothing(seeds in seeds(), at in 0_usize..40) {
        let mut index = index(&seeds);
        let before = index.find(&Search::default(), &None, &now(&index));
        if let Some(seed) = seeds.get(at) {
            let id = at as u128 + 1;
            index.remove(PublicationId(uuid::Uuid::from_u128(id)));
            prop_assert_eq!(index.len(), seeds.len() - 1);
            index.put(publication(id, seed));
        }
        let after = index.find(&Search::default(), &None, &now(&index));
        prop_assert_eq!((before.page, before.counts), (after.page, after.counts));
    }
}

#[test]
fn hits_are_sorted_by_tier_then_rank() {
    let seed: Vec<usize> = (0..20).collect();
    let index = index(&[seed.clone(), seed.clone(), seed.clone(), seed]);
    let id = |n: u128| PublicationId(uuid::Uuid::from_u128(n));
    let hits = HashMap::from([
        (id(1), Hit { tier: 5, rank: 0.9 }),
        (id(2), Hit { tier: 1, rank: 0.1 }),
        (id(4), Hit { tier: 5, rank: 0.95 }),
    ]);
    let found = index.find(&Search::read([("q", "flu")]), &Some(Arc::new(hits)), &now(&index));
    assert_eq!((found.page, found.total), (vec![id(2), id(4), id(1)], 3));
}

#[test]
fn a_false_cursor_gives_the_first_page() {
    let seeds: Vec<Vec<usize>> = (1..26).map(|at| vec![at; 20]).collect();
    let index = index(&seeds);
    let search = Search::read([("size", "10"), ("sort", "title")]);
    let at = |position| index.find(&search.at(position), &None, &now(&index));
    let first = at(Position::Start);
    let next = first.next.clone().expect("a second page");
    let second = at(Position::After(next.clone()));
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(at(Position::After(Cursor { page: 3, ..next.clone() })).number, 2, "rows tell the number");
    assert_eq!(at(Position::Before(second.previous.expect("a first page"))).number, 1);
    let keys = |order: &str, number: &str| [order, number, next.keys[2].as_str()].map(str::to_owned).to_vec();
    for false_one in [
        Cursor { page: 0, ..next.clone() },
        Cursor { page: 999, ..next.clone() },
        Cursor { keys: keys("-title", "0"), ..next.clone() },
        Cursor { keys: keys("title", "many"), ..next.clone() },
        Cursor { keys: Vec::new(), ..next.clone() },
    ] {
        for position in [Position::After(false_one.clone()), Position::Before(false_one)] {
            let found = at(position.clone());
            assert_eq!((&found.page, found.number, found.previous), (&first.page, 1, None), "{position:?}");
        }
    }
}
