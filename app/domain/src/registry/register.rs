//! What is on offer now: professions, places and colleges, as rows of reference lists.

use super::{
    Draft, Step,
    fields::{LOCATIONS, REGULATOR, SPECIALTIES, STREAM, SUBSPECIALTIES},
    texts::{AreaId, PlaceId, RegionId, RegulatorId, SpecialtyId, StreamId, SubspecialtyId},
};
use crate::{form::Facts, time::Day};

/// A profession.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Its id, as it is stored and exported.
    pub id: StreamId,
    /// Its name.
    pub name: String,
    /// Whether its people are asked for the title of their job.
    pub asks_job_title: bool,
    /// Its specialties, in the order they are shown.
    pub specialties: Vec<Specialty>,
}

/// A specialty of a profession.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specialty {
    /// Its id.
    pub id: SpecialtyId,
    /// Its name.
    pub name: String,
    /// Its areas, in the order they are shown.
    pub subspecialties: Vec<Subspecialty>,
}

/// An area of a specialty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subspecialty {
    /// Its id.
    pub id: SubspecialtyId,
    /// Its name.
    pub name: String,
}

/// A region of the province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Whether who would go there is asked about work with communities.
    pub asks_screening_questions: bool,
    /// Its map.
    pub map: Option<Map>,
    /// Its service delivery areas.
    pub areas: Vec<Area>,
}

/// A map of a region, elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// Where it is.
    pub url: String,
    /// What it is, as the link says: "PDF".
    pub kind: String,
    /// Its size in bytes.
    pub bytes: i64,
}

/// A service delivery area (HSDA): a part of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its name.
    pub name: String,
    /// Its local health areas.
    pub places: Vec<Place>,
}

/// A local health area (LHA): a part of a service delivery area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// Its name.
    pub name: String,
}

/// A college that registers a profession.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regulator {
    /// Its id.
    pub id: RegulatorId,
    /// Its name.
    pub name: String,
    /// What its numbers look like (a regular expression over the whole number); any number where there is none.
    pub number_pattern: Option<String>,
    /// A number as it may look, which errors show; there where there is a pattern.
    pub number_example: Option<String>,
}

/// Everything on offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Professions.
    pub streams: Vec<Stream>,
    /// Regions with their areas and places.
    pub regions: Vec<Region>,
    /// Colleges.
    pub regulators: Vec<Regulator>,
}

impl Register {
    /// A profession by its id.
    pub fn stream(&self, id: &str) -> Option<&Stream> {
        self.streams.iter().find(|stream| stream.id.as_str() == id)
    }

    /// A specialty by its id, of whichever profession.
    pub fn specialty(&self, id: &str) -> Option<&Specialty> {
        self.streams.iter().flat_map(|stream| &stream.specialties).find(|specialty| specialty.id.as_str() == id)
    }

    /// A college by its id.
    pub fn regulator(&self, id: &str) -> Option<&Regulator> {
        self.regulators.iter().find(|regulator| regulator.id.as_str() == id)
    }

    /// All places.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.regions.iter().flat_map(Region::places)
    }

    /// What the rules of a page need: today, and the lists that its questions offer.
    pub fn facts(&self, step: &Step, draft: &Draft, today: Day) -> Facts {
        let facts = Facts { today: Some(today), ..Facts::default() };
        match step {
            Step::Profession => facts.with_list(STREAM.name(), self.streams.iter().map(|stream| stream.id.to_string())),
            Step::Specialties => facts.with_list(SPECIALTIES.name(), self.specialties_of(draft)),
            Step::Subspecialties(specialty) => {
                let offered = self.specialty(specialty.as_str()).map_or(&[][..], |known| &known.subspecialties);
                facts.with_list(SUBSPECIALTIES.name(), offered.iter().map(|area| area.id.to_string()))
            }
            Step::RegistrationNumber => {
                facts.with_list(REGULATOR.name(), self.regulators.iter().map(|regulator| regulator.id.to_string()))
            }
            Step::Locations => facts.with_list(LOCATIONS.name(), self.places().map(|place| place.id.to_string())),
            _ => facts,
        }
    }

    fn specialties_of(&self, draft: &Draft) -> Vec<String> {
        draft
            .stream(self)
            .map_or_else(Vec::new, |stream| stream.specialties.iter().map(|known| known.id.to_string()).collect())
    }
}

impl Region {
    /// All its places.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.areas.iter().flat_map(|area| &area.places)
    }
}
