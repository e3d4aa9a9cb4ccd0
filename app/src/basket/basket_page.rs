//! `/basket`: what is in it, what is wrong with it, and the way to the checkout.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{basket::ChangeLine, form::Form};
use islands::checkout::begin::{PostBeginCheckout, PostBeginPartialCheckout};
use leptos::{prelude::*, server_fn::ServerFn};
use store::{
    lines::{Line, Of},
    sessions::Viewer,
};
use ui::{ButtonForm, LinkButton, ShownError, button::ButtonKind};

use super::line::{BasketLine, ShownLine};
use crate::{
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
        let on_basket = viewer.rejections.iter().filter(|rejection| rejection.form != ChangeLine::NAME);
        let mut errors: Vec<ShownError> =
            on_basket.flat_map(|rejection| rejection.errors.iter().map(words::shown)).collect();
        errors.extend(shown.iter().flat_map(|shown| shown.filled.errors_at_inputs()));
        let has_errors = !errors.is_empty();
        Ok(view! {
            <Page title=t("basket-title") viewer errors has_islands=!shown.is_empty()>
                <DoneBanner has_errors />
                <h1 class="text-h1 font-bold">{t("basket-title")}</h1>
                {if shown.is_empty() { view! { <Empty /> }.into_any() } else { view! { <Filled lines=shown names /> }.into_any() }}
            </Page>
        }
        .into_any())
    })
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
    let copies: i64 = lines.iter().map(|shown| i64::from(shown.line.facts.quantity)).sum();
    let rows = lines
        .into_iter()
        .map(|shown| {
            let names = names.clone();
            view! { <BasketLine shown names /> }
        })
        .collect_view();
    view! {
        <ul class="mt-6 border-t border-line">{rows}</ul>
        <p class="mt-6 text-h4 font-bold">{t_with("basket-total", [("copies", copies.into())])}</p>
        <div class="mt-6 flex flex-wrap items-center gap-6">
            <ButtonForm action=PostBeginCheckout::PATH>{t("continue")}</ButtonForm>
            {partial}
            <a class="link" href="/publications">{t("basket-more")}</a>
        </div>
    }
}
