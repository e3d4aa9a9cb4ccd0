//! Right answers to the forms in which an address is typed.

/// An id of an address, of nobody's.
pub const ID: &str = "00000000-0000-7000-8000-000000000000";

type Answer = (&'static str, &'static str);

const ADDRESS: [Answer; 7] = [
    ("address_line1", "1 Some Street"),
    ("address_line2", ""),
    ("address_line3", ""),
    ("city", "Leeds"),
    ("county", ""),
    ("postcode", "LS1 4AP"),
    ("country", "england"),
];

/// The address and one more answer.
const fn with(more: Answer) -> [Answer; 8] {
    let [one, two, three, four, five, six, seven] = ADDRESS;
    [one, two, three, four, five, six, seven, more]
}

/// Where an order goes.
pub const DELIVERED: [Answer; 8] = with(("keep_address", "yes"));
/// Where it goes instead.
pub const REDIRECTED: [Answer; 8] = with(("order", "HP-00000-00000"));
/// One that was found.
pub const FOUND: [Answer; 3] = [("found_address", ID), ("known_address", ""), ("address_for", "")];
/// An address that is added to a book.
pub const ADDED: [Answer; 9] = {
    let [one, two, three, four, five, six, seven, eight] = with(("known_address", ""));
    [one, two, three, four, five, six, seven, eight, ("address_for", "")]
};
/// One that is changed.
pub const CHANGED: [Answer; 9] = {
    let [one, two, three, four, five, six, seven, eight] = with(("known_address", ""));
    [("own_address", ID), one, two, three, four, five, six, seven, eight]
};
