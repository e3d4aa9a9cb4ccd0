//! The web server: one router, one accept loop, a graceful end.

use std::{
    net::SocketAddr,
    num::NonZeroU32,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use anyhow::Context;
use app::Assets;
use axum::{
    Extension, Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit},
};
use backend::{Gate, SharedBackend, zips::Zips};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use leptos::config::LeptosOptions;
use tokio::net::TcpListener;
use tower::Layer;

use crate::{
    config::Config,
    layers::{self, AddressRate},
    routes,
};

/// A client has this long to send its headers.
const HEADERS: Duration = Duration::from_secs(15);
/// Requests under way have this long to finish when we stop.
const LAST_REQUESTS: Duration = Duration::from_secs(25);

/// What every route and layer may use.
#[derive(Clone, Debug)]
pub struct Site {
    /// The way to the backend.
    pub gate: Gate,
    /// Names of the built files.
    pub assets: Assets,
    /// What Leptos wants to know.
    pub leptos: LeptosOptions,
    /// Which build this is: program and built files.
    pub build: String,
    /// Turns to `true` when we stop, so that `/readyz` says so first.
    pub is_stopping: Arc<AtomicBool>,
    /// How often one address may ask for what is dear.
    pub address_rate: AddressRate,
    /// The bounds of zips.
    pub zips: Zips,
}

impl axum::extract::FromRef<Site> for LeptosOptions {
    fn from_ref(site: &Site) -> Self {
        site.leptos.clone()
    }
}

impl Site {
    /// A site over a backend with these built files.
    pub fn new(backend: SharedBackend, assets: Assets) -> Self {
        let leptos = LeptosOptions::builder().output_name("healthpost").build();
        let build = build_name(&assets);
        Self {
            gate: Gate::new(backend),
            assets,
            leptos,
            build,
            is_stopping: Arc::default(),
            address_rate: AddressRate::new(None, None, 0),
            zips: Zips::default(),
        }
    }
}

/// The whole application: routes inside, layers around them, outermost last. `folder` holds the built
/// files.
pub fn router(site: &Site, folder: &Path) -> Router {
    let router = routes::all(site, folder).layer(DefaultBodyLimit::max(layers::MAX_BODY));
    layers::around(router, site)
}

/// A name that another program or other built files do not share.
fn build_name(assets: &Assets) -> String {
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let made = program.map(|program| (program.len(), program.modified().ok()));
    backend::secrets::short_hash(&format!("{made:?} {}", assets.css))
}

fn assets(folder: &Path) -> anyhow::Result<Assets> {
    let manifest = folder.join("manifest.json");
    let json =
        std::fs::read(&manifest).with_context(|| format!("{} is missing; run: make build", manifest.display()))?;
    Ok(serde_json::from_slice(&json)?)
}

/// Serves until asked to stop, then lets requests under way finish.
pub async fn run(config: &Config, backend: SharedBackend, with_worker: bool) -> anyhow::Result<()> {
    let folder = config.site();
    let [searches, downloads] = [config.searches, config.downloads].map(NonZeroU32::new);
    let address_rate = AddressRate::new(searches, downloads, config.proxies);
    let site = Site { address_rate, ..Site::new(backend.clone(), assets(&folder)?) };
    let router = router(&site, &folder);
    let listener =
        TcpListener::bind(config.addr).await.with_context(|| format!("{} is taken or not ours", config.addr))?;
    println!("Healthpost: {}", config.origin());
    if config.smtp_url.is_none() {
        println!("Mails land in: {}", config.data.join("mail").display());
    }
    let work = async { if with_worker { crate::work::forever(&backend).await } else { std::future::pending().await } };
    let connections = GracefulShutdown::new();
    let stop = async {
        asked_to_stop().await;
        tracing::info!("stopping");
        site.is_stopping.store(true, Ordering::Relaxed);
        // Whoever asks a second time means at once.
        let _ = tokio::time::timeout(config.stop_notice(), asked_to_stop()).await;
    };
    tokio::select! {
        () = accept(listener, router, &connections) => {}
        () = work => {}
        () = stop => {}
    }
    tokio::select! {
        () = connections.shutdown() => {}
        () = asked_to_stop() => {}
        () = tokio::time::sleep(LAST_REQUESTS) => tracing::warn!("some requests did not finish in time"),
    }
    Ok(())
}

async fn accept(listener: TcpListener, router: Router, connections: &GracefulShutdown) {
    let mut server = auto::Builder::new(TokioExecutor::new()).http1_only();
    server.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS);
    loop {
        let (socket, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, or the peer went away: neither ends the service.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = socket.set_nodelay(true);
        // Around the router, not `Router::layer`, which would build every route anew.
        let with_peer = Layer::layer(&Extension(ConnectInfo::<SocketAddr>(peer)), router.clone());
        let service = TowerToHyperService::new(with_peer);
        let connection = server.serve_connection_with_upgrades(TokioIo::new(socket), service).into_owned();
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
}

/// Ctrl-C or SIGTERM.
pub async fn asked_to_stop() {
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}

/// The body of our answers.
pub type Answer = axum::http::Response<Body>;
