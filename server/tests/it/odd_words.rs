//! Odd words in every place that searches: the list, feeds, suggestions, programmes, and for programs. Each is
//! answered, means no more than its letters, and changes nothing.

use atom_syndication::Feed;
use axum::http::StatusCode;
use domain::catalogue::search::MAX_QUERY_CHARS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{api, visitor::Visitor, world::World};

/// Words that look like something else, with nothing in them that the sample has.
const ODD: [(&str, &str); 14] = [
    ("a regular expression", "^m[aeiou].*s$"),
    ("groups", "(zz|qx)as(vv)+"),
    ("unclosed groups", "((([[[{{{"),
    ("SQL", "zzqx'; drop table publications; --"),
    ("SQL that is always true", "zzz' or 'zzz'='zzz"),
    ("wild cards", "zz%_zz*?"),
    ("a tsquery", "zzqx & | ! :* <-> 'zzqx'"),
    ("markup", "\"><script>alert('zzqx')</script>"),
    ("a template", "${7*7}{{zzqx}}#{zzqx}"),
    ("a path", "../../../../etc/zzqx"),
    ("emoji", "💉👩🏽‍⚕️🏴󠁧󠁢󠁷󠁬󠁳󠁿 zzqx"),
    ("combining signs", "z̷̧̢̛͓͙͔z̸q̷x̶"),
    ("directions", "\u{202e}zzqx\u{2066}\u{200f}"),
    ("another alphabet", "зззз 無無 ωωωω"),
];

fn percent(words: &str) -> String {
    percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// What a query finds: titles in the list. It stands in its box as it was typed.
async fn listed(visitor: &mut Visitor, words: &str) -> Vec<String> {
    visitor.opens(&format!("/publications?q={}", percent(words))).await;
    assert_eq!(visitor.status, StatusCode::OK, "{words:?}: {}", visitor.text());
    assert_eq!(visitor.value_of("q"), words, "it is given back");
    assert!(visitor.all("main script").iter().all(|script| !script.contains("alert")), "{words:?} is a script");
    if visitor.text().contains("No publications") { Vec::new() } else { visitor.all("#results h3 a") }
}

async fn fed(visitor: &mut Visitor, words: &str) -> Vec<String> {
    visitor.opens(&format!("/publications.atom?q={}", percent(words))).await;
    let feed: Feed = visitor.body.parse().unwrap_or_else(|error| panic!("{words:?}: {error} in {}", visitor.body));
    assert!(feed.title.value.contains(words), "{words:?}: {}", feed.title.value);
    feed.entries.into_iter().map(|entry| entry.title.value).collect()
}

async fn suggested(visitor: &mut Visitor, words: &str, programme: &str) -> Vec<String> {
    visitor.opens(&format!("/suggestions?q={}&programme={programme}", percent(words))).await;
    assert_eq!(visitor.status, StatusCode::OK, "{words:?}: {}", visitor.text());
    visitor.all("[role=option] .font-bold")
}

/// A programme's page, and the search that its box asks for.
async fn in_programme(visitor: &mut Visitor, words: &str) -> String {
    visitor.opens("/programmes").await;
    let (page, name) = (visitor.attributes("a.programme", "href").remove(0), visitor.all("a.programme").remove(0));
    visitor.opens(&format!("{page}?q={}", percent(words))).await;
    assert_eq!((visitor.status, visitor.all("h1")), (StatusCode::OK, vec![name]), "{words:?}");
    visitor.opens(&page).await.fills("q", words).presses("Search").await;
    assert_eq!((visitor.status, visitor.value_of("q").as_str()), (StatusCode::OK, words));
    page.rsplit('/').next().expect("a slug").to_owned()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_looks_like_something_else_is_words(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let rows = "select (select count(*) from publications) + (select count(*) from editions) + (select count(*) from listings)";
    let before = world.count(rows).await;
    for (name, words) in ODD {
        let listed = listed(&mut visitor, words).await.len();
        let fed = fed(&mut visitor, words).await.len();
        let told = api::all(&mut visitor, &format!("q={}", percent(words))).await.len();
        // Signs alone ask for nothing: lists show everything then.
        if words.chars().any(char::is_alphanumeric) {
            assert_eq!((listed, fed, told), (0, 0, 0), "{name}: list, feed, programs");
        } else {
            assert!(listed > 0 && fed > 0 && told > 0, "{name}: list, feed, programs");
        }
        assert!(suggested(&mut visitor, words, "").await.is_empty(), "{name}: suggestions");
        let programme = in_programme(&mut visitor, words).await;
        assert!(suggested(&mut visitor, words, &programme).await.is_empty(), "{name}: suggestions of a programme");
    }
    assert_eq!(world.count(rows).await, before);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn words_are_read_from_right_to_left_too(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let (words, flu) = ("الإنفلونزا", "Flu vaccination: leaflet for parents");
    assert!(!listed(&mut visitor, words).await.is_empty());
    visitor.opens(&format!("/publications?q={}&language=ar", percent(words))).await;
    assert!(visitor.attributes("#results h3 a", "dir").contains(&"rtl".to_owned()), "{}", visitor.text());
    assert!(fed(&mut visitor, words).await.contains(&flu.to_owned()));
    assert!(suggested(&mut visitor, words, "").await.contains(&flu.to_owned()));
    let records = api::all(&mut visitor, &format!("language=ar&q={}", percent(words))).await;
    assert!(records.iter().any(|record| record["code"] == "FLU-0017-AR-01"), "{records:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_question_ends_after_two_hundred_characters(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    // Blanks of two bytes: characters are counted.
    let inside = format!("{:\u{a0}<1$}zzqx", "shingles", MAX_QUERY_CHARS - 4);
    let beyond = format!("{:\u{a0}<1$}zzqx", "shingles", MAX_QUERY_CHARS);
    let (plain, plain_feed) = (listed(&mut visitor, "shingles").await, fed(&mut visitor, "shingles").await);
    let plain_box = suggested(&mut visitor, "shingles", "").await;
    assert!(!plain.is_empty() && !plain_feed.is_empty() && !plain_box.is_empty());
    assert!(listed(&mut visitor, &inside).await.is_empty() && fed(&mut visitor, &inside).await.is_empty());
    assert!(suggested(&mut visitor, &inside, "").await.is_empty());
    assert!(api::all(&mut visitor, &format!("q={}", percent(&inside))).await.is_empty());
    visitor.opens(&format!("/publications?q={}", percent(&beyond))).await;
    assert_eq!((visitor.all("#results h3 a"), visitor.value_of("q")), (plain, "shingles".to_owned()));
    visitor.opens(&format!("/publications.atom?q={}", percent(&beyond))).await;
    assert_eq!(visitor.body.matches("<entry>").count(), plain_feed.len());
    assert_eq!(suggested(&mut visitor, &beyond, "").await, plain_box);
    visitor.opens(&format!("/api/v1/editions?q={}", percent(&beyond))).await;
    assert_eq!(visitor.status, StatusCode::BAD_REQUEST, "programs are told");
}
