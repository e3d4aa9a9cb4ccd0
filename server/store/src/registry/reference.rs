//! The lists of the registry as they are on offer now.

use domain::registry::{
    Register,
    register::{Area, Map, Place, Region, Regulator, Specialty, Stream, Subspecialty},
    texts::{AreaId, PlaceId, RegionId, RegulatorId, SpecialtyId, StreamId, SubspecialtyId},
};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// Counts changes of the lists.
pub async fn version(db: impl PgExecutor<'_>) -> Result<i64> {
    Ok(sqlx::query_scalar!("select version from register_version").fetch_one(db).await?)
}

/// Everything on offer, in three statements.
pub async fn load(db: &mut PgConnection) -> Result<Register> {
    Ok(Register {
        streams: streams(&mut *db).await?,
        regions: regions(&mut *db).await?,
        regulators: regulators(db).await?,
    })
}

/// Professions with their specialties and those with their areas: a row for each area, or for what has none.
async fn streams(db: &mut PgConnection) -> Result<Vec<Stream>> {
    let rows = sqlx::query!(
        r#"select s.id as "stream!: StreamId", s.name as "stream_name!", s.asks_job_title as "asks_job_title!",
               p.id as "specialty?: SpecialtyId", p.name as "specialty_name?",
               u.id as "subspecialty?: SubspecialtyId", u.name as "subspecialty_name?"
           from streams s
           left join specialties p on p.stream_id = s.id and p.active
           left join (specialty_subspecialties o join subspecialties u on u.id = o.subspecialty_id and u.active) on o.specialty_id = p.id
           where s.active order by s.position, s.id, p.position, p.id, o.position, u.id"#
    )
    .fetch_all(db)
    .await?;
    let mut streams: Vec<Stream> = Vec::new();
    for row in rows {
        let begins = || Stream {
            id: row.stream.clone(),
            name: row.stream_name,
            asks_job_title: row.asks_job_title,
            specialties: Vec::new(),
        };
        let stream = last_or(&mut streams, |known| known.id == row.stream, begins);
        let (Some(id), Some(name)) = (row.specialty, row.specialty_name) else { continue };
        let begins = || Specialty { id: id.clone(), name, subspecialties: Vec::new() };
        let specialty = last_or(&mut stream.specialties, |known| known.id == id, begins);
        let (Some(id), Some(name)) = (row.subspecialty, row.subspecialty_name) else { continue };
        specialty.subspecialties.push(Subspecialty { id, name });
    }
    Ok(streams)
}

/// Regions with their areas and places: a row for each place, or for what has none.
async fn regions(db: &mut PgConnection) -> Result<Vec<Region>> {
    let rows = sqlx::query!(
        r#"select r.id as "region!: RegionId", r.name as "region_name!",
               r.asks_screening_questions as "asks_screening_questions!",
               r.map_url as "map_url?", r.map_kind as "map_kind?", r.map_bytes as "map_bytes?",
               a.id as "area?: AreaId", a.name as "area_name?", l.id as "place?: PlaceId", l.name as "place_name?"
           from regions r
           left join service_delivery_areas a on a.region_id = r.id and a.active
           left join local_health_areas l on l.area_id = a.id and l.active
           where r.active order by r.position, r.id, a.position, a.id, l.position, l.id"#
    )
    .fetch_all(db)
    .await?;
    let mut regions: Vec<Region> = Vec::new();
    for row in rows {
        let map = match (row.map_url, row.map_kind, row.map_bytes) {
            (Some(url), Some(kind), Some(bytes)) => Some(Map { url, kind, bytes }),
            _ => None,
        };
        let begins = || Region {
            id: row.region.clone(),
            name: row.region_name,
            asks_screening_questions: row.asks_screening_questions,
            map,
            areas: Vec::new(),
        };
        let region = last_or(&mut regions, |known| known.id == row.region, begins);
        let (Some(id), Some(name)) = (row.area, row.area_name) else { continue };
        let begins = || Area { id: id.clone(), name, places: Vec::new() };
        let area = last_or(&mut region.areas, |known| known.id == id, begins);
        let (Some(id), Some(name)) = (row.place, row.place_name) else { continue };
        area.places.push(Place { id, name });
    }
    Ok(regions)
}

async fn regulators(db: &mut PgConnection) -> Result<Vec<Regulator>> {
    Ok(sqlx::query_as!(
        Regulator,
        r#"select id as "id: RegulatorId", name, number_pattern, number_example
           from regulators where active order by position, id"#
    )
    .fetch_all(db)
    .await?)
}

/// The last of a list, which rows in order are about; another one where a row is about something new.
fn last_or<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, begins: impl FnOnce() -> T) -> &mut T {
    if !list.last().is_some_and(is_it) {
        list.push(begins());
    }
    let at = list.len() - 1;
    &mut list[at]
}
