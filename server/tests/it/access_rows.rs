//! What the access test goes through: each form, page and other address that there is, and people of every kind, each
//! with what is their own and what is not.

use std::collections::BTreeSet;

use axum::http::Method;
use domain::access::{self, Admitted, FORMS as FORM_RULES, Permission, ROUTES, Role, Scope};
use leptos::server_fn::axum::server_fn_paths;

use crate::{access_canary::CANARY, access_objects::Object, forms::FORMS, visitor::form_urlencoded};

/// Somebody who asks for everything.
pub struct Who {
    pub name: &'static str,
    /// What they proved, besides being a guest.
    pub roles: &'static [Role],
    /// Whether they ordered something.
    pub has_order: bool,
}

const fn who(name: &'static str, roles: &'static [Role], has_order: bool) -> Who {
    Who { name, roles, has_order }
}

/// People of every kind, in the order in which `access_actors` makes them.
pub const WHO: [Who; 19] = [
    who("guest", &[], false),
    who("guest with a confirmed address", &[Role::ConfirmedGuest], true),
    who("account holder", &[Role::AccountHolder], true),
    who("another account holder", &[Role::AccountHolder], true),
    who("registrant", &[Role::ConfirmedGuest, Role::Registrant], false),
    who("suspended account", &[], false),
    who("cookie of a session that has ended", &[], false),
    who("somebody who waits for approval", &[Role::Pending], false),
    who("publisher", &[Role::AccountHolder, Role::Publisher], false),
    who("fulfiller", &[Role::AccountHolder, Role::Fulfiller], false),
    who("administrator of the catalogue", &[Role::AccountHolder, Role::CatalogueAdmin], false),
    who("viewer", &[Role::AccountHolder, Role::Viewer], false),
    who("verifier", &[Role::AccountHolder, Role::Verifier], false),
    who("coordinator", &[Role::AccountHolder, Role::Coordinator], false),
    who("administrator of an authority", &[Role::AccountHolder, Role::AuthorityAdmin], false),
    who("administrator of the ministry", &[Role::AccountHolder, Role::MinistryAdmin], false),
    who("privacy officer", &[Role::AccountHolder, Role::PrivacyOfficer], false),
    who("suspended staff", &[], false),
    who("staff signed in by a link only", &[Role::AccountHolder], false),
];
/// The place of whoever holds what is foreign to all staff: people and invitations of another organisation.
pub const PUBLISHER: usize = 8;

/// Whose that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nothing is named that is anybody's.
    Nobodys,
    /// It is of whoever asks.
    Own,
    /// It is somebody else's.
    Foreign,
}

/// A form or an address, and what it asks for.
pub struct Row {
    pub method: Method,
    /// The path of a form, or the pattern of a route.
    pub path: String,
    pub permission: Permission,
}

/// One way to ask for a row.
pub struct Cell<'a> {
    pub row: &'a Row,
    /// The place of whoever asks in [`WHO`].
    pub who: usize,
    pub whose: Whose,
}

/// Every form that is registered, every address that can be opened, and what else is posted to, as far as the table
/// knows them.
pub fn rows() -> Vec<Row> {
    let form = |path: &str| (Method::POST, path.to_owned(), access::of_form(path));
    let route = |method: Method, path: String| (method, path.clone(), access::of_route(&path));
    let opened: BTreeSet<String> = server::routes::addresses().into_iter().collect();
    let mut rows: Vec<_> = opened.into_iter().map(|path| route(Method::GET, path)).collect();
    let forms: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    rows.extend(forms.into_iter().map(form));
    rows.extend(server::routes::posted_to().into_iter().map(|path| route(Method::POST, path.to_owned())));
    let known = rows.into_iter().filter_map(|(method, path, admitted)| {
        Some(Row { method, path, permission: admitted.map(Admitted::permission)? })
    });
    known.collect()
}

