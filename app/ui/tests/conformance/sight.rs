//! The comparison is not blind: whatever matters is seen, and what does not is not.

use serde_json::{Value, json};

use crate::{
    decisions::Decision,
    options::{Reason, only},
    outcome::{Drawn, Outcome, compare},
    tree::{difference, read},
};

const QUESTION: &str = r##"<div class="group">
  <label class="label" for="name">Full name</label>
  <div id="name-hint" class="hint">As on a <a href="#p60">P60</a></div>
  <p id="name-error"><span class="hidden">Error:</span> Enter your name</p>
  <input id="name" name="name" type="text" value="Ada" autocomplete="name" inputmode="text" aria-describedby="name-hint name-error">
  <input id="yes" name="sure" type="checkbox" value="yes" checked disabled>
  <div role="alert"><h2>There is a problem</h2></div>
  <select id="day"><option value="1">Monday</option><option value="2" selected>Tuesday</option></select>
  <span aria-hidden="true">›</span>
  <textarea id="why">two
lines</textarea>
</div>"##;

/// The question with something else in one place.
fn with(old: &str, new: &str) -> String {
    assert!(QUESTION.contains(old), "{old} is there");
    QUESTION.replacen(old, new, 1)
}

fn differs(html: &str) -> bool {
    difference(&read(html), &read(QUESTION)).is_some()
}

#[test]
fn what_matters_is_seen() {
    for (old, new) in [
        (r#" for="name""#, ""),
        (r#" for="name""#, r#" for="other""#),
        (r#" aria-describedby="name-hint name-error""#, ""),
        ("name-hint name-error", "name-error name-hint"),
        (r#"id="name-hint""#, r#"id="hint""#),
        (r#"id="name-hint" "#, ""),
        (r#"role="alert""#, r#"role="status""#),
        (r#" role="alert""#, ""),
        ("Full name", "Name"),
        ("Error:", ""),
        (r#"type="text""#, r#"type="email""#),
        (r#"value="Ada""#, r#"value="""#),
        (r#"name="sure""#, r#"name="certain""#),
        (r#" autocomplete="name""#, ""),
        (r#" inputmode="text""#, ""),
        (" checked", ""),
        (" disabled", ""),
        (" selected", ""),
        ("#p60", "#p45"),
        ("<p ", "<div "),
        ("h2", "h3"),
        (r#" aria-hidden="true""#, ""),
        ("two\nlines", "two lines"),
        (r#"<option value="1">Monday</option>"#, ""),
        ("<input id=\"name\"", "<input tabindex=\"2\" id=\"name\""),
        ("<input id=\"name\"", "<input required id=\"name\""),
    ] {
        assert!(differs(&with(old, new)), "{old} became {new:?}, and nobody saw it");
    }
}

#[test]
fn looks_do_not_matter() {
    assert!(!differs(QUESTION));
    for (old, new) in [
        (r#" class="label""#, r#" class="bold" data-module="label""#),
        (r#"<div class="group">"#, r#"<div><div class="row"><span>"#),
        ("Full name", "\n  Full \n name "),
        (r#"<div role="alert">"#, r#"<div role="alert" tabindex="-1">"#),
        ("›", "→"),
        (r#"type="text" value="Ada""#, r#"value="Ada" type="text""#),
    ] {
        assert!(!differs(&with(old, new)), "{new:?} says the same as {old}");
    }
}

#[test]
fn only_looks_are_no_reason() {
    let tried =
        |attributes: Value| only(&json!({ "text": "Go", "classes": "big", "attributes": attributes }), &["text"]);
    assert_eq!(tried(json!({ "data-module": "x", "data-n": 2 })), Ok(()));
    for says_something in [json!({ "id": "go" }), json!({ "data-module": "x", "aria-label": "Go" }), json!("id=go")] {
        assert_eq!(tried(says_something), Err(Reason::Attributes));
    }
    assert_eq!(only(&json!({ "classes": "big", "href": "/" }), &["text"]), Err(Reason::Option("href".to_owned())));
}

#[test]
fn words_of_blocks_stay_apart() {
    assert!(difference(&read("<div>a</div><div>b</div>"), &read("ab")).is_some());
    assert!(difference(&read("<span>a</span><span>b</span>"), &read("ab")).is_none());
}

#[test]
fn a_decision_excuses_nothing_else_and_has_to_show() {
    let outcome = |ours: &str, theirs: &str, decision| compare(&Drawn::but_for(ours.to_owned(), decision), theirs);
    let theirs = r#"<a href="/" role="button" draggable="false">Go</a>"#;
    assert!(matches!(outcome(r#"<a href="/">Go</a>"#, theirs, Decision::PlainLink), Outcome::ButFor(_)));
    assert!(matches!(outcome(r#"<a href="/b">Go</a>"#, theirs, Decision::PlainLink), Outcome::Different(_)));
    assert!(matches!(outcome(theirs, r#"<a href="/">Go</a>"#, Decision::PlainLink), Outcome::Different(_)));
    let ids = || Decision::Ids(vec![("a".to_owned(), "b".to_owned())]);
    let theirs = r#"<label for="b">Name</label><input id="b">"#;
    assert!(matches!(outcome(r#"<label for="a">Name</label><input id="a">"#, theirs, ids()), Outcome::ButFor(_)));
    assert!(matches!(outcome(r#"<label for="c">Name</label><input id="a">"#, theirs, ids()), Outcome::Different(_)));
}
