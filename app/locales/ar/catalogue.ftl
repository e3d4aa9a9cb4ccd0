# Finding and reading publications.
home-title = منشورات صحية مجانية بلغتك
home-lead = ابحث عن النشرات والملصقات وبطاقات التسجيل، ونزّلها أو اطلبها. نرسل النسخ المطبوعة بالبريد مجانًا.
home-totals = { $publications ->
    [zero] لا توجد منشورات
    [one] منشور واحد
    [two] منشوران
    [few] { $publications } منشورات
    [many] { $publications } منشورًا
   *[other] { $publications } منشور
} { $languages ->
    [zero] بأي لغة
    [one] بلغة واحدة
    [two] بلغتين
    [few] بـ{ $languages } لغات
    [many] بـ{ $languages } لغة
   *[other] بـ{ $languages } لغة
}
home-programmes = البرامج الأكثر شيوعًا
home-new = الجديد والمحدَّث
programmes-title = كل البرامج
programmes-lead = يجمع كل برنامج ما يخص موضوعًا واحدًا.
programme = البرنامج
programme-diseases = الأمراض
programme-vaccinations = التطعيمات
programme-newest = أحدث المنشورات
programme-all = { $total ->
    [one] عرض المنشور الوحيد في هذا البرنامج
   *[other] عرض كل منشورات هذا البرنامج ({ $total })
}
home-how = كيف تعمل الخدمة
home-how-1 = ابحث عما تحتاج إليه
home-how-1-body = ابحث بالكلمات أو بالرمز، واختر اللغة والصيغة: سهلة القراءة، أو مطبوعة بأحرف كبيرة، أو بطريقة برايل، أو صوتية، أو بلغة الإشارة البريطانية.
home-how-2 = نزّل أو اطلب
home-how-2-body = نزّل الملفات فورًا. ضع النسخ المطبوعة في سلتك: لا تحتاج إلى حساب.
home-how-3 = أكّد بريدك الإلكتروني
home-how-3-body = نرسل رمزًا إلى بريدك الإلكتروني، ونرسل طلبك بالبريد إلى العنوان الذي تقدمه.

search-label = البحث في المنشورات
search-hint = كلمات، أو الرمز المطبوع على الغلاف الخلفي
search = بحث
search-suggestions = منشورات مقترحة
apply-filters = تطبيق عوامل التصفية
list-title = المنشورات
list-title-words = المنشورات المطابقة لـ«{ $words }»
list-title-page = { $title } (الصفحة { $page } من { $pages })
list-count = { $total ->
    [0] لا توجد منشورات
    [zero] لا توجد منشورات
    [one] منشور واحد
    [two] منشوران
    [few] { $total } منشورات
    [many] { $total } منشورًا
   *[other] { $total } منشور
}
list-range = النتائج من { $from } إلى { $to } من أصل { $total }
list-none = لا شيء يطابق هذا البحث
list-failed = تعذر تحديث القائمة. اختر «بحث» للمحاولة مرة أخرى.
list-none-body = تحقق من الإملاء، أو استخدم كلمات أقل، أو أزل أحد عوامل التصفية.
list-filters-in-the-way = لا شيء يطابق عوامل التصفية هذه
list-without-filters = { $total ->
    [zero] من دونها: لا توجد منشورات
    [one] من دونها: منشور واحد
    [two] من دونها: منشوران
    [few] من دونها: { $total } منشورات
    [many] من دونها: { $total } منشورًا
   *[other] من دونها: { $total } منشور
}
list-close = لا توجد نتائج مطابقة تمامًا. نعرض لك النتائج القريبة
list-did-you-mean = هل تقصد
list-clear = إزالة جميع عوامل التصفية
list-filters = عوامل التصفية
list-chosen = عوامل التصفية المختارة
list-remove = إزالة عامل التصفية «{ $name }»
list-sort = الترتيب حسب
list-size = عدد النتائج في الصفحة
list-pages = صفحات النتائج
list-feed = تابع هذا البحث (خلاصة Atom)
list-previous = السابق
list-next = التالي
facet-programme = البرنامج
facet-language = اللغة
facet-format = الصيغة
facet-type = النوع
facet-disease = المرض
facet-vaccination = التطعيم
facet-audience = الفئة المستهدفة
facet-setting = مكان الاستخدام
facet-access = طريقة الحصول عليه
facet-available = الطلب
facet-more = عرض الكل ({ $count })
facet-find = ابحث في «{ $facet }»
facet-updated = تاريخ التحديث
facet-updated-any = في أي وقت
facet-updated-month = خلال الشهر الماضي
facet-updated-quarter = خلال الأشهر الثلاثة الماضية
facet-updated-year = خلال السنة الماضية
facet-updated-since = حُدِّث منذ { $date }
available-now = يمكن طلبه الآن
access-download-only = للتنزيل فقط
access-download-or-order = للتنزيل أو الطلب
access-order-only = للطلب فقط
sort-relevance = الأكثر تطابقًا
sort--published = الأحدث أولًا
sort-published = الأقدم أولًا
sort--updated = المحدَّث مؤخرًا
sort-title = العنوان (ترتيب أبجدي)
sort-code = الرمز
sort-programme = البرنامج (ترتيب أبجدي)
sort--popular = الأكثر استخدامًا
sort--created = الأحدث إضافةً إلى الدليل
sort--version = رقم الإصدار الأعلى
sort--title = العنوان (ترتيب أبجدي عكسي)
sort--programme = البرنامج (ترتيب أبجدي عكسي)
sort--code = الرمز (ترتيب عكسي)
sort-updated = الأقدم تحديثًا
sort-created = الأقدم إضافةً إلى الدليل
sort-version = رقم الإصدار الأدنى
sort-popular = الأقل استخدامًا
card-found-in = وُجد في { $name }
card-found-on-page = وُجد في { $name }، الصفحة { $page }
card-more-languages = { $count ->
    [zero] ولا لغات أخرى
    [one] ولغة واحدة أخرى
    [two] ولغتان أخريان
    [few] و{ $count } لغات أخرى
    [many] و{ $count } لغة أخرى
   *[other] و{ $count } لغة أخرى
}

