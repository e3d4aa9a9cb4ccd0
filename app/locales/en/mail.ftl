# Messages. `…-subject` and `…-heading` stand on each.
mail-order-link = See how far your order is, change it or cancel it

mail-code-subject = { $code } is your Healthpost code
mail-code-heading = Your code
mail-code-enter = Enter it on the page where you asked for it. It works for 30 minutes.
mail-code-ignore = If you did not ask for a code, you can ignore this message: nothing happens without it.

mail-order-placed-subject = Your order { $number }
mail-order-placed-heading = We have your order
mail-order-placed-hello = Hello { $name }, thank you for your order.
mail-order-placed-number = Order number
mail-order-placed-date = Placed on { $date }
mail-order-placed-keep = Keep the order number: you need it, with this email address, to find your order again.
mail-order-items = What you ordered
mail-order-copies = Copies in all: { $copies }
mail-order-address = Where we send it

mail-order-amended-subject = Your order { $number } was changed
mail-order-amended-heading = Your order was changed
mail-order-amended-hello = Hello { $name }, this is your order as it is now.

mail-order-cancelled-subject = Your order { $number } was cancelled
mail-order-cancelled-heading = Your order was cancelled
mail-order-cancelled-hello = Hello { $name },
mail-order-cancelled-body = nothing of this order will be sent. What you ordered no longer counts towards your limit.
mail-order-cancelled-link = See your order

mail-limit-asked-subject = You asked for more copies of { $title }
mail-limit-asked-heading = We have your request
mail-limit-asked-hello = Hello,
mail-limit-asked-body = you asked for { $copies } copies of { $title } ({ $code }).
mail-limit-asked-next = We read every request and answer by email, usually within 5 working days.

mail-limit-referred-subject = Request for { $copies } copies of { $code }
mail-limit-referred-heading = Somebody asks for more than the limit
mail-limit-referred-body = { $name } asks for { $copies } copies of { $title } ({ $code }).
mail-limit-referred-needed-by = Needed by { $date }.
mail-limit-referred-no-date = No date was given.
mail-limit-referred-reason = Why
mail-limit-referred-edition = See the publication

mail-limit-decided-subject = Your request for { $title }
mail-limit-decided-heading = Your request was decided
mail-limit-decided-hello = Hello,
mail-limit-decided-granted = you asked for { $copies } copies of { $title }. You can order { $granted } beyond your limit, until { $date }. Use this email address when you order.
mail-limit-decided-refused = you asked for { $copies } copies of { $title }. We cannot send you more than your limit.
mail-limit-decided-note = What we were told: { $note }
mail-limit-decided-order = Order them

mail-waiting-confirm-subject = Confirm that you want to hear about { $title }
mail-waiting-confirm-heading = Is this your email address?
mail-waiting-confirm-body = Somebody asked us to tell this address when { $title } can be ordered again.
mail-waiting-confirm-confirm = Yes, tell me when it is back
mail-waiting-confirm-ignore = If it was not you, do nothing: you will not hear from us about it.
mail-waiting-confirm-end = Do not tell me

mail-back-in-stock-subject = { $title } can be ordered again
mail-back-in-stock-heading = It is back
mail-back-in-stock-body = { $title } ({ $code }) can be ordered again.
mail-back-in-stock-order = Order it
mail-back-in-stock-once = You asked us to tell you once, and this was it.

mail-low-stock-subject = { $copies ->
    [0] No copies of { $title } are left
   *[other] Few copies of { $title } are left
}
mail-low-stock-heading = Stock is low
mail-low-stock-body = { $copies ->
    [0] No copies of { $title } ({ $code }) are left.
    [one] { $copies } copy of { $title } ({ $code }) is left.
   *[other] { $copies } copies of { $title } ({ $code }) are left.
}
mail-low-stock-edition = See its page
mail-low-stock-once = You own this stock. We tell you once each time it falls this low.

mail-support-subject = Message: { $summary }
mail-support-heading = Somebody wrote to the support desk
mail-support-from = From { $name }, { $email }.

mail-support-received-subject = We have your message
mail-support-received-heading = We have your message
mail-support-received-body = Thank you for writing to us. We have your message, and answer by email.
mail-support-received-ignore = If you did not write to us, somebody typed your address by mistake, and you can ignore this message.

mail-account-once = The link works once, for 15 minutes.

mail-account-confirm-subject = Confirm your email address
mail-account-confirm-heading = Is this your email address?
mail-account-confirm-body = Somebody asked us to make a Healthpost account for this address. Follow the link to confirm that it was you.
mail-account-confirm-link = Confirm my address and make my account
mail-account-confirm-ignore = If it was not you, do nothing: no account is made without the link.

mail-account-exists-subject = You already have a Healthpost account
mail-account-exists-heading = You already have an account
mail-account-exists-body = Somebody asked us to make a Healthpost account for this address, and it has one. You can sign in with the link.
mail-account-exists-link = Sign in
mail-account-exists-ignore = If it was not you, you can ignore this message: nothing happens without the link.

mail-account-sign-in-subject = Sign in to Healthpost
mail-account-sign-in-heading = Your link to sign in
mail-account-sign-in-body = Somebody asked for a link to sign in to the Healthpost account of this address.
mail-account-sign-in-link = Sign in
mail-account-sign-in-ignore = If it was not you, you can ignore this message: nothing happens without the link.

mail-account-reset-subject = Set a new Healthpost password
mail-account-reset-heading = Set a new password
mail-account-reset-body = Somebody asked to set a new password for the Healthpost account of this address. The link signs you in, and then you can choose a password.
mail-account-reset-link = Set a new password
mail-account-reset-ignore = If it was not you, you can ignore this message: your password stays as it is.

mail-account-none-subject = You have no Healthpost account
mail-account-none-heading = There is no account for this address
mail-account-none-body = Somebody asked to sign in to Healthpost with this address, and it has no account. Perhaps you used another address, or want to make one. You can order without an account too.
mail-account-none-link = Make an account
mail-account-none-ignore = If it was not you, you can ignore this message.

mail-password-changed-subject = Your Healthpost password was changed
mail-password-changed-heading = Your password was changed
mail-password-changed-set = A new password was set for your Healthpost account.
mail-password-changed-removed = The password of your Healthpost account was removed. From now on you sign in with a link that we email.
mail-password-changed-when = It was done on { $at }.
mail-password-changed-elsewhere = Everywhere else you were signed in, you have been signed out.
mail-password-changed-not-you = If it was not you, set another password now.
mail-password-changed-link = Set another password
