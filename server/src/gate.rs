//! What a request finds behind the gate, once the table of who may do what knows what it asks for.

use axum::{
    extract::{FromRequestParts, MatchedPath, Request},
    http::{StatusCode, request::Parts},
    middleware::Next,
    response::IntoResponse,
};
use backend::SharedBackend;
use domain::access::{self, Admitted};
use store::scope::{self, Scope};

use crate::{
    routes,
    serve::{Answer, Site},
};

/// Looks each request up in the table, before anything is done for it: a route that is not in there is refused. What it
/// asks for stays with the request, opens the gate, and is what the database is told. Forms are refused where they are
/// run, as there may be none at their path; what has no route is a built file or nothing at all, and finds the gate
/// closed.
pub async fn look_up(mut request: Request, next: Next) -> Answer {
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    let mut told = None;
    if let Some(route) = route {
        let is_form = route == routes::FORMS;
        let admitted = if is_form { access::of_form(request.uri().path()) } else { access::of_route(&route) };
        match admitted {
            Some(admitted) => {
                told = Scope::of(admitted.permission());
                request.extensions_mut().insert(admitted);
            }
            None if is_form => {}
            None => return StatusCode::FORBIDDEN.into_response(),
        }
    }
    scope::around(told, next.run(request)).await
}

/// Whoever was let in, where a route answers by itself.
#[derive(Clone, Debug)]
pub struct Inside {
    /// The backend.
    pub backend: SharedBackend,
}

impl FromRequestParts<Site> for Inside {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, StatusCode> {
        let admitted = parts.extensions.get::<Admitted>().ok_or(StatusCode::FORBIDDEN)?;
        Ok(Self { backend: site.gate.opens(*admitted).clone() })
    }
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware, routing::get};
    use tower::ServiceExt;

    use super::*;

    async fn status(path: &str) -> StatusCode {
        let said = |request: Request| async move {
            let admitted = request.extensions().get::<Admitted>().copied();
            admitted.map_or(StatusCode::IM_A_TEAPOT, |_| StatusCode::OK)
        };
        let router = Router::new()
            .route("/nowhere", get(said))
            .route("/orders/{number}", get(said))
            .route(routes::FORMS, get(said))
            .fallback(said)
            .layer(middleware::from_fn(look_up));
        let request = axum::http::Request::get(path).body(Body::empty()).expect("a request");
        router.oneshot(request).await.expect("an answer").status()
    }

    #[tokio::test]
    async fn a_route_that_the_table_does_not_know_is_refused_before_anything_else() {
        assert_eq!(status("/nowhere").await, StatusCode::FORBIDDEN);
        assert_eq!(status("/orders/HP-1").await, StatusCode::OK);
        assert_eq!(status("/do/basket/add").await, StatusCode::OK);
        assert_eq!(status("/do/nothing").await, StatusCode::IM_A_TEAPOT, "no form, and the gate is closed");
        assert_eq!(status("/pkg/site.css").await, StatusCode::IM_A_TEAPOT, "no route, and the gate is closed");
    }
}
