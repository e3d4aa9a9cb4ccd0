//! One's registration as it is stored, read back into what was said.

use domain::{
    form::Answer,
    id::{RegistrantId, RegistrationId},
    registry::{
        Registration,
        answers::{Experience, LastDeployment, Line, Name, Number, Phones},
        confirmation::ConfirmationId,
        lists::{DeployedAuthority, RegistrationStatus, YesNo},
        registration::{Employment, Places, Profession, Standing},
        state::RegistrationState,
        texts::{SpecialtyId, SubspecialtyId},
    },
    time::Day,
};
use jiff::Timestamp;
use sqlx::PgExecutor;

use crate::{Result, StoreError};

/// A registration with what is kept beside it.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its id.
    pub id: RegistrationId,
    /// Its number, as it is shown.
    pub confirmation: ConfirmationId,
    /// What it counts for.
    pub state: RegistrationState,
    /// Counts its versions, from 1.
    pub version: i32,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// When its owner last said that it is right.
    pub last_confirmed_at: Timestamp,
    /// What was said, without the number of a college.
    pub said: Registration,
    /// That number, encrypted.
    pub number_sealed: Option<Vec<u8>>,
}

/// Which registrations are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that somebody has.
    Current(RegistrantId),
    /// The newest that waits for them.
    Held(RegistrantId),
}

/// A row as it is.
#[derive(Debug)]
struct Row {
    id: RegistrationId,
    confirmation: ConfirmationId,
    state: RegistrationState,
    version: i32,
    submitted_at: jiff_sqlx::Timestamp,
    last_confirmed_at: jiff_sqlx::Timestamp,
    first_name: String,
    last_name: String,
    postal_code: String,
    primary_phone: String,
    primary_phone_ext: Option<String>,
    secondary_phone: Option<String>,
    secondary_phone_ext: Option<String>,
    email: String,
    stream: String,
    job_title: Option<String>,
    status: String,
    regulator: Option<String>,
    number_sealed: Option<Vec<u8>>,
    employment: String,
    circumstance: Option<String>,
    deploy_anywhere: bool,
    immunization: bool,
    duration: String,
    last_deployment_date: Option<jiff_sqlx::Date>,
    last_deployed_authority: Option<String>,
    indigenous: Option<bool>,
    remote_rural: Option<bool>,
    sanyas: Option<bool>,
    specialties: Vec<String>,
    areas: Vec<String>,
    employers: Vec<String>,
    locations: Vec<String>,
    placements: Vec<String>,
    hours: Vec<String>,
}

/// A registration of somebody who was not erased. Its address is theirs now. The answers about work with communities
/// are among the others: whoever reads them here is the person who gave them, so that nothing of it is written down.
#[expect(clippy::too_many_lines, reason = "one statement: every answer there is")]
pub async fn find(db: impl PgExecutor<'_>, which: Which) -> Result<Option<Stored>> {
    let (Which::Current(registrant) | Which::Held(registrant)) = which;
    let is_held = matches!(which, Which::Held(_));
    let row = sqlx::query_as!(
        Row,
        r#"select r.id as "id: _", r.confirmation_id as "confirmation: _", r.state as "state: _", r.version,
               r.submitted_at as "submitted_at: _", r.last_confirmed_at as "last_confirmed_at: _",
               r.first_name, r.last_name, r.postal_code, r.primary_phone, r.primary_phone_ext, r.secondary_phone,
               r.secondary_phone_ext, g.email as "email!", r.stream_id::text as "stream!",
               r.non_clinical_job_title as job_title, r.registration_status as status,
               r.regulator_id::text as regulator, r.number_sealed, r.current_employment as employment,
               r.employment_circumstance as circumstance, r.deploy_anywhere,
               r.has_immunization_training as immunization, r.deployment_duration as duration,
               r.last_deployment_date as "last_deployment_date: _", r.last_deployed_authority,
               x.has_indigenous_experience as "indigenous?", x.has_remote_rural_experience as "remote_rural?",
               x.has_sanyas_training as "sanyas?",
               array(select s.specialty_id::text from registration_specialties s
                   where s.registration_id = r.id order by s.position) as "specialties!",
               array(select a.specialty_id || '/' || a.subspecialty_id from registration_subspecialties a
                   join specialty_subspecialties o using (specialty_id, subspecialty_id)
                   where a.registration_id = r.id order by o.position) as "areas!",
               array(select e.employer from registration_employers e
                   where e.registration_id = r.id order by e.employer) as "employers!",
               array(select l.place_id::text from registration_locations l
                   join local_health_areas p on p.id = l.place_id
                   where l.registration_id = r.id order by p.position) as "locations!",
               array(select p.placement from registration_placements p
                   where p.registration_id = r.id order by p.placement) as "placements!",
               array(select t.deployment_type from registration_deployment_types t
                   where t.registration_id = r.id order by t.deployment_type) as "hours!"
           from registrations r join registrants g on g.id = r.registrant_id
           left join registration_cultural_experience x on x.registration_id = r.id
           where g.id = $1 and g.erased_at is null and (r.state = 'held') = $2 and r.state <> 'merged'
           order by r.submitted_at desc, r.id desc limit 1"#,
        registrant as _,
        is_held
    )
    .fetch_optional(db)
    .await?;
    row.map(Stored::try_from).transpose()
}

