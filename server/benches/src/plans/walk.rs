//! Every public page, every form of ordering, and the way of a registration, by people who are prepared for it.

use anyhow::Context;
use http::StatusCode;

use crate::{
    client::{self, Ask},
    data::{self, Ready, Wanted},
    orders::{cookies, place_at_app, post_as},
    registering,
};

/// Numbers of these people; nobody who is measured has them.
const FIRST: usize = 500_000_000;
/// Something that can be ordered; see `catalogue.sql`.
const EDITION: &str = "BEN-100004-0";
/// Something of which nothing is left; see `in_use.sql`.
const GONE: &str = "BEN-100008-0";
/// A delivery address.
const ADDRESS: [(&str, &str); 3] = [("address_line1", "2 Bench Street"), ("city", "Leeds"), ("postcode", "LS1 4AP")];

/// Pages that anybody opens.
const PAGES: &[&str] = &[
    "/",
    "/publications",
    "/publications?size=50&sort=title",
    "/publications?sort=-updated&language=pl&language=fr",
    "/publications?sort=-popular&format=easy-read&disease=measles",
    "/publications?q=flu+leaflet&language=en&programme=childhood-immunisation",
    "/publications?q=%22whooping+cough%22+-poster&sort=-published",
    "/publications?q=measels+pregnancy",
    "/publications?q=zzqqx",
    "/publications?q=BEN-1000",
    "/publications?q=BEN-100004-0",
    "/publications/bench-4",
    "/publications/bench-4?language=en&format=easy-read",
    "/publications/bench-8",
    "/programmes",
    "/programmes/childhood-immunisation",
    "/suggestions?q=meas",
    "/suggestions?q=BEN-10",
    "/suggestions?q=measels",
    "/publications.atom",
    "/publications.atom?q=polio",
    "/sitemap.xml",
    "/sitemaps/1.xml",
    "/robots.txt",
    "/covers/bench-4/en.svg",
    "/publications/bench-4/qr.svg",
    "/api/v1/editions",
    "/api/v1/editions?q=flu&per_page=50",
    "/api/v1/editions/BEN-100004-0",
    "/api/v1/editions/BEN-100004-0/files",
    "/api/v1/publications/bench-4",
    "/track",
    "/contact",
    "/feedback",
    "/about",
    "/more/BEN-100004-0",
    "/waiting",
    "/readyz",
];

/// Who walks.
#[derive(Debug)]
pub struct People {
    basket: Ready,
    order: Ready,
    registering: [registering::Person; 2],
}

impl People {
    /// Two people at "Check your answers" of an order, and two of a registration.
    pub async fn prepared(url: &str) -> anyhow::Result<Self> {
        let mut ready = data::checkouts(url, FIRST, 2, Wanted::Any).await?.into_iter();
        let mut next = || ready.next().context("two people");
        let mut others = registering::prepared(url, FIRST, 2).await?.into_iter();
        let mut other = || others.next().context("two people who register");
        Ok(Self { basket: next()?, order: next()?, registering: [other()?, other()?] })
    }
}

/// Opens every page, and goes every way that leads to an order and on from it. Twice, as the first plan of a
/// connection may be another one than the next.
pub async fn everything(address: &str, people: &People) -> anyhow::Result<()> {
    for _ in 0..2 {
        let asks: Vec<Ask> = PAGES.iter().map(|path| Ask::page(*path)).collect();
        client::run(address, &asks, 2).await?;
    }
    for path in [format!("/e/{EDITION}"), format!("/q/{EDITION}"), "/q/publications/bench-4".to_owned()] {
        let ask = Ask { expected: StatusCode::FOUND, leads_to: Some("/publications/bench-4"), ..Ask::page(path) };
        client::ask(address, &ask).await?;
    }
    client::ask(address, &Ask { method: "HEAD", ..Ask::page("/publications/bench-4/files.zip") }).await?;
    checkout(address, people.basket.number).await?;
    beside_orders(address, people.basket.number).await?;
    registering::walk(address, people.registering).await?;
    order(address, people).await
}

