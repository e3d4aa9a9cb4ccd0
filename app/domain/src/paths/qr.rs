//! QR codes: their pictures, and where they lead.

use super::{Path, of_code};
use crate::{catalogue::code::ProductCode, text::Slug};

/// Pixels each way that a picture of a QR code may have.
pub const QR_PIXELS: [u32; 3] = [256, 512, 1024];

/// The QR code of a publication.
pub fn qr(slug: &Slug) -> Path {
    Path(format!("/publications/{slug}/qr.svg"))
}

/// The same as a PNG of so many pixels each way.
pub fn qr_png(slug: &Slug, pixels: u32) -> Path {
    Path(format!("/publications/{slug}/qr.png?size={pixels}"))
}

/// The QR code of an edition.
pub fn qr_of_edition(code: &ProductCode) -> Path {
    Path(format!("{}/qr.svg", of_code("/editions/", code)))
}

/// The same as a PNG of so many pixels each way.
pub fn qr_png_of_edition(code: &ProductCode, pixels: u32) -> Path {
    Path(format!("{}/qr.png?size={pixels}", of_code("/editions/", code)))
}

/// Where the QR code of a publication leads: counted, then redirected.
pub fn scan(slug: &Slug) -> Path {
    Path(format!("/q/publications/{slug}"))
}

/// Where the QR code of an edition leads, also when newer versions came.
pub fn scan_code(code: &ProductCode) -> Path {
    of_code("/q/", code)
}
