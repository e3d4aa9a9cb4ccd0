//! The colours of generated covers, as the stylesheet has them.

use std::{collections::HashMap, sync::LazyLock};

/// The stylesheet's tokens; among them one line for each colour of programmes.
const TOKENS: &str = include_str!("../../../style/tokens.css");

static COLOURS: LazyLock<HashMap<&'static str, Colours>> = LazyLock::new(|| read(TOKENS));

/// What a cover is painted with, as CSS writes colours. White reads on the ground at 4.5:1 and more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub ground: &'static str,
    /// Of shapes.
    pub accent: &'static str,
}

/// The colours of a programme, by its code; those of all others where it has none of its own.
pub fn colours(programme: &str) -> Colours {
    let own = COLOURS.get(programme.to_lowercase().as_str());
    own.or_else(|| COLOURS.get("")).copied().unwrap_or_default()
}

/// The colours by what follows `.programme-`, in lower case; under nothing those of `.programme` itself.
fn read(tokens: &'static str) -> HashMap<&'static str, Colours> {
    let mut colours = HashMap::new();
    for (selectors, rule) in tokens.lines().filter_map(|line| line.split_once('{')) {
        let both = value(rule, "--programme:").zip(value(rule, "--programme-accent:"));
        let Some((ground, accent)) = both else { continue };
        for class in selectors.split(',').filter_map(|selector| selector.trim().strip_prefix(".programme")) {
            colours.insert(class.trim_start_matches('-'), Colours { ground, accent });
        }
    }
    colours
}

/// What a rule gives a property.
fn value(rule: &'static str, property: &str) -> Option<&'static str> {
    let (_, after) = rule.split_once(property)?;
    after.split_once(';').map(|(value, _)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The share of light that a channel of sRGB gives, as WCAG 2.2 counts it.
    fn light(channel: &str) -> f64 {
        let share = f64::from(u8::from_str_radix(channel, 16).expect("two digits")) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    }

    /// The contrast of white on a colour.
    fn contrast(colour: &str) -> f64 {
        let digits = colour.strip_prefix('#').expect("a colour");
        let of = |at: usize| light(&digits[at..at + 2]);
        1.05 / (0.2126 * of(0) + 0.7152 * of(2) + 0.0722 * of(4) + 0.05)
    }

    #[test]
    fn the_stylesheet_gives_covers_their_colours_and_white_reads_on_all_of_them() {
        assert_eq!(COLOURS.len(), TOKENS.matches(".programme").count(), "every rule is read");
        assert!(COLOURS.contains_key(""));
        assert_eq!(colours("FLU"), Colours { ground: "#1c5a94", accent: "#b9dcf8" });
        assert_eq!(colours("TEE"), colours("HPV"));
        assert_eq!(colours("NEW"), colours(""), "a programme without a rule");
        for (programme, colours) in &*COLOURS {
            assert!(contrast(colours.ground) >= 4.5, "{programme}: white does not read on {}", colours.ground);
            assert_eq!(colours.accent.len(), 7, "{programme}");
        }
    }
}
