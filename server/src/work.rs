//! The worker: messages and tidying up.

use std::time::Duration;

use backend::SharedBackend;

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

/// Works without end: a database that goes away for a moment ends neither the worker nor the pages
/// beside it.
pub async fn forever(backend: &SharedBackend) {
    loop {
        match backend::jobs::worker(backend.clone()).await {
            Ok(worker) => {
                if let Err(error) = worker.run().await {
                    tracing::error!(%error, "the worker ended");
                }
            }
            Err(error) => tracing::error!(%error, "the worker did not start"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
