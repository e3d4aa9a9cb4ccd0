//! Results while one types: fetches the page's own URL and swaps what the server rendered.
//!
//! Without it the search is a plain GET form. It keeps URL, title, results, facets and the announced
//! count in step; regions to swap carry `data-live` and an id. Where it fails, it says so. What is chosen is a step in
//! the browser's history, which Back takes back; what is typed is none.

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
        AbortController, Document, DomParser, Event, EventTarget, FormData, HtmlElement, HtmlFormElement,
        HtmlInputElement, RequestInit, Response, SupportedType, UrlSearchParams,
    };

    use crate::catalogue::facet_state::{kept_state, narrow, restore};

    /// What is said where results could not be fetched; hidden as long as they can.
    const FAILED: &str = "results-failed";
    /// Where the head names the feed of the search.
    const FEED: &str = "link[rel=alternate][type='application/atom+xml']";
    /// Typing rests this long before results are fetched.
    const REST: Duration = Duration::from_millis(200);

    /// What becomes of the address once the results are there.
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Step {
        /// Typing goes on at the same place in the history.
        Typed,
        /// A choice is a place of its own.
        Chosen,
        /// The browser went to another place already: the form follows.
        Went,
    }

    /// What is under way: the pending timer and the request it may have started; and the address of what is shown.
    #[derive(Default)]
    struct Pending {
        shown: String,
        timer: Option<TimeoutHandle>,
        request: Option<AbortController>,
    }

    pub fn attend(form_id: &str) {
        let Some(form) = document().get_element_by_id(form_id).and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        else {
            return;
        };
        let pending = Rc::new(RefCell::new(Pending { shown: here().unwrap_or_default(), ..Pending::default() }));
        let act = Closure::<dyn FnMut(Event)>::new({
            let form = form.clone();
            move |event: Event| {
                let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                // The search box of a facet looks among what is there.
                if let Some(finder) = input.as_ref().filter(|input| input.has_attribute("data-facet-find")) {
                    narrow(finder);
                    return;
                }
                let step = match input {
                    Some(input) if input.type_() != "checkbox" => Step::Typed,
                    _ if event.type_() == "popstate" => Step::Went,
                    _ => Step::Chosen,
                };
                schedule(&form, &pending, step);
            }
        });
        let window = window();
        let places: [(&EventTarget, &str); 3] = [(&form, "input"), (&form, "change"), (&window, "popstate")];
        for (place, event) in places {
            let _ = place.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
        }
        act.forget();
    }

    /// The address of the page, without the place on it.
    fn here() -> Result<String, JsValue> {
        let location = window().location();
        Ok(location.pathname()? + &location.search()?)
    }

    fn schedule(form: &HtmlFormElement, pending: &Rc<RefCell<Pending>>, step: Step) {
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
                    // A failed fetch swaps nothing: the form still works by itself. One that was given up for a newer
                    // one is no failure.
                    let is_failed = refresh(&form, step, &pending, controller.as_ref()).await.is_err();
                    let is_given_up = controller.is_some_and(|controller| controller.signal().aborted());
                    if let Some(said) = document().get_element_by_id(FAILED).filter(|_| !is_given_up) {
                        let _ = said.toggle_attribute_with_force("hidden", !is_failed);
                    }
                    // The address is that of another page already, which the browser then loads itself; a reload would
                    // keep what is ticked.
                    if is_failed
                        && !is_given_up
                        && step == Step::Went
                        && let Ok(here) = here()
                    {
                        let _ = window().location().replace(&here);
                    }
                });
            },
            if step == Step::Typed { REST } else { Duration::ZERO },
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

    async fn refresh(
        form: &HtmlFormElement,
        step: Step,
        pending: &RefCell<Pending>,
        controller: Option<&AbortController>,
    ) -> Result<(), JsValue> {
        let here = here()?;
        let address = if step == Step::Went { here.clone() } else { address(form)? };
        // Whoever leaves the box is told of it again, and whoever goes to a place on the page: nothing is asked twice.
        if here == address && here == pending.borrow().shown {
            return Ok(());
        }
        let options = RequestInit::new();
        options.set_signal(controller.map(AbortController::signal).as_ref());
        let response: Response =
            JsFuture::from(window().fetch_with_str_and_init(&address, &options)).await?.dyn_into()?;
        if !response.ok() {
            return Err(JsValue::NULL);
        }
        let html = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
        let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
        // First, as the title that is set next is that of the new place.
        let history = window().history()?;
        match step {
            Step::Typed => history.replace_state_with_url(&JsValue::NULL, "", Some(&address))?,
            Step::Chosen => history.push_state_with_url(&JsValue::NULL, "", Some(&address))?,
            Step::Went => follow(&page),
        }
        swap(&page)?;
        pending.borrow_mut().shown = address;
        Ok(())
    }

    /// Puts the words of a page into the box, which is not swapped.
    fn follow(page: &Document) {
        let words = page.get_element_by_id("q").and_then(|input| input.get_attribute("value"));
        let input = document().get_element_by_id("q").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            input.set_value(&words.unwrap_or_default());
        }
    }

    /// Puts what the server rendered into its places.
    fn swap(page: &Document) -> Result<(), JsValue> {
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
        Ok(())
    }
}
