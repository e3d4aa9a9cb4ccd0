# Messages. `…-subject` and `…-heading` stand on each.
mail-order-link = اطّلع على حالة طلبك أو غيّره أو ألغِه

mail-code-subject = { $code } هو رمزك في Healthpost
mail-code-heading = رمزك
mail-code-enter = أدخله في الصفحة التي طلبته منها. وهو صالح لمدة 30 دقيقة.
mail-code-ignore = إذا لم تطلب رمزًا، فيمكنك تجاهل هذه الرسالة: لن يحدث شيء من دونه.

mail-order-placed-subject = طلبك { $number }
mail-order-placed-heading = لقد استلمنا طلبك
mail-order-placed-hello = مرحبًا { $name }، شكرًا لك على طلبك.
mail-order-placed-number = رقم الطلب
mail-order-placed-date = تاريخ تقديم الطلب: { $date }
mail-order-placed-keep = احتفظ برقم الطلب: تحتاج إليه مع هذا البريد الإلكتروني للعثور على طلبك مرة أخرى.
mail-order-items = ما طلبته
mail-order-copies = إجمالي عدد النسخ: { $copies }
mail-order-address = العنوان الذي نرسله إليه

mail-order-amended-subject = تم تغيير طلبك { $number }
mail-order-amended-heading = تم تغيير طلبك
mail-order-amended-hello = مرحبًا { $name }، هذا هو طلبك كما هو الآن.

mail-order-cancelled-subject = تم إلغاء طلبك { $number }
mail-order-cancelled-heading = تم إلغاء طلبك
mail-order-cancelled-hello = مرحبًا { $name }،
mail-order-cancelled-body = لن يُرسل أي شيء من هذا الطلب. ولن يُحتسب ما طلبته ضمن الحد المسموح لك.
mail-order-cancelled-link = اطّلع على طلبك

mail-limit-asked-subject = طلبت نسخًا إضافية من «{ $title }»
mail-limit-asked-heading = لقد استلمنا طلبك للحصول على نسخ إضافية
mail-limit-asked-hello = مرحبًا،
mail-limit-asked-body = { $copies ->
    [zero] لم تطلب أي نسخة من «{ $title }» ({ $code }).
    [one] لقد طلبت نسخة واحدة من «{ $title }» ({ $code }).
    [two] لقد طلبت نسختين من «{ $title }» ({ $code }).
    [few] لقد طلبت { $copies } نسخ من «{ $title }» ({ $code }).
    [many] لقد طلبت { $copies } نسخة من «{ $title }» ({ $code }).
   *[other] لقد طلبت { $copies } نسخة من «{ $title }» ({ $code }).
}
mail-limit-asked-next = نقرأ كل طلب ونرد عليه بالبريد الإلكتروني، عادةً خلال 5 أيام عمل.

mail-limit-referred-subject = { $copies ->
    [zero] طلب للحصول على نسخ من { $code }
    [one] طلب للحصول على نسخة واحدة من { $code }
    [two] طلب للحصول على نسختين من { $code }
    [few] طلب للحصول على { $copies } نسخ من { $code }
    [many] طلب للحصول على { $copies } نسخة من { $code }
   *[other] طلب للحصول على { $copies } نسخة من { $code }
}
mail-limit-referred-heading = طلب يتجاوز الحد المسموح
mail-limit-referred-body = { $copies ->
    [zero] ورد طلب من { $name } للحصول على نسخ من «{ $title }» ({ $code }).
    [one] ورد طلب من { $name } للحصول على نسخة واحدة من «{ $title }» ({ $code }).
    [two] ورد طلب من { $name } للحصول على نسختين من «{ $title }» ({ $code }).
    [few] ورد طلب من { $name } للحصول على { $copies } نسخ من «{ $title }» ({ $code }).
    [many] ورد طلب من { $name } للحصول على { $copies } نسخة من «{ $title }» ({ $code }).
   *[other] ورد طلب من { $name } للحصول على { $copies } نسخة من «{ $title }» ({ $code }).
}
mail-limit-referred-needed-by = التاريخ المطلوب: { $date }.
mail-limit-referred-no-date = لم يُذكر تاريخ.
mail-limit-referred-reason = السبب
mail-limit-referred-edition = عرض المنشور

