# رسائل إلى الموظفين. لكل منها `…-subject` و`…-heading`.
mail-staff-invitation-subject = أنت مدعو للعمل على Healthpost
mail-staff-invitation-heading = أنت مدعو للعمل على Healthpost
mail-staff-invitation-for = هذه الدعوة موجهة إلى { $name }.
mail-staff-invitation-body = يطلب منك أحد مسؤولي Healthpost أن تعمل معهم. اتبع الرابط للقبول. ما ستقوم به:
mail-staff-invitation-link = عرض الدعوة
mail-staff-invitation-until = يعمل الرابط مرة واحدة، حتى { $date }.
mail-staff-invitation-ignore = إذا لم تكن تتوقع ذلك، فلا تفعل شيئًا: لن يحدث شيء من دون الرابط.

mail-staff-sign-in-reset-subject = أعد إعداد طريقة دخولك إلى Healthpost
mail-staff-sign-in-reset-heading = أعد إعداد طريقة دخولك
mail-staff-sign-in-reset-body = أعاد أحد المسؤولين ضبط طريقة دخولك إلى Healthpost. حُذفت كلمة مرورك وخطوتك الثانية، وسُجّل خروجك في كل مكان. اتبع الرابط لإعدادهما من جديد. لم يتغيّر ما يُسمح لك به.
mail-staff-sign-in-reset-link = إعداد طريقة دخولي
mail-staff-sign-in-reset-until = يعمل الرابط مرة واحدة، حتى { $date }.
mail-staff-sign-in-reset-not-you = إذا لم تطلب ذلك، فأخبرنا فورًا.
mail-staff-sign-in-reset-contact = اكتب إلينا

mail-staff-approved-subject = تمت الموافقة على حسابك في Healthpost
mail-staff-approved-heading = تمت الموافقة على حسابك
mail-staff-approved-body = وافق أحد مسؤولي Healthpost على حسابك. ما يُسمح لك به:
mail-staff-approved-link = تسجيل الدخول

mail-staff-roles-changed-subject = تغيّر ما يُسمح لك به في Healthpost
mail-staff-roles-changed-heading = تغيّر ما يُسمح لك به
mail-staff-roles-changed-body = غيّر أحد مسؤولي Healthpost ما يُسمح لك به. من الآن فصاعدًا هو:
mail-staff-roles-changed-none = غيّر أحد مسؤولي Healthpost ما يُسمح لك به. لم تعد تعمل على Healthpost. يبقى لك حسابك ويمكنك الطلب به.
mail-staff-roles-changed-wrong = إذا كان ذلك خطأ، فاسأل مسؤول مؤسستك، أو اكتب إلينا.
mail-staff-roles-changed-link = اكتب إلينا

mail-staff-suspended-subject = حسابك في Healthpost موقوف
mail-staff-suspended-heading = حسابك موقوف
mail-staff-suspended-body = أوقف أحد مسؤولي Healthpost حسابك. سُجّل خروجك في كل مكان، ولا يمكنك تسجيل الدخول.
mail-staff-suspended-wrong = إذا كان ذلك خطأ، فاسأل مسؤول مؤسستك، أو اكتب إلينا.
mail-staff-suspended-link = اكتب إلينا

mail-staff-reactivated-subject = يمكنك تسجيل الدخول إلى Healthpost من جديد
mail-staff-reactivated-heading = يمكنك تسجيل الدخول من جديد
mail-staff-reactivated-body = رفع أحد مسؤولي Healthpost الإيقاف عن حسابك. ما يُسمح لك به:
mail-staff-reactivated-link = تسجيل الدخول

mail-staff-role-catalogue = الفهرس: { $role }
mail-staff-role-registry = السجل: { $role }، { $organisation }

mail-sign-in-changed-subject = تغيّرت طريقة دخولك إلى Healthpost
mail-sign-in-changed-heading = تغيّرت طريقة دخولك
mail-sign-in-changed-body = هذا ما تغيّر في حسابك في Healthpost:
mail-sign-in-changed-authenticator-set = أُعدّ تطبيق مصادقة
mail-sign-in-changed-authenticator-removed = أُزيل تطبيق المصادقة
mail-sign-in-changed-passkey-added = أُضيف مفتاح مرور
mail-sign-in-changed-passkey-removed = أُزيل مفتاح مرور
mail-sign-in-changed-recovery-codes = أُنشئت رموز استرداد جديدة. لم تعد الرموز السابقة تعمل
mail-sign-in-changed-provider-connected = رُبط الدخول عن طريق مؤسستك
mail-sign-in-changed-provider-removed = أُزيل دخول عن طريق مؤسسة كان مرتبطًا من قبل
mail-sign-in-changed-password = عُيّنت كلمة مرور
mail-sign-in-changed-when = حدث ذلك في { $at }.
mail-sign-in-changed-not-you = إذا لم تكن أنت، فأخبرنا فورًا: قد يتمكن شخص آخر من الدخول إلى حسابك.
mail-sign-in-changed-link = اكتب إلينا
