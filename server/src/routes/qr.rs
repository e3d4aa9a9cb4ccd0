//! The QR codes of publications and of their editions, for screens (SVG) and for printing (PNG). They lead
//! through `/q/…`, so that what was printed works whatever version is current.

use axum::{
    extract::{Path, RawQuery},
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{
    catalogue::code::ProductCode,
    paths::{self, QR_PIXELS},
    text::Slug,
};
use fast_qr::{
    ECL, QRBuilder, QRCode,
    convert::{Builder, svg::SvgBuilder},
};

use crate::{gate::Inside, serve::Answer};

/// Light modules around the code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;
/// Pixels each way of a PNG where nothing else is asked for.
const UNASKED: u32 = 512;
const KEPT: &str = "public, max-age=86400";

/// `/publications/{slug}/qr.svg`
pub async fn svg(inside: Inside, Path(slug): Path<String>) -> Answer {
    as_svg(of_publication(&inside, &slug, None).await)
}

/// `/publications/{slug}/qr.png?size=512`
pub async fn png(inside: Inside, Path(slug): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let Some(pixels) = pixels(query.as_deref()) else { return StatusCode::NOT_FOUND.into_response() };
    as_png(of_publication(&inside, &slug, Some(pixels)).await, &slug, pixels)
}

/// `/editions/{code}/qr.svg`
pub async fn edition_svg(inside: Inside, Path(code): Path<String>) -> Answer {
    as_svg(of_edition(&inside, &code).await)
}

/// `/editions/{code}/qr.png?size=512`
pub async fn edition_png(inside: Inside, Path(code): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let Some(pixels) = pixels(query.as_deref()) else { return StatusCode::NOT_FOUND.into_response() };
    as_png(of_edition(&inside, &code).await, &code, pixels)
}

/// The size that was asked for, if there is such an image.
fn pixels(query: Option<&str>) -> Option<u32> {
    let asked = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).find(|(name, _)| name == "size");
    match asked {
        None => Some(UNASKED),
        Some((_, asked)) => QR_PIXELS.into_iter().find(|known| known.to_string() == asked),
    }
}

fn as_svg(code: Result<QRCode, Answer>) -> Answer {
    code.map_or_else(
        |answer| answer,
        |code| {
            let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, KEPT)];
            (headers, SvgBuilder::default().margin(QUIET_ZONE).to_str(&code)).into_response()
        },
    )
}

/// An image to be saved. Its name says of what, in the signs that every system takes.
fn as_png(code: Result<QRCode, Answer>, of: &str, pixels: u32) -> Answer {
    match code.map(|code| drawn(&code, pixels)) {
        Ok(Ok(image)) => {
            let of: String = of.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
            let name = format!("attachment; filename=\"{of}-qr-{pixels}.png\"");
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

/// The code of a publication that the public knows of. Where that stood here before, it leads on to the same image, which
/// is one of so many pixels or an SVG.
async fn of_publication(inside: &Inside, slug: &str, pixels: Option<u32>) -> Result<QRCode, Answer> {
    let slug = Slug::parse(slug).ok_or_else(not_found)?;
    let standing = store::publications::standing(&inside.backend.db, &slug).await;
    if standing.map_err(|error| super::failure(&error))?.is_none() {
        let slug = super::now_at(inside, &slug).await?;
        let image = pixels.map_or_else(|| paths::qr(&slug), |pixels| paths::qr_png(&slug, pixels));
        return Err(super::leads_on(&image));
    }
    leading_to(inside, &paths::scan(&slug)).ok_or_else(not_found)
}

/// The code of an edition that is there, in any spelling.
async fn of_edition(inside: &Inside, code: &str) -> Result<QRCode, Answer> {
    let code = ProductCode::parse(code).ok_or_else(not_found)?;
    let found = store::publications::by_code(&inside.backend.db, &code.normalised()).await;
    found.map_err(|error| super::failure(&error))?.ok_or_else(not_found)?;
    leading_to(inside, &paths::scan_code(&code)).ok_or_else(not_found)
}

/// With error correction Q: it stays readable with a quarter of it gone.
fn leading_to(inside: &Inside, path: &paths::Path) -> Option<QRCode> {
    QRBuilder::new(format!("{}{path}", inside.backend.origin)).ecl(ECL::Q).build().ok()
}

fn not_found() -> Answer {
    StatusCode::NOT_FOUND.into_response()
}

/// A grey PNG, as many whole pixels to a module as fit, in the middle.
fn drawn(code: &QRCode, side: u32) -> Result<Vec<u8>, png::EncodingError> {
    let pixels = usize::try_from(side).unwrap_or_default();
    let scale = pixels / (code.size + 2 * QUIET_ZONE);
    let margin = (pixels - scale * code.size) / 2;
    let is_dark = |at: usize| at.checked_sub(margin).map(|at| at / scale).filter(|at| *at < code.size);
    let dots = (0..pixels * pixels).map(|dot| match (is_dark(dot / pixels), is_dark(dot % pixels)) {
        (Some(row), Some(column)) if code[row][column].value() => 0,
        _ => 255,
    });
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
        for pixels in QR_PIXELS {
            let png = drawn(&code, pixels).unwrap();
            let size = usize::try_from(pixels).unwrap();
            let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
            let mut dots = vec![0; reader.output_buffer_size().unwrap()];
            let frame = reader.next_frame(&mut dots).unwrap();
            assert_eq!((frame.width as usize, frame.height as usize), (size, size));
            let module = size / (code.size + 2 * QUIET_ZONE);
            let is_quiet = |dot: usize| dots[dot] == 255;
            assert!((0..QUIET_ZONE * module * size).all(is_quiet), "{size}: four light modules around it");
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| dots[y * size + x]);
            let found: Vec<String> = image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
            assert_eq!(found, [address], "{size}");
        }
    }
}
