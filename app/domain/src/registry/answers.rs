//! The typed answers to each page, and the one rule that reads them.

use serde::{Deserialize, Serialize};

use super::{
    Step,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, DEPLOYMENT_DURATION, DEPLOYMENT_TYPES, EMAIL, EMPLOYERS,
        EMPLOYMENT_CIRCUMSTANCE, FIRST_NAME, HAS_IMMUNIZATION_TRAINING, HAS_INDIGENOUS_EXPERIENCE,
        HAS_PREVIOUS_DEPLOYMENT, HAS_REMOTE_RURAL_EXPERIENCE, HAS_SANYAS_TRAINING, LAST_DEPLOYED_AUTHORITY,
        LAST_DEPLOYMENT_DATE, LAST_NAME, LOCATIONS, NON_CLINICAL_JOB_TITLE, PLACEMENT_OPTIONS, POSTAL_CODE,
        PRIMARY_PHONE, PRIMARY_PHONE_EXT, REGISTRATION_NUMBER, REGISTRATION_STATUS, REGULATOR, SECONDARY_PHONE,
        SECONDARY_PHONE_EXT, SPECIALTIES, STREAM, SUBSPECIALTIES,
    },
    lists::{DeployedAuthority, YesNo},
    texts::{Extension, GivenName, Phone, RegistrationNumber, RegulatorId},
};
use crate::{
    form::{Answer, Answers, Facts, Field, FieldErrors, Problem, Reader},
    time::Day,
};

/// What somebody is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// First name.
    pub first: GivenName,
    /// Last name.
    pub last: GivenName,
}

/// A telephone number and the extension behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The number.
    pub phone: Phone,
    /// The extension.
    pub extension: Option<Extension>,
}

/// Where somebody can be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phones {
    /// First of all.
    pub primary: Line,
    /// Else.
    pub secondary: Option<Line>,
}

/// A number that a college gave, and which one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The college.
    pub regulator: Option<RegulatorId>,
    /// The number.
    pub number: Option<RegistrationNumber>,
}

/// Work with Indigenous and remote communities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Experience {
    /// With an Indigenous community.
    pub indigenous: YesNo,
    /// In a remote or rural community.
    pub remote_rural: YesNo,
    /// San'yas Indigenous cultural safety training.
    pub sanyas: YesNo,
}

/// When somebody was last deployed, and with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDeployment {
    /// The day.
    pub day: Day,
    /// The health authority.
    pub authority: DeployedAuthority,
}

/// Everything that is wrong with the answers to a page.
pub(super) fn check(step: &Step, answers: &Answers, facts: &Facts) -> FieldErrors {
    let wrong = match step {
        Step::Name => name(answers).err(),
        Step::PostalCode => one(&POSTAL_CODE, answers).err(),
        Step::Phones => phones(answers).err(),
        Step::Email => one(&EMAIL, answers).err(),
        Step::Profession => listed(&STREAM, answers, facts).err(),
        Step::JobTitle => one(&NON_CLINICAL_JOB_TITLE, answers).err(),
        Step::Specialties => several_listed(&SPECIALTIES, answers, facts).err(),
        Step::Subspecialties(_) => several_listed(&SUBSPECIALTIES, answers, facts).err(),
        Step::RegistrationStatus => one(&REGISTRATION_STATUS, answers).err(),
        Step::RegistrationNumber => number(answers, facts).err(),
        Step::Employment => one(&CURRENT_EMPLOYMENT, answers).err(),
        Step::Employers => several(&EMPLOYERS, answers).err(),
        Step::Circumstance => one(&EMPLOYMENT_CIRCUMSTANCE, answers).err(),
        Step::Anywhere => one(&DEPLOY_ANYWHERE, answers).err(),
        Step::Locations => several_listed(&LOCATIONS, answers, facts).err(),
        Step::Experience => experience(answers).err(),
        Step::Placements => several(&PLACEMENT_OPTIONS, answers).err(),
        Step::Immunization => one(&HAS_IMMUNIZATION_TRAINING, answers).err(),
        Step::Duration => one(&DEPLOYMENT_DURATION, answers).err(),
        Step::Hours => several(&DEPLOYMENT_TYPES, answers).err(),
        Step::DeployedBefore => one(&HAS_PREVIOUS_DEPLOYMENT, answers).err(),
        Step::LastDeployment => last_deployment(answers, facts).err(),
    };
    wrong.unwrap_or_default()
}

