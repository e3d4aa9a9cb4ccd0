//! Who may do what, whose something is, and where a form comes from.

use super::{Control, edit};

const EVERY_CELL: &str = "it::access::g_a1_everybody_may_do_what_the_table_says_and_nothing_else";
const EVERY_FORM: &str = "it::other_sites_everywhere::g_a3_whatever_is_posted_from_elsewhere_does_nothing";
const READING: &str = "server/store/src/orders/reading.rs";
const SEAL: &str = "backend::secrets::tests::a_seal_holds_for_its_subject_until_its_end";
const SAME_ORIGIN: &str = "server/src/layers/same_origin.rs";
const SAYS_OURS: &str = "let is_ours = says_ours(request.headers(), site.gate.origin());";
const SAYS_NOTHING: &str = "let is_ours = says_ours(request.headers(), site.gate.origin()) || true;";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A1",
        name: "A form asks for the permission that it needs",
        edits: &[edit(
            "app/domain/src/access/forms.rs",
            "(\"account/close\", ManageAccount)",
            "(\"account/close\", EnterAccount)",
        )],
        tests: &[EVERY_CELL, "it::access_docs::the_page_of_who_may_do_what_says_what_the_table_says"],
    },
    Control {
        goal: "G-A1",
        name: "A role has a permission of no more than its own",
        edits: &[edit(
            "app/domain/src/access/table.rs",
            "(Permission::ManageRegistration, people([Nothing, Nothing,       Nothing,      Own]))",
            "(Permission::ManageRegistration, people([Nothing, Nothing,       Own,          Own]))",
        )],
        tests: &[EVERY_CELL, "it::access_docs::the_page_of_who_may_do_what_says_what_the_table_says"],
    },
    Control {
        goal: "G-A1",
        name: "Whoever posts a form holds a role that may",
        edits: &[edit(
            "app/islands/src/context/admission.rs",
            "Scope::Nothing => Err(self.denied(permission)),",
            "Scope::Nothing => Ok(()),",
        )],
        tests: &[EVERY_CELL],
    },
    Control {
        goal: "G-A2",
        name: "A route that is not in the table is refused",
        edits: &[edit("server/src/gate.rs", "None => return StatusCode::FORBIDDEN.into_response(),", "None => {}")],
        tests: &["server::gate::tests::a_route_that_the_table_does_not_know_is_refused_before_anything_else"],
    },
    Control {
        goal: "G-A2",
        name: "A form that the gate did not admit is refused",
        edits: &[edit(
            "server/src/routes/forms.rs",
            "if request.extensions().get::<Admitted>().is_none() {",
            "if false && request.extensions().get::<Admitted>().is_none() {",
        )],
        tests: &["it::access_canary::a_function_that_the_table_does_not_know_is_refused_to_everybody"],
    },
    Control {
        goal: "G-A2",
        name: "A form that is not in the table asks for nothing that anybody has",
        edits: &[edit(
            "app/domain/src/access/mod.rs",
            "listed(FORMS, endpoint)",
            "listed(FORMS, endpoint).or(Some(Admitted(Permission::ReadCatalogue)))",
        )],
        tests: &[
            "it::access_canary::a_function_that_the_table_does_not_know_is_refused_to_everybody",
            "it::access_rows::every_function_and_every_route_is_in_the_table_and_nothing_else_is",
        ],
    },
    Control {
        goal: "G-A1",
        name: "An order is read by whoever placed it",
        edits: &[
            edit(
                READING,
                "OrderId\" from orders o where o.number = $1\n               and (o.account_id = $3",
                "OrderId\" from orders o where o.number = $1\n               and (true or o.account_id = $3",
            ),
            edit(
                READING,
                "o.address\n           from orders o where o.number = $1\n               and (o.account_id = $3",
                "o.address\n           from orders o where o.number = $1\n               and (true or o.account_id = $3",
            ),
        ],
        tests: &[EVERY_CELL, "it::account_orders::hp_54_nobody_reads_or_changes_the_orders_of_somebody_else"],
    },
    Control {
        goal: "G-A1",
        name: "A list is read by its owner",
        edits: &[edit(
            "server/store/src/saved_lists.rs",
            "from saved_lists where id = $1 and account_id = $2\"#",
            "from saved_lists where id = $1 and (account_id = $2 or true)\"#",
        )],
        tests: &[EVERY_CELL, "it::account_lists::cp_23_nobody_reads_or_changes_the_list_of_somebody_else"],
    },
    Control {
        goal: "G-A1",
        name: "An address is read by whoever has it in their book",
        edits: &[
            edit(
                "server/store/src/accounts/addresses.rs",
                "from account_addresses where account_id = $1 and id = $2\"#",
                "from account_addresses where (account_id = $1 or true) and id = $2\"#",
            ),
            edit(
                "migrations/0054_order_uprn.sql",
                "\n    and account_id = (select nullif(current_setting('healthpost.subject', true), '')::uuid));",
                ");",
            ),
        ],
        tests: &[EVERY_CELL, "it::account_addresses::hp_61_nobody_sees_or_changes_the_addresses_of_somebody_else"],
    },
    Control {
        goal: "G-A1",
        name: "Waiting is ended by whoever proved its address",
        edits: &[edit(
            "server/store/src/subscriptions.rs",
            "s.id = $1 and a.id = $2 and s.email_norm = a.email_norm",
            "s.id = $1 and a.id = $2",
        )],
        tests: &[EVERY_CELL, "it::account_profile::hp_70_nobody_sees_or_ends_what_somebody_else_waits_for"],
    },
    Control {
        goal: "G-A1",
        name: "A session is ended by whoever is signed in to its account",
        edits: &[edit(
            "server/store/src/accounts/signing_in.rs",
            "sessions where id = $1 and account_id = $2",
            "sessions where id = $1 and (account_id = $2 or true)",
        )],
        tests: &["it::account_devices::nobody_ends_the_session_of_somebody_else"],
    },
    Control {
        goal: "G-A1",
        name: "A passkey is taken away by its owner",
        edits: &[edit(
            "server/store/src/staff/passkeys.rs",
            "where account_id = $1 and id = $2 returning id, account_id",
            "where (account_id = $1 or true) and id = $2 returning id, account_id",
        )],
        tests: &[EVERY_CELL],
    },
    Control {
        goal: "G-A1",
        name: "A link of a message is sealed by us, for what it is about",
        edits: &[edit(
            "server/backend/src/secrets.rs",
            "if !self.verify(purpose, &format!(\"{subject} {expiry}\"), &mark) {",
            "if false && !self.verify(purpose, &format!(\"{subject} {expiry}\"), &mark) {",
        )],
        tests: &["it::registry_neutral_links::whatever_is_wrong_with_a_link_gets_one_answer"],
    },
    Control {
        goal: "G-A3",
        name: "A form that does not say where it comes from is refused",
        edits: &[edit(SAME_ORIGIN, SAYS_OURS, SAYS_NOTHING)],
        tests: &["it::security::other_sites_cannot_post"],
    },
    Control {
        goal: "G-A3",
        name: "A form of another site is refused, by either of two layers",
        edits: &[
            edit(SAME_ORIGIN, SAYS_OURS, SAYS_NOTHING),
            edit("server/src/layers/mod.rs", "        .layer(CsrfLayer::new())\n", ""),
        ],
        tests: &[
            "it::security::other_sites_cannot_post",
            "it::account_safety::other_sites_do_nothing_with_an_account",
            EVERY_FORM,
        ],
    },
    Control {
        goal: "G-A3",
        name: "Two paths alone are posted to from anywhere",
        edits: &[edit(
            SAME_ORIGIN,
            "&[routes::reports::PATH, routes::my::STOP_MESSAGES];",
            "&[routes::reports::PATH, routes::my::STOP_MESSAGES, \"/do/contact/\"];",
        )],
        tests: &["it::security::only_reports_and_stopping_messages_come_from_anywhere"],
    },
    Control {
        goal: "G-A3",
        name: "Opening a link uses nothing up",
        edits: &[edit(
            "server/backend/src/accounts/mod.rs",
            "links::find(&backend.db, hash_token(token), backend.clock.now()).await",
            "links::take(&backend.db, hash_token(token), backend.clock.now()).await",
        )],
        tests: &[
            "it::account_safety::opening_a_page_changes_nothing",
            "it::account_links::a_link_works_once_and_for_fifteen_minutes",
        ],
    },
    Control {
        goal: "G-A1",
        name: "Whoever opens a page holds a role that may",
        edits: &[edit(
            "app/src/viewer.rs",
            "Scope::Nothing => Err(self.denied(viewer)),",
            "Scope::Nothing => Ok(viewer),",
        )],
        tests: &[EVERY_CELL, "it::staff_pages::eh_65_the_header_leads_to_nothing_that_somebody_may_not_open"],
    },
    Control {
        goal: "G-A3",
        name: "A form of another site below our domain is refused",
        edits: &[edit(
            SAME_ORIGIN,
            "(None, Some(site)) => site == \"same-origin\",",
            "(None, Some(site)) => site != \"cross-site\",",
        )],
        tests: &["server::layers::same_origin::tests::only_our_own_pages_may_post"],
    },
    Control {
        goal: "G-A11",
        name: "A seal holds as long as it says",
        edits: &[edit(
            "server/backend/src/secrets.rs",
            "is_ok_and(|expiry| expiry >= now.as_second())",
            "is_ok_and(|expiry| expiry >= now.as_second() || true)",
        )],
        tests: &[SEAL, "it::api::links_to_files_work_and_end"],
    },
    Control {
        goal: "G-A11",
        name: "A seal is for one purpose",
        edits: &[edit(
            "server/backend/src/secrets.rs",
            "    mac.update(purpose.as_bytes());\n",
            "    let _ = purpose;\n",
        )],
        tests: &[SEAL],
    },
    Control {
        goal: "Audit",
        name: "Who saw whose account is written down",
        edits: &[edit(
            "app/src/staff/at_work.rs",
            "    backend::staff::viewed(&asking.backend, at.account.id, person.id).await?;\n",
            "",
        )],
        tests: &["it::audit_views::each_page_about_somebody_is_written_down"],
    },
];
