//! What is read of a form, and what an answer says.

use super::{Control, edit};

const HEADERS: &str = "server/src/layers/security_headers.rs";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A5",
        name: "A page takes the answers to its own questions alone",
        edits: &[
            edit(
                "app/domain/src/registry/forms.rs",
                "let typed = answers.only(step.fields());",
                "let typed = answers.clone();",
            ),
            edit(
                "server/backend/src/registry/updating.rs",
                "let sent = with_unsent(form, &register, &whole);",
                "let sent = with_unsent(form, &register, &whole);\n    for (name, values) in sent.iter() {\n        \
                 typed.answers.replace(name, values.to_vec());\n    }",
            ),
        ],
        tests: &["it::registry_my::eh_50_what_is_not_sent_stays"],
    },
    Control {
        goal: "G-A5",
        name: "Of what was refused only the answers to questions are kept, and no password",
        edits: &[edit("app/domain/src/form/mod.rs", "answers.only(Self::FIELDS)\n", "answers.clone()\n")],
        tests: &["it::account_passwords::a_password_is_long_and_not_among_the_first_that_others_try"],
    },
    Control {
        goal: "G-A6",
        name: "No word of a failure leaves the service",
        edits: &[
            edit(
                "server/src/layers/request_log.rs",
                "    StatusCode::INTERNAL_SERVER_ERROR.into_response()\n",
                "    (StatusCode::INTERNAL_SERVER_ERROR, message.unwrap_or(\"unknown\").to_owned()).into_response()\n",
            ),
            edit(
                "server/src/layers/error_pages.rs",
                "let is_failure = status.is_client_error() || status.is_server_error();",
                "let is_failure = status.is_client_error();",
            ),
        ],
        tests: &[
            "it::failures::a_panic_is_a_page_without_internals",
            "it::leaks::every_failure_is_one_page_and_a_reference",
        ],
    },
    Control {
        goal: "G-H1",
        name: "Nobody shows our pages in a frame",
        edits: &[edit(HEADERS, "frame-ancestors 'none'; ", "")],
        tests: &["it::security::every_answer_carries_the_headers"],
    },
    Control {
        goal: "G-H1",
        name: "Pages of whoever is signed in are stored nowhere",
        edits: &[edit(
            HEADERS,
            "headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(\"no-store\"));",
            "",
        )],
        tests: &["it::account_safety::pages_of_an_account_are_kept_by_nobody"],
    },
];