/// From the basket to "Check your answers", with an e-mail address that has to be confirmed on the way.
async fn checkout(address: &str, n: usize) -> anyhow::Result<()> {
    let post = async |path: &str, pairs: &[(&str, &str)], leads_to: &'static str| {
        client::ask(address, &post_as(n, address, path, &form(pairs), leads_to)).await
    };
    post("/do/basket/add", &[("edition", EDITION), ("quantity", "1")], "/basket").await?;
    post("/do/basket/change", &[("edition", EDITION), ("line_quantity", "2")], "/basket").await?;
    opens(address, n, "/basket").await?;
    post("/do/checkout/begin", &[], "/checkout/").await?;
    opens(address, n, "/checkout/delivery").await?;
    post("/do/checkout/delivery", &[("address_line1", "")], "/checkout/delivery").await?;
    opens(address, n, "/checkout/delivery").await?;
    post("/do/checkout/delivery", &ADDRESS, "/checkout/").await?;
    opens(address, n, "/checkout/contact").await?;
    let (other, own) = (format!("other{n}@example.com"), format!("bench{n}@example.com"));
    post("/do/checkout/contact", &[("full_name", "Ada Bench"), ("email", other.as_str())], "/checkout/code").await?;
    opens(address, n, "/checkout/code").await?;
    post("/do/checkout/send-code", &[], "/checkout/code").await?;
    post("/do/checkout/code", &[("code", "000000")], "/checkout/code").await?;
    post("/do/checkout/contact", &[("full_name", "Ada Bench"), ("email", own.as_str())], "/checkout/check").await?;
    opens(address, n, "/checkout/check").await
}

/// What else can be sent.
async fn beside_orders(address: &str, n: usize) -> anyhow::Result<()> {
    let email = format!("bench{n}@example.com");
    let (reason, message) = ("A stall at the fair", "Where is my order?");
    let more = [
        ("edition", EDITION),
        ("asked_quantity", "50"),
        ("reason", reason),
        ("full_name", "Ada"),
        ("asker_email", email.as_str()),
    ];
    let support = [
        ("support_summary", "A question"),
        ("support_message", message),
        ("contact_name", "Ada"),
        ("contact_email", email.as_str()),
    ];
    let forms: [(_, &[(&str, &str)], _); 4] = [
        ("/do/orders/ask-for-more", &more[..], "/asked-for-more"),
        ("/do/waiting/tell-me", &[("edition", GONE), ("waiting_email", email.as_str())][..], "/waiting"),
        ("/do/contact/message", &support[..], "/contact/sent"),
        ("/do/contact/feedback", &[("how_satisfied", "satisfied")][..], "/feedback/sent"),
    ];
    for (path, pairs, leads_to) in forms {
        client::ask(address, &post_as(n, address, path, &form(pairs), leads_to)).await?;
    }
    Ok(())
}

/// Places an order, reads it, finds it again as somebody else, changes it and calls it off.
async fn order(address: &str, people: &People) -> anyhow::Result<()> {
    let n = people.order.number;
    let placed = client::ask(address, &place_at_app(&people.order, address)).await?;
    let page = placed.location.split('?').next().unwrap_or_default();
    let number = page.trim_start_matches("/orders/");
    opens(address, n, page).await?;
    let email = format!("bench{n}@example.com");
    let track = [("order_number", number), ("order_email", email.as_str())];
    let found = post_as(people.basket.number, address, "/do/orders/track", &form(&track), "/orders/HP-");
    client::ask(address, &found).await?;
    let change = client::ask(address, &as_person(n, &format!("{page}/change"))).await?;
    let code = code_in(&String::from_utf8_lossy(&change.body)).context("a code on the page of changes")?;
    let line = [("order", number), ("edition", code.as_str()), ("line_quantity", "4")];
    let [line_1, city, postcode] = ADDRESS;
    let elsewhere = [("order", number), line_1, city, postcode];
    for (path, pairs) in [
        ("/do/orders/change-line", &line[..]),
        ("/do/orders/redirect", &elsewhere[..]),
        ("/do/orders/cancel", &line[..1]),
    ] {
        client::ask(address, &post_as(n, address, path, &form(pairs), "/orders/HP-")).await?;
        for below in ["", "/change", "/address", "/cancel"].iter().take(if path.ends_with("cancel") { 1 } else { 4 }) {
            opens(address, n, &format!("{page}{below}")).await?;
        }
    }
    Ok(())
}

fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn as_person(n: usize, path: &str) -> Ask {
    Ask { headers: vec![("cookie", cookies(n))], ..Ask::page(path) }
}

async fn opens(address: &str, n: usize, path: &str) -> anyhow::Result<()> {
    client::ask(address, &as_person(n, path)).await?;
    Ok(())
}

/// The first product code of the measured catalogue on a page.
fn code_in(body: &str) -> Option<String> {
    let (_, rest) = body.split_once("BEN-")?;
    let tail: String = rest.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
    Some(format!("BEN-{tail}"))
}
