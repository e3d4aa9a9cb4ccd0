//! Which page answers which address.

use islands::AppError;
use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    basket::basket_page::BasketPage,
    catalogue::{home_page::HomePage, list_page::ListPage, publication_page::PublicationPage},
    checkout::{
        check_page::CheckPage, code_page::CodePage, contact_page::ContactPage, delivery_page::DeliveryPage,
        order_page::OrderPage, track_link_page::TrackLinkPage, track_page::TrackPage,
    },
    error_page::ErrorPage,
};

/// All pages. Each is rendered whole before its first byte leaves, so nothing depends on scripts.
#[component]
pub fn App() -> impl IntoView {
    let not_found = || {
        islands::context::answer_with(AppError::NotFound);
        view! { <ErrorPage error=AppError::NotFound /> }
    };
    view! {
        <Router>
            <Routes fallback=not_found>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                <Route path=path!("/publications") view=ListPage ssr=SsrMode::Async />
                <Route path=path!("/publications/:slug") view=PublicationPage ssr=SsrMode::Async />
                <Route path=path!("/basket") view=BasketPage ssr=SsrMode::Async />
                <Route path=path!("/checkout/delivery") view=DeliveryPage ssr=SsrMode::Async />
                <Route path=path!("/checkout/contact") view=ContactPage ssr=SsrMode::Async />
                <Route path=path!("/checkout/code") view=CodePage ssr=SsrMode::Async />
                <Route path=path!("/checkout/check") view=CheckPage ssr=SsrMode::Async />
                <Route path=path!("/orders/:number") view=OrderPage ssr=SsrMode::Async />
                <Route path=path!("/track") view=TrackPage ssr=SsrMode::Async />
                <Route path=path!("/track/:order/:seal") view=TrackLinkPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
