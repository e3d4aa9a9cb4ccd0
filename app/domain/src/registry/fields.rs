//! Every question of the registry, declared once. Names are those of the data that people export.

use super::{
    lists::{
        Circumstance, CurrentEmployment, DeployedAuthority, DeploymentType, Duration, Employer, Placement,
        PreviousDeployment, RegistrationStatus, YesNo,
    },
    texts::{
        Extension, GivenName, JobTitle, Phone, PlaceId, PostalCode, RegistrationNumber, RegulatorId, SpecialtyId,
        StreamId, SubspecialtyId,
    },
};
use crate::{
    date_field,
    form::{DateField, Field, Kind},
    text::EmailAddress,
};

/// First name.
pub const FIRST_NAME: Field<GivenName> = Field::new("first_name").autocomplete("given-name");
/// Last name.
pub const LAST_NAME: Field<GivenName> = Field::new("last_name").autocomplete("family-name");
/// Postal code.
pub const POSTAL_CODE: Field<PostalCode> = Field::new("postal_code").autocomplete("postal-code").width(10);
/// Telephone number.
pub const PRIMARY_PHONE: Field<Phone> =
    Field::new("primary_phone").kind(Kind::Telephone).autocomplete("tel-national").width(20);
/// Its extension.
pub const PRIMARY_PHONE_EXT: Field<Extension> = Field::new("primary_phone_ext").width(10).optional();
/// Another telephone number.
pub const SECONDARY_PHONE: Field<Phone> = Field::new("secondary_phone").kind(Kind::Telephone).width(20).optional();
/// Its extension.
pub const SECONDARY_PHONE_EXT: Field<Extension> = Field::new("secondary_phone_ext").width(10).optional();
/// E-mail address.
pub const EMAIL: Field<EmailAddress> = Field::new("email").kind(Kind::Email).autocomplete("email");
/// Profession.
pub const STREAM: Field<StreamId> = Field::new("stream").kind(Kind::Radios);
/// Title of a job that is not clinical.
pub const NON_CLINICAL_JOB_TITLE: Field<JobTitle> =
    Field::new("non_clinical_job_title").autocomplete("organization-title");
/// Specialties of the profession.
pub const SPECIALTIES: Field<SpecialtyId> = Field::new("specialties").kind(Kind::Checkboxes);
/// Areas of one specialty.
pub const SUBSPECIALTIES: Field<SubspecialtyId> = Field::new("subspecialties").kind(Kind::Checkboxes);
/// How they stand with their college.
pub const REGISTRATION_STATUS: Field<RegistrationStatus> = Field::new("registration_status").kind(Kind::Radios);
/// Their college.
pub const REGULATOR: Field<RegulatorId> = Field::new("regulator").kind(Kind::Select).optional();
/// Their number there.
pub const REGISTRATION_NUMBER: Field<RegistrationNumber> = Field::new("registration_number").width(20).optional();
/// Whether they work in the health sector.
pub const CURRENT_EMPLOYMENT: Field<CurrentEmployment> = Field::new("current_employment").kind(Kind::Radios);
/// Where they are employed, or in a practicum or residency.
pub const EMPLOYERS: Field<Employer> = Field::new("employers").kind(Kind::Checkboxes);
/// What describes those who do not.
pub const EMPLOYMENT_CIRCUMSTANCE: Field<Circumstance> = Field::new("employment_circumstance").kind(Kind::Radios);
/// Whether they would go anywhere.
pub const DEPLOY_ANYWHERE: Field<YesNo> = Field::new("deploy_anywhere").kind(Kind::Radios);
/// Where they would go.
pub const LOCATIONS: Field<PlaceId> = Field::new("locations").kind(Kind::Checkboxes);
/// Whether they have worked with an Indigenous community.
pub const HAS_INDIGENOUS_EXPERIENCE: Field<YesNo> = Field::new("has_indigenous_experience").kind(Kind::Radios);
/// Whether they have worked in a remote or rural community.
pub const HAS_REMOTE_RURAL_EXPERIENCE: Field<YesNo> = Field::new("has_remote_rural_experience").kind(Kind::Radios);
/// Whether they have completed San'yas Indigenous cultural safety training.
pub const HAS_SANYAS_TRAINING: Field<YesNo> = Field::new("has_sanyas_training").kind(Kind::Radios);
/// Kinds of placement they would take.
pub const PLACEMENT_OPTIONS: Field<Placement> = Field::new("placement_options").kind(Kind::Checkboxes);
/// Whether they have had immunization training.
pub const HAS_IMMUNIZATION_TRAINING: Field<YesNo> = Field::new("has_immunization_training").kind(Kind::Radios);
/// The longest they could be deployed.
pub const DEPLOYMENT_DURATION: Field<Duration> = Field::new("deployment_duration").kind(Kind::Radios);
/// The hours they could work.
pub const DEPLOYMENT_TYPES: Field<DeploymentType> = Field::new("deployment_types").kind(Kind::Checkboxes);
/// Whether they have been deployed before.
pub const HAS_PREVIOUS_DEPLOYMENT: Field<PreviousDeployment> = Field::new("has_previous_deployment").kind(Kind::Radios);
/// When they were last deployed.
pub const LAST_DEPLOYMENT_DATE: DateField =
    date_field!("last_deployment_date").problems(&["malformed", "incomplete", "year", "future"]);
/// With whom.
pub const LAST_DEPLOYED_AUTHORITY: Field<DeployedAuthority> = Field::new("last_deployed_authority").kind(Kind::Select);
