//! Staff for a test: invited by a message, with an app that makes codes, in browsers without scripts.

use aws_lc_rs::hmac;
use domain::{
    form::Answer,
    id::AccountId,
    text::{EmailAddress, FullName},
};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{
    access_staff,
    account_people::{ADA, PASSWORD},
    staff_passkeys::posts,
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// Seconds for which an app shows a code.
const STEP: i64 = 30;

/// An app that makes codes (RFC 6238) of the key that it was told.
#[derive(Clone, Debug)]
pub struct App(Vec<u8>);

impl App {
    /// Reads the key on the page at hand: base 32 (RFC 4648), in groups.
    pub fn told(visitor: &Visitor) -> Self {
        let shown = visitor.all("main bdi[dir=ltr]");
        let key = shown.first().unwrap_or_else(|| panic!("no key at {}:\n{}", visitor.path, visitor.text()));
        let signs: Vec<u64> = key.bytes().filter(|sign| *sign != b' ').map(value_of).collect();
        assert_eq!(signs.len(), 32, "160 bits: {key}");
        // Eight signs are five bytes.
        let bytes = signs.chunks(8).flat_map(|eight| {
            let bits = eight.iter().fold(0_u64, |bits, sign| (bits << 5) | sign);
            bits.to_be_bytes().into_iter().skip(3)
        });
        Self(bytes.collect())
    }

    /// The code of a moment.
    pub fn code(&self, at: Timestamp) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = hmac::sign(&key, &(at.as_second() / STEP).to_be_bytes());
        let mark = tag.as_ref();
        let from = usize::from(mark[19] & 0x0f);
        let number = mark[from..from + 4].iter().fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
        format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
    }

    /// The code so many seconds from now, or ago.
    pub fn code_in(&self, world: &World, seconds: i64) -> String {
        self.code(world.backend.clock.now() + SignedDuration::from_secs(seconds))
    }

    /// The code that is shown next: nobody has used it.
    pub fn fresh(&self, world: &World) -> String {
        world.backend.clock.advance(SignedDuration::from_secs(STEP));
        self.code_in(world, 0)
    }

    /// A code that is none of those around now.
    pub fn wrong(&self, world: &World) -> &'static str {
        let right = [-STEP, 0, STEP].map(|seconds| self.code_in(world, seconds));
        let all = ["000000", "111111", "222222", "333333"];
        all.into_iter().find(|wrong| right.iter().all(|code| code != wrong)).expect("a wrong code")
    }
}

fn value_of(sign: u8) -> u64 {
    match sign {
        b'A'..=b'Z' => u64::from(sign - b'A'),
        b'2'..=b'7' => u64::from(sign - b'2') + 26,
        _ => panic!("{} is no sign of base 32", char::from(sign)),
    }
}

/// Somebody of staff at work, with what they sign in with.
#[derive(Clone)]
pub struct Colleague {
    pub visitor: Visitor,
    pub email: String,
    pub app: App,
}

/// The newest link of an invitation among the messages to an address.
pub async fn invitation_to(world: &World, email: &str) -> String {
    let mails = world.mails_to(email).await;
    let mut lines = mails.iter().rev().flat_map(|mail| mail.text.lines());
    let link = lines.find(|line| line.contains("/staff/invitation/")).expect("a link");
    link.trim().trim_start_matches(ORIGIN).to_owned()
}

/// Invites the first administrator, of both halves; where the link leads.
pub async fn invites_first_admin(world: &World) -> String {
    let (email, name) = (EmailAddress::read(ADA).expect("an address"), FullName::read("Ada Lovelace").expect("a name"));
    let link = backend::staff::create_admin(&world.backend, (&email, &name), false).await;
    link.expect("nobody administers yet").as_str().to_owned()
}

/// Accepts an invitation, as far as the second step.
pub async fn accepts(visitor: &mut Visitor, link: &str, name: &str) {
    visitor.opens(link).await.fills("full_name", name).fills("new_password", PASSWORD);
    visitor.presses("Accept the invitation").await;
    assert!(["/staff/security", "/staff/code"].contains(&visitor.path.as_str()), "{}", visitor.text());
}

/// Sets up the first app of whoever is halfway in, and is in.
pub async fn sets_up_app(world: &World, visitor: &mut Visitor) -> App {
    visitor.opens("/staff/security").await.presses("Set up an authenticator app").await;
    let app = App::told(visitor);
    let code = app.fresh(world);
    visitor.fills("staff_code", &code).presses("Finish").await;
    assert_eq!(visitor.path, "/staff/security", "{}", visitor.text());
    app
}

