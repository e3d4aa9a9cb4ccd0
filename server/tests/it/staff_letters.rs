//! What staff are told of what is decided about them, in the language of whoever decides; and what is written down of
//! it (EH-70, EH-71).

use domain::{id::AccountId, locale::Locale, staff::CatalogueRole};
use serde_json::{Value, json};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, somebody},
    language_journeys::said,
    staff_passkeys::posts,
    staff_people::{acts, gives, invitation_to, waits},
    staff_rights::{at_work, both},
    visitor::Visitor,
    world::World,
};

/// What begins the words of every letter to staff, of those that [`decides`] has written.
const LETTERS: [&str; 6] = [
    "mail-staff-approved",
    "mail-staff-roles-changed",
    "mail-staff-roles-changed",
    "mail-staff-suspended",
    "mail-staff-reactivated",
    "mail-staff-sign-in-reset",
];

/// A text without line breaks, and with one kind of space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lets somebody in, gives them other roles, suspends them, lets them in again and has them set up how they sign in.
async fn decides(world: &World, admin: &mut Visitor, id: AccountId) {
    gives(world, admin, ("approve", id), ["", "viewer", "FHA"]).await;
    gives(world, admin, ("change-roles", id), ["publisher", "viewer", "FHA"]).await;
    gives(world, admin, ("change-roles", id), ["fulfiller", "coordinator", "VCHA"]).await;
    acts(world, admin, "suspend", id).await;
    acts(world, admin, "reactivate", id).await;
    acts(world, admin, "reset-factors", id).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_70_letters_are_in_the_language_of_whoever_decides(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for locale in Locale::ALL {
        admin.language = locale.as_str();
        let (email, invited) = (format!("waits-{locale}@example.com"), format!("invited-{locale}@example.com"));
        let (_, id) = waits(&world, "Grace Hopper", &email).await;
        decides(&world, &mut admin, id).await;
        posts(&mut admin, "invite", &[("account_email", &invited), ("catalogue_role", "publisher")]).await;
        let letters = world.mails_to(&email).await;
        let mut subjects: Vec<String> = letters.iter().map(|mail| plain(&mail.subject)).collect();
        let mut expected = LETTERS.map(|letter| said(*locale, &format!("{letter}-subject")));
        subjects.sort();
        expected.sort();
        assert_eq!(subjects, expected, "{locale}");
        let tag = format!("<html lang=\"{locale}\" dir=\"{}\">", locale.direction());
        for mail in letters.iter().chain(&world.mails_to(&invited).await) {
            assert!(mail.html.contains(&tag), "{}", mail.html);
            let text = format!("{} {}", mail.subject, mail.text);
            assert!(!text.contains("Unknown localization") && !text.contains("Hopper"), "{locale}: {text}");
        }
        let coast = "Vancouver Coastal Health Authority";
        let changed = letters.iter().map(|mail| plain(&mail.text)).find(|text| text.contains(coast));
        let changed = changed.expect("a letter that names where they work now");
        for role in ["catalogue_role.fulfiller", "registry_role.coordinator"] {
            assert!(changed.contains(&said(*locale, role)), "{locale}: {changed}");
        }
        // The link of the last one leads to a page that says what it is.
        let mut owner = world.visitor();
        owner.language = locale.as_str();
        owner.opens(&invitation_to(&world, &email).await).await;
        assert_eq!(owner.all("h1"), [said(*locale, "staff-invitation-reset-title")]);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_has_no_role_any_more_is_told_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let id = somebody(&world, "publisher", &catalogue(CatalogueRole::Publisher)).await;
    gives(&world, &mut admin, ("change-roles", id), ["publisher", "", ""]).await;
    assert!(world.mails_to("publisher@staff.example").await.is_empty(), "nothing changed");
    gives(&world, &mut admin, ("change-roles", id), ["", "", ""]).await;
    let letter = plain(&world.mails_to("publisher@staff.example").await.pop().expect("a letter").text);
    assert!(letter.contains("You do not work on Healthpost any more") && !letter.contains("Publisher"), "{letter}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_change_is_written_down_from_what_to_what_and_names_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &both()).await;
    let (_, id) = waits(&world, "Grace Hopper", "grace@example.com").await;
    decides(&world, &mut admin, id).await;
    let written = "select json_build_array(action, actor, subject, detail)::text from audit_entries
        where action not in ('account.wait', 'account.viewed', 'account.listed') order by id";
    let written: Vec<Value> =
        world.texts(written).await.iter().map(|entry| serde_json::from_str(entry).expect("JSON")).collect();
    let roles = |catalogue: Option<&str>, registry: &str, organisation: &str| json!({ "catalogue": catalogue, "registry": registry, "organisation": organisation });
    let (first, second) = (roles(None, "viewer", "FHA"), roles(Some("publisher"), "viewer", "FHA"));
    let (third, nothing) = (roles(Some("fulfiller"), "coordinator", "VCHA"), json!({}));
    let expected = [
        ("account.approved", first.clone()),
        ("account.roles_changed", json!({ "before": first, "after": second.clone() })),
        ("account.roles_changed", json!({ "before": second, "after": third })),
        ("account.suspended", nothing.clone()),
        ("account.reactivated", nothing.clone()),
        ("account.factors_reset", nothing),
    ];
    let of_account = written.iter().filter(|entry| entry[0] != "staff.invited");
    for (entry, (action, detail)) in of_account.zip(&expected) {
        let whole = json!([action, format!("account:{own}"), format!("account:{id}"), detail]);
        assert_eq!(*entry, whole);
    }
    assert_eq!(written.len(), expected.len() + 1, "{written:?}");
    let text = format!("{written:?}").to_lowercase();
    assert!(!text.contains("hopper") && !text.contains('@') && !text.contains("administrator"), "{text}");
}
