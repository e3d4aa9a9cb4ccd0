//! Naughty strings in what staff type and choose: each is refused in words or kept, comes back as it was typed, and
//! none is markup. What strangers may send as well meets each of them by itself in `naughty`.

use axum::http::StatusCode;
use domain::{
    access::{self, Permission},
    form::Answer,
    id::AccountId,
    staff::RegistryRole,
    text::{EmailAddress, FullName},
};
use naughty_strings::BLNS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{registry, somebody},
    account_people::token_of,
    authenticator::Authenticator,
    bad_input::{owned, posts},
    forms::FORMS,
    naughty::markup_in,
    registry_at_hand::naughty,
    staff_passkeys::{self, sets_up},
    staff_people::{invites_first_admin, is_in, rights_of, sets_up_app, types_password, version_of, waits},
    staff_rights::{at_work, both},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// So many strings are typed into a question at once: it keeps them whole, whatever it takes.
const JOINED: usize = 65;
/// One in so many is chosen, or travels with a form.
const CHOSEN: usize = 128;
/// One in so many is sought.
const SOUGHT: usize = 24;
/// One page of so many has the pages of somebody on it looked at.
const LOOKED_AT: usize = 5;
/// People on one page.
const ON_PAGE: usize = 25;
/// Their names on the list.
const NAMES: &str = "section[aria-labelledby=people] tbody th a";

/// People by their names, who wait.
const WAITING: &str =
    "insert into accounts (id, email, email_norm, full_name, state, email_confirmed_at, created_at, updated_at,
        last_signed_in_at)
    select gen_random_uuid(), number || '@example.com', number || '@example.com', name, 'pending', now(), now(), now(),
        now()
    from unnest($1::text[]) with ordinality them (name, number)";

/// Address, name and password of people who accept an invitation.
const PEOPLE: [[&str; 3]; 3] = [
    ["a@example.com", "O'Brien <b>&amp; sons</b>", "<script>alert('Ω≈ç√∫')</script>"],
    ["b@example.com", "محمد بن عبد الله", "هل هذا كلام طويل جدا"],
    ["c@example.com", "👩🏽‍⚕️ Ada'); drop table accounts; --", "%00 \" ' ; ﷽ quiet lamp offset"],
];

#[track_caller]
fn assert_no_markup(visitor: &Visitor, strings: &[&str]) {
    for markup in strings.iter().filter_map(|words| markup_in(words)) {
        assert!(!visitor.body.contains(markup), "{markup:?} is markup on {}", visitor.path);
    }
}

