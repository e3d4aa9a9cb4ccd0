//! Identifiers of rows. People never see them; what they read aloud is a code or an order number.

id! {
    /// A publication: the work in all its languages and formats.
    PublicationId,
    /// An edition: one language, format and version of a publication.
    EditionId,
    /// A file of an edition.
    FileId,
    /// A programme that publications belong to.
    ProgrammeId,
    /// A basket.
    BasketId,
    /// An order.
    OrderId,
    /// A line of an order.
    OrderLineId,
    /// An anonymous or signed-in session.
    SessionId,
    /// A rule of how much may be ordered.
    LimitRuleId,
    /// A request for more than the limit.
    LimitRequestId,
    /// Somebody who waits to be told.
    SubscriptionId,
    /// A message to the support desk.
    SupportMessageId,
    /// What somebody thinks of the service.
    FeedbackId,
    /// A message waiting to be sent.
    MessageId,
    /// A registration under way.
    DraftId,
    /// Somebody who registered.
    RegistrantId,
    /// What they said of themselves.
    RegistrationId,
    /// An account of somebody who orders.
    AccountId,
    /// A link of a message that opens an account.
    AccountLinkId,
    /// An address that the owner of an account keeps.
    AccountAddressId,
    /// An address that a look-up found, until it is chosen.
    FoundAddressId,
    /// A list that somebody saved.
    SavedListId,
    /// An invitation to be staff.
    InvitationId,
    /// A passkey of somebody who is staff.
    PasskeyId,
}
