//! Settings: read once from the environment into one type. Nothing else reads the environment.

mod provider;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use anyhow::{Context, bail, ensure};
use backend::Sealing;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// The shortest secret that is taken, in characters.
const SECRET_CHARS: usize = 32;

/// Whether real people use this installation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    /// Nobody's data; secrets may be made up.
    Development,
    /// Everything has to be set.
    #[default]
    Production,
}

/// All settings.
#[derive(Debug, Deserialize)]
pub struct Config {
    /// Where the database is; without it a private one is started.
    pub database_url: Option<SecretString>,
    /// Where to listen.
    #[serde(default = "default_addr")]
    pub addr: SocketAddr,
    /// Folder of the private database, files and mails.
    #[serde(default = "default_data")]
    pub data: PathBuf,
    /// The address people know the service by.
    pub origin: Option<String>,
    /// Signs links and codes; at least 32 characters.
    pub secret: Option<SecretString>,
    /// Keys for values that are stored encrypted: `id:base64,id:base64`, each of 32 bytes. The first writes, all read.
    pub encryption_keys: Option<SecretString>,
    /// Whether real people use this installation.
    #[serde(default)]
    pub environment: Environment,
    /// Mail server: `smtps://user:password@host:port`. Without it mails go into a folder.
    pub smtp_url: Option<SecretString>,
    /// Sender of messages.
    #[serde(default = "default_mail_from")]
    pub mail_from: String,
    /// Where questions and referrals go.
    #[serde(default = "default_support_email")]
    pub support_email: String,
    /// Where addresses are looked up: a service, `https://host/path`, or a CSV file.
    pub address_lookup: Option<String>,
    /// What that service asks for.
    pub address_lookup_key: Option<SecretString>,
    /// The provider of OpenID Connect through which staff sign in: its issuer, to the letter as it writes it.
    pub provider_issuer: Option<String>,
    /// What it calls us.
    pub provider_client_id: Option<String>,
    /// What we prove that by.
    pub provider_client_secret: Option<SecretString>,
    /// What staff call it.
    pub provider_name: Option<String>,
    /// Folder of the built stylesheet, scripts and pictures.
    pub site: Option<PathBuf>,
    /// Folder of the sample catalogue.
    #[serde(default = "default_sample")]
    pub sample: PathBuf,
    /// Folder of Postgres' programs, where they are not found by themselves.
    pub pg_bin_dir: Option<PathBuf>,
    /// Connections to the database.
    #[serde(default = "default_connections")]
    pub connections: u32,
    /// Seconds for which `/readyz` says that we stop while new requests are still taken, so that a load
    /// balancer looks elsewhere first. Nothing in development, else [`STOP_NOTICE`].
    pub stop_notice: Option<u64>,
    /// Searches that one network address may make in a minute; 0 for any number.
    #[serde(default = "default_searches")]
    pub searches: u32,
    /// Zips and dumps that one network address may ask for in a minute; 0 for any number.
    #[serde(default = "default_downloads")]
    pub downloads: u32,
    /// Networks in which many people work behind one address: `203.0.113.0/24`, several with commas between.
    pub shared_networks: Option<String>,
    /// Proxies of ours that stand in front, each of which writes into `X-Forwarded-For`.
    #[serde(default)]
    pub proxies: usize,
}

/// The notice before a stop where none is set, in seconds.
const STOP_NOTICE: u64 = 3;

fn default_addr() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 3000))
}

fn default_data() -> PathBuf {
    PathBuf::from("data")
}

fn default_mail_from() -> String {
    "Healthpost <no-reply@healthpost.example>".to_owned()
}

fn default_support_email() -> String {
    "support@healthpost.example".to_owned()
}

fn default_sample() -> PathBuf {
    PathBuf::from("server/backend/sample")
}

const fn default_connections() -> u32 {
    16
}

const fn default_searches() -> u32 {
    600
}

const fn default_downloads() -> u32 {
    60
}

impl Config {
    /// Reads `HEALTHPOST_*`, `DATABASE_URL` and `PG_BIN_DIR`.
    pub fn read() -> anyhow::Result<Self> {
        let ours = config::Environment::with_prefix("HEALTHPOST").try_parsing(true).ignore_empty(true);
        let plain = config::Environment::default().ignore_empty(true).keep_prefix(true);
        let all = config::Config::builder().add_source(ours).add_source(plain.source(Some(known_plain()))).build()?;
        all.try_deserialize().context("a setting cannot be read")
    }

