//! What stands around the content of a page.

use leptos::prelude::*;
use serde_json::Value;
use ui::{
    BackLink, ErrorSummary, LanguageSwitch, Notification, NotificationKind, OfferedLanguage, Pagination, ShownError,
    SkipLink,
};

use crate::{
    decisions::Decision,
    options::{Reason, items, only, plain, words},
    outcome::Drawn,
    rendering::html,
};

/// A link with its words.
type Link = Option<(String, String)>;

/// Their back link is our [`BackLink`].
pub fn back_link(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "href"])?;
    let text = words(options, "text", "html")?.unwrap_or_else(|| "Back".to_owned());
    let href = plain(&options["href"]).unwrap_or_else(|| "#".to_owned());
    Ok(Drawn::but_for(html(move || view! { <BackLink href text /> }), Decision::Landmark))
}

/// Their skip link is our [`SkipLink`].
pub fn skip_link(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "href"])?;
    let text = words(options, "text", "html")?.ok_or(Reason::LeavesOut("text"))?;
    let href = plain(&options["href"]).unwrap_or_else(|| "#content".to_owned());
    Ok(Drawn::same(html(move || view! { <SkipLink href text /> })))
}

/// Their language navigation is our [`LanguageSwitch`].
pub fn languages(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["ariaLabel", "items"])?;
    let label = plain(&options["ariaLabel"]).unwrap_or_else(|| "Language".to_owned());
    let languages = items(options, "items").into_iter().map(language).collect::<Result<Vec<_>, _>>()?;
    Ok(Drawn::same(html(move || view! { <LanguageSwitch label languages /> })))
}

fn language(item: &Value) -> Result<OfferedLanguage, Reason> {
    only(item, &["text", "html", "lang", "href", "current"])?;
    let name = words(item, "text", "html")?.ok_or(Reason::LeavesOut("name of a language"))?;
    let tag = plain(&item["lang"]).ok_or(Reason::LeavesOut("tag of a language"))?;
    let href = plain(&item["href"]).filter(|_| item["current"] != true);
    Ok(OfferedLanguage { tag, name, href })
}

/// Their error summary is our [`ErrorSummary`].
pub fn error_summary(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["titleText", "titleHtml", "errorList"])?;
    let title = words(options, "titleText", "titleHtml")?.ok_or(Reason::LeavesOut("title"))?;
    let errors = items(options, "errorList").into_iter().map(error).collect::<Result<Vec<_>, _>>()?;
    Ok(Drawn::same(html(move || view! { <ErrorSummary title errors /> })))
}

fn error(item: &Value) -> Result<ShownError, Reason> {
    only(item, &["text", "html", "href"])?;
    let text = words(item, "text", "html")?.unwrap_or_default();
    let href = plain(&item["href"]).ok_or(Reason::LeavesOut("link of an error"))?;
    Ok(ShownError { field: href.trim_start_matches('#').to_owned(), text })
}

/// Their notification banner is our [`Notification`].
pub fn notification(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "titleText", "titleHtml", "type"])?;
    let (kind, title) = if options["type"] == "success" {
        (NotificationKind::Success, "Success")
    } else {
        (NotificationKind::Important, "Important")
    };
    let title = words(options, "titleText", "titleHtml")?.unwrap_or_else(|| title.to_owned());
    let text = words(options, "text", "html")?.unwrap_or_default();
    let html = html(move || view! { <Notification kind title>{text}</Notification> });
    let ids = vec![("notification-title".to_owned(), "govuk-notification-banner-title".to_owned())];
    Ok(Drawn::but_for(html, Decision::Ids(ids)))
}

/// Their pagination is our [`Pagination`].
pub fn pagination(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["previous", "next", "landmarkLabel"])?;
    let label = plain(&options["landmarkLabel"]).unwrap_or_else(|| "Pagination".to_owned());
    let (previous, next) = (link(options, "previous", "Previous page")?, link(options, "next", "Next page")?);
    Ok(Drawn::same(html(move || view! { <Pagination label previous next /> })))
}

fn link(options: &Value, name: &str, says: &str) -> Result<Link, Reason> {
    only(&options[name], &["href", "text", "html"])?;
    let text = words(&options[name], "text", "html")?.unwrap_or_else(|| says.to_owned());
    Ok(plain(&options[name]["href"]).map(|href| (href, text)))
}
