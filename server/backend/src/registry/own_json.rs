//! Everything that is held of somebody, as JSON for their own programs. Answers stand under the names of their
//! questions (`{question}/{id}` where one is asked of each profession or specialty), each a list of texts; moments are
//! RFC 3339, days ISO 8601.
//!
//! One object: `written_at`, `confirmation_number`, `email`, `state`, `version`, `sent_at`, `last_confirmed_at`,
//! `messages_stopped`, `answers`, `consents`, `versions`, `changes` (before and after, by version), `deployments`,
//! `withdrawals`.

use domain::{
    id::{RegistrantId, SessionId},
    registry::deployed::ReportDeployment,
};
use serde_json::{Map, Value, json};
use store::registry::{
    answers::Typed,
    history::{self, Left, Report},
    updates::Change,
};
use uuid::Uuid;

use super::data::{Mine, mine};
use crate::{Backend, StoreError, sealing::Place};

/// Everything that is held of whoever is signed in; nothing where they have no registration.
pub async fn of(backend: &Backend, session: SessionId, registrant: RegistrantId) -> Result<Option<Value>, StoreError> {
    let Some(mine) = mine(backend, session, registrant).await? else { return Ok(None) };
    let id = mine.changing.stored.id;
    let mut db = backend.connection().await?;
    let changes = history::changes(&mut *db, id).await?;
    let left = history::withdrawals(&mut *db, id).await?;
    let changes = changes.into_iter().map(|(version, change)| changed(backend, version, change));
    let left = left.into_iter().map(|left| withdrawn(backend, left));
    let mut json = plain(backend, &mine);
    if let Value::Object(fields) = &mut json {
        fields.insert("changes".to_owned(), changes.collect::<Result<Vec<_>, StoreError>>()?.into());
        fields.insert("withdrawals".to_owned(), left.collect::<Result<Vec<_>, StoreError>>()?.into());
    }
    Ok(Some(json))
}

fn plain(backend: &Backend, mine: &Mine) -> Value {
    let stored = &mine.changing.stored;
    let answers = mine.changing.draft.answers.iter().filter(|(_, values)| values.iter().any(|value| !value.is_empty()));
    let answers: Map<String, Value> = answers.map(|(name, values)| (name.to_owned(), json!(values))).collect();
    let consents = mine.consents.iter().map(|consent| {
        json!({ "purpose": consent.purpose, "given": consent.given, "at": consent.at,
            "text_version": consent.text_version, "text": consent.text })
    });
    let versions = mine.versions.iter().map(
        |version| json!({ "version": version.version, "at": version.at, "by": version.actor, "through": version.channel }),
    );
    json!({
        "written_at": backend.clock.now(),
        "confirmation_number": stored.confirmation,
        "email": mine.email,
        "state": stored.state,
        "version": stored.version,
        "sent_at": stored.submitted_at,
        "last_confirmed_at": stored.last_confirmed_at,
        "messages_stopped": mine.are_messages_stopped,
        "answers": answers,
        "consents": consents.collect::<Vec<_>>(),
        "versions": versions.collect::<Vec<_>>(),
        "deployments": mine.reports.iter().map(reported).collect::<Vec<_>>(),
    })
}

fn reported(report: &Report) -> Value {
    match report.said {
        ReportDeployment::NotDeployed => json!({ "deployed": false, "reported_at": report.at }),
        ReportDeployment::Deployed { from, until } => json!({ "deployed": true, "start_date": from.0.to_string(),
            "end_date": until.map(|day| day.0.to_string()), "reported_at": report.at }),
    }
}

fn opened(backend: &Backend, (table, column): (&str, &str), row: Uuid, sealed: &[u8]) -> Result<String, StoreError> {
    let row = row.to_string();
    Ok(backend.sealing.open(Place { table, column, row: &row }, sealed)?)
}

fn changed(backend: &Backend, version: i32, change: Change) -> Result<Value, StoreError> {
    let values = |column: &str, typed: Option<Typed>| match typed {
        None => Ok(Vec::new()),
        Some(Typed::Plain(values)) => Ok(values),
        Some(Typed::Sealed(sealed)) => {
            opened(backend, ("registration_changes", column), change.id, &sealed).map(|text| vec![text])
        }
    };
    let (old, new) = (values("old_sealed", change.old)?, values("new_sealed", change.new)?);
    Ok(json!({ "version": version, "answer": change.field, "before": old, "after": new }))
}

fn withdrawn(backend: &Backend, left: Left) -> Result<Value, StoreError> {
    let text = left.text_sealed.map(|sealed| opened(backend, ("withdrawals", "text_sealed"), left.id, &sealed));
    Ok(json!({ "reason": left.reason, "text": text.transpose()?, "at": left.at, "undone_at": left.undone_at }))
}
