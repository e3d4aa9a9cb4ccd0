//! Header, main and footer around what a page says.

use backend::Gate;
use domain::{locale::Locale, paths};
use http::{Uri, request::Parts};
use islands::account::devices::PostAccountSignOut;
use leptos::{nonce::use_nonce, prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use store::sessions::Viewer;
use ui::{
    BackLink, ButtonForm, ErrorSummary, LanguageSwitch, OfferedLanguage, ShownError,
    button::ButtonKind,
    form::{SERVED_SUMMARY, SUMMARY_SLOT},
};

use crate::{
    Assets, Bundle,
    contact::NoticeBanner,
    staff::{
        header::{self, StaffHeader},
        session_end::SessionEnd,
    },
    words::{locale, t, t_with},
};

/// Whether the header leads elsewhere: a journey from start to end has none of that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Navigation {
    /// Publications, tracking, basket, account.
    #[default]
    Full,
    /// Only the name of the service.
    Journey,
    /// The pages of staff, of whoever is one of them.
    Staff,
}

/// A page.
#[component]
pub fn Page(
    /// Its title, without the service's name.
    #[prop(into)]
    title: String,
    /// Who is looking.
    viewer: Viewer,
    /// What was refused; `field` is the id of the input.
    #[prop(optional)]
    errors: Vec<ShownError>,
    /// Where the link back leads.
    #[prop(optional, into)]
    back: Option<String>,
    /// What the header offers.
    #[prop(optional)]
    navigation: Navigation,
    /// Where something on it lives in the browser: the bundle that holds it.
    #[prop(optional_no_strip, into)]
    islands: Option<Bundle>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let title = t_with("title", [("page", title.into())]);
    let title = if errors.is_empty() { title } else { t_with("title-error", [("title", title.into())]) };
    let basket = t_with("nav-basket", [("lines", viewer.basket_lines.into())]);
    let (is_signed_in, staff) = (viewer.account.is_some(), StaffHeader::of(&viewer));
    let left = viewer.staff.as_ref().map(|staff| staff.left);
    view! {
        <Title text=title />
        {left.map(|left| view! { <SessionEnd left /> })}
        <NoticeBanner />
        <SiteHeader navigation basket is_signed_in staff />
        <div class="container grow">
            {back.map(|href| view! { <BackLink href text=t("back") /> })}
            <main id="main-content" class="py-6 md:py-10" tabindex="-1">
                <div id=SUMMARY_SLOT>
                    {(!errors.is_empty()).then(|| view! { <div id=SERVED_SUMMARY><ErrorSummary title=t("form-problem-title") errors /></div> })}
                </div>
                {children()}
            </main>
        </div>
        <SiteFooter />
        {islands.map(|bundle| view! { <Islands bundle /> })}
        {(navigation == Navigation::Full).then(|| view! { <Prefetch /> })}
    }
}

/// Where everything is that belongs to no journey.
#[component]
fn SiteFooter() -> impl IntoView {
    let links = [
        (paths::programmes(), "programmes-title"),
        (paths::register(), "reg-start-title"),
        (paths::about(), "content-about"),
        (paths::contact_us(), "contact-us-title"),
        (paths::feedback(), "feedback-title"),
        (paths::accessibility(), "content-accessibility"),
        (paths::privacy(), "content-privacy"),
        (paths::cookies(), "content-cookies"),
    ];
    let links = links
        .map(|(path, words)| view! { <li class="flex min-h-8 items-center"><a class="link" href=path.to_string()>{t(words)}</a></li> })
        .collect_view();
    view! {
        <footer class="site-footer">
            <div class="container py-8">
                <h2 class="sr-only">{t("footer-label")}</h2>
                <ul class="no-print mb-4 flex flex-wrap gap-x-6 gap-y-1">{links}</ul>
                <p>{t("footer-free")}</p>
                <p>{t("footer-open-source")}</p>
            </div>
        </footer>
    }
}

