//! `/basket`: what is in it, what is wrong with it, and the way to the checkout.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{basket::ChangeLine, form::Form, paths};
use islands::checkout::begin::{PostBeginCheckout, PostBeginPartialCheckout};
use leptos::{nonce::use_nonce, prelude::*, server_fn::ServerFn};
use store::{
    lines::{Line, Of},
    sessions::Viewer,
};
use ui::{ButtonForm, LinkButton, ShownError, button::ButtonKind};

use super::{
    line::{BasketLine, ShownLine},
    merged::MergedBanner,
};
use crate::{
    Assets, Bundle,
    done::DoneBanner,
    layout::Page,
    load::load,
    viewer::{Asking, asking},
    words::{self, t, t_with},
};

/// `/basket`
#[component]
pub fn BasketPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let names = asking.catalogue(&viewer).await?.names;
        let lines = lines(&asking, &viewer).await?;
        let shown: Vec<ShownLine> = lines.into_iter().map(|line| ShownLine::of(line, &viewer)).collect();
        Ok(page(viewer, shown, names))
    })
}

/// The page with these lines.
pub fn page(viewer: Viewer, shown: Vec<ShownLine>, names: Arc<Taxonomy>) -> AnyView {
    let on_basket = viewer.rejections.iter().filter(|rejection| rejection.form != ChangeLine::NAME);
    let mut errors: Vec<ShownError> =
        on_basket.flat_map(|rejection| rejection.errors.iter().map(words::shown)).collect();
    errors.extend(shown.iter().flat_map(|shown| shown.filled.errors_at_inputs()));
    let (is_empty, has_errors) = (shown.is_empty(), !errors.is_empty());
    let (said, merged) = (said(&shown), viewer.merged);
    let lists = (viewer.account.is_some() && !is_empty).then(|| {
        let href = paths::account_lists().to_string();
        view! { <p class="no-print mt-6"><a class="link" href=href>{t("basket-save-list")}</a></p> }
    });
    let inside =
        if is_empty { view! { <Empty /> }.into_any() } else { view! { <Filled lines=shown names /> }.into_any() };
    view! {
        <Page title=t("basket-title") viewer errors islands=(!is_empty).then_some(Bundle::Public)>
            <DoneBanner has_errors />
            <h1 class="text-h1 font-bold">{t("basket-title")}</h1>
            <MergedBanner merged />
            <div id="basket" data-said=said>{inside}</div>
            {lists}
            {(!is_empty).then(|| view! { <ChangedInPlace /> })}
        </Page>
    }
    .into_any()
}

/// What is said once a line was changed in place.
fn said(lines: &[ShownLine]) -> String {
    if lines.is_empty() { t("basket-empty") } else { t_with("basket-changed", [("total", total(lines).into())]) }
}

/// Copies in all, in words.
fn total(lines: &[ShownLine]) -> String {
    let copies: i64 = lines.iter().map(|shown| i64::from(shown.line.facts.quantity)).sum();
    t_with("basket-total", [("copies", copies.into())])
}

/// The script that changes lines in place, and where it says so. Without it every line posts its form.
#[component]
fn ChangedInPlace() -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let script = expect_context::<Assets>().basket;
    view! {
        <p id="basket-said" class="sr-only" role="status"></p>
        <script nonce=nonce defer="" src=script></script>
    }
}

async fn lines(asking: &Asking, viewer: &Viewer) -> Result<Vec<Line>, backend::StoreError> {
    let Some(basket) = viewer.basket else { return Ok(Vec::new()) };
    let orderer = viewer.orderer();
    let clock = &asking.backend.clock;
    store::lines::find(&asking.backend.db, Of::Basket(basket), &orderer, clock.now(), clock.today()).await
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <h2 class="mt-6 text-h3 font-bold">{t("basket-empty")}</h2>
        <p class="measure mt-2">{t("basket-empty-body")}</p>
        <p class="mt-6"><LinkButton href="/publications">{t("basket-empty-link")}</LinkButton></p>
    }
}

#[component]
fn Filled(lines: Vec<ShownLine>, names: Arc<Taxonomy>) -> impl IntoView {
    let good = lines.iter().filter(|shown| shown.problems.is_empty()).count();
    let partial = (0 < good && good < lines.len()).then(|| {
        view! {
            <ButtonForm action=PostBeginPartialCheckout::PATH kind=ButtonKind::Secondary>
                {t_with("basket-partial", [("lines", good.into())])}
            </ButtonForm>
        }
    });
    let total = total(&lines);
    let rows = lines
        .into_iter()
        .map(|shown| {
            let names = names.clone();
            view! { <BasketLine shown names /> }
        })
        .collect_view();
    view! {
        <ul class="mt-6 border-t border-line">{rows}</ul>
        <p class="mt-6 text-h4 font-bold">{total}</p>
        <div class="mt-6 flex flex-wrap items-center gap-6">
            <ButtonForm action=PostBeginCheckout::PATH>{t("continue")}</ButtonForm>
            {partial}
            <a class="link" href="/publications">{t("basket-more")}</a>
        </div>
    }
}
