//! What makes registering bearable: nothing is lost, whoever listens to a page or prints it is served, and failures say
//! what became of the answers.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registry_journey::{answers_everything, sends},
    registry_pages::{WAY, begins, continues, goes_to, opens},
    visitor::Visitor,
    world::World,
};

/// EH-05: going back, loading again and closing the tab keep what was typed, right or wrong.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_05_nothing_that_was_typed_is_lost(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    opens(&mut visitor, "name").await;
    continues(&mut visitor, &[("first_name", "Ada"), ("last_name", "Lovelace")]).await;
    continues(&mut visitor, &[("postal_code", "90210")]).await;
    visitor.sees_error("postal_code", "Enter a Canadian postal code, like V8W 9W2");
    opens(&mut visitor, "name").await;
    assert_eq!((visitor.value_of("first_name"), visitor.value_of("last_name")), ("Ada".into(), "Lovelace".into()));
    let mut another_tab = world.visitor();
    another_tab.cookies.clone_from(&visitor.cookies);
    for _ in 0..2 {
        opens(&mut another_tab, "postal-code").await;
        assert_eq!(another_tab.value_of("postal_code"), "90210");
    }
}

/// EH-27: a map is offered only where there is one, outside of what opens, with its kind and size.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_27_a_map_is_offered_where_there_is_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "locations").await;
    assert_eq!(visitor.links("Map of"), [] as [&str; 0]);
    world.run("update regions set map_url = 'https://example.org/fraser.pdf', map_kind = 'PDF', map_bytes = 2097152 where id = 'FraserRegion'").await;
    opens(&mut visitor, "locations").await;
    assert_eq!(visitor.links("Map of"), ["https://example.org/fraser.pdf"]);
    visitor.sees("Map of Fraser Region (PDF, 2 MB)");
    assert!(visitor.all("details a").is_empty(), "the map stands outside of what opens");
}

/// EH-07: a page begins at its top; only the summary of errors takes the focus, and nothing of the header ever does.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_07_only_a_summary_of_errors_takes_the_focus(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    opens(&mut visitor, "name").await;
    assert!(visitor.attributes("[autofocus]", "class").is_empty());
    continues(&mut visitor, &[]).await;
    assert_eq!(visitor.attributes("[autofocus]", "tabindex"), ["-1"]);
    assert_eq!(visitor.all("main [autofocus] h2"), ["There is a problem"]);
    assert_eq!(visitor.attributes("main [autofocus] a", "href"), ["#first_name", "#last_name"]);
}

/// EH-38: whoever wants it on paper is told how, before and after sending; the hint itself stays off it.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_38_the_last_pages_say_how_to_print(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = sends(&world).await;
    let hints = |visitor: &Visitor| visitor.all("p.no-print").join(" ");
    assert!(hints(&visitor).contains("save it as a PDF"), "{}", hints(&visitor));
    visitor = answers_everything(&world).await;
    assert!(hints(&visitor).contains("You can print this page"), "{}", hints(&visitor));
    // What is typed in any spelling is shown as it is kept.
    visitor.sees("V8W 9W2").does_not_see("v8w9w2");
}

/// EH-45: where the service fails, the page speaks of answers and gives back what was sent.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_45_a_failure_says_that_answers_are_kept(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    opens(&mut visitor, "name").await;
    continues(&mut visitor, &[("first_name", "Ada"), ("last_name", "Lovelace")]).await;
    world.run("alter table draft_answers rename to away").await;
    let mut reader = visitor.clone();
    continues(&mut visitor, &[("postal_code", "V8W 9W2")]).await;
    reader.opens("/register/name").await;
    for failed in [&mut visitor, &mut reader] {
        failed.sees("Sorry, there is a problem").sees("The answers you gave before are still there");
        failed.does_not_see("your basket");
        assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    }
    world.run("alter table away rename to draft_answers").await;
    visitor.presses("Send it again").await;
    assert_eq!(visitor.path, "/register/phones");
    opens(&mut visitor, "name").await;
    assert_eq!(visitor.value_of("first_name"), "Ada");
}

/// EH-46: every page carries our own name, and fits the width of the device.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_46_every_page_has_our_name_and_fits_a_telephone(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    for page in ["/register", "/register/name", "/register/tasks", "/register/resume", "/my"] {
        visitor.opens(page).await;
        assert_eq!(visitor.attributes("meta[name=viewport]", "content"), ["width=device-width, initial-scale=1"]);
        assert!(visitor.all("header").concat().contains("Healthpost"), "{page}");
        assert_eq!(visitor.all("footer").len(), 1, "{page}");
    }
}

/// One heading, ids that are unique, and a label for every input.
#[track_caller]
fn is_readable(visitor: &Visitor) {
    let at = &visitor.path;
    assert_eq!(visitor.all("h1").len(), 1, "{at}");
    let ids = visitor.attributes("[id]", "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{at}: {ids:?}");
    let labelled: BTreeSet<String> = visitor.attributes("label[for]", "for").into_iter().collect();
    let inputs = "main input:not([type=hidden]), main select, main textarea";
    let named = visitor.attributes(inputs, "id");
    assert_eq!(named.len(), visitor.all(inputs).len(), "{at}");
    for id in named {
        assert!(labelled.contains(&id), "{at}: nothing says what {id} is");
    }
}

/// Every input and list at which an error stands says that it is wrong, and no other does: none of a day's, whose error
/// stands at all three.
fn says_what_is_wrong(visitor: &Visitor) {
    let typed = ["input[type=text]", "input[type=email]", "input[type=tel]", "select", "textarea"];
    let wrong = typed.map(|input| format!("main :has(> p[id$='-error']) > {input}")).join(", ");
    let said = visitor.attributes("main [aria-invalid='true']", "name");
    assert_eq!(said, visitor.attributes(&wrong, "name"), "{}", visitor.path);
}

/// RP-45: every page of the wizard is empty, wrong and filled in, all of it without scripts, and can be read aloud each
/// time. Browsers run axe over the same pages.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_45_every_page_can_be_read_aloud(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    for (slug, typed) in WAY {
        opens(&mut visitor, slug).await;
        is_readable(&visitor);
        continues(&mut visitor, &[]).await;
        is_readable(&visitor);
        says_what_is_wrong(&visitor);
        opens(&mut visitor, slug).await;
        continues(&mut visitor, typed).await;
        opens(&mut visitor, slug).await;
        is_readable(&visitor);
    }
    for page in ["/register/tasks", "/register/check", "/register/save", "/my", "/register/resume"] {
        visitor.opens(page).await;
        is_readable(&visitor);
    }
}
