//! Pictures: how large they are, and how they are made smaller. Whatever the bytes are, memory stays within bounds.

use std::io::Cursor;

use domain::catalogue::thumbnail;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage, Rgba, RgbaImage,
    codecs::jpeg::JpegEncoder,
    imageops::{self, FilterType},
    metadata::Orientation,
};

/// The largest cover, in bytes (catalogue §3.3: 5 MB).
const MAX_BYTES: usize = 5 << 20;
/// The longest side, in pixels.
const MAX_SIDE: u32 = 12_000;
/// The most pixels: a page of A3 at 400 dots to an inch has 31 million. A few kilobytes can hold thousands of millions.
const MAX_PIXELS: u64 = 40_000_000;
/// The most bytes that a picture may unpack to.
const MAX_UNPACKED_BYTES: u64 = 256 << 20;
/// Of thumbnails, from 1 to 100: letters stay clear, and a card's picture weighs 4 KB.
const QUALITY: u8 = 72;

/// Why a picture was not taken.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// Its name says that it is something else.
    #[error("a picture has to be a PNG or JPEG file")]
    Kind,
    /// Its content is not what its name says.
    #[error("its content is not what its name says")]
    Mismatch,
    /// It has too many bytes.
    #[error("it has {0} bytes, and at most {max} are taken", max = MAX_BYTES)]
    Bytes(usize),
    /// It would unpack to too much.
    #[error("it is {0} × {1} pixels, and at most {max}, {side} on a side, are taken", max = MAX_PIXELS, side = MAX_SIDE)]
    Pixels(u32, u32),
    /// It is broken.
    #[error("it cannot be read: {0}")]
    Broken(#[from] ImageError),
}

/// A picture that was looked at.
#[derive(Debug)]
pub(super) struct Picture {
    /// Pixels across, as it is shown.
    pub(super) width: u32,
    /// Pixels down, as it is shown.
    pub(super) height: u32,
    /// The same, smaller; the largest first.
    pub(super) small: Vec<Small>,
}

/// A picture made smaller.
#[derive(Debug)]
pub(super) struct Small {
    /// Pixels across.
    pub(super) width: i32,
    /// Pixels down.
    pub(super) height: i32,
    /// The file.
    pub(super) content: Vec<u8>,
}

/// Whether files of a media type are pictures.
pub(super) fn are(media_type: &str) -> bool {
    media_type.starts_with("image/")
}

/// How large a picture is, as its head says; it is not unpacked.
pub(super) fn size(content: &[u8], media_type: &str) -> Result<Picture, PictureError> {
    let (width, height) =
        ImageReader::with_format(Cursor::new(content), format(content, media_type)?).into_dimensions()?;
    Ok(Picture { width, height, small: Vec::new() })
}

/// Looks at a picture that is shown, and makes it smaller in every size.
pub(super) fn shrink(content: &[u8], media_type: &str) -> Result<Picture, PictureError> {
    if content.len() > MAX_BYTES {
        return Err(PictureError::Bytes(content.len()));
    }
    let mut picture = unpacked(content, format(content, media_type)?)?;
    let (width, height) = picture.dimensions();
    let mut small = Vec::new();
    for (across, down) in thumbnail::sizes(width, height) {
        // Each is made of the one before: reading all pixels once is enough.
        if picture.dimensions() != (across, down) {
            picture = imageops::resize(&picture, across, down, FilterType::CatmullRom);
        }
        small.push(packed(&picture)?);
    }
    Ok(Picture { width, height, small })
}

/// The format of a picture, by its name and by its content.
fn format(content: &[u8], media_type: &str) -> Result<ImageFormat, PictureError> {
    let is_taken = |format: &ImageFormat| matches!(format, ImageFormat::Png | ImageFormat::Jpeg);
    let named = ImageFormat::from_mime_type(media_type).filter(is_taken).ok_or(PictureError::Kind)?;
    let found = image::guess_format(content).map_err(|_| PictureError::Mismatch)?;
    if found == named { Ok(named) } else { Err(PictureError::Mismatch) }
}

