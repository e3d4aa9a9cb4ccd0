//! Digits of other scripts.

/// A text with the digits of Arabic and Persian keyboards as those we read: "٢٠٢٦" and "۲۰۲۶" are "2026"; and without
/// the marks of direction, which nobody sees and which come along with what is copied. Everything else stays. For
/// answers that are made of digits or of ASCII, as e-mail addresses are; what people write in words is kept as it was
/// typed.
pub fn with_western_digits(text: &str) -> String {
    let western = |c: char| match c {
        // Both rows begin at a multiple of sixteen.
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) & 0xf, 10),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        _ => Some(c),
    };
    text.chars().filter_map(western).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        form::{Answer, MALFORMED},
        text::{OneTimeCode, TelephoneNumber},
    };

    #[test]
    fn digits_of_every_keyboard_are_the_same() {
        assert_eq!(with_western_digits("٠١٢٣٤٥٦٧٨٩"), "0123456789");
        assert_eq!(with_western_digits("۰۱۲۳۴۵۶۷۸۹"), "0123456789");
        assert_eq!(with_western_digits("+٤٤ 20-٧٩٤٦ ext ٥"), "+44 20-7946 ext 5");
        assert_eq!(with_western_digits("مارس é ٪"), "مارس é ٪");
        assert_eq!(with_western_digits("\u{2068}HP-12\u{2069}\u{200e} \u{202a}3\u{202c}"), "HP-12 3", "copied");
    }

    #[test]
    fn numbers_are_read_from_every_keyboard() {
        assert_eq!(OneTimeCode::read("١٢٣ ٤٥٦").map(|code| code.to_string()), Ok("123456".to_owned()));
        let read = |text: &str| TelephoneNumber::read(text).map(|number| number.to_string());
        assert_eq!(read("٠٢٠ ٧٩٤٦ ٠٠١٨"), Ok("020 7946 0018".to_owned()));
        assert_eq!(read("+۴۴ ۲۰ ۷۹۴۶ ۰۰۱۸"), Ok("+44 20 7946 0018".to_owned()));
        assert_eq!(read("٠٢٠ ٧٩"), Err(MALFORMED), "too few");
    }
}
