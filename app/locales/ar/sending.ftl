# إرسال التسجيل: أسئلة الصفحة الأخيرة والرسائل التي تليها.
certification = الإقرار
    .missing = أكّد أنك الشخص المذكور وأن إجاباتك صحيحة وكاملة
    .malformed = أكّد أنك الشخص المذكور وأن إجاباتك صحيحة وكاملة
    .yes = أنا الشخص المذكور في هذا التسجيل، وإجاباتي صحيحة وكاملة على حد علمي
consents = على ماذا توافق أيضًا؟
    .malformed = اختر من القائمة
    .campaigns = أرسلوا إليّ الأخبار والتمارين بالبريد الإلكتروني
    .sms = أرسلوا إليّ نداءات الاستدعاء وتغييرات المناوبات برسائل نصية
    .regulator_check = تحققوا من تسجيلي لدى هيئتي المهنية
    .publications = اسمحوا لي بالاطلاع على المطبوعات المخصصة للأطباء السريريين وطلبها
any-human-check-missing = انتظر حتى ينتهي التحقق، أو اطلب رمزًا بالبريد الإلكتروني
any-human-check-wrong = لم ينجح التحقق. حاول مرة أخرى، أو اطلب رمزًا بالبريد الإلكتروني
any-human-check-expired = انتهى وقت التحقق. أرسل تسجيلك مرة أخرى

mail-registration-subject = تسجيلك { $number }
mail-registration-heading = لقد استلمنا تسجيلك
mail-registration-hello = شكرًا لك يا { $name } على التسجيل.
mail-registration-hello-plain = شكرًا لك على التسجيل.
mail-registration-number = رقم التأكيد
mail-registration-number-use = استخدمه عندما تسألنا عن تسجيلك. وهو ليس كلمة مرور: لا يستطيع أحد أن يرى إجاباتك أو يغيّرها به.
mail-registration-confirm = أكّد عنوان بريدك الإلكتروني
mail-registration-confirm-why = إلى أن تفعل ذلك، لا يمكننا استدعاؤك.
mail-registration-confirm-link = تأكيد هذا العنوان
mail-registration-next = ماذا يحدث بعد ذلك
mail-registration-next-body = إذا احتاجت حالة طوارئ إلى أشخاص بمهاراتك، فسنطابقك مع ما هو مطلوب ونتصل بك. ولست ملزمًا بالقبول.
mail-registration-manage = يمكنك في أي وقت تغيير إجاباتك أو الانسحاب أو تنزيل كل ما لدينا عنك.
mail-registration-manage-link = عرض تسجيلك
mail-registration-contact = هل لديك أسئلة؟ اكتب إلى { $mailbox }.

mail-address-reminder-subject = أكّد عنوان بريدك الإلكتروني
mail-address-reminder-heading = أكّد عنوان بريدك الإلكتروني
mail-address-reminder-body = لقد سجّلت للمساعدة في حالات الطوارئ. لا يمكننا استدعاؤك حتى تؤكد هذا العنوان.
mail-address-reminder-confirm-link = تأكيد هذا العنوان
mail-address-reminder-ignore = إذا لم تسجّل، فيمكنك تجاهل هذه الرسالة. لن نسألك مرة أخرى.

mail-registration-exists-subject = تسجيلك
mail-registration-exists-heading = سجّل شخص ما مرة أخرى بهذا العنوان
mail-registration-exists-body = أرسل شخص ما، وأنت على الأرجح، تسجيلًا آخر بعنوان البريد الإلكتروني هذا.
mail-registration-exists-dates = تم التسجيل الموجود لديك في { $made } وتغيّر آخر مرة في { $changed }.
mail-registration-exists-choices = سجّل الدخول برمز لتختار: استخدام الإجابات الجديدة أو الاحتفاظ بالقديمة. ويمكنك أيضًا تجاهل هذه الرسالة.
mail-registration-exists-link = الاختيار
mail-registration-exists-end = من دون اختيار، تُحذف الإجابات الجديدة بعد 14 يومًا ولا يتغير شيء.

mail-possible-duplicate-subject = هل سجّلت مرتين؟
mail-possible-duplicate-heading = سجّل شخص ما ببيانات تشبه بياناتك
mail-possible-duplicate-body = للتسجيل الآخر عنوان بريد إلكتروني آخر: { $other }.
mail-possible-duplicate-yours = إذا كنت أنت، فسجّل الدخول لدمج الاثنين.
mail-possible-duplicate-link = عرض تسجيلك
mail-possible-duplicate-not-yours = إذا لم تكن أنت، فلن يتغير شيء لديك. ويمكنك الإبلاغ عن ذلك.
mail-possible-duplicate-report = الإبلاغ عن ذلك
