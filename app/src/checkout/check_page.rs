//! `/checkout/check`: check your answers, then place the order.

use domain::{
    address::Address,
    basket::{LINE_QUANTITY, LineProblem},
    catalogue::{availability::Availability, taxonomy::title_language},
    checkout::{Contact, IdempotencyKey, KEY, Stage},
    paths,
};
use islands::checkout::{begin::PostBeginPartialCheckout, place_order::PostPlaceOrder};
use jiff::Timestamp;
use leptos::{prelude::*, server_fn::ServerFn};
use store::lines::{Line, Of};
use ui::{ButtonForm, Notification, SummaryList, SummaryRow};

use super::at_checkout::at_checkout;
use crate::{
    allowance::{allowance_words, packs_words, refused_words},
    bidi::{LeftToRight, Printed},
    catalogue::card::AvailabilityTag,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, moment_of, t, t_with},
};

/// The page.
#[component]
pub fn CheckPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_checkout(&asking).await?;
        let Stage::Check(address, contact) = at.stage else { return Err(NotShown::Elsewhere(at.stage.page())) };
        let orderer = at.viewer.ordering(contact.email.normalised(), address.key());
        let (now, today) = (asking.backend.clock.now(), asking.backend.clock.today());
        let all = store::lines::find(&asking.backend.db, Of::Basket(at.basket), &orderer, now, today).await?;
        let is_partial = at.checkout.accept_partial;
        let staying: Vec<Line> =
            all.iter().filter(|line| is_partial && !LineProblem::of(&line.facts).is_empty()).cloned().collect();
        let lines = backend::baskets::orderable(all, is_partial).ok_or_else(|| NotShown::Elsewhere(paths::basket()))?;
        let next = Next {
            is_as_shown: backend::checkout::is_as_shown(&at.checkout, &lines),
            lines: lines.len(),
            // Copies of all lines are kept by one post, and until one moment.
            kept_until: lines.iter().filter_map(|line| line.kept_until).min(),
            key: at.checkout.key,
        };
        Ok(view! {
            <Page title=t("check-title") viewer=at.viewer back=paths::contact().to_string() navigation=Navigation::Journey>
                <DoneBanner />
                <h1 class="mb-6 text-h1 font-bold">{t("check-title")}</h1>
                <div class="task-wide">
                    {(!next.is_as_shown).then(|| view! { <Notification title=t("important")>{t("check-changed")}</Notification> })}
                    <div class="flex items-baseline justify-between gap-4">
                        <h2 class="text-h3 font-bold">{t("check-items")}</h2>
                        <a class="link" href=paths::basket().to_string()>{t("change")} <span class="sr-only">" " {t("check-items")}</span></a>
                    </div>
                    <ul class="mb-8 border-t border-line">{lines.iter().map(item).collect_view()}</ul>
                    <Staying lines=staying />
                    <Given address contact />
                    {next.drawn()}
                </div>
            </Page>
        }
        .into_any())
    })
}

/// What the page leads to.
struct Next {
    /// Whether the lines are those that the way here led to; else they have to be agreed to once more.
    is_as_shown: bool,
    lines: usize,
    kept_until: Option<Timestamp>,
    key: IdempotencyKey,
}

impl Next {
    fn drawn(self) -> AnyView {
        if !self.is_as_shown {
            let words = t_with("basket-partial", [("lines", self.lines.into())]);
            return view! { <ButtonForm action=PostBeginPartialCheckout::PATH>{words}</ButtonForm> }.into_any();
        }
        let kept = self.kept_until.map(|until| t_with("check-held", [("moment", moment_of(until).into())]));
        let answers = vec![(KEY.name(), self.key.to_string())];
        view! {
            {kept.map(|words| view! { <p class="mb-6">{words}</p> })}
            <ButtonForm action=PostPlaceOrder::PATH answers>{t("place-order")}</ButtonForm>
        }
        .into_any()
    }
}

/// Where the order goes and whom to tell, each with the way to change it.
#[component]
fn Given(address: Address, contact: Contact) -> impl IntoView {
    let telephone = match contact.telephone {
        Some(number) => view! { <LeftToRight text=number.to_string() /> }.into_any(),
        None => t("not-provided").into_any(),
    };
    let (delivery, whom) = (paths::delivery().to_string(), paths::contact().to_string());
    view! {
        <h2 class="mb-2 text-h3 font-bold">{t("check-delivery")}</h2>
        <SummaryList>
            <SummaryRow key=t("check-delivery") change=delivery change_text=t("change")><Printed address /></SummaryRow>
        </SummaryList>
        <h2 class="mb-2 text-h3 font-bold">{t("check-contact")}</h2>
        <SummaryList>
            <SummaryRow key=t("check-name") change=whom.clone() change_text=t("change")><bdi>{contact.full_name.to_string()}</bdi></SummaryRow>
            <SummaryRow key=t("check-email") change=whom.clone() change_text=t("change")><LeftToRight text=contact.email.to_string() /></SummaryRow>
            <SummaryRow key=t("check-phone") change=whom change_text=t("change")>{telephone}</SummaryRow>
        </SummaryList>
    }
}

/// What stays in the basket, and why; nothing where nothing does.
#[component]
pub fn Staying(
    /// The lines.
    lines: Vec<Line>,
) -> impl IntoView {
    let is_empty = lines.is_empty();
    let rows = lines
        .into_iter()
        .map(|line| {
            let figures = refused_words(&line.facts);
            let problems = LineProblem::of(&line.facts);
            let reasons: Vec<String> =
                problems.iter().map(|problem| words::say_one(LINE_QUANTITY.name(), problem.problem())).collect();
            let reason = reasons.join(". ");
            view! {
                <li class="border-b border-line py-3">
                    <p class="font-bold" lang=title_language(line.title_is_translated, &line.language).to_string() dir="auto">{line.title}</p>
                    <p class="text-muted"><LeftToRight text=line.code.to_string() /> " · " {reason}</p>
                    <p class="text-small text-muted">{figures}</p>
                </li>
            }
        })
        .collect_view();
    (!is_empty).then(|| {
        view! {
            <h2 class="text-h3 font-bold">{t("check-staying")}</h2>
            <ul class="mb-8 border-t border-line">{rows}</ul>
        }
    })
}

fn item(line: &Line) -> impl IntoView + use<> {
    let facts = &line.facts;
    // Nobody comes here without a confirmed e-mail address.
    let limit = allowance_words(&facts.allowance, true);
    let packs = packs_words(facts.quantity, facts.unit_of_issue);
    let waiting = i64::from(facts.quantity) - facts.available.clamp(0, facts.quantity.into());
    let follows = (waiting > 0).then(|| t_with("check-back-order", [("copies", waiting.into())]));
    let availability = facts.availability;
    let pre_order = (availability == Availability::PreOrder).then(|| view! { <AvailabilityTag availability /> });
    view! {
        <li class="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold" lang=title_language(line.title_is_translated, &line.language).to_string() dir="auto">{line.title.clone()}</p>
                <p class="text-muted"><LeftToRight text=line.code.to_string() /></p>
                {pre_order}
                <p class="measure text-small text-muted">{limit}</p>
            </div>
            <div class="text-end">
                <p class="font-bold">{t_with("copies", [("copies", facts.quantity.into())])}</p>
                {packs.map(|words| view! { <p class="text-muted">{words}</p> })}
                {follows.map(|words| view! { <p class="text-muted">{words}</p> })}
            </div>
        </li>
    }
}
