//! Digits of other scripts.

/// A text with the digits of Arabic and Persian keyboards as those we read: "٢٠٢٦" and "۲۰۲۶" are "2026". Everything
/// else stays. For answers that are made of digits; what people write in words is kept as it was typed.
pub fn with_western_digits(text: &str) -> String {
    let western = |c: char| match c {
        // Both rows begin at a multiple of sixteen.
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) & 0xf, 10).unwrap_or(c),
        _ => c,
    };
    text.chars().map(western).collect()
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
