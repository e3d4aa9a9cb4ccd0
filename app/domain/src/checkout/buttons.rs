//! Forms without questions: buttons that move the checkout on.

use crate::paths;

button! {
    /// Begins the checkout of a basket.
    BeginCheckout, "begin-checkout", paths::basket()
}
button! {
    /// Begins the checkout of what can be ordered; the rest stays in the basket.
    BeginPartialCheckout, "begin-partial-checkout", paths::basket()
}
button! {
    /// Asks for another code.
    SendCode, "send-code", paths::code()
}
