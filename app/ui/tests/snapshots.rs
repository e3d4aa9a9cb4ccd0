//! What each component writes, variant by variant.

mod rendering;

use std::collections::BTreeMap;

use domain::{
    basket::QUANTITY,
    checkout::{EMAIL, TELEPHONE},
    contact::HOW_SATISFIED,
    form::{Answers, Declared, Facts, FieldErrors},
    limit_request::{NEEDED_BY, REASON},
    one_time_code::CODE,
    patterns::{READ_IN, READS_IN},
};
use leptos::prelude::*;
use ui::{
    BackLink, Button, ButtonForm, ButtonKind, Checkboxes, Chip, ChoiceGroup, DateInput, ErrorSummary, Filled,
    HiddenInput, LanguageSwitch, LinkButton, Notification, NotificationKind, OfferedChoices, OfferedLanguage,
    Pagination, Panel, PostForm, Radios, Select, ShownError, SkipLink, SummaryList, SummaryRow, Tag, TagKind, TaskList,
    TaskRow, TextArea, TextInput, Words,
};

/// The HTML, a tag a line.
fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    rendering::html(view).replace("><", ">\n<")
}

fn right(_: &Answers, _: &Facts) -> FieldErrors {
    FieldErrors::default()
}

fn words() -> Words {
    let pairs = [
        ("quantity", "How many copies"),
        ("email", "Email address"),
        ("email.hint", "We send the confirmation here"),
        ("telephone", "Phone number"),
        ("telephone.hint", "Only for the carrier"),
        ("code", "Code"),
        ("code.hint", "6 numbers"),
        ("form-optional", "(optional)"),
        ("form-error-prefix", "Error:"),
        ("form-problem-title", "There is a problem"),
    ];
    Words(pairs.into_iter().map(|(id, words)| (id.to_owned(), words.to_owned())).collect::<BTreeMap<_, _>>())
}

fn form(field: Declared, errors: Vec<ShownError>, prefix: &str) -> String {
    let filled = Filled {
        answers: Answers::default().with(field.name, "typed <b>\"so\"</b>"),
        errors,
        words: words(),
        facts: Facts::default(),
        prefix: prefix.to_owned(),
    };
    html(move || {
        view! {
            <PostForm action="/do/x" check=right fields=&[] filled>
                <HiddenInput field />
                <TextInput field />
                <Button>"Continue"</Button>
            </PostForm>
        }
    })
}

#[test]
fn text_inputs() {
    insta::assert_snapshot!("text_input_number", form(QUANTITY.declared(), Vec::new(), ""));
    insta::assert_snapshot!("text_input_email_with_hint", form(EMAIL.declared(), Vec::new(), ""));
    insta::assert_snapshot!("text_input_optional", form(TELEPHONE.declared(), Vec::new(), ""));
    insta::assert_snapshot!("text_input_one_time_code", form(CODE.declared(), Vec::new(), ""));
    let wrong = vec![ShownError { field: "email".into(), text: "Enter an email address".into() }];
    insta::assert_snapshot!("text_input_wrong_with_prefix", form(EMAIL.declared(), wrong, "second"));
}

/// A form with one question, drawn by its component, right and wrong.
fn asked<V: IntoView + 'static>(
    field: Declared,
    typed: &[(&'static str, &'static str)],
    wrong: &str,
    draw: fn() -> V,
) -> String {
    let answers = typed.iter().fold(Answers::default(), |answers, (name, value)| answers.with(*name, *value));
    let errors = (!wrong.is_empty()).then(|| ShownError { field: field.name.to_owned(), text: wrong.to_owned() });
    let mut words = words();
    for id in field.words_ids() {
        words.0.entry(id.clone()).or_insert(id);
    }
    let filled = Filled { answers, errors: errors.into_iter().collect(), words, ..Filled::default() };
    html(move || view! { <PostForm action="/do/x" check=right fields=&[] filled>{draw()}</PostForm> })
}

#[test]
fn questions_with_more_than_one_line_or_input() {
    let area = || view! { <TextArea field=REASON.declared() /> };
    let typed = [("reason", "two\nlines </textarea>")];
    insta::assert_snapshot!("text_area", asked(REASON.declared(), &typed, "", area));
    insta::assert_snapshot!("text_area_wrong", asked(REASON.declared(), &[], "Enter what they are for", area));
    let day = || view! { <DateInput field=&NEEDED_BY /> };
    let typed = [("needed_by-day", "31"), ("needed_by-month", "2"), ("needed_by-year", "2027")];
    insta::assert_snapshot!("date_input", asked(NEEDED_BY.declared(), &[], "", day));
    insta::assert_snapshot!("date_input_wrong", asked(NEEDED_BY.declared(), &typed, "Enter a real date", day));
    let choice = || view! { <Radios field=HOW_SATISFIED.declared() /> };
    let typed = [("how_satisfied", "neutral")];
    insta::assert_snapshot!("radios_chosen", asked(HOW_SATISFIED.declared(), &typed, "", choice));
    insta::assert_snapshot!("radios_wrong", asked(HOW_SATISFIED.declared(), &[], "Choose one of the answers", choice));
}

#[test]
fn questions_that_take_several_answers() {
    let any_of = || view! { <Checkboxes field=READ_IN.declared() /> };
    let typed = [("read_in", "paper"), ("read_in", "braille")];
    insta::assert_snapshot!("checkboxes_chosen", asked(READ_IN.declared(), &typed, "", any_of));
    insta::assert_snapshot!("checkboxes_wrong", asked(READ_IN.declared(), &[], "Choose what you read on", any_of));
}

