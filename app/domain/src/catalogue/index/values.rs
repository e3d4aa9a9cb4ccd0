//! Values of facets as small numbers.

use std::collections::HashMap;

use crate::catalogue::search::Facet;

/// The number of a value within its facet.
pub type Value = u16;

/// Some values of one facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueSet(Vec<Value>);

impl ValueSet {
    /// Whether a value is among them.
    pub fn holds(&self, value: Value) -> bool {
        self.0.contains(&value)
    }

    /// Whether the two have one in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().any(|value| other.holds(*value))
    }

    /// The values.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.0.iter().copied()
    }
}

/// The values of all facets with their numbers.
#[derive(Clone, Debug, Default)]
pub struct Values {
    names: [Vec<String>; Facet::ALL.len()],
    numbers: [HashMap<String, Value>; Facet::ALL.len()],
}

impl Values {
    /// The number of a value; a new one gets the next.
    pub fn number(&mut self, facet: Facet, name: &str) -> Value {
        let (names, numbers) = (&mut self.names[facet as usize], &mut self.numbers[facet as usize]);
        if let Some(number) = numbers.get(name) {
            return *number;
        }
        let number = Value::try_from(names.len()).unwrap_or(Value::MAX);
        names.push(name.to_owned());
        numbers.insert(name.to_owned(), number);
        number
    }

    /// The numbers of values; those nobody has are left out.
    pub fn set_of(&self, facet: Facet, names: &[String]) -> ValueSet {
        ValueSet(names.iter().filter_map(|name| self.numbers[facet as usize].get(name).copied()).collect())
    }

    /// The values of a facet in the order of their numbers.
    pub fn names(&self, facet: Facet) -> &[String] {
        &self.names[facet as usize]
    }

    pub(super) fn set(&mut self, facet: Facet, names: &[String]) -> ValueSet {
        ValueSet(names.iter().map(|name| self.number(facet, name)).collect())
    }
}
