//! What is read of a request, and kept of it, before anybody answers it.

use axum::http::{HeaderMap, HeaderValue, header};
use domain::{
    checkout::{ConfirmEmail, SendCode},
    contact::ContactUs,
    form::{Answers, Form},
};
use islands::context::{SentForm, accepted_languages};

fn sent<F: Form>(answers: &Answers) -> Option<Vec<(&'static str, String)>> {
    let form = SentForm::default();
    form.fill::<F>("/do/x", answers);
    form.get().map(|sent| sent.answers.clone())
}

#[test]
fn only_what_a_form_asks_and_nothing_secret_is_given_back() {
    let answers = Answers::default().with("support_summary", "x".repeat(5_000)).with("is_admin", "true");
    let kept = sent::<ContactUs>(&answers).expect("an answer");
    assert_eq!(kept, [("support_summary", "x".repeat(5_000))], "too long, and as it was sent");
    assert_eq!(sent::<ContactUs>(&Answers::default()), None);
    assert_eq!(sent::<ConfirmEmail>(&Answers::default().with("code", "123456")), None, "codes are secret");
    assert_eq!(sent::<SendCode>(&Answers::default()), Some(Vec::new()), "a button asks nothing");
}

fn accepted(header: &'static str) -> Vec<String> {
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(header));
    accepted_languages(&headers).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_heaviest_language_comes_first_and_refused_ones_not_at_all() {
    assert_eq!(accepted("en;q=0.3, pl-PL, fr;q=0.8"), ["pl-PL", "fr", "en"]);
    assert_eq!(accepted("cy, en;q=0, fr;q=0.000, ar; q=0.5"), ["cy", "ar"]);
    assert_eq!(accepted("pl;q=many, en;q=0.9, fr;q=NaN,, ;q=1"), ["pl", "fr", "en"]);
    assert!(accepted("").is_empty());
}
