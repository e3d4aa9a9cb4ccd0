//! The pages of `app`, and the page of a status.

use std::{future::Future, pin::Pin};

use app::{
    App,
    catalogue::suggestions::Suggestions,
    error_page::{OfRegistry, RequestId, RetryAfter, Said, StatusPage},
    shell,
    shell::shell_around,
};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::IntoResponse,
};
use domain::{access::Admitted, paths::without_slash};
use islands::context::{SentForm, Visitor};
use leptos::{nonce::Nonce, prelude::*};
use leptos_axum::{LeptosRoutes, generate_route_list, generate_route_list_with_exclusions};

use super::api;
use crate::serve::{Answer, Site};

/// What every page finds in its context, besides what Leptos puts there.
fn context(site: &Site) -> impl Fn() + Clone + Send + Sync + 'static {
    let (gate, assets) = (site.gate.clone(), site.assets.clone());
    move || {
        provide_context(gate.clone());
        provide_context(assets.clone());
        if let Some(parts) = use_context::<axum::http::request::Parts>() {
            provide_context(Visitor::of(&parts.headers).locale);
            if let Some(admitted) = parts.extensions.get::<Admitted>() {
                provide_context(*admitted);
            }
            if let Some(nonce) = parts.extensions.get::<Nonce>() {
                provide_context(nonce.clone());
            }
            if let Some(id) = parts.extensions.get::<RequestId>() {
                provide_context(id.clone());
            }
            if let Some(said) = parts.extensions.get::<Said>() {
                provide_context(said.clone());
            }
            if let Some(after) = parts.extensions.get::<RetryAfter>() {
                provide_context(*after);
            }
            if let Some(of_registry) = parts.extensions.get::<OfRegistry>() {
                provide_context(*of_registry);
            }
            if let Some(sent) = parts.extensions.get::<SentForm>() {
                provide_context(sent.clone());
            }
        }
    }
}

/// All pages. Server functions are left out: their one way in is `forms::submit`.
pub fn routes(site: &Site) -> Router<Site> {
    let forms = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let pages = generate_route_list_with_exclusions(App, Some(forms));
    Router::new().leptos_routes_with_context(site, pages, context(site), shell)
}

/// The path of each page.
pub fn addresses() -> Vec<String> {
    generate_route_list(App).iter().map(|page| page.path().to_owned()).collect()
}

/// The context of a server function.
pub fn form_context(site: &Site) -> impl Fn() + Clone + Send + Sync + 'static {
    context(site)
}

/// Nothing is there; the page is rendered by the layer that replaces failures. Where a slash ends the address of what
/// could be a page, it leads on without (308).
pub async fn not_found(request: Request) -> Answer {
    let uri = request.uri();
    let is_opened = matches!(*request.method(), Method::GET | Method::HEAD) && !api::is_asked(uri.path());
    let page = uri.path_and_query().filter(|_| is_opened).and_then(|address| without_slash(address.as_str()));
    match page.and_then(|page| HeaderValue::from_str(page.as_str()).ok()) {
        Some(page) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, page)]).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Renders the page of a status.
pub fn status_page(
    site: &Site,
    status: StatusCode,
) -> impl Fn(Request) -> Pin<Box<dyn Future<Output = Answer> + Send>> {
    leptos_axum::render_app_async_with_context(context(site), move || {
        shell_around(move || view! { <StatusPage status=status.as_u16() /> }.into_any())
    })
}

/// What a search box suggests: a fragment, for the script that asks for it.
pub async fn suggestions(State(site): State<Site>, request: Request) -> Answer {
    let render = leptos_axum::render_app_async_with_context(context(&site), || view! { <Suggestions /> });
    let mut answer = render(request).await;
    if answer.status() != StatusCode::OK {
        return answer;
    }
    // Somebody who deletes what they typed gets the same again.
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    answer.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie, accept-language, accept-encoding"));
    answer
}
