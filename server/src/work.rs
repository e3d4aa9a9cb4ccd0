//! The worker: messages and tidying up.

use backend::SharedBackend;

/// Works until asked to stop.
pub async fn run(backend: SharedBackend) -> anyhow::Result<()> {
    let worker = backend::jobs::worker(backend).await?;
    tokio::select! {
        outcome = worker.run() => outcome?,
        () = crate::serve::asked_to_stop() => tracing::info!("stopping"),
    }
    Ok(())
}