/// Types all strings into a question, with other answers beside it that are refused, and finds them there again.
async fn comes_back(visitor: &mut Visitor, form: &str, beside: &[(&str, &str)], question: &str) {
    for strings in BLNS.chunks(JOINED) {
        let typed = strings.join(" ");
        let mut answers = owned(beside, "");
        answers.push((question.to_owned(), typed.clone()));
        assert_eq!(posts(visitor, form, &answers).await, StatusCode::SEE_OTHER, "{form}");
        visitor.sees("There is a problem");
        assert_eq!(visitor.value_of(question), typed, "{form} on {}", visitor.path);
        assert_no_markup(visitor, strings);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_staff_type_comes_back_as_it_was_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let token = token_of(&invites_first_admin(&world).await);
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    staff_passkeys::posts(&mut admin, "passkey-begin-add", &[]).await;
    comes_back(&mut admin, "/do/staff/passkey-add", &[], "passkey_name").await;
    comes_back(&mut admin, "/do/staff/invite", &[], "account_email").await;
    let mut stranger = world.visitor();
    let beside = [("invitation_token", token.as_str()), ("new_password", "short")];
    comes_back(&mut stranger, "/do/staff/accept", &beside, "full_name").await;
    comes_back(&mut stranger, "/do/staff/sign-in", &[], "account_email").await;
    let written = "select (select count(*) from accounts) + (select count(*) from staff_invitations)
        + (select count(*) from staff_passkeys) + (select count(*) from staff_sign_ins)";
    assert_eq!(world.count(written).await, 2, "nothing but the administrator and the invitation");
}

/// The forms that only staff may send, and those by which a second step is set up.
fn inside() -> impl Iterator<Item = (&'static str, Vec<(String, String)>)> {
    let is_staffs = |path: &str| {
        let permission = access::of_form(path).map(access::Admitted::permission);
        let is_set_up = path.ends_with("/authenticator-confirm") || path.ends_with("/passkey-add");
        is_set_up
            || matches!(permission, Some(Permission::StaffArea | Permission::ChangeFactors | Permission::ManageStaff))
    };
    let asking = FORMS.iter().filter(move |(path, right)| !right.is_empty() && is_staffs(path));
    asking.map(|(path, right)| (*path, owned(right, "")))
}

/// Posts strings, and opens the page that follows.
async fn meets(visitor: &mut Visitor, path: &str, answers: &[(String, String)]) {
    posts(visitor, path, answers).await;
    let strings: Vec<&str> = answers.iter().map(|(_, words)| words.as_str()).collect();
    assert_no_markup(visitor, &strings);
}

/// Posts strings as roles of somebody whom there is: nobody looks at them otherwise.
async fn meets_as_roles(world: &World, visitor: &mut Visitor, form: &str, member: AccountId) {
    let (id, version) = (member.to_string(), version_of(world, member).await);
    let about = [("staff_member", id.as_str()), ("staff_version", version.as_str())];
    let roles = ["catalogue_role", "registry_role", "registry_organisation"].map(|name| (name, ""));
    let right = owned(&[about.as_slice(), &roles].concat(), "");
    for first in (0..BLNS.len()).step_by(CHOSEN) {
        meets(visitor, form, &naughty(&right, first, &["staff_member", "staff_version"])).await;
        assert_eq!(visitor.sees("There is a problem").path, format!("/staff/people/{member}/roles"), "{form}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_form_that_staff_send_answers_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let (_, waiting) = waits(&world, "Grace Hopper", "grace@example.com").await;
    let viewer = somebody(&world, "viewer", &registry(RegistryRole::Viewer, "FHA")).await;
    assert!(inside().count() > 12, "every form is there");
    for (path, right) in inside() {
        for first in (0..BLNS.len()).step_by(CHOSEN) {
            meets(&mut admin, path, &naughty(&right, first, &[])).await;
        }
    }
    meets_as_roles(&world, &mut admin, "/do/staff/approve", waiting).await;
    meets_as_roles(&world, &mut admin, "/do/staff/change-roles", viewer).await;
    assert_eq!(rights_of(&world, waiting).await, "pending");
    assert_eq!(rights_of(&world, viewer).await, "active viewer FHA");
    assert_eq!(world.count("select count(*) from staff_invitations").await, 0);
    assert!(is_in(&mut admin).await);
}

/// Whether a string can be somebody's name, as it is.
fn is_name(words: &str) -> bool {
    let is_short = (1..=100).contains(&words.chars().count());
    is_short && words.trim() == words && !words.chars().any(char::is_control)
}

/// A text as it is read on a page.
fn as_read(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the list page by page; some of its people are looked at.
async fn reads_list(admin: &mut Visitor, names: &[&str]) -> Vec<String> {
    let mut shown = Vec::new();
    for page in 1..=names.len().div_ceil(ON_PAGE) {
        admin.opens(&format!("/staff/people?state=pending&page={page}")).await;
        assert_no_markup(admin, names);
        let (listed, links) = (admin.all(NAMES), admin.attributes(NAMES, "href"));
        if page % LOOKED_AT == 0 {
            for part in ["", "/roles"] {
                admin.opens(&format!("{}{part}", links[0])).await;
                assert_no_markup(admin, names);
                assert!(admin.all("h1").concat().contains(&listed[0]), "{:?} is named on {}", listed[0], admin.path);
            }
        }
        shown.extend(listed);
    }
    shown
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn people_are_listed_and_found_by_naughty_names(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let names: Vec<&str> = BLNS.iter().copied().filter(|words| is_name(words)).collect();
    assert!(names.len() > 400, "most can be somebody's name");
    let typed: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    sqlx::query(WAITING).bind(typed).execute(&world.db).await.expect("people");
    let mut expected: Vec<String> = names.iter().map(|name| as_read(name)).collect();
    let mut shown = reads_list(&mut admin, &names).await;
    expected.sort();
    shown.sort();
    assert_eq!(shown, expected, "everybody is there once, by the name that they have");
    for words in names.iter().copied().step_by(SOUGHT) {
        let of = |name: &str| (name.to_owned(), words.to_owned());
        admin.opens(&format!("/staff/people?{}", form_urlencoded(&[of("text")]))).await;
        assert_eq!(admin.value_of("text"), words);
        assert!(!admin.all(NAMES).is_empty(), "{words:?} is found");
        assert_no_markup(&admin, &[words]);
        // These are chosen, and what is not on offer is not asked for.
        let others = ["state", "role", "organisation", "sort", "page"].map(of);
        admin.opens(&format!("/staff/people?{}", form_urlencoded(&others))).await;
        assert_eq!(admin.status, StatusCode::OK, "{words:?}: {}", admin.text());
        assert_no_markup(&admin, &[words]);
    }
}

/// Accepts an invitation with this name and this password, sets up the second step, and signs in elsewhere.
async fn joins(world: &World, [email, name, password]: [&str; 3]) {
    let invited = (EmailAddress::read(email).expect("an address"), FullName::read("Somebody").expect("a name"));
    let link = backend::staff::create_admin(&world.backend, (&invited.0, &invited.1), true).await.expect("invited");
    let mut visitor = world.visitor();
    visitor.opens(link.as_str()).await.fills("full_name", name).fills("new_password", password);
    visitor.presses("Accept the invitation").await;
    sets_up_app(world, &mut visitor).await;
    visitor.opens("/staff").await.sees(name);
    assert_no_markup(&visitor, &[name, password]);
    let mut again = world.visitor();
    types_password(&mut again, email, password).await;
    assert_eq!(again.path, "/staff/code", "{}", again.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn names_and_passwords_are_kept_as_they_were_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let mut names = PEOPLE.map(|[_, name, _]| name);
    for (number, person) in (1_u8..).zip(PEOPLE) {
        joins(&world, person).await;
        // A passkey has a name of its own.
        let [_, name, _] = person;
        sets_up(&mut admin, &mut Authenticator::new(number), name).await;
        assert_eq!(admin.sees(name).path, "/staff/security");
        assert_no_markup(&admin, &[name]);
    }
    let called = "select full_name from accounts where email_norm like '_@example.com' order by email_norm";
    assert_eq!(world.texts(called).await, names);
    let mut kept = world.texts("select name from staff_passkeys").await;
    kept.sort();
    names.sort_unstable();
    assert_eq!(kept, names);
}
