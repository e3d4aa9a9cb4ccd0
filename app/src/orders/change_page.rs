//! `/orders/{number}/change`: how many copies of what.

use domain::{
    basket::{EDITION, LINE_QUANTITY, LineProblem, QUANTITY, Quantity},
    catalogue::{code::ProductCode, taxonomy::title_language},
    form::{Answer, Answers, Form},
    order::{ADDED_CODE, AddOrderLine, ChangeOrderLine, ORDER, OrderNumber},
    paths::{self, AskedFrom},
};
use islands::{
    basket::change_line::ChangeLineForm,
    orders::{add_line::PostAddOrderLine, change_line::PostChangeOrderLine},
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::{
    orders::OrderLine,
    sessions::{Rejection, Viewer},
};
use ui::{Button, ButtonForm, Filled, HiddenInput, LinkButton, PostForm, ShownError, TextInput, button::ButtonKind};

use super::at_order::{AtOrder, at_open_order, number};
use crate::{
    Bundle,
    allowance::packs_words,
    bidi::LeftToRight,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// The page.
#[component]
pub fn ChangePage() -> impl IntoView {
    let (asking, number) = (asking(), number());
    load(async move {
        let AtOrder { viewer, order, lines } = at_open_order(&asking, number).await?;
        let shown: Vec<ShownLine> = lines
            .into_iter()
            .filter(|line| line.counts.open() > 0)
            .map(|line| ShownLine::of(line, &viewer, &order.number))
            .collect();
        let mut errors: Vec<ShownError> = shown.iter().flat_map(|shown| shown.filled.errors_at_inputs()).collect();
        let known = Answers::default().with(ORDER.name(), order.number.as_str());
        let adding = words::filled::<AddOrderLine>(&viewer, known);
        errors.extend(adding.errors_at_inputs());
        let back = paths::order(&order.number).to_string();
        let rows = shown.into_iter().map(|shown| row(&order.number, shown)).collect_view();
        let more = more(&order.number, words::refused::<AddOrderLine>(&viewer), [ADDED_CODE.name(), QUANTITY.name()]);
        let has_errors = !errors.is_empty();
        Ok(view! {
            <Page title=t("order-change-title") viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Public>
                <DoneBanner has_errors />
                <h1 class="text-h1 font-bold">{t("order-change-title")}</h1>
                <p class="measure mt-3">{t("order-change-body")}</p>
                <ul class="task-wide mt-6 border-t border-line">{rows}</ul>
                <AddLine filled=adding more />
                <p class="mt-6"><LinkButton href=back>{t("order-change-done")}</LinkButton></p>
            </Page>
        }
        .into_any())
    })
}

/// Adds something else, by its product code.
#[component]
fn AddLine(filled: Filled, more: Option<String>) -> impl IntoView {
    let more = more.map(|href| view! { <p class="mt-3"><a class="link" href=href>{t("ask-for-more")}</a></p> });
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
            {more}
        </section>
    }
}

/// A line as it is shown.
struct ShownLine {
    line: OrderLine,
    /// Its form: what was refused of it, else how many there are.
    filled: Filled,
    /// Where more copies are asked for, once the limit was met.
    more: Option<String>,
}

impl ShownLine {
    fn of(line: OrderLine, viewer: &Viewer, number: &OrderNumber) -> Self {
        let known = Answers::default()
            .with(ORDER.name(), number.as_str())
            .with(EDITION.name(), line.code.as_str())
            .with(LINE_QUANTITY.name(), line.counts.open().to_string());
        let mut filled = words::filled_of::<ChangeOrderLine>(viewer, &line.code, known);
        filled.prefix = format!("line-{}", line.code.normalised().to_lowercase());
        let refused = words::refused_of::<ChangeOrderLine>(viewer, &line.code);
        let more = more(number, refused, [EDITION.name(), LINE_QUANTITY.name()]);
        Self { line, filled, more }
    }
}

/// Where more copies are asked for than a limit allows, where it was met: of the code and as many as were typed at
/// these questions. That page leads back here.
fn more(number: &OrderNumber, refused: Option<&Rejection>, [code, copies]: [&str; 2]) -> Option<String> {
    let refused = refused.filter(|it| it.errors.iter().any(|error| LineProblem::is_of_limit(&error.problem)))?;
    let code = ProductCode::parse(refused.answers.first(code))?;
    let copies = Quantity::read(refused.answers.first(copies)).ok().map(Quantity::copies);
    Some(paths::ask_from(&AskedFrom::Order(number.clone()), &code, copies).to_string())
}

fn row(number: &OrderNumber, ShownLine { line, filled, more }: ShownLine) -> impl IntoView + use<> {
    let label = t_with("basket-copies-of", [("title", isolated(&line.title).into())]);
    let button = t("basket-update");
    let title = line.title.clone();
    let packs = packs_words(line.counts.open(), line.unit_of_issue);
    let hidden = |title: String| view! { <span class="sr-only">" " {title}</span> };
    let update_title = hidden(title.clone());
    let more = more.map(|href| {
        view! { <a class="link inline-flex min-h-11 items-center" href=href>{t("ask-for-more")} {hidden(title)}</a> }
    });
    let nothing = vec![
        (ORDER.name(), number.to_string()),
        (EDITION.name(), line.code.to_string()),
        (LINE_QUANTITY.name(), "0".to_owned()),
    ];
    view! {
        <li class="basket-line">
            <div class="min-w-0 grow">
                <h2 class="text-h4 font-bold" lang=title_language(line.title_is_translated, &line.language).to_string() dir="auto">{line.title.clone()}</h2>
                <p class="text-muted"><LeftToRight text=line.code.to_string() /></p>
                {packs.map(|words| view! { <p class="text-muted">{words}</p> })}
            </div>
            <div class="basket-quantity">
                <ChangeLineForm filled of_order=true label>{button} {update_title}</ChangeLineForm>
                {more}
                <ButtonForm action=PostChangeOrderLine::PATH answers=nothing kind=ButtonKind::Quiet>
                    {t("basket-remove")} <span class="sr-only">" " {line.title}</span>
                </ButtonForm>
            </div>
        </li>
    }
}
