//! A line of the basket.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    basket::{ChangeLine, EDITION, LINE_QUANTITY, LineProblem},
    catalogue::availability::Availability,
    form::{Answers, FieldErrors},
    paths::{self, AskedFrom},
};
use islands::basket::{
    change_line::{ChangeLineForm, PostChangeLine},
    swap_line::PostSwapLine,
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::{lines::Line, sessions::Viewer};
use ui::{ButtonForm, Filled, button::ButtonKind};

use crate::{
    allowance::{allowance_words, packs_words},
    bidi::LeftToRight,
    catalogue::{
        card::{AvailabilityTag, text_language},
        cover::{Cover, CoverPlace},
        names::EnglishName,
    },
    words::{self, isolated, t, t_with},
};

/// A line as it is shown.
pub struct ShownLine {
    /// The line.
    pub line: Line,
    /// What may be ordered, in words.
    pub allowance: String,
    /// Its form.
    pub filled: Filled,
    /// What is wrong with it as it stands.
    pub problems: Vec<LineProblem>,
}

impl ShownLine {
    /// The line with its form: what was refused of it, else how many there are; and what is wrong with those.
    pub fn of(line: Line, viewer: &Viewer) -> Self {
        let problems = LineProblem::of(&line.facts);
        let known = Answers::default()
            .with(EDITION.name(), line.code.as_str())
            .with(LINE_QUANTITY.name(), line.facts.quantity.to_string());
        let mut filled = words::filled_of::<ChangeLine>(viewer, &line.code, known);
        filled.prefix = format!("line-{}", line.code.normalised().to_lowercase());
        if filled.errors.is_empty() {
            let errors: Vec<FieldErrors> =
                problems.iter().map(|problem| FieldErrors::of(LINE_QUANTITY.name(), problem.problem())).collect();
            filled.errors = errors.iter().flat_map(FieldErrors::iter).map(words::shown).collect();
        }
        let allowance = allowance_words(&line.facts.allowance, viewer.proved_email().is_some());
        Self { line, allowance, filled, problems }
    }
}

/// Cover, title, quantity, limit, and the repair of what is wrong.
#[component]
pub fn BasketLine(
    /// The line.
    shown: ShownLine,
    /// Names of languages.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    let ShownLine { line, allowance, filled, problems } = shown;
    let facts = &line.facts;
    let language = names.language(&line.language).map(|language| language.name.clone()).unwrap_or_default();
    let href = paths::edition(&line.slug, &line.language, line.format, None).to_string();
    let (drawn, thumbnails) = (paths::cover(&line.slug, &line.language), line.cover.clone());
    let (lang, dir) = text_language(&names, line.title_is_translated, &line.language);
    let packs = packs_words(facts.quantity, facts.unit_of_issue);
    let copies = t_with("copies", [("copies", facts.quantity.into())]);
    let repairs = repairs(&line, &problems);
    let update_title = hidden(&line.title);
    let quantity_label = t_with("basket-copies-of", [("title", isolated(&line.title).into())]);
    let can_be_ordered = facts.availability.is_orderable() || facts.availability == Availability::OutOfStock;
    view! {
        <li class="basket-line">
            <Cover drawn thumbnails place=CoverPlace::Card />
            <div class="min-w-0 grow">
                <h2 class="text-h4 font-bold"><a class="link" href=href lang=lang dir=dir>{line.title.clone()}</a></h2>
                <p class="text-muted"><EnglishName name=language /> " · " {t(&format!("format-{}", line.format))} " · " <LeftToRight text=line.code.to_string() /></p>
                <p class="mt-2 flex flex-wrap items-center gap-3"><AvailabilityTag availability=facts.availability />{packs}</p>
                {can_be_ordered.then(|| view! { <p class="measure mt-1 text-small text-muted">{allowance}</p> })}
            </div>
            <div class="basket-quantity">
                <p class="print-only font-bold">{copies}</p>
                <ChangeLineForm filled of_order=false label=quantity_label>
                    {t("basket-update")} {update_title}
                </ChangeLineForm>
                <div class="flex flex-wrap gap-4">{repairs}</div>
            </div>
        </li>
    }
}

/// A title for screen readers, after words that are the same on every line.
fn hidden(title: &str) -> impl IntoView + use<> {
    view! { <span class="sr-only">" " {title.to_owned()}</span> }
}

/// The way to what a line is not ordered for: its files, or being told when it is back.
fn elsewhere(line: &Line, problems: &[LineProblem]) -> Option<impl IntoView + use<>> {
    let words = problems.iter().find_map(|problem| match problem {
        LineProblem::DownloadOnly => Some("publication-files"),
        LineProblem::OutOfStock => Some("tell-me"),
        _ => None,
    })?;
    let href = paths::edition(&line.slug, &line.language, line.format, None).to_string();
    Some(view! { <a class="link inline-flex min-h-11 items-center" href=href>{t(words)} {hidden(&line.title)}</a> })
}

/// What repairs a line, each at one press: another quantity, the newer version, asking for more, its files, being
/// told when it is back, taking it out.
fn repairs(line: &Line, problems: &[LineProblem]) -> impl IntoView + use<> {
    let change =
        |copies: i32| vec![(EDITION.name(), line.code.to_string()), (LINE_QUANTITY.name(), copies.to_string())];
    let copies = line.facts.repaired().filter(|_| !problems.is_empty());
    let quantity = copies.map(|copies| {
        let title = hidden(&line.title);
        view! {
            <ButtonForm action=PostChangeLine::PATH answers=change(copies) kind=ButtonKind::Quiet>
                {t_with("basket-use", [("copies", copies.into())])} {title}
            </ButtonForm>
        }
    });
    let swap = problems.contains(&LineProblem::Superseded).then(|| {
        let (answers, title) = (vec![(EDITION.name(), line.code.to_string())], hidden(&line.title));
        view! {
            <ButtonForm action=PostSwapLine::PATH answers kind=ButtonKind::Quiet>
                {t("basket-swap")} {title}
            </ButtonForm>
        }
    });
    let is_over = |problem: &LineProblem| LineProblem::is_of_limit(&problem.problem());
    let ask = problems.iter().any(is_over).then(|| {
        let href = paths::ask_from(&AskedFrom::Basket, &line.code, Some(line.facts.quantity)).to_string();
        let title = hidden(&line.title);
        view! { <a class="link inline-flex min-h-11 items-center" href=href>{t("ask-for-more")} {title}</a> }
    });
    let elsewhere = elsewhere(line, problems);
    let (nothing, title) = (change(0), hidden(&line.title));
    view! {
        {quantity} {swap} {ask} {elsewhere}
        <ButtonForm action=PostChangeLine::PATH answers=nothing kind=ButtonKind::Quiet>
            {t("basket-remove")} {title}
        </ButtonForm>
    }
}
