//! What people tell us. No island: these forms are plain, and whoever writes to us once loads no code for it.

pub mod contact_us;
pub mod feedback;
