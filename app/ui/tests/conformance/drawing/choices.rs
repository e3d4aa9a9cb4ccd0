//! Questions whose answers are chosen.

use domain::form::Kind;
use leptos::prelude::*;
use serde_json::Value;
use ui::{Checkboxes, Radios, Select};

use super::{
    in_form,
    questions::{AT_INPUTS, Asked, labelled},
};
use crate::{
    decisions::Decision,
    options::{Reason, items, kept, only, part, plain, words},
    outcome::Drawn,
};

/// Their radios are our [`Radios`].
pub fn radios(options: &Value) -> Result<Drawn, Reason> {
    let asked = group(options, Kind::Radios)?;
    let (field, renamed) = (asked.field, asked.renamed());
    Ok(Drawn::same(in_form(asked.filled, move || view! { <Radios field /> })).and(renamed))
}

/// Their checkboxes are our [`Checkboxes`].
pub fn checkboxes(options: &Value) -> Result<Drawn, Reason> {
    let asked = group(options, Kind::Checkboxes)?;
    let (field, renamed) = (asked.field, asked.renamed());
    Ok(Drawn::same(in_form(asked.filled, move || view! { <Checkboxes field /> })).and(renamed))
}

/// The words over a group of inputs.
pub fn legend(options: &Value) -> Result<String, Reason> {
    only(&options["fieldset"], &["legend"])?;
    part(&options["fieldset"], "legend")?.ok_or(Reason::LeavesOut("legend"))
}

/// A question with a few answers, all of them visible.
fn group(options: &Value, kind: Kind) -> Result<Asked, Reason> {
    const KNOWN: [&str; 9] =
        ["formGroup", "name", "idPrefix", "fieldset", "hint", "errorMessage", "items", "value", "values"];
    only(options, &KNOWN)?;
    only(&options["formGroup"], &[])?;
    let name = plain(&options["name"]).ok_or(Reason::LeavesOut("name"))?;
    let id = plain(&options["idPrefix"]).unwrap_or_else(|| name.clone());
    let mut asked = Asked::new(&name, &id, Some(legend(options)?), kind).with_hint_and_error(options)?;
    let mut values = Vec::new();
    for (at, item) in items(options, "items").into_iter().enumerate() {
        only(item, &["value", "text", "html", "label", "checked"])?;
        only(&item["label"], &[])?;
        let value = plain(&item["value"]).ok_or(Reason::LeavesOut("value of an answer"))?;
        asked.say(format!("{name}.{value}"), words_of(item)?);
        if at > 0 {
            asked.with_id(format!("{name}-{value}"), format!("{id}-{}", at + 1));
        }
        if is_chosen(options, item, "checked") {
            asked.answer(&name, value.clone());
        }
        values.push(kept(&value));
    }
    asked.field.options = values.leak();
    Ok(asked)
}

fn words_of(item: &Value) -> Result<String, Reason> {
    words(item, "text", "html")?.ok_or(Reason::LeavesOut("words of an answer"))
}

/// Whether an answer is chosen: it says so, or the whole question does and it says nothing.
fn is_chosen(options: &Value, item: &Value, mark: &str) -> bool {
    let value = plain(&item["value"]);
    let among = options["values"].as_array().into_iter().flatten().any(|given| plain(given) == value);
    item[mark].as_bool().unwrap_or_else(|| among || (value.is_some() && plain(&options["value"]) == value))
}

/// Their select is our [`Select`].
pub fn select(options: &Value) -> Result<Drawn, Reason> {
    only(options, &[AT_INPUTS.as_slice(), &["items"]].concat())?;
    let mut asked = labelled(options, Kind::Select)?;
    let mut on_offer = Vec::new();
    for item in items(options, "items") {
        only(item, &["value", "text", "selected"])?;
        let value = plain(&item["value"]).ok_or(Reason::LeavesOut("value of an answer"))?;
        if is_chosen(options, item, "selected") {
            asked.answer(asked.field.name, value.clone());
        }
        on_offer.push((value, words_of(item)?));
    }
    // Where the fixture itself begins with an empty answer, it is ours.
    let begins_empty = on_offer.first().is_some_and(|(value, _)| value.is_empty());
    if begins_empty {
        let (_, nothing) = on_offer.remove(0);
        asked.say("form-choose".to_owned(), nothing);
    }
    let (field, renamed, invalid) = (asked.field, asked.renamed(), asked.invalid());
    let html = in_form(asked.filled, move || view! { <Select field options=on_offer /> });
    Ok(Drawn::same(html).and(renamed).and(invalid).and((!begins_empty).then_some(Decision::NothingChosen)))
}
