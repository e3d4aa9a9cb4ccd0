//! A registration as people read it: each question that is asked with its answer in words.

use domain::{
    form::{Answer, Answers, Declared, FieldError, FieldErrors, Kind, Reader},
    paths::Path,
    registry::{
        Draft, Register, Step,
        fields::{
            LAST_DEPLOYMENT_DATE, LOCATIONS, POSTAL_CODE, PRIMARY_PHONE, PRIMARY_PHONE_EXT, REGULATOR, SECONDARY_PHONE,
            SECONDARY_PHONE_EXT, STREAM,
        },
        texts::PostalCode,
    },
};
use leptos::prelude::*;
use ui::{SummaryList, SummaryRow, Words};

use super::step_words::{heading, words_of};
use crate::{
    catalogue::names::EnglishName,
    words::{day, isolated, say, t, t_with},
};

/// A page of the wizard with the answers to it.
pub struct Answered<'a> {
    /// The page.
    pub step: &'a Step,
    /// The draft that holds the answers.
    pub draft: &'a Draft,
    /// The lists on offer, with their names.
    pub register: &'a Register,
    /// What is wrong with the answers.
    pub wrong: Option<&'a FieldErrors>,
    /// What the server refused besides, at questions of any page.
    pub refused: &'a [FieldError],
}

/// Where the answers to a page are changed.
pub type Change = fn(&Step) -> Path;

/// The rows of some pages, each with the way to change it, where there is one.
pub fn summary(pages: &[Answered<'_>], change: Option<Change>) -> AnyView {
    let rows = pages.iter().flat_map(|page| page.rows(change)).collect_view();
    view! { <SummaryList>{rows}</SummaryList> }.into_any()
}

/// The same, of answers of which nothing is wrong.
pub fn stored(steps: &[Step], (draft, register): (&Draft, &Register), change: Option<Change>) -> AnyView {
    let pages = steps.iter().map(|step| Answered { step, draft, register, wrong: None, refused: &[] });
    summary(&pages.collect::<Vec<_>>(), change)
}

/// The question whose answer is kept under a key ([`Draft::key`]), and some answer to it in words; nothing where it is
/// left out.
pub fn of_key(key: &str, values: &[String], register: &Register) -> (String, Option<AnyView>) {
    let mut draft = Draft::default();
    draft.answers.replace(key, values.to_vec());
    if let Some(stream) = key.strip_prefix(&format!("{}/", Step::Specialties.slug())) {
        draft.answers.replace(STREAM.name(), vec![stream.to_owned()]);
    }
    let of_specialty = Step::from_slug(key).filter(|step| matches!(step, Step::Subspecialties(_)));
    let asked = of_specialty.into_iter().chain(Step::fixed()).find_map(|step| {
        let field = step.fields().iter().copied().find(|field| draft.key(&step, field.name) == key)?;
        Some((step, field))
    });
    // A question that is asked no more.
    let Some((step, field)) = asked else {
        return (key.to_owned(), Some(view! { <bdi>{values.join(", ")}</bdi> }.into_any()));
    };
    let words = words_of(&step, &draft, register);
    let question = words.find(field.name).unwrap_or_else(|| heading(&step, &draft, register));
    let page = Answered { step: &step, draft: &draft, register, wrong: None, refused: &[] };
    (question, page.answer(field, &draft.of_step(&step), &words))
}

impl Answered<'_> {
    /// The rows of the page.
    pub fn rows(&self, change: Option<Change>) -> Vec<AnyView> {
        let words = words_of(self.step, self.draft, self.register);
        let answers = self.draft.of_step(self.step);
        let change = change.map(|change| change(self.step).to_string());
        let fields = self.step.fields().iter().filter(|field| is_row(field, self.register));
        fields.map(|field| self.row(*field, &answers, &words, change.clone())).collect()
    }

    fn row(&self, field: Declared, answers: &Answers, words: &Words, change: Option<String>) -> AnyView {
        let key = words.get(field.name);
        let answer = self.answer(field, answers, words);
        let is_blank = answer.is_none();
        let wrong = change.clone().zip(self.wrong_at(field, words)).map(|(href, (id, error))| {
            view! { <p><a class="link font-bold text-error" id=id href=href>{error}</a></p> }
        });
        let nothing = (is_blank && wrong.is_none()).then(|| t("not-provided"));
        match change {
            Some(change) => {
                view! { <SummaryRow key change change_text=t("change")>{answer} {nothing} {wrong}</SummaryRow> }
                    .into_any()
            }
            None => view! { <SummaryRow key>{answer} {nothing} {wrong}</SummaryRow> }.into_any(),
        }
    }

    /// What is wrong with an answer, in words, with the id of the question that the summary of errors leads to.
    fn wrong_at(&self, field: Declared, words: &Words) -> Option<(&'static str, String)> {
        let beside = extension_of(field.name);
        let is_here = |error: &&FieldError| error.field == field.name || Some(&*error.field) == beside;
        let of_page = self.wrong.and_then(|wrong| wrong.iter().find(is_here)).map(|error| words.say(error));
        let error = of_page.or_else(|| self.refused.iter().find(is_here).map(say))?;
        Some((field.name, error))
    }

    /// The answer to a question; nothing where there is none.
    fn answer(&self, field: Declared, answers: &Answers, words: &Words) -> Option<AnyView> {
        if field.name == LOCATIONS.name() {
            return places(self.register, answers.all(field.name));
        }
        if field.name == LAST_DEPLOYMENT_DATE.name() {
            return typed_day(answers).map(|day| view! { <bdi>{day}</bdi> }.into_any());
        }
        let given = answers.all(field.name).iter().map(|given| given.trim());
        let given: Vec<&str> = given.filter(|given| !given.is_empty()).collect();
        match field.kind {
            Kind::Radios | Kind::Checkboxes | Kind::Select => chosen(field, &given, words),
            _ => {
                let typed = shown(field, given.first()?);
                let extension = extension_of(field.name).map(|name| answers.first(name).trim());
                Some(match extension.filter(|extension| !extension.is_empty()) {
                    None => view! { <bdi>{typed}</bdi> }.into_any(),
                    Some(extension) => {
                        let (phone, extension) = (isolated(&typed), isolated(extension));
                        t_with("reg-extension", [("phone", phone.into()), ("extension", extension.into())]).into_any()
                    }
                })
            }
        }
    }
}

