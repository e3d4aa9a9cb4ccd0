//! Leaving the registry and coming back, messages, another address, own data, and being erased.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use backend::registry::OwnerLink;
use domain::id::RegistrantId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, ready, taken},
    registry_my::{ADA, ada, link_in, registered, signs_in},
    visitor::Visitor,
    world::World,
};

const STATE: &str = "select state from registrations where state not in ('held', 'merged')";

async fn registrant(world: &World) -> RegistrantId {
    world.text("select id::text from registrants where erased_at is null").await.parse().expect("an id")
}

/// EH-56
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_56_withdrawing_needs_a_reason_and_is_said_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/withdraw").await;
    assert_eq!(visitor.links("Change what you agree to"), ["/my/consents"], "leaving is not the only way");
    visitor.presses("Withdraw").await;
    visitor.sees_error("withdrawal_reason", "Select why you are withdrawing");
    visitor.fills("withdrawal_reason", "other").presses("Withdraw").await;
    visitor.sees_error("withdrawal_text", "Enter your reason");
    // What was typed comes back, too long or without a choice, and is nowhere in clear.
    let long = "I moved away. ".repeat(40);
    for (reason, typed) in [("", "I moved"), ("other", &*long)] {
        visitor.opens("/my/withdraw").await.fills("withdrawal_reason", reason).fills("withdrawal_text", typed);
        visitor.presses("Withdraw").await.sees("There is a problem");
        assert_eq!(visitor.value_of("withdrawal_text"), typed);
        let row = "select count(*) from kept_rejections where answers ? 'withdrawal_text' and answers::text !~ 'moved'";
        assert_eq!(world.count(row).await, 1, "own words are encrypted");
    }
    visitor.fills("withdrawal_reason", "other").fills("withdrawal_text", "I moved away").presses("Withdraw").await;
    visitor.sees("You have withdrawn");
    assert_eq!(world.text(STATE).await, "withdrawn");
    let kept =
        "select count(*) from withdrawals where reason = 'other' and position('moved'::bytea in text_sealed) = 0";
    assert_eq!(world.count(kept).await, 1, "own words are encrypted");
    let mails = world.mails_to(ADA).await;
    let mail = mails.last().expect("a letter");
    assert!(mail.text.contains("Another reason") && !mail.text.contains("moved"), "{}", mail.text);
    visitor.opens("/my/withdraw").await.sees("You have already withdrawn").sees("Re-join");
    visitor.opens("/my/registration/name").await;
    assert_eq!(visitor.path, "/my/rejoin");
    visitor.presses("Re-join").await.sees("active again");
    assert_eq!(world.text(STATE).await, "active");
    assert_eq!(world.mails_to(ADA).await.last().expect("a letter").subject, "Welcome back");
}

/// EH-58
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_58_a_link_withdraws_without_a_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let link = OwnerLink::Withdraw.path(&world.backend, registrant(&world).await, ADA).to_string();
    let mut visitor = world.visitor();
    visitor.opens(&link).await.does_not_see("Ada");
    assert_eq!(world.text(STATE).await, "active", "a scanner withdraws nobody");
    visitor.presses("Withdraw").await.sees_error("withdrawal_reason", "Select why you are withdrawing");
    visitor.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await.sees("You have withdrawn");
    assert_eq!(world.text("select channel from withdrawals").await, "link");
    visitor.opens(&link).await.sees("You have already withdrawn");
    visitor.opens(&link.replace("/withdraw/", "/stop-messages/")).await;
    assert_eq!(visitor.status, StatusCode::GONE, "a link does one thing");
    world.backend.clock.advance(SignedDuration::from_hours(24 * 732));
    visitor.opens(&link).await;
    assert_eq!(visitor.status, StatusCode::GONE, "after 24 months");
}

