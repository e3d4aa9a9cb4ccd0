//! The pages that ask for a passkey, or for a new one. A button has begun it; where it has ended, or is answered, it
//! begins anew with another.

use domain::{
    form::{Answers, Declared, Facts, FieldErrors, Form},
    paths::{self, Path},
    staff::{
        AddPasskey, CEREMONY_MINUTES, ConfirmByPasskey, Next, PASSKEY_ANSWER, PASSKEY_NAME, PasskeyCode,
        PasskeyPurpose, STAFF_NEXT,
    },
};
use islands::staff::passkeys::{
    PostAddPasskey, PostBeginAddPasskey, PostBeginConfirmByPasskey, PostBeginPasskeyCode, PostConfirmByPasskey,
    PostPasskeyCode,
};
use leptos::{nonce::use_nonce, prelude::*, server_fn::ServerFn};
use ui::{Button, ButtonForm, Filled, HiddenInput, PostForm, TextInput, form::FormState};

use super::{
    at_work::next_of,
    passkeys::{AtPasskey, at_passkey},
};
use crate::{
    Assets,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, t, t_with},
};

/// What differs between the pages.
#[derive(Clone, Copy)]
struct Kind {
    purpose: PasskeyPurpose,
    /// The words of the heading, of what stands below it, and of the button.
    title: &'static str,
    lead: &'static str,
    button: &'static str,
    /// Before the ids of words that differ where a passkey is made.
    words: &'static str,
    /// Where the button that begins is posted, and the answer, with its rule and its questions.
    begins: &'static str,
    answers: &'static str,
    check: fn(&Answers, &Facts) -> FieldErrors,
    fields: &'static [Declared],
}

const CODE: Kind = Kind {
    purpose: PasskeyPurpose::SignIn,
    title: "staff-passkey-title",
    lead: "staff-passkey-lead",
    button: "staff-passkey-use",
    words: "staff-passkey",
    begins: PostBeginPasskeyCode::PATH,
    answers: PostPasskeyCode::PATH,
    check: PasskeyCode::check,
    fields: PasskeyCode::FIELDS,
};
const CONFIRM: Kind = Kind {
    purpose: PasskeyPurpose::Confirm,
    title: "staff-passkey-confirm-title",
    begins: PostBeginConfirmByPasskey::PATH,
    answers: PostConfirmByPasskey::PATH,
    check: ConfirmByPasskey::check,
    fields: ConfirmByPasskey::FIELDS,
    ..CODE
};
const ADD: Kind = Kind {
    purpose: PasskeyPurpose::Register,
    title: "staff-passkey-add-title",
    lead: "staff-passkey-add-lead",
    button: "staff-passkey-add-button",
    words: "staff-passkey-add",
    begins: PostBeginAddPasskey::PATH,
    answers: PostAddPasskey::PATH,
    check: AddPasskey::check,
    fields: AddPasskey::FIELDS,
};

/// `/staff/code/passkey`: signs in.
#[component]
pub fn PasskeyCodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let next = next_of(&asking);
        let at = at_passkey(&asking, CODE.purpose, next.as_ref()).await?;
        let filled = words::filled::<PasskeyCode>(&at.viewer, Answers::default());
        let elsewhere = paths::staff_code_then(next.as_ref());
        Ok(page(CODE, at, filled, (next, elsewhere)))
    })
}

/// `/staff/confirm/passkey`: proves anew who is signed in.
#[component]
pub fn ConfirmByPasskeyPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let next = next_of(&asking);
        let at = at_passkey(&asking, CONFIRM.purpose, next.as_ref()).await?;
        let filled = words::filled::<ConfirmByPasskey>(&at.viewer, Answers::default());
        let elsewhere = paths::staff_confirm_then(next.as_ref());
        Ok(page(CONFIRM, at, filled, (next, elsewhere)))
    })
}

/// `/staff/security/passkey`: makes one known.
#[component]
pub fn AddPasskeyPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_passkey(&asking, ADD.purpose, None).await?;
        let filled = words::filled::<AddPasskey>(&at.viewer, Answers::default());
        Ok(page(ADD, at, filled, (None, paths::staff_security())))
    })
}

