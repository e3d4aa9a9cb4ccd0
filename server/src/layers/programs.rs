//! Pages of other origins may read what programs may read: everybody gets the same, and no cookie counts.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, header},
    middleware::Next,
};

use crate::{routes, serve::Answer};

/// Says so on every answer to a question of programs, refusals included.
pub async fn open(request: Request, next: Next) -> Answer {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_open = is_read && routes::api::is_asked(request.uri().path());
    let mut answer = next.run(request).await;
    if is_open {
        answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    answer
}
