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
        name: "Browsers keep nothing of whoever signs out",
        edits: &[edit("app/islands/src/context/mod.rs", "if begun.is_left {", "if false && begun.is_left {")],
        tests: &["it::cleared::browsers_keep_nothing_of_whoever_signs_out"],
    },
    Control {
        goal: "G-A8",
        name: "A form leads back to pages of a closed list",
        edits: &[edit(
            "app/domain/src/paths/mod.rs",
            "if plain && known {",
            "if plain && (known || text.starts_with('/')) {",
        )],
        tests: &["domain::paths::tests::a_form_cannot_lead_away"],
    },
    Control {
        goal: "G-A8",
        name: "An address without its last slash is one of ours",
        edits: &[edit(
            "app/domain/src/paths/former.rs",
            "(page != path && stays_here(page))",
            "(page != path && (true || stays_here(page)))",
        )],
        tests: &["domain::paths::former::tests::what_ends_with_a_slash_leads_to_the_same_page_and_never_away"],
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
        tests: &[
            "it::account_safety::pages_of_an_account_are_kept_by_nobody",
            "it::staff_safety::g_a3_opening_a_page_of_staff_changes_nothing_and_nobody_keeps_it",
        ],
    },
    Control {
        goal: "G-A5",
        name: "Of two answers to one question none counts",
        edits: &[edit(
            "app/domain/src/form/reader.rs",
            "if given.iter().any(|other| other != first) {",
            "if false && given.iter().any(|other| other != first) {",
        )],
        tests: &[
            "domain::staff::passkey_forms::tests::cp_46_an_answer_of_a_passkey_is_json_and_is_not_kept",
            "it::staff_safety::g_a5_what_a_form_does_not_ask_gives_nobody_anything",
        ],
    },
    Control {
        goal: "G-A5",
        name: "Names that no form of ours has are not read",
        edits: &[edit("server/src/layers/form_body.rs", "if !is_ours {", "if false && !is_ours {")],
        tests: &["server::layers::form_body::tests::repeated_names_become_lists_and_strange_ones_go"],
    },
    Control {
        goal: "G-A6",
        name: "What is refused is told in words of ours alone",
        edits: &[edit(
            "server/src/layers/error_pages.rs",
            "let is_failure = status.is_client_error() || status.is_server_error();",
            "let is_failure = status.is_server_error();",
        )],
        tests: &["it::leaks::every_failure_is_one_page_and_a_reference"],
    },
    Control {
        goal: "G-A6",
        name: "A failure leads nobody elsewhere",
        edits: &[edit(
            "server/src/layers/error_pages.rs",
            "(is_of_kind(&response, kind) && !response.headers().contains_key(header::LOCATION))",
            "is_of_kind(&response, kind)",
        )],
        tests: &["it::leaks::every_failure_is_one_page_and_a_reference"],
    },
    Control {
        goal: "G-A11",
        name: "Other sites are told none of our addresses",
        edits: &[edit(HEADERS, "(\"referrer-policy\", \"same-origin\"),", "(\"referrer-policy\", \"unsafe-url\"),")],
        tests: &[
            "it::security::every_answer_carries_the_headers",
            "it::staff_safety::g_a3_opening_a_page_of_staff_changes_nothing_and_nobody_keeps_it",
        ],
    },
    Control {
        goal: "G-A11",
        name: "The log names routes, and no address that somebody opened",
        edits: &[edit(
            "server/src/layers/request_log.rs",
            "request.extensions().get::<MatchedPath>().map_or(\"\", MatchedPath::as_str).to_owned();",
            "request.uri().path().to_owned();",
        )],
        tests: &[
            "it::staff_canary::nothing_that_staff_sign_in_with_stands_anywhere_in_the_clear",
            "it::tokens::what_opens_something_is_long_and_neither_stored_nor_logged",
        ],
    },
];
