//! Each field that is searched finds its publication, and weighs what it should.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

/// How much a word counts where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Weight {
    Title,
    Topic,
    Description,
}

/// The title and code of a leaflet of its own; how its field is filled; a word that nothing but this field holds; its weight.
const FIELDS: [(&str, &str, &str, Weight); 13] = [
    ("Aa", "update editions e set title = 'Quokka' where e.publication_id = $1", "quokka", Weight::Title),
    (
        "Bb",
        "update publications set serial = 900, programme_id = (select id from programmes where code = 'TRA') where id = $1",
        "travel",
        Weight::Topic,
    ),
    (
        "Cc",
        "insert into publication_diseases (publication_id, disease) values ($1, 'cholera')",
        "cholera",
        Weight::Topic,
    ),
    (
        "Dd",
        "insert into publication_vaccinations (publication_id, vaccination) values ($1, 'chickenpox-varicella')",
        "varicella",
        Weight::Topic,
    ),
    ("Ee", "update publications set keywords = '{numbat,dibbler}' where id = $1", "dibbler", Weight::Topic),
    ("Ff", "update publications set summary = 'About a wombat' where id = $1", "wombat", Weight::Description),
    ("Gg", "update editions e set summary = 'About a bilby' where e.publication_id = $1", "bilby", Weight::Description),
    (
        "Hh",
        "update editions set resource_type = 'pull-up-banner' where publication_id = $1",
        "banner",
        Weight::Description,
    ),
    (
        "Ii",
        "insert into publication_audiences (publication_id, audience) values ($1, 'local-authorities')",
        "authorities",
        Weight::Description,
    ),
    (
        "Jj",
        "insert into publication_settings (publication_id, setting) values ($1, 'library')",
        "library",
        Weight::Description,
    ),
    ("Kk", "update editions set language = 'cy' where publication_id = $1", "welsh", Weight::Description),
    ("Ll", "update editions set language = 'pl' where publication_id = $1", "polski", Weight::Description),
    ("Mm", "update editions set format = 'easy-read' where publication_id = $1", "easy", Weight::Description),
];

/// Another leaflet gets a word there, and there alone.
async fn rival_gets(world: &World, term: &str, weight: Weight) {
    let (keyword, summary) = if weight == Weight::Topic { (term, "") } else { ("", term) };
    let sql = "update publications set keywords = array_remove(array[$1], ''), summary = $2 where title = 'Rival'";
    sqlx::query(sql).bind(keyword).bind(summary).execute(&world.db).await.unwrap();
    world.run("select refresh_listings(array(select id from publications where title = 'Rival'))").await;
}

async fn found(visitor: &mut Visitor, word: &str) -> Vec<String> {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("q", word).finish();
    visitor.opens(&format!("/publications?{query}")).await;
    if visitor.text().contains("No publications") { Vec::new() } else { visitor.attributes("#results h3 a", "href") }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_field_finds_its_publication(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for title in FIELDS.iter().map(|(title, ..)| *title).chain(["Rival"]) {
        world.has(Leaflet { title, code: title, ..Leaflet::default() }).await;
    }
    let mut visitor = world.visitor();
    for (title, fills, word, weight) in FIELDS {
        assert!(found(&mut visitor, word).await.is_empty(), "{word} stands nowhere yet");
        let id: uuid::Uuid = sqlx::query_scalar("select id from publications where title = $1")
            .bind(title)
            .fetch_one(&world.db)
            .await
            .unwrap();
        sqlx::query(fills).bind(id).execute(&world.db).await.unwrap();
        sqlx::query("select refresh_listings(array[$1])").bind(id).execute(&world.db).await.unwrap();
        let address = |hrefs: Vec<String>| -> Vec<String> {
            hrefs.iter().map(|href| href.split('?').next().unwrap_or_default().replace("/publications/", "")).collect()
        };
        let (slug, rival) = (title.to_lowercase(), "rival".to_owned());
        assert_eq!(address(found(&mut visitor, word).await), std::slice::from_ref(&slug), "{word}");
        let (other, expected) = match weight {
            Weight::Title => (Weight::Topic, [slug, rival]),
            Weight::Topic => (Weight::Description, [slug, rival]),
            Weight::Description => (Weight::Topic, [rival, slug]),
        };
        rival_gets(&world, word, other).await;
        assert_eq!(address(found(&mut visitor, word).await), expected, "{word} beside {other:?}");
        rival_gets(&world, "", Weight::Description).await;
    }
}
