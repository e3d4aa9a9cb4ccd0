//! The second line: what the database shows, to whom, and lets the program do; and what holds for every write.

use super::{Control, edit};

const ROLES: &str = "migrations/0050_database_roles.sql";
const OWN_DATA: &str = "migrations/0053_own_data.sql";
const FORGOT: &str = "it::database_subjects::work_that_forgot_its_scope_sees_nothing_and_the_doctor_knows_the_role";
const NO_FILTER: &str = "it::database_subjects::rp_38_scope_holds_with_the_query_filter_removed";
const OWN_ROWS: &str = "it::database_subjects::rp_38_whoever_looks_after_something_sees_their_own_rows_and_no_others";
const PURPOSES: &str = "it::database_roles::rp_38_each_purpose_sees_its_tables_and_no_other";
const TOLD: &str = "it::database_subjects::a_connection_knows_its_task_and_forgets_it_when_it_comes_back";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "RP-38",
        name: "A purpose sees the tables that it needs and no other",
        edits: &[edit(
            ROLES,
            "findable constant text[] := array['place an order',",
            "findable constant text[] := array['keep a basket', 'place an order',",
        )],
        tests: &[PURPOSES, FORGOT],
    },
    Control {
        goal: "RP-38",
        name: "Where no purpose was said there are no rows",
        edits: &[edit(
            ROLES,
            "'((select current_setting(''healthpost.scope'', true)) = any (%L::text[]))', one.name, one.purposes);",
            "'(true)', one.name, one.purposes);",
        )],
        tests: &[PURPOSES, FORGOT, "it::database_roles::where_nothing_was_said_nothing_is_written"],
    },
    Control {
        goal: "RP-38",
        name: "Whoever looks after something sees their own rows",
        edits: &[edit(ROLES, "any (%L::text[]) and (%s))',", "any (%L::text[]))',")],
        tests: &[PURPOSES, OWN_ROWS, NO_FILTER],
    },
    Control {
        goal: "RP-38",
        name: "Whoever looks after an account sees of guests' orders those of its address",
        edits: &[edit(
            OWN_DATA,
            "'(select a.email_norm from public.accounts a where",
            "'any (select a.email_norm from public.accounts a where true or",
        )],
        tests: &[OWN_ROWS],
    },
    Control {
        goal: "RP-38",
        name: "Policies hold for owners as well",
        edits: &[edit(ROLES, "enable row level security, force row level security',", "enable row level security',")],
        tests: &[PURPOSES],
    },
    Control {
        goal: "RP-38",
        name: "The program changes neither the seals of the trail nor what waits for them",
        edits: &[edit(ROLES, "not coalesce(one.name = any (only_read), false)", "true")],
        tests: &["it::database_roles::the_program_changes_neither_the_trail_nor_the_ledger_nor_the_schema"],
    },
    Control {
        goal: "RP-38",
        name: "The program works in a role that owns nothing",
        edits: &[edit(
            "server/store/src/roles.rs",
            "set_config('role', rolname, false)",
            "set_config('healthpost.role', rolname, false)",
        )],
        tests: &[TOLD, FORGOT],
    },
    Control {
        goal: "RP-38",
        name: "A connection forgets what it was used for when it comes back",
        edits: &[edit(
            "server/store/src/lib.rs",
            "\"begin; rollback; set healthpost.scope to ''; set healthpost.subject to ''\"",
            "\"begin; rollback\"",
        )],
        tests: &[TOLD],
    },
    Control {
        goal: "RP-38",
        name: "A function of the owner says what it is for, as policies hold for whoever owns the tables",
        edits: &[edit(
            ROLES,
            "    perform set_config('healthpost.scope', 'job', true);\n    select g.id into found_id",
            "    select g.id into found_id",
        )],
        tests: &[
            "it::database_owners::rp_38_an_ordinary_user_owns_and_migrates_the_database",
            "it::database_owners::rp_38_so_does_one_who_may_make_roles",
        ],
    },
    Control {
        goal: "CP-56",
        name: "Every form has a rate",
        edits: &[edit("server/backend/src/posts.rs", "(rate.most, rate.minutes)", "(i32::MAX, rate.minutes)")],
        tests: &[
            "it::write_limits::rp_64_whatever_can_be_posted_has_a_limit",
            "it::write_limits::cp_56_two_programs_count_as_one",
            "it::write_limits::cp_56_each_places_ten_orders_a_minute_whoever_shares_their_network",
        ],
    },
    Control {
        goal: "HP-70",
        name: "Another address of an account is confirmed at both",
        edits: &[edit(
            "server/backend/src/accounts/email.rs",
            "if !change.is_confirmed_elsewhere() {",
            "if false && !change.is_confirmed_elsewhere() {",
        )],
        tests: &[
            "it::account_email_both::hp_70_both_confirm_in_any_order",
            "it::account_email_both::hp_70_however_many_press_at_once_it_is_changed_once",
        ],
    },
    Control {
        goal: "Audit",
        name: "What is done to an address book is written down",
        edits: &[edit(
            "server/store/src/accounts/addresses.rs",
            "'account.remove_address', 'address:' || id, $4 from removed)",
            "'account.remove_address', 'address:' || id, $4 from removed where false)",
        )],
        tests: &["it::account_addresses_audit::hp_61_each_change_of_a_book_is_audited_by_the_id_of_its_address"],
    },
    Control {
        goal: "Audit",
        name: "The trail is added to and never emptied",
        edits: &[edit(
            "migrations/0003_ordering.sql",
            "create trigger audit_entries_stay_whole before truncate on audit_entries\n    \
             for each statement execute function refuse_change();\n",
            "",
        )],
        tests: &["it::security::the_ledger_and_the_audit_trail_cannot_be_changed"],
    },
    Control {
        goal: "Audit",
        name: "An entry of the trail stays as it was",
        edits: &[edit(
            "migrations/0003_ordering.sql",
            "create trigger audit_entries_stay before update or delete on audit_entries\n    \
             for each row execute function refuse_change();\n",
            "",
        )],
        tests: &["it::database_roles::the_program_changes_neither_the_trail_nor_the_ledger_nor_the_schema"],
    },
    Control {
        goal: "RP-38",
        name: "The program has no right to change what stays as it was",
        edits: &[edit(ROLES, "else 16 end)) <> 0)", "else 16 end)) <> 0 and false)")],
        tests: &["it::database_roles::the_program_changes_neither_the_trail_nor_the_ledger_nor_the_schema"],
    },
    Control {
        goal: "RP-38",
        name: "In production the program does not start as whoever owns what it works with",
        edits: &[edit(
            "server/src/start.rs",
            "environment != Environment::Production, \"{lacking}\"",
            "true || environment != Environment::Production, \"{lacking}\"",
        )],
        tests: &["server::start::tests::in_production_the_program_owns_nothing_or_says_what_to_do"],
    },
    Control {
        goal: "Audit",
        name: "A movement of stock stays as it was",
        edits: &[edit(
            "migrations/0003_ordering.sql",
            "create trigger stock_movements_stay before update or delete on stock_movements\n    \
             for each row execute function refuse_change();\n",
            "",
        )],
        tests: &["it::security::the_ledger_and_the_audit_trail_cannot_be_changed"],
    },
    Control {
        goal: "Audit",
        name: "Every entry waits for its seal",
        edits: &[edit(
            "migrations/0044_audit_chains.sql",
            "create trigger audit_entries_wait after insert on audit_entries referencing new table as added\n    \
             for each statement execute function audit_waits();\n",
            "",
        )],
        tests: &["it::audit_tampered::a_check_says_where_somebody_tampered_with_the_trail"],
    },
    Control {
        goal: "Audit",
        name: "A check sees an entry that was changed",
        edits: &[edit("server/backend/src/audit/chains.rs", "if hash != seal.hash {", "if false {")],
        tests: &["it::audit_tampered::a_check_says_where_somebody_tampered_with_the_trail"],
    },
];
