# What is one's own in an account: ordering again, lists, another address, own data, closing. Words of their questions, and
# what is written about them.
order-again = اطلب هذا مرة أخرى
order-again-title = طلب { $number } مرة أخرى
order-again-body = هذا ما يمكنك الحصول عليه من ذلك الطلب الآن. غيّر الكميات في سلتك قبل أن تطلب.
order-again-not = العودة إلى الطلب
order-event-reordered = طُلب مرة أخرى
refill-all = يمكن وضع كل ذلك في سلتك.
refill-swapped = { $swapped ->
    [zero] لا إصدارات أحدث من بين { $lines }.
    [one] لعنصر واحد من { $lines } إصدار أحدث: استُبدل.
    [two] لعنصرين من { $lines } إصدار أحدث: استُبدلا.
    [few] لـ { $swapped } عناصر من { $lines } إصدار أحدث: استُبدلت.
    [many] لـ { $swapped } عنصرًا من { $lines } إصدار أحدث: استُبدلت.
   *[other] لـ { $swapped } عنصر من { $lines } إصدار أحدث: استُبدلت.
}
refill-changed = { $lines ->
    [zero] لا عناصر بعدد آخر من النسخ.
    [one] عنصر واحد بعدد آخر من النسخ.
    [two] عنصران بعدد آخر من النسخ.
    [few] { $lines } عناصر بعدد آخر من النسخ.
    [many] { $lines } عنصرًا بعدد آخر من النسخ.
   *[other] { $lines } عنصر بعدد آخر من النسخ.
}
refill-left = { $lines ->
    [zero] لا عناصر غير متاحة.
    [one] عنصر واحد غير متاح: تُرك.
    [two] عنصران غير متاحين: تُركا.
    [few] { $lines } عناصر غير متاحة: تُركت.
    [many] { $lines } عنصرًا غير متاح: تُركت.
   *[other] { $lines } عنصر غير متاح: تُركت.
}
refill-newer = إصدار أحدث
refill-replaces = بدلًا من { $codes }
refill-part = { $copies } إلى سلتك
refill-left-out = تُرك
refill-button = ضع في سلتي
any-refill-not-live = لم يعد هذا متاحًا
any-refill-restricted = هذا لبعض الفئات فقط
any-refill-opens-later = يمكنك طلب هذا ابتداءً من { $date }
any-refill-closed = أُغلق الطلب في { $date }
any-refill-out-of-stock = نفد هذا من المخزون
done-refilled = كل ذلك في سلتك
done-refilled-in-part = ما يمكنك الحصول عليه في سلتك. بعضه غير متاح الآن

basket-save-list = احفظ هذا كقائمة
lists-title = قوائمك
lists-lead = احفظ ما تطلبه كثيرًا تحت اسم، وضعه كله في سلتك دفعة واحدة. يمكن أن يكون لديك { $max } من القوائم.
lists-none = ليس لديك قوائم بعد.
lists-save-title = احفظ سلتك كقائمة
lists-save-body = { $lines ->
    [0] سلتك فارغة: تبدأ القائمة فارغة أيضًا.
    [zero] سلتك فارغة: تبدأ القائمة فارغة أيضًا.
    [one] في سلتك عنصر واحد.
    [two] في سلتك عنصران.
    [few] في سلتك { $lines } عناصر.
    [many] في سلتك { $lines } عنصرًا.
   *[other] في سلتك { $lines } عنصر.
}
lists-save-button = احفظ القائمة
saved-list-title = قائمة
list-empty = لا شيء في هذه القائمة بعد.
list-is-shared = مشارَكة
list-add-title = أضف شيئًا
list-add-button = أضف إلى القائمة
list-rename-title = غيّر اسمها
list-delete = احذف هذه القائمة
list-sharing-title = شاركها
list-share-body = من لديه الرابط يقرأ هذه القائمة ويمكنه وضعها في سلة. لا يمكنه تغييرها، ولا يظهر فيها اسمك.
list-share = أنشئ رابطًا
list-shared-body = من لديه هذا الرابط يقرأ القائمة:
list-stop-sharing = أوقف المشاركة
list-shared-lead = شارك أحدهم هذه القائمة معك. يمكنك وضعها كلها في سلتك.
error-list-link-title = انتهى هذا الرابط إلى القائمة
error-list-link-body = سحب من شارك القائمة الرابط، أو لم يُنسخ الرابط كاملًا. اطلب منه رابطًا جديدًا.
list_name = اسم القائمة
    .hint = مثلًا ما تطلبه كل شتاء. من يحصل على رابطها يقرأ الاسم
    .missing = أدخل اسمًا للقائمة
any-lists-full = يمكن أن يكون لديك { $max } من القوائم. احذف واحدة أولًا
any-list-full = تتسع القائمة لـ { $max } من العناصر المختلفة. أزل واحدًا أولًا
any-list-renamed = تغيّر اسم القائمة في هذه الأثناء: تجده في الأعلى. لتغييره احفظ مرة أخرى
done-list-saved = حُفظت قائمتك
done-list-deleted = حُذفت قائمتك
done-list-shared = لقائمتك رابط الآن
done-list-unshared = لم يعد رابط قائمتك يفتح شيئًا