/// The name of the service, the ways to its parts where a page offers them, and the languages.
#[component]
fn SiteHeader(navigation: Navigation, basket: String, is_signed_in: bool, staff: Option<StaffHeader>) -> impl IntoView {
    let origin = expect_context::<Gate>().origin().to_owned();
    let links = match navigation {
        Navigation::Full => public_links(basket, is_signed_in, staff.is_some()),
        Navigation::Staff => staff.map(StaffHeader::navigation).into_any(),
        Navigation::Journey => ().into_any(),
    };
    view! {
        <header class="site-header">
            <div class="container flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-4">
                <a class="wordmark" href="/">
                    <Mark />
                    {t("service-name")}
                </a>
                <p class="print-only">{origin}</p>
                {links}
                <Languages />
            </div>
        </header>
    }
}

/// The ways to the parts of the service.
fn public_links(basket: String, is_signed_in: bool, is_staff: bool) -> AnyView {
    view! {
        <nav aria-label=t("nav-label")>
            <ul class="flex flex-wrap gap-x-6 gap-y-1">
                <li><a class="nav-link" href="/publications">{t("nav-publications")}</a></li>
                <li><a class="nav-link" href="/track">{t("nav-track")}</a></li>
                <li id="basket-link"><a class="nav-link" href="/basket">{basket}</a></li>
                {account_links(is_signed_in, is_staff)}
            </ul>
        </nav>
    }
    .into_any()
}

/// The way to one's account, and out of it; or to the sign-in. Staff get to their work as well.
fn account_links(is_signed_in: bool, is_staff: bool) -> AnyView {
    if !is_signed_in {
        let sign_in = paths::account_sign_in().to_string();
        return view! { <li><a class="nav-link" href=sign_in>{t("nav-sign-in")}</a></li> }.into_any();
    }
    let account = view! { <li><a class="nav-link" href=paths::account().to_string()>{t("nav-account")}</a></li> };
    if is_staff {
        return view! {
            <li><a class="nav-link" href=paths::staff().to_string()>{t("nav-staff")}</a></li>
            {account}
            <li>{header::sign_out()}</li>
        }
        .into_any();
    }
    view! {
        {account}
        <li><ButtonForm action=PostAccountSignOut::PATH kind=ButtonKind::Quiet>{t("nav-sign-out")}</ButtonForm></li>
    }
    .into_any()
}

/// Public catalogue pages that the pointer rests on are fetched before they are asked for, where the
/// browser can do that. Nothing else is: pages of a journey and of a person are not to be fetched in vain.
#[component]
fn Prefetch() -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    view! { <script nonce=nonce type="speculationrules">{PREFETCH}</script> }
}

const PREFETCH: &str = r#"{"prefetch":[{"where":{"and":[{"href_matches":"/publications*"},{"not":{"href_matches":"/*\\?*lang=*"}}]},"eagerness":"moderate"}]}"#;

/// The languages of the interface; the page stays the same.
#[component]
fn Languages() -> impl IntoView {
    let here = use_context::<Parts>().map(|parts| parts.uri).unwrap_or_default();
    let here = if paths::stays_here(here.path()) { here } else { Uri::default() };
    let current = locale();
    let languages = Locale::ALL.iter().map(|language| OfferedLanguage {
        tag: language.as_str().to_owned(),
        name: language.endonym().to_owned(),
        href: (*language != current).then(|| in_language(&here, *language)),
    });
    let languages = languages.collect::<Vec<_>>();
    view! {
        <div id="languages" class="no-print" data-live="">
            <LanguageSwitch label=t("language-label") languages />
        </div>
    }
}

/// The address of this page in a language.
fn in_language(here: &Uri, language: Locale) -> String {
    let pairs = form_urlencoded::parse(here.query().unwrap_or_default().as_bytes());
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs.filter(|(name, _)| name != "lang")).append_pair("lang", language.as_str());
    format!("{}?{}", here.path(), query.finish())
}

/// The script that brings the islands of this page to life; pages without islands load none.
#[component]
fn Islands(bundle: Bundle) -> impl IntoView {
    let assets = expect_context::<Assets>();
    let files = assets.bundle(bundle).clone();
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    view! { <script nonce=nonce defer="" src=assets.boot data-js=files.js data-wasm=files.wasm></script> }
}

/// The sign before the name: a letter that carries care.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="wordmark-sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <path fill="currentColor" d="M4 7a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z" />
            <path fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round" d="m5 9 11 8 11-8" />
            <path fill="#ffc247" d="M14.5 16h3v3h3v3h-3v3h-3v-3h-3v-3h3z" />
        </svg>
    }
}
