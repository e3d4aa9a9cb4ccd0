//! `healthpost staff`: the first administrator, whom nobody else can invite.

use anyhow::Context;
use backend::Backend;
use domain::{
    account::ACCOUNT_EMAIL,
    checkout::FULL_NAME,
    form::{Answers, Reader},
};

/// Invites somebody to administer the catalogue and the whole registry, and prints the link by which they accept. The
/// worker mails it as well.
///
/// # Errors
/// Where the address or the name is none, there is such an administrator already and nobody said that there be another, or
/// the account of the address is suspended or waits.
pub async fn create_admin(backend: &Backend, (email, name): (&str, &str), again: bool) -> anyhow::Result<()> {
    let answers = Answers::default().with(ACCOUNT_EMAIL.name(), email).with(FULL_NAME.name(), name);
    let mut read = Reader::new(&answers);
    let email = read.required(&ACCOUNT_EMAIL).context("--email is not an e-mail address")?;
    let name = read.required(&FULL_NAME).context("--name is not a name")?;
    let page = backend::staff::create_admin(backend, (&email, &name), again).await?;
    println!("{}{page}", backend.origin);
    Ok(())
}
