//! Addresses of imported publications.

use std::collections::HashSet;

use domain::text::Slug;

/// A slug from a title; "-2", "-3" … when it is taken.
pub(super) fn free_slug(title: &str, taken: &mut HashSet<String>) -> Slug {
    let mut base = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => base.push(c),
            '\'' | '’' => {}
            _ if !base.is_empty() && !base.ends_with('-') => base.push('-'),
            _ => {}
        }
    }
    base.truncate(100);
    let base = match base.trim_matches('-') {
        "" => "publication",
        base => base,
    };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let free = std::iter::once(base.to_owned()).chain(numbered).find(|slug| !taken.contains(slug)).unwrap_or_default();
    taken.insert(free.clone());
    #[expect(clippy::expect_used, reason = "built above from the characters that slugs have")]
    Slug::parse(&free).expect("a slug")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_that_is_taken_gets_a_number() {
        let mut taken = HashSet::from(["flu-don-t".to_owned(), "measles".to_owned()]);
        assert_eq!(free_slug("Measles!", &mut taken).as_str(), "measles-2");
        assert_eq!(free_slug("Measles", &mut taken).as_str(), "measles-3");
        assert_eq!(free_slug("Don’t “wait” – ask", &mut taken).as_str(), "dont-wait-ask");
        assert_eq!(free_slug("Здоровье", &mut taken).as_str(), "publication");
    }
}
