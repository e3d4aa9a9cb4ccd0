//! Where messages and notices begin and end: line breaks as browsers send them, presses that come twice, and moments.

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

/// Types into the form at an address and presses its button twice: with what came back of the first press, as from a
/// page that was still there, and without, as browsers do that have not read the first answer.
async fn presses_twice(world: &World, (page, button): (&str, &str), typed: &[(&str, &str)]) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens(page).await;
    for (name, value) in typed {
        visitor.fills(name, value);
    }
    let (_, action, answers) = visitor.form_of(button);
    let (mut impatient, body) = (visitor.clone(), form_urlencoded(&answers));
    visitor.once(Method::POST, &action, Some(body.clone())).await;
    let first = visitor.headers[header::LOCATION].clone();
    impatient.once(Method::POST, &action, Some(body.clone())).await;
    assert_eq!(impatient.headers[header::LOCATION], first, "the second press is answered as the first");
    visitor.once(Method::POST, &action, Some(body)).await;
    assert_eq!((visitor.status, &visitor.headers[header::LOCATION]), (StatusCode::SEE_OTHER, &first));
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_double_press_writes_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let typed = [
        ("support_summary", "A question"),
        ("support_message", "Where is it?"),
        ("contact_name", "Ada"),
        ("contact_email", "ada@example.com"),
    ];
    let mut visitor = presses_twice(&world, ("/contact", "Send message"), &typed).await;
    assert_eq!(world.count("select count(*) from support_messages").await, 1);
    assert_eq!(world.mails_to("support@healthpost.example").await.len(), 1);
    assert_eq!(world.mails_to("ada@example.com").await.len(), 1);
    assert_eq!(world.count("select max(used)::bigint from rate_counters where subject like 'contact%'").await, 1);
    // The same words from another page are another message.
    visitor.opens("/contact").await;
    for (name, value) in typed {
        visitor.fills(name, value);
    }
    visitor.presses("Send message").await.sees("Message sent");
    assert_eq!(world.count("select count(*) from support_messages").await, 2);

    presses_twice(&world, ("/feedback", "Send feedback"), &[("how_satisfied", "neutral")]).await;
    assert_eq!(world.count("select count(*) from feedback").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_goes_back_and_writes_something_else_has_written_twice(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    let with_key = |message| format!("{}&form_key=0123456789abcdef", written("A question", message));
    for (message, kept) in [("First", 1), ("First", 1), ("Second", 2), ("First", 2)] {
        visitor.once(Method::POST, "/do/contact/message", Some(with_key(message))).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER);
        assert_eq!(world.count("select count(*) from support_messages").await, kept, "{message}");
    }
}
