//! Somebody with a browser without scripts: reads the HTML that is served, fills forms, presses buttons.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt;

use crate::world::ORIGIN;

#[derive(Clone)]
pub struct Visitor {
    pub router: Router,
    pub cookies: BTreeMap<String, String>,
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    filled: Vec<(String, String)>,
    /// What the browser asks for in `Accept-Language`.
    pub language: &'static str,
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Visitor {
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
            path: String::new(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: String::new(),
            filled: Vec::new(),
            language: "en-GB",
        }
    }

    /// Sends one request as a browser would and follows redirects.
    async fn go(&mut self, method: Method, path: &str, form: Option<String>) {
        let (mut method, mut path, mut form) = (method, path.to_owned(), form);
        for _ in 0..10 {
            self.once(method.clone(), &path, form.take()).await;
            let location =
                self.headers.get(header::LOCATION).and_then(|location| location.to_str().ok()).map(str::to_owned);
            match location {
                Some(location) if self.status.is_redirection() => (method, path) = (Method::GET, location),
                _ => return,
            }
        }
        panic!("redirects without end at {path}");
    }

    /// Sends one request and keeps its answer and cookies.
    pub async fn once(&mut self, method: Method, path: &str, form: Option<String>) {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header(header::HOST, "healthpost.example")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, self.language);
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if method == Method::POST {
            request = request.header(header::ORIGIN, ORIGIN).header("sec-fetch-site", "same-origin");
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.body(Body::from(form.unwrap_or_default())).expect("a request");
        self.sends(request).await;
        path.clone_into(&mut self.path);
    }

    /// Sends any request, with nothing added.
    pub async fn sends(&mut self, request: Request<Body>) {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        self.status = response.status();
        self.headers = response.headers().clone();
        let body = to_bytes(response.into_body(), 64 << 20).await.expect("a body");
        self.body = String::from_utf8_lossy(&body).into_owned();
        for cookie in self.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie");
            assert!(
                cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
                "{cookie}"
            );
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    pub async fn opens(&mut self, path: &str) -> &mut Self {
        self.filled.clear();
        self.go(Method::GET, path, None).await;
        self
    }

    /// Types into a question of the form that is sent next.
    pub fn fills(&mut self, name: &str, value: &str) -> &mut Self {
        self.filled.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses the first button whose words begin so, with everything its form holds.
    pub async fn presses(&mut self, words: &str) -> &mut Self {
        let (method, action, answers) = self.form_of(words);
        let encoded = form_urlencoded(&answers);
        if method.eq_ignore_ascii_case("post") {
            self.go(Method::POST, &action, Some(encoded)).await;
        } else {
            self.go(Method::GET, &format!("{action}?{encoded}"), None).await;
        }
        self.filled.clear();
        self
    }

    /// Method, action and answers of the form with a button.
    pub fn form_of(&self, words: &str) -> (String, String, Vec<(String, String)>) {
        let html = Html::parse_document(&self.body);
        let button = html.select(&select("form button")).find(|button| text_of(*button).starts_with(words));
        let button = button.unwrap_or_else(|| panic!("no button {words:?} at {}:\n{}", self.path, self.text()));
        let form = button
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find(|element| element.value().name() == "form")
            .expect("a form");
        let mut answers: Vec<(String, String)> = Vec::new();
        for input in form.select(&select("input[name]")) {
            let value = input.value();
            let is_chosen_from = matches!(value.attr("type"), Some("checkbox" | "radio"));
            let is_unchecked = is_chosen_from && value.attr("checked").is_none();
            if !is_unchecked {
                answers
                    .push((value.attr("name").unwrap().to_owned(), value.attr("value").unwrap_or_default().to_owned()));
            }
        }
        let pressed = |name| button.value().attr(name).map(str::to_owned);
        answers.extend(pressed("name").zip(pressed("value")));
        for area in form.select(&select("textarea[name]")) {
            answers.push((area.value().attr("name").unwrap().to_owned(), area.text().collect()));
        }
        for (name, value) in &self.filled {
            answers.retain(|(known, _)| known != name);
            answers.push((name.clone(), value.clone()));
        }
        let attr = |name: &str| form.value().attr(name).unwrap_or_default().to_owned();
        (attr("method"), attr("action"), answers)
    }

    /// Everything one can read on the page.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.body);
        html.select(&select("body")).map(text_of).collect()
    }

    pub fn title(&self) -> String {
        let html = Html::parse_document(&self.body);
        html.select(&select("title")).next().map(text_of).unwrap_or_default()
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        assert!(self.text().contains(words), "{words:?} does not stand on {}:\n{}", self.path, self.text());
        self
    }

    #[track_caller]
    pub fn does_not_see(&mut self, words: &str) -> &mut Self {
        assert!(!self.text().contains(words), "{words:?} stands on {}", self.path);
        self
    }

    /// An error at a question, wired to its input, and the same words in the summary.
    #[track_caller]
    pub fn sees_error(&mut self, name: &str, words: &str) -> &mut Self {
        assert_eq!(self.status, StatusCode::OK, "a refused form's page answers 200");
        assert!(self.title().starts_with("Error: "), "the title is {:?}", self.title());
        let html = Html::parse_document(&self.body);
        let summary: String = html.select(&select("[role=alert]")).map(text_of).collect();
        assert!(summary.contains(words), "{words:?} is not in the summary {summary:?}");
        let input = select(&format!("[name='{name}'], fieldset:has([name='{name}'])"));
        let inputs = html.select(&input).filter_map(|input| input.value().attr("aria-describedby").map(str::to_owned));
        let described: Vec<String> =
            inputs.flat_map(|ids| ids.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        let at_field = described
            .iter()
            .any(|id| html.select(&select(&format!("[id='{id}']"))).any(|error| text_of(error).contains(words)));
        assert!(at_field, "{words:?} does not stand at {name}");
        self
    }

    /// What stands in an input.
    pub fn value_of(&self, name: &str) -> String {
        let html = Html::parse_document(&self.body);
        let selector = select(&format!("input[name='{name}'], textarea[name='{name}']"));
        let Some(input) = html.select(&selector).next() else { return String::new() };
        let is_area = input.value().name() == "textarea";
        if is_area { input.text().collect() } else { input.attr("value").unwrap_or_default().to_owned() }
    }

    /// The addresses of links whose words begin so.
    pub fn links(&self, words: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let link = select("a[href]");
        let all = html.select(&link);
        all.filter(|link| text_of(*link).starts_with(words))
            .map(|link| link.value().attr("href").unwrap().to_owned())
            .collect()
    }

    /// The words of all elements a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&select(selector)).map(text_of).collect()
    }

    /// An attribute of all elements a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&select(selector)).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// Loses a cookie, as a browser does that was closed.
    pub fn forgets(&mut self, cookie: &str) {
        self.cookies.remove(cookie);
    }

    /// The cookies, for looking at.
    pub fn cookie(&self, name: &str) -> Option<&String> {
        self.cookies.get(name)
    }
}

/// A form's body as browsers write it.
pub fn form_urlencoded(answers: &[(String, String)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(answers);
    body.finish()
}
