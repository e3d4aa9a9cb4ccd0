//! Placing orders.

use http::StatusCode;

use crate::{
    CONNECTIONS, Options,
    client::Ask,
    data::{self, Ready, Wanted},
    figures::{Figure, Side, Spread},
    programs::origin,
    sides::{Comparison, Pair, Round},
};

/// Requests of a round.
const ORDERS: usize = 300;
/// Orders that are placed before each round and not measured: preparing a round writes so many rows that
/// every connection plans its statements anew.
const WARM: usize = 128;

/// The cookies of a person with this number.
pub fn cookies(n: usize) -> String {
    format!("__Host-sid=bench-s-{n}; __Host-basket=bench-b-{n}")
}

/// A form as a person with this number posts it, and where it leads once it is accepted.
pub fn post_as(n: usize, address: &str, path: &str, body: &str, leads_to: &'static str) -> Ask {
    post(cookies(n), address, path, body, leads_to)
}

/// The same with other cookies.
pub fn post(cookies: String, address: &str, path: &str, body: &str, leads_to: &'static str) -> Ask {
    Ask {
        method: "POST",
        path: path.to_owned(),
        headers: vec![
            ("cookie", cookies),
            ("origin", origin(address)),
            ("sec-fetch-site", "same-origin".to_owned()),
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
        ],
        body: body.to_owned(),
        expected: StatusCode::SEE_OTHER,
        leads_to: Some(leads_to),
    }
}

/// Somebody's order, at the app.
pub fn place_at_app(ready: &Ready, address: &str) -> Ask {
    let n = ready.number;
    post_as(n, address, "/do/checkout/place", &format!("key=bench-key-{n:010}"), "/orders/HP-")
}

fn place_at_baseline(ready: &Ready) -> Ask {
    Ask {
        method: "POST",
        path: "/place".to_owned(),
        headers: Vec::new(),
        body: format!("{} {} bench-key-{:010}", ready.session, ready.basket, ready.number),
        expected: StatusCode::OK,
        leads_to: None,
    }
}

/// One side places orders of people who are prepared for it, after some that are not measured.
async fn place_round(
    pair: &Pair,
    url: &str,
    next: &mut usize,
    (is_app, wanted): (bool, Wanted),
) -> anyhow::Result<Round> {
    let ready = data::checkouts(url, *next, WARM + ORDERS, wanted).await?;
    *next += WARM + ORDERS;
    let asks: Vec<Ask> = ready
        .iter()
        .map(|ready| if is_app { place_at_app(ready, &pair.app.address) } else { place_at_baseline(ready) })
        .collect();
    let server = if is_app { &pair.app } else { &pair.baseline };
    pair.round(server, &asks[..WARM], CONNECTIONS).await?;
    pair.round(server, &asks[WARM..], CONNECTIONS).await
}

/// Orders of three lines, each by somebody else.
pub async fn orders(options: &Options, pair: &Pair, url: &str, editions: usize) -> anyhow::Result<Vec<Figure>> {
    let mut next = 1;
    let (mut any, mut hot) = (Comparison::default(), Comparison::default());
    for round in 0..=options.rounds {
        for (compared, wanted) in [(&mut any, Wanted::Any), (&mut hot, Wanted::Hot)] {
            let app = place_round(pair, url, &mut next, (true, wanted)).await?;
            let baseline = place_round(pair, url, &mut next, (false, wanted)).await?;
            if round > 0 {
                compared.app.push(app);
                compared.baseline.push(baseline);
            }
        }
    }
    Ok(vec![
        Figure {
            id: "P-3",
            what: format!("place an order of 3 lines, {editions} editions"),
            value: any.ratio(),
            unit: "× baseline",
            bound: 1.5,
            side: Side::AtMost,
            detail: any.words(),
        },
        Figure {
            id: "P-3",
            what: format!("the same, everybody the same 3 editions, {editions} editions"),
            value: kept(&hot.app, &any.app),
            unit: "of the rate",
            bound: 0.6,
            side: Side::AtLeast,
            detail: format!(
                "{}; of its rate the baseline keeps {:.2}",
                hot.words(),
                kept(&hot.baseline, &any.baseline).median
            ),
        },
    ])
}

/// The part of a side's rate that is left where everybody wants the same, round by round.
fn kept(hot: &[Round], any: &[Round]) -> Spread {
    Spread::of(hot.iter().zip(any).map(|(hot, any)| hot.run.per_second() / any.run.per_second()))
}
