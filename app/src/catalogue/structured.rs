//! What other programs read of a publication's page: schema.org, Open Graph, and its one address.

use domain::{
    catalogue::{
        availability::Availability,
        edition::EditionStatus,
        thumbnail::{MEDIA_TYPE, Thumbnail, at_least},
    },
    paths,
};
use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use serde_json::{Value, json};

use super::{
    cover::{WIDEST, described},
    publication_page::Shown,
};

/// In the head: canonical address, Open Graph, and no index for what is not live. There is an `og:image` only where the
/// cover is a picture: drawn covers are SVG, which none of those who show previews takes.
#[component]
pub fn HeadFacts(
    /// What the page shows.
    shown: Shown,
    /// Title in the language shown.
    title: String,
    /// Summary in the language shown.
    summary: String,
    /// Where the service is.
    origin: String,
) -> impl IntoView {
    let address = address(&shown, &origin);
    if shown.edition.orderability.status != EditionStatus::Live {
        return view! { <Meta name="robots" content="noindex" /> }.into_any();
    }
    let image = picture(&shown).map(|picture| {
        let (width, height) = (picture.width.to_string(), picture.height.to_string());
        let (alt, _) = described(shown.pictures.first(), &title, &shown.edition.language);
        view! {
            <Meta property="og:image" content=format!("{origin}{}", paths::thumbnail(picture)) />
            <Meta property="og:image:type" content=MEDIA_TYPE />
            <Meta property="og:image:width" content=width />
            <Meta property="og:image:height" content=height />
            <Meta property="og:image:alt" content=alt />
        }
    });
    view! {
        <Link rel="canonical" href=address.clone() />
        <Meta property="og:type" content="article" />
        <Meta property="og:site_name" content="Healthpost" />
        <Meta property="og:title" content=title />
        <Meta property="og:description" content=summary.clone() />
        <Meta property="og:url" content=address />
        {image}
        <Meta name="description" content=summary />
    }
    .into_any()
}

fn address(shown: &Shown, origin: &str) -> String {
    let (slug, edition) = (&shown.publication.slug, &shown.edition);
    format!("{origin}{}", paths::edition(slug, &edition.language, edition.format, None))
}

/// The largest picture of the cover, where it is a picture.
fn picture(shown: &Shown) -> Option<&Thumbnail> {
    at_least(&shown.pictures.first()?.thumbnails, WIDEST)
}

/// The edition as schema.org's `DigitalDocument`, offered at no price: copies on paper, or to download only.
#[component]
pub fn LinkedData(
    /// What the page shows.
    shown: Shown,
    /// Title in the language shown.
    title: String,
    /// Summary in the language shown.
    summary: String,
    /// The answer of the one rule.
    availability: Availability,
    /// Where the service is.
    origin: String,
) -> impl IntoView {
    (shown.edition.orderability.status == EditionStatus::Live).then(|| {
        let data = document(&shown, &title, &summary, availability, &origin);
        // Nothing in a title may end the element that it stands in.
        let text = data.to_string().replace('<', "\\u003c");
        view! { <script type="application/ld+json" inner_html=text></script> }
    })
}

fn document(shown: &Shown, title: &str, summary: &str, availability: Availability, origin: &str) -> Value {
    let (publication, edition) = (&shown.publication, &shown.edition);
    let drawn = || paths::cover(&publication.slug, &edition.language);
    let cover = picture(shown).map_or_else(drawn, paths::thumbnail);
    let topics: Vec<&String> = publication.diseases.iter().chain(&publication.vaccinations).collect();
    let mut document = json!({
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "@id": address(shown, origin),
        "url": address(shown, origin),
        "identifier": edition.code.to_string(),
        "name": title,
        "description": summary,
        "inLanguage": edition.language.to_string(),
        "version": edition.version,
        "dateModified": edition.updated_at.to_string(),
        "isAccessibleForFree": true,
        "keywords": topics,
        "thumbnailUrl": format!("{origin}{cover}"),
        "publisher": { "@type": "Organization", "name": "Healthpost", "url": origin },
        "offers": {
            "@type": "Offer",
            "price": "0",
            "priceCurrency": "GBP",
            "availability": format!("https://schema.org/{}", offered(availability)),
        },
    });
    if let Some(published) = edition.published_at {
        document["datePublished"] = published.to_string().into();
    }
    document
}

/// The value of schema.org's `ItemAvailability`.
const fn offered(availability: Availability) -> &'static str {
    match availability {
        Availability::InStock => "InStock",
        Availability::LowStock { .. } => "LimitedAvailability",
        Availability::PreOrder | Availability::OpensLater(_) => "PreOrder",
        Availability::BackOrder => "BackOrder",
        Availability::OutOfStock => "OutOfStock",
        Availability::Closed(_) | Availability::NotLive => "Discontinued",
        Availability::DownloadOnly => "OnlineOnly",
        Availability::Restricted => "Reserved",
    }
}
