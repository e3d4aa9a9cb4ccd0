//! QR codes as a camera reads them: what they hold, how much of them may be lost, and the room around them.

use axum::http::{StatusCode, header};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    world::{ORIGIN, World},
    zip::gets,
};

/// Error correction Q as codes say it (ISO/IEC 18004, table 12).
const LEVEL_Q: u16 = 0b11;
/// Light modules around a code.
const QUIET_ZONE: usize = 4;

/// What a picture of one code holds, its level, and its modules each way.
fn read(png: Vec<u8>, pixels: usize) -> (String, u16, usize) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a picture");
    let mut dots = vec![0; reader.output_buffer_size().expect("small")];
    let frame = reader.next_frame(&mut dots).expect("a picture");
    assert_eq!((frame.width as usize, frame.height as usize), (pixels, pixels));
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, |x, y| dots[y * pixels + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    let (facts, text) = grids[0].decode().expect("a code");
    let modules = facts.version.to_size();
    let quiet = QUIET_ZONE * (pixels / (modules + 2 * QUIET_ZONE));
    let is_in_margin = |at: usize| at < quiet || at >= pixels - quiet;
    let is_light = |at: usize| dots[at] == 255 || !(is_in_margin(at % pixels) || is_in_margin(at / pixels));
    assert!((0..pixels * pixels).all(is_light), "four light modules on every side");
    (text, facts.ecc_level, modules)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_camera_reads_where_to_go(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for (of, target) in [
        ("/publications/measles-leaflet", "/q/publications/measles-leaflet"),
        ("/editions/MEA1EN", "/q/MEA1EN"),
        ("/editions/mea%201%20en", "/q/MEA1EN"),
    ] {
        let mut modules = 0;
        for pixels in [256, 512, 1024] {
            let (status, headers, png) = gets(&world.router, &format!("{of}/qr.png?size={pixels}")).await;
            assert_eq!((status, &headers[header::CONTENT_TYPE]), (StatusCode::OK, &"image/png".parse().unwrap()));
            let (text, level, size) = read(png, pixels);
            assert_eq!((text, level), (format!("{ORIGIN}{target}"), LEVEL_Q), "{of}, {pixels} pixels");
            modules = size;
        }
        let side = modules + 2 * QUIET_ZONE;
        let mut visitor = world.visitor();
        let svg = &visitor.opens(&format!("{of}/qr.svg")).await.body;
        assert!(svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")), "the same with its margin: {svg}");
    }
}
