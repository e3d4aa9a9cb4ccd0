//! Letters to staff: links by which they accept an invitation or set anew how they sign in, what was decided about them,
//! and what changed of how they sign in.

use domain::{
    paths::{self, Path},
    registry::texts::AuthorityKey,
    staff::{CATALOGUE_ROLE, CatalogueRole, REGISTRY_ROLE, RegistryRole, Roles, SignInChange},
};
use jiff::Timestamp;
use store::outbox::Due;
use uuid::Uuid;

use super::{
    MessageError, Say, given,
    letter::{Letter, Link, Part},
};
use crate::{Backend, clock::service_day, staff};

fn way(backend: &Backend, say: Say, id: &str, path: &Path) -> Part {
    Part::Link(Link { words: say.say(id), address: format!("{}{path}", backend.origin) })
}

/// What the link of a message leads to, and until when.
fn invitation(backend: &Backend, due: &Due, say: Say) -> Result<[Part; 2], MessageError> {
    let link: Uuid = given(due, "link").ok_or(MessageError::NothingToSay)?;
    let until: Timestamp = given(due, "until").ok_or(MessageError::NothingToSay)?;
    let token = staff::link_token(backend, link);
    let date = words::date(say.locale, service_day(until));
    Ok([
        way(backend, say, "link", &paths::staff_invitation(token.as_str())),
        Part::Text(say.with("until", [("date", date.into())])),
    ])
}

/// The roles that a message names, one on each line; the organisation is called what it is called now.
async fn roles(backend: &Backend, due: &Due) -> Result<Vec<String>, MessageError> {
    let named = Roles::of(given(due, "catalogue"), given(due, "registry"), given(due, "organisation"));
    let role = |field: &str, code: &str| words::say(due.locale, &format!("{field}.{code}"));
    let mut lines = Vec::new();
    if let Some(catalogue) = named.catalogue.as_ref().map(CatalogueRole::as_str) {
        let role = role(CATALOGUE_ROLE.name(), catalogue);
        lines.push(words::say_with(due.locale, "mail-staff-role-catalogue", [("role", role.into())]));
    }
    if let Some((registry, organisation)) = &named.registry {
        let role = role(REGISTRY_ROLE.name(), RegistryRole::as_str(registry));
        let called = words::isolated(due.locale, &called(backend, organisation).await?);
        let arguments = [("role", role.into()), ("organisation", called.into())];
        lines.push(words::say_with(due.locale, "mail-staff-role-registry", arguments));
    }
    Ok(lines)
}

/// What an organisation is called; its key, where it is not listed any more.
async fn called(backend: &Backend, organisation: &AuthorityKey) -> Result<String, MessageError> {
    let all = store::staff::authorities(&backend.db).await?;
    let found = all.into_iter().find(|one| one.key == *organisation);
    Ok(found.map_or_else(|| organisation.to_string(), |one| one.name))
}

/// Somebody is asked to be staff.
pub async fn invited(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-staff-invitation");
    let mut parts = vec![say.text("body"), Part::Lines(roles(backend, due).await?)];
    if let Some(name) = given::<String>(due, "name") {
        parts.insert(0, Part::Text(say.with("for", [("name", say.given(&name))])));
    }
    parts.extend(invitation(backend, due, say)?);
    parts.push(say.text("ignore"));
    Ok(say.letter([], parts))
}

/// Staff have to set anew how they sign in.
pub fn sign_in_reset(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-staff-sign-in-reset");
    let mut parts = vec![say.text("body")];
    parts.extend(invitation(backend, due, say)?);
    parts.extend([say.text("not-you"), way(backend, say, "contact", &paths::contact_us())]);
    Ok(say.letter([], parts))
}

/// Somebody who waited is staff now.
pub async fn approved(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let_in(backend, due, "mail-staff-approved").await
}

/// Somebody who was suspended is not any more.
pub async fn reactivated(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let_in(backend, due, "mail-staff-reactivated").await
}

async fn let_in(backend: &Backend, due: &Due, message: &'static str) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, message);
    let lines = Part::Lines(roles(backend, due).await?);
    Ok(say.letter([], vec![say.text("body"), lines, way(backend, say, "link", &paths::staff_sign_in())]))
}

/// Staff have other roles from now on, or none.
pub async fn roles_changed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-staff-roles-changed");
    let lines = roles(backend, due).await?;
    let mut parts = if lines.is_empty() { vec![say.text("none")] } else { vec![say.text("body"), Part::Lines(lines)] };
    parts.extend([say.text("wrong"), way(backend, say, "link", &paths::contact_us())]);
    Ok(say.letter([], parts))
}

/// Somebody is suspended.
pub fn suspended(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-staff-suspended");
    let parts = vec![say.text("body"), say.text("wrong"), way(backend, say, "link", &paths::contact_us())];
    say.letter([], parts)
}

/// How somebody signs in was changed: what, when, and what to do if it was somebody else.
pub fn sign_in_changed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-sign-in-changed");
    let changes: Vec<SignInChange> = given(due, "changes").ok_or(MessageError::NothingToSay)?;
    let lines = changes.iter().map(|change| say.say(change.as_str())).collect();
    let mut parts = vec![say.text("body"), Part::Lines(lines)];
    parts.extend(say.when(due));
    parts.extend([say.text("not-you"), way(backend, say, "link", &paths::contact_us())]);
    Ok(say.letter([], parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_has_words_for_every_change() {
        for change in SignInChange::ALL {
            let id = format!("mail-sign-in-changed-{change}");
            assert!(words::find(words::Locale::English, &id).is_some(), "{id}");
        }
    }
}
