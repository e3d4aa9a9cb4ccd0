//! Every name that the reference lists know for kinds of things and for formats is read. The names were copied from
//! those lists; imports of other systems use them.

use domain::catalogue::edition::{AccessibleFormat, ResourceType};

/// Codes of resource types, each with its name and its legacy names.
const RESOURCE_TYPES: [(&str, &[&str]); 28] = [
    ("alternative", &["Alternative"]),
    ("aide-memoire", &["Aide-memoire", "Memoire", "Memoires"]),
    ("audio", &["Audio"]),
    ("booklet", &["Booklet", "Booklets"]),
    ("briefing-sheet", &["Briefing sheet", "Briefing sheets"]),
    ("bulletin", &["Bulletin", "Bulletins"]),
    ("consent-form", &["Consent form", "Consent Form", "Consent forms"]),
    ("envelope-label", &["Envelope label", "Envelope Label"]),
    ("factsheet", &["Factsheet", "Factsheets"]),
    ("flip-chart", &["Flip chart", "Flip Chart", "Flip charts"]),
    ("flyer", &["Flyer"]),
    ("fridge-magnet", &["Fridge magnet", "Fridge Magnet", "Fridge magnets"]),
    ("gif", &["GIF", "GIFs"]),
    ("guidance", &["Guidance"]),
    ("image", &["Image", "Images"]),
    ("immunisation-schedule", &["Immunisation schedule", "Immunisation Schedule", "Immunisation schedules"]),
    ("invitation-letter", &["Invitation letter", "Invitation Letter"]),
    ("leaflet", &["Leaflet", "Leaflets"]),
    ("pack-sleeve", &["Pack sleeve", "Pack Sleeve"]),
    ("pocket-guide", &["Pocket guide", "Z-Card", "Pocket guides"]),
    ("postcard", &["Postcard", "Postcards"]),
    ("poster", &["Poster", "Posters"]),
    ("presentation-slides", &["Presentation slides", "Slides", "Slide"]),
    ("pull-up-banner", &["Pull-up banner", "Pull-up Banners", "Pull-up banners", "Pull-Up Banners"]),
    ("record-card", &["Record card", "Record Cards", "Record Card", "Record cards"]),
    ("sticker", &["Sticker", "Stickers"]),
    ("transcript", &["Transcript", "Audio Transcript"]),
    ("video", &["Video", "Videos"]),
];

/// Codes of accessible formats, each with its name and its legacy names.
const FORMATS: [(&str, &[&str]); 7] = [
    ("standard", &["Standard", "not-accessible"]),
    ("audio", &["Audio", "Video and Audio"]),
    ("braille", &["Braille"]),
    ("british-sign-language", &["British Sign Language (BSL)"]),
    ("easy-read", &["Easy read"]),
    ("large-print", &["Large print"]),
    ("simple-text", &["Simple text", "Simple Text"]),
];

/// A name as it is, and in other cases.
fn spellings(name: &str) -> [String; 3] {
    [name.to_owned(), name.to_uppercase(), name.to_lowercase()]
}

#[test]
fn every_name_of_a_resource_type_is_read() {
    assert_eq!(RESOURCE_TYPES.len(), ResourceType::ALL.len());
    for (code, names) in RESOURCE_TYPES {
        let kind = ResourceType::from_code(code);
        assert!(kind.is_some(), "{code}");
        for name in names.iter().flat_map(|name| spellings(name)) {
            assert_eq!(ResourceType::from_any_name(&name), kind, "{name}");
        }
    }
}

#[test]
fn every_name_of_a_format_is_read() {
    assert_eq!(FORMATS.len(), AccessibleFormat::ALL.len());
    for (code, names) in FORMATS {
        let format = AccessibleFormat::from_code(code);
        assert!(format.is_some(), "{code}");
        for name in names.iter().flat_map(|name| spellings(name)) {
            assert_eq!(AccessibleFormat::from_any_name(&name), format, "{name}");
        }
    }
}
