//! A page asks once and waits once.

use std::future::Future;

use backend::StoreError;
use domain::paths::Path;
use islands::{AppError, context};
use leptos::prelude::*;
use store::sessions::Viewer;

use crate::{error_page::ErrorPage, staff::work_pages::waiting};

/// Why a page is not shown.
#[derive(Debug)]
pub enum NotShown {
    /// It is elsewhere.
    Elsewhere(Path),
    /// It has another address for good.
    Moved(Path),
    /// Whoever asks waits for approval: that is said in its place.
    Waiting(Box<Viewer>),
    /// It cannot be shown.
    App(AppError),
}

impl From<StoreError> for NotShown {
    fn from(error: StoreError) -> Self {
        Self::App(context::app_error(&error))
    }
}

impl From<AppError> for NotShown {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

/// Renders what a future gives, or the page that says why there is nothing. Leptos asks the future how far it is from
/// tasks of its own as well: what the request may see goes along.
pub fn load(page: impl Future<Output = Result<AnyView, NotShown>> + Send + 'static) -> impl IntoView {
    let page = store::scope::carried(page);
    let shown = Suspend::new(async move {
        match page.await {
            Ok(view) => view,
            Err(NotShown::Elsewhere(path)) => {
                context::redirect(&path);
                ().into_any()
            }
            Err(NotShown::Moved(path)) => {
                context::moved(&path);
                ().into_any()
            }
            Err(NotShown::Waiting(viewer)) => {
                context::answer_with(AppError::NotTheirs);
                waiting(*viewer)
            }
            Err(NotShown::App(error)) => {
                context::answer_with(error);
                view! { <ErrorPage error /> }.into_any()
            }
        }
    });
    view! { <Suspense>{shown}</Suspense> }
}
