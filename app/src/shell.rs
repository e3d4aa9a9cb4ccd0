//! The document around every page.

use backend::Gate;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::{MetaTags, provide_meta_context};
use ui::SkipLink;

use crate::{
    App, Assets,
    words::{locale, t},
};

/// `<html>` to `</html>` around the pages.
pub fn shell() -> impl IntoView {
    shell_around(|| view! { <App /> }.into_any())
}

/// `<html>` to `</html>` around anything.
pub fn shell_around(inside: impl FnOnce() -> AnyView) -> impl IntoView {
    provide_meta_context();
    let assets = expect_context::<Assets>();
    let locale = locale();
    // On paper a link is spelt out with it.
    let origin = expect_context::<Gate>().origin().to_owned();
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    view! {
        <!DOCTYPE html>
        <html lang=locale.as_str() dir=locale.direction().as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="theme-color" content="#0b5d4e" />
                <meta name="color-scheme" content="light" />
                <link rel="stylesheet" href=assets.css />
                <link rel="icon" href=assets.icon type="image/svg+xml" />
                <MetaTags />
            </head>
            <body data-origin=origin>
                <script nonce=nonce>"document.body.classList.add('js-enabled')"</script>
                <SkipLink href="#main-content" text=t("skip-link") />
                {inside()}
            </body>
        </html>
    }
}
