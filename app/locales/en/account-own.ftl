# What is one's own in an account: ordering again, lists, another address, own data, closing. Words of their questions, and
# what is written about them.
order-again = Order this again
order-again-title = Order { $number } again
order-again-body = This is what you can have of that order now. Change quantities in your basket, before you order.
order-again-not = Back to the order
order-event-reordered = Ordered again
refill-all = All of it can be put into your basket.
refill-swapped = { $swapped ->
    [one] 1 of { $lines } has a newer edition: swapped.
   *[other] { $swapped } of { $lines } have a newer edition: swapped.
}
refill-changed = { $lines ->
    [one] 1 item with another number of copies.
   *[other] { $lines } items with another number of copies.
}
refill-left = { $lines ->
    [one] 1 item cannot be had: left out.
   *[other] { $lines } items cannot be had: left out.
}
refill-newer = Newer edition
refill-replaces = In the place of { $codes }
refill-part = Into your basket: { $copies }
refill-left-out = Left out
refill-button = Put into my basket
any-refill-not-live = This is no longer available
any-refill-restricted = Only some groups can have this
any-refill-opens-later = You can order this from { $date }
any-refill-closed = Ordering closed on { $date }
any-refill-out-of-stock = This is out of stock
done-refilled = All of it lies in your basket
done-refilled-in-part = What you can have lies in your basket. Some of it cannot be had now

basket-save-list = Save this as a list
lists-title = Your lists
lists-lead = Keep what you order often under a name, and put it into your basket at once. You can have { $max } lists.
lists-none = You have no lists yet.
lists-save-title = Save your basket as a list
lists-save-body = { $lines ->
    [0] Your basket is empty: the list begins empty, too.
    [one] Your basket has 1 item.
   *[other] Your basket has { $lines } items.
}
lists-save-button = Save the list
saved-list-title = A list
list-empty = There is nothing on this list yet.
list-is-shared = Shared
list-add-title = Add something
list-add-button = Add to the list
list-rename-title = Change its name
list-delete = Delete this list
list-sharing-title = Share it
list-share-body = Whoever has the link reads this list and can put it into a basket. They cannot change it, and it does not say your name.
list-share = Make a link
list-shared-body = Whoever has this link reads the list:
list-stop-sharing = Stop sharing
list-shared-lead = Somebody shared this list with you. You can put all of it into your basket.
error-list-link-title = This link to a list has ended
error-list-link-body = Whoever shared the list took the link back, or the link was not copied whole. Ask them for a new one.
list_name = Name of the list
    .hint = For example, what you order each winter. Whoever gets its link reads the name
    .missing = Enter a name for the list
any-lists-full = You can have { $max } lists. Delete one first
any-list-full = A list can hold { $max } different items. Remove one first
any-list-renamed = The list got another name in the meantime: it stands at the top. To change it, save once more
done-list-saved = Your list was saved
done-list-deleted = Your list was deleted
done-list-shared = Your list has a link now
done-list-unshared = The link to your list opens nothing any more

account-email-title = Change your email address
account-email-lead = It is { $email } now. It stays so until you have followed two links: one that we send to the new address, and one that we send to this one.
account-email-lost = If you cannot read messages there any more, we have to change it for you.
account-email-lost-link = Write to us
account-email-confirm-body = Press the button to use { $email } for your account. It is changed once your address now has confirmed it too, and you are signed out everywhere else then.
account-email-confirm-button = Use this address
account-email-old-body = Somebody who is signed in to your account wants it to use { $email } in place of this address. Press the button if it was you. If it was not, set another password and sign out everywhere.
account-email-old-button = Allow the change
account-email-awaited-title = One more link
account-email-awaited-old = { $email } is confirmed. Follow the link in our message to { $old } too: until then your account keeps that address.
account-email-awaited-new = You have allowed the change. Follow the link in our message to { $email } too: until then your account keeps the address that it has.
done-email-asked = We have written to your address now as well. Follow the links in both messages
account_new_email = New email address
    .hint = We send a link there, and one to your address now. Open both in this browser, where you are signed in
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
any-email-is-yours = This is your email address already. Enter another one

