//! Every component against the fixtures of GOV.UK Frontend: what it says has to be the same, however it looks.
//!
//! A fixture's options become the props of our component; its HTML and ours are compared as trees. A fixture
//! that ours cannot say has a reason, which the mapping gives and no list of names. The counts stand in the
//! README (RP-46); after a change, `cargo test -p ui --test conformance -- --ignored` writes them.

mod decisions;
mod drawing;
mod fixtures;
mod options;
mod outcome;
#[path = "../rendering/mod.rs"]
mod rendering;
mod sight;
mod table;
mod tree;

use std::fs;

use table::Findings;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
const BEGIN: &str = "<!-- conformance -->";
const END: &str = "<!-- /conformance -->";

/// The README before, between and after the marks.
fn readme() -> [String; 3] {
    let text = fs::read_to_string(README).expect("the README can be read");
    let (before, rest) = text.split_once(BEGIN).expect("the README has a place for the counts");
    let (between, after) = rest.split_once(END).expect("the place ends");
    [before, between, after].map(str::to_owned)
}

#[test]
fn rp_46_every_fixture_says_the_same_or_has_its_reason() {
    let failures = Findings::gather().failures;
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_readme_says_how_many() {
    let [_, between, _] = readme();
    assert_eq!(between.trim(), Findings::gather().in_words());
}

#[test]
#[ignore = "writes the README"]
fn write_the_readme() {
    let [before, _, after] = readme();
    let words = Findings::gather().in_words();
    fs::write(README, format!("{before}{BEGIN}\n{words}\n{END}{after}")).expect("the README can be written");
}
