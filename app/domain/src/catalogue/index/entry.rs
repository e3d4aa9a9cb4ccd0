//! What is kept of each publication.

use jiff::{Timestamp, civil::Date};

use super::values::{Value, ValueSet, Values};
use crate::{
    catalogue::{
        availability::{Orderability, Stock},
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        search::Facet,
        taxonomy::LanguageTag,
    },
    id::{EditionId, PublicationId},
};

/// A publication as it comes from the database.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Its id.
    pub id: PublicationId,
    /// Its title, folded.
    pub title: String,
    /// Titles of its live editions that have one of their own, folded.
    pub titles: Vec<String>,
    /// Slug of its programme.
    pub programme: String,
    /// Name of its programme, folded.
    pub programme_name: String,
    /// Keys of its diseases.
    pub diseases: Vec<String>,
    /// Keys of its vaccinations.
    pub vaccinations: Vec<String>,
    /// Keys of its audiences.
    pub audiences: Vec<String>,
    /// Keys of its settings.
    pub settings: Vec<String>,
    /// When the work itself was changed.
    pub updated_at: Timestamp,
    /// Copies ordered and downloads of the last 90 days.
    pub popularity: i64,
    /// Its live editions.
    pub editions: Vec<NewEdition>,
}

/// A live edition as it comes from the database.
#[derive(Clone, Debug)]
pub struct NewEdition {
    /// Its id.
    pub id: EditionId,
    /// Its language.
    pub language: LanguageTag,
    /// Its format.
    pub format: AccessibleFormat,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// How people get it.
    pub access: AccessType,
    /// Whether only some people may have it.
    pub is_restricted: bool,
    /// First day of ordering.
    pub order_from: Option<Date>,
    /// Last day of ordering.
    pub order_end: Option<Date>,
    /// Its version.
    pub version: i32,
    /// Its code, normalised.
    pub code: String,
    /// When it was published.
    pub published_at: Timestamp,
    /// When it was changed.
    pub updated_at: Timestamp,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A publication in memory.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: PublicationId,
    /// Its title, folded.
    pub title: String,
    of_editions: Vec<String>,
    pub(super) programme_name: String,
    pub(super) popularity: i64,
    pub(super) work_updated_at: i64,
    /// Of the work and all its live editions.
    pub(super) updated_at: i64,
    of_work: [ValueSet; 5],
    /// Its live editions.
    pub editions: Vec<EditionEntry>,
}

/// A live edition in memory.
#[derive(Clone, Debug)]
pub struct EditionEntry {
    /// Its id.
    pub id: EditionId,
    /// Its code, normalised.
    pub code: String,
    language: Value,
    format: Value,
    resource_type: Value,
    access: Value,
    access_type: AccessType,
    is_restricted: bool,
    order_from: Option<Date>,
    order_end: Option<Date>,
    pub(super) version: i32,
    pub(super) published_at: i64,
    pub(super) updated_at: i64,
    pub(super) created_at: i64,
}

impl Entry {
    pub(super) fn of(new: NewEntry, values: &mut Values) -> Self {
        let editions: Vec<EditionEntry> =
            new.editions.into_iter().map(|edition| EditionEntry::of(edition, values)).collect();
        let work_updated_at = new.updated_at.as_microsecond();
        let of_editions = editions.iter().map(|edition| edition.updated_at).max().unwrap_or_default();
        Self {
            id: new.id,
            title: new.title,
            of_editions: new.titles,
            programme_name: new.programme_name,
            popularity: new.popularity,
            work_updated_at,
            updated_at: work_updated_at.max(of_editions),
            of_work: [
                values.set(Facet::Programme, &[new.programme]),
                values.set(Facet::Disease, &new.diseases),
                values.set(Facet::Vaccination, &new.vaccinations),
                values.set(Facet::Audience, &new.audiences),
                values.set(Facet::Setting, &new.settings),
            ],
            editions,
        }
    }

    /// Its titles in all languages, folded.
    pub(super) fn titles(&self) -> impl Iterator<Item = &str> {
        [&self.title].into_iter().chain(&self.of_editions).map(String::as_str)
    }

    /// The values of a facet of the work.
    pub(super) fn values(&self, facet: Facet) -> &ValueSet {
        let at = match facet {
            Facet::Disease => 1,
            Facet::Vaccination => 2,
            Facet::Audience => 3,
            Facet::Setting => 4,
            _ => 0,
        };
        &self.of_work[at]
    }
}

impl EditionEntry {
    fn of(new: NewEdition, values: &mut Values) -> Self {
        Self {
            id: new.id,
            code: new.code,
            language: values.number(Facet::Language, new.language.as_str()),
            format: values.number(Facet::Format, new.format.as_str()),
            resource_type: values.number(Facet::Type, new.resource_type.as_str()),
            access: values.number(Facet::Access, new.access.as_str()),
            access_type: new.access,
            is_restricted: new.is_restricted,
            order_from: new.order_from,
            order_end: new.order_end,
            version: new.version,
            published_at: new.published_at.as_microsecond(),
            updated_at: new.updated_at.as_microsecond(),
            created_at: new.created_at.as_microsecond(),
        }
    }

    /// Its value of a facet of editions; whether it can be ordered is not a value but a rule.
    pub(super) const fn value(&self, facet: Facet) -> Option<Value> {
        match facet {
            Facet::Language => Some(self.language),
            Facet::Format => Some(self.format),
            Facet::Type => Some(self.resource_type),
            Facet::Access => Some(self.access),
            _ => None,
        }
    }

    /// What the availability rule looks at, as far as it matters for whether copies can be ordered: of stock only
    /// whether the last pack is gone for good. Where more will be printed, orders wait.
    pub(super) const fn orderability(&self, is_sold_out: bool) -> Orderability {
        Orderability {
            status: EditionStatus::Live,
            access: self.access_type,
            is_restricted: self.is_restricted,
            order_from: self.order_from,
            order_end: self.order_end,
            unit_of_issue: 1,
            stock: Stock { available: 0, minimum_level: 0, was_received: true, runs_to_zero: is_sold_out },
        }
    }
}
