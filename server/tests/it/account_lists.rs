//! Lists: named, bounded, one's own, read by whoever has their link as long as that holds, and put into the basket at once
//! (CP-23).

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_again::{LINES, SECOND_VERSION, adds, body_of, posts_at_once},
    account_people::{GRACE, ada, signs_up},
    builders::Leaflet,
    order::MEASLES,
    said::says_once,
    visitor::Visitor,
    world::{ORIGIN, World},
};

const FLU: &str = "/publications/flu-leaflet";
const LISTED: &str = "select s.name || ': ' || e.product_code || ' ' || l.quantity
    from saved_list_lines l join saved_lists s on s.id = l.list_id join editions e on e.id = l.edition_id order by 1";
const EVERYTHING: &str = "select coalesce(string_agg(to_jsonb(s)::text, ' ' order by id), '') from saved_lists s";

/// Ada, whose list "Winter" is of two measles leaflets and a flu leaflet; the page of the list.
async fn with_a_list(world: &World) -> (Visitor, String) {
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = ada(world).await;
    adds(&mut visitor, MEASLES, "2").await;
    adds(&mut visitor, FLU, "1").await;
    let lists = visitor.links("Save this as a list").remove(0);
    visitor.opens(&lists).await.sees("Your basket has 2 items").presses("Save the list").await;
    visitor.sees_error("list_name", "Enter a name for the list");
    visitor.fills("list_name", "Winter <b>").presses("Save the list").await;
    let list = visitor.path.clone();
    says_once(&mut visitor, "Your list was saved").await;
    visitor.sees("Winter <b>");
    (visitor, list)
}

