# Messages du registre des professionnels. `…-subject` et `…-heading` figurent sur chacun.
mail-sign-in-code-subject = { $code } est votre code Healthpost
mail-sign-in-code-heading = Votre code
mail-sign-in-code-asked = Une personne a demandé ce code au registre des professionnels de Healthpost le { $at }.
mail-sign-in-code-for-resume = Il ouvre l’inscription que vous avez enregistrée.
mail-sign-in-code-for-human_check = Il vous permet d’envoyer votre inscription.
mail-sign-in-code-for-sign_in = Il vous connecte à votre inscription.
mail-sign-in-code-for-new_address = Il fait de cette adresse celle de votre inscription.
mail-sign-in-code-for-erase = Il efface tout ce que nous détenons à votre sujet.
mail-sign-in-code-once = Il est valable une seule fois, pendant 30 minutes.
mail-sign-in-code-link = Saisissez-le ici
mail-sign-in-code-ignore = Si vous n’avez pas demandé de code, vous pouvez ignorer ce message : rien ne se passe sans ce code.

mail-draft-saved-subject = Vos réponses sont enregistrées
mail-draft-saved-heading = Revenez à votre inscription
mail-draft-saved-kept = Vos réponses sont conservées jusqu’au { $date }. Chaque fois que vous les modifiez, elles sont conservées 30 jours de plus.
mail-draft-saved-return = Pour continuer, suivez le lien et demandez un code. Nous vous enverrons par e-mail 6 chiffres à saisir.
mail-draft-saved-link = Continuer mon inscription
mail-draft-saved-certify = Rien n’est encore envoyé. Avant l’envoi, vous devrez confirmer à nouveau que vos réponses sont exactes.
mail-draft-saved-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message : ce qui a été enregistré sera supprimé automatiquement.

mail-draft-exists-subject = Deux inscriptions sont enregistrées pour cette adresse
mail-draft-exists-heading = Quelles réponses voulez-vous conserver ?
mail-draft-exists-earlier = Une inscription inachevée était déjà enregistrée pour cette adresse. Elle a été modifiée pour la dernière fois le { $date }.
mail-draft-exists-choose = Suivez le lien et demandez un code. Une fois le code saisi, vous choisirez laquelle des deux conserver.
mail-draft-exists-link = Choisir laquelle conserver
mail-draft-exists-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message : vos réponses précédentes restent inchangées.

mail-draft-reminder-subject = Votre inscription enregistrée sera bientôt supprimée
mail-draft-reminder-heading = Votre inscription n’est pas terminée
mail-draft-reminder-ends = Vos réponses seront supprimées le { $date }, à moins que vous ne continuiez avant.
mail-draft-reminder-link = Terminer mon inscription
mail-draft-reminder-discard = Si vous ne souhaitez pas vous inscrire, vous pouvez les supprimer dès maintenant.
mail-draft-reminder-discard-link = Supprimer mes réponses

mail-no-draft-subject = Aucune inscription n’est enregistrée pour cette adresse
mail-no-draft-heading = Nous n’avons rien trouvé à continuer
mail-no-draft-body = Une personne a demandé à continuer une inscription enregistrée pour cette adresse. Il n’y en a pas : elle a peut-être été envoyée, ou supprimée parce que son délai était passé.
mail-no-draft-other = Si vous avez utilisé une autre adresse, essayez avec celle-ci. Sinon, vous pouvez recommencer.
mail-no-draft-link = S’inscrire
mail-no-draft-ignore = Si ce n’était pas vous, vous pouvez ignorer ce message.
