# الحسابات: إنشاؤها والدخول إليها، وما يخص صاحبها. كلمات الأسئلة في forms.ftl.
nav-sign-in = الدخول
nav-account = حسابك
nav-sign-out = الخروج

account-sign-up-title = إنشاء حساب
account-sign-up-lead = بالحساب ترى كل طلباتك في مكان واحد، وتطلب من دون انتظار رمز. ويمكنك أن تطلب من دون حساب أيضًا.
account-sign-up-button = أنشئ حسابي
account-sign-up-have = هل لديك حساب؟
account-sign-in-title = الدخول إلى حسابك
account-by-link-title = برابط عبر البريد الإلكتروني
account-by-link-body = لا تحتاج إلى كلمة مرور. يعمل الرابط مرة واحدة، لمدة 15 دقيقة.
account-by-link-button = أرسل إليّ رابطًا
account-by-password-title = بكلمة مرورك
account-by-password-body = إذا كنت قد اخترت واحدة في حسابك.
account-sign-in-button = الدخول
account-sign-in-other = طرق أخرى للدخول
account-sign-in-forgotten = نسيت كلمة مروري
account-sign-in-none = ليس لديك حساب بعد؟
account-forgotten-title = اختيار كلمة مرور جديدة
account-forgotten-lead = نرسل إليك رابطًا تختار به واحدة. ويمكنك أيضًا الدخول برابط وترك كلمة مرورك كما هي.
account-mailed-title = راجع بريدك الإلكتروني
account-mailed-body = أرسلنا رسالة إلى العنوان الذي أدخلته. اتبع الرابط الذي فيها: يعمل مرة واحدة، لمدة 15 دقيقة.
account-mailed-nothing = إذا لم يصل شيء، فابحث بين الرسائل غير المرغوب فيها، وتحقق من صحة العنوان، ثم اطلب مرة أخرى.
account-mailed-again = اطلب رابطًا آخر

account-link-title = الدخول
account-link-body = اضغط الزر لتدخل إلى حسابك.
account-link-reset-body = اضغط الزر لتدخل وتختار كلمة مرور جديدة.
account-confirm-title = تأكيد بريدك الإلكتروني
account-confirm-body = اضغط الزر لتؤكد أن هذا عنوانك. عندها يُفتح حسابك وتدخل إليه.
account-confirm-button = افتح حسابي
account-password-save = احفظ كلمة مروري
account-signed-out-title = لقد خرجت
account-signed-out-body = لا يستطيع أحد الآن أن يرى حسابك في هذا المتصفح.
account-signed-out-again = الدخول مرة أخرى

account-title = حسابك
account-orders-title = طلباتك
account-orders-none = لم تطلب شيئًا بعد.
account-orders-all = كل طلباتك
account-orders-pages = صفحات الطلبات
account-order-items = { $lines ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $lines } عناصر
    [many] { $lines } عنصرًا
   *[other] { $lines } عنصر
}
account-order-to = إلى { $address }
account-details-title = بياناتك
account-organisation = المؤسسة
account-establishment = مكان عملك
account-password = كلمة المرور
account-password-is-set = لديك واحدة
account-password-none = لا توجد: تدخل برابط

account-save = حفظ
account-later = ليس الآن
account-name-title = تغيير اسمك
account-establishment-title = أين تعمل؟
account-establishment-lead = تستطيع مؤسسات كثيرة أن تطلب نسخًا أكثر في المرة الواحدة. يمكنك تغيير هذا لاحقًا.
account-telephone-title = تغيير رقم هاتفك
account-telephone-lead = نملأ به الخانة حين تطلب. اتركه فارغًا إذا كنت لا تريد أن نحفظ رقمًا.
account-audience-title = إلى أي فئة تنتمي؟
account-audience-lead = لبعض المنشورات حد مخصص لفئة واحدة. يمكنك تغيير هذا لاحقًا.
account-alerts-title = ما تنتظره
account-alerts-lead = نرسل إليك رسالة واحدة حين يمكنك طلبه من جديد. أوقف انتظار ما لم تعد تحتاج إليه.
account-alerts-none = أنت لا تنتظر شيئًا. حين ينفد منشور، تعرض صفحته أن نخبرك بتوفره.
account-alert-since = منذ { $day }
account-alert-until = حتى { $day } على أبعد تقدير
account-alert-confirmed = سنخبرك
account-alert-unconfirmed = لم يؤكَّد بعد: اتبع الرابط الذي أرسلناه إليك بالبريد الإلكتروني
account-alert-end = إيقاف الانتظار
account-password-title = كلمة مرورك
account-password-set-lead = تدخل برابط عبر البريد الإلكتروني. إذا أردت كلمة مرور أيضًا، فاختر واحدة.
account-password-again-lead = تحل محل التي كانت لديك. وتخرج من كل مكان آخر.
account-password-change-title = تغييرها
account-password-change-lead = تخرج من كل مكان آخر.
account-password-remove-title = الاستغناء عنها
account-password-remove-lead = تدخل بروابط عبر البريد الإلكتروني، كما كان من قبل.
account-password-remove-button = أزل كلمة مروري

