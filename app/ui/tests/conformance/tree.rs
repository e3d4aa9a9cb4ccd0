//! What HTML says, without how it looks: the two sides of a comparison.
//!
//! Left out are `class` and `data-*`; `tabindex="-1"` and `autofocus`, as scripts of the Design System
//! move the focus themselves; an empty `value` of a text input, which is what it has without one; what
//! assistive technology is told to skip; and `<div>` and `<span>` that say nothing by themselves: what stands
//! in them moves out. White space counts as one blank, except in `<textarea>` and `<pre>`. Nothing else is.

use std::{collections::BTreeMap, fmt};

use scraper::{ElementRef, Html, Node};

/// Words or an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Words(String),
    /// An element with what stands in it.
    Element(Element),
}

/// An element that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes that say something.
    pub attributes: BTreeMap<String, String>,
    /// What stands in it.
    pub inside: Vec<Part>,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => write!(f, "{words:?}"),
            Self::Element(element) => {
                write!(f, "<{}", element.name)?;
                element.attributes.iter().try_for_each(|(name, value)| write!(f, " {name}={value:?}"))?;
                f.write_str(">")
            }
        }
    }
}

/// What a piece of HTML says.
pub fn read(html: &str) -> Vec<Part> {
    settled(inside(Html::parse_fragment(html).root_element()), false)
}

fn inside(element: ElementRef<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for node in element.children() {
        if let Node::Text(text) = node.value() {
            parts.push(Part::Words(text.text.to_string()));
        } else if let Some(child) = ElementRef::wrap(node) {
            add(child, &mut parts);
        }
    }
    parts
}

/// Adds an element, or what stands in it where the element itself says nothing.
fn add(element: ElementRef<'_>, parts: &mut Vec<Part>) {
    let name = element.value().name();
    let attributes = meaning(element);
    if attributes.get("aria-hidden").is_some_and(|hidden| hidden == "true") {
        return;
    }
    let inside = inside(element);
    if attributes.is_empty() && matches!(name, "div" | "span") {
        // Blocks stand apart from what is around them.
        let gap = if name == "div" { " " } else { "" };
        parts.push(Part::Words(gap.to_owned()));
        parts.extend(inside);
        parts.push(Part::Words(gap.to_owned()));
    } else {
        let inside = settled(inside, matches!(name, "textarea" | "pre"));
        parts.push(Part::Element(Element { name: name.to_owned(), attributes, inside }));
    }
}

/// The attributes that say something.
fn meaning(element: ElementRef<'_>) -> BTreeMap<String, String> {
    let name = element.value().name();
    let is_typed_in = name == "input" && !matches!(element.attr("type"), Some("checkbox" | "radio"));
    let says_nothing = |attribute: &str, value: &str| match attribute {
        "class" | "autofocus" => true,
        "tabindex" => value == "-1",
        "value" => is_typed_in && value.is_empty(),
        other => other.starts_with("data-"),
    };
    element
        .value()
        .attrs()
        .filter(|&(attribute, value)| !says_nothing(attribute, value))
        .map(|(attribute, value)| (attribute.to_owned(), value.to_owned()))
        .collect()
}

/// Words beside words become one, and those that are only blank go.
fn settled(parts: Vec<Part>, is_verbatim: bool) -> Vec<Part> {
    let mut settled: Vec<Part> = Vec::new();
    for part in parts {
        if let (Some(Part::Words(before)), Part::Words(words)) = (settled.last_mut(), &part) {
            before.push_str(words);
        } else {
            settled.push(part);
        }
    }
    for part in &mut settled {
        if let Part::Words(words) = part
            && !is_verbatim
        {
            *words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    settled.retain(|part| !matches!(part, Part::Words(words) if words.is_empty()));
    settled
}

/// The first difference, in words; nothing where both say the same.
pub fn difference(ours: &[Part], theirs: &[Part]) -> Option<String> {
    differs(ours, theirs, "the top")
}

fn differs(ours: &[Part], theirs: &[Part], place: &str) -> Option<String> {
    let length = ours.len().max(theirs.len());
    (0..length).find_map(|at| match (ours.get(at), theirs.get(at)) {
        (Some(our), Some(their)) if our == their => None,
        (Some(Part::Element(our)), Some(Part::Element(their)))
            if our.name == their.name && our.attributes == their.attributes =>
        {
            differs(&our.inside, &their.inside, &format!("{place} > {}", our.name))
        }
        (our, their) => Some(format!("in {place}: ours has {}, theirs {}", shown(our), shown(their))),
    })
}

fn shown(part: Option<&Part>) -> String {
    part.map_or_else(|| "nothing".to_owned(), ToString::to_string)
}

/// Does something to each element, from the outside in.
pub fn each(parts: &mut [Part], change: &mut dyn FnMut(&mut Element)) {
    for part in parts {
        if let Part::Element(element) = part {
            change(element);
            each(&mut element.inside, change);
        }
    }
}

/// Takes elements away and leaves what stands in them.
pub fn unwrapped(parts: Vec<Part>, goes: &dyn Fn(&Element) -> bool) -> Vec<Part> {
    parts
        .into_iter()
        .flat_map(|part| match part {
            Part::Element(mut element) => {
                element.inside = unwrapped(element.inside, goes);
                if goes(&element) { element.inside } else { vec![Part::Element(element)] }
            }
            words @ Part::Words(_) => vec![words],
        })
        .collect()
}