publication-code = الرمز
publication-version = الإصدار
publication-published = تاريخ النشر
publication-updated = تاريخ التحديث
publication-format = الصيغة
publication-language = اللغة
publication-diseases = الأمراض
publication-vaccinations = التطعيمات
publication-audiences = موجَّه إلى
publication-settings = مكان الاستخدام
publication-article = اقرأ الإرشادات المتعلقة بالموضوع
publication-facts = عن هذا المنشور
publication-languages = اللغات
publication-formats = الصيغ
publication-missing = هذا المنشور غير متاح بهذه اللغة وهذه الصيغة: { $language }، { $format }. نعرض لك أقرب طبعة متاحة.
publication-old = هذا إصدار قديم
publication-old-body = قد يكون هناك إصدار أحدث.
publication-old-link = انتقل إلى الإصدار الحالي
withdrawn-title = سُحب المنشور «{ $title }»
withdrawn-body = لم يعد هذا المنشور مستخدمًا.
withdrawn-others = اطّلع على لغاته وصيغه الأخرى
withdrawn-programme = اطّلع على ما يتوفر ضمن { $programme }
version-history = الإصدارات
version-name = الإصدار { $version }
version-published = نُشر في { $date }
version-status-live = الإصدار الحالي
version-status-archived = إصدار قديم
version-status-withdrawn = مسحوب
publication-files = التنزيلات
publication-file-print = للطباعة الاحترافية
publication-file-transcript = النص المكتوب
publication-no-files = لا توجد ملفات لتنزيلها لهذه الطبعة.
publication-file-elsewhere = هذا الملف غير محفوظ هنا بعد.
publication-file-old = هذه نسخة قديمة: لم تعد ملفاتها متاحة.
publication-file-view = عرض في المتصفح
publication-file-view-label = عرض في المتصفح: { $name }
publication-file-listen-label = استماع: { $name }
publication-transcripts = النص المكتوب
publication-video = شاهد الفيديو
zip-title = تنزيل عدة ملفات دفعة واحدة
zip-lead = اختر ما تحتاج إليه. إذا لم تختر شيئًا، تحصل على جميع ملفات هذا المنشور في ملف zip واحد.
zip-languages = اللغات
zip-formats = الصيغ
zip-kinds = الغرض من الملفات
zip-kind-cover = الأغلفة
zip-kind-web = القراءة على الشاشة
zip-kind-print = الطباعة الاحترافية
zip-kind-transcript = النصوص المكتوبة
zip-button = تنزيل كملف zip
publication-order = اطلب نسخًا مطبوعة
publication-pack = { $pack ->
    [zero] نسخ مفردة
    [one] نسخ مفردة
    [two] حزم تضم كل منها نسختين
    [few] حزم تضم كل منها { $pack } نسخ
    [many] حزم تضم كل منها { $pack } نسخة
   *[other] حزم تضم كل منها { $pack } نسخة
}
publication-maximum = { $max ->
    [zero] لا يمكن طلب أي نسخة في الطلب الواحد.
    [one] نسخة واحدة على الأكثر في الطلب الواحد.
    [two] نسختان على الأكثر في الطلب الواحد.
    [few] { $max } نسخ على الأكثر في الطلب الواحد.
    [many] { $max } نسخة على الأكثر في الطلب الواحد.
   *[other] { $max } نسخة على الأكثر في الطلب الواحد.
}
publication-only-for = هذا المنشور مخصص فقط لما يلي:
publication-only-for-ask = إذا كنت من هذه الفئات فاتصل بنا
group-role = من لهم أدوار معينة في هذه الخدمة
group-audience = جماهير معينة
group-organisation = جهات معينة
group-profession = مهن معينة
publication-qr = رمز QR لهذا المنشور
publication-qr-body = امسحه لفتح هذه الصفحة على الهاتف، أو اطبعه على موادك الخاصة.
publication-qr-edition = رمز QR لهذه الطبعة
publication-qr-edition-body = يؤدي دائمًا إلى الإصدار الحالي بهذه اللغة وهذه الصيغة.
publication-qr-png = PNG، { $pixels } بكسل
publication-qr-svg = SVG، لأي حجم
related = منشورات ذات صلة
related-together = تُطلب معًا غالبًا
related-more = { $count ->
    [one] عرض 1 إضافي
   *[other] عرض { $count } إضافية
}
add-to-basket = أضف إلى السلة
file-pages = { $pages ->
    [zero] بلا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $pages } صفحات
    [many] { $pages } صفحة
   *[other] { $pages } صفحة
}
file-pixels = { $width } × { $height } بكسل
file-hours = { $count ->
    [zero] بلا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
file-minutes = { $count ->
    [zero] بلا دقائق
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
file-seconds = { $count ->
    [zero] بلا ثوانٍ
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
cover-alt = غلاف «{ $title }»
gallery-heading = صور أخرى
gallery-picture = الصورة { $number } من «{ $title }»

availability-not-live = لم يعد متاحًا
availability-download-only = للتنزيل فقط
availability-restricted = لفئات معينة فقط: اسألنا
availability-opens-later = يمكنك طلبه ابتداءً من { $date }
availability-closed = أُغلق باب الطلب في { $date }
availability-in-stock = متوفر
availability-few-left = تبقى أقل من 50 نسخة
availability-low-stock = المخزون منخفض
availability-out-of-stock = نفد المخزون – أخبرني عندما يتوفر من جديد
availability-pre-order = طلب مسبق: يُرسل بعد طباعته
availability-back-order = نفد المخزون: يُرسل بعد إعادة طباعته

format-standard = عادية
format-audio = صوتية
format-braille = برايل
format-british-sign-language = لغة الإشارة البريطانية (BSL)
format-easy-read = سهلة القراءة
format-large-print = بأحرف كبيرة
format-simple-text = نص بسيط

type-aide-memoire = مذكرة مساعدة
type-alternative = صيغة بديلة
type-audio = تسجيل صوتي
type-booklet = كتيّب
type-briefing-sheet = ورقة إحاطة
type-bulletin = نشرة إخبارية
type-consent-form = نموذج موافقة
type-envelope-label = ملصق ظرف
type-factsheet = صحيفة حقائق
type-flip-chart = لوحة قلّابة
type-flyer = ورقة إعلانية
type-fridge-magnet = مغناطيس ثلاجة
type-gif = صورة متحركة (GIF)
type-guidance = إرشادات
type-image = صورة
type-immunisation-schedule = جدول التطعيمات
type-invitation-letter = رسالة دعوة
type-leaflet = نشرة
type-pack-sleeve = غلاف علبة
type-pocket-guide = دليل جيب
type-postcard = بطاقة بريدية
type-poster = ملصق
type-presentation-slides = شرائح عرض
type-pull-up-banner = لافتة قائمة قابلة للسحب
type-record-card = بطاقة تسجيل
type-sticker = لاصقة
type-transcript = نص مكتوب
type-video = فيديو