account-data-title = Your data
account-data-lead = Everything that we hold of you and your account.
account-data-json = Download it all (JSON)
account-data-created = Account made
account-data-changed = Last changed
account-data-confirmed = Email address confirmed
account-data-signed-in = Last signed in
account-data-checkout = Order under way
account-data-asked = What you asked for
account-data-waiting = You are told when it is back in stock, until { $moment }
account-data-written = Messages
account-data-letter = We wrote to you
account-data-roles = What you may do here
account-data-second-step = Your second step
account-data-authenticator = Authenticator app, since { $moment }
account-data-passkey = Passkey { $name }, since { $moment }
account-data-recovery = Recovery codes left: { $codes }
account-data-provider = Signing in elsewhere
account-data-as-guest = Ordered without signing in
account-data-sent = Sent: { $copies }
account-data-cancelled = Cancelled: { $copies }
account-data-version = Until { $moment }:
account-data-needed = Needed by { $day }
account-data-granted = Granted: { $granted }. Used: { $used }
account-data-invitations = Invitations to work here
account-data-invited = { $moment }, until { $until }
account-data-limits = Limits of your own
account-data-limit-of-all = Everything
account-data-journal = Journal
account-data-journal-entries = Entries about you: { $entries }. They stand in the download
account-data-registration = If you are in the provider registry, your registration has data of its own.
account-registration-link = Go to your registration

close-title = Close your account
close-lead = This cannot be undone. You can order without an account, and make another one at any time.
close-gone = Your name, your address, your password, your lists and your basket are deleted at once, and you are signed out everywhere.
close-orders = Orders stay, without your name, email address, telephone number and street; so do those that you placed with your email address without signing in. Orders that are on their way keep them until they have arrived, for { $days } days at most.
close-mailbox = What you wrote to our support desk stays in its mailbox until it is answered.
close-registration = If you are in the provider registry, your registration stays. You can withdraw or delete it by itself.
close-data = See and download your data first
close-button = Close my account
close_confirmation = To close it, enter the email address of your account
    .missing = Enter the email address of your account
    .malformed = Enter an email address in the correct format, like name@example.com
any-close-other-email = This is not the email address of this account. Enter that one to close it
closed-title = Your account is closed
closed-body = We have sent a last message that says so. Thank you for using Healthpost.

mail-account-new-email-subject = Confirm your new email address
mail-account-new-email-heading = Is this your new email address?
mail-account-new-email-body = Somebody wants to use this address for their Healthpost account. Open the link in the browser where you are signed in.
mail-account-new-email-link = Use this address
mail-account-new-email-ignore = If it was not you, do nothing: the account keeps the address that it has.
mail-account-old-email-subject = Is your Healthpost account to have another email address?
mail-account-old-email-heading = Do you want another email address?
mail-account-old-email-body = Somebody who is signed in to your Healthpost account asked for it to use another email address. If it was you, open the link in the browser where you are signed in. The new address has to confirm it too.
mail-account-old-email-link = Allow the change
mail-account-old-email-ignore = If it was not you, do not follow the link: the account keeps this address. Set another password, and sign out everywhere.
mail-account-email-taken-subject = Your Healthpost account has this address
mail-account-email-taken-heading = This address has an account already
mail-account-email-taken-body = Somebody wanted to use this address for another Healthpost account. It stays with the one that has it. You can sign in to that one.
mail-account-email-taken-link = Sign in
mail-account-email-taken-ignore = If it was not you, you can ignore this message: nothing was changed.
mail-account-email-changed-subject = Your Healthpost account has another email address
mail-account-email-changed-heading = Your email address was changed
mail-account-email-changed-body = Your Healthpost account goes under another email address now, which its reader has confirmed. We do not write to this one any more.
mail-account-email-changed-elsewhere = Everywhere else you were signed in, you have been signed out.
mail-account-email-changed-not-you = If it was not you, tell us at once.
mail-account-email-changed-link = Write to us
mail-account-closed-subject = Your Healthpost account is closed
mail-account-closed-heading = Your account is closed
mail-account-closed-body = Your Healthpost account was closed. Your name, your address, your password, your lists and your basket are deleted, and you are signed out everywhere.
mail-account-closed-open = { $orders ->
    [one] 1 order is on its way. It keeps your name and address until it has arrived, for { $days } days at most.
   *[other] { $orders } orders are on their way. They keep your name and address until they have arrived, for { $days } days at most.
}
mail-account-closed-again = You can make another account at any time. This is the last message about this one.
