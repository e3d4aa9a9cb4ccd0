//! Files of an edition and the facts that people read beside them.

choice! {
    /// What a file is for.
    FileKind {
        /// Picture of the cover.
        Cover = "cover",
        /// For reading on a screen.
        Web = "web",
        /// For printing.
        Print = "print",
        /// Text of a recording.
        Transcript = "transcript",
    }
}

/// "0.65 MB": bytes, KB, MB or GB of 1,024, at most two decimals.
pub fn size_words(bytes: i64) -> String {
    const UNITS: [(&str, i64); 3] = [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)];
    let Some((unit, one)) = UNITS.into_iter().find(|(_, one)| bytes >= *one) else {
        return if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") };
    };
    let hundredths = (i128::from(bytes) * 100 + i128::from(one) / 2) / i128::from(one);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole} {unit}"),
        rest if rest % 10 == 0 => format!("{whole}.{} {unit}", rest / 10),
        rest => format!("{whole}.{rest:02} {unit}"),
    }
}

/// The short name of a media type: "PDF" for `application/pdf`.
pub fn type_words(media_type: &str) -> String {
    match media_type {
        "text/plain" => "Text".to_owned(),
        "image/jpeg" => "JPEG".to_owned(),
        "audio/mpeg" => "MP3".to_owned(),
        "video/quicktime" => "MOV".to_owned(),
        other => other.rsplit(['/', '.', '-']).next().unwrap_or(other).to_uppercase(),
    }
}

/// Whether browsers show such files themselves, and nothing in them runs: PDF, images, sound, video, plain text.
pub fn can_be_shown(media_type: &str) -> bool {
    let kind = media_type.split('/').next().unwrap_or_default();
    matches!(media_type, "application/pdf" | "text/plain")
        || (matches!(kind, "image" | "audio" | "video") && !media_type.contains("xml"))
}

/// Whether files of a media type are sound.
pub fn is_sound(media_type: &str) -> bool {
    media_type.starts_with("audio/")
}

/// Whether files of a media type are sound or video.
pub fn is_recording(media_type: &str) -> bool {
    is_sound(media_type) || media_type.starts_with("video/")
}

/// Whether files of a media type are as large as their pixels; pages have sizes of their own.
pub fn has_pixels(media_type: &str) -> bool {
    media_type.starts_with("image/") || media_type.starts_with("video/")
}

/// Whether two files have the same name but for their endings, in any case: a transcript and what it is the text of.
pub fn is_of_same_name(one: &str, other: &str) -> bool {
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    stem(one) == stem(other)
}

/// The nearest ISO 216 A size within 5 mm, either way round, of a page in millimetres.
pub fn page_size(width_mm: f64, height_mm: f64) -> Option<String> {
    const LONG_SIDES: [f64; 11] = [1189.0, 841.0, 594.0, 420.0, 297.0, 210.0, 148.0, 105.0, 74.0, 52.0, 37.0];
    const A10_SHORT: f64 = 26.0;
    let (long, short) = (width_mm.max(height_mm), width_mm.min(height_mm));
    (0..LONG_SIDES.len()).find_map(|size| {
        let short_side = LONG_SIDES.get(size + 1).copied().unwrap_or(A10_SHORT);
        let fits = (LONG_SIDES[size] - long).abs() <= 5.0 && (short_side - short).abs() <= 5.0;
        fits.then(|| format!("A{size}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_could_run_is_shown_in_place() {
        for shown in ["application/pdf", "text/plain", "image/png", "audio/mpeg", "video/mp4"] {
            assert!(can_be_shown(shown), "{shown}");
        }
        for kept in ["text/html", "image/svg+xml", "application/zip", "text/xml", "application/xhtml+xml", ""] {
            assert!(!can_be_shown(kept), "{kept}");
        }
    }

    #[test]
    fn a_transcript_is_known_by_its_name() {
        assert!(is_of_same_name("flu-0018.v2.txt", "Flu-0018.v2.mp3") && is_of_same_name("flu", "flu.mp3"));
        assert!(!is_of_same_name("flu-1.txt", "flu-2.mp3"));
        assert!(is_recording("audio/mpeg") && is_recording("video/mp4") && !is_recording("text/plain"));
        assert!(is_sound("audio/wav") && !is_sound("video/mp4"));
        assert!(has_pixels("image/png") && has_pixels("video/mp4") && !has_pixels("application/pdf"));
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (bytes, words) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (1_023, "1023 bytes"),
            (1_024, "1 KB"),
            (681_574, "665.6 KB"),
            (1_572_864, "1.5 MB"),
        ] {
            assert_eq!(size_words(bytes), words);
        }
    }

    #[test]
    fn paper_sizes_are_recognised_either_way_round() {
        assert_eq!(page_size(148.0, 210.0).as_deref(), Some("A5"));
        assert_eq!(page_size(299.0, 209.0).as_deref(), Some("A4"));
        assert_eq!(page_size(100.0, 210.0), None);
    }
}
