//! Every address of the service, in one place. A redirect or a link takes a [`Path`], never a text
//! that somebody sent.

mod former;
mod orders;
mod qr;

pub use former::*;
pub use orders::*;
pub use qr::*;
use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{
        code::ProductCode, edition::AccessibleFormat, search::Search, taxonomy::LanguageTag, thumbnail::Thumbnail,
    },
    form::{Answer, MALFORMED, Problem},
    text::Slug,
};

/// An address within the service: path and query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path(String);

impl Path {
    /// Path and query as they stand in a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path without its query.
    pub fn route(&self) -> &str {
        self.0.split_once('?').map_or(self.0.as_str(), |(path, _)| path)
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a path that somebody sent stays with us as a link: browsers take what follows two slashes for a host, and
/// read backslashes as slashes (WHATWG URL, "path state").
pub fn stays_here(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\']))
}

/// Pages to which a form may lead back. Hidden in forms that stand on several pages.
impl Answer for Path {
    const MAX_CHARS: usize = 500;

    fn read(text: &str) -> Result<Self, Problem> {
        const PAGES: [&str; 2] = ["/publications/", "/basket"];
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.~?=&%+".contains(&b));
        let known = PAGES.iter().any(|page| text.starts_with(page)) && !text.contains("//") && !text.contains("..");
        if plain && known { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

macro_rules! fixed {
    ($($(#[$meta:meta])* $name:ident = $path:literal),+ $(,)?) => {
        $($(#[$meta])* pub fn $name() -> Path { Path($path.to_owned()) })+
    };
}

mod account;
mod my;
mod provider;
mod registry;
mod staff;
pub use account::*;
pub use my::*;
pub use provider::*;
pub use registry::*;
pub use staff::*;

fixed! {
    /// The home page.
    home = "/",
    /// The basket.
    basket = "/basket",
    /// Where to send it.
    delivery = "/checkout/delivery",
    /// Whom to tell.
    contact = "/checkout/contact",
    /// The code that was mailed.
    code = "/checkout/code",
    /// Check your answers.
    check = "/checkout/check",
    /// All programmes.
    programmes = "/programmes",
    /// Write to the support desk.
    contact_us = "/contact",
    /// The message was sent.
    contact_sent = "/contact/sent",
    /// Say what you think of the service.
    feedback = "/feedback",
    /// It was kept.
    feedback_sent = "/feedback/sent",
    /// The gallery of patterns, in development.
    patterns = "/patterns",
    /// Its form was taken.
    patterns_taken = "/patterns/taken",
    /// What the service is.
    about = "/about",
    /// How far everybody can use it.
    accessibility = "/accessibility",
    /// What is kept of people.
    privacy = "/privacy",
    /// What is kept in browsers.
    cookies = "/cookies",
    /// Find an order by its number.
    track = "/track",
    /// A request for more was taken.
    asked_for_more = "/asked-for-more",
    /// Look into your mail to be told.
    waiting = "/waiting",
    /// You will be told.
    waiting_confirmed = "/waiting/confirmed",
    /// You will not be told any more.
    waiting_ended = "/waiting/ended",
}

/// The list of publications for a search.
pub fn publications(search: &Search) -> Path {
    with_query("/publications", &search.parameters())
}

/// What a search box suggests.
pub const SUGGESTIONS: &str = "/suggestions";

/// The newest publications of a search, for programs that follow it.
pub fn feed(search: &Search) -> Path {
    with_query("/publications.atom", &search.unpaged().parameters())
}

/// Where programs find all pages.
pub const SITEMAP: &str = "/sitemap.xml";

/// One part of them, from 1 on.
pub fn sitemap_part(number: u32) -> Path {
    Path(format!("/sitemaps/{number}.xml"))
}

/// A programme: what it is about and what is new in it.
pub fn programme(slug: &Slug) -> Path {
    Path(format!("/programmes/{slug}"))
}

/// A publication, opened at the edition that suits its reader.
pub fn publication(slug: &Slug) -> Path {
    Path(format!("/publications/{slug}"))
}

/// A publication, opened at one edition. `version` only for editions that are not live.
pub fn edition(slug: &Slug, language: &LanguageTag, format: AccessibleFormat, version: Option<i32>) -> Path {
    let mut query = vec![("language", language.to_string()), ("format", format.to_string())];
    query.extend(version.map(|version| ("version", version.to_string())));
    with_query(&format!("/publications/{slug}"), &query)
}

/// The short address of an edition, printed and scanned.
pub fn by_code(code: &ProductCode) -> Path {
    of_code("/e/", code)
}

/// The parameter that carries over how many copies were wanted.
pub const COPIES: &str = "copies";

/// Codes may hold letters of any script.
fn of_code(path: &str, code: &ProductCode) -> Path {
    let mut text = path.to_owned();
    push_encoded(&mut text, &code.normalised());
    Path(text)
}

/// The files of a publication in one zip; the query chooses some of them.
pub fn zip(slug: &Slug) -> Path {
    Path(format!("/publications/{slug}/files.zip"))
}

/// The generated cover of a publication in a language.
pub fn cover(slug: &Slug, language: &LanguageTag) -> Path {
    Path(format!("/covers/{slug}/{language}.svg"))
}

/// A picture made smaller, under the hash of its content.
pub fn thumbnail(thumbnail: &Thumbnail) -> Path {
    Path(format!("/thumbnails/{}", thumbnail.file_name()))
}

fn with_query(path: &str, parameters: &[(&'static str, String)]) -> Path {
    let mut text = path.to_owned();
    for (at, (name, value)) in parameters.iter().enumerate() {
        text.push(if at == 0 { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        push_encoded(&mut text, value);
    }
    Path(text)
}

/// Writes a value as browsers write it in the query of a form.
fn push_encoded(text: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => text.push(char::from(byte)),
            b' ' => text.push('+'),
            _ => {
                text.push('%');
                text.push(char::from(HEX[usize::from(byte >> 4)]));
                text.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn query_values_are_encoded_as_forms_do() {
        let search = Search::read([("q", "flu & \"whooping cough\"")]);
        assert_eq!(publications(&search).as_str(), "/publications?q=flu+%26+%22whooping+cough%22");
    }

    #[test]
    fn a_form_cannot_lead_away() {
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/publications/../../x",
            "/do/x",
            "/publications/\r\nSet-Cookie",
            "/publications/a//b",
        ] {
            assert!(Path::read(bad).is_err(), "{bad}");
        }
        assert!(Path::read("/publications/flu?language=zh-Hans&format=easy-read").is_ok());
    }
    #[test]
    fn a_link_with_two_slashes_would_lead_away() {
        assert!(stays_here("/") && stays_here("/publications//x"));
        assert!(!["//evil.example", "/\\evil.example", "", "*"].into_iter().any(stays_here));
    }
}
