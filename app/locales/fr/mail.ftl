# Messages. `…-subject` and `…-heading` stand on each.
mail-order-link = Voir où en est votre commande, la modifier ou l’annuler

mail-code-subject = { $code } est votre code Healthpost
mail-code-heading = Votre code
mail-code-enter = Saisissez-le sur la page où vous l’avez demandé. Il est valable 30 minutes.
mail-code-ignore = Si vous n’avez pas demandé de code, vous pouvez ignorer ce message : rien ne se passe sans ce code.

mail-order-placed-subject = Votre commande { $number }
mail-order-placed-heading = Nous avons reçu votre commande
mail-order-placed-hello = Bonjour { $name }, merci pour votre commande.
mail-order-placed-number = Numéro de commande
mail-order-placed-date = Passée le { $date }
mail-order-placed-keep = Conservez le numéro de commande : il vous sera nécessaire, avec cette adresse e-mail, pour retrouver votre commande.
mail-order-items = Ce que vous avez commandé
mail-order-copies = Nombre total d’exemplaires : { $copies }
mail-order-address = Adresse d’envoi

mail-order-amended-subject = Votre commande { $number } a été modifiée
mail-order-amended-heading = Votre commande a été modifiée
mail-order-amended-hello = Bonjour { $name }, voici votre commande telle qu’elle est maintenant.

mail-order-cancelled-subject = Votre commande { $number } a été annulée
mail-order-cancelled-heading = Votre commande a été annulée
mail-order-cancelled-hello = Bonjour { $name },
mail-order-cancelled-body = rien de cette commande ne sera envoyé. Ce que vous aviez commandé ne compte plus dans votre limite.
mail-order-cancelled-link = Voir votre commande

mail-limit-asked-subject = Vous avez demandé plus d’exemplaires de « { $title } »
mail-limit-asked-heading = Nous avons reçu votre demande
mail-limit-asked-hello = Bonjour,
mail-limit-asked-body = vous avez demandé { $copies } exemplaires de « { $title } » ({ $code }).
mail-limit-asked-next = Nous lisons chaque demande et répondons par e-mail, en général sous 5 jours ouvrés.

mail-limit-referred-subject = Demande de { $copies } exemplaires de { $code }
mail-limit-referred-heading = Une personne demande plus que la limite
mail-limit-referred-body = { $name } demande { $copies } exemplaires de « { $title } » ({ $code }).
mail-limit-referred-needed-by = À recevoir au plus tard le { $date }.
mail-limit-referred-no-date = Aucune date n’a été indiquée.
mail-limit-referred-reason = Motif
mail-limit-referred-edition = Voir la publication

mail-limit-decided-subject = Votre demande pour « { $title } »
mail-limit-decided-heading = Nous avons pris une décision sur votre demande
mail-limit-decided-hello = Bonjour,
mail-limit-decided-granted = vous avez demandé { $copies } exemplaires de « { $title } ». Vous pouvez en commander { $granted } au-delà de votre limite, jusqu’au { $date }. Utilisez cette adresse e-mail quand vous commandez.
mail-limit-decided-refused = vous avez demandé { $copies } exemplaires de « { $title } ». Nous ne pouvons pas vous en envoyer plus que votre limite.
mail-limit-decided-note = Ce qui nous a été indiqué : { $note }
mail-limit-decided-order = Commander ces exemplaires

mail-waiting-confirm-subject = Confirmez que vous voulez des nouvelles de « { $title } »
mail-waiting-confirm-heading = Est-ce bien votre adresse e-mail ?
mail-waiting-confirm-body = Une personne nous a demandé de prévenir cette adresse quand il sera à nouveau possible de commander « { $title } ».
mail-waiting-confirm-confirm = Oui, prévenez-moi du retour en stock
mail-waiting-confirm-ignore = Si ce n’était pas vous, ne faites rien : nous ne vous écrirons pas à ce sujet.
mail-waiting-confirm-end = Ne pas me prévenir

mail-back-in-stock-subject = Vous pouvez à nouveau commander « { $title } »
mail-back-in-stock-heading = De retour en stock
mail-back-in-stock-body = Vous pouvez à nouveau commander « { $title } » ({ $code }).
mail-back-in-stock-order = Commander cette publication
mail-back-in-stock-once = Vous nous avez demandé de vous prévenir une fois : c’est chose faite.

