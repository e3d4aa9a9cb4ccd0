//! Pictures made smaller: in which sizes, and which of them a page names.

use serde::{Deserialize, Serialize};

use crate::paths;

/// The widths in pixels in which a picture is kept: what lists and pages show, and the same for screens with twice the
/// pixels. A picture that is narrower is kept in its own width as the largest.
pub const WIDTHS: [u32; 4] = [105, 210, 420, 840];

/// The media type of every thumbnail.
pub const MEDIA_TYPE: &str = "image/jpeg";

/// How the name of a thumbnail ends, after the hash of its content.
const ENDING: &str = ".jpg";

/// A picture made smaller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thumbnail {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// SHA-256 of its content, in lower-case hexadecimal digits.
    pub sha256: String,
}

impl Thumbnail {
    /// The last part of its address. Another content has another name, so it can be kept for good.
    pub fn file_name(&self) -> String {
        format!("{}{ENDING}", self.sha256)
    }
}

/// The sizes in which a picture is kept, across and down in pixels, the largest first. The shape stays.
pub fn sizes(width: u32, height: u32) -> Vec<(u32, u32)> {
    let mut widths: Vec<u32> = WIDTHS.iter().map(|known| (*known).min(width)).collect();
    widths.dedup();
    let down = |across: u32| {
        let exact = (u64::from(height) * u64::from(across) + u64::from(width) / 2) / u64::from(width.max(1));
        u32::try_from(exact).unwrap_or(u32::MAX).max(1)
    };
    widths.into_iter().rev().map(|across| (across, down(across))).collect()
}

/// The smallest thumbnail that is at least so wide, else the widest. Nothing where there is none.
pub fn at_least(thumbnails: &[Thumbnail], width: u32) -> Option<&Thumbnail> {
    let wide = thumbnails.iter().filter(|thumbnail| thumbnail.width >= width).min_by_key(|thumbnail| thumbnail.width);
    wide.or_else(|| thumbnails.iter().max_by_key(|thumbnail| thumbnail.width))
}

/// The thumbnails of a picture that is shown so many pixels wide, with their widths, as `srcset` of an image names them:
/// up to what screens with twice the pixels show, as more is weight that few see. Nothing where there is none.
pub fn srcset(thumbnails: &[Thumbnail], width: u32) -> Option<String> {
    let widest = at_least(thumbnails, width.saturating_mul(2))?.width;
    let shown = thumbnails.iter().filter(|thumbnail| thumbnail.width <= widest);
    let named = shown.map(|thumbnail| format!("{} {}w", paths::thumbnail(thumbnail), thumbnail.width));
    Some(named.collect::<Vec<_>>().join(", "))
}

/// The hash that the name of a thumbnail holds; nothing where it is not the name of one.
pub fn hash_of(file_name: &str) -> Option<[u8; 32]> {
    let digits = file_name.strip_suffix(ENDING)?.as_bytes();
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => Some((value(*high)? << 4) | value(*low)?),
        _ => None,
    });
    pairs.collect::<Option<Vec<u8>>>()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thumbnail(width: u32) -> Thumbnail {
        Thumbnail { width, height: width * 2, sha256: format!("{width:064x}") }
    }

    #[test]
    fn pictures_keep_their_shape_and_never_grow() {
        assert_eq!(sizes(1_680, 2_376), [(840, 1_188), (420, 594), (210, 297), (105, 149)]);
        assert_eq!(sizes(300, 100), [(300, 100), (210, 70), (105, 35)]);
        assert_eq!(sizes(50, 4), [(50, 4)]);
        assert_eq!(sizes(10_000, 1), [(840, 1), (420, 1), (210, 1), (105, 1)]);
    }

    #[test]
    fn the_smallest_that_is_wide_enough_is_shown() {
        let kept = [thumbnail(105), thumbnail(210), thumbnail(420)];
        assert_eq!(at_least(&kept, 106).map(|found| found.width), Some(210));
        assert_eq!(at_least(&kept, 840).map(|found| found.width), Some(420));
        assert_eq!(at_least(&[], 105), None);
        let named = srcset(&kept, 105).expect("some");
        assert!(named.ends_with("d2.jpg 210w") && named.contains(".jpg 105w, /thumbnails/"), "{named}");
        assert_eq!(srcset(&[], 105), None);
    }

    #[test]
    fn names_hold_hashes_and_nothing_else_is_a_name() {
        let name = thumbnail(0xab).file_name();
        assert_eq!(hash_of(&name).map(|hash| hash[31]), Some(0xab));
        for bad in ["", ".jpg", "ab.jpg", &name[1..], name.to_uppercase().as_str()] {
            assert_eq!(hash_of(bad), None, "{bad}");
        }
    }
}
