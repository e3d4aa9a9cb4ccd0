//! Every form there is, answered rightly.

use domain::{
    form::{Form, Kind},
    forms::{AsksEach, each},
};

/// Every form with its text questions and answers that are right.
pub const FORMS: &[(&str, &[(&str, &str)])] = &[
    ("/do/basket/add", &[("edition", "MEA-1-EN"), ("quantity", "1"), ("page", "/publications/measles-leaflet")]),
    ("/do/basket/change", &[("edition", "MEA-1-EN"), ("line_quantity", "2")]),
    ("/do/basket/swap", &[("edition", "MEA-1-EN")]),
    ("/do/checkout/begin", &[]),
    ("/do/checkout/begin-partial", &[]),
    (
        "/do/checkout/delivery",
        &[
            ("address_line1", "1 Some Street"),
            ("address_line2", ""),
            ("address_line3", ""),
            ("city", "Leeds"),
            ("county", ""),
            ("postcode", "LS1 4AP"),
        ],
    ),
    ("/do/checkout/contact", &[("full_name", "Ada"), ("email", "ada@example.com"), ("telephone", "")]),
    ("/do/checkout/code", &[("code", "123456")]),
    ("/do/checkout/send-code", &[]),
    ("/do/checkout/place", &[("key", "0123456789abcdef")]),
    ("/do/orders/track", &[("order_number", "HP-00000-00000"), ("order_email", "ada@example.com")]),
    ("/do/orders/track-link", &[("order_link", "x"), ("order_seal", "1.x")]),
    ("/do/orders/change-line", &[("order", "HP-00000-00000"), ("edition", "MEA-1-EN"), ("line_quantity", "2")]),
    ("/do/orders/add-line", &[("order", "HP-00000-00000"), ("added_code", "MEA-1-EN"), ("quantity", "1")]),
    (
        "/do/orders/redirect",
        &[
            ("order", "HP-00000-00000"),
            ("address_line1", "1 Some Street"),
            ("address_line2", ""),
            ("address_line3", ""),
            ("city", "Leeds"),
            ("county", ""),
            ("postcode", "LS1 4AP"),
        ],
    ),
    (
        "/do/orders/ask-for-more",
        &[
            ("edition", "MEA-1-EN"),
            ("asked_quantity", "40"),
            ("reason", "A health fair for forty families"),
            ("needed_by-day", "1"),
            ("needed_by-month", "2"),
            ("needed_by-year", "2027"),
            ("full_name", "Ada"),
            ("asker_email", "ada@example.com"),
        ],
    ),
    (
        "/do/waiting/tell-me",
        &[("edition", "MEA-1-EN"), ("waiting_email", "ada@example.com"), ("page", "/publications/measles-leaflet")],
    ),
    (
        "/do/contact/message",
        &[
            ("support_summary", "A question"),
            ("support_message", "Where is it?"),
            ("contact_name", "Ada"),
            ("contact_email", "ada@example.com"),
        ],
    ),
    (
        "/do/contact/feedback",
        &[
            ("how_satisfied", "neutral"),
            ("would_recommend", "Yes"),
            ("where_did_you_hear", "At work"),
            ("why_did_you_come", "For posters"),
            ("did_you_get_what_you_wanted", "Yes"),
            ("improve_our_service", "More of it"),
        ],
    ),
    ("/do/orders/cancel", &[("order", "HP-00000-00000")]),
    (
        "/do/patterns/try",
        &[
            ("reader", "Ada"),
            ("read_in", "paper"),
            ("reads_in", "pl"),
            ("read_best_in", "screen"),
            ("reads_since-day", "1"),
            ("reads_since-month", "2"),
            ("reads_since-year", "2020"),
            ("reader_note", "x"),
        ],
    ),
    ("/do/waiting/confirm", &[("subscription", "x"), ("subscription_seal", "1.x")]),
    ("/do/waiting/end", &[("subscription", "x"), ("subscription_seal", "1.x")]),
    (
        "/do/register/answer",
        &[
            ("step", "name"),
            ("draft_version", "0"),
            ("then", "continue"),
            ("first_name", "Ada"),
            ("last_name", "Lovelace"),
        ],
    ),
    (
        "/do/register/answer",
        &[("step", "postal-code"), ("draft_version", "0"), ("then", "continue"), ("postal_code", "V8W 9W2")],
    ),
    (
        "/do/register/answer",
        &[
            ("step", "phones"),
            ("draft_version", "0"),
            ("primary_phone", "250 555 0142"),
            ("primary_phone_ext", "12"),
            ("secondary_phone", "250 555 0143"),
            ("secondary_phone_ext", "13"),
        ],
    ),
    ("/do/register/answer", &[("step", "email"), ("draft_version", "0"), ("email", "ada@example.com")]),
    ("/do/register/answer", &[("step", "profession"), ("draft_version", "0"), ("stream", "Nurse")]),
    ("/do/register/answer", &[("step", "job-title"), ("draft_version", "0"), ("non_clinical_job_title", "Driver")]),
    ("/do/register/answer", &[("step", "specialties"), ("draft_version", "0"), ("specialties", "RegisteredNurse")]),
    (
        "/do/register/answer",
        &[("step", "subspecialties/RegisteredNurse"), ("draft_version", "0"), ("subspecialties", "Cardiovascular")],
    ),
    (
        "/do/register/answer",
        &[("step", "registration-status"), ("draft_version", "0"), ("registration_status", "registered")],
    ),
    (
        "/do/register/answer",
        &[("step", "registration-number"), ("draft_version", "0"), ("regulator", ""), ("registration_number", "RN 12")],
    ),
    (
        "/do/register/answer",
        &[("step", "employment"), ("draft_version", "0"), ("current_employment", "healthSectorEmployed")],
    ),
    ("/do/register/answer", &[("step", "employers"), ("draft_version", "0"), ("employers", "fraser")]),
    (
        "/do/register/answer",
        &[("step", "circumstance"), ("draft_version", "0"), ("employment_circumstance", "retired")],
    ),
    ("/do/register/answer", &[("step", "anywhere"), ("draft_version", "0"), ("deploy_anywhere", "no")]),
    ("/do/register/answer", &[("step", "locations"), ("draft_version", "0"), ("locations", "Hope")]),
    (
        "/do/register/answer",
        &[
            ("step", "experience"),
            ("draft_version", "0"),
            ("has_indigenous_experience", "yes"),
            ("has_remote_rural_experience", "no"),
            ("has_sanyas_training", "no"),
        ],
    ),
    ("/do/register/answer", &[("step", "placements"), ("draft_version", "0"), ("placement_options", "homeSupport")]),
    ("/do/register/answer", &[("step", "immunization"), ("draft_version", "0"), ("has_immunization_training", "yes")]),
    ("/do/register/answer", &[("step", "duration"), ("draft_version", "0"), ("deployment_duration", "oneWeek")]),
    ("/do/register/answer", &[("step", "hours"), ("draft_version", "0"), ("deployment_types", "fullTime")]),
    ("/do/register/answer", &[("step", "deployed-before"), ("draft_version", "0"), ("has_previous_deployment", "yes")]),
    (
        "/do/register/answer",
        &[
            ("step", "last-deployment"),
            ("draft_version", "0"),
            ("last_deployment_date-day", "27"),
            ("last_deployment_date-month", "3"),
            ("last_deployment_date-year", "2024"),
            ("last_deployed_authority", "fraser"),
        ],
    ),
    ("/do/register/start", &[]),
    ("/do/register/save", &[("save_email", "ada@example.com")]),
    ("/do/register/resume", &[("resume_email", "ada@example.com")]),
    ("/do/register/resume-code", &[("code", "123456")]),
    ("/do/register/resume-code-again", &[]),
    ("/do/register/resume-link", &[("draft_link", "x"), ("draft_seal", "1.x")]),
    ("/do/register/which", &[("keep_draft", "earlier")]),
    ("/do/register/settle", &[("settle", "stored")]),
    ("/do/register/discard", &[("draft_link", "x"), ("draft_seal", "1.x")]),
    (
        "/do/register/send",
        &[
            ("draft_version", "0"),
            ("certification", "yes"),
            ("consents", "sms"),
            ("human_check", "salt.1.100000.1795000000.bWFyaw"),
        ],
    ),
    ("/do/register/human-code", &[]),
    ("/do/register/human-code-confirm", &[("code", "123456")]),
    ("/do/register/confirm", &[("registrant", "x"), ("registrant_seal", "1.x")]),
    ("/do/my/sign-in", &[("sign_in_email", "ada@example.com")]),
    ("/do/my/code", &[("code", "123456")]),
    ("/do/my/code-again", &[]),
    ("/do/my/link", &[("sign_in_token", "x")]),
    ("/do/my/sign-out", &[]),
    ("/do/my/sign-out-everywhere", &[]),
    ("/do/my/change", &[("step", "name"), ("draft_version", "1"), ("first_name", "Ada"), ("last_name", "Lovelace")]),
    ("/do/my/settle", &[("settle", "typed")]),
    ("/do/my/discard", &[]),
    ("/do/my/consents", &[("consents", "sms")]),
    (
        "/do/my/deployment",
        &[
            ("deployed", "yes"),
            ("deployed_from-day", "1"),
            ("deployed_from-month", "8"),
            ("deployed_from-year", "2026"),
            ("deployed_until-day", "2"),
            ("deployed_until-month", "8"),
            ("deployed_until-year", "2026"),
        ],
    ),
    ("/do/my/email", &[("new_email", "ada@example.org")]),
    ("/do/my/email-code", &[("code", "123456")]),
    ("/do/my/undo-email", &[("registrant", "x"), ("registrant_seal", "1.x")]),
    ("/do/my/still-right", &[("registrant", "x"), ("registrant_seal", "1.x")]),
    ("/do/my/still-right-here", &[]),
    ("/do/my/stop-messages", &[("registrant", "x"), ("registrant_seal", "1.x")]),
    ("/do/my/resume-messages", &[("registrant", "x"), ("registrant_seal", "1.x")]),
    (
        "/do/my/withdraw",
        &[("withdrawal_reason", "other"), ("withdrawal_text", "I moved"), ("link_registrant", ""), ("link_seal", "")],
    ),
    ("/do/my/rejoin", &[]),
    ("/do/my/erase-code", &[]),
    ("/do/my/erase", &[("code", "123456")]),
    ("/do/my/choose", &[("keep_registration", "new")]),
];

/// The names of the inputs of each form, sorted.
struct Asked(Vec<Vec<&'static str>>);

impl AsksEach for Asked {
    fn ask<F: Form>(&mut self) {
        // A day is answered in its parts.
        let inputs = F::FIELDS.iter().filter(|field| field.kind != Kind::Date);
        self.0.push(sorted(inputs.map(|field| field.name)));
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut sorted: Vec<T> = items.collect();
    sorted.sort();
    sorted
}

#[test]
fn every_question_of_every_form_is_answered() {
    let mut asked = Asked(Vec::new());
    each(&mut asked);
    let answered = FORMS.iter().map(|(_, answers)| sorted(answers.iter().map(|(name, _)| *name)));
    assert_eq!(sorted(answered), sorted(asked.0.into_iter()));
}