/// Reads a value that was checked when it came in.
fn read<T: Answer>(text: &str) -> Result<T> {
    T::read(text).map_err(|_| unreadable())
}

fn read_optional<T: Answer>(text: Option<&String>) -> Result<Option<T>> {
    text.map(|text| read(text)).transpose()
}

fn read_all<T: Answer>(texts: &[String]) -> Result<Vec<T>> {
    texts.iter().map(|text| read(text)).collect()
}

fn unreadable() -> StoreError {
    StoreError::Unreadable(serde::de::Error::custom("a registration holds what nobody can have said"))
}

const fn yes_no(yes: bool) -> YesNo {
    if yes { YesNo::Yes } else { YesNo::No }
}

impl TryFrom<Row> for Stored {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let said = Registration {
            name: Name { first: read(&row.first_name)?, last: read(&row.last_name)? },
            postal_code: read(&row.postal_code)?,
            phones: row.phones()?,
            email: read(&row.email)?,
            profession: row.profession()?,
            standing: row.standing()?,
            employment: row.employment()?,
            places: row.places()?,
            placements: read_all(&row.placements)?,
            immunization: yes_no(row.immunization),
            duration: read(&row.duration)?,
            hours: read_all(&row.hours)?,
            last_deployment: row.last_deployment()?,
        };
        Ok(Self {
            id: row.id,
            confirmation: row.confirmation,
            state: row.state,
            version: row.version,
            submitted_at: row.submitted_at.to_jiff(),
            last_confirmed_at: row.last_confirmed_at.to_jiff(),
            said,
            number_sealed: row.number_sealed,
        })
    }
}

impl Row {
    fn phones(&self) -> Result<Phones> {
        let line = |phone: &str, extension: &Option<String>| {
            Ok::<_, StoreError>(Line { phone: read(phone)?, extension: read_optional(extension.as_ref())? })
        };
        let primary = line(&self.primary_phone, &self.primary_phone_ext)?;
        let other = self.secondary_phone.as_ref().map(|phone| line(phone, &self.secondary_phone_ext));
        Ok(Phones { primary, secondary: other.transpose()? })
    }

    fn profession(&self) -> Result<Profession> {
        let stream = read(&self.stream)?;
        if let Some(title) = &self.job_title {
            return Ok(Profession::NonClinical { stream, job_title: read(title)? });
        }
        if self.specialties.is_empty() {
            return Ok(Profession::Plain(stream));
        }
        let specialties = self.specialties.iter().map(|specialty| {
            let areas = self.areas.iter().filter_map(|area| area.split_once('/'));
            let own = areas.filter(|(of, _)| of == specialty).map(|(_, area)| read(area));
            Ok::<_, StoreError>((read::<SpecialtyId>(specialty)?, own.collect::<Result<Vec<SubspecialtyId>>>()?))
        });
        Ok(Profession::Specialised { stream, specialties: specialties.collect::<Result<_>>()? })
    }

    fn standing(&self) -> Result<Standing> {
        let status: RegistrationStatus = read(&self.status)?;
        if !status.has_number() {
            return Ok(Standing::Unregistered(status));
        }
        let number = Number { regulator: read_optional(self.regulator.as_ref())?, number: None };
        Ok(Standing::Registered { status, number })
    }

    fn employment(&self) -> Result<Employment> {
        match (self.employment.as_str(), &self.circumstance) {
            (_, Some(circumstance)) => Ok(Employment::NotEmployed(read(circumstance)?)),
            ("healthSectorResidency", None) => Ok(Employment::Residency(read_all(&self.employers)?)),
            (_, None) => Ok(Employment::Employed(read_all(&self.employers)?)),
        }
    }

    fn places(&self) -> Result<Places> {
        let [indigenous, remote_rural, sanyas] =
            [self.indigenous, self.remote_rural, self.sanyas].map(|a| a.map(yes_no));
        let asked = indigenous.zip(remote_rural).zip(sanyas);
        let experience =
            asked.map(|((indigenous, remote_rural), sanyas)| Experience { indigenous, remote_rural, sanyas });
        if self.deploy_anywhere {
            return experience.map(Places::Anywhere).ok_or_else(unreadable);
        }
        Ok(Places::Chosen { places: read_all(&self.locations)?, experience })
    }

    fn last_deployment(&self) -> Result<Option<LastDeployment>> {
        let last = self.last_deployment_date.zip(self.last_deployed_authority.as_ref());
        let Some((day, authority)) = last else { return Ok(None) };
        Ok(Some(LastDeployment { day: Day(day.to_jiff()), authority: read::<DeployedAuthority>(authority)? }))
    }
}