fn id_of(list: &str) -> String {
    list.rsplit('/').next().expect("an id").to_owned()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_23_a_list_is_saved_changed_and_deleted(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, list) = with_a_list(&world).await;
    assert_eq!(world.texts(LISTED).await, ["Winter <b>: FLU-1-EN 1", "Winter <b>: MEA-1-EN 2"]);
    visitor.opens(&list).await.fills("line_quantity", "0").presses("Update Measles").await;
    visitor.fills("added_code", "NOTHING").fills("quantity", "1").presses("Add to the list").await;
    visitor.sees_error("added_code", "We have nothing with this product code");
    visitor.fills("added_code", "mea1en").fills("quantity", "4").presses("Add to the list").await;
    visitor.fills("list_name", "Spring").presses("Save").await.sees("Spring");
    assert_eq!(world.texts(LISTED).await, ["Spring: FLU-1-EN 1", "Spring: MEA-1-EN 4"]);
    visitor.opens(&list).await.fills("line_quantity", "99999").presses("Update Flu").await.sees("There is a problem");
    visitor.opens("/account/lists").await.sees("Spring").sees("2 items").opens(&list).await;
    visitor.presses("Delete this list").await;
    says_once(&mut visitor, "Your list was deleted").await;
    visitor.opens(&list).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
    assert!(world.texts(LISTED).await.is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_23_a_name_that_was_given_in_another_window_is_not_lost(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, list) = with_a_list(&world).await;
    let mut other = visitor.clone();
    other.opens(&list).await;
    visitor.opens(&list).await.fills("list_name", "Spring").presses("Save").await.sees("Your list was saved");
    other.fills("list_name", "Summer").presses("Save").await;
    other.sees_error("list_name", "The list got another name in the meantime").sees("Spring");
    assert_eq!(other.value_of("list_name"), "Summer", "what was typed is kept");
    other.presses("Save").await.sees("Your list was saved").sees("Summer");
    visitor.opens(&list).await.sees("Summer");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_23_a_list_goes_into_the_basket_at_once_and_says_what_does_not(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, list) = with_a_list(&world).await;
    world.run("delete from basket_lines").await;
    world.run(SECOND_VERSION).await;
    world.run("update editions set status = 'withdrawn' where code_normalised = 'FLU1EN'").await;
    visitor.opens(&list).await.sees("1 of 2 has a newer edition: swapped").sees("This is no longer available");
    let body = body_of(&visitor, "Put into my basket");
    let answers = posts_at_once(&visitor, "/do/account/lists/to-basket", &body, 8).await;
    assert!(answers.iter().all(|status| *status == StatusCode::SEE_OTHER), "{answers:?}");
    assert_eq!(world.texts(LINES).await, ["MEA-2-EN 2"], "once, however often it is pressed");
    // Another quantity is of the newer edition from now on.
    visitor.opens(&list).await.fills("line_quantity", "3").presses("Update Measles").await;
    assert_eq!(world.texts(LISTED).await, ["Winter <b>: FLU-1-EN 1", "Winter <b>: MEA-2-EN 3"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_23_whoever_has_the_link_reads_the_list_until_it_is_taken_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, list) = with_a_list(&world).await;
    let shares = |visitor: &Visitor| {
        let link = visitor.all("main bdi").into_iter().find(|text| text.contains("/lists/")).expect("a link");
        link.trim_start_matches(ORIGIN).to_owned()
    };
    visitor.opens(&list).await.presses("Make a link").await.sees("Your list has a link now");
    let link = shares(&visitor);
    assert!(link.len() > "/lists/".len() + 42, "256 bits: {link}");
    assert!(!world.text(EVERYTHING).await.contains(link.trim_start_matches("/lists/")), "only its hash is stored");
    let mut guest = world.visitor();
    guest.opens(&link).await.sees("Winter <b>").sees("Measles leaflet").does_not_see("Ada").does_not_see("Delete");
    assert!(guest.cookies.is_empty() && guest.all("main form").len() == 1, "it is to be read");
    guest.presses("Put into my basket").await.sees("Measles leaflet").sees("Flu leaflet");
    visitor.opens(&list).await.presses("Stop sharing").await;
    let body = format!("share={}&key=0123456789abcdef", link.trim_start_matches("/lists/"));
    for gone in [link.as_str(), "/lists/x", "/lists/%00"] {
        guest.opens(gone).await.sees("This link to a list has ended").does_not_see("Winter");
        assert_eq!(guest.status, StatusCode::GONE, "{gone}");
    }
    guest.once(Method::POST, "/do/lists/to-basket", Some(body)).await;
    assert_eq!(guest.status, StatusCode::GONE);
    visitor.opens(&list).await.presses("Make a link").await;
    assert_ne!(shares(&visitor), link, "what was taken back stays so");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_23_nobody_has_more_lists_than_allowed_however_they_are_made(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, _) = with_a_list(&world).await;
    world
        .run(
            "insert into saved_lists (id, account_id, name, created_at, updated_at)
             select gen_random_uuid(), account_id, 'List ' || n, created_at, updated_at from saved_lists, generate_series(1, 16) n",
        )
        .await;
    let answers = posts_at_once(&visitor, "/do/account/lists/save", "list_name=Raced", 8).await;
    assert!(answers.iter().all(|status| *status == StatusCode::SEE_OTHER), "{answers:?}");
    assert_eq!(world.count("select count(*) from saved_lists").await, 20);
    visitor.opens("/account/lists").await.fills("list_name", "More").presses("Save the list").await;
    visitor.sees_error("list_name", "You can have 20 lists");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_23_nobody_reads_or_changes_the_list_of_somebody_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (_, list) = with_a_list(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let before = (world.text(EVERYTHING).await, world.texts(LISTED).await, world.texts(LINES).await);
    for id in [id_of(&list), "00000000-0000-7000-8000-000000000000".to_owned()] {
        grace.opens(&format!("/account/lists/{id}")).await.does_not_see("Winter");
        assert_eq!(grace.status, StatusCode::NOT_FOUND);
        for (form, more) in [
            ("rename", "&list_name=Mine&list_known=Winter+%3Cb%3E&account_id=x"),
            ("delete", ""),
            ("share", "&share_number=9"),
            ("stop-sharing", ""),
            ("change-line", "&edition=MEA-1-EN&line_quantity=0"),
            ("add-line", "&added_code=MEA-1-EN&quantity=1"),
            ("to-basket", "&key=0123456789abcdef"),
        ] {
            let path = format!("/do/account/lists/{form}");
            grace.once(Method::POST, &path, Some(format!("list={id}{more}"))).await;
            assert_eq!(grace.status, StatusCode::NOT_FOUND, "{form}");
            let mut guest = world.visitor();
            guest.once(Method::POST, &path, Some(format!("list={id}{more}"))).await;
            assert!(guest.status.is_redirection() || guest.status == StatusCode::FORBIDDEN, "{form}");
        }
    }
    let after = (world.text(EVERYTHING).await, world.texts(LISTED).await, world.texts(LINES).await);
    assert_eq!(after, before);
}
