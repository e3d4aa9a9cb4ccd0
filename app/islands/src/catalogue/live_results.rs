//! Results while one types: fetches the page's own URL and swaps what the server rendered.
//!
//! Without it the search is a plain GET form. It keeps URL, title, results, facets and the announced
//! count in step; regions to swap carry `data-live` and an id.

use leptos::prelude::*;

/// Attends to the search form around it.
#[island]
pub fn LiveResults(
    /// Id of the form.
    form: String,
) -> impl IntoView {
    Effect::new(move |_| browser::attend(&form));
}

mod browser {
    use std::{cell::RefCell, rc::Rc, time::Duration};

    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{
        AbortController, DomParser, Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
        RequestInit, Response, SupportedType, UrlSearchParams,
    };

    /// Where the head names the feed of the search.
    const FEED: &str = "link[rel=alternate][type='application/atom+xml']";
    /// Typing rests this long before results are fetched.
    const REST: Duration = Duration::from_millis(200);

    /// What is under way: the pending timer and the request it may have started.
    #[derive(Default)]
    struct Pending {
        timer: Option<TimeoutHandle>,
        request: Option<AbortController>,
    }

    pub fn attend(form_id: &str) {
        let Some(form) = document().get_element_by_id(form_id).and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        else {
            return;
        };
        let pending = Rc::new(RefCell::new(Pending::default()));
        listen(&form, "input", {
            let (form, pending) = (form.clone(), pending.clone());
            move |event| {
                if narrow_facet(&event) {
                    return;
                }
                let is_typing = event
                    .target()
                    .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
                    .is_some_and(|input| input.type_() != "checkbox");
                schedule(&form, &pending, if is_typing { REST } else { Duration::ZERO });
            }
        });
        listen(&form, "change", {
            let (form, pending) = (form.clone(), pending.clone());
            move |event| {
                if finder(&event).is_none() {
                    schedule(&form, &pending, Duration::ZERO);
                }
            }
        });
    }

    /// The search box of a facet that an event comes from.
    fn finder(event: &Event) -> Option<HtmlInputElement> {
        let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        input.has_attribute("data-facet-find").then_some(input)
    }

    /// A text in lower case, by the browser's own tables.
    fn lower(text: &str) -> String {
        js_sys::JsString::from(text).to_lower_case().into()
    }

    /// Shows the values of a facet whose words hold what is typed in its search box. Says whether the event
    /// came from one.
    fn narrow_facet(event: &Event) -> bool {
        finder(event).map(|input| narrow(&input)).is_some()
    }

    fn narrow(input: &HtmlInputElement) {
        let wanted = lower(input.value().trim());
        let Ok(Some(facet)) = input.closest("[data-facet]") else { return };
        if let Ok(Some(more)) = facet.query_selector("details") {
            let _ = more.toggle_attribute_with_force("open", !wanted.is_empty());
        }
        let Ok(boxes) = facet.query_selector_all(".checkbox") else { return };
        for at in 0..boxes.length() {
            let Some(line) = boxes.item(at).and_then(|line| line.dyn_into::<HtmlElement>().ok()) else { continue };
            let fits = lower(&line.text_content().unwrap_or_default()).contains(&wanted);
            line.set_hidden(!fits);
        }
    }

    fn listen(form: &HtmlFormElement, event: &str, act: impl FnMut(Event) + 'static) {
        let act = Closure::<dyn FnMut(Event)>::new(act);
        let _ = form.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
        act.forget();
    }

    fn schedule(form: &HtmlFormElement, pending: &Rc<RefCell<Pending>>, wait: Duration) {
        let mut now = pending.borrow_mut();
        if let Some(timer) = now.timer.take() {
            timer.clear();
        }
        if let Some(request) = now.request.take() {
            request.abort();
        }
        let (form, pending) = (form.clone(), pending.clone());
        now.timer = set_timeout_with_handle(
            move || {
                let controller = AbortController::new().ok();
                pending.borrow_mut().request.clone_from(&controller);
                spawn_local(async move {
                    // A failed fetch changes nothing: the form still works by itself.
                    let _ = refresh(&form, controller.as_ref()).await;
                });
            },
            wait,
        )
        .ok();
    }

