//! A closed loop of clients on keep-alive connections: each asks, waits for the whole answer, asks again.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::ensure;
use http::{Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

/// One request, ready to be sent to any address.
#[derive(Clone, Debug)]
pub struct Ask {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Path and query.
    pub path: String,
    /// Headers besides what every request has.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent.
    pub body: String,
    /// The status that counts as an answer.
    pub expected: StatusCode,
    /// Where the answer must lead, when it leads elsewhere.
    pub leads_to: Option<&'static str>,
}

impl Ask {
    /// A page.
    pub fn page(path: impl Into<String>) -> Self {
        Self {
            method: "GET",
            path: path.into(),
            headers: Vec::new(),
            body: String::new(),
            expected: StatusCode::OK,
            leads_to: None,
        }
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Where it leads; empty when nowhere.
    pub location: String,
    /// What was sent.
    pub body: Bytes,
}

/// What a run of requests took.
#[derive(Clone, Debug)]
pub struct Run {
    /// From the first request to the last answer.
    pub took: Duration,
    /// Of each request, sorted.
    pub waits: Vec<Duration>,
}

impl Run {
    /// Requests answered in a second.
    pub fn per_second(&self) -> f64 {
        self.waits.len() as f64 / self.took.as_secs_f64()
    }

    /// The wait that this share of the requests stayed below, in milliseconds.
    pub fn percentile(&self, share: f64) -> f64 {
        let at = ((self.waits.len() as f64 * share).ceil() as usize).clamp(1, self.waits.len()) - 1;
        self.waits[at].as_secs_f64() * 1e3
    }
}

/// Sends one request, and gives what came back.
pub async fn ask(address: &str, ask: &Ask) -> anyhow::Result<Answer> {
    let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    answer(&client, address, ask).await
}

/// Sends every request once over so many connections.
pub async fn run(address: &str, asks: &[Ask], connections: usize) -> anyhow::Result<Run> {
    let client: Client<HttpConnector, Full<Bytes>> =
        Client::builder(TokioExecutor::new()).pool_max_idle_per_host(connections).build_http();
    let (asks, next) = (Arc::new(asks.to_vec()), Arc::new(AtomicUsize::new(0)));
    let began = Instant::now();
    let clients: Vec<_> = (0..connections)
        .map(|_| {
            let (client, asks, next, address) = (client.clone(), asks.clone(), next.clone(), address.to_owned());
            tokio::spawn(async move {
                let mut waits = Vec::new();
                while let Some(ask) = asks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let began = Instant::now();
                    answer(&client, &address, ask).await?;
                    waits.push(began.elapsed());
                }
                anyhow::Ok(waits)
            })
        })
        .collect();
    let mut waits = Vec::with_capacity(asks.len());
    for client in clients {
        waits.extend(client.await??);
    }
    let took = began.elapsed();
    waits.sort_unstable();
    Ok(Run { took, waits })
}

async fn answer(client: &Client<HttpConnector, Full<Bytes>>, address: &str, ask: &Ask) -> anyhow::Result<Answer> {
    let mut request = Request::builder().method(ask.method).uri(format!("http://{address}{}", ask.path));
    for (name, value) in &ask.headers {
        request = request.header(*name, value);
    }
    let response = client.request(request.body(Full::new(Bytes::from(ask.body.clone())))?).await?;
    let status = response.status();
    let location =
        response.headers().get("location").and_then(|location| location.to_str().ok()).unwrap_or_default().to_owned();
    let body = response.into_body().collect().await?.to_bytes();
    ensure!(status == ask.expected, "{} answered {status}: {}", ask.path, String::from_utf8_lossy(&body));
    ensure!(ask.leads_to.is_none_or(|start| location.starts_with(start)), "{} leads to {location}", ask.path);
    Ok(Answer { location, body })
}
