# Le registre des prestataires : les pages autour des questions de l’inscription.
home-register = Aideriez-vous en cas d’urgence ?
home-register-body = Les personnes qui travaillent dans la santé peuvent s’inscrire pour être déployées lors de feux de forêt, d’inondations, de pandémies et d’autres urgences.

reg-mailbox = Des questions ? Écrivez à

reg-start-title = S’inscrire comme prestataire de santé d’urgence
reg-start-before = Cela prend environ { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}. Ayez votre numéro d’inscription professionnelle sous la main.
reg-start-now = Commencer
reg-start-resume = Continuer une inscription enregistrée
reg-start-go-on = Poursuivre votre inscription
reg-start-anew = Commencer une nouvelle inscription
reg-start-anew-body = Si vous commencez une nouvelle inscription, les réponses données dans ce navigateur sont perdues, sauf si vous les avez enregistrées.
reg-start-help = Obtenir de l’aide

reg-faq-title = Questions fréquentes
reg-faq-duty = Dois-je partir quand on me le demande ?
reg-faq-duty-answer = Non. Vous décidez chaque fois. Refuser n’a aucune conséquence.
reg-faq-choose = Puis-je choisir où j’irais ?
reg-faq-choose-answer = Oui. Vous dites si vous iriez partout en Colombie-Britannique, ou vous choisissez les lieux.
reg-faq-pay = Serai-je payé ?
reg-faq-pay-answer = La rémunération, le voyage et le logement sont convenus pour chaque déploiement, avant que vous l’acceptiez.
reg-faq-student = Puis-je m’inscrire si j’étudie ou si j’ai pris ma retraite ?
reg-faq-student-answer = Oui. Vous l’indiquez dans votre inscription, ainsi que votre inscription à un ordre professionnel.
reg-faq-change = Puis-je changer mes réponses, ou me retirer ?
reg-faq-change-answer = Oui, à tout moment. Le message qui confirme votre inscription dit comment.
reg-faq-access = Qui voit mes réponses ?
reg-faq-access-answer = Les coordonnateurs du ministère de la Santé, et ceux des autorités sanitaires dont vous avez choisi les lieux. Chaque consultation de votre inscription est consignée.

reg-check-title = Vérifiez vos réponses
reg-check-print = Vous pouvez imprimer cette page pour en garder une copie.
reg-check-problems = Avant de pouvoir envoyer votre inscription, répondez à ces questions :
reg-check-consents = Vous êtes libre. Un refus ne change rien d’autre, et vous pouvez changer d’avis à tout moment.
reg-check-send = Envoyer l’inscription
reg-extension = { $phone } poste { $extension }

reg-human-title = Montrez que vous n’êtes pas un programme
reg-human-without = La vérification automatique ne fonctionne pas dans ce navigateur. Demandez un code par e-mail avant de continuer.
reg-human-working = Vérification en cours. Cela prend un instant.
reg-human-solved = La vérification est terminée. Vous pouvez envoyer votre inscription.
reg-human-failed = La vérification n’a pas fonctionné. Demandez plutôt un code par e-mail.
reg-human-button = M’envoyer plutôt un code par e-mail
reg-human-proved = Vous avez montré que vous lisez le courrier à votre adresse. Aucune autre vérification n’est nécessaire.

reg-done-title = Inscription envoyée
reg-done-number = Votre numéro de confirmation
reg-done-use = Donnez ce numéro quand vous nous posez une question. C’est un reçu, pas un mot de passe : personne ne peut voir ni changer vos réponses avec lui.
reg-done-email = Nous envoyons une confirmation à { $email }.
reg-done-print = Vous pouvez imprimer cette page, ou l’enregistrer en PDF, pour en garder une copie.
reg-done-next = La suite
reg-done-next-confirm = Suivez le lien de notre message pour confirmer votre adresse e-mail. Avant cela, nous ne pouvons pas faire appel à vous.
reg-done-next-match = Si une urgence demande vos compétences, nous vous contactons. Vous décidez si vous partez.
reg-done-next-change = Vous pouvez changer vos réponses ou vous retirer à tout moment.

reg-save-title = Enregistrer et revenir plus tard
reg-save-lead = Vos réponses sont gardées 30 jours, même inachevées. Nous vous envoyons un lien pour continuer dans n’importe quel navigateur.
reg-save-button = Enregistrer mes réponses
reg-saved-title = Vos réponses sont enregistrées
reg-saved-lead = Si { $email } est exact, nous vous avons écrit.
reg-saved-body = Le message contient un lien qui vous ramène ici. Vous pouvez fermer cette page.
reg-saved-held = Nous avons déjà écrit plusieurs fois à { $email } au cours de cette heure ; nous n’avons pas écrit de nouveau.
reg-saved-held-body = Le lien de notre dernier message vous ramène ici. Vous pouvez fermer cette page.
reg-saved-go-on = Continuer à répondre

reg-resume-title = Continuer une inscription enregistrée
reg-resume-lead = Nous vous envoyons un code par e-mail, avec lequel vous pouvez continuer.
reg-resume-button = M’envoyer un code
reg-code-lead = Saisissez le code que nous vous avons envoyé par e-mail. Il est valable 30 minutes.
reg-resume-link-title = Continuez votre inscription
reg-resume-link-body = Pour être sûrs que c’est vous, nous vous envoyons un code par e-mail. Saisissez-le à la page suivante.
reg-resume-link-button = M’envoyer un code

reg-discard-title = Supprimer vos réponses
reg-discard-body = Les réponses de votre inscription inachevée sont supprimées aussitôt. C’est irréversible.
reg-discard-button = Supprimer mes réponses
reg-discarded-title = Vos réponses sont supprimées
reg-discarded-body = Rien de votre inscription inachevée n’est gardé. Vous pouvez recommencer à tout moment.

reg-confirm-title = Confirmez votre adresse e-mail
reg-confirm-body = Confirmez que cette adresse est la vôtre, pour que nous puissions faire appel à vous en cas d’urgence.
reg-confirm-button = Confirmer mon adresse
reg-confirmed-title = Votre adresse e-mail est confirmée
reg-confirmed-body = Merci. Nous pouvons maintenant faire appel à vous.

reg-which-title = Quelles réponses voulez-vous garder ?
reg-which-lead = Deux inscriptions ont été enregistrées pour votre adresse. Choisissez celle que vous voulez continuer. L’autre est supprimée.
reg-which-earlier = Les réponses plus anciennes
reg-which-newer = Les réponses plus récentes
reg-which-changed = Dernier changement le { $moment }
reg-which-answered = { $answered ->
    [one] { $answered } question répondue
   *[other] { $answered } questions répondues
}
reg-which-keep-earlier = Garder les réponses plus anciennes
reg-which-keep-newer = Garder les réponses plus récentes

reg-changed-title = Vos réponses ont été changées dans une autre fenêtre
reg-changed-lead = Vous avez répondu aux mêmes questions dans deux fenêtres. Choisissez les réponses qui valent.
reg-changed-typed = Ce que vous avez saisi ici
reg-changed-stored = Les réponses enregistrées
reg-changed-keep-typed = Utiliser ce que j’ai saisi ici
reg-changed-keep-stored = Garder les réponses enregistrées
