# From basket to order.
basket-title = Your basket
basket-empty = Your basket is empty
basket-empty-body = Find something to order, and put it in.
basket-empty-link = Find publications
basket-copies-of = Copies of { $title }
basket-update = Update
basket-remove = Remove
basket-total = { $copies ->
    [one] 1 copy in all, free of charge
   *[other] { $copies } copies in all, free of charge
}
basket-changed = Basket changed: { $total }
basket-packs = { $packs ->
    [one] 1 pack of { $pack }
   *[other] { $packs } packs of { $pack }
}
basket-more = Look for more publications
basket-use = { $copies ->
    [one] Change to 1 copy
   *[other] Change to { $copies } copies
}

delivery-title = Where should we send it?
delivery-lead = We deliver to addresses in the United Kingdom.
delivery-another = Another address
delivery-own = Choose one of your addresses
delivery-find = Find an address by its postcode
contact-title = Who is ordering?
code-title = Check your email
code-lead = We sent a code to { $email }. It works for 30 minutes.
code-meant = Did you mean { $email }? If so, use a different email address.
code-change = Use a different email address
code-again = Send a new code
check-title = Check your answers before you place your order
check-items = What you are ordering
check-delivery = Delivery address
check-contact = Contact
check-email = Email address
check-name = Full name
check-phone = Phone number
check-held = Copies that are in stock are kept for you until { $moment }.
check-changed = What can be ordered has changed since you came here. Look at the items again: what you can no longer have stays in your basket.
check-back-order = { $copies ->
    [one] 1 copy follows when it is printed
   *[other] { $copies } copies follow when they are printed
}
place-order = Place order
copies = { $copies ->
    [one] 1 copy
   *[other] { $copies } copies
}

order-placed-title = Order placed
order-title = Order { $number }
order-number = Your order number
order-keep = Keep this number. With your email address you can use it to find your order again. We sent it to { $email } as well.
order-next = What happens next
order-next-body = We pack your order and hand it to the carrier. It usually arrives within 5 working days. You do not pay anything.
order-next-waiting = Copies that are not in stock follow as soon as they are printed.
order-status = Status
order-status-placed = Placed
order-status-accepted = Accepted
order-status-picking = Being packed
order-status-part_shipped = Partly sent
order-status-shipped = Sent
order-status-cancelled = Cancelled
order-placed-on = Placed on
order-items = Items
order-print = To keep a copy, print this page or save it as a PDF.
order-feedback = What did you think of this service?
track-title = Track an order
track-lead = Enter the number and the email address of your order.
track-button = Find my order
track-link-title = View your order
track-link-body = This link came with your confirmation. It works for 90 days.
track-link-button = View my order
track-link-expired-title = This link has expired
track-link-expired-body = The links in our messages work for 90 days. To see your order now, enter its number and your email address.

basket-swap = Swap for the newer version
basket-partial = { $lines ->
    [one] Continue with the 1 item that can be ordered
   *[other] Continue with the { $lines } items that can be ordered
}
check-staying = These stay in your basket
check-staying-figures = Limit { $limit }, already ordered { $counted }, asked for { $requested }, left { $remaining }
order-change = Change the items
order-change-title = Change your order
order-change-body = You can change it until we begin to pack it.
order-change-done = Done
order-add-title = Add something else
order-add-body = Enter the product code of what you want to add. You find it on the page of each publication, and on printed copies.
order-add-button = Add to this order
order-add-more = Look for publications
order-redirect = Change the address
order-redirect-title = Where should we send it instead?
order-redirect-save = Save the address
order-cancel = Cancel the order
order-cancel-title = Cancel order { $number }?
order-cancel-body = Nothing of it will be sent. What you ordered no longer counts towards your limit.
order-cancel-yes = Yes, cancel the order
order-cancel-no = No, keep it
order-cancelled-body = This order was cancelled. Nothing of it will be sent.
order-too-late = We have begun to pack this order, so it can no longer be changed or cancelled here.
order-too-late-sent = We have sent this order, so it can no longer be changed or cancelled.
order-contact = If you have a question about this order, or something is wrong with it, give its number when you write to us.
order-timeline = What happened so far
order-event-placed = Order placed
order-event-amended = Order changed
order-event-cancelled = Order cancelled
order-event-accepted = Order accepted by the warehouse
order-event-picking = Packing began
order-event-part_shipped = First part sent
order-event-shipped = Order sent
order-earlier = Earlier versions of this order
order-revision = Version { $version }, until { $moment }
order-revision-now = changed to { $copies }
order-revision-removed = taken out
order-revision-added = added
order-revision-address = Address: { $address }
order-revision-moved = the address was changed
line-status-back_ordered = Waiting for stock
line-status-reserved = Kept for you
line-status-picking = Being packed
line-status-part_shipped = Partly sent
line-status-shipped = Sent
line-status-cancelled = Cancelled
order-line-part = { $status }: { $copies }

