# Why forms about staff are refused, where no one question is to blame.
any-staff-yourself = This is you. Somebody else has to change what you may do
any-staff-last-admin = Nobody else administers this. Give somebody else the role first
any-staff-step-ended = You took too long, or entered too many wrong codes. Sign in again from the beginning
any-staff-last-factor = This is your only second step. Set up a passkey before you remove it
any-close-last-admin = Nobody else administers this service. Give somebody else your role before you close your account
any-staff-wrong = The email address or the password is not right. Check both
any-staff-wrong-password = This password is not right. Check it and try again