account-addresses-title = عناوينك
account-addresses-lead = تختار منها عند الطلب. والطلبات التي قدمتها تحتفظ بالعنوان الذي أُرسلت إليه.
account-addresses-none = لم تحفظ أي عنوان بعد.
account-address-default = يُختار أولًا
account-address-verified = تم التحقق منه
account-address-unverified = لم يتم التحقق منه
account-address-make-default = اختره أولًا من الآن فصاعدًا
account-address-remove = إزالة
account-address-add-title = إضافة عنوان
account-address-change-title = تغيير عنوان
account-address-find-title = ابحث عنه برمزه البريدي
account-address-find-button = ابحث عن العناوين
account-address-found-title = العناوين في { $postcode }
account-address-nothing-found = لم نجد أي عنوان للرمز { $postcode }. تحقق من الرمز البريدي والمبنى، أو أدخل العنوان أدناه.
account-address-unavailable = لا يمكننا البحث عن { $postcode } الآن. أدخل العنوان أدناه، وسنحفظه دون التحقق منه.
account-address-by-hand-title = أو أدخله بنفسك
account-address-save = احفظ العنوان
account-address-use = استخدم هذا العنوان
account-address-anyway = احفظه على أي حال
account-address-use-it = استخدم العنوان الذي لديك

account-devices-title = أين دخلت إلى حسابك
account-devices-lead = اخرج من كل مكان لا تعرف أنك كنت أنت فيه. وإذا كانت لديك كلمة مرور، فغيّرها بعد ذلك.
account-device = { $browser } على { $system }
account-device-this = هذا المتصفح
account-device-since = بدأ الدخول في { $moment }
account-device-seen = آخر استخدام في { $moment }
account-device-end = الخروج من هناك
account-everywhere-title = من كل مكان دفعة واحدة
account-everywhere-body = تخرج من هذا المتصفح أيضًا.
account-everywhere-button = الخروج من كل مكان
account-browser-firefox = Firefox
account-browser-chrome = Chrome
account-browser-edge = Edge
account-browser-opera = Opera
account-browser-samsung = Samsung Internet
account-browser-safari = Safari
account-browser-other = متصفح آخر
account-system-windows = Windows
account-system-macos = macOS
account-system-ios = iPhone أو iPad
account-system-android = Android
account-system-chromeos = ChromeOS
account-system-linux = Linux
account-system-other = نظام آخر

basket-merged-title = سلتك السابقة
basket-merged = { $lines ->
    [zero] لم نضف شيئًا من سلتك السابقة.
    [one] أضفنا عنصرًا واحدًا من سلتك السابقة.
    [two] أضفنا عنصرين من سلتك السابقة.
    [few] أضفنا { $lines } عناصر من سلتك السابقة.
    [many] أضفنا { $lines } عنصرًا من سلتك السابقة.
   *[other] أضفنا { $lines } عنصر من سلتك السابقة.
}
basket-merged-beyond = { $lines ->
    [zero] لم يبق شيء خارج سلتك.
    [one] تعذرت إضافة عنصر واحد كليًا أو جزئيًا: لا مكان له في سلتك.
    [two] تعذرت إضافة عنصرين كليًا أو جزئيًا: لا مكان لهما في سلتك.
    [few] تعذرت إضافة { $lines } عناصر كليًا أو جزئيًا: لا مكان لها في سلتك.
    [many] تعذرت إضافة { $lines } عنصرًا كليًا أو جزئيًا: لا مكان لها في سلتك.
   *[other] تعذرت إضافة { $lines } عنصر كليًا أو جزئيًا: لا مكان لها في سلتك.
}
basket-merged-undo = تراجع

done-password-set = حُفظت كلمة مرورك
done-password-removed = أُزيلت كلمة مرورك. تدخل الآن بروابط عبر البريد الإلكتروني
done-account-changed = تم تغيير بياناتك
done-address-saved = تم حفظ العنوان
done-address-removed = تمت إزالة العنوان
done-address-default = سيُختار هذا العنوان أولًا من الآن فصاعدًا
done-address-known = سيُرسل الطلب إلى هناك. كان هذا العنوان محفوظًا في حسابك من قبل
done-addresses-full = سيُرسل الطلب إلى هناك. لم يُحفظ العنوان: لا مكان في حسابك لعناوين أخرى
done-device-ended = تم الخروج من ذلك المتصفح
done-alert-ended = لم تعد تنتظره
done-merge-undone = أُخرجت عناصر سلتك السابقة

error-account-signed-out-title = تم تسجيل خروجك
error-account-signed-out-body = لم تفعل شيئًا لمدة 8 ساعات، أو مضى على دخولك 12 ساعة، أو خرجت من مكان آخر. لم يُحفظ شيء.
error-account-signed-out-again = ما أرسلته لا يزال في هذه الصفحة. سجّل الدخول مرة أخرى، ثم عد إلى هذه الصفحة واستخدم الزر لإرساله مرة أخرى.
error-account-sign-in = سجّل الدخول مرة أخرى (يفتح في علامة تبويب جديدة)
error-account-link-title = هذا الرابط لا يعمل
error-account-link-body = استُخدم من قبل، أو مضى عليه أكثر من 15 دقيقة، أو لم يُنسخ كاملًا. اطلب رابطًا آخر.
error-account-link-again = اطلب رابطًا آخر
