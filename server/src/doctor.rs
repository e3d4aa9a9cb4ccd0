//! Says what is wrong with an installation, and what to do about it.

use anyhow::bail;
use backend::Clock;
use jiff::ToSpan;
use store::{outbox::Standing, roles};

use crate::{
    config::{Config, Environment},
    private_postgres, start,
};

/// A message that should have been tried this long ago says that something is wrong.
const OVERDUE_MINUTES: i64 = 15;

/// Looks at settings, database, built files and folders. Fails when something is wrong.
pub fn run(config: &Config) -> anyhow::Result<()> {
    let mut wrong = 0;
    let mut say = |what: &str, finding: Result<String, String>| match finding {
        Ok(found) => println!("ok      {what}: {found}"),
        Err(problem) => {
            wrong += 1;
            println!("WRONG   {what}: {problem}");
        }
    };
    say("settings", config.check().map(|()| format!("{:?}", config.environment)).map_err(|error| error.to_string()));
    let site = config.site();
    let manifest = site.join("manifest.json");
    say(
        "built files",
        if manifest.is_file() {
            Ok(site.display().to_string())
        } else {
            Err(format!("{} is missing; run: make build", manifest.display()))
        },
    );
    say("data folder", writable(config).map_err(|error| error.to_string()));
    say("searches", Ok(searches(config)));
    say("mail", mail(config).map_err(|error| format!("{error:#}")));
    say("database", database(config).map_err(|error| format!("{error:#}")));
    say("database role", role(config).map_err(|error| format!("{error:#}")));
    if wrong > 0 {
        bail!("{wrong} things are wrong");
    }
    Ok(())
}

fn writable(config: &Config) -> anyhow::Result<String> {
    std::fs::create_dir_all(&config.data)?;
    let probe = config.data.join(".probe");
    std::fs::write(&probe, "")?;
    std::fs::remove_file(probe)?;
    Ok(config.data.display().to_string())
}

/// Who counts as the one who searches.
fn searches(config: &Config) -> String {
    let who = match config.proxies {
        0 => "each address that connects to us; behind a proxy set HEALTHPOST_PROXIES, or all count as one".to_owned(),
        proxies => format!("whom the outermost of {proxies} proxies saw"),
    };
    format!("{} searches, {} zips and dumps a minute for {who}", config.searches, config.downloads)
}

/// Greets the mail server; nothing is sent.
fn mail(config: &Config) -> anyhow::Result<String> {
    if config.smtp_url.is_none() && config.environment == Environment::Production {
        bail!("HEALTHPOST_SMTP_URL is not set: mails land in a folder and nobody gets a code");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // The mailer belongs to the runtime it is made in.
    runtime.block_on(async { anyhow::Ok(start::mailer(config)?.is_reachable().await?) })?;
    Ok(match &config.smtp_url {
        Some(_) => "the mail server answers".to_owned(),
        None => format!("folder {}", config.data.join("mail").display()),
    })
}

fn database(config: &Config) -> anyhow::Result<String> {
    if config.database_url.is_none() {
        let programs = private_postgres::programs(config)?;
        return Ok(format!("private, with the programs in {}", programs.display()));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(store::scope::job(async {
        let db = store::connect(start::connect_options(config, None)?, 1).await?;
        let Ok(versions) = store::versions::read(&db).await else {
            return Ok("reachable, not migrated; run: healthpost migrate".to_owned());
        };
        let late = Clock::System.now() - OVERDUE_MINUTES.minutes();
        let Standing { waiting, overdue, failed } = store::outbox::standing(&db, late).await?;
        if overdue > 0 {
            bail!("{overdue} messages should have been tried by now: no worker runs, or the mail server is away");
        }
        Ok(format!(
            "reachable, catalogue version {}, messages waiting: {waiting}, given up: {failed}",
            versions.catalogue
        ))
    }))
}

/// Whether the program works in a role that owns nothing; else what an administrator does about it.
fn role(config: &Config) -> anyhow::Result<String> {
    if config.database_url.is_none() {
        return Ok(format!("{}, in the private database", roles::ROLE));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let standing = runtime.block_on(async {
        let db = store::connect(start::connect_options(config, None)?, 1).await?;
        anyhow::Ok(roles::standing(&db).await?)
    })?;
    if !standing.is_taken {
        bail!("{}", lacking(&standing));
    }
    Ok(roles::ROLE.to_owned())
}

/// What is lacking, and the statements that bring it.
pub fn lacking(standing: &roles::Standing) -> String {
    let (role, login) = (roles::ROLE, standing.login.replace('"', "\"\""));
    let create = if standing.is_there { String::new() } else { format!("create role {role} nologin; ") };
    format!(
        "the program works as {login}, who may do more than it should. An administrator runs: {create}grant {role} to \
         \"{login}\"; then run: healthpost migrate"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_is_told_what_to_run() {
        let standing = |is_there| roles::Standing { is_taken: false, is_there, login: "health\"post".to_owned() };
        let runs = "runs: create role healthpost_app nologin; grant healthpost_app to \"health\"\"post\"; then";
        assert!(lacking(&standing(false)).contains(runs), "{}", lacking(&standing(false)));
        assert!(!lacking(&standing(true)).contains("create role"));
    }
}
