//! What would be put into the basket of a whole order or list: each line with what becomes of it, and the button.

use backend::refills::Refill;
use domain::{
    basket::{Fits, LINE_QUANTITY},
    catalogue::taxonomy::title_language,
    checkout::KEY,
    form::{Form, Problem},
    paths,
};
use leptos::prelude::*;
use store::sessions::Viewer;
use ui::{ButtonForm, ShownError, Tag, TagKind};

use crate::{
    bidi::LeftToRight,
    words::{self, isolated, t, t_with},
};

/// What was refused of a form that is only a button.
pub fn refused<F: Form>(viewer: &Viewer) -> Vec<ShownError> {
    let errors = words::refused::<F>(viewer).into_iter().flat_map(|rejection| rejection.errors.iter());
    errors.map(words::shown).collect()
}

/// What becomes of all of it, in a few sentences.
pub fn summary(refills: &[Refill]) -> String {
    let count = |is: fn(&Refill) -> bool| refills.iter().filter(|refill| is(refill)).count();
    let lines = refills.len();
    let swapped = count(|refill| refill.replaces.is_some());
    let changed = count(|refill| matches!(refill.fits, Fits::Part { .. }));
    let left = count(|refill| matches!(refill.fits, Fits::Nothing(_)));
    let sentences = [
        (swapped > 0).then(|| t_with("refill-swapped", [("swapped", swapped.into()), ("lines", lines.into())])),
        (changed > 0).then(|| t_with("refill-changed", [("lines", changed.into())])),
        (left > 0).then(|| t_with("refill-left", [("lines", left.into())])),
        (changed + left == 0).then(|| t("refill-all")),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Puts it into the basket, once for this page; nothing where none of it can be had.
pub fn button(action: &'static str, of: (&'static str, String), refills: &[Refill]) -> Option<AnyView> {
    refills.iter().any(|refill| refill.copies() > 0).then(|| {
        let answers = vec![of, (KEY.name(), backend::secrets::draw_key().to_string())];
        view! { <ButtonForm action answers>{t("refill-button")}</ButtonForm> }.into_any()
    })
}

/// A line, what becomes of it and why; beside it what else may be done with it.
pub fn row(refill: &Refill, beside: Option<AnyView>) -> AnyView {
    let line = &refill.line;
    let href = paths::edition(&line.slug, &line.language, line.format, None).to_string();
    let lang = title_language(line.title_is_translated, &line.language).to_string();
    let replaces = refill.replaces.as_ref().map(|codes| {
        let words = t_with("refill-replaces", [("codes", isolated(codes).into())]);
        view! { <p class="mt-1"><Tag>{t("refill-newer")}</Tag> " " {words}</p> }
    });
    view! {
        <li class="flex flex-wrap justify-between gap-x-6 gap-y-2 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold"><a class="link" href=href lang=lang dir="auto">{line.title.clone()}</a></p>
                <p class="text-muted"><LeftToRight text=line.code.to_string() /> " · " {copies(refill.wanted)}</p>
                {replaces}
                {becomes(&refill.fits)}
            </div>
            {beside}
        </li>
    }
    .into_any()
}

/// What becomes of a line that does not go in as it is.
fn becomes(fits: &Fits) -> Option<AnyView> {
    let (kind, words, because) = match fits {
        Fits::All => return None,
        Fits::Part { copies: number, because } => {
            (TagKind::Neutral, t_with("refill-part", [("copies", copies(*number).into())]), because)
        }
        Fits::Nothing(because) => (TagKind::Bad, t("refill-left-out"), because),
    };
    let reasons = reasons(because);
    Some(view! { <p class="measure mt-1"><Tag kind>{words}</Tag> " " {reasons}</p> }.into_any())
}

/// Why, in words.
fn reasons(because: &[Problem]) -> String {
    let words = because.iter().map(|problem| words::say_one(LINE_QUANTITY.name(), problem.clone()));
    words.collect::<Vec<_>>().join(". ")
}

fn copies(number: i32) -> String {
    t_with("copies", [("copies", number.into())])
}
