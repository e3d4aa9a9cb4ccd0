//! The texts of the pages about the service, as Markdown, in every language of the interface. What is English in a
//! text of another language stands in a `<span lang="en" dir="ltr">`.

use crate::words::Locale;

/// Declares the text of a page, under the name of its file.
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident = $file:literal),+ $(,)?) => {$(
        $(#[$meta])*
        pub const fn $name(locale: Locale) -> &'static str {
            match locale {
                Locale::English => include_str!(concat!("../../content/en/", $file)),
                Locale::Welsh => include_str!(concat!("../../content/cy/", $file)),
                Locale::French => include_str!(concat!("../../content/fr/", $file)),
                Locale::Arabic => include_str!(concat!("../../content/ar/", $file)),
            }
        }
    )+};
}

texts! {
    /// What the service is.
    about = "about.md",
    /// The accessibility statement, with gaps for figures: `{pages}`.
    accessibility = "accessibility.md",
    /// What is kept of people.
    privacy = "privacy.md",
    /// What is kept in their browsers.
    cookies = "cookies.md",
    /// What the provider registry is, for whom, and on which law it rests.
    register = "register.md",
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::contact::accessibility_statement;

    /// Before what is English.
    const MARK: &str = r#"<span lang="en" dir="ltr">"#;

    /// Names that stay English in other languages.
    const ENGLISH: [&str; 4] = [
        "Web Content Accessibility Guidelines",
        "Equality and Human Rights Commission",
        "Equality Advisory and Support Service",
        "Public Sector Bodies",
    ];

    fn others() -> impl Iterator<Item = Locale> {
        Locale::ALL.iter().copied().filter(|locale| *locale != Locale::English)
    }

    fn events(markdown: &str) -> Parser<'_> {
        Parser::new_ext(markdown, Options::ENABLE_TABLES)
    }

    /// What a text is made of whatever its language is.
    fn sections(markdown: &str) -> Vec<String> {
        let section = |event: Event<'_>| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(level.to_string()),
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            Event::Start(Tag::Paragraph) => Some("paragraph".to_owned()),
            Event::Start(Tag::Item) => Some("item".to_owned()),
            Event::Start(Tag::TableRow) => Some("row".to_owned()),
            Event::Start(Tag::TableCell) => Some("cell".to_owned()),
            Event::Code(code) => Some(code.to_string()),
            _ => None,
        };
        events(markdown).filter_map(section).collect()
    }

    /// The gaps of a text, which may stand in another order.
    fn gaps(markdown: &str) -> Vec<&str> {
        let mut gaps: Vec<&str> =
            markdown.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
        gaps.sort_unstable();
        gaps
    }

    /// The words of a text that are not marked as English.
    fn unmarked(markdown: &str) -> String {
        let (mut words, mut is_english) = (String::new(), false);
        for event in events(markdown) {
            match event {
                Event::InlineHtml(tag) if &*tag == MARK => is_english = true,
                Event::InlineHtml(tag) if &*tag == "</span>" => is_english = false,
                Event::InlineHtml(tag) | Event::Html(tag) => panic!("{tag} is no mark"),
                Event::Text(text) if !is_english => words.push_str(&text),
                _ => {}
            }
        }
        words
    }

    #[test]
    fn every_language_has_each_page_with_the_same_sections() {
        for text in [about, accessibility, privacy, cookies, register] {
            let english = text(Locale::English);
            assert!(sections(english).len() > 5);
            for locale in others() {
                assert_eq!(sections(text(locale)), sections(english), "{locale}");
                assert_eq!(gaps(text(locale)), gaps(english), "{locale}");
            }
        }
    }

    #[test]
    fn what_is_english_in_another_language_is_marked() {
        for locale in others() {
            let statement = accessibility_statement::markdown(locale);
            assert!(statement.contains(MARK), "{locale}");
            for text in [about(locale), &statement, privacy(locale), cookies(locale), register(locale)] {
                let words = unmarked(text);
                for name in ENGLISH {
                    assert!(!words.contains(name), "{locale}: {name}");
                }
                // Whatever has Latin letters in an Arabic text is not Arabic.
                let latin = words.split_whitespace().find(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
                assert!(locale != Locale::Arabic || latin.is_none(), "{latin:?} is not marked");
            }
        }
    }
}
