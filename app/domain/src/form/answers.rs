//! What somebody sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Declared, Kind};

/// The characters of an answer that are kept as they were typed, however few its question takes: whoever typed too much
/// shortens it. Of what is chosen or travels along, and nobody typed, only what its question takes is kept, and one
/// more. A form as a whole is bounded where it comes in.
pub const MOST_KEPT: usize = 10_000;

/// What somebody sent: each name with its values in the order sent. Names may repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Values>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
struct Values(Vec<String>);

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;

        impl<'de> de::Visitor<'de> for OneOrMany {
            type Value = Values;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text or a list of texts")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Values, E> {
                Ok(Values(vec![text.to_owned()]))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut texts: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(text) = texts.next_element()? {
                    values.push(text);
                }
                Ok(Values(values))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

impl Answers {
    /// Adds a value to those already sent under this name.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.entry(name.into()).or_default().0.push(value.into());
    }

    /// Puts these values in the place of those under a name.
    pub fn replace(&mut self, name: impl Into<String>, values: Vec<String>) {
        self.0.insert(name.into(), Values(values));
    }

    /// Every name with its values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.0.as_slice()))
    }

    /// The same answers with one more; for building them in place.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.push(name, value);
        self
    }

    /// The first value under a name, or nothing at all.
    pub fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// All values under a name.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], |values| &values.0)
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Only the answers to these questions, each as often as the question may be answered. What was typed is kept as it
    /// was, up to [`MOST_KEPT`] characters, or one more than the question takes; what was chosen, or travels with the
    /// form, up to one more than it takes. What a form did not ask is never kept, and no password; what no database can
    /// hold is marked.
    #[must_use]
    pub fn only(&self, fields: &[Declared]) -> Self {
        let mut kept = Self::default();
        for field in fields.iter().filter(|field| field.kind != Kind::Password) {
            let enough = field.max_chars + 1;
            let most = match field.kind {
                Kind::Hidden | Kind::Radios | Kind::Select | Kind::Checkboxes => enough,
                _ => MOST_KEPT.max(enough),
            };
            for given in self.all(field.name).iter().take(field.most_answers()) {
                // A line break is one character, as where answers are read.
                let given = given.replace("\r\n", "\n");
                let value = given.chars().take(most);
                kept.push(field.name, value.map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect::<String>());
            }
        }
        kept
    }
}
