# Words of every form. Ids are the names of questions; attributes are hints and errors.
form-optional = (optional)
form-problem-title = There is a problem
form-error-prefix = Error:
form-day = Day
form-month = Month
form-year = Year
any-repeated = { $label } can only be answered once
any-too-long = { $label } must be { $max } characters or fewer
any-unprintable = { $label } must not contain special control characters
any-out-of-date = This page is out of date. Load it again, and try once more
any-address-too-long = The address must fit three lines of { $max } characters. Shorten it.
any-address-line-too-long = Shorten line { $line } so that the address fits its label. Characters to remove: { $chars }

quantity = How many copies
    .missing = Enter how many copies you want
    .malformed = Number of copies must be a whole number, like 5
    .too-small = Number of copies must be 1 or more
    .too-large = Number of copies must be { $max } or fewer
line_quantity = Copies
    .missing = Enter how many copies you want, or 0 to remove the item
    .malformed = Number of copies must be a whole number, like 5
    .too-small = Number of copies must be 0 or more
    .too-large = Number of copies must be { $max } or fewer

address_line1 = Address line 1
    .missing = Enter address line 1, typically the building and street
address_line2 = Address line 2
address_line3 = Address line 3
city = Town or city
    .missing = Enter town or city
county = County
postcode = Postcode
    .missing = Enter a postcode
    .malformed = Enter a full UK postcode, like LS1 4AP
country = Country
    .missing = Choose the country
    .malformed = Choose one of the countries
    .england = England
    .northern-ireland = Northern Ireland
    .scotland = Scotland
    .wales = Wales

full_name = Full name
    .missing = Enter your full name
email = Email address
    .hint = We send the confirmation of your order here
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
telephone = Phone number
    .hint = Only used if there is a problem with the delivery
    .malformed = Enter a phone number, like 01632 960 001 or 07700 900 982
code = Code
    .hint = 6 numbers, like 123456
    .missing = Enter the 6-digit code
    .malformed = Code must be 6 numbers
order_number = Order number
    .hint = It is in the confirmation email, like HP-1A2B3-C4D5E
    .missing = Enter the order number
    .malformed = Enter the order number in the correct format, like HP-1A2B3-C4D5E
order_email = Email address
    .hint = The address the confirmation was sent to
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com

asked_quantity = How many copies do you need?
    .missing = Enter how many copies you need
    .malformed = Number of copies must be a whole number, like 50
    .too-small = Number of copies must be 1 or more
    .too-large = Number of copies must be { $max } or fewer
reason = What are they for?
    .hint = For example: a health fair, a new surgery, every family of a school
    .missing = Enter what the copies are for
    .too-short = Say in 10 characters or more what the copies are for
needed_by = When do you need them?
    .hint = For example, 27 3 2027
    .malformed = Enter a real date, like 27 3 2027
    .incomplete = The date must include a day, a month and a year
    .year = The year must include 4 numbers
    .past = The date must be today or in the future
asker_email = Email address
    .hint = We answer here. Use the same address when you order
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
waiting_email = Email address
    .hint = We write once, when it can be ordered again
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
any-more-too-many = You have sent too many requests. Wait an hour, and try again
any-waiting-too-many = We have written to this address too often. Wait an hour, and try again
added_code = Product code
    .hint = For example FLU-0017-EN-01
    .missing = Enter the product code of what you want to add
    .malformed = Enter a product code, like FLU-0017-EN-01
any-order-no-such-code = We have nothing with this product code. Check it, and try again
any-order-cannot-add = This cannot be ordered now. Its own page says why
any-order-has-it = This order has it already. Change the number of copies above
any-order-full = An order can hold { $max } different items
any-order-last-line = This is the last item. To take it out, cancel the order
any-order-no-more = No more copies of this can be ordered now. Keep the number of copies, or lower it
any-order-over-limit = You can have up to { $remaining } of this in this order. Change the number of copies, or ask for more
any-order-over-limit-until = You can have up to { $remaining } of this in this order until { $when }. Change the number of copies, or ask for more
any-order-address-limit = That address has had as many copies as one address can have for now. Enter another address

any-code-wrong = The code is not right. Check it and try again
any-code-ended = The code has expired. Request a new one
any-code-locked = Too many wrong codes. Request a new one
any-codes-too-many = We have sent too many codes to this address. Wait an hour, and try again
any-order-not-found = We could not find an order with this number and email address
any-track-too-many = You have tried too often. Wait 15 minutes, and try again

