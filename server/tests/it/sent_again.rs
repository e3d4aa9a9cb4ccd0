//! When nothing can be kept, the page of the failure keeps what was sent: one press, and it is taken.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use app::Assets;
use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::{self, Next},
    response::Response,
};
use server::{layers, routes, serve::Site};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::sync::OwnedSemaphorePermit;

use crate::{visitor::Visitor, world::World};

const AGAIN: &str = "Send it again";
const MESSAGE: &str = "Where is \"it\"?\n\n</form><script>alert('x')</script> & more: مرحبًا";

/// Everything that a form is about to write has to wait.
async fn all_turns(world: &World) -> OwnedSemaphorePermit {
    let turns = u32::try_from(backend::WRITES_UNDER_WAY).unwrap();
    world.backend.writes.clone().acquire_many_owned(turns).await.unwrap()
}

/// Somebody who has typed a message and not sent it.
async fn types(visitor: &mut Visitor) {
    visitor.opens("/contact").await.fills("support_summary", "A question").fills("support_message", MESSAGE);
    visitor.fills("contact_name", "Ada").fills("contact_email", "ada@example.com").fills("is_admin", "true");
}

/// The page of a failure, with everything on it that was typed.
fn holds_what_was_typed(visitor: &mut Visitor, status: StatusCode) {
    visitor.sees("Sorry").sees("Nothing is lost").does_not_see("secret words");
    assert_eq!((visitor.status, visitor.headers.contains_key(header::LOCATION)), (status, false));
    let (method, action, answers) = visitor.form_of(AGAIN);
    assert_eq!((method.as_str(), action.as_str()), ("post", "/do/contact/message"));
    let names: Vec<&str> = answers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["support_summary", "support_message", "contact_name", "contact_email", "form_key"],
        "what the form asks"
    );
    assert_eq!(visitor.value_of("support_message"), MESSAGE, "as it was typed, and as text");
    assert_eq!(visitor.attributes("main input", "type"), ["hidden"; 5]);
}

/// One press, and the message is there.
async fn is_taken(world: &World, visitor: &mut Visitor) {
    visitor.presses(AGAIN).await.sees("Message sent");
    let kept = "select summary || '|' || replace(message, chr(13), '') || '|' || contact_email from support_messages";
    assert_eq!(world.texts(kept).await, [format!("A question|{MESSAGE}|ada@example.com")]);
    visitor.opens("/contact").await;
    assert_eq!(visitor.value_of("support_summary"), "", "nothing is left of it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_survives_a_database_that_is_gone(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect.clone()).await;
    let mut visitor = world.visitor();
    types(&mut visitor).await;
    world.backend.db.close().await;
    visitor.presses("Send message").await;
    holds_what_was_typed(&mut visitor, StatusCode::SERVICE_UNAVAILABLE);
    visitor.presses(AGAIN).await;
    holds_what_was_typed(&mut visitor, StatusCode::SERVICE_UNAVAILABLE);
    let back = World::new(connect).await;
    visitor.router = back.router.clone();
    is_taken(&back, &mut visitor).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_survives_an_answer_that_does_not_come(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    types(&mut visitor).await;
    let turns = all_turns(&world).await;
    tokio::time::timeout(Duration::from_secs(15), visitor.presses("Send message")).await.expect("an answer");
    holds_what_was_typed(&mut visitor, StatusCode::SERVICE_UNAVAILABLE);
    drop(turns);
    is_taken(&world, &mut visitor).await;
}

/// Panics in the middle of a form, while it is so.
async fn panics(State(is_so): State<Arc<AtomicBool>>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_so.load(Ordering::Relaxed) {
        return next.run(request).await;
    }
    let _ = tokio::time::timeout(Duration::from_secs(2), next.run(request)).await;
    panic!("secret words of a panic")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_survives_a_panic(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let site = Site::new(world.backend.clone(), Assets::default());
    let is_so = Arc::new(AtomicBool::new(true));
    let routes = routes::all(&site, Path::new("no-built-files"));
    let routes = routes.layer(middleware::from_fn_with_state(is_so.clone(), panics));
    let mut visitor = Visitor::new(layers::around(routes, &site));
    types(&mut visitor).await;
    let turns = all_turns(&world).await;
    visitor.presses("Send message").await;
    holds_what_was_typed(&mut visitor, StatusCode::INTERNAL_SERVER_ERROR);
    drop(turns);
    is_so.store(false, Ordering::Relaxed);
    is_taken(&world, &mut visitor).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn keys_and_buttons_are_sent_again_and_codes_are_not_shown(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    // Whose it is has to be asked first.
    visitor.cookies.insert("__Host-sid".to_owned(), "x".to_owned());
    world.backend.db.close().await;
    let key = ("key".to_owned(), "0123456789abcdef".to_owned());
    for (path, body, answers) in
        [("/do/checkout/place", "key=0123456789abcdef&x=y", vec![key]), ("/do/checkout/send-code", "", Vec::new())]
    {
        visitor.once(Method::POST, path, Some(body.to_owned())).await;
        assert_eq!(visitor.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert_eq!(visitor.form_of(AGAIN), ("post".to_owned(), path.to_owned(), answers));
    }
    visitor.once(Method::POST, "/do/checkout/code", Some("code=123456".to_owned())).await;
    visitor.sees("Sorry").does_not_see(AGAIN);
    assert_eq!((visitor.status, visitor.body.contains("123456")), (StatusCode::SERVICE_UNAVAILABLE, false));
    visitor.once(Method::POST, "/do/nothing", Some("a=b".to_owned())).await;
    visitor.sees("Page not found").does_not_see(AGAIN);
}