account-email-title = غيّر عنوان بريدك الإلكتروني
account-email-lead = هو { $email } الآن. ويبقى كذلك حتى تتبع رابطين: رابطًا نرسله إلى العنوان الجديد، ورابطًا نرسله إلى هذا العنوان.
account-email-lost = إذا لم تعد تستطيع قراءة الرسائل هناك، فعلينا أن نغيّره نحن لك.
account-email-lost-link = اكتب إلينا
account-email-confirm-body = اضغط الزر لاستخدام { $email } لحسابك. يتغيّر العنوان بعد أن يؤكد ذلك عنوانك الحالي أيضًا، ويُسجَّل خروجك عندئذ في كل مكان آخر.
account-email-confirm-button = استخدم هذا العنوان
account-email-old-body = يريد شخص مسجّل الدخول إلى حسابك أن يستخدم الحساب { $email } بدلًا من هذا العنوان. اضغط الزر إن كنت أنت. وإلا فعيّن كلمة مرور أخرى وسجّل الخروج في كل مكان.
account-email-old-button = اسمح بالتغيير
account-email-awaited-title = رابط واحد بعد
account-email-awaited-old = تم تأكيد { $email }. اتبع أيضًا الرابط في رسالتنا إلى { $old }: وحتى ذلك الحين يحتفظ حسابك بذلك العنوان.
account-email-awaited-new = لقد سمحت بالتغيير. اتبع أيضًا الرابط في رسالتنا إلى { $email }: وحتى ذلك الحين يحتفظ حسابك بعنوانه.
done-email-asked = كتبنا إلى عنوانك الحالي أيضًا. اتبع الرابطين في الرسالتين
account_new_email = عنوان البريد الإلكتروني الجديد
    .hint = نرسل رابطًا إليه، وآخر إلى عنوانك الحالي. افتح الرابطين في هذا المتصفح، حيث سجّلت الدخول
    .missing = أدخل عنوان بريد إلكتروني
    .malformed = أدخل عنوان بريد إلكتروني بالصيغة الصحيحة، مثل name@example.com
any-email-is-yours = هذا عنوان بريدك الإلكتروني بالفعل. أدخل عنوانًا آخر

account-data-title = معلوماتك
account-data-lead = كل ما نحتفظ به عنك وعن حسابك.
account-data-json = نزّل كل ذلك (JSON)
account-data-created = أُنشئ الحساب
account-data-changed = آخر تغيير
account-data-confirmed = أُكّد عنوان البريد الإلكتروني
account-data-signed-in = آخر تسجيل دخول
account-data-checkout = طلب قيد الإعداد
account-data-asked = ما طلبته
account-data-waiting = نخبرك حين يتوفر من جديد، حتى { $moment }
account-data-written = الرسائل
account-data-letter = كتبنا إليك
account-data-roles = ما يمكنك فعله هنا
account-data-second-step = خطوتك الثانية
account-data-authenticator = تطبيق المصادقة، منذ { $moment }
account-data-passkey = مفتاح المرور { $name }، منذ { $moment }
account-data-recovery = رموز الاسترداد المتبقية: { $codes }
account-data-provider = تسجيل الدخول من خدمة أخرى
account-data-as-guest = طُلب من دون تسجيل الدخول
account-data-sent = أُرسل: { $copies }
account-data-cancelled = أُلغي: { $copies }
account-data-version = حتى { $moment }:
account-data-needed = مطلوب قبل { $day }
account-data-granted = مُنح: { $granted }. استُخدم: { $used }
account-data-invitations = دعوات للعمل هنا
account-data-invited = { $moment }، حتى { $until }
account-data-limits = حدود خاصة بك
account-data-limit-of-all = كل شيء
account-data-journal = السجل الزمني
account-data-journal-entries = قيود عنك: { $entries }. تجدها في الملف الذي تنزّله
account-data-registration = إذا كنت في سجل مقدمي الرعاية، فلتسجيلك معلوماته الخاصة.
account-registration-link = انتقل إلى تسجيلك

close-title = أغلق حسابك
close-lead = لا يمكن التراجع عن هذا. يمكنك الطلب من دون حساب، وإنشاء حساب آخر في أي وقت.
close-gone = يُحذف اسمك وعنوانك وكلمة مرورك وقوائمك وسلتك فورًا، ويُسجَّل خروجك في كل مكان.
close-orders = تبقى الطلبات من دون اسمك وعنوان بريدك الإلكتروني ورقم هاتفك وشارعك، وكذلك الطلبات التي قدّمتها بعنوان بريدك الإلكتروني من دون تسجيل الدخول. والطلبات التي في الطريق تحتفظ بها حتى تصل، ولمدة { $days } يومًا على الأكثر.
close-mailbox = ما كتبته إلى مكتب الدعم يبقى في صندوق بريده حتى يُجاب عنه.
close-registration = إذا كنت في سجل مقدمي الرعاية، فيبقى تسجيلك. ويمكنك سحبه أو حذفه على حدة.
close-data = اطّلع على معلوماتك ونزّلها أولًا
close-button = أغلق حسابي
close_confirmation = لإغلاقه، أدخل عنوان البريد الإلكتروني لحسابك
    .missing = أدخل عنوان البريد الإلكتروني لحسابك
    .malformed = أدخل عنوان بريد إلكتروني بالصيغة الصحيحة، مثل name@example.com
