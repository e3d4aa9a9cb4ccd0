//! QR codes to print: one leads to the publication, one to the edition that is shown.

use domain::{
    catalogue::code::ProductCode,
    paths::{self, Path, QR_PIXELS},
    text::Slug,
};
use leptos::prelude::*;

use crate::words::{t, t_with};

/// Both codes, each as a drawing and as images.
#[component]
pub fn QrCodes(
    /// Address of the publication.
    slug: Slug,
    /// Code of the edition shown.
    code: ProductCode,
) -> impl IntoView {
    let images = QR_PIXELS.map(|pixels| (pixels, paths::qr_png(&slug, pixels)));
    let images_of_edition = QR_PIXELS.map(|pixels| (pixels, paths::qr_png_of_edition(&code, pixels)));
    view! {
        <QrCode words="publication-qr" drawing=paths::qr(&slug) images />
        <QrCode words="publication-qr-edition" drawing=paths::qr_of_edition(&code) images=images_of_edition />
    }
}

#[component]
fn QrCode(words: &'static str, drawing: Path, images: [(u32, Path); QR_PIXELS.len()]) -> impl IntoView {
    let drawing = drawing.to_string();
    let links: Vec<_> = images
        .into_iter()
        .map(|(pixels, path)| {
            let label = t_with("publication-qr-png", [("pixels", pixels.to_string().into())]);
            view! { <li><a class="link" href=path.to_string() download="">{label}</a></li> }
        })
        .collect();
    view! {
        <figure class="qr mt-6 flex items-center gap-4">
            <img src=drawing.clone() alt=t(words) width="120" height="120" loading="lazy" />
            <figcaption class="measure">
                <p class="text-muted">{t(&format!("{words}-body"))}</p>
                <ul class="no-print mt-1 flex flex-wrap gap-x-4 gap-y-1">
                    <li><a class="link" href=drawing download="">{t("publication-qr-svg")}</a></li>
                    {links}
                </ul>
            </figcaption>
        </figure>
    }
}
