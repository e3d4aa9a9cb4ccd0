//! Questions that are typed, and what stands at a question.

use std::collections::BTreeMap;

use domain::form::{Answers, Declared, Kind};
use leptos::prelude::*;
use serde_json::Value;
use ui::{Filled, ShownError, TextArea, TextInput, Words, form::FormState};

use super::in_form;
use crate::{
    decisions::Decision,
    options::{Reason, kept, only, part, plain, words},
    outcome::Drawn,
};

/// What a fixture asks, as our forms know it.
pub struct Asked {
    /// The question.
    pub field: Declared,
    /// The form it stands in.
    pub filled: Filled,
    /// Our ids and those of the fixture, where they differ.
    pub ids: Vec<(String, String)>,
}

impl Asked {
    /// A question under this name, with these words, and the ids that the fixture has.
    pub fn new(name: &str, id: &str, words: Option<String>, kind: Kind) -> Self {
        let field = Declared {
            name: kept(name),
            kind,
            autocomplete: "",
            width: 0,
            has_hint: false,
            is_optional: false,
            options: &[],
            problems: &[],
            max_chars: 1_000,
        };
        let common = [("form-error-prefix", "Error:"), ("form-choose", "Choose")];
        let common = common.map(|(id, words)| (id.to_owned(), words.to_owned()));
        let words = words.map(|words| (name.to_owned(), words));
        let filled =
            Filled { words: Words(common.into_iter().chain(words).collect::<BTreeMap<_, _>>()), ..Filled::default() };
        let mut asked = Self { field, filled, ids: Vec::new() };
        for end in ["", "-hint", "-error"] {
            asked.with_id(format!("{name}{end}"), format!("{id}{end}"));
        }
        asked
    }

    /// An id of ours and the fixture's.
    pub fn with_id(&mut self, ours: String, theirs: String) {
        if ours != theirs {
            self.ids.push((ours, theirs));
        }
    }

    /// Words under an id.
    pub fn say(&mut self, id: String, words: String) {
        self.filled.words.0.insert(id, words);
    }

    /// An answer that was given.
    pub fn answer(&mut self, name: &str, value: String) {
        let given: Answers = std::mem::take(&mut self.filled.answers);
        self.filled.answers = given.with(name, value);
    }

    /// The hint and the error of a fixture.
    pub fn with_hint_and_error(mut self, options: &Value) -> Result<Self, Reason> {
        if let Some(hint) = part(options, "hint")? {
            self.field.has_hint = true;
            self.say(format!("{}.hint", self.field.name), hint);
        }
        if let Some(text) = part(options, "errorMessage")? {
            self.filled.errors.push(ShownError { field: self.field.name.to_owned(), text });
        }
        Ok(self)
    }

    /// The decision that its ids are.
    pub fn renamed(&self) -> Option<Decision> {
        (!self.ids.is_empty()).then(|| Decision::Ids(self.ids.clone()))
    }

    /// The decision that its inputs say that they are wrong.
    pub fn invalid(&self) -> Option<Decision> {
        (!self.filled.errors.is_empty()).then_some(Decision::SaysInvalid)
    }
}

/// A question with a label.
pub fn labelled(options: &Value, kind: Kind) -> Result<Asked, Reason> {
    only(&options["formGroup"], &[])?;
    let label = part(options, "label")?.ok_or(Reason::LeavesOut("label"))?;
    let name = plain(&options["name"]).ok_or(Reason::LeavesOut("name"))?;
    let id = plain(&options["id"]).unwrap_or_else(|| name.clone());
    Asked::new(&name, &id, Some(label), kind).with_hint_and_error(options)
}

/// What stands at every input, and its value.
pub const AT_INPUTS: [&str; 7] = ["formGroup", "label", "hint", "errorMessage", "id", "name", "value"];

