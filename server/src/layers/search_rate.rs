//! How often one address may search: searches cost more than anything else that strangers may ask for.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};

use crate::{routes::api, serve::Answer};

/// Routes that search, or cost as much.
const SEARCHES: [&str; 4] = ["/publications", "/publications.atom", "/data/editions.csv", "/data/editions.json"];
/// The route that is asked with every few letters. Whoever types much may still search.
const TYPING: &str = domain::paths::SUGGESTIONS;
/// After so many searches, addresses that have been quiet are forgotten: never with each search, whoever asks.
const FORGET_EVERY: u64 = 10_000;

/// The searches of each address in this process.
#[derive(Clone, Debug)]
pub struct SearchRate {
    /// Of searches, and of what is asked while somebody types.
    limiters: Option<Arc<[DefaultKeyedRateLimiter<IpAddr>; 2]>>,
    searches: Arc<AtomicU64>,
    proxies: usize,
}

impl SearchRate {
    /// So many searches a minute for one address, or any number. `proxies` of ours stand in front.
    pub fn new(a_minute: Option<NonZeroU32>, proxies: usize) -> Self {
        let limiter = |a_minute| RateLimiter::keyed(Quota::per_minute(a_minute));
        let limiters = a_minute.map(|a_minute| Arc::new([limiter(a_minute), limiter(a_minute)]));
        Self { limiters, searches: Arc::default(), proxies }
    }

    /// The seconds after which this address may search again, if it may not now.
    fn wait(&self, (which, address): (usize, IpAddr)) -> Option<u64> {
        let limiter = self.limiters.as_ref()?.get(which)?;
        if self.searches.fetch_add(1, Ordering::Relaxed).is_multiple_of(FORGET_EVERY) {
            limiter.retain_recent();
        }
        let refused = limiter.check_key(&address).err()?;
        Some(refused.wait_time_from(limiter.clock().now()).as_secs() + 1)
    }
}

/// Answers 429 to an address that searches too often.
pub async fn limit(State(rate): State<SearchRate>, request: Request, next: Next) -> Answer {
    let which = request.extensions().get::<MatchedPath>().and_then(|path| limiter_of(path.as_str()));
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let asked = which.zip(peer.map(|peer| client(peer, request.headers(), rate.proxies)));
    match asked.and_then(|asked| rate.wait(asked)) {
        Some(seconds) => (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())]).into_response(),
        None => next.run(request).await,
    }
}

/// Which of the limiters counts a route.
fn limiter_of(route: &str) -> Option<usize> {
    let searches = SEARCHES.contains(&route) || api::KEPT.contains(&route);
    if searches { Some(0) } else { (route == TYPING).then_some(1) }
}

/// Who asks: the peer, or whom the outermost of our proxies saw. Anything that stands before that in
/// `X-Forwarded-For` was written by the client itself. A household has a whole /64 of IPv6.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
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
    use axum::{Router, body::Body, routing::get};
    use tower::ServiceExt;

    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn nobody_chooses_an_address_for_themselves() {
        let said = |values: &[&'static str], proxies| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("x-forwarded-for", axum::http::HeaderValue::from_static(value));
            }
            client(address("10.0.0.1"), &headers, proxies)
        };
        assert_eq!(said(&["1.2.3.4"], 0), address("10.0.0.1"), "no proxy of ours");
        assert_eq!(said(&["6.6.6.6, 1.2.3.4"], 1), address("1.2.3.4"), "the first was written by the client");
        assert_eq!(said(&["6.6.6.6", "1.2.3.4, 10.0.0.2"], 2), address("1.2.3.4"));
        assert_eq!(said(&[], 1), address("10.0.0.1"));
        assert_eq!(said(&["nonsense"], 1), address("10.0.0.1"));
        assert_eq!(said(&["1.2.3.4:5678"], 1), address("1.2.3.4"));
        assert_eq!(said(&["[2001:db8::1]:443"], 1), address("2001:db8::"));
        assert_eq!(said(&["2001:db8:1:2:3:4:5:6"], 1), address("2001:db8:1:2::"));
    }

    #[tokio::test]
    async fn one_address_is_stopped_and_others_are_not() {
        let rate = SearchRate::new(NonZeroU32::new(3), 0);
        let router = Router::new()
            .route("/publications", get(|| async { "found" }))
            .route("/api/v1/editions", get(|| async { "found" }))
            .route("/suggestions", get(|| async { "options" }))
            .route("/basket", get(|| async { "lines" }))
            .layer(axum::middleware::from_fn_with_state(rate, limit));
        let asks = async |path: &str, from: &str| {
            let peer = ConnectInfo(SocketAddr::new(address(from), 1));
            let request = Request::get(path).extension(peer).body(Body::empty()).expect("a request");
            router.clone().oneshot(request).await.expect("an answer")
        };
        for _ in 0..3 {
            assert_eq!(asks("/publications?q=flu", "1.2.3.4").await.status(), StatusCode::OK);
        }
        let refused = asks("/publications?q=flu", "1.2.3.4").await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.headers().contains_key(header::RETRY_AFTER));
        assert_eq!(asks("/api/v1/editions", "1.2.3.4").await.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(asks("/suggestions?q=f", "1.2.3.4").await.status(), StatusCode::OK, "counted for itself");
        assert_eq!(asks("/basket", "1.2.3.4").await.status(), StatusCode::OK, "only searching is counted");
        assert_eq!(asks("/publications", "1.2.3.5").await.status(), StatusCode::OK);
    }
}
