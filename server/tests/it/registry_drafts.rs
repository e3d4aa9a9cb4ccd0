//! Registrations under way: what was typed is kept as it was, by one window after the other.

use backend::{
    FormError,
    registry::{drafts, register},
};
use domain::{
    form::{Answers, FieldError},
    id::DraftId,
    locale::Locale,
    paths::{self, Path},
    registry::{
        Step,
        forms::{AnswerStep, ShownVersion, Then},
    },
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::sessions::{Tokens, known};

use crate::{registrants::WRITER, world::World};

/// A draft that has just begun.
pub async fn begun(world: &World) -> DraftId {
    drafts::begin(&world.backend, Locale::English).await.expect("a draft").0
}

/// Answers to a page, typed into a window of a version.
pub fn typed(step: Step, version: i32, then: Then, answers: &[(&str, &str)]) -> AnswerStep {
    let typed = answers.iter().fold(Answers::default(), |typed, (name, value)| typed.with(*name, *value));
    AnswerStep { step, version: ShownVersion(version, None), then, typed }
}

/// Types into a window that was just drawn, and goes on.
pub async fn answers(world: &World, draft: DraftId, step: Step, answers: &[(&str, &str)]) -> Result<Path, FormError> {
    let version = drafts::find(&world.backend, draft).await.expect("readable").expect("a draft").version;
    drafts::answer(&world.backend, draft, &typed(step, version, Then::Continue, answers), WRITER).await
}

/// What is wrong with an answer.
pub fn refusals<T: std::fmt::Debug>(outcome: Result<T, FormError>) -> Vec<String> {
    match outcome {
        Err(FormError::Refused(errors)) => errors.iter().map(FieldError::words_id).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

async fn stored(world: &World, draft: DraftId, step: &Step) -> Answers {
    drafts::find(&world.backend, draft).await.expect("readable").expect("a draft").draft.of_step(step)
}

const NAME: &[(&str, &str)] = &[("first_name", "Ada"), ("last_name", "Lovelace")];

/// RP-03
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_03_what_was_typed_comes_back_right_or_wrong(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = begun(&world).await;
    let outcome = answers(&world, draft, Step::Name, NAME).await;
    assert_eq!(outcome.expect("right"), paths::register_step(&Step::PostalCode));
    let wrong = answers(&world, draft, Step::PostalCode, &[("postal_code", " not 1, ")]).await;
    assert!(!refusals(wrong).is_empty());
    assert_eq!(stored(&world, draft, &Step::PostalCode).await.first("postal_code"), " not 1, ");
    // Half a page is saved without a word.
    let half = typed(Step::Phones, 2, Then::Save, &[("primary_phone", "25"), ("secondary_phone_ext", "x")]);
    assert_eq!(drafts::answer(&world.backend, draft, &half, WRITER).await.expect("saved"), paths::register_save());
    let phones = stored(&world, draft, &Step::Phones).await;
    assert_eq!((phones.first("primary_phone"), phones.first("secondary_phone_ext")), ("25", "x"));
    let email = answers(&world, draft, Step::Email, &[("email", "ada@example.com")]).await;
    assert_eq!(email.expect("right"), paths::register_step(&Step::Profession));
    assert_eq!(
        stored(&world, draft, &Step::Name).await,
        Answers::default().with("first_name", "Ada").with("last_name", "Lovelace")
    );
}

/// EH-06
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_06_a_page_that_is_not_asked_is_not_written(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = begun(&world).await;
    let outcome = answers(&world, draft, Step::JobTitle, &[("non_clinical_job_title", "Clerk")]).await;
    assert_eq!(outcome.expect("answered"), paths::register_tasks());
    assert_eq!(world.count("select count(*) from draft_answers").await, 0);
    let nobody = DraftId(uuid::Uuid::now_v7());
    let form = typed(Step::Name, 0, Then::Continue, NAME);
    assert!(matches!(drafts::answer(&world.backend, nobody, &form, WRITER).await, Err(FormError::NotFound)));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn two_windows_do_not_overwrite_each_other(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for keep_typed in [true, false] {
        let draft = begun(&world).await;
        answers(&world, draft, Step::Name, NAME).await.expect("the first window");
        let late = typed(Step::Name, 0, Then::Continue, &[("first_name", "Augusta"), ("last_name", "King")]);
        let outcome = drafts::answer(&world.backend, draft, &late, WRITER).await;
        assert_eq!(outcome.expect("kept"), paths::register_changed());
        let conflict = drafts::conflict(&world.backend, draft).await.expect("readable").expect("two answers");
        assert_eq!((conflict.stored.first("first_name"), conflict.typed.first("first_name")), ("Ada", "Augusta"));
        assert_eq!(stored(&world, draft, &Step::Name).await.first("first_name"), "Ada", "nothing is overwritten");
        let outcome = drafts::settle(&world.backend, draft, keep_typed).await;
        assert_eq!(outcome.expect("settled"), paths::register_step(&Step::PostalCode));
        let name = if keep_typed { "Augusta" } else { "Ada" };
        assert_eq!(stored(&world, draft, &Step::Name).await.first("first_name"), name);
        assert_eq!(drafts::conflict(&world.backend, draft).await.expect("readable"), None);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn windows_on_different_pages_and_the_same_answers_are_no_conflict(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = begun(&world).await;
    answers(&world, draft, Step::Name, NAME).await.expect("right");
    for (step, given) in [(Step::PostalCode, &[("postal_code", "V8W 1A1")][..]), (Step::Name, NAME)] {
        let outcome =
            drafts::answer(&world.backend, draft, &typed(step.clone(), 0, Then::Continue, given), WRITER).await;
        assert_ne!(outcome.expect("right"), paths::register_changed(), "{step}");
    }
    // Specialties hang on the profession.
    answers(&world, draft, Step::Profession, &[("stream", "Nurse")]).await.expect("right");
    let version = drafts::find(&world.backend, draft).await.unwrap().unwrap().version;
    answers(&world, draft, Step::Profession, &[("stream", "Paramedic")]).await.expect("right");
    let late = typed(Step::Specialties, version, Then::Continue, &[("specialties", "RegisteredNurse")]);
    assert_eq!(drafts::answer(&world.backend, draft, &late, WRITER).await.expect("kept"), paths::register_changed());
}

/// EH-05: where scripts refuse a page, it is written down beside it.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_05_what_is_not_posted_is_written_and_its_window_goes_on(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = begun(&world).await;
    let page = paths::register_step(&Step::PostalCode);
    let post = async |then: Then, code: &str| {
        let form = typed(Step::PostalCode, 0, then, &[("postal_code", code)]);
        let path = drafts::answer(&world.backend, draft, &form, WRITER).await.expect("written");
        let open = drafts::find(&world.backend, draft).await.expect("readable").expect("a draft");
        let kept = open.draft.answers.first("postal_code").to_owned();
        (path == page, kept, open.version, open.draft.visited.len())
    };
    assert_eq!(post(Then::Keep, "").await, (true, String::new(), 0, 0), "nothing was typed");
    assert_eq!(post(Then::Keep, "90").await, (true, "90".to_owned(), 1, 0), "nobody left the page");
    for code in ["90210", "9021"] {
        assert_eq!(post(Then::Stopped, code).await.1, code);
    }
    let right = "V8W 9W2".to_owned();
    assert_eq!(post(Then::Continue, &right).await, (false, right.clone(), 4, 1), "it is one window");
    let of_another = ShownVersion(i32::MAX, Some(begun(&world).await));
    let form = typed(Step::PostalCode, 0, Then::Stopped, &[("postal_code", "x")]);
    let form = AnswerStep { version: of_another, ..form };
    drafts::answer(&world.backend, draft, &form, WRITER).await.expect("dropped");
    assert_eq!(post(Then::Stopped, "90210").await, (true, right, 4, 1), "too late");
    assert_eq!(drafts::conflict(&world.backend, draft).await.expect("readable"), None);
    // No window shows a version that is to come.
    let form = typed(Step::PostalCode, i32::MAX, Then::Stopped, &[("postal_code", "x")]);
    drafts::answer(&world.backend, draft, &form, WRITER).await.expect("written");
    let outcome = answers(&world, draft, Step::PostalCode, &[("postal_code", "V8W 1A1")]).await;
    assert_eq!(outcome.expect("right"), paths::register_step(&Step::Phones), "and nobody waits for it");
}

/// Presses a button of the page of places, with one chosen, and counts those chosen then.
async fn press(world: &World, draft: DraftId, then: Then, place: &str) -> usize {
    let form = typed(Step::Locations, i32::MAX, then, &[("locations", place)]);
    let path = drafts::answer(&world.backend, draft, &form, WRITER).await.expect("written");
    assert_eq!(path, paths::register_step(&Step::Locations));
    stored(world, draft, &Step::Locations).await.all("locations").len()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_places_of_a_region_are_chosen_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = begun(&world).await;
    answers(&world, draft, Step::Anywhere, &[("deploy_anywhere", "no")]).await.expect("right");
    let register = register(&world.backend).await.expect("lists");
    let (first, second) = (&register.regions[0], &register.regions[1]);
    let other = second.places().next().expect("a place").id.to_string();
    let all = press(&world, draft, Then::All(first.id.clone()), &other).await;
    assert_eq!(all, first.places().count() + 1);
    let open = drafts::find(&world.backend, draft).await.unwrap().unwrap();
    assert!(!open.draft.visited.contains("locations"), "nobody left the page");
    assert_eq!(press(&world, draft, Then::None(second.id.clone()), &other).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_draft_nobody_saved_ends_with_its_cookie(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (draft, token) = drafts::begin(&world.backend, Locale::English).await.expect("a draft");
    let cookie = Tokens { draft: Some(token.hash()), ..Tokens::default() };
    let other = Tokens { draft: Some(backend::secrets::Token::draw().hash()), ..Tokens::default() };
    let (db, clock) = (&world.backend.db, &world.backend.clock);
    clock.advance(SignedDuration::from_hours(11));
    assert_eq!(known(db, cookie, clock.now()).await.unwrap().draft, Some(draft));
    assert_eq!(known(db, other, clock.now()).await.unwrap().draft, None, "a made-up cookie opens nothing");
    answers(&world, draft, Step::Name, NAME).await.expect("right");
    clock.advance(SignedDuration::from_hours(11));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert!(drafts::find(&world.backend, draft).await.unwrap().is_some(), "each write keeps it for 12 hours");
    clock.advance(SignedDuration::from_hours(1));
    assert_eq!(known(db, cookie, clock.now()).await.unwrap().draft, None);
    assert!(drafts::find(&world.backend, draft).await.unwrap().is_none(), "it is not read even before it is deleted");
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from registration_drafts").await, 0);
    assert_eq!(world.count("select count(*) from draft_answers").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_registration_number_is_nowhere_in_clear(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = begun(&world).await;
    answers(&world, draft, Step::RegistrationStatus, &[("registration_status", "registered")]).await.expect("right");
    answers(&world, draft, Step::RegistrationNumber, &[("registration_number", "RN-77123")]).await.expect("right");
    let late = typed(Step::RegistrationNumber, 0, Then::Continue, &[("registration_number", "RN-77124")]);
    assert_eq!(drafts::answer(&world.backend, draft, &late, WRITER).await.expect("kept"), paths::register_changed());
    for rows in [
        "select coalesce(string_agg(a::text, ''), '') from draft_answers a",
        "select coalesce(string_agg(encode(sealed, 'escape'), ''), '') from draft_answers where sealed is not null",
        "select coalesce(string_agg(a::text, ''), '') from draft_conflict_answers a",
        "select coalesce(string_agg(encode(sealed, 'escape'), ''), '') from draft_conflict_answers where sealed is not null",
    ] {
        let text = world.text(rows).await;
        assert!(!text.is_empty() && !text.contains("RN-7712"), "{rows}");
    }
    let conflict = drafts::conflict(&world.backend, draft).await.expect("readable").expect("two answers");
    assert_eq!(conflict.stored.first("registration_number"), "RN-77123");
    assert_eq!(conflict.typed.first("registration_number"), "RN-77124");
    // Moved to another draft it cannot be read.
    let other = begun(&world).await;
    answers(&world, other, Step::RegistrationStatus, &[("registration_status", "registered")]).await.expect("right");
    world
        .run(
            "insert into draft_answers (draft_id, question, sealed) select d.id, a.question, a.sealed
        from draft_answers a join registration_drafts d on d.id <> a.draft_id where a.sealed is not null",
        )
        .await;
    assert!(drafts::find(&world.backend, other).await.is_err());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_lists_are_read_again_when_they_change(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let before = register(&world.backend).await.expect("lists");
    let specialties: Vec<_> = before.streams.iter().flat_map(|stream| &stream.specialties).collect();
    let areas: usize = before.regions.iter().map(|region| region.areas.len()).sum();
    assert_eq!((before.streams.len(), specialties.len()), (12, 45));
    assert_eq!((before.regions.len(), areas, before.places().count()), (6, 17, 92));
    assert_eq!(specialties.iter().filter(|known| !known.subspecialties.is_empty()).count(), 8);
    world.run("update streams set active = false where id = 'Podiatrist'").await;
    let after = register(&world.backend).await.expect("lists");
    assert!(before.stream("Podiatrist").is_some() && after.stream("Podiatrist").is_none());
}
