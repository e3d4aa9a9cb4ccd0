//! Confirmation numbers of registrations: a receipt that is read aloud, never a key.

use crate::form::{Answer, MALFORMED, Problem};

/// Symbols of the number: Crockford's Base32, which leaves out I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols of the number without its check symbol.
const SYMBOLS: u32 = 12;
/// What the check symbol is the rest of a division by. Of Crockford's 37 check symbols only those are used that are
/// among the 32 of the number.
const MODULUS: u64 = 37;

text! {
    /// A confirmation number: twelve random symbols and a check symbol, in groups of 3, 3, 3 and 4.
    ConfirmationId
}

impl ConfirmationId {
    /// The number of 60 random bits, the rest is ignored; nothing when its check symbol is not a letter or digit
    /// that people can tell apart. Then draw again.
    pub fn from_random(bits: u64) -> Option<Self> {
        let bits = bits & ((1 << (5 * SYMBOLS)) - 1);
        let check = usize::try_from(bits % MODULUS).ok().and_then(|rest| ALPHABET.get(rest))?;
        let symbols = (0..SYMBOLS).rev().map(|at| ALPHABET[usize::try_from(bits >> (5 * at) & 31).unwrap_or_default()]);
        let text: String = symbols.chain([*check]).map(char::from).collect();
        Some(Self::grouped(&text))
    }

    /// Reads a number in any spelling: case, blanks and dashes do not matter; O is 0, I and L are 1. The check
    /// symbol has to fit.
    pub fn parse(text: &str) -> Option<Self> {
        let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‐'));
        let values = kept.map(value).collect::<Option<Vec<u64>>>()?;
        let (check, rest) = values.split_last()?;
        let number = rest.iter().fold(0_u64, |number, value| (number << 5) | value);
        if rest.len() != 12 || number % MODULUS != *check {
            return None;
        }
        Self::from_random(number)
    }

    fn grouped(text: &str) -> Self {
        let (first, rest) = text.split_at(3);
        let (second, rest) = rest.split_at(3);
        let (third, fourth) = rest.split_at(3);
        Self(format!("{first}-{second}-{third}-{fourth}"))
    }
}

fn value(symbol: char) -> Option<u64> {
    let plain = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|known| char::from(*known) == plain)?;
    u64::try_from(at).ok()
}

impl Answer for ConfirmationId {
    const MAX_CHARS: usize = 40;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or(MALFORMED)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// EH-41
    #[test]
    fn eh_41_known_numbers_are_read() {
        for known in ["7K2-M9Q-4TB-X0H2", "3F8-WQ1-VDN-6YCJ", "000-000-000-0000"] {
            assert_eq!(ConfirmationId::parse(known).map(|id| id.to_string()).as_deref(), Some(known));
        }
        let spelled = ConfirmationId::parse(" 7k2 m9q–4tbxOh2 ");
        assert_eq!(spelled.map(|id| id.to_string()).as_deref(), Some("7K2-M9Q-4TB-X0H2"));
        assert_eq!(ConfirmationId::parse("7K2-M9Q-4TB-X0H3"), None, "one wrong symbol");
        assert_eq!(ConfirmationId::parse("7K2-9MQ-4TB-X0H2"), None, "two that changed places");
    }

    proptest! {
        #[test]
        fn eh_41_what_is_drawn_is_read_and_one_slip_is_found(bits in any::<u64>(), at in 0..12_usize, by in 1..32_usize) {
            let Some(id) = ConfirmationId::from_random(bits) else { return Ok(()) };
            prop_assert_eq!(ConfirmationId::parse(id.as_str()), Some(id.clone()));
            let mut symbols: Vec<u8> = id.as_str().bytes().filter(|byte| *byte != b'-').collect();
            let known = ALPHABET.iter().position(|symbol| *symbol == symbols[at]).unwrap_or_default();
            symbols[at] = ALPHABET[(known + by) % 32];
            let slipped = String::from_utf8(symbols).unwrap_or_default();
            prop_assert_eq!(ConfirmationId::parse(&slipped), None);
        }
    }
}
