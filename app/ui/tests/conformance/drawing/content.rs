//! Components whose content is a view: there, pages may write any markup, and so may fixtures.

use leptos::prelude::*;
use serde_json::Value;
use ui::{Button, ButtonKind, LinkButton, Panel, SummaryList, SummaryRow, Tag, TagKind, TaskList, TaskRow};

use crate::{
    decisions::Decision,
    options::{Reason, items, only, part, plain, words},
    outcome::Drawn,
    rendering::html,
};

/// What a page would write as children.
fn children(options: &Value) -> AnyView {
    match plain(&options["html"]) {
        Some(markup) => view! { <span inner_html=markup></span> }.into_any(),
        None => plain(&options["text"]).unwrap_or_default().into_any(),
    }
}

/// Their button is our [`Button`], or our [`LinkButton`] where it leads somewhere.
pub fn button(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["text", "html", "href", "name", "value"])?;
    let is_secondary = options["classes"].as_str().is_some_and(|classes| classes.contains("govuk-button--secondary"));
    let kind = if is_secondary { ButtonKind::Secondary } else { ButtonKind::Primary };
    let inside = children(options);
    if let Some(href) = plain(&options["href"]) {
        let link = html(move || view! { <LinkButton href kind>{inside}</LinkButton> });
        return Ok(Drawn::but_for(link, Decision::PlainLink));
    }
    let drawn = html(move || match (plain(&options["name"]), plain(&options["value"])) {
        (None, None) => view! { <Button kind>{inside}</Button> }.into_any(),
        (Some(name), None) => view! { <Button kind name>{inside}</Button> }.into_any(),
        (None, Some(value)) => view! { <Button kind value>{inside}</Button> }.into_any(),
        (Some(name), Some(value)) => view! { <Button kind name value>{inside}</Button> }.into_any(),
    });
    Ok(Drawn::same(drawn))
}

/// Their panel is our [`Panel`].
pub fn panel(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["titleText", "titleHtml", "text", "html"])?;
    let title = words(options, "titleText", "titleHtml")?.ok_or(Reason::LeavesOut("title"))?;
    let inside = children(options);
    Ok(Drawn::same(html(move || view! { <Panel title>{inside}</Panel> })))
}

/// Their tag is our [`Tag`].
pub fn tag(options: &Value) -> Result<Drawn, Reason> {
    let shown = state(options)?;
    Ok(Drawn::same(html(move || shown)))
}

fn state(options: &Value) -> Result<AnyView, Reason> {
    only(options, &["text", "html"])?;
    let kind = match options["classes"].as_str() {
        Some("govuk-tag--green") => TagKind::Good,
        Some("govuk-tag--yellow" | "govuk-tag--orange") => TagKind::Warning,
        Some("govuk-tag--red") => TagKind::Bad,
        _ => TagKind::Neutral,
    };
    let inside = children(options);
    Ok(view! { <Tag kind>{inside}</Tag> }.into_any())
}

/// Their task list is our [`TaskList`].
pub fn task_list(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["items", "idPrefix"])?;
    let prefix = plain(&options["idPrefix"]).unwrap_or_else(|| "task-list".to_owned());
    // What is no thing is skipped and counted all the same.
    let all = options["items"].as_array().into_iter().flatten().enumerate();
    let tasks = all.filter(|(_, item)| item.is_object());
    let rows = tasks.map(|(at, item)| task(item, format!("{prefix}-{}", at + 1))).collect::<Result<Vec<_>, _>>()?;
    Ok(Drawn::same(html(move || view! { <TaskList>{rows}</TaskList> })))
}

fn task(item: &Value, id: String) -> Result<AnyView, Reason> {
    only(item, &["title", "href", "status"])?;
    only(&item["status"], &["text", "html", "tag"])?;
    let name = part(item, "title")?.ok_or(Reason::LeavesOut("name of a task"))?;
    let href = plain(&item["href"]);
    let status = match &item["status"]["tag"] {
        Value::Null => children(&item["status"]),
        tag => state(tag)?,
    };
    Ok(view! { <TaskRow id name href>{status}</TaskRow> }.into_any())
}

/// Their summary list is our [`SummaryList`].
pub fn summary_list(options: &Value) -> Result<Drawn, Reason> {
    only(options, &["rows"])?;
    let rows = items(options, "rows").into_iter().map(row).collect::<Result<Vec<_>, _>>()?;
    Ok(Drawn::same(html(move || view! { <SummaryList>{rows}</SummaryList> })))
}

fn row(row: &Value) -> Result<AnyView, Reason> {
    only(row, &["key", "value", "actions"])?;
    only(&row["value"], &["text", "html"])?;
    only(&row["actions"], &["items"])?;
    let key = part(row, "key")?.ok_or(Reason::LeavesOut("question"))?;
    let inside = children(&row["value"]);
    let Some((change, change_text)) = action(&row["actions"], &key)? else {
        return Ok(view! { <SummaryRow key>{inside}</SummaryRow> }.into_any());
    };
    Ok(view! { <SummaryRow key change change_text>{inside}</SummaryRow> }.into_any())
}

/// Link and words of the one thing that can be done with a row.
fn action(actions: &Value, key: &str) -> Result<Option<(String, String)>, Reason> {
    let items = items(actions, "items");
    let Some(item) = items.first() else { return Ok(None) };
    if items.len() > 1 {
        return Err(Reason::Option("actions.items".to_owned()));
    }
    only(item, &["href", "text", "html", "visuallyHiddenText"])?;
    let text = words(item, "text", "html")?.unwrap_or_default();
    if item["visuallyHiddenText"].as_str() != Some(key.to_lowercase().as_str()) {
        return Err(Reason::LeavesOut("question behind “Change”"));
    }
    Ok(plain(&item["href"]).map(|href| (href, text)))
}
