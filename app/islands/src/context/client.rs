//! The network address of whoever asks, as the layers in front of the pages saw it.

use std::net::IpAddr;

use http::request::Parts;
use leptos::prelude::use_context;

/// Who asks, as far as anything is counted for one network. A layer puts it into each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// The address of this request, where its connection is known; to be asked before the first wait.
pub fn client_address() -> Option<IpAddr> {
    use_context::<Parts>()?.extensions.get::<ClientAddress>().map(|client| client.0)
}
