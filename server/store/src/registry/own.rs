//! What is held of somebody besides the answers of their registration, for themselves. Each is one statement, whose
//! lists are written as JSON by the database.

use domain::{
    id::RegistrantId,
    registry::{
        deployed::ReportDeployment,
        sending::Consent,
        state::{Channel, WithdrawalReason},
    },
    time::Day,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sqlx::{PgExecutor, types::Json};
use uuid::Uuid;

use crate::Result;

/// Something that somebody agreed to or not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Consented {
    /// What.
    pub purpose: Consent,
    /// Whether they agreed.
    pub given: bool,
    /// When.
    pub at: Timestamp,
    /// Through what.
    pub channel: Channel,
    /// Which text they read.
    pub text_version: i32,
    /// The text.
    pub text: String,
}

/// A deployment, as its owner reported it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// What they said.
    pub said: ReportDeployment,
    /// When.
    pub at: Timestamp,
}

#[derive(Debug, Deserialize)]
struct Reported {
    start_date: Option<Date>,
    end_date: Option<Date>,
    reported_at: Timestamp,
}

impl From<Reported> for Report {
    fn from(row: Reported) -> Self {
        let said = row.start_date.map_or(ReportDeployment::NotDeployed, |from| ReportDeployment::Deployed {
            from: Day(from),
            until: row.end_date.map(Day),
        });
        Self { said, at: row.reported_at }
    }
}

/// What stands beside one's answers.
#[derive(Clone, Debug)]
pub struct Beside {
    /// What was agreed to or not, the newest first.
    pub consents: Vec<Consented>,
    /// Deployments that were reported, the newest first.
    pub reports: Vec<Report>,
    /// Whether messages of campaigns are stopped.
    pub are_messages_stopped: bool,
}

/// What stands beside the answers of somebody who was not erased.
pub async fn beside(db: impl PgExecutor<'_>, registrant: RegistrantId) -> Result<Option<Beside>> {
    let row = sqlx::query!(
        r#"select g.messages_stopped_at is not null as "stopped!",
               coalesce((select json_agg(json_build_object('purpose', c.purpose, 'given', c.given, 'at', c.at,
                       'channel', c.channel, 'text_version', c.text_version, 'text', t.body) order by c.at desc, c.id desc)
                   from consents c join consent_texts t on t.purpose = c.purpose and t.version = c.text_version
                   where c.registrant_id = g.id), '[]') as "consents!: Json<Vec<Consented>>",
               coalesce((select json_agg(json_build_object('start_date', d.start_date, 'end_date', d.end_date,
                       'reported_at', d.reported_at) order by d.reported_at desc, d.id desc)
                   from deployment_reports d join registrations r on r.id = d.registration_id
                   where r.registrant_id = g.id and r.state not in ('held', 'merged')), '[]')
                   as "reports!: Json<Vec<Reported>>"
           from registrants g where g.id = $1 and g.erased_at is null"#,
        registrant as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Beside {
        consents: row.consents.0,
        reports: row.reports.0.into_iter().map(Report::from).collect(),
        are_messages_stopped: row.stopped,
    }))
}

/// A change of address that was asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Moved {
    /// The address before.
    pub old_email: String,
    /// The other one.
    pub new_email: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When it was proved, and so changed.
    pub changed_at: Option<Timestamp>,
    /// When that was undone.
    pub undone_at: Option<Timestamp>,
}

/// What is known about somebody and their registration, besides what they answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct About {
    /// Whether the address is proved: `unverified`, `verified`, `imported`, `bouncing` or `complained`.
    pub address_state: String,
    /// Since when.
    pub address_confirmed_at: Option<Timestamp>,
    /// The language of their messages.
    pub language: String,
    /// When they came here first.
    pub registered_at: Timestamp,
    /// Whether nothing of them may be deleted.
    pub legal_hold: bool,
    /// When they certified their answers.
    pub certified_at: Timestamp,
    /// Which text they certified.
    pub certified_version: i32,
    /// The text.
    pub certified_text: String,
    /// Other numbers by which the registration is found.
    pub other_numbers: Vec<String>,
    /// The organisations whose staff see it because of its places.
    pub seen_by: Vec<String>,
    /// Changes of address, the newest first.
    pub email_changes: Vec<Moved>,
}

