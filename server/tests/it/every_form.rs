//! The list of forms answered rightly leaves none out, and no question of any.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    form::{Form, Kind},
    forms::{AsksEach, each},
};

use crate::forms::FORMS;

/// The names of the inputs of each form.
struct Asked(BTreeSet<BTreeSet<&'static str>>);

impl AsksEach for Asked {
    fn ask<F: Form>(&mut self) {
        // A day is answered in its parts.
        let inputs = F::FIELDS.iter().filter(|field| field.kind != Kind::Date);
        self.0.insert(inputs.map(|field| field.name).collect());
    }
}

/// The one form of the wizard takes the questions of all its pages, one page at a time, and so does the one that
/// changes a registration.
fn form_of(path: &str) -> &str {
    if path == "/do/my/change" { "/do/register/answer" } else { path }
}

#[test]
fn every_question_of_every_form_is_answered() {
    let mut asked = Asked(BTreeSet::new());
    each(&mut asked);
    let mut answered = BTreeMap::<&str, BTreeSet<&str>>::new();
    for (path, answers) in FORMS {
        answered.entry(form_of(path)).or_default().extend(answers.iter().map(|(name, _)| *name));
    }
    assert_eq!(answered.into_values().collect::<BTreeSet<_>>(), asked.0);
}
