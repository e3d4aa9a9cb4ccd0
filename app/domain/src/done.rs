//! What somebody has just done, as the page that follows says it once.

choice! {
    /// A change that was made. Its words are `done-` and its code.
    Done {
        /// Copies lie in the basket.
        Added = "added",
        /// The basket holds another quantity.
        Updated = "updated",
        /// A line was taken out of the basket.
        TakenOut = "taken-out",
        /// An order is of other copies.
        OrderChanged = "order-changed",
        /// An order goes somewhere else.
        OrderRedirected = "order-redirected",
        /// Answers of a registration were changed.
        RegistrationUpdated = "registration-updated",
        /// A registration counts again.
        RegistrationBack = "registration-back",
        /// A registration was confirmed.
        StillRight = "still-right",
        /// A deployment was reported.
        DeploymentReported = "deployment-reported",
        /// What somebody agreed to was changed.
        ConsentsChanged = "consents-changed",
        /// A registration goes under another address.
        EmailChanged = "email-changed",
        /// Another address was asked for: links were mailed to both.
        EmailAsked = "email-asked",
        /// A code was mailed, or whatever goes to an address that nothing is known of.
        CodeSent = "code-sent",
        /// A password was set.
        PasswordSet = "password-set",
        /// There is no password any more.
        PasswordRemoved = "password-removed",
        /// Somebody changed what their account says of them.
        AccountChanged = "account-changed",
        /// An address was added to the book of an account, or changed.
        AddressSaved = "address-saved",
        /// An address was taken out of it.
        AddressRemoved = "address-removed",
        /// Another address of it is the default.
        AddressDefault = "address-default",
        /// An address for an order is in the book already.
        AddressKnown = "address-known",
        /// An address for an order was not added to the book, which is full.
        AddressesFull = "addresses-full",
        /// Somebody is signed out somewhere else.
        DeviceEnded = "device-ended",
        /// Somebody waits for something no longer.
        AlertEnded = "alert-ended",
        /// What signing in added to a basket was taken out of it.
        MergeUndone = "merge-undone",
        /// All of an order or a list was put into the basket.
        Refilled = "refilled",
        /// A part of it was.
        RefilledInPart = "refilled-in-part",
        /// A list was saved or changed.
        ListSaved = "list-saved",
        /// A list was deleted.
        ListDeleted = "list-deleted",
        /// A list has a link.
        ListShared = "list-shared",
        /// It has none any more.
        ListUnshared = "list-unshared",
        /// An authenticator gives codes from now on.
        AuthenticatorSet = "authenticator-set",
        /// It does not any more.
        AuthenticatorRemoved = "authenticator-removed",
        /// There are other recovery codes.
        RecoveryRenewed = "recovery-renewed",
        /// A passkey was added.
        PasskeyAdded = "passkey-added",
        /// A passkey was taken away.
        PasskeyRemoved = "passkey-removed",
        /// A provider signs in to an account from now on.
        ProviderConnected = "provider-connected",
        /// Somebody was invited to be staff.
        StaffInvited = "staff-invited",
        /// An invitation was taken back.
        InvitationCancelled = "invitation-cancelled",
        /// Somebody who waited was let in.
        StaffApproved = "staff-approved",
        /// Somebody has other roles.
        RolesChanged = "roles-changed",
        /// Somebody was suspended.
        StaffSuspended = "staff-suspended",
        /// Somebody was let in again.
        StaffReactivated = "staff-reactivated",
        /// Somebody sets anew how they sign in.
        FactorsReset = "factors-reset",
    }
}