mail-limit-decided-subject = طلبك بشأن «{ $title }»
mail-limit-decided-heading = تم البت في طلبك
mail-limit-decided-hello = مرحبًا،
mail-limit-decided-granted = { $copies ->
    [zero] لم تطلب أي نسخة من «{ $title }».
    [one] لقد طلبت نسخة واحدة من «{ $title }».
    [two] لقد طلبت نسختين من «{ $title }».
    [few] لقد طلبت { $copies } نسخ من «{ $title }».
    [many] لقد طلبت { $copies } نسخة من «{ $title }».
   *[other] لقد طلبت { $copies } نسخة من «{ $title }».
} { $granted ->
    [zero] لا يمكنك طلب أي نسخة زيادةً على الحد المسموح لك
    [one] يمكنك طلب نسخة واحدة زيادةً على الحد المسموح لك
    [two] يمكنك طلب نسختين زيادةً على الحد المسموح لك
    [few] يمكنك طلب { $granted } نسخ زيادةً على الحد المسموح لك
    [many] يمكنك طلب { $granted } نسخة زيادةً على الحد المسموح لك
   *[other] يمكنك طلب { $granted } نسخة زيادةً على الحد المسموح لك
}، حتى { $date }. استخدم هذا البريد الإلكتروني عندما تقدم طلبك.
mail-limit-decided-refused = { $copies ->
    [zero] لم تطلب أي نسخة من «{ $title }».
    [one] لقد طلبت نسخة واحدة من «{ $title }».
    [two] لقد طلبت نسختين من «{ $title }».
    [few] لقد طلبت { $copies } نسخ من «{ $title }».
    [many] لقد طلبت { $copies } نسخة من «{ $title }».
   *[other] لقد طلبت { $copies } نسخة من «{ $title }».
} لا يمكننا أن نرسل إليك أكثر من الحد المسموح لك.
mail-limit-decided-note = ما أُبلغنا به: { $note }
mail-limit-decided-order = اطلب النسخ

mail-waiting-confirm-subject = أكّد أنك تريد أن نخبرك عن «{ $title }»
mail-waiting-confirm-heading = هل هذا بريدك الإلكتروني؟
mail-waiting-confirm-body = طلب منا أحد الأشخاص أن نكتب إلى هذا العنوان عندما يصبح طلب «{ $title }» ممكنًا من جديد.
mail-waiting-confirm-confirm = نعم، أخبرني عندما يتوفر من جديد
mail-waiting-confirm-ignore = إذا لم تكن أنت من طلب ذلك، فلا تفعل شيئًا: لن تصلك منا رسائل عنه.
mail-waiting-confirm-end = لا تخبرني

mail-back-in-stock-subject = يمكن طلب «{ $title }» من جديد
mail-back-in-stock-heading = لقد توفر من جديد
mail-back-in-stock-body = يمكن طلب «{ $title }» ({ $code }) من جديد.
mail-back-in-stock-order = اطلبه
mail-back-in-stock-once = طلبت منا أن نخبرك مرة واحدة، وهذه هي تلك المرة.

mail-low-stock-subject = { $copies ->
    [0] لم تبق أي نسخة من «{ $title }»
   *[other] لم يبق سوى القليل من نسخ «{ $title }»
}
mail-low-stock-heading = المخزون منخفض
mail-low-stock-body = { $copies ->
    [0] لم تبق أي نسخة من «{ $title }» ({ $code }).
   *[other] عدد النسخ المتبقية من «{ $title }» ({ $code }): { $copies }.
}
mail-low-stock-edition = عرض صفحته
mail-low-stock-once = أنت المسؤول عن هذا المخزون. نخبرك مرة واحدة في كل مرة ينخفض فيها إلى هذا الحد.

mail-support-subject = رسالة: { $summary }
mail-support-heading = كتب أحدهم إلى مكتب الدعم
mail-support-from = من { $name }، { $email }.

