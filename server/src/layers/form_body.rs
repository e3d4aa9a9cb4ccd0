//! The body of a form, brought into the one shape that server functions read: every name as a list.
//!
//! Browsers may repeat a name; the decoder behind server functions refuses that, and names with
//! brackets mean something to it. Here any urlencoded body becomes `name[0]=…&name[1]=…`, names that
//! no form of ours can have are dropped, and anything that is not a form is refused.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
};

use super::MAX_BODY;

/// The most answers a form may hold.
const MAX_ANSWERS: usize = 1_000;

/// The same request with a canonical body, or the status that refuses it.
pub async fn canonical(request: Request) -> Result<Request, StatusCode> {
    let (mut parts, body) = request.into_parts();
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_form = kind
        .split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"));
    let body = to_bytes(body, MAX_BODY).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    if !is_form && !body.is_empty() {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let body = rewritten(&body)?;
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    // Server functions send browsers that accept HTML back to their Referer; ours never do.
    parts.headers.remove(header::ACCEPT);
    parts.headers.remove(header::REFERER);
    Ok(Request::from_parts(parts, Body::from(body)))
}

fn rewritten(body: &[u8]) -> Result<String, StatusCode> {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    let mut written = form_urlencoded::Serializer::new(String::with_capacity(body.len() + 16));
    for (count, (name, value)) in form_urlencoded::parse(body).enumerate() {
        if count >= MAX_ANSWERS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let name = name.strip_suffix("[]").unwrap_or(&name);
        let is_ours = !name.is_empty()
            && name.len() <= 60
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
        if !is_ours {
            continue;
        }
        let at = seen.entry(name.to_owned()).or_default();
        written.append_pair(&format!("{name}[{at}]"), &value);
        *at += 1;
    }
    Ok(written.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_names_become_lists_and_strange_ones_go() {
        let body = rewritten(b"a=1&a=2&b[]=3&c[x][y]=4&%5B=5&=6&d=%F0%9F%92%89").expect("a form");
        let pairs: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        let expected = [("a[0]", "1"), ("a[1]", "2"), ("b[0]", "3"), ("d[0]", "💉")];
        assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn too_many_answers_are_refused() {
        let body = "a=1&".repeat(MAX_ANSWERS + 1);
        assert_eq!(rewritten(body.as_bytes()), Err(StatusCode::PAYLOAD_TOO_LARGE));
    }
}