/// Accepts an invitation and sets up an app.
pub async fn joins(world: &World, link: &str, name: &str, email: &str) -> Colleague {
    let mut visitor = world.visitor();
    accepts(&mut visitor, link, name).await;
    let app = sets_up_app(world, &mut visitor).await;
    Colleague { visitor, email: email.to_owned(), app }
}

/// The first administrator, of both halves.
pub async fn first_admin(world: &World) -> Colleague {
    let link = invites_first_admin(world).await;
    joins(world, &link, "Ada Lovelace", ADA).await
}

/// Recovery codes, where the page at hand shows them.
pub fn recovery_codes(visitor: &Visitor) -> Vec<String> {
    visitor.all("section[aria-labelledby=recovery-shown] bdi")
}

/// Types an address and a password: the first step.
pub async fn types_password(visitor: &mut Visitor, email: &str, password: &str) {
    visitor.opens("/staff/sign-in").await.fills("account_email", email).fills("password", password);
    visitor.presses("Continue").await;
}

/// Takes the first step in a new browser.
pub async fn halfway(world: &World, email: &str) -> Visitor {
    let mut visitor = world.visitor();
    types_password(&mut visitor, email, PASSWORD).await;
    assert_eq!(visitor.path, "/staff/code", "{}", visitor.text());
    visitor
}

/// Types a code on the page of the second step.
pub async fn types_code(visitor: &mut Visitor, code: &str) {
    visitor.opens("/staff/code").await.fills("staff_code", code).presses("Sign in").await;
}

/// Signs in with both steps, in a new browser.
pub async fn signs_in(world: &World, colleague: &Colleague) -> Visitor {
    let mut visitor = halfway(world, &colleague.email).await;
    let code = colleague.app.fresh(world);
    types_code(&mut visitor, &code).await;
    assert_eq!(visitor.path, "/staff", "{}", visitor.text());
    visitor
}

/// Whether somebody is signed in as staff in a browser.
pub async fn is_in(visitor: &mut Visitor) -> bool {
    visitor.opens("/staff").await;
    visitor.path == "/staff" && visitor.status.is_success()
}

/// Somebody unknown who came by a provider and waits for approval, in a browser of their own.
pub async fn waits(world: &World, name: &str, email: &str) -> (Visitor, AccountId) {
    let id = AccountId(Uuid::now_v7());
    let (email, name) = (EmailAddress::read(email).expect("an address"), FullName::read(name).expect("a name"));
    let now = world.backend.clock.now();
    let made = store::staff::identities::make_waiting(&world.backend.db, id, (&email, &name), now).await;
    assert!(made.expect("written"), "nobody has the address");
    (access_staff::signs_in(world, id).await.0, id)
}

/// How often an account was changed.
pub async fn version_of(world: &World, member: AccountId) -> String {
    let version = sqlx::query_scalar("select row_version from accounts where id = $1").bind(member.0);
    let version: i32 = version.fetch_one(&world.backend.db).await.expect("an account");
    version.to_string()
}

/// State and roles of an account, as they are stored.
pub async fn rights_of(world: &World, member: AccountId) -> String {
    let rights = "select concat_ws(' ', state, catalogue_role, registry_role, registry_organisation)
        from accounts where id = $1";
    sqlx::query_scalar(rights).bind(member.0).fetch_one(&world.backend.db).await.expect("an account")
}

/// Gives roles by one of the forms that do, as the account is now; leads to where that leads.
pub async fn gives(
    world: &World,
    visitor: &mut Visitor,
    (form, member): (&str, AccountId),
    [catalogue, registry, organisation]: [&str; 3],
) {
    let (id, version) = (member.to_string(), version_of(world, member).await);
    let answers = [
        ("staff_member", id.as_str()),
        ("staff_version", version.as_str()),
        ("catalogue_role", catalogue),
        ("registry_role", registry),
        ("registry_organisation", organisation),
    ];
    posts(visitor, form, &answers).await;
}

/// Presses a button about somebody, as the account is now; leads to where that leads.
pub async fn acts(world: &World, visitor: &mut Visitor, form: &str, member: AccountId) {
    let (id, version) = (member.to_string(), version_of(world, member).await);
    posts(visitor, form, &[("staff_member", id.as_str()), ("staff_version", version.as_str())]).await;
}
