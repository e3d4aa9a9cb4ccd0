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
mail-order-placed-items = What you ordered
mail-order-placed-copies = Copies in all: { $copies }
mail-order-placed-address = Where we send it
mail-order-placed-keep = Keep the order number: you need it, with this email address, to find your order again.
