# What stands on every page.
service-name = Healthpost
title = { $page } – Healthpost
title-error = خطأ: { $title }
skip-link = انتقل إلى المحتوى الرئيسي
language-label = اللغة
nav-label = القائمة الرئيسية
nav-publications = المنشورات
nav-track = تتبّع طلب
nav-basket = { $lines ->
    [0] السلة
    [zero] السلة
    [one] السلة (عنصر واحد)
    [two] السلة (عنصران)
    [few] السلة ({ $lines } عناصر)
    [many] السلة ({ $lines } عنصرًا)
   *[other] السلة ({ $lines } عنصر)
}
footer-label = عن هذه الخدمة
footer-free = كل ما هنا مجاني، بما في ذلك رسوم البريد.
footer-open-source = Healthpost برنامج مفتوح المصدر.
back = رجوع
change = تغيير
continue = متابعة
success = تم بنجاح
important = مهم
yes = نعم
not-provided = لم يُقدَّم

# Pages for what cannot be shown.
error-404-title = الصفحة غير موجودة
error-404-body = إذا كتبت العنوان، فتحقق من صحته. وإذا لصقته، فتحقق من أنك نسخته كاملًا.
error-410-title = انتهت صلاحية هذا الرابط
error-410-body = استُخدم من قبل، أو انتهت مدته، أو لم يُنسخ كاملًا. يمكنك طلب رابط جديد من صفحة المنشور.
error-link-expired-title = انتهت صلاحية هذا الرابط
error-link-expired-body = تعمل روابط الملفات لمدة ساعة. عد إلى المنشور: ستجد هناك رابطًا جديدًا.
error-withdrawn-title = سُحب هذا المنشور
error-withdrawn-body = لم يعد هذا المنشور مستخدمًا. ابحث عن منشور أحدث في الدليل.
error-400-title = لم نتمكن من قراءة ما أُرسل
error-400-body = ارجع وأرسل النموذج مرة أخرى.
error-403-title = لا يمكنك فعل هذا من هنا
error-403-body = حرصًا على سلامتك، لا تعمل النماذج إلا من داخل هذا الموقع. ارجع إلى الصفحة وأرسل النموذج مرة أخرى.
error-405-title = لا تعمل هذه الصفحة بهذه الطريقة
error-405-body = انتقل إلى الصفحة الرئيسية وابدأ من جديد من هناك.
error-413-title = حجم ما أُرسل أكبر من اللازم
error-413-body = يحتوي النموذج على أكثر مما يمكننا استلامه. ارجع واختصر إجاباتك، ثم أرسله مرة أخرى.
error-415-title = لم نتمكن من قراءة ما أُرسل
error-415-body = ارجع وأرسل النموذج مرة أخرى.
error-429-title = لقد حاولت مرات كثيرة جدًا
error-429-body = انتظر بضع دقائق، ثم حاول مرة أخرى.
error-500-title = عذرًا، توجد مشكلة في الخدمة
error-500-body = حاول مرة أخرى لاحقًا. ما وضعته في سلتك ما زال موجودًا.
error-503-title = عذرًا، الخدمة غير متاحة الآن
error-503-body = حاول مرة أخرى بعد بضع دقائق. ما وضعته في سلتك ما زال موجودًا.
error-registry-500-body = حاول مرة أخرى لاحقًا. الإجابات التي قدمتها من قبل ما زالت موجودة.
error-registry-503-body = حاول مرة أخرى بعد بضع دقائق. الإجابات التي قدمتها من قبل ما زالت موجودة.
error-again-body = لم يُفقد شيء: ما أرسلته لا يزال في هذه الصفحة. انتظر لحظة، ثم استخدم الزر لإرساله مرة أخرى.
error-again-button = أرسله مرة أخرى
error-registry-link-title = هذا الرابط لا يعمل
error-registry-link-body = استُخدم من قبل، أو انتهت مدته، أو لم يُنسخ كاملًا. لمتابعة تسجيل محفوظ اطلب رمزًا. ولإدارة تسجيل أرسلته سجّل الدخول.
error-signed-out-title = تم تسجيل خروجك
error-signed-out-body = لم تفعل شيئًا مدة 30 دقيقة، أو مضت 8 ساعات على دخولك. لم يُحفظ شيء.
error-signed-out-sign-in = سجّل الدخول مرة أخرى (يفتح في علامة تبويب جديدة)
error-signed-out-again = ما أرسلته لا يزال في هذه الصفحة. سجّل الدخول مرة أخرى، ثم عد إلى هذه الصفحة واستخدم الزر لإرساله مرة أخرى.
error-zip-nothing-title = لا يوجد ملف يناسب هذا الاختيار
error-zip-nothing-body = لا توجد في هذا المنشور ملفات للتنزيل تناسب كل ما اخترته. عد واختر شروطًا أقل، أو لا تختر شيئًا للحصول على جميع الملفات.
error-zip-too-much-title = هذا كثير على ملف zip واحد
error-zip-too-much-body = الملفات التي اخترتها أكثر أو أكبر من أن تُرسل معًا. عد واختر عددًا أقل من اللغات أو الصيغ أو أنواع الملفات.
error-zip-busy-title = عدد كبير من الأشخاص ينزّلون ملفات zip الآن
error-zip-busy-body = حاول مرة أخرى بعد دقيقة، أو عد ونزّل الملفات واحدًا تلو الآخر.
error-zip-yours-title = أنت تنزّل ملفي zip بالفعل
error-zip-yours-body = انتظر حتى يكتمل أحدهما، ثم حاول مرة أخرى. ويُحسب أيضًا من يشاركك الاتصال بالإنترنت. أو عد ونزّل الملفات واحدًا تلو الآخر.
error-reference = إذا اتصلت بنا، فاذكر هذا الرقم المرجعي: { $id }
error-home = انتقل إلى الصفحة الرئيسية
error-search = ابحث في جميع المنشورات
error-back = العودة إلى المنشور

# Days and moments.
date = { $day } { $month } { $year }
moment = { $day } { $month } الساعة { $time }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

# ما يخبرنا به الناس، وصفحات عن الخدمة.
notice-label = إشعار
contact-us-title = اتصل بنا
contact-us-lead = اكتب إلى مكتب الدعم. نجيب عادةً خلال يومي عمل. إذا كان الأمر عن طلب فاذكر رقمه.
contact-us-button = إرسال الرسالة
contact-us-sent-title = أُرسلت الرسالة
contact-us-sent-body = نجيب عبر البريد الإلكتروني.
feedback-title = شاركنا رأيك
feedback-lead = كل الأسئلة اختيارية. لا نسأل من أنت ولذلك لا نستطيع الرد: للحصول على رد اتصل بنا.
feedback-button = إرسال الرأي
feedback-sent-title = شكرًا لك
feedback-sent-body = رأيك يساعدنا على تحسين هذه الخدمة.
content-about = عن هذه الخدمة
content-accessibility = بيان إمكانية الوصول
content-privacy = الخصوصية
content-cookies = ملفات تعريف الارتباط
