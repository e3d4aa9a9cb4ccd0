//! Right answers to forms that ask much.

/// Why more is needed.
pub const MORE: &[(&str, &str)] = &[
    ("edition", "MEA-1-EN"),
    ("asked_quantity", "40"),
    ("reason", "A health fair for forty families"),
    ("needed_by-day", "1"),
    ("needed_by-month", "2"),
    ("needed_by-year", "2027"),
    ("full_name", "Ada"),
    ("asker_email", "ada@example.com"),
    ("page", "/publications/measles-leaflet"),
];
/// A message to the support desk.
pub const MESSAGE: &[(&str, &str)] = &[
    ("support_summary", "A question"),
    ("support_message", "Where is it?"),
    ("contact_name", "Ada"),
    ("contact_email", "ada@example.com"),
    ("form_key", "0123456789abcdef"),
];
/// What somebody thinks of the service.
pub const FEEDBACK: &[(&str, &str)] = &[
    ("how_satisfied", "neutral"),
    ("would_recommend", "Yes"),
    ("where_did_you_hear", "At work"),
    ("why_did_you_come", "For posters"),
    ("did_you_get_what_you_wanted", "Yes"),
    ("improve_our_service", "More of it"),
    ("form_key", "0123456789abcdef"),
];
/// The gallery of patterns.
pub const PATTERNS: &[(&str, &str)] = &[
    ("reader", "Ada"),
    ("read_in", "paper"),
    ("reads_in", "pl"),
    ("read_best_in", "screen"),
    ("reads_since-day", "1"),
    ("reads_since-month", "2"),
    ("reads_since-year", "2020"),
    ("reader_note", "x"),
];
