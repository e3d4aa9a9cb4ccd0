//! The words that travel with a form.

use std::collections::BTreeMap;

use domain::form::FieldError;
use serde::{Deserialize, Serialize};

/// The words a form may need, by id. Arguments stand in them as `{$name}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The words under an id; the id itself when they are missing, so that the gap is seen.
    pub fn get(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The words under an id, or nothing.
    pub fn find(&self, id: &str) -> Option<String> {
        self.0.get(id).cloned()
    }

    /// An error as a sentence.
    pub fn say(&self, error: &FieldError) -> String {
        let mut text = self.get(&error.words_id());
        for (name, value) in &error.problem.args {
            let words = value.strip_prefix('@').map(|id| self.get(id));
            text = text.replace(&format!("{{${name}}}"), words.as_deref().unwrap_or(value));
        }
        text.replace("{$label}", &self.get(&error.field))
    }
}

#[cfg(test)]
mod tests {
    use domain::form::{FieldErrors, Problem};

    use super::*;

    #[test]
    fn an_error_becomes_a_sentence() {
        let words = Words(BTreeMap::from([
            ("quantity".into(), "Quantity".into()),
            ("quantity.too-large".into(), "Quantity must be {$max} or fewer".into()),
            ("any-repeated".into(), "{$label} can only be given once".into()),
        ]));
        let errors = FieldErrors::of("quantity", Problem::new("too-large").arg("max", 10_000));
        assert_eq!(errors.iter().map(|error| words.say(error)).collect::<String>(), "Quantity must be 10000 or fewer");
        let errors = FieldErrors::of("quantity", Problem::new("any-repeated"));
        assert_eq!(errors.iter().map(|error| words.say(error)).collect::<String>(), "Quantity can only be given once");
    }
}
