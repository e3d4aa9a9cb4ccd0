//! The settings of the provider through which staff sign in: four, or none.

use anyhow::{bail, ensure};
use backend::provider::{Settings, is_safe};

use super::{Config, Environment};

impl Config {
    /// The provider through which staff sign in, if there is one.
    ///
    /// # Errors
    /// Where some of its settings are there and others are not, or, where real people are, others could listen.
    pub fn provider(&self) -> anyhow::Result<Option<Settings>> {
        let (issuer, client_id) = (self.provider_issuer.clone(), self.provider_client_id.clone());
        let (client_secret, name) = (self.provider_client_secret.clone(), self.provider_name.clone());
        let settings = match (issuer, client_id, client_secret, name) {
            (None, None, None, None) => return Ok(None),
            (Some(issuer), Some(client_id), Some(client_secret), Some(name)) => {
                Settings { issuer, client_id, client_secret, name }
            }
            _ => bail!(
                "HEALTHPOST_PROVIDER_ISSUER, HEALTHPOST_PROVIDER_CLIENT_ID, HEALTHPOST_PROVIDER_CLIENT_SECRET and \
                 HEALTHPOST_PROVIDER_NAME are set together, or none of them"
            ),
        };
        let may_be_heard = self.environment == Environment::Development;
        ensure!(may_be_heard || is_safe(&settings.issuer), "HEALTHPOST_PROVIDER_ISSUER must begin with https://");
        Ok(Some(settings))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::config;

    #[test]
    fn development_may_do_without() {
        assert!(Config { environment: Environment::Development, ..config(None) }.check().is_ok());
    }

    #[test]
    fn a_sign_in_provider_is_whole_and_nobody_listens_on_the_way_to_it() {
        let with = |issuer: &str, name: Option<&str>, environment| Config {
            provider_issuer: Some(issuer.to_owned()),
            provider_client_id: Some("healthpost".to_owned()),
            provider_client_secret: Some("zqsecret".to_owned().into()),
            provider_name: name.map(str::to_owned),
            environment,
            ..config(Some("pX2v0s9QhYb1mK7cR4tLw8NfE6uJzA3dGiOo"))
        };
        let (https, http) = ("https://login.example", "http://login.example");
        let (production, development) = (Environment::Production, Environment::Development);
        for (issuer, name, environment, is_taken) in [
            (https, Some("NHSmail"), production, true),
            ("http://localhost:8080", Some("NHSmail"), production, true),
            (http, Some("NHSmail"), production, false),
            (http, Some("NHSmail"), development, true),
            (https, None, production, false),
            (https, None, development, false),
        ] {
            let config = with(issuer, name, environment);
            assert_eq!(config.check().is_ok(), is_taken, "{issuer} {name:?} {environment:?}");
        }
        assert!(config(None).provider().is_ok_and(|provider| provider.is_none()));
        assert!(!format!("{:?}", with(https, Some("NHSmail"), production)).contains("zqsecret"));
    }
}