/// A page: it asks, or begins anew. Its address says where somebody was going; `elsewhere` is the way without one.
fn page(kind: Kind, at: AtPasskey, mut filled: Filled, (next, elsewhere): (Option<Next>, Path)) -> AnyView {
    let AtPasskey { viewer, options } = at;
    filled.answers.replace(STAFF_NEXT.name(), next.iter().map(ToString::to_string).collect());
    if options.is_none() {
        // Nothing can be typed here.
        filled.errors.retain(|error| error.field == PASSKEY_ANSWER.name());
    }
    let errors = filled.errors.clone();
    let error = errors.iter().find(|error| error.field == PASSKEY_ANSWER.name()).map(|error| error.text.clone());
    let error = error.map(|text| view! { <p class="mb-4 font-bold text-error">{text}</p> });
    let (lead, inside) = if let Some(options) = options {
        (t(kind.lead), asks(kind, filled, options, &elsewhere))
    } else {
        let lead = t_with("staff-passkey-begin-lead", [("minutes", CEREMONY_MINUTES.into())]);
        (lead, begins(kind, next.as_ref(), error.is_some(), &elsewhere))
    };
    let h1 = t(kind.title);
    view! {
        <Page title=h1.clone() viewer errors back=elsewhere.to_string() navigation=Navigation::Staff>
            <h1 class="text-h1 font-bold">{h1}</h1>
            <p class="measure mt-3 mb-6">{lead}</p>
            <div class="task" id=PASSKEY_ANSWER.name() tabindex="-1">
                {error} {inside}
            </div>
        </Page>
    }
    .into_any()
}

/// The button that begins.
fn begins(kind: Kind, next: Option<&Next>, is_again: bool, elsewhere: &Path) -> AnyView {
    let answers: Vec<_> = next.map(|next| (STAFF_NEXT.name(), next.to_string())).into_iter().collect();
    let button = if is_again { "staff-passkey-again" } else { kind.button_to_begin() };
    view! {
        <ButtonForm action=kind.begins answers>{t(button)}</ButtonForm>
        {other_way(kind, elsewhere)}
    }
    .into_any()
}

impl Kind {
    /// What the button says that only begins.
    fn button_to_begin(self) -> &'static str {
        if self.purpose == PasskeyPurpose::Register { "staff-passkeys-add" } else { self.button }
    }
}

/// The way without a passkey.
fn other_way(kind: Kind, elsewhere: &Path) -> AnyView {
    let is_code = kind.purpose != PasskeyPurpose::Register;
    let href = elsewhere.to_string();
    is_code.then(|| view! { <p class="mt-6"><a class="link" href=href>{t("staff-passkey-code")}</a></p> }).into_any()
}

/// The form that a script fills in and sends. Without scripts the page says that there is another way.
fn asks(kind: Kind, filled: Filled, options: String, elsewhere: &Path) -> AnyView {
    let without = t(&format!("{}-without", kind.words));
    let (check, fields) = (kind.check, kind.fields);
    let is_named = fields.iter().any(|field| field.name == PASSKEY_NAME.name());
    let questions = move || {
        let is_going = !expect_context::<FormState>().typed(STAFF_NEXT.name()).is_empty();
        view! {
            <HiddenInput field=PASSKEY_ANSWER.declared() />
            {is_going.then(|| view! { <HiddenInput field=STAFF_NEXT.declared() /> })}
            {is_named.then(|| view! { <TextInput field=PASSKEY_NAME.declared() /> })}
        }
    };
    view! {
        <p id="passkey-status" class="measure mb-3" role="status"></p>
        <p id="passkey-without" class="measure">{without}</p>
        <div id="passkey-with" hidden="">
            <PostForm action=kind.answers check fields filled>
                {questions()}
                <Button>{t(kind.button)}</Button>
            </PostForm>
        </div>
        {other_way(kind, elsewhere)}
        <PasskeyScript kind options />
    }
    .into_any()
}

/// The script that asks the browser, with what it asks and what it says meanwhile.
#[component]
fn PasskeyScript(kind: Kind, options: String) -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let src = expect_context::<Assets>().passkey;
    let own = |what: &str| t(&format!("{}-{what}", kind.words));
    view! {
        <script
            nonce=nonce
            defer=""
            src=src
            data-options=options
            data-field=PASSKEY_ANSWER.name()
            data-naming=PASSKEY_NAME.name()
            data-longest=PASSKEY_NAME.declared().max_chars.to_string()
            data-working=t("staff-passkey-working")
            data-cancelled=own("cancelled")
            data-known=t("staff-passkey-known")
            data-failed=t("staff-passkey-failed")
            data-unsupported=own("unsupported")
        ></script>
    }
}
