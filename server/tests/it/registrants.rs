//! People who register, for a test, with only what it is about.

use std::{collections::BTreeMap, net::IpAddr};

use backend::{
    Backend, FormError,
    registry::{Writer, drafts},
};
use domain::{
    form::{Answers, FieldError},
    id::{DraftId, SessionId},
    locale::Locale,
    paths::Path,
    registry::{
        Draft, Step,
        forms::{AnswerStep, ShownVersion, Then},
        human_check::{Challenge, Solution},
        sending::{Certified, Consent, SendRegistration},
    },
};

use crate::{visitor::Visitor, world::World};

/// A midwife who would go to Abbotsford. Others with the same telephone and postal code are a household.
#[derive(Clone)]
pub struct Person {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone: String,
    pub postal_code: String,
    pub number: Option<String>,
    /// Other answers than hers, page by page.
    pub otherwise: Vec<(Step, Answers)>,
}

/// Whoever writes: in English, from nowhere.
pub const WRITER: Writer = Writer { locale: Locale::English, from: None };

/// Answers to the questions of a page.
pub fn given(pairs: &[(&'static str, &str)]) -> Answers {
    pairs.iter().fold(Answers::default(), |answers, (name, value)| answers.with(*name, *value))
}

impl Person {
    pub fn named(first_name: &str) -> Self {
        Self {
            first_name: first_name.to_owned(),
            last_name: "Lovelace".to_owned(),
            email: format!("{}@example.com", first_name.to_lowercase()),
            phone: "(250) 555-0142".to_owned(),
            postal_code: "v8w9w2".to_owned(),
            number: None,
            otherwise: Vec::new(),
        }
    }

    fn draft(&self) -> Draft {
        let pages = [
            (Step::Name, given(&[("first_name", &self.first_name), ("last_name", &self.last_name)])),
            (Step::PostalCode, given(&[("postal_code", &self.postal_code)])),
            (Step::Phones, given(&[("primary_phone", &self.phone)])),
            (Step::Email, given(&[("email", &self.email)])),
            (Step::Profession, given(&[("stream", "Midwife")])),
            (Step::RegistrationStatus, given(&[("registration_status", "registered")])),
            (Step::RegistrationNumber, Answers::default()),
            (Step::Employment, given(&[("current_employment", "notHealthSectorEmployed")])),
            (Step::Circumstance, given(&[("employment_circumstance", "retired")])),
            (Step::Anywhere, given(&[("deploy_anywhere", "no")])),
            (Step::Locations, given(&[("locations", "Abbotsford")])),
            (Step::Placements, given(&[("placement_options", "homeSupport"), ("placement_options", "anywhere")])),
            (Step::Immunization, given(&[("has_immunization_training", "yes")])),
            (Step::Duration, given(&[("deployment_duration", "twoWeeks")])),
            (Step::Hours, given(&[("deployment_types", "partTime")])),
            (Step::DeployedBefore, given(&[("has_previous_deployment", "noOrUnsure")])),
        ];
        let pages = pages.iter().chain(&self.otherwise);
        pages.fold(Draft::default(), |draft, (step, answers)| draft.with_step(step, answers))
    }
}

/// Somebody at "Check your answers".
#[derive(Clone)]
pub struct Ready {
    pub session: SessionId,
    pub draft: DraftId,
    pub form: SendRegistration,
    pub from: Option<IpAddr>,
    /// The cookies of their browser.
    pub cookies: BTreeMap<String, String>,
}

impl Ready {
    /// Their browser.
    pub fn browser(&self, world: &World) -> Visitor {
        let mut visitor = world.visitor();
        visitor.cookies.clone_from(&self.cookies);
        visitor
    }

    /// What the button of the last page posts.
    pub fn body(&self) -> String {
        format!("shown_version={}&certification=yes", self.form.version.0)
    }

    pub async fn sends(&self, backend: &Backend) -> Result<Path, FormError> {
        let Self { session, draft, form, from, .. } = self;
        backend::registry::sending::send(backend, *session, *draft, form, *from, Locale::English).await
    }
}

/// Somebody who answered every page, and proved a mailbox before: no automatic check.
pub async fn ready(world: &World, person: &Person) -> Ready {
    let ready = unproved(world, person).await;
    store::sessions::confirm_email(&world.backend.db, ready.session, "mailbox@example.com").await.expect("proved");
    ready
}

/// Somebody who answered every page.
pub async fn unproved(world: &World, person: &Person) -> Ready {
    let backend = &world.backend;
    let (session, sid) = backend::sessions::begin(backend).await.expect("a session");
    let (draft, token) = drafts::begin(backend, Locale::English).await.expect("a draft");
    let typed = person.draft();
    for (question, values) in typed.answers.iter().filter(|(_, values)| !values.is_empty()) {
        sqlx::query("insert into draft_answers (draft_id, question, typed) values ($1, $2, $3)")
            .bind(draft.0)
            .bind(question)
            .bind(values)
            .execute(&backend.db)
            .await
            .expect("an answer");
    }
    sqlx::query("update registration_drafts set visited = $2 where id = $1")
        .bind(draft.0)
        .bind(typed.visited.into_iter().collect::<Vec<_>>())
        .execute(&backend.db)
        .await
        .expect("seen");
    if let Some(number) = &person.number {
        let typed = given(&[("regulator", ""), ("registration_number", number)]);
        let version = ShownVersion(version(world, draft).await, None);
        let form = AnswerStep { step: Step::RegistrationNumber, version, then: Then::Continue, typed };
        drafts::answer(backend, draft, &form, WRITER).await.expect("a number");
    }
    let version = ShownVersion(version(world, draft).await, None);
    let form = SendRegistration { version, certification: Certified::Yes, consents: Vec::new(), human_check: None };
    let cookies = [("__Host-sid", sid), ("__Host-draft", token)]
        .map(|(name, token)| (name.to_owned(), token.as_str().to_owned()));
    Ready { session, draft, form, from: None, cookies: cookies.into() }
}

async fn version(world: &World, draft: DraftId) -> i32 {
    drafts::find(&world.backend, draft).await.expect("the database").expect("a draft").version
}

impl Ready {
    pub fn sending_from(mut self, address: &str) -> Self {
        self.from = Some(address.parse().expect("an address"));
        self
    }

    pub fn agreeing(mut self, consents: &[Consent]) -> Self {
        self.form.consents = consents.to_vec();
        self
    }

    pub fn with_check(mut self, solution: Solution) -> Self {
        self.form.human_check = Some(solution);
        self
    }
}

/// Solves a sum as a browser does.
pub fn solve(challenge: &Challenge) -> Solution {
    let hash =
        |number: &u32| backend::secrets::hex(&backend::secrets::hash_token(&format!("{}{number}", challenge.salt)));
    let number = (0..=challenge.max).find(|number| hash(number) == challenge.challenge);
    challenge.solved(number.expect("a number"))
}

/// Why something was refused: the ids of the words.
pub fn refused(outcome: Result<Path, FormError>) -> String {
    match outcome {
        Err(FormError::Refused(errors)) => errors.iter().map(FieldError::words_id).collect(),
        other => format!("{other:?}"),
    }
}

/// That it was taken.
pub fn taken(outcome: Result<Path, FormError>) {
    assert_eq!(outcome.expect("it is taken"), domain::paths::register_done());
}
