# Envoyer une inscription : les questions de la dernière page et les messages qui suivent.
certification = Attestation
    .missing = Confirmez que vous êtes la personne nommée et que vos réponses sont exactes et complètes
    .malformed = Confirmez que vous êtes la personne nommée et que vos réponses sont exactes et complètes
    .yes = Je suis la personne nommée dans cette inscription, et mes réponses sont, à ma connaissance, exactes et complètes
consents = Qu’acceptez-vous d’autre ?
    .malformed = Choisissez dans la liste
    .campaigns = M’envoyer des nouvelles et des exercices par e-mail
    .sms = M’envoyer par SMS les appels et les changements d’horaire
    .regulator_check = Vérifier mon inscription auprès de mon ordre professionnel
    .publications = Me laisser voir et commander les publications réservées aux cliniciens
any-human-check-missing = Attendez la fin de la vérification, ou demandez un code par e-mail
any-human-check-wrong = La vérification n’a pas fonctionné. Réessayez, ou demandez un code par e-mail
any-human-check-expired = La vérification a expiré. Envoyez votre inscription à nouveau

mail-registration-subject = Votre inscription { $number }
mail-registration-heading = Nous avons reçu votre inscription
mail-registration-hello = Merci, { $name }, de vous être inscrit(e).
mail-registration-hello-plain = Merci de votre inscription.
mail-registration-number = Numéro de confirmation
mail-registration-number-use = Indiquez-le quand vous nous posez une question sur votre inscription. Ce n’est pas un mot de passe : il ne permet à personne de voir ou de modifier vos réponses.
mail-registration-confirm = Confirmez votre adresse e-mail
mail-registration-confirm-why = Sans cela, nous ne pouvons pas faire appel à vous.
mail-registration-confirm-link = Confirmer cette adresse
mail-registration-next = La suite
mail-registration-next-body = Si une urgence demande des personnes ayant vos compétences, nous vous associons à un besoin et vous contactons. Vous n’êtes pas tenu(e) d’accepter.
mail-registration-manage = Vous pouvez à tout moment modifier vos réponses, vous retirer, ou télécharger tout ce que nous conservons sur vous.
mail-registration-manage-link = Voir votre inscription
mail-registration-contact = Des questions ? Écrivez à { $mailbox }.

mail-address-reminder-subject = Confirmez votre adresse e-mail
mail-address-reminder-heading = Confirmez votre adresse e-mail
mail-address-reminder-body = Vous vous êtes inscrit(e) pour aider en cas d’urgence. Nous ne pouvons pas faire appel à vous tant que cette adresse n’est pas confirmée.
mail-address-reminder-confirm-link = Confirmer cette adresse
mail-address-reminder-ignore = Si vous ne vous êtes pas inscrit(e), vous pouvez ignorer ce message. Nous ne vous le demanderons plus.

mail-registration-exists-subject = Votre inscription
mail-registration-exists-heading = Quelqu’un s’est inscrit à nouveau avec cette adresse
mail-registration-exists-body = Quelqu’un, sans doute vous, a envoyé une autre inscription avec cette adresse e-mail.
mail-registration-exists-dates = Votre inscription actuelle a été faite le { $made } et modifiée pour la dernière fois le { $changed }.
mail-registration-exists-choices = Connectez-vous avec un code pour choisir : utiliser les nouvelles réponses, ou garder les anciennes. Vous pouvez aussi ignorer ce message.
mail-registration-exists-link = Choisir
mail-registration-exists-end = Sans choix de votre part, les nouvelles réponses sont supprimées après 14 jours et rien ne change.

mail-possible-duplicate-subject = Vous êtes-vous inscrit(e) deux fois ?
mail-possible-duplicate-heading = Quelqu’un s’est inscrit avec des renseignements semblables aux vôtres
mail-possible-duplicate-body = L’autre inscription a une autre adresse e-mail : { $other }.
mail-possible-duplicate-yours = Si c’était vous, connectez-vous pour réunir les deux.
mail-possible-duplicate-link = Voir votre inscription
mail-possible-duplicate-not-yours = Si ce n’était pas vous, rien ne change pour vous. Vous pouvez le signaler.
mail-possible-duplicate-report = Le signaler
