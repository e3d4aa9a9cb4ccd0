//! What people look for and do not find.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{visitor::Visitor, world::World};

/// Asks for a page as browsers of some kind do; the mark of the answer.
async fn asks(visitor: &mut Visitor, path: &str, said: &[(&str, &str)]) -> String {
    let mut request = Request::get(path).header(header::HOST, "healthpost.example");
    for (name, value) in said {
        request = request.header(*name, *value);
    }
    visitor.sends(request.body(Body::empty()).unwrap()).await;
    assert_eq!(visitor.status, StatusCode::OK, "{path} {said:?}");
    visitor.sees("Nothing fits this search").headers[header::ETAG].to_str().unwrap().to_owned()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_finds_nothing_is_counted_where_its_page_is_opened(_: PgPoolOptions, connect: PgConnectOptions) {
    const MODE: &str = "sec-fetch-mode";
    const COUNTED: &str =
        "select coalesce(string_agg(words || ' ' || searches, ', ' order by words), '') from missed_searches";
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    asks(&mut visitor, "/publications?q=xyz", &[(MODE, "cors"), ("accept", "text/html")]).await;
    asks(&mut visitor, "/publications?q=xyz", &[("accept", "*/*")]).await;
    let live = asks(&mut visitor, "/publications?q=xyzzy", &[(MODE, "cors")]).await;
    visitor.opens("/publications.atom?q=xyzzy").await;
    // What was fetched while one typed is no copy of the page that is opened then.
    let known = ("if-none-match", live.as_str());
    asks(&mut visitor, "/publications?q=xyzzy", &[(MODE, "navigate"), known]).await;
    asks(&mut visitor, "/publications?q=qqq", &[("accept", "text/html,*/*;q=0.8")]).await;
    world.comes_to("select count(*) from missed_searches", 2).await;
    assert_eq!(world.text(COUNTED).await, "qqq 1, xyzzy 1");
}