any-close-other-email = ليس هذا عنوان البريد الإلكتروني لهذا الحساب. أدخل ذلك العنوان لإغلاقه
closed-title = حسابك مغلق
closed-body = أرسلنا رسالة أخيرة تقول ذلك. شكرًا لاستخدامك Healthpost.

mail-account-new-email-subject = أكّد عنوان بريدك الإلكتروني الجديد
mail-account-new-email-heading = هل هذا عنوان بريدك الإلكتروني الجديد؟
mail-account-new-email-body = يريد أحدهم استخدام هذا العنوان لحسابه في Healthpost. افتح الرابط في المتصفح الذي سجّلت الدخول فيه.
mail-account-new-email-link = استخدم هذا العنوان
mail-account-new-email-ignore = إن لم تكن أنت، فلا تفعل شيئًا: يحتفظ الحساب بعنوانه.
mail-account-old-email-subject = هل تريد عنوان بريد إلكتروني آخر لحسابك في Healthpost؟
mail-account-old-email-heading = هل تريد عنوان بريد إلكتروني آخر؟
mail-account-old-email-body = طلب شخص مسجّل الدخول إلى حسابك في Healthpost أن يستخدم الحساب عنوان بريد إلكتروني آخر. إن كنت أنت، فافتح الرابط في المتصفح الذي سجّلت الدخول فيه. ويجب أن يؤكد العنوان الجديد ذلك أيضًا.
mail-account-old-email-link = اسمح بالتغيير
mail-account-old-email-ignore = إن لم تكن أنت، فلا تتبع الرابط: يحتفظ الحساب بهذا العنوان. عيّن كلمة مرور أخرى، وسجّل الخروج في كل مكان.
mail-account-email-taken-subject = لحسابك في Healthpost هذا العنوان
mail-account-email-taken-heading = لهذا العنوان حساب بالفعل
mail-account-email-taken-body = أراد أحدهم استخدام هذا العنوان لحساب آخر في Healthpost. يبقى العنوان للحساب الذي له. يمكنك تسجيل الدخول إليه.
mail-account-email-taken-link = تسجيل الدخول
mail-account-email-taken-ignore = إن لم تكن أنت، فيمكنك تجاهل هذه الرسالة: لم يتغير شيء.
mail-account-email-changed-subject = لحسابك في Healthpost عنوان بريد إلكتروني آخر
mail-account-email-changed-heading = تغيّر عنوان بريدك الإلكتروني
mail-account-email-changed-body = لحسابك في Healthpost الآن عنوان بريد إلكتروني آخر، أكّده قارئه. لن نكتب إلى هذا العنوان بعد الآن.
mail-account-email-changed-elsewhere = في كل مكان آخر كنت مسجّل الدخول فيه، سُجّل خروجك.
mail-account-email-changed-not-you = إن لم تكن أنت، فأخبرنا فورًا.
mail-account-email-changed-link = اكتب إلينا
mail-account-closed-subject = حسابك في Healthpost مغلق
mail-account-closed-heading = حسابك مغلق
mail-account-closed-body = أُغلق حسابك في Healthpost. حُذف اسمك وعنوانك وكلمة مرورك وقوائمك وسلتك، وسُجّل خروجك في كل مكان.
mail-account-closed-open = { $orders ->
    [zero] لا طلبات في الطريق، و{ $days } يومًا على الأكثر.
    [one] طلب واحد في الطريق. يحتفظ باسمك وعنوانك حتى يصل، ولمدة { $days } يومًا على الأكثر.
    [two] طلبان في الطريق. يحتفظان باسمك وعنوانك حتى يصلا، ولمدة { $days } يومًا على الأكثر.
    [few] { $orders } طلبات في الطريق. تحتفظ باسمك وعنوانك حتى تصل، ولمدة { $days } يومًا على الأكثر.
    [many] { $orders } طلبًا في الطريق. تحتفظ باسمك وعنوانك حتى تصل، ولمدة { $days } يومًا على الأكثر.
   *[other] { $orders } طلب في الطريق. تحتفظ باسمك وعنوانك حتى تصل، ولمدة { $days } يومًا على الأكثر.
}
mail-account-closed-again = يمكنك إنشاء حساب آخر في أي وقت. هذه آخر رسالة عن هذا الحساب.
