//! Publications for a test, with only what it is about.

use domain::{
    catalogue::{
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        taxonomy::LanguageTag,
    },
    id::{EditionId, PublicationId},
    text::Slug,
};
use store::import::{NewEdition, NewPublication};

use crate::world::World;

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

impl World {
    /// Adds a leaflet and gives its edition.
    pub async fn has(&self, leaflet: Leaflet) -> EditionId {
        let mut tx = self.backend.db.begin().await.expect("a transaction");
        let now = self.backend.clock.now();
        let programmes = store::import::programmes(&mut *tx).await.expect("programmes");
        let id = PublicationId(uuid::Uuid::now_v7());
        let publication = NewPublication {
            id,
            slug: Slug::parse(&leaflet.title.to_lowercase().replace(' ', "-")).expect("a slug"),
            title: leaflet.title.to_owned(),
            summary: String::new(),
            programme: programmes[0].id,
            serial: None,
            keywords: Vec::new(),
            article_url: None,
            import_key: None,
            diseases: Vec::new(),
            vaccinations: Vec::new(),
            audiences: Vec::new(),
            settings: Vec::new(),
        };
        store::import::insert_publication(&mut tx, &publication, now).await.expect("a publication");
        let edition = EditionId(uuid::Uuid::now_v7());
        let new = NewEdition {
            id: edition,
            publication: id,
            language: LanguageTag::english(),
            format: AccessibleFormat::Standard,
            version: 1,
            code: ProductCode::parse(leaflet.code).expect("a code"),
            title: None,
            summary: None,
            resource_type: ResourceType::Leaflet,
            access: leaflet.access,
            status: leaflet.status,
            published_at: Some(now),
            first_published_on: None,
            unit_of_issue: leaflet.unit_of_issue,
            maximum: leaflet.maximum,
            minimum_stock_level: 0,
            run_to_zero: leaflet.run_to_zero,
            order_from: None,
            order_end: leaflet.order_end,
            order_exceptions: None,
            video_url: None,
            warnings: Vec::new(),
            import_hash: None,
        };
        store::import::insert_edition(&mut *tx, &new, now).await.expect("an edition");
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