/// What was typed, as it is stored.
fn shown(field: Declared, typed: &str) -> String {
    let read = (field.name == POSTAL_CODE.name()).then(|| PostalCode::read(typed).ok()).flatten();
    read.map_or_else(|| typed.to_owned(), |code| code.to_string())
}

/// Whether a question has a row of its own: a day is one question, a telephone number holds its extension, and nobody
/// is asked for a college where none is known.
fn is_row(field: &Declared, register: &Register) -> bool {
    let inside = [PRIMARY_PHONE_EXT.name(), SECONDARY_PHONE_EXT.name()];
    let is_part = LAST_DEPLOYMENT_DATE.parts.contains(&field.name) || inside.contains(&field.name);
    !is_part && (field.name != REGULATOR.name() || !register.regulators.is_empty())
}

/// The extension that is said behind a telephone number.
fn extension_of(name: &str) -> Option<&'static str> {
    let lines = [(PRIMARY_PHONE, PRIMARY_PHONE_EXT), (SECONDARY_PHONE, SECONDARY_PHONE_EXT)];
    lines.iter().find(|(phone, _)| phone.name() == name).map(|(_, extension)| extension.name())
}

/// What was chosen, by its names. Those of lists that are rows are English only.
fn chosen(field: Declared, given: &[&str], words: &Words) -> Option<AnyView> {
    let is_name = field.options.is_empty();
    let said = |value: &&str| {
        let name = words.find(&format!("{}.{value}", field.name)).unwrap_or_else(|| (*value).to_owned());
        if is_name { view! { <EnglishName name /> }.into_any() } else { name.into_any() }
    };
    match given {
        [] => None,
        [one] => Some(said(one)),
        several => {
            let items = several.iter().map(|value| view! { <li>{said(value)}</li> }).collect_view();
            Some(view! { <ul>{items}</ul> }.into_any())
        }
    }
}

/// A day as it is written out; as it was typed where it is none.
fn typed_day(answers: &Answers) -> Option<String> {
    let mut read = Reader::new(answers);
    let read_day = read.required_date(&LAST_DEPLOYMENT_DATE);
    if let Ok(read_day) = read.finish(|| read_day) {
        return Some(day(read_day.0));
    }
    let parts = LAST_DEPLOYMENT_DATE.parts.map(|part| answers.first(part).trim());
    let typed = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!typed.is_empty()).then_some(typed)
}

/// The chosen places under their regions and service delivery areas.
fn places(register: &Register, chosen: &[String]) -> Option<AnyView> {
    let is_chosen = |id: &str| chosen.iter().any(|given| given == id);
    let regions = register.regions.iter().filter_map(|region| {
        let areas = region.areas.iter().filter_map(|area| {
            let here = area.places.iter().filter(|place| is_chosen(place.id.as_str()));
            let names = here.map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ");
            let area = area.name.clone();
            (!names.is_empty())
                .then(|| view! { <li><EnglishName name=area /> ": " <EnglishName name=names /></li> }.into_any())
        });
        let areas: Vec<AnyView> = areas.collect();
        let name = region.name.clone();
        (!areas.is_empty()).then(|| {
            view! {
                <p class="font-bold"><EnglishName name /></p>
                <ul class="mb-2 ms-4">{areas}</ul>
            }
            .into_any()
        })
    });
    let regions: Vec<AnyView> = regions.collect();
    (!regions.is_empty()).then(|| regions.into_any())
}
