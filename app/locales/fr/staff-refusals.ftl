# Pourquoi des formulaires sur le personnel sont refusés, quand aucune question n’est en cause.
any-staff-yourself = C’est vous. Une autre personne doit modifier ce que vous pouvez faire
any-staff-last-admin = Personne d’autre n’administre cela. Donnez d’abord le rôle à une autre personne
any-staff-step-ended = Vous avez mis trop de temps, ou saisi trop de codes erronés. Reprenez la connexion depuis le début
any-staff-last-factor = C’est votre seule deuxième étape. Configurez une clé d’accès avant de la supprimer
any-close-last-admin = Personne d’autre n’administre ce service. Donnez votre rôle à une autre personne avant de fermer votre compte
any-staff-wrong = L’adresse e-mail ou le mot de passe n’est pas correct. Vérifiez les deux
any-staff-wrong-password = Ce mot de passe n’est pas correct. Vérifiez-le et réessayez
