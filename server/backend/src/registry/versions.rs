//! Versions of a registration: what changed is written with its history and its letter, or nothing is.

use std::collections::BTreeSet;

use domain::{
    form::Answers,
    registry::{
        Register, Registration, Task,
        fields::REGISTRATION_NUMBER,
        state::{Actor, Channel, task_of},
    },
};
use serde_json::json;
use sqlx::PgConnection;
use store::{
    outbox::{Kind, NewMessage},
    registry::{
        answers::Typed,
        history::{self, By, Change},
        leaving::Owner,
        mine::Stored,
        updates,
    },
};
use uuid::Uuid;

use super::{places::Sealed, writing::sealed_number};
use crate::{Backend, StoreError};

/// By its owner, on the pages of their registration.
pub(super) const BY_OWNER: By = By { actor: Actor::Registrant, channel: Channel::Update };

/// An answer before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Difference {
    field: String,
    old: Vec<String>,
    new: Vec<String>,
}

/// What is different between two registrations, each answer under its name. In which order boxes were ticked makes no
/// difference.
fn differences(old: &Answers, new: &Answers) -> Vec<Difference> {
    let given = |answers: &Answers, name: &str| {
        let values = answers.all(name).iter().filter(|value| !value.is_empty());
        values.cloned().collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>()
    };
    let names: BTreeSet<&str> = old.iter().chain(new.iter()).map(|(name, _)| name).collect();
    let compared = names.into_iter().map(|name| Difference {
        field: name.to_owned(),
        old: given(old, name),
        new: given(new, name),
    });
    compared.filter(|difference| difference.old != difference.new).collect()
}

/// Writes what somebody says now into their registration, which is locked: the next version, its history, and the
/// letter that names the parts that changed. Where nothing changed nothing is written. Whatever was kept unsaved is
/// forgotten. Says whether anything changed.
pub(super) async fn write(
    backend: &Backend,
    db: &mut PgConnection,
    (owner, stored): (&Owner, &Stored),
    (said, register): (&Registration, &Register),
    by: By,
) -> Result<bool, StoreError> {
    let now = backend.clock.now();
    updates::drop_pending(&mut *db, stored.id).await?;
    let differences = differences(&stored.said.draft(register).answers, &said.draft(register).answers);
    if differences.is_empty() {
        return Ok(false);
    }
    let number = sealed_number(backend, stored.id, said)?;
    let version = updates::save(&mut *db, stored.id, said, number.as_ref()).await?;
    let tasks: BTreeSet<Task> = differences.iter().filter_map(|difference| task_of(&difference.field)).collect();
    let changes = differences.into_iter().map(|difference| change(backend, difference));
    let changes = changes.collect::<Result<Vec<_>, StoreError>>()?;
    history::record(&mut *db, (stored.id, version), &changes, by, now).await?;
    history::audit(&mut *db, stored.id, by.actor, now).await?;
    let message = NewMessage {
        kind: Kind::RegistrationUpdated,
        recipient: &owner.email,
        order: None,
        detail: json!({ "tasks": tasks, "by": by.actor, "at": now }),
        locale: owner.locale,
    };
    store::outbox::add(db, message, now).await?;
    Ok(true)
}

/// Every answer that was given, as the first version of the history holds it.
pub(super) fn first(backend: &Backend, answers: &Answers) -> Result<Vec<Change>, StoreError> {
    let given = |values: &[String]| values.iter().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>();
    let given = answers.iter().map(|(name, values)| (name, given(values))).filter(|(_, values)| !values.is_empty());
    given.map(|(name, new)| change(backend, Difference { field: name.to_owned(), old: Vec::new(), new })).collect()
}

/// A difference as the history holds it.
fn change(backend: &Backend, difference: Difference) -> Result<Change, StoreError> {
    let id = Uuid::now_v7();
    let is_sealed = difference.field == REGISTRATION_NUMBER.name();
    let typed = |place: Sealed<'_>, values: Vec<String>| -> Result<Option<Typed>, StoreError> {
        match values.first() {
            None => Ok(None),
            Some(text) if is_sealed => Ok(Some(Typed::Sealed(place.seal(&backend.sealing, text)?))),
            Some(_) => Ok(Some(Typed::Plain(values))),
        }
    };
    let (old, new) = (typed(Sealed::Before(id), difference.old)?, typed(Sealed::After(id), difference.new)?);
    Ok(Change { id, field: difference.field, old, new })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eh_48_only_what_differs_is_a_change() {
        let old =
            Answers::default().with("employers", "fraser").with("employers", "northern").with("first_name", "Ada");
        let same =
            Answers::default().with("employers", "northern").with("employers", "fraser").with("first_name", "Ada");
        assert_eq!(differences(&old, &same.clone().with("secondary_phone", "")), [], "neither order nor nothing");
        let new = Answers::default().with("first_name", "Augusta").with("job", "x").with("employers", "northern");
        let fields: Vec<String> = differences(&old, &new).into_iter().map(|change| change.field).collect();
        assert_eq!(fields, ["employers", "first_name", "job"]);
    }
}
