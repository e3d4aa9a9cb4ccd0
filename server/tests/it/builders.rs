//! Publications for a test, with only what it is about.

use domain::{
    catalogue::{
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        taxonomy::LanguageTag,
    },
    id::{EditionId, ProgrammeId, PublicationId},
    text::Slug,
};
use jiff::Timestamp;
use store::import::{NewEdition, NewPublication};

use crate::world::World;

/// Puts all publications into one programme; leaflets may be made in several.
pub const ONE_PROGRAMME: &str = "update publications p set serial = 900 + n.at,
        programme_id = (select id from programmes where code = 'COV')
    from (select id, row_number() over (order by id)::int as at from publications) n where n.id = p.id;
    select refresh_listings(array(select id from publications))";

/// A leaflet that can be ordered; the sample catalogue is for everything else.
pub struct Leaflet {
    pub title: &'static str,
    pub code: &'static str,
    pub stock: i32,
    pub unit_of_issue: i32,
    pub maximum: Option<i32>,
    pub run_to_zero: bool,
    pub access: AccessType,
    pub status: EditionStatus,
    pub order_end: Option<jiff::civil::Date>,
}

impl Default for Leaflet {
    fn default() -> Self {
        Self {
            title: "Measles leaflet",
            code: "MEA-1-EN",
            stock: 1_000,
            unit_of_issue: 1,
            maximum: None,
            run_to_zero: false,
            access: AccessType::DownloadOrOrder,
            status: EditionStatus::Live,
            order_end: None,
        }
    }
}

impl Leaflet {
    fn publication(&self, id: PublicationId, programme: ProgrammeId) -> NewPublication {
        NewPublication {
            id,
            slug: Slug::parse(&self.title.to_lowercase().replace(' ', "-")).expect("a slug"),
            title: self.title.to_owned(),
            summary: String::new(),
            programme,
            serial: None,
            keywords: Vec::new(),
            article_url: None,
            import_key: None,
            diseases: Vec::new(),
            vaccinations: Vec::new(),
            audiences: Vec::new(),
            settings: Vec::new(),
        }
    }

    fn edition(&self, id: EditionId, publication: PublicationId, now: Timestamp) -> NewEdition {
        NewEdition {
            id,
            publication,
            language: LanguageTag::english(),
            format: AccessibleFormat::Standard,
            version: 1,
            code: ProductCode::parse(self.code).expect("a code"),
            title: None,
            summary: None,
            resource_type: ResourceType::Leaflet,
            access: self.access,
            status: self.status,
            published_at: Some(now),
            first_published_on: None,
            unit_of_issue: self.unit_of_issue,
            maximum: self.maximum,
            minimum_stock_level: 0,
            run_to_zero: self.run_to_zero,
            order_from: None,
            order_end: self.order_end,
            order_exceptions: None,
            video_url: None,
            warnings: Vec::new(),
            import_hash: None,
        }
    }
}

impl World {
    /// Adds a leaflet and gives its edition.
    pub async fn has(&self, leaflet: Leaflet) -> EditionId {
        let mut tx = self.backend.db.begin().await.expect("a transaction");
        let now = self.backend.clock.now();
        let programmes = store::import::programmes(&mut *tx).await.expect("programmes");
        let id = PublicationId(uuid::Uuid::now_v7());
        store::import::insert_publication(&mut tx, &leaflet.publication(id, programmes[0].id), now)
            .await
            .expect("a publication");
        let edition = EditionId(uuid::Uuid::now_v7());
        store::import::insert_edition(&mut *tx, &leaflet.edition(edition, id, now), now).await.expect("an edition");
        if leaflet.stock > 0 {
            store::stock::receive(&mut tx, edition, leaflet.stock, &format!("test:{edition}"), now)
                .await
                .expect("stock");
        }
        store::import::refresh_listings(&mut *tx, &[id]).await.expect("a listing");
        store::import::finish(&mut tx).await.expect("words");
        tx.commit().await.expect("all of it");
        edition
    }
}
