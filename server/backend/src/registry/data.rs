//! Everything that is held of somebody, for themselves: to read, and as JSON. Who reads it is the person it is about,
//! so that nobody is written down for looking at answers about work with communities.

use domain::{
    done::Done,
    id::{RegistrantId, SessionId},
    paths,
    registry::{deployed::ReportDeployment, state::RegistrationState},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::registry::{
    held::{self, Consented},
    history::{self, Report, Version},
    mine::Which,
    registrants,
};

use super::{
    my,
    unsaved::{Changing, changing},
    updating::Answered,
};
use crate::{Backend, FormError, StoreError};

/// Everything that the page of one's registration shows.
#[derive(Clone, Debug)]
pub struct Mine {
    /// What it says, and what was changed and not saved.
    pub changing: Changing,
    /// The address, as it was typed.
    pub email: String,
    /// What was agreed to or not, the newest first.
    pub consents: Vec<Consented>,
    /// Its versions, the newest first.
    pub versions: Vec<Version>,
    /// Deployments that were reported, the newest first.
    pub reports: Vec<Report>,
}

/// Everything that is held of somebody.
pub async fn mine(backend: &Backend, session: SessionId, registrant: RegistrantId) -> Result<Option<Mine>, StoreError> {
    let Some(changing) = changing(backend, session, registrant).await? else { return Ok(None) };
    let mut db = backend.connection().await?;
    let Some(address) = registrants::address(&mut *db, registrant).await? else { return Ok(None) };
    Ok(Some(Mine {
        email: address.email,
        consents: held::history(&mut *db, registrant).await?,
        versions: history::versions(&mut *db, changing.stored.id).await?,
        reports: history::reports(&mut *db, changing.stored.id).await?,
        changing,
    }))
}

impl Mine {
    /// The same for programs. Names are those of the questions.
    pub fn to_json(&self, now: Timestamp) -> Value {
        let stored = &self.changing.stored;
        let answers = self.changing.draft.answers.iter().filter(|(_, values)| values.iter().any(|v| !v.is_empty()));
        let answers: serde_json::Map<String, Value> =
            answers.map(|(name, values)| (name.to_owned(), json!(values))).collect();
        let consents = self.consents.iter().map(|consent| {
            json!({ "purpose": consent.purpose, "given": consent.given, "at": consent.at,
                "text_version": consent.text_version, "text": consent.text })
        });
        let versions = self.versions.iter().map(|version| {
            json!({ "version": version.version, "at": version.at, "by": version.actor, "through": version.channel,
                "changed": version.fields })
        });
        json!({
            "written_at": now,
            "confirmation_number": stored.confirmation,
            "email": self.email,
            "state": stored.state,
            "version": stored.version,
            "sent_at": stored.submitted_at,
            "last_confirmed_at": stored.last_confirmed_at,
            "answers": answers,
            "consents": consents.collect::<Vec<_>>(),
            "versions": versions.collect::<Vec<_>>(),
            "deployments": self.reports.iter().map(reported).collect::<Vec<_>>(),
        })
    }
}

fn reported(report: &Report) -> Value {
    match report.said {
        ReportDeployment::NotDeployed => json!({ "deployed": false, "reported_at": report.at }),
        ReportDeployment::Deployed { from, until } => json!({ "deployed": true, "start_date": from.0.to_string(),
            "end_date": until.map(|day| day.0.to_string()), "reported_at": report.at }),
    }
}

/// Keeps what somebody reports of a deployment.
pub async fn report(
    backend: &Backend,
    registrant: RegistrantId,
    said: ReportDeployment,
) -> Result<Answered, FormError> {
    let stored = my::find(backend, Which::Current(registrant)).await?.ok_or(FormError::NotFound)?;
    if stored.state == RegistrationState::Withdrawn {
        return Ok((paths::my_rejoin(), None));
    }
    history::report(&backend.db, stored.id, said, backend.clock.now()).await?;
    Ok((paths::my_registration(), Some(Done::DeploymentReported)))
}
