//! Everything that is held of somebody, as JSON for their own programs. Answers stand under the names of their
//! questions (`{question}/{id}` where one is asked of each profession or specialty), each a list of texts; moments are
//! RFC 3339, days ISO 8601.
//!
//! One object: `written_at`, `confirmation_number`, `email`, `state`, `version`, `sent_at`, `last_confirmed_at`,
//! `messages_stopped`, `answers`, `consents`, `versions`, `changes` (before and after, by version), `deployments`,
//! `withdrawals`, `unfinished` (typed and not saved), `waiting` (sent and not yet chosen), `letters` (what we wrote, to
//! whom and when), and what `about` knows besides.

use std::collections::BTreeMap;

use domain::{
    form::Answers,
    id::RegistrantId,
    registry::{Register, deployed::ReportDeployment},
};
use serde_json::{Map, Value, json};
use store::{
    audit::Reading,
    outbox::Kind,
    registry::{letters::Letter, mine::Stored, own::Report},
};

use super::whole::{Changed, Left, Unfinished, Whole, whole};
use crate::{Backend, StoreError};

/// Everything that is held of whoever is signed in.
pub async fn of(backend: &Backend, registrant: RegistrantId) -> Result<Option<Value>, StoreError> {
    let register = super::register(backend).await?;
    let Some(whole) = whole(backend, registrant, Reading::File).await? else { return Ok(None) };
    let mut json = written(&whole, &register);
    json.insert("written_at".to_owned(), json!(backend.clock.now()));
    if let Value::Object(about) = serde_json::to_value(&whole.about)? {
        json.extend(about);
    }
    Ok(Some(json.into()))
}

fn written(whole: &Whole, register: &Register) -> Map<String, Value> {
    let mut json = registration(&whole.stored, register);
    let of_versions: BTreeMap<i32, Value> = whole.changes.iter().map(version).collect();
    let lists = [
        ("consents", json!(whole.beside.consents)),
        ("deployments", whole.beside.reports.iter().map(reported).collect()),
        ("versions", of_versions.into_values().rev().collect()),
        ("changes", whole.changes.iter().map(changed).collect()),
        ("withdrawals", whole.left.iter().map(withdrawn).collect()),
        ("unfinished", whole.unfinished.iter().map(unfinished).collect()),
        ("waiting", whole.waiting.iter().map(|waiting| Value::from(registration(waiting, register))).collect()),
        ("letters", whole.letters.iter().map(letter).collect()),
        ("messages_stopped", json!(whole.beside.are_messages_stopped)),
        ("email", json!(whole.stored.said.email.as_str())),
    ];
    json.extend(lists.map(|(name, value)| (name.to_owned(), value)));
    json
}

fn registration(stored: &Stored, register: &Register) -> Map<String, Value> {
    let fields = [
        ("confirmation_number", json!(stored.confirmation)),
        ("state", json!(stored.state)),
        ("version", json!(stored.version)),
        ("sent_at", json!(stored.submitted_at)),
        ("last_confirmed_at", json!(stored.last_confirmed_at)),
        ("answers", given(&stored.said.draft(register).answers)),
    ];
    fields.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}

fn given(answers: &Answers) -> Value {
    let given = answers.iter().filter(|(_, values)| values.iter().any(|value| !value.is_empty()));
    given.map(|(name, values)| (name.to_owned(), json!(values))).collect::<Map<_, _>>().into()
}

fn reported(report: &Report) -> Value {
    match report.said {
        ReportDeployment::NotDeployed => json!({ "deployed": false, "reported_at": report.at }),
        ReportDeployment::Deployed { from, until } => json!({ "deployed": true, "start_date": from.0.to_string(),
            "end_date": until.map(|day| day.0.to_string()), "reported_at": report.at }),
    }
}

fn version(changed: &Changed) -> (i32, Value) {
    let Changed { version, at, actor, channel, .. } = changed;
    (*version, json!({ "version": version, "at": at, "by": actor, "through": channel }))
}

fn changed(changed: &Changed) -> Value {
    json!({ "version": changed.version, "answer": changed.field, "before": changed.old, "after": changed.new })
}

fn withdrawn(left: &Left) -> Value {
    json!({ "reason": left.reason, "text": left.text, "through": left.channel, "at": left.at,
        "undone_at": left.undone_at })
}

fn letter(letter: &Letter) -> Value {
    json!({ "kind": letter.kind.map(Kind::as_str), "to": letter.recipient, "written_at": letter.written_at,
        "sent_at": letter.sent_at })
}

fn unfinished(unfinished: &Unfinished) -> Value {
    json!({ "of": unfinished.part, "at": unfinished.at, "answers": given(&unfinished.typed.answers) })
}
