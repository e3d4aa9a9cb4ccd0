//! Right answers to the forms of staff.

type Answers = &'static [(&'static str, &'static str)];

/// An id, of nobody's.
const ID: &str = "00000000-0000-7000-8000-000000000000";
/// A first version, and any other one.
const VERSION: (&str, &str) = ("staff_version", "1");
const MEMBER: (&str, &str) = ("staff_member", ID);
/// Where somebody was going.
const NEXT: (&str, &str) = ("staff_next", "/staff/people");
/// What a browser says of a passkey.
const PASSKEY: (&str, &str) = ("passkey_answer", "{}");

/// The first step of signing in.
pub const SIGN_IN: Answers = &[("account_email", "ada@example.com"), ("password", "correct horse battery"), NEXT];
/// The second one, with a code.
pub const CODE: Answers = &[("staff_code", "123456"), NEXT];
/// Both at once.
pub const CONFIRM: Answers = &[("password", "correct horse battery"), ("staff_code", "123456"), NEXT];
/// The first code of an authenticator.
pub const FIRST_CODE: Answers = &[("staff_code", "123456")];
/// The second step, with a passkey.
pub const PASSKEY_ANSWER: Answers = &[PASSKEY, NEXT];
/// Where somebody was going who begins to use one.
pub const PASSKEY_BEGUN: Answers = &[NEXT];
/// A passkey that is made known.
pub const PASSKEY_ADDED: Answers = &[("passkey_name", "Laptop"), PASSKEY];
/// One that is taken away.
pub const PASSKEY_REMOVED: Answers = &[("passkey", ID)];
/// An invitation that is accepted.
pub const ACCEPTED: Answers =
    &[("invitation_token", "x"), ("full_name", "Ada"), ("new_password", "correct horse battery")];
/// One that the provider accepts.
pub const ACCEPTED_BY_PROVIDER: Answers = &[("invitation_token", "x")];
/// Somebody who is invited.
pub const INVITED: Answers = &[
    ("account_email", "mary@example.org"),
    ("catalogue_role", ""),
    ("registry_role", "viewer"),
    ("registry_organisation", "FHA"),
];
/// One of the invitations.
pub const INVITATION: Answers = &[("invitation", ID)];
/// Somebody who gets roles.
pub const ROLES: Answers =
    &[MEMBER, VERSION, ("catalogue_role", ""), ("registry_role", "viewer"), ("registry_organisation", "FHA")];
/// Somebody whom a button is about.
pub const ABOUT: Answers = &[MEMBER, VERSION];
