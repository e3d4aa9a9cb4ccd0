//! Who is signed in, where, and until when.

use super::{Control, edit};

const CONTEXT: &str = "app/islands/src/context/account.rs";
const VIEWER: &str = "server/store/src/sessions/viewer.rs";
const POSTER: &str = "server/store/src/sessions/mod.rs";
const ACCOUNTS: &str = "server/backend/src/accounts/mod.rs";
const REGISTRANT: &str = "app/islands/src/context/registrant.rs";
const SESSIONS: &str = "server/backend/src/sessions.rs";
const PRESSED_TWICE: &str = "it::session_renewed::a_button_that_is_pressed_twice_goes_on_in_the_same_session";
const UNTIL_WHEN: &str = "it::account_devices::nobody_stays_signed_in";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A4",
        name: "Signing in gives the session another token",
        edits: &[
            edit(
                "server/store/src/accounts/signing_in.rs",
                "account_id = $2, token_hash = $3, signed_in_at = $4",
                "account_id = $2, token_hash = coalesce(token_hash, $3), signed_in_at = $4",
            ),
            edit(
                CONTEXT,
                "entered.map(|entered| self.enters(entered)).map_err(Refusal::of_account_link)",
                "entered.map(|entered| entered.path).map_err(Refusal::of_account_link)",
            ),
            edit(
                CONTEXT,
                "self.newcomer().await?, form).await?;\n        Ok(self.enters(entered))",
                "self.newcomer().await?, form).await?;\n        Ok(entered.path)",
            ),
        ],
        tests: &["it::account_devices::a_session_that_somebody_planted_is_worth_nothing_after_signing_in"],
    },
    Control {
        goal: "G-A4",
        name: "Signing out deletes the session",
        edits: &[edit(ACCOUNTS, "signing_in::end(&mut *tx, session, account).await?", "session.0 != account.0")],
        tests: &["it::account_journey::signing_out_leaves_nothing_to_the_next_person_at_the_browser"],
    },
    Control {
        goal: "G-A4",
        name: "Signing out everywhere ends every session",
        edits: &[edit(ACCOUNTS, "    signing_in::end_all(&mut *tx, account, None).await?;\n", "")],
        tests: &["it::account_devices::signing_out_everywhere_holds_on_the_very_next_request"],
    },
    Control {
        goal: "G-A4",
        name: "A page asks each time whether the account is suspended",
        edits: &[
            edit(VIEWER, "a.state in ('active', 'pending') and s.signed_in_at > $8", "s.signed_in_at > $8"),
            edit(
                VIEWER,
                "case when a.state = 'active' then a.id end as \"account?",
                "case when a.state <> 'pending' then a.id end as \"account?",
            ),
        ],
        tests: &["it::account_devices::whoever_is_suspended_is_out_at_once_and_stays_out"],
    },
    Control {
        goal: "G-A4",
        name: "A form asks each time whether the account is suspended",
        edits: &[
            edit(POSTER, "a.state in ('active', 'pending') and s.signed_in_at > $6", "s.signed_in_at > $6"),
            edit(
                POSTER,
                "case when a.state = 'active' then a.id end as \"account?",
                "case when a.state <> 'pending' then a.id end as \"account?",
            ),
        ],
        tests: &["it::access::g_a1_everybody_may_do_what_the_table_says_and_nothing_else"],
    },
    Control {
        goal: "G-A4",
        name: "Whoever does nothing for eight hours is signed out",
        edits: &[edit(VIEWER, "s.signed_in_at > $8 and s.last_seen_at > $9", "s.signed_in_at > $8")],
        tests: &[UNTIL_WHEN],
    },
    Control {
        goal: "G-A4",
        name: "Nobody is signed in for longer than twelve hours",
        edits: &[edit(VIEWER, "s.signed_in_at > $8 and s.last_seen_at > $9", "s.last_seen_at > $9")],
        tests: &[UNTIL_WHEN],
    },
    Control {
        goal: "G-A4",
        name: "Whoever is signed in to a registration and does nothing for half an hour is signed out",
        edits: &[edit(
            "server/store/src/registry/signed_in.rs",
            "and signed_in_at > $3 and last_seen_at > $4\"#",
            "and signed_in_at > $3\"#",
        )],
        tests: &["it::registry_my::rp_07_nobody_stays_signed_in"],
    },
    Control {
        goal: "G-A4",
        name: "Another password ends every other session",
        edits: &[edit(
            "server/backend/src/accounts/secret.rs",
            "    signing_in::end_all(&mut *tx, account, Some(session)).await?;\n",
            "",
        )],
        tests: &["it::account_passwords::another_password_needs_the_one_before_and_ends_every_other_session"],
    },
    Control {
        goal: "G-A4",
        name: "Another password needs the one before",
        edits: &[edit("server/backend/src/accounts/secret.rs", "    proves(backend, &found, current).await?;\n", "")],
        tests: &["it::account_passwords::another_password_needs_the_one_before_and_ends_every_other_session"],
    },
    Control {
        goal: "G-A4",
        name: "No script reads the cookie of a session",
        edits: &[edit(
            "app/islands/src/context/begun.rs",
            "format!(\"{SESSION_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax\", token.as_str())",
            "format!(\"{SESSION_COOKIE}={}; Path=/; Secure; SameSite=Lax\", token.as_str())",
        )],
        tests: &["it::account_journey::an_account_is_the_same_in_every_browser"],
    },
    Control {
        goal: "G-A4",
        name: "Whoever does nothing for eight hours posts nothing after",
        edits: &[edit(POSTER, "and s.last_seen_at > $7", "and (s.last_seen_at > $7 or true)")],
        tests: &["it::account_devices::what_was_typed_too_late_is_sent_again"],
    },
    Control {
        goal: "G-A4",
        name: "Another address of an account ends every other session",
        edits: &[edit(
            "server/backend/src/accounts/email.rs",
            "    signing_in::end_all(&mut *tx, owner.account, Some(owner.session)).await?;\n",
            "",
        )],
        tests: &["it::account_email::hp_70_another_address_is_used_once_both_confirmed_it_and_the_old_one_is_told"],
    },
    Control {
        goal: "G-A4",
        name: "Whoever types a mailed code goes on by another token",
        edits: &[edit("server/backend/src/email_codes.rs", "    proving.renew(&mut tx).await?;\n", "")],
        tests: &[
            "it::session_renewed::a_planted_session_reads_no_order_of_whoever_typed_their_code",
            "it::session_renewed::a_planted_session_is_worth_nothing_once_a_registration_proved_its_mailbox",
            "it::session_renewed::a_planted_session_is_worth_nothing_once_a_saved_registration_was_opened",
        ],
    },
    Control {
        goal: "G-A4",
        name: "Whoever finds an order goes on by another token",
        edits: &[edit("server/backend/src/orders/track.rs", "    proving.renew(&mut tx).await?;\n", "")],
        tests: &[
            "it::session_renewed::a_planted_session_reads_no_order_that_was_found_in_it",
            "it::session_renewed::a_planted_session_reads_no_order_that_a_link_opened_in_it",
        ],
    },
    Control {
        goal: "G-A4",
        name: "Signing in to a registration gives the session another token",
        edits: &[
            edit(
                "server/backend/src/registry/signing_in.rs",
                "    store::sessions::renew(&mut *tx, typed_in, token.hash()).await?;\n",
                "    let _ = token;\n",
            ),
            edit(
                REGISTRANT,
                "self.browser(), code).await?;\n        self.begun().set_session(&token);",
                "self.browser(), code).await?;\n        let _ = token;",
            ),
            edit(REGISTRANT, "            self.begun().set_session(token);", "            let _ = token;"),
            edit(
                REGISTRANT,
                "session, link, code).await?;\n        self.begun().set_session(&token);",
                "session, link, code).await?;\n        let _ = token;",
            ),
        ],
        tests: &["it::session_renewed::a_planted_session_is_worth_nothing_after_signing_in_to_a_registration"],
    },
    Control {
        goal: "G-A4",
        name: "A session whose token was renewed is found again by what was typed only",
        edits: &[edit(
            SESSIONS,
            "{} {at} {} {typed}\", F::NAME, hex(&before))",
            "{} {at} {} {}\", F::NAME, hex(&before), typed.len())",
        )],
        tests: &[PRESSED_TWICE],
    },
    Control {
        goal: "G-A4",
        name: "A session whose token was renewed is found again within seconds only",
        edits: &[edit(SESSIONS, "_TWICE_SECONDS: i64 = 10;", "_TWICE_SECONDS: i64 = 36_000;")],
        tests: &[PRESSED_TWICE],
    },
];