/// EH-55
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_55_one_press_stops_messages_and_one_undoes_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let stopped = "select count(*) from registrants where messages_stopped_at is not null";
    let link = OwnerLink::StopMessages.path(&world.backend, registrant(&world).await, ADA).to_string();
    let mut visitor = world.visitor();
    visitor.opens(&link).await.sees("Stop news and exercises");
    assert_eq!(world.count(stopped).await, 0, "a scanner stops nothing");
    let one_click = |link: &str| {
        let request = Request::post(link).header(header::HOST, "healthpost.example");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.body(Body::from("List-Unsubscribe=One-Click")).expect("a request")
    };
    for _ in 0..2 {
        visitor.sends(one_click(&link)).await;
        assert_eq!((visitor.status, world.count(stopped).await), (StatusCode::NO_CONTENT, 1));
    }
    visitor.sends(one_click(&format!("{link}x"))).await;
    assert_eq!(visitor.status, StatusCode::GONE);
    visitor.opens(&link).await.sees("We have stopped these messages").presses("Undo").await;
    visitor.sees("Stop news and exercises");
    assert_eq!((world.count(stopped).await, world.text(STATE).await), (0, "active".to_owned()));
}

/// EH-54
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_54_another_address_is_proved_and_can_be_undone(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/email").await;
    assert_eq!(visitor.path, "/my/email");
    visitor.fills("new_email", "ADA@example.com").presses("Send a code there").await;
    visitor.sees_error("new_email", "already");
    visitor.fills("new_email", "Ada@example.org").presses("Send a code there").await.sees("Your old address stays");
    assert_eq!(world.text("select email from registrants").await, ADA);
    let code = world.code_for("Ada@example.org").await;
    visitor.fills("code", &code).presses("Change my address").await.sees("Your email address was changed");
    assert_eq!(world.text("select email || email_norm from registrants").await, "Ada@example.orgada@example.org");
    let mails = world.mails_to(ADA).await;
    let mail = mails.last().expect("a letter to the old address");
    assert!(!mail.text.contains("Ada@example.org"), "not the new address in full");
    let link = link_in(mail, "Undo the change");
    let mut owner = world.visitor();
    owner.opens(&link).await.presses("Undo the change").await.sees("Your old email address is back");
    assert_eq!(world.text("select email from registrants").await, ADA);
    visitor.opens("/my/registration").await;
    assert_eq!(visitor.path, "/my", "whoever changed it is signed out");
    world.backend.clock.advance(SignedDuration::from_hours(24 * 14 + 1));
    owner.opens(&link).await;
    assert_eq!(owner.status, StatusCode::GONE);
}

/// Changes an answer, reports a deployment, leaves a change unsaved, and is registered again by somebody.
async fn says_more(world: &World, visitor: &mut Visitor) {
    visitor.opens("/my/registration/phones").await.fills("secondary_phone", "250 555 0143").presses("Continue").await;
    visitor.opens("/my/deployment").await.fills("deployed", "yes").fills("deployed_from-day", "1");
    visitor.fills("deployed_from-month", "11").fills("deployed_from-year", "2026").presses("Save").await;
    visitor.opens("/my/registration/employment").await;
    visitor.fills("current_employment", "healthSectorEmployed").presses("Continue").await;
    let again = Person { postal_code: "V5K 0A1".to_owned(), ..Person::named("Ada") };
    taken(ready(world, &again).await.sends(&world.backend).await);
}

/// RP-57
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_57_own_data_is_whole_and_nobody_elses(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person { phone: "604 555 0199".to_owned(), ..Person::named("Grace") }).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "other");
    visitor.fills("withdrawal_text", "I will be back").presses("Withdraw").await;
    visitor.opens("/my/rejoin").await.presses("Re-join").await;
    says_more(&world, &mut visitor).await;
    visitor.opens("/my/data").await.sees("V8W 9W2").sees("Send me news").sees("I will be back");
    visitor.sees("Before: Not provided").sees("Now: 250 555 0143").sees("Deployed since 1 November 2026");
    visitor.sees("The new answers, sent on").sees("V5K 0A1").sees("Answers you have not sent");
    visitor.opens("/my/data.json").await;
    let data: serde_json::Value = serde_json::from_str(&visitor.body).expect("JSON");
    assert_eq!(data["answers"]["first_name"][0], "Ada");
    assert_eq!(data["answers"]["locations"][0], "Abbotsford");
    assert_eq!((data["email"].as_str(), data["state"].as_str()), (Some(ADA), Some("active")));
    assert_eq!(data["consents"].as_array().map(Vec::len), Some(4));
    assert_eq!(data["withdrawals"][0]["text"], "I will be back", "own words are readable for oneself");
    assert_eq!(data["waiting"][0]["answers"]["postal_code"][0], "V5K 0A1");
    assert_eq!(data["unfinished"][0]["answers"]["current_employment"][0], "healthSectorEmployed");
    assert_eq!(data["address_state"], "verified");
    assert_eq!(data["certified_version"], 1);
    assert_eq!(data["deployments"][0]["start_date"], "2026-11-01");
    assert_eq!(data["seen_by"].as_array().map(Vec::len), Some(1));
    let changes = data["changes"].as_array().expect("changes");
    assert!(changes.iter().any(|change| change["answer"] == "postal_code" && change["after"][0] == "V8W 9W2"));
    let theirs = ["604 555 0199", "6045550199"];
    assert!(!theirs.iter().any(|phone| visitor.body.contains(phone)), "nothing of anybody else");
    assert_eq!(visitor.headers[header::CACHE_CONTROL], "private, no-store");
    assert_eq!(world.count("select count(*) from cultural_experience_reads").await, 0, "one's own reading is not kept");
}

