//! Days as people count them.

/// The time zone in which days and opening times are judged.
pub const SERVICE_ZONE: &str = "Europe/London";