/// The answer to the one question of a page.
pub(super) fn one<T: Answer>(field: &Field<T>, answers: &Answers) -> Result<T, FieldErrors> {
    let mut read = Reader::new(answers);
    let answer = read.required(field);
    read.finish(|| answer)
}

/// The answer to it from a list on offer.
pub(super) fn listed<T: Answer>(field: &Field<T>, answers: &Answers, facts: &Facts) -> Result<T, FieldErrors> {
    let mut read = Reader::new(answers);
    let answer = read.listed(field, facts);
    read.finish(|| answer)
}

/// The answers to the one question of a page that takes several.
pub(super) fn several<T: Answer + PartialEq>(field: &Field<T>, answers: &Answers) -> Result<Vec<T>, FieldErrors> {
    let mut read = Reader::new(answers);
    let several = read.several(field);
    read.finish(|| several)
}

/// The answers to it from a list on offer.
pub(super) fn several_listed<T: Answer + PartialEq>(
    field: &Field<T>,
    answers: &Answers,
    facts: &Facts,
) -> Result<Vec<T>, FieldErrors> {
    let mut read = Reader::new(answers);
    let several = read.several_listed(field, facts);
    read.finish(|| several)
}

/// Both names.
pub(super) fn name(answers: &Answers) -> Result<Name, FieldErrors> {
    let mut read = Reader::new(answers);
    let (first, last) = (read.required(&FIRST_NAME), read.required(&LAST_NAME));
    read.finish(|| Some(Name { first: first?, last: last? }))
}

/// One or two numbers, each with or without an extension. An extension needs its number.
pub(super) fn phones(answers: &Answers) -> Result<Phones, FieldErrors> {
    let mut read = Reader::new(answers);
    let (primary, extension) = (read.required(&PRIMARY_PHONE), read.optional(&PRIMARY_PHONE_EXT));
    if extension.is_some() && is_blank(answers, PRIMARY_PHONE.name()) {
        read.refuse(PRIMARY_PHONE_EXT.name(), Problem::new("orphan"));
    }
    let (secondary, other_extension) = (read.optional(&SECONDARY_PHONE), read.optional(&SECONDARY_PHONE_EXT));
    if other_extension.is_some() && is_blank(answers, SECONDARY_PHONE.name()) {
        read.refuse(SECONDARY_PHONE_EXT.name(), Problem::new("orphan"));
    }
    read.finish(|| {
        let secondary = secondary.map(|phone| Line { phone, extension: other_extension });
        Some(Phones { primary: Line { phone: primary?, extension }, secondary })
    })
}

fn is_blank(answers: &Answers, name: &str) -> bool {
    answers.first(name).trim().is_empty()
}

/// A college from those on offer, and a number; both may be left out.
pub(super) fn number(answers: &Answers, facts: &Facts) -> Result<Number, FieldErrors> {
    let mut read = Reader::new(answers);
    let regulator = if is_blank(answers, REGULATOR.name()) { None } else { read.listed(&REGULATOR, facts) };
    let number = read.optional(&REGISTRATION_NUMBER);
    read.finish(|| Some(Number { regulator, number }))
}

/// The three questions about communities.
pub(super) fn experience(answers: &Answers) -> Result<Experience, FieldErrors> {
    let mut read = Reader::new(answers);
    let indigenous = read.required(&HAS_INDIGENOUS_EXPERIENCE);
    let remote_rural = read.required(&HAS_REMOTE_RURAL_EXPERIENCE);
    let sanyas = read.required(&HAS_SANYAS_TRAINING);
    read.finish(|| Some(Experience { indigenous: indigenous?, remote_rural: remote_rural?, sanyas: sanyas? }))
}

/// A day that is not to come, and a health authority.
pub(super) fn last_deployment(answers: &Answers, facts: &Facts) -> Result<LastDeployment, FieldErrors> {
    let mut read = Reader::new(answers);
    let day = read.required_date(&LAST_DEPLOYMENT_DATE);
    if let (Some(day), Some(today)) = (day, facts.today)
        && day > today
    {
        read.refuse(LAST_DEPLOYMENT_DATE.name(), Problem::new("future"));
    }
    let authority = read.required(&LAST_DEPLOYED_AUTHORITY);
    read.finish(|| Some(LastDeployment { day: day?, authority: authority? }))
}
