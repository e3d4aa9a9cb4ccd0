//! How often something is tried, asked for or sent, by whom, and where that is counted.

use super::{Control, edit};

const CODES: &str = "server/backend/src/email_codes.rs";
const NETWORKS: &str = "server/backend/src/networks.rs";
const CODES_OF_NETWORK: &str = "it::registry_limits::a_network_that_asked_for_too_many_codes_or_tried_too_many_waits";
const SIGNS_UP: &str = "it::account_limits::a_network_signs_up_five_times_an_hour";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A10",
        name: "What is counted counts for all programs over one database",
        edits: &[edit(
            NETWORKS,
            "store::rate_counters::count(&backend.db, subject, minutes, now)",
            "store::rate_counters::count(&backend.db, &format!(\"{backend:p} {subject}\"), minutes, now)",
        )],
        tests: &[
            SIGNS_UP,
            "it::staff_limits::g_a10_an_address_is_tried_three_times_in_a_quarter_of_an_hour",
            "it::write_limits::cp_56_two_programs_count_as_one",
        ],
    },
    Control {
        goal: "G-A10",
        name: "A network of version 6 is the first half of its addresses",
        edits: &[edit(NETWORKS, "format!(\"{a:x}:{b:x}:{c:x}:{d:x}::/64\")", "address.to_string()")],
        tests: &["backend::networks::tests::eh_44_a_network_is_an_address_or_its_first_half"],
    },
    Control {
        goal: "G-A10",
        name: "Whoever is signed in as staff has five tries at proving it in a quarter of an hour",
        edits: &[edit(
            "server/backend/src/staff/confirming.rs",
            "    networks::count_subject(backend, &format!(\"staff-confirm:{account}\"), TRIES).await?;\n",
            "",
        )],
        tests: &["it::staff_limits::g_a10_who_is_signed_in_proves_it_five_times_in_a_quarter_of_an_hour"],
    },
    Control {
        goal: "G-A10",
        name: "A network is sent to the provider so often an hour",
        edits: &[edit(
            "server/backend/src/provider/flow.rs",
            "    networks::count(backend, asks.from, \"staff-provider\", NETWORK_HOPS_PER_HOUR).await?;\n",
            "",
        )],
        tests: &["it::staff_provider_faults::a_network_is_not_sent_there_without_end"],
    },
    Control {
        goal: "G-A10",
        name: "A network presses sixty links to accounts an hour",
        edits: &[edit(
            "server/backend/src/accounts/entering.rs",
            "    networks::count(backend, browser.from, \"account-link-open\", NETWORK_PRESSES_PER_HOUR).await?;\n",
            "",
        )],
        tests: &["it::account_limits::a_network_that_guesses_at_links_waits"],
    },
    Control {
        goal: "G-A10",
        name: "An account asks for another address five times an hour",
        edits: &[edit(
            "server/backend/src/accounts/email.rs",
            "    networks::count_subject(backend, &format!(\"account-email:{}\", owner.account), ASKED).await?;\n",
            "",
        )],
        tests: &["it::account_email_both::an_account_asks_for_five_changes_an_hour"],
    },
    Control {
        goal: "G-A10",
        name: "Everything that is held of somebody is downloaded five times an hour",
        edits: &[edit(
            "server/backend/src/exports.rs",
            "const DOWNLOADS: (i32, i32) = (5, 60);",
            "const DOWNLOADS: (i32, i32) = (5_000, 60);",
        )],
        tests: &[
            "it::data_limits::g_a10_an_account_is_downloaded_five_times_an_hour",
            "it::data_limits::g_a10_a_registration_is_downloaded_five_times_an_hour",
        ],
    },
    Control {
        goal: "G-A10",
        name: "A network asks for so many codes an hour",
        edits: &[edit(
            CODES,
            "networks::count(backend, from, \"email-code-net\", NETWORK_CODES_PER_HOUR).await",
            "let _ = (backend, from);\n    Ok(())",
        )],
        tests: &[CODES_OF_NETWORK, "it::registry_limits::nobody_comes_from_elsewhere_by_saying_so"],
    },
    Control {
        goal: "G-A10",
        name: "A network tries so many codes an hour",
        edits: &[edit(
            CODES,
            "networks::count(backend, from, \"email-code-try-net\", NETWORK_TRIES_PER_HOUR).await",
            "let _ = (backend, from);\n    Ok(())",
        )],
        tests: &[CODES_OF_NETWORK],
    },
    Control {
        goal: "G-A10",
        name: "A network sends thirty registrations an hour",
        edits: &[edit(
            "server/backend/src/registry/rates.rs",
            "        counted.push((format!(\"register-from:{}\", network(from)), NETWORK_MINUTES, PER_NETWORK));\n",
            "",
        )],
        tests: &["it::registry_limits::eh_44_a_network_that_signed_up_too_often_waits_and_keeps_its_answers"],
    },
    Control {
        goal: "G-A10",
        name: "A network has sixty letters about drafts written an hour",
        edits: &[edit(
            "server/backend/src/registry/saving/letters.rs",
            "    networks::count(backend, writer.from, \"draft-letter-net\", NETWORK_LETTERS_PER_HOUR).await?;\n",
            "",
        )],
        tests: &["it::registry_limits::eh_44_a_network_that_had_too_many_letters_written_waits_and_keeps_its_answers"],
    },
    Control {
        goal: "G-A10",
        name: "An order is looked for ten times in a quarter of an hour",
        edits: &[edit(
            "server/backend/src/orders/track.rs",
            "if tries > TRACK_TRIES {",
            "if false && tries > TRACK_TRIES {",
        )],
        tests: &["it::tracking::tracking_ends_after_ten_tries"],
    },
    Control {
        goal: "G-A10",
        name: "An address searches, and downloads many things, so often a minute",
        edits: &[edit(
            "server/src/layers/address_rate.rs",
            "counted.wait(client.0)) {",
            "counted.wait(client.0)).filter(|_| false) {",
        )],
        tests: &[
            "server::layers::address_rate::tests::one_address_is_stopped_and_others_are_not",
            "server::layers::address_rate::tests::zips_and_dumps_are_counted_together_and_apart_from_searches",
        ],
    },
];
