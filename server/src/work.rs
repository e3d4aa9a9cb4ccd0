//! The workers: messages, and everything else; and beside them, the sealing of the audit trail.

use std::time::Duration;

use backend::{SharedBackend, jobs::Lane};

/// The pause before a worker that ended is started again.
const PAUSE: Duration = Duration::from_secs(5);

/// Works until asked to stop.
pub async fn run(backend: SharedBackend) -> anyhow::Result<()> {
    tokio::select! {
        () = forever(&backend) => {}
        () = crate::serve::asked_to_stop() => tracing::info!("stopping"),
    }
    Ok(())
}

/// Works without end on every lane, and seals the audit trail: a database that goes away for a moment ends neither
/// the workers nor the pages beside them.
pub async fn forever(backend: &SharedBackend) {
    let lanes = futures::future::join_all(Lane::ALL.map(|lane| on(backend, lane)));
    futures::future::join(lanes, backend::audit::keep_sealing(backend)).await;
}

async fn on(backend: &SharedBackend, lane: Lane) {
    loop {
        match backend::jobs::worker(backend.clone(), lane).await {
            Ok(worker) => {
                if let Err(error) = worker.run().await {
                    tracing::error!(?lane, %error, "a worker ended");
                }
            }
            Err(error) => tracing::error!(?lane, %error, "a worker did not start"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
