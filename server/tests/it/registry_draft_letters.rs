//! Letters about registrations under way: in whose language, to whom, and what pages say of them.

use std::collections::BTreeSet;

use backend::registry::{Writer, saving};
use domain::{
    form::Answer,
    id::DraftId,
    locale::Locale,
    paths,
    registry::{Step, forms::Then},
    text::EmailAddress,
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::WRITER,
    registry_drafts::{begun, typed},
    registry_journey::starts,
    registry_my::{ADA, link_in},
    world::World,
};

const FRENCH: Writer = Writer { locale: Locale::French, from: None };

/// Saves a draft for Ada's address.
async fn saves(world: &World, draft: DraftId, writer: Writer) {
    let address = EmailAddress::read(ADA).expect("an address");
    saving::save(&world.backend, draft, &address, writer).await.expect("saved");
}

/// The subjects of letters to Ada, the newest last.
async fn subjects(world: &World) -> Vec<String> {
    world.mails_to(ADA).await.into_iter().map(|mail| mail.subject).collect()
}

/// Eight days before saved drafts end, and then a day later.
async fn is_reminded(world: &World) {
    for hours in [22 * 24, 24] {
        world.backend.clock.advance(SignedDuration::from_hours(hours));
        backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn letters_about_a_draft_are_in_the_language_of_whoever_wrote_it_last(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    // Begun in English, saved in French.
    let draft = begun(&world).await;
    saves(&world, draft, FRENCH).await;
    assert_eq!(subjects(&world).await, ["Vos réponses sont enregistrées"]);
    is_reminded(&world).await;
    assert_eq!(subjects(&world).await[1..], ["Votre inscription enregistrée sera bientôt supprimée"]);
    // Gone on with in English, by the button that saves what was typed.
    for (writer, subject) in [(WRITER, "Your answers are saved"), (FRENCH, "Vos réponses sont enregistrées")] {
        let form = typed(Step::Name, i32::MAX, Then::Save, &[("first_name", subject)]);
        let path = backend::registry::drafts::answer(&world.backend, draft, &form, writer).await.expect("saved");
        assert_eq!(path, paths::register_saved());
        assert_eq!(subjects(&world).await.last().map(String::as_str), Some(subject));
    }
    let form = typed(Step::Name, i32::MAX, Then::Continue, &[("first_name", "Ada"), ("last_name", "Lovelace")]);
    backend::registry::drafts::answer(&world.backend, draft, &form, WRITER).await.expect("right");
    is_reminded(&world).await;
    let reminder = "Your saved registration will be deleted soon";
    assert_eq!(subjects(&world).await.last().map(String::as_str), Some(reminder));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_has_two_drafts_is_reminded_of_both(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for _ in 0..2 {
        let draft = begun(&world).await;
        saves(&world, draft, WRITER).await;
        subjects(&world).await;
    }
    let mut expected = vec!["Your answers are saved", "Two registrations are saved for this address"];
    assert_eq!(subjects(&world).await, expected);
    is_reminded(&world).await;
    expected.extend(["Your saved registration will be deleted soon"; 2]);
    assert_eq!(subjects(&world).await, expected);
    let mails = world.mails_to(ADA).await;
    let links: BTreeSet<String> = mails[2..].iter().map(|mail| link_in(mail, "Delete my answers")).collect();
    assert_eq!(links.len(), 2);
    for link in links {
        world.visitor().opens(&link).await.sees("Delete your answers");
    }
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(subjects(&world).await.len(), 4, "once");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_page_after_saving_says_when_no_letter_is_written_any_more(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    let mut said = Vec::new();
    for letters in [1, 2, 3, 4, 5, 5] {
        visitor.opens("/register/save").await.fills("save_email", ADA).presses("Save my answers").await;
        assert_eq!((visitor.path.as_str(), subjects(&world).await.len()), ("/register/saved", letters));
        said.push(visitor.text().contains("If ada@example.com is right, we have emailed you"));
    }
    assert_eq!(said, [true, true, true, true, true, false]);
    visitor.sees("We have already emailed ada@example.com several times this hour, so we did not email again");
    world.backend.clock.advance(SignedDuration::from_hours(1));
    visitor.opens("/register/save").await.fills("save_email", ADA).presses("Save my answers").await;
    visitor.sees("If ada@example.com is right, we have emailed you");
    assert_eq!(subjects(&world).await.len(), 6);
}
