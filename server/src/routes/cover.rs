//! Generated covers: the programme's colour, the title in its own script, and what it is.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{catalogue::taxonomy::LanguageTag, text::Slug};
use store::publications::CoverFacts;

use super::cover_colours::{Colours, colours};
use crate::{gate::Inside, serve::Answer};

/// Characters on a line of a cover, and the most lines.
const LINE: usize = 16;
const LINES: usize = 6;

/// The cover as SVG. It changes only with its publication, so browsers may keep it for a day.
pub async fn svg(inside: Inside, Path((slug, file)): Path<(String, String)>) -> Answer {
    let language = file.strip_suffix(".svg").and_then(LanguageTag::parse);
    let (Some(slug), Some(language)) = (Slug::parse(&slug), language) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match store::publications::cover(&inside.backend.db, &slug, &language).await {
        Ok(Some(facts)) => {
            let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
            (headers, drawn(&facts)).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => super::failure(&error),
    }
}

fn drawn(facts: &CoverFacts) -> String {
    let Colours { ground, accent } = colours(&facts.programme_code);
    let (x, direction) = if facts.is_rtl { (194, "rtl") } else { (16, "ltr") };
    let rows = lines(&facts.title).into_iter().enumerate().map(|(at, line)| {
        let y = 96 + at * 26;
        format!(r#"<text x="{x}" y="{y}" text-anchor="start" direction="{direction}">{}</text>"#, escaped(&line))
    });
    let text = rows.collect::<Vec<_>>().concat();
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210" height="297"><rect width="210" height="297" fill="{ground}"/><circle cx="186" cy="262" r="88" fill="{accent}" opacity=".28"/><circle cx="150" cy="300" r="64" fill="{accent}" opacity=".4"/><rect x="16" y="58" width="44" height="5" fill="{accent}"/><g fill="#fff" font-family="system-ui,'Segoe UI','Noto Sans',sans-serif"><g font-size="11" font-weight="600"><text x="16" y="34">{}</text></g><g font-size="21" font-weight="700">{text}</g><text x="16" y="276" font-size="11" font-weight="600">Healthpost</text></g></svg>"##,
        escaped(&facts.programme)
    )
}

/// The title in lines that fit; a long one ends in an ellipsis.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
        .into_iter()
        .map(
            |line| {
                if line.chars().count() > LINE + 4 {
                    line.chars().take(LINE + 3).chain(['…']).collect()
                } else {
                    line
                }
            },
        )
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out_of_its_cover() {
        assert_eq!(escaped("<script>&"), "&lt;script&gt;&amp;");
    }

    #[test]
    fn long_titles_end_in_an_ellipsis() {
        let title = "one two three ".repeat(20);
        assert_eq!(lines(&title).len(), LINES);
        assert!(lines(&title).last().is_some_and(|line| line.ends_with('…')));
    }
}