    /// The address of what the form asks for, without what is empty.
    fn address(form: &HtmlFormElement) -> Result<String, JsValue> {
        let data = FormData::new_with_form(form)?;
        let query = UrlSearchParams::new_with_str_sequence_sequence(
            &JsValue::from(data.entries()).unchecked_into::<js_sys::Array>(),
        )
        .or_else(|_| UrlSearchParams::new())?;
        let action = form.get_attribute("action").unwrap_or_default();
        let empty: Vec<String> = js_sys::try_iter(&query)?
            .into_iter()
            .flatten()
            .flatten()
            .map(|pair| js_sys::Array::from(&pair))
            .filter(|pair| pair.get(1).as_string().is_some_and(|value| value.trim().is_empty()))
            .filter_map(|pair| pair.get(0).as_string())
            .collect();
        for name in empty {
            query.delete(&name);
        }
        let query: String = query.to_string().into();
        Ok(if query.is_empty() { action } else { format!("{action}?{query}") })
    }

    /// What the reader opened or closed, and what they look for among values, by id.
    fn kept_state(region: &HtmlElement) -> Vec<(String, Kept)> {
        let mut kept = Vec::new();
        let Ok(found) = region.query_selector_all("details[id], [data-facet-find]") else { return kept };
        for at in 0..found.length() {
            let Some(element) = found.item(at).and_then(|element| element.dyn_into::<Element>().ok()) else { continue };
            let state = match element.dyn_ref::<HtmlInputElement>() {
                Some(input) => Kept::Typed(input.value()),
                None => Kept::Open(element.has_attribute("open")),
            };
            kept.push((element.id(), state));
        }
        kept
    }

    enum Kept {
        Open(bool),
        Typed(String),
    }

    fn restore(kept: &[(String, Kept)]) {
        for (id, state) in kept {
            let Some(element) = document().get_element_by_id(id) else { continue };
            match (state, element.dyn_ref::<HtmlInputElement>()) {
                (Kept::Open(is_open), _) => drop(element.toggle_attribute_with_force("open", *is_open)),
                (Kept::Typed(text), Some(input)) if !text.is_empty() => {
                    input.set_value(text);
                    narrow(input);
                }
                _ => {}
            }
        }
    }

    async fn refresh(form: &HtmlFormElement, controller: Option<&AbortController>) -> Result<(), JsValue> {
        let address = address(form)?;
        // Whoever leaves the box is told of it again: nothing is asked twice.
        if window().location().pathname()? + &window().location().search()? == address {
            return Ok(());
        }
        let options = RequestInit::new();
        options.set_signal(controller.map(AbortController::signal).as_ref());
        let response: Response =
            JsFuture::from(window().fetch_with_str_and_init(&address, &options)).await?.dyn_into()?;
        if !response.ok() {
            return Ok(());
        }
        let html = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
        let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
        let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
        let regions = document().query_selector_all("[data-live]")?;
        for at in 0..regions.length() {
            let Some(region) = regions.item(at).and_then(|region| region.dyn_into::<HtmlElement>().ok()) else {
                continue;
            };
            if let Some(fresh) = page.get_element_by_id(&region.id()) {
                let kept = kept_state(&region);
                region.set_inner_html(&fresh.inner_html());
                restore(&kept);
            }
        }
        if let Some(element) = focused.and_then(|id| document().get_element_by_id(&id)) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
        // The feed of the search is named in the head, too.
        if let (Some(feed), Some(fresh)) = (document().query_selector(FEED)?, page.query_selector(FEED)?) {
            feed.replace_with_with_node_1(&fresh)?;
        }
        document().set_title(&page.title());
        window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    }
}
