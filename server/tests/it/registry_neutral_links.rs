//! Links of the registry's messages that lead nowhere. Expired, used, forged and foreign ones get one answer, opened or
//! pressed: 410, the answer of a link that has ended. A 404 beside it would tell a stranger that a link was never ours.

use std::{collections::BTreeSet, fmt::Display};

use axum::http::{Method, StatusCode};
use backend::registry::{
    OwnerLink,
    email::undo_link,
    saving::{self, LinkTo},
};
use domain::{form::Answer, id::DraftId, text::EmailAddress};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use uuid::Uuid;

use crate::{
    registrants::{Person, WRITER},
    registry_drafts::begun,
    registry_my::{ADA, link_in, registered},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// A link that is right, in its parts, and the form of its button.
struct Link {
    page: String,
    id: String,
    seal: String,
    /// Something of the same kind that it is not about.
    other: String,
    action: &'static str,
}

impl Link {
    fn of(path: impl Display, other: impl Display, action: &'static str) -> Self {
        let path = path.to_string();
        let mut parts = path.rsplitn(3, '/').map(str::to_owned);
        let mut part = || parts.next().expect("three parts");
        let (seal, id, page) = (part(), part(), part());
        Self { page, id, seal, other: other.to_string(), action }
    }

    /// What somebody may make of it who has no right one: id and seal.
    fn wrong(&self) -> Vec<(String, String)> {
        let forged = self.seal.replacen('.', ".A", 1);
        let longer = format!("9{}", self.seal);
        let unknown = Uuid::now_v7().to_string();
        vec![
            (self.id.clone(), forged),
            (self.id.clone(), longer),
            (self.id.clone(), "1.x".to_owned()),
            (self.other.clone(), self.seal.clone()),
            (unknown, self.seal.clone()),
            ("x".to_owned(), "y".to_owned()),
        ]
    }
}

/// What somebody reads.
type Said = (StatusCode, String, String);

fn said(visitor: &Visitor) -> Said {
    (visitor.status, visitor.title(), visitor.text())
}

/// What a browser without cookies is told that opens a link.
async fn opened(world: &World, link: &Link, (id, seal): (&str, &str)) -> Said {
    let mut visitor = world.visitor();
    visitor.once(Method::GET, &format!("{}/{id}/{seal}", link.page), None).await;
    said(&visitor)
}

/// What it is told that presses the button of the link's page.
async fn pressed(world: &World, link: &Link, (id, seal): (&str, &str)) -> Said {
    let mut visitor = world.visitor();
    let answers = [("link_subject", id), ("link_seal", seal), ("withdrawal_reason", "leave_registry")];
    let answers = answers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    visitor.once(Method::POST, link.action, Some(form_urlencoded(&answers))).await;
    said(&visitor)
}

async fn id_of(world: &World, first_name: &str) -> String {
    let sql = format!("select registrant_id::text from registrations where first_name = '{first_name}'");
    world.text(sql.leak()).await
}

/// A draft that is kept for Ada.
async fn kept(world: &World) -> DraftId {
    let draft = begun(world).await;
    let address = EmailAddress::read(ADA).expect("an address");
    saving::save(&world.backend, draft, &address, WRITER).await.expect("saved");
    draft
}

/// One right link of each kind.
async fn links(world: &World) -> Vec<Link> {
    for name in ["Ada", "Grace"] {
        registered(world, &Person::named(name)).await;
    }
    let (backend, draft, other) = (&world.backend, kept(world).await, kept(world).await);
    let letter = world.mails_to(ADA).await.into_iter().find(|mail| mail.text.contains("/register/confirm/"));
    let line =
        letter.expect("a letter").text.lines().find(|line| line.contains("/register/confirm/")).map(str::to_owned);
    let confirm = line.expect("a link").trim().trim_start_matches(crate::world::ORIGIN).to_owned();
    let (ada, grace) = (id_of(world, "Ada").await, id_of(world, "Grace").await);
    let owner = |link: OwnerLink| link.path(backend, ada.parse().expect("an id"), ADA);
    vec![
        Link::of(LinkTo::Draft.path(backend, draft, ADA), other, "/do/register/resume-link"),
        Link::of(LinkTo::Discard.path(backend, draft, ADA), other, "/do/register/discard"),
        Link::of(confirm, &grace, "/do/register/confirm"),
        Link::of(owner(OwnerLink::StillRight), &grace, "/do/my/still-right"),
        Link::of(owner(OwnerLink::StopMessages), &grace, "/do/my/stop-messages"),
        Link::of(owner(OwnerLink::Withdraw), &grace, "/do/my/withdraw"),
        Link::of(undo_link(backend, Uuid::now_v7()), Uuid::now_v7(), "/do/my/undo-email"),
    ]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whatever_is_wrong_with_a_link_gets_one_answer(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let links = links(&world).await;
    let (mut opening, mut pressing) = (BTreeSet::new(), BTreeSet::new());
    for link in &links {
        let right = opened(&world, link, (&link.id, &link.seal)).await;
        assert_eq!(right.0, StatusCode::OK, "{}: {}", link.page, right.2);
        for (id, seal) in link.wrong() {
            opening.insert(opened(&world, link, (&id, &seal)).await);
            pressing.insert(pressed(&world, link, (&id, &seal)).await);
        }
    }
    // Nothing that a link can hold; whoever withdraws is asked why besides.
    for link in links.iter().filter(|link| link.action != "/do/my/withdraw") {
        for (id, seal) in [("", ""), (link.id.as_str(), "<1.x>"), ("x", "x".repeat(200).as_str())] {
            pressing.insert(pressed(&world, link, (id, seal)).await);
        }
    }
    // A change of address that is not kept any more.
    let undo = links.last().expect("the last");
    pressing.insert(pressed(&world, undo, (&undo.id, &undo.seal)).await);
    // Used: the draft is deleted.
    let (resume, discard) = (&links[0], &links[1]);
    assert_eq!(pressed(&world, discard, (&discard.id, &discard.seal)).await.0, StatusCode::SEE_OTHER);
    opening.insert(opened(&world, resume, (&resume.id, &resume.seal)).await);
    opening.insert(opened(&world, discard, (&discard.id, &discard.seal)).await);
    pressing.insert(pressed(&world, resume, (&resume.id, &resume.seal)).await);
    let unchanged = "select count(*) from registrants r join registrations s on s.registrant_id = r.id
        where s.state = 'active' and r.messages_stopped_at is null and r.email_state = 'unverified'";
    assert_eq!(world.count(unchanged).await, 2, "none of them did anything");
    // Expired: all of them.
    world.backend.clock.advance(SignedDuration::from_hours(24 * 740));
    for link in &links {
        opening.insert(opened(&world, link, (&link.id, &link.seal)).await);
        pressing.insert(pressed(&world, link, (&link.id, &link.seal)).await);
    }
    assert_one(&opening);
    assert_one(&pressing);
}

/// That they are one answer, in words about registrations.
fn assert_one(answers: &BTreeSet<Said>) {
    assert_eq!(answers.len(), 1, "{answers:#?}");
    let (status, title, text) = answers.first().expect("an answer");
    assert_eq!((*status, title.as_str()), (StatusCode::GONE, "This link does not work – Healthpost"));
    for words in ["Continue a saved registration", "Sign in to your registration"] {
        assert!(text.contains(words), "{text}");
    }
    assert!(!text.contains("page of the publication"), "it is not about publications: {text}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_to_sign_in_that_does_not_says_the_same_whatever_is_wrong(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let mut visitor = world.visitor();
    visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    let link = link_in(world.mails_to(ADA).await.last().expect("a code"), "Enter it here");
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let presses = async |token: &str| {
        let mut stranger = world.visitor();
        stranger.once(Method::POST, "/do/my/link", Some(format!("sign_in_token={token}"))).await;
        (stranger.status, stranger.headers["location"].to_str().expect("a path").to_owned())
    };
    let foreign = presses(&token).await;
    assert_eq!(foreign, (StatusCode::SEE_OTHER, "/my".to_owned()));
    assert_eq!(presses("x").await, foreign, "forged");
    visitor.opens(&link).await.presses("Sign in").await;
    assert_eq!(visitor.path, "/my/registration");
    assert_eq!(presses(&token).await, foreign, "used");
    world.backend.clock.advance(SignedDuration::from_mins(31));
    assert_eq!(presses(&token).await, foreign, "expired");
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 1);
    let mut answers = BTreeSet::new();
    for path in [link, "/my/link/x".to_owned()] {
        answers.insert(said(world.visitor().opens(&path).await));
    }
    assert_eq!(answers.len(), 1, "{answers:#?}");
}
