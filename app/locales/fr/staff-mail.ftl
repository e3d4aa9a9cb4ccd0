# Messages aux membres du personnel. `…-subject` et `…-heading` figurent sur chacun.
mail-staff-invitation-subject = Vous êtes invité à travailler sur Healthpost
mail-staff-invitation-heading = Vous êtes invité à travailler sur Healthpost
mail-staff-invitation-for = Cette invitation est pour { $name }.
mail-staff-invitation-body = Un administrateur de Healthpost vous demande de travailler avec son équipe. Suivez le lien pour accepter. Ce que vous feriez :
mail-staff-invitation-link = Voir l’invitation
mail-staff-invitation-until = Le lien fonctionne une seule fois, jusqu’au { $date }.
mail-staff-invitation-ignore = Si vous ne vous y attendiez pas, ne faites rien : rien ne se passe sans ce lien.

mail-staff-sign-in-reset-subject = Choisissez à nouveau comment vous connecter à Healthpost
mail-staff-sign-in-reset-heading = Choisissez à nouveau comment vous connecter
mail-staff-sign-in-reset-body = Un administrateur a réinitialisé votre connexion à Healthpost. Votre mot de passe et votre deuxième étape sont supprimés, et vous avez été déconnecté partout. Suivez le lien pour les choisir à nouveau. Ce que vous pouvez faire n’a pas changé.
mail-staff-sign-in-reset-link = Choisir comment me connecter
mail-staff-sign-in-reset-until = Le lien fonctionne une seule fois, jusqu’au { $date }.
mail-staff-sign-in-reset-not-you = Si vous n’avez rien demandé, dites-le-nous aussitôt.
mail-staff-sign-in-reset-contact = Nous écrire

mail-staff-approved-subject = Votre compte Healthpost est approuvé
mail-staff-approved-heading = Votre compte est approuvé
mail-staff-approved-body = Un administrateur de Healthpost a approuvé votre compte. Ce que vous pouvez faire :
mail-staff-approved-link = Se connecter

mail-staff-roles-changed-subject = Ce que vous pouvez faire sur Healthpost a changé
mail-staff-roles-changed-heading = Ce que vous pouvez faire a changé
mail-staff-roles-changed-body = Un administrateur de Healthpost a modifié ce que vous pouvez faire. Désormais, c’est ceci :
mail-staff-roles-changed-none = Un administrateur de Healthpost a modifié ce que vous pouvez faire. Vous ne travaillez plus sur Healthpost. Vous gardez votre compte et pouvez commander avec lui.
mail-staff-roles-changed-wrong = Si c’est une erreur, demandez à l’administrateur de votre organisation, ou écrivez-nous.
mail-staff-roles-changed-link = Nous écrire

mail-staff-suspended-subject = Votre compte Healthpost est suspendu
mail-staff-suspended-heading = Votre compte est suspendu
mail-staff-suspended-body = Un administrateur de Healthpost a suspendu votre compte. Vous avez été déconnecté partout et ne pouvez plus vous connecter.
mail-staff-suspended-wrong = Si c’est une erreur, demandez à l’administrateur de votre organisation, ou écrivez-nous.
mail-staff-suspended-link = Nous écrire

mail-staff-reactivated-subject = Vous pouvez vous connecter à nouveau à Healthpost
mail-staff-reactivated-heading = Vous pouvez vous connecter à nouveau
mail-staff-reactivated-body = Un administrateur de Healthpost a levé la suspension de votre compte. Ce que vous pouvez faire :
mail-staff-reactivated-link = Se connecter

mail-staff-role-catalogue = Catalogue : { $role }
mail-staff-role-registry = Registre : { $role }, { $organisation }

mail-sign-in-changed-subject = Votre façon de vous connecter à Healthpost a changé
mail-sign-in-changed-heading = Votre façon de vous connecter a changé
mail-sign-in-changed-body = Voici ce qui a changé dans votre compte Healthpost :
mail-sign-in-changed-authenticator-set = Une application d’authentification a été configurée
mail-sign-in-changed-authenticator-removed = L’application d’authentification a été supprimée
mail-sign-in-changed-passkey-added = Une clé d’accès a été ajoutée
mail-sign-in-changed-passkey-removed = Une clé d’accès a été supprimée
mail-sign-in-changed-recovery-codes = De nouveaux codes de secours ont été créés. Les précédents ne fonctionnent plus
mail-sign-in-changed-provider-connected = La connexion de votre organisation a été reliée
mail-sign-in-changed-provider-removed = La connexion d’une organisation qui était reliée a été supprimée
mail-sign-in-changed-password = Un mot de passe a été choisi
mail-sign-in-changed-when = Cela a été fait le { $at }.
mail-sign-in-changed-not-you = Si ce n’était pas vous, dites-le-nous tout de suite : une autre personne peut peut-être se connecter à votre compte.
mail-sign-in-changed-link = Nous écrire
