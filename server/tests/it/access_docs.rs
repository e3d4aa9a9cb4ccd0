//! The table of who may do what, as people read it in `docs/access.md`. After a change
//! `cargo test --package server --test it access_docs -- --ignored` writes it.

use std::{fmt::Write, path::PathBuf};

use domain::access::{FORMS, PROVED_BY_STAFF, Permission, ROUTES, Role};

use crate::access_rows::{Row, WHO, Whose, rows};

const HEAD: &str = "# Who may do what

Written from `app/domain/src/access` by a test, which also fails when this page says something else.

Everybody is a guest; whoever proved more holds that role besides, and may do whatever one of their roles may. A role has a permission of *everything*, of what is their *own organisation*'s, of what is their *own*, of what a link or a number proves that came along (*linked*), or of *nothing*: then it is refused, and a page leads to where one signs in. Whose something is, is asked where it is read: what is somebody else's is not there. What stands in no list is refused to everybody ([adr/0018](adr/0018-one-table-of-who-may-do-what.md)).

*Posts* says how many forms of a permission are taken in how many minutes, all of them together, from a network or from somebody (an account, else a session). Whoever posts more gets 429 and the time to wait.

*Proved anew* says before which forms staff prove once more who they are, if they did so more than 10 minutes ago (`server/tests/it/access_proofs.rs`).
";

fn line(cells: impl IntoIterator<Item = String>) -> String {
    format!("| {} |\n", cells.into_iter().collect::<Vec<_>>().join(" | "))
}

/// A permission, and of what each role has it.
fn scopes(permission: Permission) -> impl Iterator<Item = String> {
    Role::ALL.iter().map(move |role| permission.scope_of([*role]).to_string())
}

/// How often its forms are taken; nothing where there are none.
fn posts(permission: Permission) -> String {
    let is_posted = FORMS.iter().any(|(_, asked)| *asked == permission);
    if is_posted { permission.rate().to_string() } else { "none".to_owned() }
}

/// A table with a column for each role behind these columns.
fn table(first: &[&str], rows: impl Iterator<Item = (Vec<String>, Permission)>) -> String {
    let head = first.iter().map(|name| (*name).to_owned()).chain(Role::ALL.iter().map(ToString::to_string));
    let columns = first.len() + Role::ALL.len();
    let rows = rows.map(|(cells, permission)| line(cells.into_iter().chain(scopes(permission))));
    format!("\n{}|{}\n{}", line(head), "---|".repeat(columns), rows.collect::<String>())
}

/// Whether staff prove anew who they are before a form is taken.
fn proved(endpoint: &str, permission: Permission) -> String {
    let is_proved = permission.is_proved_anew() || PROVED_BY_STAFF.contains(&endpoint);
    if is_proved { "by staff" } else { "" }.to_owned()
}

fn listed(list: &[(&str, Permission)], before: &str, column: &str) -> String {
    let is_of_forms = before == "/do/";
    let rows = list.iter().map(|(name, permission)| {
        let proved = is_of_forms.then(|| proved(name, *permission));
        let cells = [format!("`{before}{name}`"), permission.to_string()].into_iter().chain(proved);
        (cells.collect(), *permission)
    });
    let columns: &[&str] = if is_of_forms { &[column, "Permission", "Proved anew"] } else { &[column, "Permission"] };
    table(columns, rows)
}

/// What a run of the access test asks for.
fn run() -> String {
    let rows = rows();
    let cells = rows.iter().flat_map(Row::cells).map(|cell| (cell.who, cell.whose, cell.is_let_in()));
    let cells: Vec<(usize, Whose, bool)> = cells.collect();
    let let_in = cells.iter().filter(|(_, _, is_let_in)| *is_let_in).count();
    let mut said = format!(
        "\n`server/tests/it/access.rs` asks for each of {} forms and addresses over HTTP, as people of {} kinds, with what is \
         their own and with what is not where something is named: {} cells. {let_in} are let in; {} are refused, and change \
         no row of the database. Links are made up here, and prove nothing: what real ones open, the tests of their pages \
         tell.\n\n| Who | Roles | Let in | Refused | Of these, not theirs |\n|---|---|---|---|---|\n",
        rows.len(),
        WHO.len(),
        cells.len(),
        cells.len() - let_in,
    );
    for (at, who) in WHO.iter().enumerate() {
        let roles: Vec<&str> = who.roles.iter().map(Role::as_str).collect();
        let roles = if roles.is_empty() { Role::Guest.to_string() } else { roles.join(", ") };
        let theirs: Vec<(Whose, bool)> =
            cells.iter().filter(|(who, ..)| *who == at).map(|(_, whose, is_let_in)| (*whose, *is_let_in)).collect();
        let refused: Vec<Whose> = theirs.iter().filter(|(_, is_let_in)| !is_let_in).map(|(whose, _)| *whose).collect();
        let foreign = refused.iter().filter(|whose| **whose == Whose::Foreign).count();
        let counted = [theirs.len() - refused.len(), refused.len(), foreign].map(|count| count.to_string());
        said.push_str(&line([who.name.to_owned(), roles].into_iter().chain(counted)));
    }
    said
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    let permissions =
        Permission::ALL.iter().map(|permission| (vec![permission.to_string(), posts(*permission)], *permission));
    for (heading, text) in [
        ("Permissions", table(&["Permission", "Posts"], permissions)),
        ("The run", run()),
        ("Forms", listed(FORMS, "/do/", "Form")),
        ("Addresses", listed(ROUTES, "", "Address")),
    ] {
        write!(page, "\n## {heading}\n{text}").expect("a text");
    }
    page
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/access.md")
}

#[test]
fn the_page_of_who_may_do_what_says_what_the_table_says() {
    let written = std::fs::read_to_string(file()).expect("the page");
    assert!(written == page(), "docs/access.md is not what the table says; the head of this file says how to write it");
}

#[test]
#[ignore = "writes docs/access.md"]
fn write_the_page_of_who_may_do_what() {
    std::fs::write(file(), page()).expect("it is written");
}
