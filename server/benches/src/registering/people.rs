//! People at the end of their registration, and what they ask of either side.

use std::net::Ipv4Addr;

use anyhow::ensure;
use backend::{
    Clock, Secrets,
    email_codes::{Purpose, code_hash},
};
use domain::id::SessionId;
use http::StatusCode;
use jiff::ToSpan;
use uuid::Uuid;

use crate::{
    client::{self, Ask},
    data,
    orders::post,
    programs::SECRET,
};

/// What was mailed to everybody.
const CODE: &str = "123456";
/// Numbers of networks: all of 10.0.0.0/8.
const NETWORKS: usize = 1 << 24;

/// Something that people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Answers the one page that is left, and leaves it.
    Answer,
    /// Sends the registration, once that page was answered.
    Send,
    /// Comes back to the draft with a code.
    Resume,
}

/// Somebody at the end of their registration; see `registering.sql`.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Their number; cookies, network and answers are made from it.
    number: usize,
    session: Uuid,
    draft: Uuid,
}

/// So many people from a number on, each with a code in their mail.
pub async fn prepared(url: &str, from: usize, count: usize) -> anyhow::Result<Vec<Person>> {
    let rows = data::registering(url, from, from + count - 1).await?;
    ensure!(rows.len() == count, "{} of {count} people", rows.len());
    let people = rows.into_iter().zip(from..).map(|((session, draft), number)| Person { number, session, draft });
    let people: Vec<Person> = people.collect();
    let secrets = Secrets::new(SECRET.to_owned().into());
    let ends = Clock::System.now() + 12.hours();
    let pool = store::connect(url.parse()?, 1).await?;
    let mut tx = pool.begin().await?;
    for Person { number, session, .. } in &people {
        let (session, email) = (SessionId(*session), format!("registering{number}@example.org"));
        let hash = code_hash(&secrets, Purpose::Resume, (session, &email), CODE);
        store::email_codes::put(&mut *tx, session, &email, &hash, ends).await?;
    }
    tx.commit().await?;
    pool.close().await;
    Ok(people)
}

impl Person {
    /// Where they ask from: each from elsewhere, as only so many registrations are taken from one network.
    fn network(&self) -> anyhow::Result<Ipv4Addr> {
        let host = u32::try_from(self.number % NETWORKS)?;
        Ok(Ipv4Addr::from_bits(Ipv4Addr::new(10, 0, 0, 0).to_bits() | host))
    }

    fn cookies(&self) -> String {
        format!("__Host-sid=registering-s-{0}; __Host-draft=registering-d-{0}", self.number)
    }

    /// What they ask of the app.
    pub fn at_app(&self, act: Act, address: &str) -> anyhow::Result<Ask> {
        let n = self.number;
        let (path, body, leads_to) = match act {
            Act::Answer => (
                "/do/register/answer",
                format!("step=registration-number&shown_version=0&then=continue&regulator=&registration_number=RN{n}"),
                "/register/check",
            ),
            Act::Send => (
                "/do/register/send",
                "shown_version=1&certification=yes&consents=campaigns".to_owned(),
                "/register/done",
            ),
            Act::Resume => ("/do/register/resume-code", format!("code={CODE}"), "/register/tasks"),
        };
        let cookies = if act == Act::Resume { format!("__Host-sid=registering-s-{n}") } else { self.cookies() };
        let mut ask = post(cookies, address, path, &body, leads_to);
        ask.headers.push(("x-forwarded-for", self.network()?.to_string()));
        Ok(ask)
    }

    /// What they ask of the baseline: session, draft, network and the rest in the body.
    pub fn at_baseline(&self, act: Act) -> anyhow::Result<Ask> {
        let (path, rest, leads_to) = match act {
            Act::Answer => ("/register/answer", format!("RN{}", self.number), "/register/check"),
            Act::Send => ("/register/send", "-".to_owned(), "/register/done"),
            Act::Resume => ("/register/resume", CODE.to_owned(), "/register/tasks"),
        };
        Ok(Ask {
            method: "POST",
            path: path.to_owned(),
            headers: Vec::new(),
            body: format!("{} {} {} {rest}", self.session, self.draft, self.network()?),
            expected: StatusCode::SEE_OTHER,
            leads_to: Some(leads_to),
        })
    }

    /// Opens one of the pages of their registration.
    async fn opens(&self, address: &str, path: &str) -> anyhow::Result<()> {
        client::ask(address, &Ask { headers: vec![("cookie", self.cookies())], ..Ask::page(path) }).await?;
        Ok(())
    }
}

/// Goes through the pages of the wizard: one of two sends a registration, the other saves it and comes back.
pub async fn walk(address: &str, [sender, other]: [Person; 2]) -> anyhow::Result<()> {
    for path in ["/register", "/register/tasks", "/register/registration-number", "/register/locations"] {
        sender.opens(address, path).await?;
    }
    client::ask(address, &sender.at_app(Act::Answer, address)?).await?;
    sender.opens(address, "/register/check").await?;
    client::ask(address, &sender.at_app(Act::Send, address)?).await?;
    sender.opens(address, "/register/done").await?;
    let email = format!("save_email=registering{}%40example.org", other.number);
    client::ask(address, &post(other.cookies(), address, "/do/register/save", &email, "/register/saved")).await?;
    other.opens(address, "/register/resume").await?;
    client::ask(address, &other.at_app(Act::Resume, address)?).await?;
    Ok(())
}