any-line-superseded = There is a newer version of this. Swap it
any-line-not-live = This is no longer available. Remove it from your basket
any-line-download-only = There are no printed copies of this. Download it instead
any-line-restricted = Only some groups can have this. Remove it from your basket
any-line-opens-later = You can order this from { $date }. Remove it from your basket until then
any-line-closed = Ordering closed on { $date }. Remove it from your basket
any-line-out-of-stock = This is out of stock. Remove it from your basket
any-line-not-multiple = Order { $below } or { $above }: it comes in packs of { $pack }
any-line-not-one-pack = Order { $above } or more: it comes in packs of { $pack }
any-line-over-maximum = Order { $max } or fewer at a time
any-line-over-limit = You can order { $remaining } more. Change the number of copies
any-line-over-limit-until = You can order { $remaining } more until { $when }. Change the number of copies
any-line-limit-used = You have ordered as many as you can for now ({ $limit }). You can order more from { $when }
any-line-limit-below-pack = Your limit ({ $limit }) is less than one pack ({ $pack })
any-line-not-enough-stock = { $left ->
    [one] Only 1 is left. Change the number of copies
   *[other] Only { $left } are left. Change the number of copies
}
any-line-over-maximum-held = Order { $max } or fewer at a time: you have { $held } in your basket already
any-line-over-limit-held = { $more ->
    [0] You have everything in your basket that you can order: { $held }
   *[other] You can add { $more } more: you have { $held } in your basket already
}
any-line-limit-used-now = You have ordered as many as you can for now ({ $limit })
any-line-limit-used-up = You have ordered as many as you can of this ({ $limit })
any-line-forbidden = You cannot order copies of this unless we agree. Ask for more copies
any-line-not-enough-stock-held = { $left ->
    [one] Only 1 is left: you have { $held } in your basket already
   *[other] Only { $left } are left: you have { $held } in your basket already
}
any-basket-full = Your basket can hold { $max } different items. Remove one first

support_summary = What is it about?
    .hint = In a few words
    .missing = Enter what it is about
support_message = Message
    .hint = Up to 500 characters. Do not write about your health
    .missing = Enter a message
contact_name = Full name
    .missing = Enter your full name
contact_email = Email address
    .hint = We answer here
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
how_satisfied = How satisfied are you with this service?
    .very_satisfied = Very satisfied
    .satisfied = Satisfied
    .neutral = Neither satisfied nor dissatisfied
    .dissatisfied = Dissatisfied
    .very_dissatisfied = Very dissatisfied
    .malformed = Choose one of the answers
would_recommend = Would you recommend this service?
where_did_you_hear = Where did you hear about it?
why_did_you_come = Why did you come today?
did_you_get_what_you_wanted = Did you get what you wanted?
improve_our_service = How could we improve this service?
    .hint = Do not write anything that says who you are
any-messages-too-many = You have written to us too often. Wait an hour, and try again
any-feedback-empty = Answer at least one question

## Accounts

account_email = Email address
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
    .invited = An invitation to this address is open. Send it again, or cancel it first
    .staff = Somebody with this address works here already, or is suspended. Find them among the people, and change what they may do
password = Password
    .missing = Enter your password
    .wrong = The email address or the password is not right. Check both, or sign in with a link
current_password = Current password
    .missing = Enter your current password
    .wrong = The current password is not right. Check it and try again
new_password = New password
    .hint = 12 characters or more. Several words make a good one, with spaces between them
    .missing = Enter a new password
    .too-short = Password must be { $min } characters or more
    .too-common = This password is easy to guess. Choose another one
establishment = Where you work
    .hint = Leave it as it is if none of these is yours
    .malformed = Choose one from the list
any-links-too-many = We have sent too many links to this address. Wait an hour, and try again
any-other-email = You are signed in with another email address. Enter that one, or sign out first
building = Building
    .hint = Number or name, for example 12 or The Old Malthouse
found_address = Which address is it?
    .missing = Choose an address, or enter it below
    .malformed = Choose one of these addresses. If you looked up another postcode since, look this one up again
deliver_to = Your addresses
    .missing = Choose an address
    .malformed = Choose one of these addresses
keep_address = Your account
    .yes = Save this address to my account
    .malformed = Choose from the list
any-address-known = You have this address already. Use that one, or save this one anyway
any-addresses-full = You can save { $max } addresses. Remove one first

## The gallery of patterns

reader = Who are you?
    .missing = Enter who you are
    .malformed = Enter who you are
read_in = What do you read on?
    .hint = Choose all that apply.
    .missing = Choose what you read on
    .paper = Paper
    .screen = Screen
    .braille = Braille
    .malformed = Choose from the list
read_best_in = What do you read best on?
    .paper = Paper
    .screen = Screen
    .braille = Braille
    .malformed = Choose from the list
reads_since = Since when?
    .hint = For example, 27 3 2019
    .malformed = Enter a real date, like 27 3 2027
    .incomplete = The date must include a day, a month and a year
    .year = The year must include 4 numbers
    .past = The date must be in the past
reader_note = Anything else?
    .malformed = Anything else?
reads_in = What language do you read best?
    .missing = Choose a language
    .malformed = Choose a language
form-choose = Choose
