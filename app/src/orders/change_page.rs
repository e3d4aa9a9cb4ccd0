//! `/orders/{number}/change`: how many copies of what.

use domain::{
    basket::{EDITION, LINE_QUANTITY, QUANTITY},
    catalogue::taxonomy::title_language,
    form::{Answers, Form},
    order::{ADDED_CODE, AddOrderLine, ChangeOrderLine, ORDER, OrderNumber},
    paths,
};
use islands::{
    basket::change_line::ChangeLineForm,
    orders::{add_line::PostAddOrderLine, change_line::PostChangeOrderLine},
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::{orders::OrderLine, sessions::Viewer};
use ui::{Button, ButtonForm, Filled, HiddenInput, LinkButton, PostForm, ShownError, TextInput, button::ButtonKind};

use super::at_order::{AtOrder, at_open_order, number};
use crate::{
    Bundle,
    allowance::packs_words,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, t, t_with},
};

/// The page.
#[component]
pub fn ChangePage() -> impl IntoView {
    let (asking, number) = (asking(), number());
    load(async move {
        let AtOrder { viewer, order, lines } = at_open_order(&asking, number).await?;
        let shown: Vec<(OrderLine, Filled)> = lines
            .into_iter()
            .filter(|line| line.counts.open() > 0)
            .map(|line| (line.clone(), filled(&viewer, &order.number, &line)))
            .collect();
        let mut errors: Vec<ShownError> = shown.iter().flat_map(|(_, filled)| filled.errors_at_inputs()).collect();
        let known = Answers::default().with(ORDER.name(), order.number.as_str());
        let adding = words::filled::<AddOrderLine>(&viewer, known);
        errors.extend(adding.errors_at_inputs());
        let back = paths::order(&order.number).to_string();
        let rows = shown.into_iter().map(|(line, filled)| row(&order.number, line, filled)).collect_view();
        let has_errors = !errors.is_empty();
        Ok(view! {
            <Page title=t("order-change-title") viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Public>
                <DoneBanner has_errors />
                <h1 class="text-h1 font-bold">{t("order-change-title")}</h1>
                <p class="measure mt-3">{t("order-change-body")}</p>
                <ul class="task-wide mt-6 border-t border-line">{rows}</ul>
                <AddLine filled=adding />
                <p class="mt-6"><LinkButton href=back>{t("order-change-done")}</LinkButton></p>
            </Page>
        }
        .into_any())
    })
}

/// Adds something else, by its product code.
#[component]
fn AddLine(filled: Filled) -> impl IntoView {
    view! {
        <section class="task mt-8" aria-labelledby="add-heading">
            <h2 id="add-heading" class="text-h3 font-bold">{t("order-add-title")}</h2>
            <p class="measure mt-2 mb-4">{t("order-add-body")} " " <a class="link" href="/publications">{t("order-add-more")}</a></p>
            <PostForm action=PostAddOrderLine::PATH check=AddOrderLine::check fields=AddOrderLine::FIELDS filled>
                <HiddenInput field=ORDER.declared() />
                <TextInput field=ADDED_CODE.declared() />
                <TextInput field=QUANTITY.declared() />
                <Button kind=ButtonKind::Secondary>{t("order-add-button")}</Button>
            </PostForm>
        </section>
    }
}

/// The line's form: what was refused of it, else how many there are.
fn filled(viewer: &Viewer, number: &OrderNumber, line: &OrderLine) -> Filled {
    let known = Answers::default()
        .with(ORDER.name(), number.as_str())
        .with(EDITION.name(), line.code.as_str())
        .with(LINE_QUANTITY.name(), line.counts.open().to_string());
    let mut filled = words::filled_of::<ChangeOrderLine>(viewer, &line.code, known);
    filled.prefix = format!("line-{}", line.code.normalised().to_lowercase());
    filled
}

fn row(number: &OrderNumber, line: OrderLine, filled: Filled) -> impl IntoView + use<> {
    let label = t_with("basket-copies-of", [("title", line.title.clone().into())]);
    let button = t("basket-update");
    let title = line.title.clone();
    let packs = packs_words(line.counts.open(), line.unit_of_issue);
    let update_title = view! { <span class="sr-only">" " {title}</span> };
    let nothing = vec![
        (ORDER.name(), number.to_string()),
        (EDITION.name(), line.code.to_string()),
        (LINE_QUANTITY.name(), "0".to_owned()),
    ];
    view! {
        <li class="basket-line">
            <div class="min-w-0 grow">
                <h2 class="text-h4 font-bold" lang=title_language(line.title_is_translated, &line.language).to_string() dir="auto">{line.title.clone()}</h2>
                <p class="text-muted">{line.code.to_string()}</p>
                {packs.map(|words| view! { <p class="text-muted">{words}</p> })}
            </div>
            <div class="basket-quantity">
                <ChangeLineForm filled of_order=true label>{button} {update_title}</ChangeLineForm>
                <ButtonForm action=PostChangeOrderLine::PATH answers=nothing kind=ButtonKind::Quiet>
                    {t("basket-remove")} <span class="sr-only">" " {line.title}</span>
                </ButtonForm>
            </div>
        </li>
    }
}
