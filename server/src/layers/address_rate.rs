//! How often one address may ask for what costs more than anything else that strangers may ask for:
//! searches, and downloads of many things at once.

use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};
use islands::context::ClientAddress;

use super::Client;
use crate::{routes::api, serve::Answer};

/// Routes that search, or cost as much.
const SEARCHES: [&str; 2] = ["/publications", "/publications.atom"];
/// The route that is asked with every few letters. Whoever types much may still search.
const TYPING: &str = domain::paths::SUGGESTIONS;
/// Routes that send many things at once.
const DOWNLOADS: [&str; 3] = ["/publications/{slug}/files.zip", "/data/editions.csv", "/data/editions.json"];
/// After so many requests, addresses that have been quiet are forgotten: never with each, whoever asks.
const FORGET_EVERY: u64 = 10_000;

/// The requests of each address to some routes.
#[derive(Debug)]
struct Counted {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    asked: AtomicU64,
}

impl Counted {
    fn new(a_minute: NonZeroU32) -> Arc<Self> {
        Arc::new(Self { limiter: RateLimiter::keyed(Quota::per_minute(a_minute)), asked: AtomicU64::new(0) })
    }

    /// The seconds after which this address may ask again, if it may not now.
    fn wait(&self, address: IpAddr) -> Option<u64> {
        if self.asked.fetch_add(1, Ordering::Relaxed).is_multiple_of(FORGET_EVERY) {
            self.limiter.retain_recent();
        }
        let refused = self.limiter.check_key(&address).err()?;
        Some(refused.wait_time_from(self.limiter.clock().now()).as_secs() + 1)
    }
}

/// What each address asked for in this process.
#[derive(Clone, Debug)]
pub struct AddressRate {
    searches: Option<Arc<Counted>>,
    /// What is asked while somebody types.
    typing: Option<Arc<Counted>>,
    downloads: Option<Arc<Counted>>,
    proxies: usize,
}

impl AddressRate {
    /// So many searches, and so many downloads of many things, a minute for one address, or any number.
    /// `proxies` of ours stand in front.
    pub fn new(searches: Option<NonZeroU32>, downloads: Option<NonZeroU32>, proxies: usize) -> Self {
        let [searches, typing, downloads] = [searches, searches, downloads].map(|a_minute| a_minute.map(Counted::new));
        Self { searches, typing, downloads, proxies }
    }

    /// What counts a route.
    fn counted(&self, route: &str) -> Option<&Counted> {
        if SEARCHES.contains(&route) || api::KEPT.contains(&route) {
            self.searches.as_deref()
        } else if DOWNLOADS.contains(&route) {
            self.downloads.as_deref()
        } else if route == TYPING {
            self.typing.as_deref()
        } else {
            None
        }
    }
}

/// Answers 429 to an address that asks too often; routes learn who asks.
pub async fn limit(State(rate): State<AddressRate>, mut request: Request, next: Next) -> Answer {
    let client = Client::of(&request, rate.proxies);
    let counted = request.extensions().get::<MatchedPath>().and_then(|path| rate.counted(path.as_str()));
    if let Some(seconds) = counted.zip(client).and_then(|(counted, client)| counted.wait(client.0)) {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())]).into_response();
    }
    if let Some(client) = client {
        request.extensions_mut().insert(client);
        // Forms and pages are not of this crate.
        request.extensions_mut().insert(ClientAddress(client.0));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::{Router, body::Body, extract::ConnectInfo, routing::get};
    use tower::ServiceExt;

    use super::*;

    async fn asks(router: &Router, path: &str, from: &str) -> Answer {
        let peer = ConnectInfo(SocketAddr::new(from.parse().expect("an address"), 1));
        let request = Request::get(path).extension(peer).body(Body::empty()).expect("a request");
        router.clone().oneshot(request).await.expect("an answer")
    }

    fn service(searches: u32, downloads: u32) -> Router {
        let rate = AddressRate::new(NonZeroU32::new(searches), NonZeroU32::new(downloads), 0);
        let mut router = Router::new().route("/basket", get(|| async { "lines" }));
        for route in SEARCHES.iter().chain(&DOWNLOADS).chain([&TYPING, &"/api/v1/editions"]) {
            router = router.route(route, get(|| async { "found" }));
        }
        router.layer(axum::middleware::from_fn_with_state(rate, limit))
    }

    #[tokio::test]
    async fn one_address_is_stopped_and_others_are_not() {
        let router = service(3, 3);
        for _ in 0..3 {
            assert_eq!(asks(&router, "/publications?q=flu", "1.2.3.4").await.status(), StatusCode::OK);
        }
        let refused = asks(&router, "/publications?q=flu", "1.2.3.4").await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.headers().contains_key(header::RETRY_AFTER));
        assert_eq!(asks(&router, "/api/v1/editions", "1.2.3.4").await.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(asks(&router, "/suggestions?q=f", "1.2.3.4").await.status(), StatusCode::OK, "counted for itself");
        assert_eq!(asks(&router, "/basket", "1.2.3.4").await.status(), StatusCode::OK, "only what is dear is counted");
        assert_eq!(asks(&router, "/publications", "1.2.3.5").await.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn zips_and_dumps_are_counted_together_and_apart_from_searches() {
        let router = service(1, 2);
        let (zip, dump) = ("/publications/measles-leaflet/files.zip", "/data/editions.csv");
        for path in [zip, dump] {
            assert_eq!(asks(&router, path, "1.2.3.4").await.status(), StatusCode::OK, "{path}");
        }
        for path in [zip, dump, "/data/editions.json"] {
            let refused = asks(&router, path, "1.2.3.4").await;
            assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS, "{path}");
            assert!(refused.headers().contains_key(header::RETRY_AFTER), "{path}");
        }
        assert_eq!(asks(&router, "/publications", "1.2.3.4").await.status(), StatusCode::OK);
        assert_eq!(asks(&router, zip, "1.2.3.5").await.status(), StatusCode::OK);
    }
}
