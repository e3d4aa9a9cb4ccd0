//! Where messages and notices begin and end: line breaks as browsers send them, and moments.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// What a browser sends of the contact form.
fn written(summary: &str, message: &str) -> String {
    let answers = [
        ("support_summary", summary),
        ("support_message", message),
        ("contact_name", "Ada"),
        ("contact_email", "ada@example.com"),
    ];
    form_urlencoded(&answers.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_break_is_one_character(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    let longest = format!("{}\r\n{}\r\nend", "a".repeat(200), "b".repeat(295));
    assert_eq!(longest.replace("\r\n", "\n").chars().count(), 500);
    visitor.once(Method::POST, "/do/contact/message", Some(written("", &longest))).await;
    visitor.opens("/contact").await.sees_error("support_summary", "Enter what it is about");
    assert_eq!(visitor.value_of("support_message"), longest.replace("\r\n", "\n"), "all of it is kept");
    assert_eq!(visitor.all("[id='support_message-error']").len(), 0, "and it is not too long");
    visitor.once(Method::POST, "/do/contact/message", Some(written("Breaks", &longest))).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert_eq!(world.text("select message from support_messages").await, longest.replace("\r\n", "\n"));
    let longer = format!("{longest}!");
    visitor.once(Method::POST, "/do/contact/message", Some(written("Breaks", &longer))).await;
    visitor.opens("/contact").await.sees_error("support_message", "500");
    assert_eq!(world.count("select count(*) from support_messages").await, 1);
}

/// Asks for the list with the mark of the one that was kept.
async fn asks(visitor: &mut Visitor, known: &str) -> (StatusCode, String) {
    let request = Request::get("/publications")
        .header(header::HOST, "healthpost.example")
        .header(header::ACCEPT_LANGUAGE, "en")
        .header(header::IF_NONE_MATCH, known);
    visitor.sends(request.body(Body::empty()).unwrap()).await;
    (visitor.status, visitor.headers[header::ETAG].to_str().unwrap().to_owned())
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_kept_page_is_asked_for_again_when_a_notice_begins_or_ends(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            "insert into notices (id, message, enabled, start_at, end_at, created_at, updated_at)
             values (gen_random_uuid(), 'Closed at noon', true, '2026-11-22 09:02Z', '2026-11-22 09:05Z', now(), now())",
        )
        .await;
    let mut visitor = world.visitor();
    let mut known = String::new();
    for (minutes, stands) in [(0, 0), (3, 1), (3, 0)] {
        world.backend.clock.advance(SignedDuration::from_mins(minutes));
        let (status, mark) = asks(&mut visitor, &known).await;
        assert_eq!((status, visitor.all(".notice").len()), (StatusCode::OK, stands), "{minutes} minutes later");
        assert_eq!(asks(&mut visitor, &mark).await, (StatusCode::NOT_MODIFIED, mark.clone()), "it holds meanwhile");
        known = mark;
    }
}
