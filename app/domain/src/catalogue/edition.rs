//! Editions: one language, format and version of a publication.

choice! {
    /// How people get an edition.
    AccessType {
        /// Files only.
        DownloadOnly = "download-only",
        /// Files and printed copies.
        DownloadOrOrder = "download-or-order",
        /// Printed copies only; no file is public but the cover.
        OrderOnly = "order-only",
    }
}

choice! {
    /// Where an edition is in its life.
    EditionStatus {
        /// Being prepared; the public does not see it.
        Draft = "draft",
        /// Listed and usable.
        Live = "live",
        /// An old version: its page points to the new one.
        Archived = "archived",
        /// Taken back; its page says so.
        Withdrawn = "withdrawn",
    }
}

choice! {
    /// The accessible format of an edition.
    AccessibleFormat {
        /// Ordinary text.
        Standard = "standard",
        /// Spoken.
        Audio = "audio",
        /// Braille.
        Braille = "braille",
        /// British Sign Language video.
        BritishSignLanguage = "british-sign-language",
        /// Short words and pictures.
        EasyRead = "easy-read",
        /// Large print.
        LargePrint = "large-print",
        /// Plain text.
        SimpleText = "simple-text",
    }
}

impl AccessibleFormat {
    /// The token in product codes; nothing for standard.
    pub const fn code_token(self) -> &'static str {
        match self {
            Self::Standard => "",
            Self::Audio => "AUD",
            Self::Braille => "BRL",
            Self::BritishSignLanguage => "BSL",
            Self::EasyRead => "ER",
            Self::LargePrint => "LP",
            Self::SimpleText => "ST",
        }
    }

    /// Reads the code or the legacy name of a format, in any case.
    pub fn from_any_name(text: &str) -> Option<Self> {
        let plain = text.trim().to_lowercase();
        Self::from_code(&plain).or(match plain.as_str() {
            "not-accessible" => Some(Self::Standard),
            "video and audio" => Some(Self::Audio),
            "british sign language (bsl)" => Some(Self::BritishSignLanguage),
            "easy read" => Some(Self::EasyRead),
            "large print" => Some(Self::LargePrint),
            "simple text" => Some(Self::SimpleText),
            _ => None,
        })
    }
}

choice! {
    /// What kind of thing an edition is.
    ResourceType {
        /// A short reminder for staff.
        AideMemoire = "aide-memoire",
        /// Only in imported catalogues.
        Alternative = "alternative",
        /// A recording to listen to.
        Audio = "audio",
        /// A booklet.
        Booklet = "booklet",
        /// A briefing sheet.
        BriefingSheet = "briefing-sheet",
        /// A bulletin.
        Bulletin = "bulletin",
        /// A consent form.
        ConsentForm = "consent-form",
        /// A label for an envelope.
        EnvelopeLabel = "envelope-label",
        /// A factsheet.
        Factsheet = "factsheet",
        /// A flip chart.
        FlipChart = "flip-chart",
        /// A flyer.
        Flyer = "flyer",
        /// A fridge magnet.
        FridgeMagnet = "fridge-magnet",
        /// An animated picture.
        Gif = "gif",
        /// Guidance.
        Guidance = "guidance",
        /// A picture.
        Image = "image",
        /// An immunisation schedule.
        ImmunisationSchedule = "immunisation-schedule",
        /// An invitation letter.
        InvitationLetter = "invitation-letter",
        /// A leaflet.
        Leaflet = "leaflet",
        /// A sleeve for a pack.
        PackSleeve = "pack-sleeve",
        /// A guide that folds into a pocket.
        PocketGuide = "pocket-guide",
        /// A postcard.
        Postcard = "postcard",
        /// A poster.
        Poster = "poster",
        /// Slides.
        PresentationSlides = "presentation-slides",
        /// A pull-up banner.
        PullUpBanner = "pull-up-banner",
        /// A record card.
        RecordCard = "record-card",
        /// A sticker.
        Sticker = "sticker",
        /// Only in imported catalogues.
        Transcript = "transcript",
        /// A video.
        Video = "video",
    }
}

