//! What strangers ask that must not tell them whether an address or an order is known (G-A9): each form with what is
//! known and with what is not, all else the same.

use std::fmt::Write;

use axum::http::{HeaderMap, Method, header};
use backend::registry::saving;
use domain::{form::Answer, staff::CatalogueRole, text::EmailAddress};
use jiff::SignedDuration;

use crate::{
    access_staff::{catalogue, somebody},
    account_people::{ADA, GRACE, ada_with_password, orders, signs_up},
    builders::Leaflet,
    registrants::{Person, WRITER},
    registry_drafts::begun,
    registry_my::registered,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// An address that nobody has.
const NOBODY: &str = "eve@example.com";
/// A number that no order has.
const NO_ORDER: &str = "HP-00000-00000";

/// What is known or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// The address of Ada: her account has a password, she registered, and saved another draft.
    Ada,
    /// The address of Grace: her account has no password.
    Grace,
    /// The number of Ada's order, with another address than hers.
    Order,
    /// The address of somebody who is staff, with a password and a second step.
    Staff,
    /// The same, suspended.
    Suspended,
    /// The address of staff without a password.
    WithoutPassword,
}

/// A form, and what of it is known or not.
pub struct Way {
    /// In words, for tables.
    pub what: &'static str,
    /// Where it is posted to.
    pub path: &'static str,
    /// The form that is posted before it with the same answers, if there is one.
    first: Option<&'static str>,
    asked: Asked,
    /// The question of which the answer is known or not.
    question: &'static str,
    beside: &'static [(&'static str, &'static str)],
}

const WRONG: &[(&str, &str)] = &[("password", "not the right words")];

/// All of them; those with the password of an account first.
pub const WAYS: [Way; 12] = [
    way("sign in with a wrong password", "/do/account/sign-in", (Asked::Ada, "account_email"), WRONG),
    way("sign in to an account without a password", "/do/account/sign-in", (Asked::Grace, "account_email"), WRONG),
    way("ask for a link that signs in", "/do/account/link-by-mail", (Asked::Ada, "account_email"), &[]),
    way("forget a password", "/do/account/forgotten", (Asked::Ada, "account_email"), &[]),
    way("sign up", "/do/account/sign-up", (Asked::Ada, "account_email"), &[("full_name", "Ada Lovelace")]),
    way("sign in to a registration", "/do/my/sign-in", (Asked::Ada, "sign_in_email"), &[]),
    way("come back to a saved registration", "/do/register/resume", (Asked::Ada, "resume_email"), &[]),
    way("find an order", "/do/orders/track", (Asked::Order, "order_number"), &[("order_email", NOBODY)]),
    Way {
        first: Some("/do/my/sign-in"),
        ..way("ask for another code", "/do/my/code-again", (Asked::Ada, "sign_in_email"), &[])
    },
    way("sign in as staff with a wrong password", "/do/staff/sign-in", (Asked::Staff, "account_email"), WRONG),
    way("sign in as staff who is suspended", "/do/staff/sign-in", (Asked::Suspended, "account_email"), WRONG),
    way("sign in as staff without a password", "/do/staff/sign-in", (Asked::WithoutPassword, "account_email"), WRONG),
];

