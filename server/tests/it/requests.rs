//! Requests for more than the limit tell strangers nothing, end, and leave a trace.

use domain::{id::LimitRequestId, limit_request::Decision, order::OrderNumber};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

const ADA: &str = "ada@example.com";
const OPEN: &str = "select count(*) from limit_requests where status = 'open'";

async fn asks(visitor: &mut Visitor, name: &str) -> String {
    visitor.opens("/more/MEA-1-EN").await.fills("asked_quantity", "40").fills("full_name", name);
    visitor.fills("reason", "A health fair for forty families").fills("asker_email", ADA);
    visitor.presses("Send my request").await;
    visitor.text()
}

pub async fn decides(world: &World, granted: i32) {
    let id: LimitRequestId =
        world.text("select id::text from limit_requests where status = 'open'").await.parse().unwrap();
    let decision = Decision { granted, note: None };
    assert!(backend::limit_requests::decide(&world.backend, "staff", id, &decision).await.unwrap());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_learns_who_has_asked_already(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let first = asks(&mut world.visitor(), "Ada").await;
    let again = asks(&mut world.visitor(), "Eve").await;
    assert!(first.contains("Request sent"), "{first}");
    assert_eq!(first, again);
    assert_eq!(world.count(OPEN).await, 1);
    assert_eq!(world.count("select count(*) from limit_requests where full_name = 'Ada'").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_of_a_name_is_not_mailed_to_the_typed_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for granted in [40, 0] {
        asks(&mut world.visitor(), "Visit evil.example now").await;
        decides(&world, granted).await;
    }
    let mails = world.mails_to(ADA).await;
    assert_eq!(mails.len(), 4);
    for mail in mails {
        assert!(
            !mail.text.contains("evil") && !mail.html.contains("evil") && !mail.subject.contains("evil"),
            "{mail:?}"
        );
        assert!(mail.text.contains("Hello,"), "{mail:?}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_request_that_nobody_decides_ends_and_blocks_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    asks(&mut world.visitor(), "Ada").await;
    for (days, open) in [(29, 1), (2, 0)] {
        world.backend.clock.advance(SignedDuration::from_hours(24 * days));
        backend::jobs::tidy_up(&world.backend).await.unwrap();
        assert_eq!(world.count(OPEN).await, open);
    }
    assert_eq!(world.count("select count(*) from limit_requests where status = 'expired'").await, 1);
    asks(&mut world.visitor(), "Ada").await;
    assert_eq!(world.count(OPEN).await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn asking_deciding_and_ending_are_audited(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    asks(&mut world.visitor(), "Ada").await;
    asks(&mut world.visitor(), "Ada").await;
    decides(&world, 20).await;
    asks(&mut world.visitor(), "Ada").await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * 31));
    backend::jobs::tidy_up(&world.backend).await.unwrap();
    let audited = "select actor || ' ' || action || ' ' || coalesce(detail->>'granted', '') from audit_entries a
        join limit_requests r on a.subject = 'limit_request:' || r.id order by a.at, r.created_at, action";
    let mut audited = world.texts(audited).await;
    audited.sort_unstable();
    let expected = [
        "guest limit_request.ask ",
        "guest limit_request.ask ",
        "staff limit_request.decide 20",
        "system limit_request.expire ",
    ];
    assert_eq!(audited, expected);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn asking_leads_back_to_the_page_that_one_came_from(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let edition = "/publications/measles-leaflet?language=en&format=standard";
    let order = OrderNumber::from_random(7);
    let (from_order, at_order) = (format!("?copies=3&from={order}"), format!("/orders/{order}/change"));
    for (from, back) in [
        ("", edition),
        ("?copies=3", edition),
        ("?copies=3&from=basket", "/basket"),
        (from_order.as_str(), at_order.as_str()),
        ("?from=x", edition),
    ] {
        visitor.opens(&format!("/more/MEA-1-EN{from}")).await;
        assert_eq!(visitor.attributes(".back-link", "href"), [back], "{from}");
        visitor.fills("reason", "short").presses("Send my request").await.sees_error("reason", "10");
        assert_eq!(visitor.attributes(".back-link", "href"), [back], "{from}, once something was wrong");
    }
}
