//! Which network address asks, whatever stands in front of us.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request},
    http::HeaderMap,
};

/// Who asks, as far as anything is counted for one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client(pub IpAddr);

impl Client {
    /// Whoever sent a request, where its connection is known; so many proxies of ours stand in front.
    pub fn of(request: &Request, proxies: usize) -> Option<Self> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
        Some(Self(address(peer, request.headers(), proxies)))
    }
}

/// The peer, or whom the outermost of our proxies saw. Anything that stands before that in
/// `X-Forwarded-For` was written by the client itself. A household has a whole /64 of IPv6.
fn address(peer: IpAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let said: Vec<Option<IpAddr>> = headers
        .get_all("x-forwarded-for")
        .iter()
        // What cannot be read still counts as an entry.
        .flat_map(|value| String::from_utf8_lossy(value.as_bytes()).split(',').map(read).collect::<Vec<_>>())
        .collect();
    let seen = (proxies > 0).then(|| said.len().checked_sub(proxies)).flatten();
    let address = seen.and_then(|at| said[at]).unwrap_or(peer);
    match address {
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.into(),
            None => Ipv6Addr::from(u128::from(v6) & (u128::MAX << 64)).into(),
        },
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// An address as proxies write it: alone, in brackets, with a port.
fn read(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_chooses_an_address_for_themselves() {
        let ip = |text: &str| text.parse::<IpAddr>().expect("an address");
        let said = |values: &[&'static str], proxies| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("x-forwarded-for", axum::http::HeaderValue::from_static(value));
            }
            address(ip("10.0.0.1"), &headers, proxies)
        };
        assert_eq!(said(&["1.2.3.4"], 0), ip("10.0.0.1"), "no proxy of ours");
        assert_eq!(said(&["6.6.6.6, 1.2.3.4"], 1), ip("1.2.3.4"), "the first was written by the client");
        assert_eq!(said(&["6.6.6.6", "1.2.3.4, 10.0.0.2"], 2), ip("1.2.3.4"));
        assert_eq!(said(&[], 1), ip("10.0.0.1"));
        assert_eq!(said(&["nonsense"], 1), ip("10.0.0.1"));
        assert_eq!(said(&["1.2.3.4:5678"], 1), ip("1.2.3.4"));
        assert_eq!(said(&["[2001:db8::1]:443"], 1), ip("2001:db8::"));
        assert_eq!(said(&["2001:db8:1:2:3:4:5:6"], 1), ip("2001:db8:1:2::"));
    }
}
