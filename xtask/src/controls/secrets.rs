//! What strangers learn, how often they may try, and what a token is worth.

use super::{Control, edit};

const ANOTHER: &str = "it::staff_links::g_a11_nothing_that_was_mailed_to_the_address_before_works_with_another";
const ASKING: &str = "server/backend/src/accounts/asking.rs";
const EMAIL: &str = "server/backend/src/accounts/email.rs";
const ENTERING: &str = "server/backend/src/accounts/entering.rs";
const LINKS: &str = "server/store/src/accounts/links.rs";
const NEUTRAL: &str = "it::neutral_answers::every_answer_is_the_same_byte_by_byte_after_as_many_statements";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A9",
        name: "A refused password is written down whether there is such an account of staff or not",
        edits: &[edit(
            "server/backend/src/staff/signing_in.rs",
            "watching::refused(backend, Who::Enters(known), watching::PASSWORD).await?;",
            "if known.is_some() {\n            \
             watching::refused(backend, Who::Enters(known), watching::PASSWORD).await?;\n        }",
        )],
        tests: &[NEUTRAL],
    },
    Control {
        goal: "G-A9",
        name: "The same work is done where there is no password",
        edits: &[edit(
            "server/backend/src/accounts/passwords.rs",
            "let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODYS)) else { return false };",
            "let Some(known) = stored else { return false };\n    \
             let Ok(hash) = PasswordHash::new(known) else { return false };",
        )],
        tests: &["it::neutral_answers::a_wrong_password_is_worked_on_whether_there_is_one_or_not"],
    },
    Control {
        goal: "G-A9",
        name: "A letter is written whether there is an account or not",
        edits: &[edit(
            ASKING,
            "None => (Kind::AccountNone, For::Nobody),",
            "None => return Ok(paths::account_mailed()),",
        )],
        tests: &[NEUTRAL, "it::account_links::asking_tells_nobody_whether_an_address_has_an_account"],
    },
    Control {
        goal: "G-A9",
        name: "Signing in to a registration says the same to everybody",
        edits: &[edit(
            "server/backend/src/registry/my.rs",
            "email_codes::mail_instead(backend, asked, Kind::NoRegistration).await?;",
            "return Err(FormError::NotFound);",
        )],
        tests: &[NEUTRAL, "it::registry_my::rp_07_signing_in_says_the_same_to_everybody"],
    },
    Control {
        goal: "G-A10",
        name: "An address has five tries at its password",
        edits: &[edit(
            ENTERING,
            "    networks::count_subject(backend, &format!(\"account-password:{email_norm}\"), TRIES).await?;\n",
            "",
        )],
        tests: &["it::account_passwords::who_tries_many_passwords_waits_and_the_owner_still_gets_in"],
    },
    Control {
        goal: "G-A10",
        name: "A network has ten tries at passwords",
        edits: &[edit(
            ENTERING,
            "    networks::count_in(backend, browser.from, \"account-password-net\", NETWORK_TRIES).await?;\n",
            "",
        )],
        tests: &["it::account_limits::a_network_tries_ten_passwords_in_ten_minutes"],
    },
    Control {
        goal: "G-A10",
        name: "A network signs up five times an hour",
        edits: &[edit(ASKING, "    networks::count(backend, asked.from, \"account-sign-up\", most).await?;\n", "")],
        tests: &[
            "it::account_limits::a_network_signs_up_five_times_an_hour",
            "it::account_limits::g_a10_a_network_that_many_share_signs_up_sixty_times_an_hour",
        ],
    },
    Control {
        goal: "G-A10",
        name: "An address gets three links an hour",
        edits: &[edit(ASKING, "> LINKS_PER_HOUR {", "> i32::MAX - LINKS_PER_HOUR {")],
        tests: &["it::account_limits::an_address_gets_three_links_an_hour_known_or_not"],
    },
    Control {
        goal: "G-A10",
        name: "Nobody says of themselves where they come from",
        edits: &[edit(
            "server/src/layers/client.rs",
            "let seen = (proxies > 0).then(|| said.len().checked_sub(proxies)).flatten();",
            "let seen = (!said.is_empty()).then_some(0_usize);",
        )],
        tests: &[
            "it::account_limits::a_network_signs_up_five_times_an_hour",
            "it::registry_limits::nobody_comes_from_elsewhere_by_saying_so",
        ],
    },
    Control {
        goal: "G-A11",
        name: "Of a token only its hash is stored",
        edits: &[edit(
            "server/backend/src/secrets.rs",
            "    Sha256::digest(token.as_bytes()).into()\n",
            "    let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).unwrap_or_default();\n    \
             bytes.try_into().unwrap_or_default()\n",
        )],
        tests: &["it::tokens::what_opens_something_is_long_and_neither_stored_nor_logged"],
    },
    Control {
        goal: "G-A11",
        name: "A link signs in once",
        edits: &[
            edit(
                LINKS,
                "delete from account_links l where token_hash",
                "select id, purpose, account_id, email, full_name from account_links l where token_hash",
            ),
            edit(LINKS, "\n               returning id, purpose, account_id, email, full_name),", "),"),
        ],
        tests: &[
            "it::account_links::a_link_works_once_and_for_fifteen_minutes",
            "it::single_use::a_link_signs_one_of_a_hundred_browsers_in",
        ],
    },
    Control {
        goal: "G-A11",
        name: "A link ends after a quarter of an hour",
        edits: &[
            edit(LINKS, "and l.expires_at > $2 and", "and (l.expires_at > $2 or true) and"),
            edit(LINKS, "= $1 and expires_at > $2 and", "= $1 and (expires_at > $2 or true) and"),
        ],
        tests: &["it::account_links::a_link_works_once_and_for_fifteen_minutes"],
    },
    Control {
        goal: "G-A11",
        name: "With another address no link to the account works that was mailed to the one before",
        edits: &[edit(EMAIL, "    links::end_all(&mut *tx, owner.account).await?;\n", "")],
        tests: &[ANOTHER],
    },
    Control {
        goal: "G-A11",
        name: "With another address no invitation to the one before is open",
        edits: &[edit(
            EMAIL,
            "    staff::cancels_invitations_to(backend, &mut tx, (own, own), &had.normalised()).await?;\n",
            "",
        )],
        tests: &[ANOTHER],
    },
    Control {
        goal: "G-A11",
        name: "A code can be tried five times",
        edits: &[edit(
            "server/store/src/email_codes.rs",
            "and email_norm = $2 and tries < $3 and",
            "and email_norm = $2 and (tries < $3 or true) and",
        )],
        tests: &[
            "it::registry_codes::rp_53_whoever_has_the_link_alone_may_guess_five_times",
            "it::single_use::a_hundred_guesses_at_once_are_five",
        ],
    },
    Control {
        goal: "G-A11",
        name: "A code is used up by the first who types it",
        edits: &[edit(
            "server/backend/src/email_codes.rs",
            "if !store::email_codes::used(&mut *db, self.session, self.email_norm, &self.hash).await? {",
            "if false {",
        )],
        tests: &["it::single_use::a_code_works_for_one_of_a_hundred"],
    },
    Control {
        goal: "G-A11",
        name: "A code does only what it was mailed for",
        edits: &[edit(
            "server/backend/src/email_codes.rs",
            "format!(\"{} {session} {email_norm} {code}\", purpose.as_str())",
            "format!(\"{session} {email_norm} {code}\")",
        )],
        tests: &["it::registry_owner_safety::a_code_does_only_what_it_was_mailed_for"],
    },
    Control {
        goal: "G-A9",
        name: "Coming back to a saved registration says the same to everybody",
        edits: &[edit(
            "server/backend/src/registry/saving.rs",
            "email_codes::mail_instead(backend, asked, Kind::NoDraft).await?;",
            "return Err(FormError::NotFound);",
        )],
        tests: &[NEUTRAL],
    },
    Control {
        goal: "G-A9",
        name: "Asking for another address tells nobody whether it has an account",
        edits: &[edit(
            "server/backend/src/accounts/email.rs",
            "    let kind = if is_taken {",
            "    if is_taken {\n        return Err(refused(Problem::new(\"any-email-is-yours\")));\n    }\n    \
             let kind = if is_taken {",
        )],
        tests: &["it::account_email::an_address_that_has_an_account_is_not_told_to_whoever_asks"],
    },
    Control {
        goal: "G-A9",
        name: "Whoever is suspended is told as much as whoever guessed wrong where staff sign in",
        edits: &[edit(
            "server/backend/src/staff/signing_in.rs",
            "    let Some(account) = found.filter(|account| fits && is_let_on",
            "    if found.as_ref().is_some_and(|account| account.state == AccountState::Suspended) {\n        \
             return Err(FormError::NotFound);\n    }\n    \
             let Some(account) = found.filter(|account| fits && is_let_on",
        )],
        tests: &["it::staff_limits::g_a9_whoever_may_not_sign_in_is_told_the_same_as_whoever_guessed_wrong"],
    },
    Control {
        goal: "G-A11",
        name: "A token is drawn of 128 bits or more",
        edits: &[edit(
            "server/backend/src/secrets.rs",
            "Self(BASE64_URL_SAFE_NO_PAD.encode(random_bytes::<32>()))",
            "Self(BASE64_URL_SAFE_NO_PAD.encode(random_bytes::<12>()))",
        )],
        tests: &["it::tokens::what_opens_something_is_long_and_neither_stored_nor_logged"],
    },
    Control {
        goal: "G-A11",
        name: "A change of address is undone once",
        edits: &[edit(
            "server/backend/src/registry/email.rs",
            "if email_changes::is_undone(&mut *tx, id).await? {",
            "if email_changes::is_undone(&mut *tx, id).await? && false {",
        )],
        tests: &["it::single_use::a_change_of_address_is_undone_once"],
    },
];
