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
basket-packs = { $packs ->
    [one] 1 pack of { $pack }
   *[other] { $packs } packs of { $pack }
}
basket-limit = Limit { $limit } copies; { $remaining } left
basket-more = Look for more publications
basket-use = { $copies ->
    [one] Change to 1 copy
   *[other] Change to { $copies } copies
}

delivery-title = Where should we send it?
delivery-lead = We deliver to addresses in the United Kingdom.
contact-title = Who is ordering?
code-title = Check your email
code-lead = We sent a code to { $email }. It works for 30 minutes.
code-change = Use a different email address
code-again = Send a new code
check-title = Check your answers before you place your order
check-items = What you are ordering
check-delivery = Delivery address
check-contact = Contact
check-email = Email address
check-name = Full name
check-phone = Phone number
check-held = These copies are kept for you for 15 minutes.
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
order-next-body = We pack your order and hand it to the carrier. You do not pay anything.
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
track-title = Track an order
track-lead = Enter the number and the email address of your order.
track-button = Find my order
track-link-title = View your order
track-link-body = This link came with your confirmation. It works for 90 days.
track-link-button = View my order