    /// The address people know the service by.
    pub fn origin(&self) -> String {
        let default = || format!("http://localhost:{}", self.addr.port());
        self.origin.as_deref().map_or_else(default, |origin| origin.trim_end_matches('/').to_owned())
    }

    /// How long `/readyz` says that we stop before we do.
    pub fn stop_notice(&self) -> Duration {
        let default = if self.environment == Environment::Development { 0 } else { STOP_NOTICE };
        Duration::from_secs(self.stop_notice.unwrap_or(default))
    }

    /// Refuses what nobody should run with.
    pub fn check(&self) -> anyhow::Result<()> {
        self.provider()?;
        if self.environment == Environment::Development {
            return Ok(());
        }
        let Some(secret) = &self.secret else {
            bail!("HEALTHPOST_SECRET is not set; make one with: openssl rand -base64 48")
        };
        let secret = secret.expose_secret();
        let distinct = secret.chars().collect::<std::collections::BTreeSet<_>>().len();
        ensure!(
            secret.chars().count() >= SECRET_CHARS && distinct >= 10,
            "HEALTHPOST_SECRET is too weak; make one with: openssl rand -base64 48"
        );
        let Some(keys) = &self.encryption_keys else {
            bail!("HEALTHPOST_ENCRYPTION_KEYS is not set; make one with: echo \"1:$(openssl rand -base64 32)\"")
        };
        Sealing::read(keys).context("HEALTHPOST_ENCRYPTION_KEYS cannot be taken")?;
        let origin = self.origin.as_deref().unwrap_or_default();
        let is_local = origin == "http://localhost" || origin.starts_with("http://localhost:");
        ensure!(origin.starts_with("https://") || is_local, "HEALTHPOST_ORIGIN must be set and begin with https://");
        Ok(())
    }

    /// The folder of the built files: as set, beside the program, or where the build leaves it.
    pub fn site(&self) -> PathBuf {
        let beside =
            std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join("site"))).filter(|site| site.is_dir());
        self.site.clone().or(beside).unwrap_or_else(|| PathBuf::from("target/site"))
    }
}

/// The two settings that carry other programs' names.
#[expect(clippy::disallowed_methods, reason = "this file is where the environment is read")]
fn known_plain() -> std::collections::HashMap<String, String> {
    ["DATABASE_URL", "PG_BIN_DIR"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), std::env::var(name).ok()?)))
        .collect()
}

/// What the log should hold, in the words of `tracing-subscriber`.
#[expect(clippy::disallowed_methods, reason = "this file is where the environment is read")]
pub fn log_filter() -> String {
    std::env::var("HEALTHPOST_LOG").unwrap_or_else(|_| "info,sqlx=warn,graphile_worker=warn".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn config(secret: Option<&str>) -> Config {
        Config {
            database_url: None,
            addr: default_addr(),
            data: default_data(),
            origin: Some("https://healthpost.example/".to_owned()),
            secret: secret.map(|secret| secret.to_owned().into()),
            encryption_keys: Some("1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=".to_owned().into()),
            environment: Environment::Production,
            smtp_url: None,
            mail_from: default_mail_from(),
            support_email: default_support_email(),
            address_lookup: None,
            address_lookup_key: None,
            provider_issuer: None,
            provider_client_id: None,
            provider_client_secret: None,
            provider_name: None,
            site: None,
            sample: default_sample(),
            pg_bin_dir: None,
            connections: 1,
            stop_notice: None,
            searches: default_searches(),
            downloads: default_downloads(),
            shared_networks: None,
            proxies: 0,
        }
    }

    #[test]
    fn production_refuses_missing_and_weak_secrets() {
        assert!(config(None).check().is_err());
        assert!(config(Some("short")).check().is_err());
        assert!(config(Some(&"a".repeat(64))).check().is_err());
        assert!(config(Some("pX2v0s9QhYb1mK7cR4tLw8NfE6uJzA3dGiOo")).check().is_ok());
        assert_eq!(config(None).origin(), "https://healthpost.example");
    }

    #[test]
    fn production_refuses_missing_and_weak_encryption_keys() {
        let with = |keys: Option<&str>| Config {
            encryption_keys: keys.map(|keys| keys.to_owned().into()),
            ..config(Some("pX2v0s9QhYb1mK7cR4tLw8NfE6uJzA3dGiOo"))
        };
        for refused in [None, Some(""), Some("1:short"), Some("1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")] {
            assert!(with(refused).check().is_err(), "{refused:?}");
        }
    }
}
