//! A page says what is wrong with what it shows, and nothing of an answer that was given in another draft, mended
//! elsewhere, or forgotten.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registry_journey::{answers_everything, starts},
    registry_mends::COLLEGE,
    registry_my::ada,
    registry_pages::{continues, opens},
    visitor::Visitor,
    world::World,
};

/// The page at hand says that nothing is wrong.
#[track_caller]
fn is_fresh(visitor: &mut Visitor) {
    assert!(!visitor.title().starts_with("Error"), "{} is called {:?}", visitor.path, visitor.title());
    visitor.does_not_see("There is a problem");
}

/// The same registration in another browser.
fn elsewhere(visitor: &Visitor) -> Visitor {
    let mut other = visitor.clone();
    other.forgets("__Host-sid");
    other
}

/// EH-04
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_04_another_draft_begins_without_the_errors_of_the_one_before(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    continues(&mut visitor, &[]).await;
    visitor.sees_error("first_name", "Enter your first name");
    visitor.opens("/register").await.presses("Start a new registration").await;
    assert_eq!(visitor.path, "/register/name");
    is_fresh(&mut visitor);
}

/// EH-05
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_05_what_was_mended_in_another_browser_is_right_here(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    continues(&mut visitor, &[("first_name", "Ada"), ("last_name", "Lovelace")]).await;
    continues(&mut visitor, &[("postal_code", "90210")]).await;
    visitor.sees_error("postal_code", "Enter a Canadian postal code");
    let mut other = elsewhere(&visitor);
    opens(&mut other, "postal-code").await;
    other.sees_error("postal_code", "Enter a Canadian postal code");
    continues(&mut other, &[("postal_code", "V8W 9W2")]).await;
    opens(&mut visitor, "postal-code").await;
    assert_eq!(visitor.value_of("postal_code"), "V8W 9W2");
    is_fresh(&mut visitor);
}

/// EH-48
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_48_what_was_forgotten_is_not_held_against_what_is_stored(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/postal-code").await;
    let stored = visitor.value_of("postal_code");
    continues(&mut visitor, &[("postal_code", "nowhere")]).await;
    visitor.sees_error("postal_code", "Enter a Canadian postal code");
    visitor.opens("/my/registration").await.presses("Forget these changes").await;
    visitor.opens("/my/registration/postal-code").await;
    assert_eq!(visitor.value_of("postal_code"), stored);
    is_fresh(&mut visitor);
}

/// EH-19
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_19_a_number_that_its_college_refuses_is_wrong_on_every_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(COLLEGE).await;
    let mut visitor = answers_everything(&world).await;
    opens(&mut visitor, "registration-number").await;
    continues(&mut visitor, &[("regulator", "Tested"), ("registration_number", "123456")]).await;
    let words = "Registration number must be in the format used by College of Tests, like 12345";
    visitor.sees_error("registration_number", words);
    let mut other = elsewhere(&visitor);
    opens(&mut other, "registration-number").await;
    other.sees_error("registration_number", words);
    opens(&mut other, "tasks").await;
    other.sees("There is a problem");
    opens(&mut other, "check").await;
    other.sees(words).sees("these questions need an answer").does_not_see("Send registration");
    opens(&mut other, "registration-number").await;
    continues(&mut other, &[("regulator", "Tested"), ("registration_number", "12345")]).await;
    assert_eq!(other.path, "/register/check");
    other.sees("Send registration");
    opens(&mut visitor, "registration-number").await;
    is_fresh(&mut visitor);
    opens(&mut visitor, "tasks").await;
    is_fresh(&mut visitor);
}

/// EH-19: a pattern that came later keeps nobody from the rest, and says nothing of a number that nobody typed.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_19_a_number_that_is_stored_is_shown_without_errors(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(COLLEGE).await;
    let mut visitor = ada(&world).await;
    let page = "/my/registration/registration-number";
    let typed = [("regulator", "Tested"), ("registration_number", "54321")];
    visitor.opens(page).await;
    continues(&mut visitor, &typed).await;
    world.run("update regulators set number_pattern = '[a-z]+' where id = 'Tested'").await;
    visitor.opens(page).await;
    is_fresh(&mut visitor);
    continues(&mut visitor, &typed).await;
    visitor.sees_error("registration_number", "Registration number must be in the format used by College of Tests");
}
