//! The network address of whoever asks, as the layers in front of the pages saw it.

use std::net::IpAddr;

use backend::registry::Writer;
use http::request::Parts;
use leptos::prelude::use_context;

use super::{Cx, Refusal};

/// Who asks, as far as anything is counted for one network. A layer puts it into each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// The address of this request, where its connection is known; to be asked before the first wait.
pub fn client_address() -> Option<IpAddr> {
    use_context::<Parts>()?.extensions.get::<ClientAddress>().map(|client| client.0)
}

impl Cx {
    /// Whoever writes to a registration under way.
    pub const fn writer(&self) -> Writer {
        Writer { locale: self.locale(), from: self.from }
    }

    /// Counts a code that is about to be mailed because of this form, for the network that it comes from.
    pub async fn asks_for_code(&self) -> Result<(), Refusal> {
        Ok(backend::email_codes::count_network(&self.backend, self.from).await?)
    }

    /// Counts a code that was typed into this form and is about to be compared, for the network that it comes from.
    pub async fn tries_code(&self) -> Result<(), Refusal> {
        Ok(backend::email_codes::count_network_try(&self.backend, self.from).await?)
    }
}