/// Their input is our [`TextInput`].
pub fn text_input(options: &Value) -> Result<Drawn, Reason> {
    only(options, &[AT_INPUTS.as_slice(), &["type", "inputmode", "autocomplete"]].concat())?;
    let mut asked = labelled(options, kind(options)?)?;
    if let Some(value) = plain(&options["value"]) {
        asked.answer(asked.field.name, value);
    }
    let width = options["classes"].as_str().and_then(|classes| classes.strip_prefix("govuk-input--width-"));
    asked.field.width = width.and_then(|width| width.parse().ok()).unwrap_or_default();
    asked.field.autocomplete = kept(options["autocomplete"].as_str().unwrap_or_default());
    let unchecked =
        (asked.field.kind != Kind::Text || !asked.field.autocomplete.is_empty()).then_some(Decision::NotSpellChecked);
    let (field, renamed, invalid) = (asked.field, asked.renamed(), asked.invalid());
    let html = in_form(asked.filled, move || view! { <TextInput field /> });
    Ok(Drawn::same(html).and(renamed).and(unchecked).and(invalid))
}

/// The kind of input that `type` and `inputmode` ask for.
fn kind(options: &Value) -> Result<Kind, Reason> {
    match (options["type"].as_str(), options["inputmode"].as_str()) {
        (None | Some("text"), None) => Ok(Kind::Text),
        (Some("email"), None) => Ok(Kind::Email),
        (Some("tel"), None) => Ok(Kind::Telephone),
        (None | Some("text"), Some("numeric")) => Ok(Kind::Number),
        (_, None) => Err(Reason::Option("type".to_owned())),
        (_, Some(_)) => Err(Reason::Option("inputmode".to_owned())),
    }
}

/// Their textarea is our [`TextArea`].
pub fn text_area(options: &Value) -> Result<Drawn, Reason> {
    only(options, &[AT_INPUTS.as_slice(), &["rows"]].concat())?;
    let mut asked = labelled(options, Kind::TextArea)?;
    if let Some(value) = plain(&options["value"]) {
        asked.answer(asked.field.name, value);
    }
    let rows = options["rows"].as_u64().and_then(|rows| u8::try_from(rows).ok()).unwrap_or(5);
    let (field, renamed, invalid) = (asked.field, asked.renamed(), asked.invalid());
    let html = in_form(asked.filled, move || view! { <TextArea field rows /> });
    Ok(Drawn::same(html).and(renamed).and(invalid))
}

/// Their label is what [`FormState`] draws at an input.
pub fn label(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "for"])?;
    let text = words(options, "text", "html")?.ok_or(Reason::LeavesOut("text"))?;
    let input = plain(&options["for"]).ok_or(Reason::LeavesOut("input of a label"))?;
    let asked = Asked::new(&input, &input, Some(text), Kind::Text);
    let field = asked.field;
    Ok(Drawn::same(in_form(asked.filled, move || expect_context::<FormState>().label(field, None))))
}

/// Their hint is what [`FormState`] draws at an input.
pub fn hint(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "id"])?;
    let id = plain(&options["id"]).ok_or(Reason::LeavesOut("id of a hint"))?;
    let mut asked = Asked::new("question", "question", None, Kind::Text);
    asked.field.has_hint = true;
    asked.say("question.hint".to_owned(), words(options, "text", "html")?.ok_or(Reason::LeavesOut("text"))?);
    asked.with_id("question-hint".to_owned(), id);
    let (field, renamed) = (asked.field, asked.renamed());
    Ok(Drawn::same(in_form(asked.filled, move || expect_context::<FormState>().hint(field))).and(renamed))
}

/// Their error message is what [`FormState`] draws at an input.
pub fn error_message(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "id", "visuallyHiddenText"])?;
    let text = words(options, "text", "html")?.ok_or(Reason::LeavesOut("text"))?;
    let id = plain(&options["id"]).ok_or(Reason::LeavesOut("id of an error"))?;
    let mut asked = Asked::new("question", "question", None, Kind::Text);
    if let Some(hidden) = plain(&options["visuallyHiddenText"]) {
        asked.say("form-error-prefix".to_owned(), format!("{hidden}:"));
    }
    asked.filled.errors.push(ShownError { field: "question".to_owned(), text });
    asked.with_id("question-error".to_owned(), id);
    let renamed = asked.renamed();
    Ok(Drawn::same(in_form(asked.filled, move || expect_context::<FormState>().error_at("question"))).and(renamed))
}
