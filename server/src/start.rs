//! From settings to a running command: the database first, before any other thread.

use std::sync::Arc;

use anyhow::Context;
use backend::{
    AddressLookup, Backend, Clock, FileStore, Mailer, Sealing, Secrets, SharedBackend, SharedNetworks,
    mail::SMTP_TIMEOUT,
    provider::{PATIENCE, Provider},
};
use domain::audit::Head;
use secrecy::{ExposeSecret, SecretString};

use crate::{
    cli::{Audit, Cli, Command, Import, Staff},
    config::{Config, Environment},
    doctor,
    private_postgres::PrivatePostgres,
    serve, staff, work,
};

/// Runs a command to its end.
pub fn run(cli: &Cli) -> anyhow::Result<()> {
    let config = Config::read()?;
    if matches!(cli.command, Command::Doctor) {
        return doctor::run(&config);
    }
    config.check()?;
    // Before the runtime: the database's process belongs to this thread, and ends with it.
    let private = match &config.database_url {
        Some(_) => None,
        None => Some(PrivatePostgres::start_or_join(&config)?),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build()?;
    // Requests have scopes of their own, each in a task of its own.
    let outcome = runtime.block_on(store::scope::job(command(cli, &config, private.as_ref())));
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    drop(private);
    outcome
}

async fn command(cli: &Cli, config: &Config, private: Option<&PrivatePostgres>) -> anyhow::Result<()> {
    // First: the program's own connections take on a role that a migration makes.
    migrate(config, private).await?;
    if matches!(cli.command, Command::Migrate) {
        return Ok(());
    }
    let backend = backend(config, private).await?;
    match &cli.command {
        Command::Serve { without_worker, with_sample } => {
            if *with_sample {
                seed(&backend, config).await?;
            }
            serve::run(config, backend, !without_worker).await
        }
        Command::Work => work::run(backend).await,
        Command::Seed => seed(&backend, config).await,
        Command::Import(Import::Publications { file, files, dry_run }) => {
            let report = backend::import::publications(&backend, file, files, *dry_run).await?;
            println!("{report}");
            Ok(())
        }
        Command::Audit(Audit::Verify { heads }) => verify(&backend, heads).await,
        Command::Staff(Staff::CreateAdmin { email, name, again }) => {
            staff::create_admin(&backend, (email.as_str(), name.as_str()), *again).await
        }
        Command::Migrate | Command::Doctor => Ok(()),
    }
}

/// The options to connect with: the given database, or the private one.
pub fn connect_options(
    config: &Config,
    private: Option<&PrivatePostgres>,
) -> anyhow::Result<sqlx::postgres::PgConnectOptions> {
    match (&config.database_url, private) {
        (Some(url), _) => url.expose_secret().parse().context("DATABASE_URL cannot be read"),
        (None, Some(private)) => Ok(private.connect_options()),
        (None, None) => anyhow::bail!("there is no database"),
    }
}

async fn backend(config: &Config, private: Option<&PrivatePostgres>) -> anyhow::Result<SharedBackend> {
    let options = connect_options(config, private)?;
    let db = store::connect(options, config.connections).await.context("the database cannot be reached")?;
    suffices(config.environment, &store::roles::standing(&db).await?)?;
    let secrets = Secrets::new(secret(config)?);
    Ok(Arc::new(Backend {
        db,
        clock: Clock::System,
        mailer: mailer(config)?,
        files: FileStore::Folder(config.data.join("files")),
        sealing: sealing(config, &secrets)?,
        secrets,
        address_lookup: AddressLookup::read(config.address_lookup.as_deref(), config.address_lookup_key.clone())
            .context("HEALTHPOST_ADDRESS_LOOKUP cannot be used")?,
        shared_networks: SharedNetworks::read(config.shared_networks.as_deref())
            .context("HEALTHPOST_SHARED_NETWORKS cannot be read")?,
        provider: provider(config)?,
        writes: Arc::new(tokio::sync::Semaphore::new(backend::WRITES_UNDER_WAY)),
        catalogue: backend::catalogue::CatalogueCache::default(),
        register: backend::registry::RegisterCache::default(),
        support_email: config.support_email.clone(),
        origin: config.origin(),
    }))
}

/// Whether the program may work as whoever its connections are: in production only in the role that owns nothing, as
/// nothing stands behind its own rules otherwise.
fn suffices(environment: Environment, standing: &store::roles::Standing) -> anyhow::Result<()> {
    if !standing.is_taken {
        let lacking = doctor::lacking(standing);
        anyhow::ensure!(environment != Environment::Production, "{lacking}");
        tracing::warn!("{lacking}");
    }
    Ok(())
}

/// Through whom staff sign in; nobody is asked yet.
fn provider(config: &Config) -> anyhow::Result<Option<Arc<Provider>>> {
    let Some(settings) = config.provider()? else { return Ok(None) };
    let provider = Provider::new(settings, PATIENCE).context("HEALTHPOST_PROVIDER_ISSUER cannot be used")?;
    Ok(Some(Arc::new(provider)))
}

/// What sends messages: the mail server that is set, or a folder.
pub fn mailer(config: &Config) -> anyhow::Result<Mailer> {
    let from = config.mail_from.parse().context("HEALTHPOST_MAIL_FROM is not a sender")?;
    Ok(match &config.smtp_url {
        Some(url) => {
            Mailer::smtp(url.expose_secret(), from, SMTP_TIMEOUT).context("HEALTHPOST_SMTP_URL cannot be read")?
        }
        None => Mailer::Folder { folder: config.data.join("mail"), from },
    })
}

/// The configured secret; in development one that was made up once and kept.
fn secret(config: &Config) -> anyhow::Result<SecretString> {
    if let Some(secret) = &config.secret {
        return Ok(secret.clone());
    }
    anyhow::ensure!(config.environment == Environment::Development, "HEALTHPOST_SECRET is not set");
    let file = config.data.join("secret");
    if let Ok(kept) = std::fs::read_to_string(&file) {
        return Ok(kept.trim().to_owned().into());
    }
    let made = backend::secrets::Token::draw().as_str().to_owned();
    std::fs::create_dir_all(&config.data)?;
    std::fs::write(&file, &made)?;
    Ok(made.into())
}

/// The configured keys; in development one that the secret gives.
fn sealing(config: &Config, secrets: &Secrets) -> anyhow::Result<Sealing> {
    if let Some(keys) = &config.encryption_keys {
        return Sealing::read(keys).context("HEALTHPOST_ENCRYPTION_KEYS cannot be taken");
    }
    anyhow::ensure!(config.environment == Environment::Development, "HEALTHPOST_ENCRYPTION_KEYS is not set");
    Ok(Sealing::derived(secrets))
}

/// Brings the database up to date, as whoever owns it, and leaves no connection of theirs behind.
async fn migrate(config: &Config, private: Option<&PrivatePostgres>) -> anyhow::Result<()> {
    let options = connect_options(config, private)?;
    if private.is_some() {
        store::ensure_database(&options).await.context("the private database cannot be made")?;
    }
    let owner = store::connect_as_owner(options).await.context("the database cannot be reached")?;
    store::migrate(&owner).await?;
    backend::jobs::migrate(&owner).await?;
    owner.close().await;
    Ok(())
}

/// Prints where the chains of the audit trail end, or fails with the first wrong place.
async fn verify(backend: &Backend, kept: &[Head]) -> anyhow::Result<()> {
    let heads = backend::audit::verify(backend, kept).await?;
    for head in heads {
        println!("{head}");
    }
    Ok(())
}

async fn seed(backend: &Backend, config: &Config) -> anyhow::Result<()> {
    match backend::sample::load(backend, &config.sample).await? {
        0 => tracing::info!("the catalogue is not empty; the sample was left out"),
        publications => tracing::info!(publications, "the sample catalogue is loaded"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use store::roles::Standing;

    use super::*;

    #[test]
    fn in_production_the_program_owns_nothing_or_says_what_to_do() {
        let standing = |is_taken| Standing { is_taken, is_there: false, login: "healthpost".to_owned() };
        for environment in [Environment::Development, Environment::Production] {
            assert!(suffices(environment, &standing(true)).is_ok(), "{environment:?}");
        }
        assert!(suffices(Environment::Development, &standing(false)).is_ok(), "it is said in the log");
        let refused = suffices(Environment::Production, &standing(false)).err().map(|error| error.to_string());
        let refused = refused.expect("a refusal");
        let runs = "create role healthpost_app nologin; grant healthpost_app to \"healthpost\"";
        assert!(refused.contains(runs), "{refused}");
    }
}
