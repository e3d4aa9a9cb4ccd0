//! The QR code of a publication, for screens (SVG) and for printing (PNG). It leads through `/q/…`, so that
//! what was printed works whatever version is current.

use axum::{
    extract::{Path, RawQuery, State},
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{paths, text::Slug};
use fast_qr::{
    ECL, QRBuilder, QRCode,
    convert::{Builder, svg::SvgBuilder},
};

use crate::serve::{Answer, Site};

/// Light modules around the code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;
/// Pixels each way that a PNG may have; the first where nothing else is asked for.
const SIZES: [usize; 3] = [512, 256, 1024];
const KEPT: &str = "public, max-age=86400";

/// `/publications/{slug}/qr.svg`
pub async fn svg(State(site): State<Site>, Path(slug): Path<String>) -> Answer {
    match code(&site, &slug).await {
        Ok(code) => {
            let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, KEPT)];
            (headers, SvgBuilder::default().margin(QUIET_ZONE).to_str(&code)).into_response()
        }
        Err(answer) => answer,
    }
}

/// `/publications/{slug}/qr.png?size=512`
pub async fn png(State(site): State<Site>, Path(slug): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let query = query.unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "size");
    let pixels = match asked {
        None => Some(SIZES[0]),
        Some((_, asked)) => SIZES.into_iter().find(|known| known.to_string() == asked),
    };
    let Some(pixels) = pixels else { return StatusCode::NOT_FOUND.into_response() };
    match code(&site, &slug).await.map(|code| drawn(&code, pixels)) {
        Ok(Ok(image)) => {
            let name = format!("attachment; filename=\"{slug}-qr-{pixels}.png\"");
            let headers = [
                (header::CONTENT_TYPE, "image/png".to_owned()),
                (header::CACHE_CONTROL, KEPT.to_owned()),
                (header::CONTENT_DISPOSITION, name),
            ];
            (headers, image).into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "a QR code cannot be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(answer) => answer,
    }
}

/// The code of a publication that is there, with error correction Q: it stays readable with a quarter of it gone.
async fn code(site: &Site, slug: &str) -> Result<QRCode, Answer> {
    let not_found = || StatusCode::NOT_FOUND.into_response();
    let slug = Slug::parse(slug).ok_or_else(not_found)?;
    let publication =
        store::publications::find(&site.backend.db, &slug).await.map_err(|error| super::failure(&error))?;
    let publication = publication.ok_or_else(not_found)?;
    let address = format!("{}{}", site.backend.origin, paths::scan(&publication.slug));
    QRBuilder::new(address).ecl(ECL::Q).build().map_err(|_| not_found())
}

/// A grey PNG, as many whole pixels to a module as fit, in the middle.
fn drawn(code: &QRCode, pixels: usize) -> Result<Vec<u8>, png::EncodingError> {
    let scale = pixels / (code.size + 2 * QUIET_ZONE);
    let margin = (pixels - scale * code.size) / 2;
    let is_dark = |at: usize| at.checked_sub(margin).map(|at| at / scale).filter(|at| *at < code.size);
    let dots = (0..pixels * pixels).map(|dot| match (is_dark(dot / pixels), is_dark(dot % pixels)) {
        (Some(row), Some(column)) if code[row][column].value() => 0,
        _ => 255,
    });
    let side = u32::try_from(pixels).unwrap_or_default();
    let mut image = Vec::new();
    let mut encoder = png::Encoder::new(&mut image, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&dots.collect::<Vec<u8>>())?;
    writer.finish()?;
    Ok(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_code_is_read_back_in_every_size() {
        let address = "https://healthpost.example/q/publications/flu-vaccination-leaflet-for-parents";
        let code = QRBuilder::new(address).ecl(ECL::Q).build().unwrap();
        for size in SIZES {
            let png = drawn(&code, size).unwrap();
            let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
            let mut dots = vec![0; reader.output_buffer_size().unwrap()];
            let frame = reader.next_frame(&mut dots).unwrap();
            assert_eq!((frame.width as usize, frame.height as usize), (size, size));
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| dots[y * size + x]);
            let found: Vec<String> = image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
            assert_eq!(found, [address], "{size}");
        }
    }
}
