//! Reading a fixture's options. Whatever a mapping does not ask for is a reason why ours cannot say it, but for
//! classes and `data-*`, which the comparison leaves out.

use std::fmt;

use serde_json::Value;

/// Why our component cannot say what a fixture says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The fixture hands in attributes, and not only `data-*`.
    Attributes,
    /// The fixture hands in markup where ours takes words.
    Markup,
    /// A label, legend or title is a heading, or one of another level.
    Heading,
    /// The fixture uses this option, which ours does not have.
    Option(String),
    /// The fixture leaves out what ours always has.
    LeavesOut(&'static str),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attributes => f.write_str("hands in attributes that say something: components take none"),
            Self::Markup => f.write_str("hands in markup where components take words"),
            Self::Heading => {
                f.write_str("makes a heading of a label or legend, or another level of a title: pages draw their own")
            }
            Self::Option(name) => write!(f, "uses the option `{name}`"),
            Self::LeavesOut(what) => write!(f, "leaves out the {what}, which is always there"),
        }
    }
}

impl Reason {
    /// The reason that an option is.
    fn of(name: &str) -> Self {
        match name {
            "attributes" => Self::Attributes,
            "html" | "titleHtml" | "descriptionHtml" => Self::Markup,
            "isPageHeading" | "headingLevel" | "titleHeadingLevel" => Self::Heading,
            other => Self::Option(other.to_owned()),
        }
    }
}

/// Refuses options other than these and those that say nothing.
pub fn only(options: &Value, known: &[&str]) -> Result<(), Reason> {
    let given = options.as_object().into_iter().flatten();
    let unknown = given.filter(|(name, value)| !known.contains(&name.as_str()) && !says_nothing(name, value));
    // The first by the alphabet, so that counts do not depend on how objects are kept.
    match unknown.map(|(name, _)| name).min() {
        Some(name) => Err(Reason::of(name)),
        None => Ok(()),
    }
}

/// Whether an option is all about looks and scripts: classes, and attributes whose names begin with `data-`.
fn says_nothing(name: &str, value: &Value) -> bool {
    match name {
        "classes" => true,
        "attributes" => value.as_object().is_some_and(|given| given.keys().all(|name| name.starts_with("data-"))),
        _ => false,
    }
}

/// A text, number or truth as it is written.
pub fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The words under one name, or under another where they may hold markup and do not.
pub fn words(options: &Value, text: &str, html: &str) -> Result<Option<String>, Reason> {
    match plain(&options[html]) {
        Some(markup) if markup.contains(['<', '&']) => Err(Reason::Markup),
        Some(words) => Ok(Some(words)),
        None => Ok(plain(&options[text])),
    }
}

/// The words of a part of a component (a label, a hint), where the fixture has it.
pub fn part(options: &Value, name: &str) -> Result<Option<String>, Reason> {
    only(&options[name], &["text", "html"])?;
    words(&options[name], "text", "html")
}

/// The things in a list that are things: `null`, `false` and empty texts are skipped.
pub fn items<'a>(options: &'a Value, name: &str) -> Vec<&'a Value> {
    options[name].as_array().into_iter().flatten().filter(|item| item.is_object()).collect()
}

/// A text that lives as long as the tests: questions are declared with such.
pub fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
