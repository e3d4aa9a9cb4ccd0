//! How long sound and video last.

use std::io::Cursor;

use lofty::{
    config::ParseOptions,
    file::{AudioFile, FileType},
    probe::Probe,
};

/// Whole seconds, at least one. Nothing where a recording cannot be read, or is a video without sound.
pub(super) fn seconds(content: &[u8], media_type: &str) -> Option<i32> {
    let kind = match media_type {
        "audio/mpeg" => FileType::Mpeg,
        "audio/wav" => FileType::Wav,
        "video/mp4" | "video/quicktime" => FileType::Mp4,
        _ => return None,
    };
    let options = ParseOptions::new().read_tags(false);
    let recording = Probe::with_file_type(Cursor::new(content), kind).options(options).read().ok()?;
    let milliseconds = recording.properties().duration().as_millis();
    if milliseconds == 0 {
        return None;
    }
    i32::try_from((milliseconds + 500) / 1_000).ok().map(|seconds| seconds.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Silence as a WAV file of one channel with 8,000 samples of a byte in a second.
    fn silence(samples: u32) -> Vec<u8> {
        let mut file = b"RIFF".to_vec();
        file.extend((36 + samples).to_le_bytes());
        file.extend(b"WAVEfmt ");
        file.extend(16_u32.to_le_bytes());
        file.extend([1_u16, 1].into_iter().flat_map(u16::to_le_bytes));
        file.extend([8_000_u32, 8_000].into_iter().flat_map(u32::to_le_bytes));
        file.extend([1_u16, 8].into_iter().flat_map(u16::to_le_bytes));
        file.extend(b"data");
        file.extend(samples.to_le_bytes());
        file.extend(std::iter::repeat_n(0x80, samples as usize));
        file
    }

    #[test]
    fn a_recording_lasts_whole_seconds() {
        assert_eq!(seconds(&silence(16_000), "audio/wav"), Some(2));
        assert_eq!(seconds(&silence(20_800), "audio/wav"), Some(3));
        assert_eq!(seconds(&silence(800), "audio/wav"), Some(1), "what lasts a moment lasts a second");
        assert_eq!(seconds(&silence(16_000), "application/pdf"), None);
        assert_eq!(seconds(&silence(16_000)[..30], "audio/wav"), None);
    }
}
