//! The columns of a registration that hold what was said: the one place where types become their values.

use domain::registry::{
    Registration,
    answers::Line,
    lists::YesNo,
    texts::{RegulatorId, StreamId},
};
use jiff_sqlx::ToSqlx;

use super::registrations::SealedNumber;

/// What was said, column by column.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub postal_code: &'a str,
    pub phone: &'a str,
    pub phone_e164: String,
    pub phone_ext: Option<String>,
    pub other_phone: Option<String>,
    pub other_e164: Option<String>,
    pub other_ext: Option<String>,
    pub stream: &'a StreamId,
    pub job_title: Option<String>,
    pub status: &'static str,
    pub regulator: Option<&'a RegulatorId>,
    pub number_sealed: Option<&'a [u8]>,
    pub number_mark: Option<&'a [u8]>,
    pub employment: &'static str,
    pub circumstance: Option<&'static str>,
    pub is_anywhere: bool,
    pub is_trained: bool,
    pub duration: &'static str,
    pub was_deployed: &'static str,
    pub last_day: Option<jiff_sqlx::Date>,
    pub last_authority: Option<&'static str>,
}

impl<'a> Columns<'a> {
    pub fn of(said: &'a Registration, number: Option<&'a SealedNumber>) -> Self {
        let (primary, other) = (&said.phones.primary, said.phones.secondary.as_ref());
        let extension = |line: &Line| line.extension.as_ref().map(ToString::to_string);
        let last = said.last_deployment.as_ref();
        Self {
            first_name: said.name.first.as_str(),
            last_name: said.name.last.as_str(),
            postal_code: said.postal_code.as_str(),
            phone: primary.phone.as_str(),
            phone_e164: primary.phone.e164(),
            phone_ext: extension(primary),
            other_phone: other.map(|line| line.phone.to_string()),
            other_e164: other.map(|line| line.phone.e164()),
            other_ext: other.and_then(extension),
            stream: said.profession.stream(),
            job_title: said.profession.job_title().map(ToString::to_string),
            status: said.standing.status().as_str(),
            regulator: said.standing.number().and_then(|number| number.regulator.as_ref()),
            number_sealed: number.map(|number| number.sealed.as_slice()),
            number_mark: number.map(|number| number.mark.as_slice()),
            employment: said.employment.current().as_str(),
            circumstance: said.employment.circumstance().map(|circumstance| circumstance.as_str()),
            is_anywhere: said.places.is_anywhere(),
            is_trained: said.immunization == YesNo::Yes,
            duration: said.duration.as_str(),
            was_deployed: if last.is_some() { "yes" } else { "noOrUnsure" },
            last_day: last.map(|last| last.day.0.to_sqlx()),
            last_authority: last.map(|last| last.authority.as_str()),
        }
    }
}
