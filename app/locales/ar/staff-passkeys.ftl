# مفاتيح المرور للموظفين: إعدادها واستخدامها بدلًا من الرمز. كلمات أسئلتها أيضًا.
staff-passkeys-title = مفاتيح المرور
staff-passkeys-body = يوجد مفتاح المرور على جهازك أو في مدير كلمات المرور لديك، ويُفتح كما يُفتح الجهاز: بإصبعك أو بوجهك أو برقم سري. وهو يحل محل الرمز.
staff-passkeys-none = لم تقم بإعداد أي مفتاح.
staff-passkeys-added = أُضيف في { $day }
staff-passkeys-used = آخر استخدام { $moment }
staff-passkeys-unused = لم يُستخدم بعد
staff-passkeys-add = إضافة مفتاح مرور
staff-passkeys-remove = إزالة
staff-passkeys-remove-body = لن تتمكن بعد ذلك من تسجيل الدخول به. ويبقى على جهازك حتى تحذفه هناك.
staff-passkeys-remove-button = إزالة مفتاح المرور هذا

staff-passkey-or = أو استخدم مفتاح مرور
staff-passkey-use = استخدام مفتاح مرور
staff-passkey-title = استخدم مفتاح المرور الخاص بك
staff-passkey-lead = يطلب منك متصفحك فتحه كما تفتح جهازك.
staff-passkey-confirm-title = أثبت بمفتاح المرور أنك أنت
staff-passkey-begin-lead = اضغط على الزر وافعل ما يطلبه منك متصفحك. لديك { $minutes } دقائق.
staff-passkey-code = إدخال رمز بدلًا من ذلك
staff-passkey-add-title = إضافة مفتاح مرور
staff-passkey-add-lead = أعطِ مفتاح المرور اسمًا تعرفه به. ثم يسألك متصفحك أين يُحفظ.
staff-passkey-add-button = إنشاء مفتاح المرور
staff-passkey-again = حاول مرة أخرى
staff-passkey-without = تحتاج مفاتيح المرور إلى JavaScript، وهي لا تعمل في هذا المتصفح. أدخل رمزًا بدلًا من ذلك.
staff-passkey-add-without = تحتاج مفاتيح المرور إلى JavaScript، وهي لا تعمل في هذا المتصفح. قم بإعداد تطبيق مصادقة بدلًا من ذلك.
staff-passkey-working = افعل ما يطلبه منك متصفحك.
staff-passkey-cancelled = لم يُستخدم أي مفتاح مرور: توقفت، أو استغرق الأمر وقتًا طويلًا. يمكنك المحاولة مرة أخرى.
staff-passkey-add-cancelled = لم يُنشأ أي مفتاح مرور: توقفت، أو استغرق الأمر وقتًا طويلًا. يمكنك المحاولة مرة أخرى.
staff-passkey-known = يوجد بالفعل مفتاح مرور لحسابك على هذا الجهاز.
staff-passkey-failed = لم يتمكن متصفحك من ذلك. حاول مرة أخرى، أو اختر طريقة أخرى.
staff-passkey-unsupported = هذا المتصفح لا يعرف مفاتيح المرور. أدخل رمزًا بدلًا من ذلك.
staff-passkey-add-unsupported = هذا المتصفح لا يعرف مفاتيح المرور. قم بإعداد تطبيق مصادقة بدلًا من ذلك.

passkey_name = اسم مفتاح المرور
    .hint = مثلًا ما يوجد عليه، مثل «حاسوب العمل»
    .missing = أدخل اسمًا لمفتاح المرور

any-passkey-refused = لم يُقبل مفتاح المرور هذا. حاول مرة أخرى، أو اختر طريقة أخرى
any-passkey-ended = استغرق ذلك وقتًا طويلًا، أو تمت الإجابة عنه من قبل. حاول مرة أخرى
any-passkey-copied = ربما نُسخ مفتاح المرور هذا، لذلك لم يُقبل. اختر طريقة أخرى، وأزل مفتاح المرور
any-passkey-known = تم إعداد مفتاح المرور هذا من قبل
any-passkey-too-many = لديك { $max } مفتاح مرور. أزل واحدًا قبل أن تضيف آخر
any-passkey-last = هذه هي خطوتك الثانية الوحيدة. قم بإعداد خطوة أخرى قبل إزالتها

done-passkey-added = تم إعداد مفتاح المرور
done-passkey-removed = تمت إزالة مفتاح المرور
