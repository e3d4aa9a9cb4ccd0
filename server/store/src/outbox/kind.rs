//! What messages say.

/// What a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An order was placed.
    OrderPlaced,
    /// Its orderer changed an order.
    OrderAmended,
    /// An order was called off.
    OrderCancelled,
    /// The code that proves an e-mail address.
    EmailCode,
    /// A request for more than the limit was taken; to whoever asks.
    LimitAsked,
    /// The same, to whoever decides.
    LimitReferred,
    /// A request for more was decided.
    LimitDecided,
    /// Whether the address is whose it says, before it is told of stock.
    WaitingConfirm,
    /// Something is back in stock.
    BackInStock,
    /// Few copies are left; to the owner of the stock.
    LowStock,
    /// Somebody wrote to the support desk.
    Support,
    /// The same, to whoever wrote.
    SupportReceived,
    /// A registration under way was saved.
    DraftSaved,
    /// Another one was saved for the same address before.
    DraftExists,
    /// A saved one is deleted soon.
    DraftReminder,
    /// No registration is saved for the address.
    NoDraft,
    /// A registration was sent; asks to confirm the address.
    RegistrationConfirmation,
    /// Asks once more to confirm it.
    AddressReminder,
    /// A registration was sent for an address that has one.
    RegistrationExists,
    /// Somebody registered under another address who looks like the same person.
    PossibleDuplicate,
    /// Nobody is registered under the address.
    NoRegistration,
    /// Answers of a registration were changed.
    RegistrationUpdated,
    /// Somebody left the registry.
    Withdrawn,
    /// Somebody came back.
    Rejoined,
    /// A registration goes under another address; to the one before.
    EmailChanged,
    /// Whether a registration is still right.
    YearlyConfirmation,
    /// The same, once more.
    YearlyReminder,
    /// Nobody said so: the registration does not count.
    RegistrationLapsed,
    /// Somebody was erased.
    RegistrationErased,
    /// Somebody signs up: a link that confirms their address.
    AccountConfirm,
    /// Somebody signs up who has an account: a link that signs in.
    AccountExists,
    /// A link that signs in to an account.
    AccountSignIn,
    /// A link by which another password is set.
    AccountReset,
    /// There is no account for the address.
    AccountNone,
    /// The password of an account was set or removed.
    PasswordChanged,
    /// Whether an account may have this address: a link that says so.
    AccountNewEmail,
    /// Whether an account may have another address than this one: a link that says so.
    AccountOldEmail,
    /// Somebody wanted this address for their account, and it has one.
    AccountEmailTaken,
    /// An account has another address; to the one before.
    AccountEmailChanged,
    /// An account was closed.
    AccountClosed,
    /// How somebody signs in to an account was changed.
    SignInChanged,
    /// Somebody is asked to be staff: a link by which they accept.
    StaffInvitation,
    /// Staff set anew how they sign in: a link by which they do.
    StaffSignInReset,
    /// Somebody who waited is staff now.
    StaffApproved,
    /// Staff may do something else from now on.
    StaffRolesChanged,
    /// Somebody is suspended.
    StaffSuspended,
    /// They are not any more.
    StaffReactivated,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 47] = [
        Self::OrderPlaced,
        Self::OrderAmended,
        Self::OrderCancelled,
        Self::EmailCode,
        Self::LimitAsked,
        Self::LimitReferred,
        Self::LimitDecided,
        Self::WaitingConfirm,
        Self::BackInStock,
        Self::LowStock,
        Self::Support,
        Self::SupportReceived,
        Self::DraftSaved,
        Self::DraftExists,
        Self::DraftReminder,
        Self::NoDraft,
        Self::RegistrationConfirmation,
        Self::AddressReminder,
        Self::RegistrationExists,
        Self::PossibleDuplicate,
        Self::NoRegistration,
        Self::RegistrationUpdated,
        Self::Withdrawn,
        Self::Rejoined,
        Self::EmailChanged,
        Self::YearlyConfirmation,
        Self::YearlyReminder,
        Self::RegistrationLapsed,
        Self::RegistrationErased,
        Self::AccountConfirm,
        Self::AccountExists,
        Self::AccountSignIn,
        Self::AccountReset,
        Self::AccountNone,
        Self::PasswordChanged,
        Self::AccountNewEmail,
        Self::AccountOldEmail,
        Self::AccountEmailTaken,
        Self::AccountEmailChanged,
        Self::AccountClosed,
        Self::SignInChanged,
        Self::StaffInvitation,
        Self::StaffSignInReset,
        Self::StaffApproved,
        Self::StaffRolesChanged,
        Self::StaffSuspended,
        Self::StaffReactivated,
    ];

    /// Its name in rows.
    #[expect(clippy::too_many_lines, reason = "one line for each kind")]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderPlaced => "order_placed",
            Self::OrderAmended => "order_amended",
            Self::OrderCancelled => "order_cancelled",
            Self::EmailCode => "email_code",
            Self::LimitAsked => "limit_asked",
            Self::LimitReferred => "limit_referred",
            Self::LimitDecided => "limit_decided",
            Self::WaitingConfirm => "waiting_confirm",
            Self::BackInStock => "back_in_stock",
            Self::LowStock => "low_stock",
            Self::Support => "support",
            Self::SupportReceived => "support_received",
            Self::DraftSaved => "draft_saved",
            Self::DraftExists => "draft_exists",
            Self::DraftReminder => "draft_reminder",
            Self::NoDraft => "no_draft",
            Self::RegistrationConfirmation => "registration_confirmation",
            Self::AddressReminder => "address_reminder",
            Self::RegistrationExists => "registration_exists",
            Self::PossibleDuplicate => "possible_duplicate",
            Self::NoRegistration => "no_registration",
            Self::RegistrationUpdated => "registration_updated",
            Self::Withdrawn => "withdrawn",
            Self::Rejoined => "rejoined",
            Self::EmailChanged => "email_changed",
            Self::YearlyConfirmation => "yearly_confirmation",
            Self::YearlyReminder => "yearly_reminder",
            Self::RegistrationLapsed => "lapsed",
            Self::RegistrationErased => "erased",
            Self::AccountConfirm => "account_confirm",
            Self::AccountExists => "account_exists",
            Self::AccountSignIn => "account_sign_in",
            Self::AccountReset => "account_reset",
            Self::AccountNone => "account_none",
            Self::PasswordChanged => "password_changed",
            Self::AccountNewEmail => "account_new_email",
            Self::AccountOldEmail => "account_old_email",
            Self::AccountEmailTaken => "account_email_taken",
            Self::AccountEmailChanged => "account_email_changed",
            Self::AccountClosed => "account_closed",
            Self::SignInChanged => "sign_in_changed",
            Self::StaffInvitation => "staff_invitation",
            Self::StaffSignInReset => "staff_sign_in_reset",
            Self::StaffApproved => "staff_approved",
            Self::StaffRolesChanged => "staff_roles_changed",
            Self::StaffSuspended => "staff_suspended",
            Self::StaffReactivated => "staff_reactivated",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
