//! The list of forms answered rightly leaves none out, and no question of any.

use domain::{
    form::{Form, Kind},
    forms::{AsksEach, each},
};

use crate::forms::FORMS;

/// The names of the inputs of each form, sorted.
struct Asked(Vec<Vec<&'static str>>);

impl AsksEach for Asked {
    fn ask<F: Form>(&mut self) {
        // A day is answered in its parts.
        let inputs = F::FIELDS.iter().filter(|field| field.kind != Kind::Date);
        self.0.push(sorted(inputs.map(|field| field.name)));
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut sorted: Vec<T> = items.collect();
    sorted.sort();
    sorted
}

#[test]
fn every_question_of_every_form_is_answered() {
    let mut asked = Asked(Vec::new());
    each(&mut asked);
    let answered = FORMS.iter().map(|(_, answers)| sorted(answers.iter().map(|(name, _)| *name)));
    assert_eq!(sorted(answered), sorted(asked.0.into_iter()));
}