done-added = Added to your basket
done-updated = Your basket was updated
done-taken-out = Taken out of your basket
done-order-changed = Your order was changed. We have emailed you what it is now
done-order-redirected = The delivery address was changed. We have emailed you where your order goes now
done-code-sent = We have sent you an email. Only the newest one counts

ask-for-more = Ask for more copies
ask-title = Ask for more copies
ask-lead = Tell us why you need more of { $title } ({ $code }) than the limit allows. We answer by email.
ask-button = Send my request
asked-title = Request sent
asked-panel = We sent you a copy by email
asked-body = We read every request and answer by email, usually within 5 working days. If we agree, you can order the extra copies for 30 days.

tell-me = Tell me when it is back
waiting-title = Check your email
waiting-body = If this address can be told, we have sent it a message. Follow the link in it, and we will write once when the publication can be ordered again.
waiting-confirmed-title = We will tell you
waiting-confirmed-body = We write once, when the publication can be ordered again, or not at all if that takes longer than 180 days.
waiting-ended-title = We will not write
waiting-ended-body = We will not tell you when this publication is back.
waiting-confirm-title = Tell you when it is back?
waiting-confirm-body = Press the button to confirm that this is your email address.
waiting-confirm-button = Yes, tell me
waiting-end-title = Stop telling you?
waiting-end-body = Press the button, and we will not tell you when this publication is back.
waiting-end-button = Stop

allowance-rolling = { $limit ->
    [0] You cannot order copies of this ({ $level }).
    [one] You can order 1 copy in { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    } ({ $level }).
   *[other] You can order up to { $limit } copies in { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    } ({ $level }).
}
allowance-per-order = { $limit ->
    [0] You cannot order copies of this ({ $level }).
    [one] You can order 1 copy in one order ({ $level }).
   *[other] You can order up to { $limit } copies in one order ({ $level }).
}
allowance-lifetime = { $limit ->
    [0] You cannot order copies of this ({ $level }).
    [one] You can order 1 copy in all ({ $level }).
   *[other] You can order up to { $limit } copies in all ({ $level }).
}
allowance-level-account = the limit for your account
allowance-level-establishment = the limit for your establishment
allowance-level-organisation = the limit for your organisation
allowance-level-audience = the limit for the audience you belong to
allowance-level-everyone = the limit for everyone
allowance-level-default = the usual limit
allowance-granted = { $copies ->
    [one] 1 more copy is granted to you.
   *[other] { $copies } more copies are granted to you.
}
allowance-counted-rolling = You have ordered { $counted ->
    [0] none
   *[other] { $counted }
} in the last { $hours ->
    [one] hour
   *[other] { $hours } hours
}, so { $remaining ->
    [0] none are left.
    [one] 1 is left.
   *[other] { $remaining } are left.
}
allowance-counted-lifetime = You have ordered { $counted ->
    [0] none
   *[other] { $counted }
} so far, so { $remaining ->
    [0] none are left.
    [one] 1 is left.
   *[other] { $remaining } are left.
}
allowance-returning = { $copies } more from { $when }.