/// RP-42
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_42_consents_are_revoked_one_by_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/consents").await.fills("consents", "sms").presses("Save").await;
    visitor.sees("What you agree to was changed");
    let newest = "select string_agg(purpose || given, ',' order by purpose) from consents where channel = 'update'";
    assert_eq!(world.text(newest).await, "campaignsfalse,smstrue");
    visitor.opens("/my/consents").await.presses("Save").await.does_not_see("was changed");
    assert_eq!(world.count("select count(*) from consents").await, 6, "what stays is not written again");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn erasing_takes_a_code_and_leaves_next_to_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    world.run("update registrants set legal_hold = true").await;
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    let letters = world.mails_to(ADA).await;
    let says = |words: &str| letters.iter().filter(|mail| mail.text.contains(words)).count();
    let said = (says("It signs you in to your registration"), says("It erases everything we hold about you"));
    assert_eq!(said, (1, 1), "each letter says what its code does");
    visitor.fills("code", &code).presses("Erase everything").await.sees_error("code", "legal matter");
    world.run("update registrants set legal_hold = false").await;
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Erase everything").await.sees("Your data is erased");
    assert_eq!(
        world.text("select state || first_name || last_name || primary_phone from registrations").await,
        "erased"
    );
    for table in ["registration_changes", "registration_locations", "registration_placements", "consents"] {
        let left: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {table}")))
            .fetch_one(&world.db)
            .await
            .expect("a number");
        assert_eq!(left, 0, "{table}");
    }
    let left =
        "select count(*) from registrants where email is null and email_norm is null and erased_mark is not null";
    assert_eq!(world.count(left).await, 1);
    assert_eq!(world.mails_to(ADA).await.last().expect("the last letter").subject, "Your data was erased");
    visitor.opens("/my/registration").await;
    assert_eq!(visitor.path, "/my");
    registered(&world, &Person::named("Ada")).await;
    assert_eq!(world.count("select count(*) from registrants").await, 2, "whoever was erased may begin anew");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_owner_of_an_address_chooses_between_two_registrations(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let newer = Person { postal_code: "V5K 0A1".to_owned(), ..Person::named("Ada") };
    let sent = ready(&world, &newer).await;
    taken(sent.sends(&world.backend).await);
    let number = world.text("select confirmation_id from registrations where state = 'held'").await;
    let mut visitor = signs_in(&world, ADA).await;
    assert_eq!(visitor.path, "/my/which");
    visitor.sees("V5K 0A1").opens("/my/registration").await.sees("V8W 9W2");
    visitor.opens("/my/which").await.presses("Use the new answers").await.sees("V5K 0A1");
    assert_eq!(world.texts("select state || version from registrations").await, ["active2"]);
    assert_eq!(world.text("select confirmation_id from confirmation_aliases").await, number, "both numbers find it");
    let again = ready(&world, &Person { postal_code: "V6B 1A1".to_owned(), ..Person::named("Ada") }).await;
    taken(again.sends(&world.backend).await);
    visitor.opens("/my/which").await.presses("Keep the old answers").await.sees("V5K 0A1");
    assert_eq!(world.count("select count(*) from registrations").await, 1);
}