mail-low-stock-subject = { $copies ->
    [0] Il ne reste aucun exemplaire de « { $title } »
   *[other] Il reste peu d’exemplaires de « { $title } »
}
mail-low-stock-heading = Le stock est bas
mail-low-stock-body = { $copies ->
    [0] Il ne reste aucun exemplaire de « { $title } » ({ $code }).
    [one] Il reste { $copies } exemplaire de « { $title } » ({ $code }).
   *[other] Il reste { $copies } exemplaires de « { $title } » ({ $code }).
}
mail-low-stock-edition = Voir sa page
mail-low-stock-once = Vous êtes responsable de ce stock. Nous vous prévenons une fois chaque fois qu’il descend aussi bas.

mail-support-subject = Message : { $summary }
mail-support-heading = Quelqu’un a écrit à l’équipe d’assistance
mail-support-from = De { $name }, { $email }.

mail-support-received-subject = Nous avons reçu votre message
mail-support-received-heading = Nous avons reçu votre message
mail-support-received-body = Merci de nous avoir écrit. Nous avons bien reçu votre message et nous vous répondrons par e-mail.
mail-support-received-ignore = Si vous ne nous avez pas écrit, quelqu’un a saisi votre adresse par erreur et vous pouvez ignorer ce message.

mail-account-once = Le lien fonctionne une seule fois, pendant 15 minutes.

mail-account-confirm-subject = Confirmez votre adresse e-mail
mail-account-confirm-heading = Est-ce votre adresse e-mail ?
mail-account-confirm-body = Une personne nous a demandé de créer un compte Healthpost pour cette adresse. Suivez le lien pour confirmer que c’était vous.
mail-account-confirm-link = Confirmer mon adresse et créer mon compte
mail-account-confirm-ignore = Si ce n’était pas vous, ne faites rien : aucun compte n’est créé sans ce lien.

mail-account-exists-subject = Vous avez déjà un compte Healthpost
mail-account-exists-heading = Vous avez déjà un compte
mail-account-exists-body = Une personne nous a demandé de créer un compte Healthpost pour cette adresse, qui en a déjà un. Vous pouvez vous connecter avec le lien.
mail-account-exists-link = Se connecter
mail-account-exists-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message : rien ne se passe sans ce lien.

mail-account-sign-in-subject = Connexion à Healthpost
mail-account-sign-in-heading = Votre lien de connexion
mail-account-sign-in-body = Une personne a demandé un lien pour se connecter au compte Healthpost de cette adresse.
mail-account-sign-in-link = Se connecter
mail-account-sign-in-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message : rien ne se passe sans ce lien.

mail-account-reset-subject = Choisir un nouveau mot de passe Healthpost
mail-account-reset-heading = Choisir un nouveau mot de passe
mail-account-reset-body = Une personne a demandé un nouveau mot de passe pour le compte Healthpost de cette adresse. Le lien vous connecte ; vous pouvez ensuite choisir un mot de passe.
mail-account-reset-link = Choisir un nouveau mot de passe
mail-account-reset-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message : votre mot de passe ne change pas.

mail-account-none-subject = Vous n’avez pas de compte Healthpost
mail-account-none-heading = Aucun compte pour cette adresse
mail-account-none-body = Une personne a voulu se connecter à Healthpost avec cette adresse, qui n’a pas de compte. Peut-être avez-vous utilisé une autre adresse, ou voulez-vous créer un compte. Vous pouvez aussi commander sans compte.
mail-account-none-link = Créer un compte
mail-account-none-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message.

mail-password-changed-subject = Votre mot de passe Healthpost a changé
mail-password-changed-heading = Votre mot de passe a changé
mail-password-changed-set = Un nouveau mot de passe a été choisi pour votre compte Healthpost.
mail-password-changed-removed = Le mot de passe de votre compte Healthpost a été supprimé. Vous vous connectez désormais avec un lien que nous envoyons par e-mail.
mail-password-changed-when = Cela a été fait le { $at }.
mail-password-changed-elsewhere = Partout ailleurs où vous étiez connecté, vous avez été déconnecté.
mail-password-changed-not-you = Si ce n’était pas vous, choisissez tout de suite un autre mot de passe.
mail-password-changed-link = Choisir un autre mot de passe