/// That somebody left.
#[derive(Clone, Debug, Deserialize)]
pub struct Left {
    /// Its id, for which their own words are encrypted.
    pub id: Uuid,
    /// Why.
    pub reason: WithdrawalReason,
    /// Through what.
    pub channel: Channel,
    /// In their own words, encrypted and then in base 64.
    pub text: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When they came back.
    pub undone_at: Option<Timestamp>,
}

/// What was typed and not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// A registration that was saved for the address.
    Draft,
    /// Changes of the registration.
    Update,
}

/// An answer that was typed and not sent.
#[derive(Clone, Debug, Deserialize)]
pub struct Typed {
    /// The name it is kept under.
    pub question: String,
    /// As it was typed.
    pub typed: Option<Vec<String>>,
    /// The same encrypted, and then in base 64.
    pub sealed: Option<String>,
}

/// Answers that were typed and not sent.
#[derive(Clone, Debug, Deserialize)]
pub struct Unfinished {
    /// Of what.
    pub part: Part,
    /// The draft, or the registration.
    pub id: Uuid,
    /// When it was last written.
    pub at: Timestamp,
    /// The answers.
    pub answers: Vec<Typed>,
}

/// Everything that is held of somebody besides their answers, their history, and what stands beside them.
#[derive(Clone, Debug, Deserialize)]
pub struct Rest {
    /// What is known about them.
    #[serde(flatten)]
    pub about: About,
    /// Every time that they left, the newest first.
    pub withdrawals: Vec<Left>,
    /// What they typed and did not send.
    pub unfinished: Vec<Unfinished>,
}

/// The rest that is held of somebody who was not erased.
#[expect(clippy::too_many_lines, reason = "one statement")]
pub async fn rest(db: impl PgExecutor<'_>, registrant: RegistrantId) -> Result<Option<Rest>> {
    let row = sqlx::query_scalar!(
        r#"select json_build_object(
               'address_state', g.email_state, 'address_confirmed_at', g.email_verified_at, 'language', g.locale,
               'registered_at', g.created_at, 'legal_hold', g.legal_hold, 'certified_at', r.certified_at,
               'certified_version', r.certification_version, 'certified_text', t.body,
               'other_numbers', (select coalesce(json_agg(a.confirmation_id order by a.confirmation_id), '[]')
                   from confirmation_aliases a where a.registration_id = r.id),
               'seen_by', (select coalesce(json_agg(h.name order by h.position), '[]') from registration_scopes s
                   join health_authorities h on h.key = s.authority_key where s.registration_id = r.id),
               'withdrawals', (select coalesce(json_agg(json_build_object('id', w.id, 'reason', w.reason,
                       'channel', w.channel, 'text', translate(encode(w.text_sealed, 'base64'), E'\n', ''), 'at', w.at,
                       'undone_at', w.undone_at) order by w.at desc, w.id desc), '[]')
                   from withdrawals w where w.registration_id = r.id),
               'email_changes', (select coalesce(json_agg(json_build_object('old_email', e.old_email,
                       'new_email', e.new_email, 'asked_at', e.asked_at, 'changed_at', e.changed_at,
                       'undone_at', e.undone_at) order by e.asked_at desc), '[]')
                   from email_changes e where e.registrant_id = g.id),
               'unfinished', (select coalesce(json_agg(json_build_object('part', u.part, 'id', u.id, 'at', u.at,
                       'answers', u.answers) order by u.at desc), '[]')
                   from (
                       select 'draft' as part, d.id, d.touched_at as at,
                           (select coalesce(json_agg(json_build_object('question', a.question, 'typed', a.typed,
                                   'sealed', translate(encode(a.sealed, 'base64'), E'\n', '')) order by a.question), '[]')
                               from draft_answers a where a.draft_id = d.id) as answers
                       from registration_drafts d where d.email_norm = g.email_norm and d.saved_at is not null
                       union all
                       select 'update', p.registration_id, p.at,
                           (select coalesce(json_agg(json_build_object('question', a.question, 'typed', a.typed,
                                   'sealed', translate(encode(a.sealed, 'base64'), E'\n', '')) order by a.question), '[]')
                               from registration_update_answers a where a.registration_id = p.registration_id)
                       from registration_updates p where p.registration_id = r.id) u))
               as "rest!: Json<Rest>"
           from registrants g join registrations r on r.registrant_id = g.id and r.state not in ('held', 'merged')
           join consent_texts t on t.purpose = r.certification_purpose and t.version = r.certification_version
           where g.id = $1 and g.erased_at is null"#,
        registrant as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|Json(rest)| rest))
}
