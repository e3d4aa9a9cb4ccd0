//! The pages of the wizard: which there are, in which order, and what each of them does beside its questions.

use axum::http::StatusCode;
use domain::locale::Locale;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{visitor::Visitor, world::World};

/// Answers to one page: its address below `/register/`, and what is typed there.
pub type Answered = (&'static str, &'static [(&'static str, &'static str)]);

/// The way of a nurse who would go to a remote community.
pub const WAY: &[Answered] = &[
    ("name", &[("first_name", "Ada"), ("last_name", "Lovelace")]),
    ("postal-code", &[("postal_code", "v8w9w2")]),
    ("phones", &[("primary_phone", "(250) 555-0142"), ("primary_phone_ext", "12")]),
    ("email", &[("email", "ada@example.com")]),
    ("profession", &[("stream", "Nurse")]),
    ("specialties", &[("specialties", "RegisteredNurse")]),
    ("subspecialties/RegisteredNurse", &[("subspecialties", "Cardiovascular")]),
    ("registration-status", &[("registration_status", "registered")]),
    ("registration-number", &[("registration_number", "RN 12")]),
    ("employment", &[("current_employment", "healthSectorEmployed")]),
    ("employers", &[("employers", "fraser")]),
    ("anywhere", &[("deploy_anywhere", "no")]),
    ("locations", &[("locations", "Gitgaat")]),
    (
        "experience",
        &[("has_indigenous_experience", "yes"), ("has_remote_rural_experience", "no"), ("has_sanyas_training", "no")],
    ),
    ("placements", &[("placement_options", "homeSupport")]),
    ("immunization", &[("has_immunization_training", "yes")]),
    ("duration", &[("deployment_duration", "oneWeek")]),
    ("hours", &[("deployment_types", "fullTime")]),
    ("deployed-before", &[("has_previous_deployment", "yes")]),
    (
        "last-deployment",
        &[
            ("last_deployment_date-day", "27"),
            ("last_deployment_date-month", "March"),
            ("last_deployment_date-year", "2024"),
            ("last_deployed_authority", "fraser"),
        ],
    ),
];

/// Somebody who has just begun a registration.
pub async fn begins(world: &World) -> Visitor {
    let (_, token) = backend::registry::drafts::begin(&world.backend, Locale::English).await.expect("a draft");
    let mut visitor = world.visitor();
    visitor.cookies.insert("__Host-draft".to_owned(), token.as_str().to_owned());
    visitor
}

/// Opens a page of the wizard, which is asked.
pub async fn opens(visitor: &mut Visitor, slug: &str) {
    let path = format!("/register/{slug}");
    visitor.opens(&path).await;
    assert_eq!((visitor.status, visitor.path.as_str()), (StatusCode::OK, path.as_str()));
}

/// Types into the page at hand and goes on.
pub async fn continues(visitor: &mut Visitor, typed: &[(&str, &str)]) {
    for (name, value) in typed {
        visitor.fills(name, value);
    }
    visitor.presses("Continue").await;
}

/// Goes the way of the nurse up to a page, and opens it.
pub async fn goes_to(visitor: &mut Visitor, slug: &str) {
    for (before, typed) in WAY.iter().take_while(|(known, _)| *known != slug) {
        opens(visitor, before).await;
        continues(visitor, typed).await;
    }
    opens(visitor, slug).await;
}

