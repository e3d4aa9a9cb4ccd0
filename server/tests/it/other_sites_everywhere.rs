//! Whatever is posted from elsewhere does nothing (G-A3): every form and everything else that is posted to, by somebody
//! who may, with each thing that a browser says of a page that is not ours, and in each way in which one can post
//! without asking us first.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::access::FORMS;
use server::layers::EXEMPT;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access::BEFORE,
    access_actors::{Actor, everybody},
    access_rows::{Row, WHO, rows},
    builders::Leaflet,
    visitor::Visitor,
    world::World,
    write_limits::somebody,
};

const EVIL: (&str, &str) = ("origin", "https://evil.example");
const URLENCODED: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data; boundary=part";

/// What a browser says of where a form comes from, and how it is sent: with no more than that it asks nobody first.
const ELSEWHERE: [(&[(&str, &str)], &str); 7] = [
    (&[EVIL], URLENCODED),
    (&[("origin", "null")], URLENCODED),
    (&[("sec-fetch-site", "cross-site")], URLENCODED),
    (&[("origin", "https://shop.healthpost.example"), ("sec-fetch-site", "same-site")], URLENCODED),
    (&[], URLENCODED),
    (&[EVIL], "text/plain"),
    (&[EVIL], PARTS),
];

/// Right answers as they are written in a body of this kind.
fn written(answers: &str, kind: &str) -> String {
    let pairs = form_urlencoded::parse(answers.as_bytes());
    let lines: Vec<String> = match kind {
        "text/plain" => pairs.map(|(name, value)| format!("{name}={value}\r\n")).collect(),
        PARTS => {
            let disposition = "--part\r\nContent-Disposition: form-data";
            let parts = pairs.map(|(name, value)| format!("{disposition}; name=\"{name}\"\r\n\r\n{value}\r\n"));
            parts.chain(["--part--\r\n".to_owned()]).collect()
        }
        _ => vec![answers.to_owned()],
    };
    lines.concat()
}

/// Posts a form of somebody from elsewhere. What is wrong with the answer, if anything is.
async fn posts(actor: &Actor, row: &Row, (said, kind): (&[(&str, &str)], &str)) -> Option<String> {
    let (path, answers) = row.request(actor.named(row.object()), &actor.key);
    let cookies: Vec<String> = actor.visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut request = Request::post(&path)
        .header(header::HOST, "healthpost.example")
        .header(header::COOKIE, cookies.join("; "))
        .header(header::CONTENT_TYPE, kind);
    for (name, value) in said {
        request = request.header(*name, *value);
    }
    let body = Body::from(written(&answers.unwrap_or_default(), kind));
    let mut site = Visitor::new(actor.visitor.router.clone());
    site.sends(request.body(body).expect("a request")).await;
    let leads = site.headers.contains_key(header::LOCATION) || !site.cookies.is_empty();
    let is_refused = site.status == StatusCode::FORBIDDEN && !leads;
    (!is_refused).then(|| format!("{path} {kind} {said:?}: {} {:?}", site.status, site.headers.get(header::LOCATION)))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a3_whatever_is_posted_from_elsewhere_does_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let all = everybody(&world).await;
    world.run(BEFORE).await;
    let rows = rows();
    let is_exempt = |path: &str| EXEMPT.iter().any(|known| path.starts_with(*known));
    let posted = rows.iter().filter(|row| row.method == Method::POST && !is_exempt(&row.path));
    let posted: Vec<&Row> = posted.collect();
    let (mut found, mut forms) = (Vec::new(), 0);
    // One after the other, so that what is changed is whoever's form changed it.
    for (at, actor) in all.iter().enumerate() {
        let theirs: Vec<&Row> = posted.iter().copied().filter(|row| somebody(row.permission) == at).collect();
        if theirs.is_empty() {
            continue;
        }
        let before = world.texts("select rows_of_all()").await;
        for row in theirs {
            for elsewhere in ELSEWHERE {
                found.extend(posts(actor, row, elsewhere).await);
            }
            forms += 1;
        }
        if world.texts("select rows_of_all()").await != before {
            found.push(format!("the forms of a {} changed something", WHO[at].name));
        }
    }
    assert!(found.is_empty(), "{} are wrong:\n{}", found.len(), found.join("\n"));
    assert_eq!(forms, FORMS.len(), "every form is tried: nothing but forms and what is exempt is posted to");
}
