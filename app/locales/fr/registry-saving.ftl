# Questions pour enregistrer une inscription et y revenir.
save_email = Adresse e-mail
    .hint = Nous y envoyons un lien qui vous permettra de revenir
    .missing = Saisissez une adresse e-mail
    .malformed = Saisissez une adresse e-mail au bon format, par exemple name@example.com
resume_email = Adresse e-mail
    .hint = L’adresse avec laquelle vous avez enregistré votre inscription
    .missing = Saisissez une adresse e-mail
    .malformed = Saisissez une adresse e-mail au bon format, par exemple name@example.com
