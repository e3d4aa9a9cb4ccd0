//! What people tell us, what we tell everybody, and the pages about the service.

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

/// What was sent with a form can be read nowhere: neither where it stands nor where it is sent.
async fn only_written(visitor: &mut Visitor, page: &str, button: &str) {
    visitor.opens(page).await;
    let (_, action, answers) = visitor.form_of(button);
    let chosen: Vec<_> = answers.iter().filter(|(name, value)| name != "form_key" && !value.is_empty()).collect();
    assert!(chosen.is_empty(), "{page} still holds {chosen:?}");
    visitor.once(Method::GET, &action, None).await;
    assert_eq!(visitor.status, StatusCode::METHOD_NOT_ALLOWED, "{action}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_message_reaches_the_support_desk(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/contact").await.fills("support_message", "Line one\n<b>two").presses("Send message").await;
    visitor.sees_error("support_summary", "Enter what it is about");
    assert_eq!(visitor.value_of("support_message"), "Line one\n<b>two", "what was typed is kept");
    assert_eq!(world.count("select count(*) from support_messages").await, 0);
    visitor.fills("support_summary", "Wrong leaflet").fills("contact_name", "Ada Lovelace");
    visitor.fills("contact_email", "ada@example.com").presses("Send message").await.sees("Message sent");
    only_written(&mut visitor, "/contact", "Send message").await;
    let mails = world.mails_to("support@healthpost.example").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Message: Wrong leaflet");
    assert!(mails[0].text.contains("From Ada Lovelace, ada@example.com.") && mails[0].text.contains("<b>two"));
    assert!(mails[0].html.contains("&lt;b&gt;two") || mails[0].html.contains("&#60;b&#62;two"), "{}", mails[0].html);
    // The rule counts an address over sessions.
    for tries in 2..=7 {
        let mut other = world.visitor();
        other.opens("/contact").await.fills("support_summary", "Again").fills("support_message", "And again");
        other.fills("contact_name", "Ada").fills("contact_email", "ADA@example.com").presses("Send message").await;
        if tries <= 5 {
            other.sees("Message sent");
        } else {
            other.sees_error("support_summary", "You have written to us too often");
        }
    }
    assert_eq!(world.count("select count(*) from support_messages").await, 5);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_writes_is_told_once_and_nothing_typed_goes_to_an_address_nobody_proved(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.language = "fr";
    visitor.opens("/contact").await.fills("support_summary", "Cheap pills").fills("contact_name", "Eve Spammer");
    visitor.fills("support_message", "Go to evil.example\r\nBcc: all@example.com\r\n\r\n<img src=x>\rlast");
    visitor.fills("contact_email", "victim@example.com").presses("Envoyer le message").await;
    world.mails_to("victim@example.com").await;
    let mails = world.mails_to("victim@example.com").await;
    assert_eq!(mails.len(), 1, "once");
    let mail = &mails[0];
    assert_eq!(mail.subject, "Nous avons reçu votre message");
    for typed in ["pills", "Eve", "Spammer", "evil", "Bcc", "all@example.com", "<img", "last"] {
        for (part, words) in [("subject", &mail.subject), ("text", &mail.text), ("html", &mail.html)] {
            assert!(!words.contains(typed), "{typed} stands in the {part}: {words}");
        }
    }
    let desk = world.mails_to("support@healthpost.example").await;
    assert_eq!(desk.len(), 1);
    assert!(desk[0].text.contains("evil.example"), "the desk reads all of it: {}", desk[0].text);
    let mut ids = [mail.id.clone(), desk[0].id.clone()];
    ids.sort();
    assert_eq!(ids.to_vec(), world.texts("select id::text from outbox order by 1").await, "each under its own id");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn feedback_is_any_of_six_answers_and_nobody_s(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/feedback").await.presses("Send feedback").await;
    visitor.sees_error("how_satisfied", "Answer at least one question");
    visitor.fills("how_satisfied", "delighted").fills("improve_our_service", "x".repeat(2_001).as_str());
    visitor.presses("Send feedback").await.sees_error("how_satisfied", "Choose one of the answers");
    assert_eq!(world.count("select count(*) from feedback").await, 0);
    visitor.fills("how_satisfied", "satisfied").fills("improve_our_service", "More languages");
    visitor.presses("Send feedback").await.sees("Thank you").does_not_see("More languages");
    only_written(&mut visitor, "/feedback", "Send feedback").await;
    let kept = "select how_satisfied || ': ' || improve_our_service from feedback where would_recommend is null";
    assert_eq!(world.text(kept).await, "satisfied: More languages");
    let columns = "select count(*) from information_schema.columns where table_name = 'feedback'
        and (column_name like '%session%' or column_name like '%email%' or column_name like '%name%')";
    assert_eq!(world.count(columns).await, 0, "nothing leads to a person");
    for _ in 0..4 {
        visitor.opens("/feedback").await.fills("how_satisfied", "neutral").presses("Send feedback").await;
    }
    visitor.opens("/feedback").await.fills("how_satisfied", "neutral").presses("Send feedback").await;
    visitor.sees_error("how_satisfied", "You have written to us too often");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_notice_stands_above_every_page_while_it_is_true(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let notice = async |visitor: &mut Visitor| {
        visitor.opens("/publications").await;
        visitor.opens("/contact").await;
        visitor.all(".notice")
    };
    assert!(notice(&mut visitor).await.is_empty());
    world
        .run(
            "insert into notices (id, message, enabled, start_at, end_at, created_at, updated_at)
             select gen_random_uuid(), message, enabled, start_at::timestamptz, end_at::timestamptz, now(), updated_at::timestamptz from (values
                 ('disabled', false, null, null, '2026-11-22'),
                 ('over', true, null, '2026-11-22 08:59', '2026-11-22'),
                 ('older start', true, '2026-11-01', null, '2026-11-22'),
                 ('newer start', true, '2026-11-02', null, '2026-11-20'),
                 ('not yet', true, '2026-11-22 10:00', null, '2026-11-22')) n (message, enabled, start_at, end_at, updated_at)",
        )
        .await;
    assert_eq!(notice(&mut visitor).await, ["newer start"]);
    world
        .run(
            "insert into notices (id, message, enabled, end_at, created_at, updated_at)
             values (gen_random_uuid(), 'an end only', true, '2026-11-23', now(), now())",
        )
        .await;
    assert_eq!(notice(&mut visitor).await, ["an end only"]);
    world
        .run(
            "insert into notices (id, message, enabled, created_at, updated_at) values
                 (gen_random_uuid(), '<i>always</i>', true, now(), '2026-11-01'),
                 (gen_random_uuid(), 'always, newer', true, now(), '2026-11-02')",
        )
        .await;
    assert_eq!(notice(&mut visitor).await, ["always, newer"], "the newest change");
    world.run("delete from notices where message like '%newer'").await;
    assert_eq!(notice(&mut visitor).await, ["<i>always</i>"], "as text");
    world.run("update notices set enabled = false").await;
    assert!(notice(&mut visitor).await.is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_about_the_service_are_linked_from_every_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/").await;
    for (words, page) in [
        ("About this service", "/about"),
        ("Accessibility statement", "/accessibility"),
        ("Privacy", "/privacy"),
        ("Cookies", "/cookies"),
        ("Contact us", "/contact"),
        ("Give feedback", "/feedback"),
    ] {
        visitor.opens("/nothing").await;
        assert_eq!(visitor.links(words), [page]);
        visitor.opens(page).await;
        assert_eq!((visitor.status, visitor.all("h1")), (StatusCode::OK, vec![words.to_owned()]));
    }
    visitor.opens("/accessibility").await.sees("looked at").sees("This statement was prepared on");
}