mail-support-received-subject = لقد استلمنا رسالتك
mail-support-received-heading = لقد استلمنا رسالتك
mail-support-received-body = شكرًا لك على مراسلتنا. لقد استلمنا رسالتك وسنرد عليك عبر البريد الإلكتروني.
mail-support-received-ignore = إذا لم تكن قد كتبت إلينا، فقد أدخل أحدهم عنوانك عن طريق الخطأ، ويمكنك تجاهل هذه الرسالة.

mail-account-once = يعمل الرابط مرة واحدة، لمدة 15 دقيقة.

mail-account-confirm-subject = أكّد عنوان بريدك الإلكتروني
mail-account-confirm-heading = هل هذا عنوان بريدك الإلكتروني؟
mail-account-confirm-body = طلب منا أحد الأشخاص إنشاء حساب في Healthpost لهذا العنوان. اتبع الرابط لتأكيد أنك أنت من طلب ذلك.
mail-account-confirm-link = تأكيد عنواني وإنشاء حسابي
mail-account-confirm-ignore = إذا لم تكن أنت، فلا تفعل شيئًا: لن يُنشأ أي حساب من دون الرابط.

mail-account-exists-subject = لديك حساب في Healthpost بالفعل
mail-account-exists-heading = لديك حساب بالفعل
mail-account-exists-body = طلب منا أحد الأشخاص إنشاء حساب في Healthpost لهذا العنوان، ولديه حساب بالفعل. يمكنك تسجيل الدخول بواسطة الرابط.
mail-account-exists-link = تسجيل الدخول
mail-account-exists-ignore = إذا لم تكن أنت، فيمكنك تجاهل هذه الرسالة: لن يحدث شيء من دون الرابط.

mail-account-sign-in-subject = تسجيل الدخول إلى Healthpost
mail-account-sign-in-heading = رابطك لتسجيل الدخول
mail-account-sign-in-body = طلب أحد الأشخاص رابطًا لتسجيل الدخول إلى حساب Healthpost الخاص بهذا العنوان.
mail-account-sign-in-link = تسجيل الدخول
mail-account-sign-in-ignore = إذا لم تكن أنت، فيمكنك تجاهل هذه الرسالة: لن يحدث شيء من دون الرابط.

mail-account-reset-subject = تعيين كلمة مرور جديدة في Healthpost
mail-account-reset-heading = تعيين كلمة مرور جديدة
mail-account-reset-body = طلب أحد الأشخاص تعيين كلمة مرور جديدة لحساب Healthpost الخاص بهذا العنوان. يسجّل الرابط دخولك، ثم يمكنك اختيار كلمة مرور.
mail-account-reset-link = تعيين كلمة مرور جديدة
mail-account-reset-ignore = إذا لم تكن أنت، فيمكنك تجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.

mail-account-none-subject = ليس لديك حساب في Healthpost
mail-account-none-heading = لا يوجد حساب لهذا العنوان
mail-account-none-body = أراد أحد الأشخاص تسجيل الدخول إلى Healthpost بهذا العنوان، وليس له حساب. ربما استخدمت عنوانًا آخر، أو تريد إنشاء حساب. يمكنك الطلب من دون حساب أيضًا.
mail-account-none-link = إنشاء حساب
mail-account-none-ignore = إذا لم تكن أنت، فيمكنك تجاهل هذه الرسالة.

mail-password-changed-subject = تغيّرت كلمة مرورك في Healthpost
mail-password-changed-heading = تغيّرت كلمة مرورك
mail-password-changed-set = عُيّنت كلمة مرور جديدة لحسابك في Healthpost.
mail-password-changed-removed = أُزيلت كلمة مرور حسابك في Healthpost. من الآن فصاعدًا تسجّل الدخول برابط نرسله إليك بالبريد الإلكتروني.
mail-password-changed-when = حدث ذلك في { $at }.
mail-password-changed-elsewhere = سُجّل خروجك من كل مكان آخر كنت قد سجّلت الدخول فيه.
mail-password-changed-not-you = إذا لم تكن أنت، فعيّن كلمة مرور أخرى الآن.
mail-password-changed-link = تعيين كلمة مرور أخرى