/// EH-03
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_03_each_answer_leads_to_the_next_page_and_says_in_which_section_it_is(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    opens(&mut visitor, WAY[0].0).await;
    for (at, (slug, typed)) in WAY.iter().enumerate() {
        assert_eq!(visitor.path, format!("/register/{slug}"));
        let section = match at {
            0..2 => "Section 1 of 5: Primary",
            2..4 => "Section 2 of 5: Contact",
            4..11 => "Section 3 of 5: Credentials",
            _ => "Section 4 of 5: Preferences",
        };
        assert_eq!(visitor.all("main p.no-print").first().map(String::as_str), Some(section), "{slug}");
        let heading = visitor.all("h1").concat();
        assert_eq!(visitor.title(), format!("{heading} – Register – Healthpost"));
        let before = if at == 0 { "/register/tasks".to_owned() } else { format!("/register/{}", WAY[at - 1].0) };
        assert_eq!(visitor.attributes(".back-link", "href"), [before], "{slug}");
        continues(&mut visitor, typed).await;
    }
    assert_eq!(visitor.path, "/register/check");
    // EH-05: every answer stands in its page again, as it was typed.
    opens(&mut visitor, "phones").await;
    assert_eq!(visitor.value_of("primary_phone"), "(250) 555-0142");
    opens(&mut visitor, "postal-code").await;
    assert_eq!(visitor.value_of("postal_code"), "v8w9w2");
    opens(&mut visitor, "locations").await;
    assert_eq!(visitor.attributes("input[name=locations][checked]", "value"), ["Gitgaat"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_06_a_page_out_of_turn_leads_to_the_tasks_and_an_unknown_one_nowhere(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut stranger = world.visitor();
    for path in ["/register/tasks", "/register/name", "/register/locations"] {
        stranger.opens(path).await;
        assert_eq!(stranger.path, "/register", "without a registration one begins at its start");
    }
    let mut visitor = begins(&world).await;
    for slug in [
        "postal-code",
        "email",
        "job-title",
        "specialties",
        "subspecialties/RegisteredNurse",
        "subspecialties/Nobody",
        "employers",
        "circumstance",
        "locations",
        "experience",
        "last-deployment",
    ] {
        visitor.opens(&format!("/register/{slug}")).await;
        assert_eq!((visitor.status, visitor.path.as_str()), (StatusCode::OK, "/register/tasks"), "{slug}");
    }
    // Every section may be begun at its beginning.
    for slug in ["name", "phones", "profession", "anywhere"] {
        opens(&mut visitor, slug).await;
    }
    for unknown in ["names", "subspecialties", "subspecialties/a.b", "name/x"] {
        visitor.opens(&format!("/register/{unknown}")).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_03_the_task_list_says_how_far_each_section_is(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    let states = |visitor: &Visitor| visitor.all("main li div:last-child");
    visitor.opens("/register/tasks").await.sees("You have completed 0 of 5 sections.");
    assert_eq!(states(&visitor), ["Not started", "Not started", "Not started", "Not started", "Cannot start yet"]);
    assert_eq!(visitor.all(".no-print > .task-list").len(), 1, "it is not printed");
    let leads = |visitor: &Visitor| visitor.attributes(".task-link", "href");
    let beginnings = ["/register/name", "/register/phones", "/register/profession", "/register/anywhere"];
    assert_eq!(leads(&visitor), beginnings, "what cannot start leads nowhere");
    goes_to(&mut visitor, "email").await;
    continues(&mut visitor, &[("email", "ada@")]).await;
    opens(&mut visitor, "profession").await;
    continues(&mut visitor, &[("stream", "Midwife")]).await;
    visitor.opens("/register/tasks").await.sees("You have completed 1 of 5 sections.");
    let expected = ["Completed", "There is a problem", "In progress", "Not started", "Cannot start yet"];
    assert_eq!(states(&visitor), expected);
    let open = ["/register/name", "/register/email", "/register/registration-status", "/register/anywhere"];
    assert_eq!(leads(&visitor), open, "what is done leads to its beginning, all else to what is to be done");
    visitor.opens("/register/email").await.sees_error("email", "Enter an email address in the correct format");
    assert_eq!(visitor.value_of("email"), "ada@", "as it was typed");
}

/// EH-12
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_12_a_slip_in_the_address_is_pointed_out_and_allowed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "email").await;
    continues(&mut visitor, &[("email", "ada@homtail.com")]).await;
    visitor.sees("What is your profession?").sees("Did you mean ada@hotmail.com?");
    assert_eq!(visitor.links("Change your email address"), ["/register/email"]);
    opens(&mut visitor, "email").await;
    assert_eq!(visitor.value_of("email"), "ada@homtail.com");
    continues(&mut visitor, &[("email", "ada@hotmail.com")]).await;
    visitor.sees("What is your profession?").does_not_see("Did you mean");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_03_what_is_saved_for_later_may_be_wrong(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    opens(&mut visitor, "name").await;
    visitor.fills("first_name", "Ada").presses("Save and come back later").await;
    assert!(visitor.path.starts_with("/register/save"), "{}", visitor.path);
    opens(&mut visitor, "name").await;
    assert_eq!((visitor.value_of("first_name"), visitor.value_of("last_name")), ("Ada".to_owned(), String::new()));
}

/// EH-25, EH-26: the tree of places, and its buttons.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_25_places_stand_as_a_tree_and_eh_26_a_region_is_chosen_at_once(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "locations").await;
    assert_eq!(visitor.all("label[for=find]"), ["Find in this list"], "typing narrows it down where scripts run");
    assert_eq!(visitor.attributes("#list-status", "role"), ["status"]);
    assert_eq!(visitor.all("form details").len(), 6);
    assert_eq!(visitor.all("form details fieldset").len(), 17);
    assert_eq!(visitor.attributes("form details input[name=locations]", "id").len(), 92);
    assert_eq!(visitor.all("details:has([value='none:FraserRegion']) summary"), ["Fraser Region 0 of 13 chosen"]);
    let disabled = |visitor: &Visitor| visitor.attributes("[data-choose][disabled]", "value");
    assert_eq!(disabled(&visitor).len(), 6, "there is nothing to clear");
    visitor.fills("locations", "Gitgaat").presses("Select all in Fraser Region").await;
    assert_eq!(visitor.path, "/register/locations");
    visitor.sees("13 of 13 chosen").sees("1 of 8 chosen");
    assert!(disabled(&visitor).contains(&"all:FraserRegion".to_owned()));
    assert!(!disabled(&visitor).contains(&"none:FraserRegion".to_owned()));
    visitor.presses("Clear all in Fraser Region").await;
    visitor.sees("0 of 13 chosen").sees("1 of 8 chosen");
    assert_eq!(visitor.attributes("input[name=locations][checked]", "value"), ["Gitgaat"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn names_on_offer_say_that_they_are_english(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    visitor.language = "ar";
    opens(&mut visitor, "profession").await;
    assert_eq!(visitor.all("label[lang=en]").len(), 12);
    visitor.language = "en";
    opens(&mut visitor, "profession").await;
    assert!(visitor.all("label[lang=en]").is_empty());
}
