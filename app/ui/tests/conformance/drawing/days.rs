//! Questions for a day.

use domain::form::{DateField, Kind};
use leptos::prelude::*;
use serde_json::Value;
use ui::DateInput;

use super::{choices::legend, in_form, questions::Asked};
use crate::{
    decisions::Decision,
    options::{Reason, kept, only, plain},
    outcome::Drawn,
};

/// The parts of a day: their names, the ids of our words, and their words.
const PARTS: [(&str, &str, &str); 3] =
    [("day", "form-day", "Day"), ("month", "form-month", "Month"), ("year", "form-year", "Year")];

/// Their date input is our [`DateInput`].
pub fn date_input(options: &Value) -> Result<Drawn, Reason> {
    const KNOWN: [&str; 10] =
        ["formGroup", "id", "namePrefix", "fieldset", "hint", "errorMessage", "values", "day", "month", "year"];
    only(options, &KNOWN)?;
    only(&options["formGroup"], &[])?;
    let id = plain(&options["id"]).ok_or(Reason::LeavesOut("id"))?;
    let mut asked = Asked::new(&id, &id, Some(legend(options)?), Kind::Date).with_hint_and_error(options)?;
    if !asked.field.has_hint {
        return Err(Reason::LeavesOut("hint of a day"));
    }
    let mut names = [""; 3];
    for (at, (part, words_id, words)) in PARTS.into_iter().enumerate() {
        let given = &options[part];
        if given == false {
            return Err(Reason::LeavesOut("day, month or year"));
        }
        only(given, &["label", "name"])?;
        let own = plain(&given["name"]).unwrap_or_else(|| part.to_owned());
        let name = plain(&options["namePrefix"]).map_or_else(|| own.clone(), |prefix| format!("{prefix}-{own}"));
        asked.say(words_id.to_owned(), plain(&given["label"]).unwrap_or_else(|| words.to_owned()));
        if let Some(value) = plain(&options["values"][&name]) {
            asked.answer(&name, value);
        }
        // The first input has the id of the whole question.
        asked.with_id(if at == 0 { id.clone() } else { name.clone() }, format!("{id}-{own}"));
        names[at] = kept(&name);
    }
    let field: &'static DateField = Box::leak(Box::new(DateField::new(asked.field.name, names)));
    let renamed = asked.renamed();
    let html = in_form(asked.filled, move || view! { <DateInput field /> });
    Ok(Drawn::but_for(html, Decision::DayInputs).and(renamed))
}