impl Row {
    fn answers(&self) -> &'static [(&'static str, &'static str)] {
        let right = FORMS.iter().find(|(path, _)| *path == self.path.as_str());
        right.map(|(_, answers)| *answers).unwrap_or_default()
    }

    /// What it names that is somebody's.
    pub fn object(&self) -> Option<Object> {
        let asks = |name: &str| self.answers().iter().any(|(known, _)| *known == name);
        let is_named = |object: &Object| {
            let (part, questions) = object.named();
            self.path.contains(part) || questions.iter().any(|question| asks(question))
        };
        Object::ALL.into_iter().find(is_named)
    }

    /// Everybody, with whatever of it can be theirs and with somebody else's.
    pub fn cells(&self) -> Vec<Cell<'_>> {
        let cells = WHO.iter().enumerate().flat_map(|(at, who)| {
            let has_own = match self.object() {
                None => return vec![(at, Whose::Nobodys)],
                Some(Object::Order) => who.has_order,
                Some(Object::Member | Object::Invitation) => {
                    self.permission.scope_of(who.roles.iter().copied()) >= Scope::Organisation
                }
                Some(Object::Passkey) => self.permission.scope_of(who.roles.iter().copied()) > Scope::Nothing,
                Some(_) => who.roles.contains(&Role::AccountHolder),
            };
            let own = has_own.then_some((at, Whose::Own));
            own.into_iter().chain([(at, Whose::Foreign)]).collect()
        });
        cells.map(|(who, whose)| Cell { row: self, who, whose }).collect()
    }

    /// The address to ask for and the body to post, with what it names and the key of a checkout.
    pub fn request(&self, named: &str, key: &str) -> (String, Option<String>) {
        if self.method == Method::GET || !self.path.starts_with("/do/") {
            let parts: Vec<&str> = self.path.split('/').map(|part| self.filled(part, named)).collect();
            return (parts.join("/"), (self.method == Method::POST).then(|| "[]".to_owned()));
        }
        let questions = self.object().map(|object| object.named().1).unwrap_or_default();
        let answers = self.answers().iter().map(|(name, value)| {
            let value = match *name {
                name if questions.contains(&name) => named,
                "key" if !key.is_empty() => key,
                _ => *value,
            };
            ((*name).to_owned(), value.to_owned())
        });
        (self.path.clone(), Some(form_urlencoded(&answers.collect::<Vec<_>>())))
    }

    /// A part of an address, filled in. Links are made up: none of them proves anything.
    fn filled<'a>(&self, part: &'a str, named: &'a str) -> &'a str {
        match part {
            part if self.object().is_some_and(|object| object.named().0 == part) => named,
            "{slug}" => "measles-leaflet",
            "{code}" | "{*code}" => "mea1en",
            "{step}" => "name",
            "{id}" => "RegisteredNurse",
            "{file}" if self.path.starts_with("/covers/") => "en.svg",
            "{file}" if self.path.starts_with("/sitemaps/") => "1.xml",
            "{file}" if self.path.starts_with("/thumbnails/") => "x.jpg",
            "{file}" => "00000000-0000-7000-8000-000000000000",
            "{seal}" => "1.x",
            made_up if made_up.starts_with('{') => "x",
            fixed => fixed,
        }
    }
}

impl Cell<'_> {
    /// Of what they have the permission.
    pub fn scope(&self) -> Scope {
        self.row.permission.scope_of(WHO[self.who].roles.iter().copied())
    }

    /// Whether the table lets them in: their roles have the permission, and what they name is theirs where it has to
    /// be.
    pub fn is_let_in(&self) -> bool {
        let scope = self.scope();
        scope > Scope::Nothing && (scope == Scope::Everything || self.whose != Whose::Foreign)
    }

    /// In one line.
    pub fn name(&self) -> String {
        let whose = match self.whose {
            Whose::Nobodys => "",
            Whose::Own => ", their own",
            Whose::Foreign => ", not theirs",
        };
        format!("{} {}: {}{whose}", self.row.method, self.row.path, WHO[self.who].name)
    }
}

#[test]
fn every_function_and_every_route_is_in_the_table_and_nothing_else_is() {
    let registered: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    let unknown: Vec<&str> = registered.iter().copied().filter(|path| access::of_form(path).is_none()).collect();
    assert_eq!(unknown, [CANARY], "the only one that nobody may reach, and this test finds it");
    let stale = FORM_RULES.iter().filter(|(name, _)| !registered.contains(format!("/do/{name}").as_str()));
    assert_eq!(stale.collect::<Vec<_>>(), Vec::<&(&str, Permission)>::new(), "there is no such function");
    let posted = server::routes::posted_to().into_iter().map(str::to_owned);
    let routed: BTreeSet<String> = server::routes::addresses().into_iter().chain(posted).collect();
    let listed: BTreeSet<String> = ROUTES.iter().map(|(route, _)| (*route).to_owned()).collect();
    assert_eq!(routed, listed);
}

#[test]
fn every_role_is_held_by_somebody_and_every_permission_is_let_in_and_refused_where_the_table_says_so() {
    for role in Role::ALL.iter().filter(|role| **role != Role::Guest) {
        assert!(WHO.iter().any(|who| who.roles.contains(role)), "nobody is a {role}");
    }
    let rows = rows();
    for permission in Permission::ALL {
        let cells = || rows.iter().filter(|row| row.permission == *permission).flat_map(Row::cells);
        assert!(cells().any(|cell| cell.is_let_in()), "{permission}");
        let is_refused_to_some = Role::ALL.iter().any(|role| permission.scope_of([*role]) == Scope::Nothing);
        assert!(!is_refused_to_some || cells().any(|cell| !cell.is_let_in()), "{permission}");
    }
}
