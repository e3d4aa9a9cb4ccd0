//! Numbers of orders: read aloud, typed in any spelling.

use crate::form::{Answer, MALFORMED, Problem, with_western_digits};

/// The alphabet of numbers that people read aloud (Crockford, base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

text! {
    /// An order's number: `HP-XXXXX-XXXXX`, nine random characters and a check character. Orders that were
    /// imported keep theirs, `FHR` and five digits, as it stands in letters that people have.
    OrderNumber
}

impl OrderNumber {
    /// Builds a number from 45 random bits; the rest is ignored.
    pub fn from_random(bits: u64) -> Self {
        let mut digits: Vec<u32> = (0..9).map(|at| u32::try_from(bits >> (5 * at) & 31).unwrap_or_default()).collect();
        digits.push(check_digit(&digits));
        Self::write(&digits)
    }

    /// Reads a number in any spelling: case, blanks and dashes do not matter; O, I and L are 0, 1, 1.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        let stray =
            text.chars().any(|c| !c.is_ascii_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '–' | '‐'));
        if stray {
            return None;
        }
        if let Some(body) = plain.strip_prefix("FHR") {
            return Self::imported(body);
        }
        let body = plain.strip_prefix("HP").filter(|body| body.len() == 10)?;
        let digits = body.bytes().map(digit).collect::<Option<Vec<u32>>>()?;
        let (check, rest) = digits.split_last()?;
        (*check == check_digit(rest)).then(|| Self::write(&digits))
    }

    /// A number from before, by what follows `FHR`. It has no check character.
    fn imported(body: &str) -> Option<Self> {
        let digits = body.bytes().map(digit).collect::<Option<Vec<u32>>>()?;
        let is_old = digits.len() == 5 && digits.iter().all(|digit| *digit < 10);
        is_old.then(|| Self(format!("FHR{}", spelled(&digits))))
    }

    fn write(digits: &[u32]) -> Self {
        let text = spelled(digits);
        let (left, right) = text.split_at(5);
        Self(format!("HP-{left}-{right}"))
    }
}

impl Answer for OrderNumber {
    const MAX_CHARS: usize = 40;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(&with_western_digits(text)).ok_or(MALFORMED)
    }
}

fn spelled(digits: &[u32]) -> String {
    digits.iter().filter_map(|digit| ALPHABET.get(*digit as usize)).map(|byte| char::from(*byte)).collect()
}

fn digit(byte: u8) -> Option<u32> {
    let byte = match byte {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    ALPHABET.iter().position(|known| *known == byte).and_then(|at| u32::try_from(at).ok())
}

/// The Luhn check digit in base 32 ("Luhn mod N").
fn check_digit(digits: &[u32]) -> u32 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let addend = if at % 2 == 0 { digit * 2 } else { *digit };
            addend / 32 + addend % 32
        })
        .sum();
    (32 - sum % 32) % 32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_in_any_spelling() {
        let number = OrderNumber::from_random(0x1234_5678_9abc);
        let spoken = number.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(OrderNumber::parse(&spoken), Some(number));
        let imported = OrderNumber::read("FHR٠١٢٣٤").map(|number| number.to_string());
        assert_eq!(imported, Ok("FHR01234".to_owned()), "typed on an Arabic keyboard");
    }

    #[test]
    fn an_imported_number_is_read_in_any_spelling() {
        for spelling in ["FHR01234", "fhr 01234", "FHR-01234", " fhr-oI2 34"] {
            assert_eq!(OrderNumber::parse(spelling).as_ref().map(OrderNumber::as_str), Some("FHR01234"), "{spelling}");
        }
        for wrong in ["FHR", "FHR1234", "FHR123456", "FHR1234A", "FHR_01234", "HFR01234", "01234"] {
            assert_eq!(OrderNumber::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_imported_number_comes_back(number in "FHR[0-9]{5}") {
            prop_assert_eq!(OrderNumber::parse(&number).map(|read| read.to_string()), Some(number));
        }

        #[test]
        fn every_number_comes_back(bits in any::<u64>()) {
            let number = OrderNumber::from_random(bits);
            prop_assert_eq!(OrderNumber::parse(number.as_str()), Some(number));
        }

        #[test]
        fn one_wrong_character_is_found(bits in any::<u64>(), at in 0_usize..10, other in 0_usize..32) {
            let number = OrderNumber::from_random(bits).to_string();
            let at = 3 + at + usize::from(at >= 5);
            let mut wrong = number.clone().into_bytes();
            wrong[at] = ALPHABET[other];
            let wrong = String::from_utf8(wrong).expect("ascii");
            if wrong != number {
                prop_assert_eq!(OrderNumber::parse(&wrong), None);
            }
        }
    }
}