impl ResourceType {
    /// Reads the code or a legacy name, in any case, singular or plural.
    pub fn from_any_name(text: &str) -> Option<Self> {
        let plain = text.trim().to_lowercase().replace([' ', '_'], "-");
        let singular = plain.strip_suffix('s').unwrap_or(&plain);
        Self::from_code(&plain).or_else(|| Self::from_code(singular)).or(match singular {
            "memoire" => Some(Self::AideMemoire),
            "z-card" => Some(Self::PocketGuide),
            "slide" | "presentation-slide" => Some(Self::PresentationSlides),
            "audio-transcript" => Some(Self::Transcript),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every type with its name and the names it had before.
    const TYPES: [(&str, &[&str]); 28] = [
        ("alternative", &["Alternative"]),
        ("aide-memoire", &["Aide-memoire", "Memoire", "Memoires"]),
        ("audio", &["Audio"]),
        ("booklet", &["Booklet", "Booklets"]),
        ("briefing-sheet", &["Briefing sheet", "Briefing sheets"]),
        ("bulletin", &["Bulletin", "Bulletins"]),
        ("consent-form", &["Consent form", "Consent forms"]),
        ("envelope-label", &["Envelope label"]),
        ("factsheet", &["Factsheet", "Factsheets"]),
        ("flip-chart", &["Flip chart", "Flip charts"]),
        ("flyer", &["Flyer"]),
        ("fridge-magnet", &["Fridge magnet", "Fridge magnets"]),
        ("gif", &["GIF", "GIFs"]),
        ("guidance", &["Guidance"]),
        ("image", &["Image", "Images"]),
        ("immunisation-schedule", &["Immunisation schedule", "Immunisation schedules"]),
        ("invitation-letter", &["Invitation letter"]),
        ("leaflet", &["Leaflet", "Leaflets"]),
        ("pack-sleeve", &["Pack sleeve"]),
        ("pocket-guide", &["Pocket guide", "Z-Card", "Pocket guides"]),
        ("postcard", &["Postcard", "Postcards"]),
        ("poster", &["Poster", "Posters"]),
        ("presentation-slides", &["Presentation slides", "Slides", "Slide"]),
        ("pull-up-banner", &["Pull-up banner", "Pull-up Banners"]),
        ("record-card", &["Record card", "Record Cards"]),
        ("sticker", &["Sticker", "Stickers"]),
        ("transcript", &["Transcript", "Audio Transcript"]),
        ("video", &["Video", "Videos"]),
    ];

    /// Every format with its name and the names it had before.
    const FORMATS: [(&str, &[&str]); 7] = [
        ("standard", &["Standard", "not-accessible"]),
        ("audio", &["Audio", "Video and Audio"]),
        ("braille", &["Braille"]),
        ("british-sign-language", &["British Sign Language (BSL)"]),
        ("easy-read", &["Easy read"]),
        ("large-print", &["Large print"]),
        ("simple-text", &["Simple text"]),
    ];

    /// Names as they are and in other cases.
    fn spellings(names: &[&str]) -> Vec<String> {
        names
            .iter()
            .flat_map(|name| [(*name).to_owned(), name.to_uppercase(), format!(" {} ", name.to_lowercase())])
            .collect()
    }

    #[test]
    fn every_type_is_read_by_all_of_its_names() {
        assert_eq!(TYPES.len(), ResourceType::ALL.len());
        for (code, names) in TYPES {
            let kind = ResourceType::from_code(code);
            assert!(kind.is_some(), "{code}");
            for name in spellings(names) {
                assert_eq!(ResourceType::from_any_name(&name), kind, "{name}");
            }
        }
        for plural in ["Leaflets", "Flyers", "Consent forms", "Envelope labels", "Postcard", "Sticker", "Bulletin"] {
            assert!(ResourceType::from_any_name(plural).is_some(), "{plural}: one or many");
        }
        for nothing in ["Leafletsss", "", "s", "Leaf", "Poster leaflet"] {
            assert_eq!(ResourceType::from_any_name(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn every_format_is_read_by_all_of_its_names() {
        assert_eq!(FORMATS.len(), AccessibleFormat::ALL.len());
        for (code, names) in FORMATS {
            let format = AccessibleFormat::from_code(code);
            assert!(format.is_some(), "{code}");
            for name in spellings(names) {
                assert_eq!(AccessibleFormat::from_any_name(&name), format, "{name}");
            }
        }
        assert_eq!(AccessibleFormat::from_any_name("papyrus"), None);
    }
}