/// The pixels, the right way up: cameras write beside them how the camera was held.
fn unpacked(content: &[u8], format: ImageFormat) -> Result<RgbaImage, PictureError> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_UNPACKED_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let is_bounded = width.max(height) <= MAX_SIDE && u64::from(width) * u64::from(height) <= MAX_PIXELS;
    if !is_bounded || decoder.total_bytes() > MAX_UNPACKED_BYTES {
        return Err(PictureError::Pixels(width, height));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture.into_rgba8())
}

/// A picture as a JPEG file, on white where one can look through it.
fn packed(picture: &RgbaImage) -> Result<Small, PictureError> {
    let mut opaque = RgbImage::new(picture.width(), picture.height());
    for (to, from) in opaque.pixels_mut().zip(picture.pixels()) {
        let Rgba([red, green, blue, alpha]) = *from;
        *to = Rgb([red, green, blue].map(|colour| on_white(colour, alpha)));
    }
    let mut content = Vec::new();
    opaque.write_with_encoder(JpegEncoder::new_with_quality(&mut content, QUALITY))?;
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    Ok(Small { width: side(picture.width()), height: side(picture.height()), content })
}

fn on_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u16::from(colour), u16::from(alpha));
    u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(picture: RgbaImage) -> Vec<u8> {
        let mut content = Cursor::new(Vec::new());
        picture.write_to(&mut content, ImageFormat::Png).expect("written");
        content.into_inner()
    }

    /// The head of a PNG file that says it is so large, without a pixel (PNG §11.2.2).
    fn bomb(width: u32, height: u32) -> Vec<u8> {
        let mut content = png(RgbaImage::new(1, 1));
        content[16..20].copy_from_slice(&width.to_be_bytes());
        content[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = check_sum(&content[12..29]).to_be_bytes();
        content[29..33].copy_from_slice(&sum);
        content
    }

    /// CRC-32 as PNG computes it (PNG, annex D).
    fn check_sum(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 })
        })
    }

    #[test]
    fn a_picture_is_made_smaller_in_every_size() {
        let picture =
            shrink(&png(RgbaImage::from_pixel(900, 450, Rgba([0, 0, 0, 0]))), "image/png").expect("a picture");
        let sizes: Vec<_> = picture.small.iter().map(|small| (small.width, small.height)).collect();
        assert_eq!((picture.width, picture.height), (900, 450));
        assert_eq!(sizes, [(840, 420), (420, 210), (210, 105), (105, 53)]);
        for small in picture.small {
            let shown = image::load_from_memory_with_format(&small.content, ImageFormat::Jpeg).expect("a JPEG file");
            assert!(shown.into_rgb8().pixels().all(|pixel| pixel.0.iter().all(|colour| *colour > 250)), "on white");
        }
    }

    #[test]
    fn bombs_are_refused_before_they_unpack() {
        for (width, height) in [(60_000, 60_000), (MAX_SIDE + 1, 1), (8_000, 8_000)] {
            let refused = shrink(&bomb(width, height), "image/png").expect_err("refused");
            let words = refused.to_string();
            assert!(matches!(refused, PictureError::Pixels(..)), "{words}");
            assert!(words.contains(&format!("{width} × {height} pixels")), "{words}");
        }
        let refused = shrink(&vec![0; MAX_BYTES + 1], "image/png").expect_err("refused");
        assert!(matches!(refused, PictureError::Bytes(_)), "{refused}");
    }

    #[test]
    fn what_is_not_what_it_says_is_refused() {
        let picture = png(RgbaImage::new(2, 2));
        assert!(matches!(shrink(&picture, "image/jpeg"), Err(PictureError::Mismatch)));
        assert!(matches!(shrink(&picture, "image/svg+xml"), Err(PictureError::Kind)));
        assert!(matches!(shrink(b"<svg/>", "image/png"), Err(PictureError::Mismatch)));
        assert!(matches!(shrink(&picture[..40], "image/png"), Err(PictureError::Broken(_))));
        assert_eq!(size(&picture, "image/png").map(|picture| (picture.width, picture.height)).ok(), Some((2, 2)));
    }

    #[test]
    fn a_damaged_picture_harms_nobody() {
        let whole = png(RgbaImage::from_pixel(20, 20, Rgba([1, 2, 3, 4])));
        for at in 0..whole.len() {
            let _ = shrink(&whole[..at], "image/png");
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            let _ = shrink(&changed, "image/png");
        }
    }
}
