//! Every address has a budget of statements: which test counts which, and none is left out.

use std::{cell::RefCell, collections::BTreeSet};

thread_local! {
    /// What was opened and counted: everything of a test runs on its thread.
    static OPENED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Pages, on the way to an order and after it.
pub const PAGES: &[&str] = &[
    "/",
    "/publications",
    "/publications/{slug}",
    "/programmes",
    "/programmes/{slug}",
    "/basket",
    "/checkout/delivery",
    "/checkout/contact",
    "/checkout/code",
    "/checkout/check",
    "/orders/{number}",
    "/orders/{number}/change",
    "/orders/{number}/address",
    "/orders/{number}/cancel",
    "/more/{code}",
    "/asked-for-more",
    "/waiting",
    "/waiting/confirmed",
    "/waiting/ended",
    "/contact",
    "/contact/sent",
    "/feedback",
    "/feedback/sent",
    "/about",
    "/accessibility",
    "/privacy",
    "/cookies",
    "/track",
];

/// What programs are told.
pub const PROGRAMS: &[&str] = &[
    "/api/v1/editions",
    "/api/v1/editions/{code}",
    "/api/v1/editions/{code}/files",
    "/api/v1/publications/{slug}",
    "/api/v1/openapi.json",
];

/// What leads elsewhere, and what is no page.
pub const ASIDE: &[&str] = &[
    "/track/{order}/{seal}",
    "/waiting/confirm/{subscription}/{seal}",
    "/waiting/end/{subscription}/{seal}",
    "/data/editions.csv",
    "/data/editions.json",
    "/e/{*code}",
    "/q/{*code}",
    "/q/publications/{slug}",
    "/covers/{slug}/{file}",
    "/thumbnails/{file}",
    "/suggestions",
    "/publications.atom",
    "/publications/{slug}/qr.svg",
    "/publications/{slug}/qr.png",
    "/editions/{code}/qr.svg",
    "/editions/{code}/qr.png",
    "/publications/{slug}/files.zip",
    "/files/{file}/{seal}",
    "/files/{file}/{seal}/view",
    "/healthz",
    "/readyz",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/{file}",
];

/// Accounts of people who order.
pub const ACCOUNT: &[&str] = &[
    "/account",
    "/account/sign-up",
    "/account/mailed",
    "/account/link/{token}",
    "/account/sign-in",
    "/account/sign-in/password",
    "/account/signed-out",
    "/account/orders",
    "/account/name",
    "/account/telephone",
    "/account/audience",
    "/account/alerts",
    "/account/establishment",
    "/account/password",
    "/account/password/forgotten",
    "/account/devices",
    "/account/addresses",
    "/account/addresses/add",
    "/account/addresses/{address}",
    "/account/email",
    "/account/email/{token}",
    "/account/data",
    "/account/data.json",
    "/account/close",
    "/account/closed",
    "/account/lists",
    "/account/lists/{list}",
    "/lists/{token}",
    "/orders/{number}/again",
];

/// Staff.
pub const STAFF: &[&str] = &[
    "/staff",
    "/staff/sign-in",
    "/staff/code",
    "/staff/code/passkey",
    "/staff/signed-out",
    "/staff/waiting",
    "/staff/invitation/{token}",
    "/staff/confirm",
    "/staff/confirm/passkey",
    "/staff/security",
    "/staff/security/authenticator",
    "/staff/security/recovery-codes",
    "/staff/security/passkey",
    "/staff/authenticator.svg",
    "/staff/provider",
    "/staff/provider/invitation",
    "/staff/provider/callback",
    "/staff/people",
    "/staff/people/invite",
    "/staff/people/{member}",
    "/staff/people/{member}/roles",
    "/staff/people/{member}/suspend",
    "/staff/people/{member}/reactivate",
    "/staff/people/{member}/reset",
    "/staff/invitations/{invitation}/cancel",
];

/// On the way into the registry of providers.
pub const REGISTERING: &[&str] = &[
    "/register",
    "/register/check",
    "/register/human-code",
    "/register/save",
    "/register/saved",
    "/register/resume",
    "/register/resume/code",
    "/register/resume/{draft}/{seal}",
    "/register/which",
    "/register/discard/{draft}/{seal}",
    "/register/discarded",
    "/register/changed",
    "/register/done",
    "/register/confirm/{registrant}/{seal}",
    "/register/confirmed",
    "/register/tasks",
    "/register/subspecialties/{id}",
    "/register/{step}",
];

/// Where people look after their own registration.
pub const MINE: &[&str] = &[
    "/my",
    "/my/code",
    "/my/link/{token}",
    "/my/signed-out",
    "/my/registration",
    "/my/registration/{step}",
    "/my/registration/subspecialties/{id}",
    "/my/changed",
    "/my/which",
    "/my/consents",
    "/my/deployment",
    "/my/email",
    "/my/email/code",
    "/my/email/undone",
    "/my/email/undo/{change}/{seal}",
    "/my/withdraw",
    "/my/withdrawn",
    "/my/rejoin",
    "/my/data",
    "/my/data.json",
    "/my/erase",
    "/my/erased",
    "/still-right/done",
    "/still-right/{registrant}/{seal}",
    "/stop-messages/{registrant}/{seal}",
    "/withdraw/{registrant}/{seal}",
];

/// In development only, and so without a budget.
const GALLERY: &str = "/patterns";

/// Remembers that the statements of an address were counted.
pub fn opened(address: &str) {
    let path = address.split('?').next().unwrap_or_default().to_owned();
    OPENED.with_borrow_mut(|opened| opened.insert(path));
}

/// Every one of these was opened in this test.
#[track_caller]
pub fn assert_counted(routes: &[&str]) {
    let is_counted = |route: &&&str| OPENED.with_borrow(|opened| opened.iter().any(|path| leads_to(route, path)));
    let missing: Vec<_> = routes.iter().filter(|route| !is_counted(route)).collect();
    assert!(missing.is_empty(), "nobody counted at {missing:?}");
}

/// Whether a path is one of a route.
fn leads_to(route: &str, path: &str) -> bool {
    let (mut parts, mut given) = (route.split('/'), path.split('/'));
    loop {
        match (parts.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(_)) if part.starts_with("{*") => return true,
            (Some(part), Some(given)) if part == given || (part.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

#[test]
fn every_address_has_its_budget() {
    let there: BTreeSet<String> = server::routes::addresses().into_iter().collect();
    let there = there.iter().map(String::as_str).filter(|route| !route.starts_with(GALLERY));
    let there: BTreeSet<&str> = there.collect();
    let counted = [PAGES, PROGRAMS, ASIDE, ACCOUNT, STAFF, REGISTERING, MINE];
    let counted: BTreeSet<&str> = counted.into_iter().flatten().copied().collect();
    let uncounted: Vec<_> = there.difference(&counted).collect();
    assert!(uncounted.is_empty(), "without a budget of statements: {uncounted:?}");
    let gone: Vec<_> = counted.difference(&there).collect();
    assert!(gone.is_empty(), "there is no such address: {gone:?}");
}

#[test]
fn a_path_is_told_from_others() {
    assert!(leads_to("/", "/") && leads_to("/orders/{number}", "/orders/HP-1") && leads_to("/q/{*code}", "/q/a/b"));
    for (route, path) in [("/orders/{number}", "/orders/HP-1/change"), ("/orders/{number}", "/orders"), ("/", "/a")] {
        assert!(!leads_to(route, path), "{route} {path}");
    }
}
