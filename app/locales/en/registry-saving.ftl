# Questions about saving a registration and coming back to it.
save_email = Email address
    .hint = We send a link there, with which you can come back
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
resume_email = Email address
    .hint = The address you saved your registration with
    .missing = Enter an email address
    .malformed = Enter an email address in the correct format, like name@example.com
