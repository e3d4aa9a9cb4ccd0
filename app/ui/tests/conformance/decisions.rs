//! Where our components differ from GOV.UK Frontend on purpose. Each decision says what it changes, exactly;
//! everything else is compared as it is. One that no longer shows is a failure.

use crate::tree::{Element, Part, each, unwrapped};

/// A difference that somebody decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Ids are made of the names of questions and values: ours and theirs, pair by pair.
    Ids(Vec<(String, String)>),
    /// The link back stands in a landmark.
    Landmark,
    /// A link that looks like a button is still a link.
    PlainLink,
    /// A list to choose from begins with nothing chosen.
    NothingChosen,
    /// What browsers fill in is not checked for its spelling.
    NotSpellChecked,
    /// The inputs of a day have no element with an id around them, and are not filled in by browsers.
    DayInputs,
    /// An input that is wrong says so itself.
    SaysInvalid,
}

/// How many there are.
pub const COUNT: usize = 7;

/// All of them, for the list in the README.
pub static ALL: [Decision; COUNT] = [
    Decision::Ids(Vec::new()),
    Decision::Landmark,
    Decision::PlainLink,
    Decision::NothingChosen,
    Decision::NotSpellChecked,
    Decision::DayInputs,
    Decision::SaysInvalid,
];

/// The attributes that hold ids.
const OF_IDS: [&str; 4] = ["id", "for", "aria-describedby", "aria-labelledby"];

impl Decision {
    /// What was decided, and why.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Ids(_) => {
                "ids are made of the names of questions and values, and not handed in: ours are renamed one to one, so that what they tie together is still compared"
            }
            Self::Landmark => {
                "the link back stands in a `<nav>` of its own, so that no part of a page is outside of a landmark"
            }
            Self::PlainLink => {
                "a link that looks like a button stays a link: the role of a button would promise that the space bar presses it, which takes a script"
            }
            Self::NothingChosen => {
                "a list to choose from begins with an empty answer, so that nothing is chosen until somebody does"
            }
            Self::NotSpellChecked => "what browsers may fill in (names, addresses) is not checked for its spelling",
            Self::DayInputs => {
                "the first input of a day has the id of the whole question, where errors lead, so nothing around the inputs has it; browsers neither fill them in nor check their spelling"
            }
            Self::SaysInvalid => {
                "an input whose answer is wrong says so itself (`aria-invalid`), so that whoever comes to it hears it before its error; not the three of a day, of which two may be right"
            }
        }
    }

    /// Whether it is the same decision, whatever it is about.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Takes the difference away. False if it was not there.
    pub fn apply(&self, ours: &mut Vec<Part>, theirs: &mut Vec<Part>) -> bool {
        match self {
            Self::Ids(pairs) => rename(ours, pairs),
            Self::Landmark => {
                unwrap(ours, &|element| element.name == "nav" && element.attributes.keys().eq(["aria-label"]))
            }
            Self::PlainLink => {
                let has_role = forget(theirs, "a", "role", "button");
                forget(theirs, "a", "draggable", "false") && has_role
            }
            Self::NothingChosen => drop_empty_option(ours),
            Self::NotSpellChecked => forget(ours, "input", "spellcheck", "false"),
            Self::DayInputs => {
                let was_off = forget(ours, "input", "autocomplete", "off");
                let was_unchecked = forget(ours, "input", "spellcheck", "false");
                let is_around = |element: &Element| element.name == "div" && has_no_words_but_inputs(element);
                unwrap(theirs, &is_around) && was_off && was_unchecked
            }
            Self::SaysInvalid => {
                ["input", "textarea", "select"].map(|name| forget(ours, name, "aria-invalid", "true")).contains(&true)
            }
        }
    }
}

/// Whether labels and inputs are all that stands in an element.
fn has_no_words_but_inputs(element: &Element) -> bool {
    !element.inside.is_empty()
        && element
            .inside
            .iter()
            .all(|part| matches!(part, Part::Element(part) if matches!(part.name.as_str(), "label" | "input")))
}

fn rename(parts: &mut [Part], pairs: &[(String, String)]) -> bool {
    let mut was_there = false;
    each(parts, &mut |element| {
        for (_, ids) in element.attributes.iter_mut().filter(|(name, _)| OF_IDS.contains(&name.as_str())) {
            let renamed = ids.split(' ').map(|id| match pairs.iter().find(|(ours, _)| ours == id) {
                Some((_, theirs)) => theirs.as_str(),
                None => id,
            });
            let renamed = renamed.collect::<Vec<_>>().join(" ");
            was_there |= renamed != *ids;
            *ids = renamed;
        }
    });
    was_there
}

fn unwrap(parts: &mut Vec<Part>, goes: &dyn Fn(&Element) -> bool) -> bool {
    let before = parts.clone();
    *parts = unwrapped(std::mem::take(parts), goes);
    *parts != before
}

/// Takes an attribute away where it has this value.
fn forget(parts: &mut [Part], name: &str, attribute: &str, value: &str) -> bool {
    let mut was_there = false;
    each(parts, &mut |element| {
        if element.name == name && element.attributes.get(attribute).is_some_and(|given| given == value) {
            element.attributes.remove(attribute);
            was_there = true;
        }
    });
    was_there
}

fn drop_empty_option(parts: &mut [Part]) -> bool {
    let is_empty = |part: &Part| matches!(part, Part::Element(option) if option.name == "option" && option.attributes.get("value").is_some_and(String::is_empty));
    let mut was_there = false;
    each(parts, &mut |element| {
        if element.name == "select" && element.inside.first().is_some_and(is_empty) {
            element.inside.remove(0);
            was_there = true;
        }
    });
    was_there
}