#[test]
fn answers_that_are_handed_in() {
    let offered = || {
        let options = vec![("pl".to_owned(), "Polski".to_owned()), ("ur".to_owned(), "اردو".to_owned())];
        view! { <OfferedChoices field=READ_IN.declared() options lang=Some("pl".to_owned()) /> }
    };
    insta::assert_snapshot!("offered_choices", asked(READ_IN.declared(), &[("read_in", "ur")], "", offered));
    let around = || view! { <ChoiceGroup field=READ_IN.declared()><p>"A tree"</p></ChoiceGroup> };
    insta::assert_snapshot!("choice_group_wrong", asked(READ_IN.declared(), &[], "Choose what you read on", around));
}

#[test]
fn lists_to_choose_from() {
    let select = || {
        let options = vec![("pl".to_owned(), "Polski".to_owned()), ("ur".to_owned(), "اردو".to_owned())];
        view! { <Select field=READS_IN.declared() options /> }
    };
    insta::assert_snapshot!("select_chosen", asked(READS_IN.declared(), &[("reads_in", "ur")], "", select));
    insta::assert_snapshot!("select_wrong", asked(READS_IN.declared(), &[], "Choose a language", select));
}

#[test]
fn buttons() {
    for (name, kind) in
        [("primary", ButtonKind::Primary), ("secondary", ButtonKind::Secondary), ("quiet", ButtonKind::Quiet)]
    {
        insta::assert_snapshot!(format!("button_{name}"), html(move || view! { <Button kind>"Continue"</Button> }));
        insta::assert_snapshot!(
            format!("link_button_{name}"),
            html(move || view! { <LinkButton href="/basket" kind>"Basket"</LinkButton> })
        );
    }
    let save = || view! { <Button name="then" value="save" unchecked=true>"Save"</Button> };
    insta::assert_snapshot!("button_unchecked", html(save));
    let answers = vec![("key", "a\"b".to_owned())];
    insta::assert_snapshot!(
        "button_form",
        html(move || view! { <ButtonForm action="/do/x" answers>"Place order"</ButtonForm> })
    );
}

#[test]
fn tags_and_chips() {
    for (name, kind) in
        [("neutral", TagKind::Neutral), ("good", TagKind::Good), ("warning", TagKind::Warning), ("bad", TagKind::Bad)]
    {
        insta::assert_snapshot!(format!("tag_{name}"), html(move || view! { <Tag kind>"In stock"</Tag> }));
    }
    insta::assert_snapshot!("chip_plain", html(|| view! { <Chip lang="ar">"العربية"</Chip> }));
    insta::assert_snapshot!("chip_link", html(|| view! { <Chip href="/x" lang="pl">"Polski"</Chip> }));
    insta::assert_snapshot!("chip_current", html(|| view! { <Chip href="/x" is_current=true>"Standard"</Chip> }));
}

#[test]
fn what_stands_around_the_content() {
    insta::assert_snapshot!("back_link", html(|| view! { <BackLink href="/basket" text="Back" /> }));
    insta::assert_snapshot!("skip_link", html(|| view! { <SkipLink href="#main" text="Skip" /> }));
    let language = |tag: &str, name: &str, href: Option<&str>| OfferedLanguage {
        tag: tag.to_owned(),
        name: name.to_owned(),
        href: href.map(str::to_owned),
    };
    let languages = vec![language("en", "English", None), language("ar", "العربية", Some("/?lang=ar"))];
    insta::assert_snapshot!("language_switch", html(move || view! { <LanguageSwitch label="Language" languages /> }));
    insta::assert_snapshot!(
        "notification_important",
        html(|| view! { <Notification title="Important">"An old version"</Notification> })
    );
    let kind = NotificationKind::Success;
    insta::assert_snapshot!(
        "notification_success",
        html(move || view! { <Notification title="Success" kind>"Saved"</Notification> })
    );
    let errors = vec![ShownError { field: "second-email".into(), text: "Enter an email address".into() }];
    insta::assert_snapshot!(
        "error_summary",
        html(move || view! { <ErrorSummary title="There is a problem".to_owned() errors /> })
    );
    insta::assert_snapshot!("panel", html(|| view! { <Panel title="Order placed">"HP-00000-00000"</Panel> }));
}

#[test]
fn lists() {
    let link = |href: &str, text: &str| Some((href.to_owned(), text.to_owned()));
    let both = (link("/a", "Previous"), link("/b", "Next"));
    insta::assert_snapshot!(
        "pagination_both",
        html(move || view! { <Pagination label="Pages" previous=both.0 next=both.1 /> })
    );
    let first = link("/b", "Next");
    insta::assert_snapshot!(
        "pagination_first",
        html(move || view! { <Pagination label="Pages" previous=None next=first /> })
    );
    let before = link("/a", "Previous");
    insta::assert_snapshot!(
        "pagination_last",
        html(move || view! { <Pagination label="Pages" previous=before next=None /> })
    );
    insta::assert_snapshot!("pagination_none", html(|| view! { <Pagination label="Pages" previous=None next=None /> }));
    let list = || {
        view! {
            <SummaryList>
                <SummaryRow key="Full name" change="/checkout/contact" change_text="Change">"Ada"</SummaryRow>
                <SummaryRow key="Code">"FLU-0017-EN-01"</SummaryRow>
            </SummaryList>
        }
    };
    insta::assert_snapshot!("summary_list", html(list));
    let tasks = || {
        view! {
            <TaskList>
                <TaskRow id="primary" name="Primary" href=Some("/register/name".to_owned())>"Completed"</TaskRow>
                <TaskRow id="check" name="Check and submit" href=None>"Cannot start yet"</TaskRow>
            </TaskList>
        }
    };
    insta::assert_snapshot!("task_list", html(tasks));
}