const fn way(
    what: &'static str,
    path: &'static str,
    (asked, question): (Asked, &'static str),
    beside: &'static [(&'static str, &'static str)],
) -> Way {
    Way { what, path, first: None, asked, question, beside }
}

/// People who are known.
#[derive(Default)]
pub struct Known {
    order: String,
}

/// Accounts with and without a password; nothing else is known.
pub async fn accounts(world: &World) -> (Known, Visitor) {
    let visitor = ada_with_password(world).await;
    signs_up(world, &mut world.visitor(), "Grace Hopper", GRACE).await;
    // What was asked for on the way counts no more.
    world.backend.clock.advance(SignedDuration::from_hours(2));
    (Known::default(), visitor)
}

/// Staff, by the names that their addresses are made of.
const STAFF: &str = "known-staff@staff.example";
const SUSPENDED: &str = "suspended-staff@staff.example";
const WITHOUT_PASSWORD: &str = "staff-without-password@staff.example";
/// Two of them have the password of Ada, and a second step; one of these is suspended.
const AS_STAFF: &str = "update accounts set password_hash =
        (select password_hash from accounts where email_norm = 'ada@example.com')
    where email_norm in ('known-staff@staff.example', 'suspended-staff@staff.example');
    insert into staff_passkeys (id, account_id, credential_id, credential, name, created_at)
        select gen_random_uuid(), id, decode(md5(id::text), 'hex'), '{}', 'Laptop', created_at
        from accounts where email_norm like '%@staff.example';
    update accounts set state = 'suspended' where email_norm = 'suspended-staff@staff.example'";

/// The same, with an order, a registration, a draft that is saved, and staff.
pub async fn everything(world: &World) -> Known {
    world.has(Leaflet::default()).await;
    let (_, mut ada) = accounts(world).await;
    let order = orders(&mut ada, "1", "1 Some Street").await;
    registered(world, &Person::named("Ada")).await;
    let address = EmailAddress::read(ADA).expect("an address");
    saving::save(&world.backend, begun(world).await, &address, WRITER).await.expect("saved");
    for name in ["known staff", "suspended staff", "staff without password"] {
        somebody(world, name, &catalogue(CatalogueRole::Publisher)).await;
    }
    world.run(AS_STAFF).await;
    world.backend.clock.advance(SignedDuration::from_hours(2));
    Known { order }
}

impl Way {
    /// The answer that is known, or the one that is not.
    pub fn answer<'a>(&self, known: &'a Known, is_known: bool) -> &'a str {
        match (self.asked, is_known) {
            (Asked::Ada, true) => ADA,
            (Asked::Grace, true) => GRACE,
            (Asked::Staff, true) => STAFF,
            (Asked::Suspended, true) => SUSPENDED,
            (Asked::WithoutPassword, true) => WITHOUT_PASSWORD,
            (Asked::Order, true) => &known.order,
            (Asked::Order, false) => NO_ORDER,
            (_, false) => NOBODY,
        }
    }

    /// What is posted.
    pub fn body(&self, known: &Known, is_known: bool) -> String {
        let beside = self.beside.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let asked = (self.question.to_owned(), self.answer(known, is_known).to_owned());
        form_urlencoded(&beside.chain([asked]).collect::<Vec<_>>())
    }

    /// Posts the form in a browser that was never here.
    pub async fn posts(&self, world: &World, known: &Known, is_known: bool) -> Visitor {
        let mut visitor = world.visitor();
        if let Some(first) = self.first {
            visitor.once(Method::POST, first, Some(self.body(known, is_known))).await;
        }
        visitor.once(Method::POST, self.path, Some(self.body(known, is_known))).await;
        visitor
    }
}

/// Everything that came back, byte by byte, but for what differs each time: the nonce, tokens in cookies, and what was
/// typed.
pub fn said(visitor: &Visitor, typed: &str) -> String {
    let mut said = format!("{}\n", visitor.status);
    let mut headers: Vec<String> = headers(&visitor.headers).collect();
    headers.sort();
    for line in headers {
        writeln!(said, "{line}").expect("a text");
    }
    let policy = visitor.headers.get(header::CONTENT_SECURITY_POLICY).map(|policy| policy.to_str().expect("a text"));
    let nonce = policy.and_then(|policy| policy.split('\'').find_map(|part| part.strip_prefix("nonce-")));
    said.push_str(&visitor.body);
    let said = nonce.map_or(said.clone(), |nonce| said.replace(nonce, "…"));
    said.replace(typed, "…")
}

fn headers(headers: &HeaderMap) -> impl Iterator<Item = String> {
    // How long a body is depends on what was typed into it.
    let kept = headers.iter().filter(|(name, _)| *name != header::CONTENT_LENGTH);
    kept.map(|(name, value)| {
        let value = value.to_str().expect("a text");
        let cookie = value.split_once('=').zip(value.split_once(';')).filter(|_| *name == header::SET_COOKIE);
        match cookie {
            Some(((cookie, _), (_, attributes))) => format!("{name}: {cookie}=…;{attributes}"),
            None => format!("{name}: {value}"),
        }
    })
}
