# From basket to order.
basket-title = سلتك
basket-empty = سلتك فارغة
basket-empty-body = ابحث عما تريد طلبه، ثم ضعه فيها.
basket-empty-link = البحث عن منشورات
basket-copies-of = عدد نسخ «{ $title }»
basket-update = تحديث
basket-remove = إزالة
basket-total = { $copies ->
    [zero] المجموع: لا توجد نسخ
    [one] المجموع: نسخة واحدة، مجانًا
    [two] المجموع: نسختان، مجانًا
    [few] المجموع: { $copies } نسخ، مجانًا
    [many] المجموع: { $copies } نسخة، مجانًا
   *[other] المجموع: { $copies } نسخة، مجانًا
}
basket-changed = تغيرت السلة. { $total }
basket-packs = { $packs ->
    [zero] لا توجد حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $packs } حزم
    [many] { $packs } حزمة
   *[other] { $packs } حزمة
} ({ $pack ->
    [zero] بلا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] { $pack } نسخ
    [many] { $pack } نسخة
   *[other] { $pack } نسخة
} في كل حزمة)
basket-more = ابحث عن مزيد من المنشورات
basket-use = { $copies ->
    [zero] غيّر العدد إلى 0
    [one] غيّر العدد إلى نسخة واحدة
    [two] غيّر العدد إلى نسختين
    [few] غيّر العدد إلى { $copies } نسخ
    [many] غيّر العدد إلى { $copies } نسخة
   *[other] غيّر العدد إلى { $copies } نسخة
}

delivery-title = إلى أين نرسل الطلب؟
delivery-lead = نوصل الطلبات إلى عناوين في المملكة المتحدة.
delivery-another = عنوان آخر
delivery-own = اختر أحد عناوينك
delivery-find = ابحث عن عنوان برمزه البريدي
contact-title = من مقدّم الطلب؟
code-title = تحقق من بريدك الإلكتروني
code-lead = أرسلنا رمزًا إلى { $email }. وهو صالح لمدة 30 دقيقة.
code-meant = هل تقصد { $email }؟ إذا كان الأمر كذلك فاستخدم عنوان بريد إلكتروني آخر.
code-change = استخدم بريدًا إلكترونيًا آخر
code-again = أرسل رمزًا جديدًا
check-title = راجع إجاباتك قبل تقديم طلبك
check-items = ما تطلبه
check-delivery = عنوان التوصيل
check-contact = بيانات الاتصال
check-email = البريد الإلكتروني
check-name = الاسم الكامل
check-phone = رقم الهاتف
check-held = نحجز لك النسخ المتوفرة في المخزون حتى { $moment }.
check-changed = تغيّر ما يمكن طلبه منذ وصولك إلى هذه الصفحة. راجع العناصر من جديد: ما لم يعد متاحًا لك يبقى في سلتك.
check-back-order = { $copies ->
    [zero] لا توجد نسخ تُرسل لاحقًا
    [one] تُرسل نسخة واحدة لاحقًا بعد طباعتها
    [two] تُرسل نسختان لاحقًا بعد طباعتهما
    [few] تُرسل { $copies } نسخ لاحقًا بعد طباعتها
    [many] تُرسل { $copies } نسخة لاحقًا بعد طباعتها
   *[other] تُرسل { $copies } نسخة لاحقًا بعد طباعتها
}
place-order = تقديم الطلب
copies = { $copies ->
    [zero] لا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] { $copies } نسخ
    [many] { $copies } نسخة
   *[other] { $copies } نسخة
}

order-placed-title = تم تقديم الطلب
order-title = الطلب { $number }
order-number = رقم طلبك
order-keep = احتفظ بهذا الرقم. يمكنك استخدامه مع بريدك الإلكتروني للعثور على طلبك مرة أخرى. وقد أرسلناه أيضًا إلى { $email }.
order-next = ماذا سيحدث بعد ذلك
order-next-body = نجهّز طلبك ونسلّمه إلى شركة التوصيل. يصل عادةً خلال 5 أيام عمل. لا تدفع أي شيء.
order-next-waiting = نرسل النسخ غير المتوفرة فور طباعتها.
order-status = الحالة
order-status-placed = تم تقديمه
order-status-accepted = تم قبوله
order-status-picking = قيد التجهيز
order-status-part_shipped = أُرسل جزء منه
order-status-shipped = تم إرساله
order-status-cancelled = تم إلغاؤه
order-placed-on = تاريخ تقديم الطلب
order-items = العناصر
order-print = للاحتفاظ بنسخة، اطبع هذه الصفحة أو احفظها بصيغة PDF.
order-feedback = ما رأيك في هذه الخدمة؟
track-title = تتبّع طلب
track-lead = أدخل رقم طلبك والبريد الإلكتروني الذي استخدمته فيه.
track-button = ابحث عن طلبي
track-link-title = عرض طلبك
track-link-body = وصلك هذا الرابط مع رسالة التأكيد. وهو صالح لمدة 90 يومًا.
track-link-button = عرض طلبي
track-link-expired-title = انتهت صلاحية هذا الرابط
track-link-expired-body = تعمل الروابط في رسائلنا لمدة 90 يومًا. لرؤية طلبك الآن، أدخل رقمه وعنوان بريدك الإلكتروني.

basket-swap = استبدله بالإصدار الأحدث
basket-partial = { $lines ->
    [zero] المتابعة بما يمكن طلبه (لا عناصر)
    [one] المتابعة بما يمكن طلبه (عنصر واحد)
    [two] المتابعة بما يمكن طلبه (عنصران)
    [few] المتابعة بما يمكن طلبه ({ $lines } عناصر)
    [many] المتابعة بما يمكن طلبه ({ $lines } عنصرًا)
   *[other] المتابعة بما يمكن طلبه ({ $lines } عنصر)
}
check-staying = تبقى هذه العناصر في سلتك
check-staying-figures = الحد: { $limit }، المطلوب سابقًا: { $counted }، المطلوب الآن: { $requested }، المتبقي: { $remaining }
order-change = تغيير العناصر
order-change-title = تغيير طلبك
order-change-body = يمكنك تغييره إلى أن نبدأ بتجهيزه.
order-change-done = تم
order-add-title = إضافة شيء آخر
order-add-body = أدخل رمز ما تريد إضافته. تجده في صفحة كل منشور، وعلى النسخ المطبوعة.
order-add-button = إضافة إلى هذا الطلب
order-add-more = البحث عن منشورات
order-redirect = تغيير العنوان
order-redirect-title = إلى أين نرسله بدلًا من ذلك؟
order-redirect-save = حفظ العنوان
order-cancel = إلغاء الطلب
order-cancel-title = هل تريد إلغاء الطلب { $number }؟
order-cancel-body = لن يُرسل منه أي شيء. ولن يُحتسب ما طلبته ضمن الحد المسموح لك.
order-cancel-yes = نعم، ألغِ الطلب
order-cancel-no = لا، أبقِ عليه
order-cancelled-body = أُلغي هذا الطلب. لن يُرسل منه أي شيء.
order-too-late = لقد بدأنا بتجهيز هذا الطلب، لذلك لم يعد من الممكن تغييره أو إلغاؤه هنا.
order-too-late-sent = لقد أرسلنا هذا الطلب، لذلك لم يعد من الممكن تغييره أو إلغاؤه.
order-contact = إذا كان لديك سؤال عن هذا الطلب أو كانت فيه مشكلة، فاذكر رقمه عندما تكتب إلينا.
order-timeline = ما حدث حتى الآن
order-event-placed = تم تقديم الطلب
order-event-amended = تم تغيير الطلب
order-event-cancelled = تم إلغاء الطلب
order-event-accepted = قَبِل المستودع الطلب
order-event-picking = بدأ التجهيز
order-event-part_shipped = أُرسل الجزء الأول
order-event-shipped = تم إرسال الطلب
order-earlier = الإصدارات السابقة من هذا الطلب
order-revision = الإصدار { $version }، حتى { $moment }
order-revision-now = تغيّر إلى { $copies }
order-revision-removed = أُزيل
order-revision-added = أُضيف
order-revision-address = العنوان: { $address }
order-revision-moved = تغيّر العنوان
line-status-back_ordered = بانتظار توفر المخزون
line-status-reserved = محجوز لك
line-status-picking = قيد التجهيز
line-status-part_shipped = أُرسل جزء منه
line-status-shipped = تم إرساله
line-status-cancelled = تم إلغاؤه
order-line-part = { $status }: { $copies }

done-added = أُضيف إلى سلتك
done-updated = حُدّثت سلتك
done-taken-out = أُزيل من سلتك
done-order-changed = تغيّر طلبك. أرسلنا إليك محتواه الجديد بالبريد الإلكتروني
done-order-redirected = تغيّر عنوان التوصيل. أرسلنا إليك العنوان الجديد بالبريد الإلكتروني
done-code-sent = أرسلنا إليك رسالة. الأحدث وحدها هي الصالحة

ask-for-more = اطلب نسخًا إضافية
ask-title = طلب نسخ إضافية
ask-lead = أخبرنا لماذا تحتاج من «{ $title }» ({ $code }) إلى أكثر مما يسمح به الحد. نرد عليك بالبريد الإلكتروني.
ask-button = إرسال طلبي
asked-title = تم إرسال الطلب
asked-panel = أرسلنا إليك نسخة منه بالبريد الإلكتروني
asked-body = نقرأ كل طلب ونرد عليه بالبريد الإلكتروني، عادةً خلال 5 أيام عمل. إذا وافقنا، فيمكنك طلب النسخ الإضافية لمدة 30 يومًا.

tell-me = أخبرني عندما يتوفر من جديد
waiting-title = تحقق من بريدك الإلكتروني
waiting-body = إذا كان بإمكاننا مراسلة هذا العنوان، فقد أرسلنا إليه رسالة. اتبع الرابط الوارد فيها، وسنكتب إليك مرة واحدة عندما يصبح طلب المنشور ممكنًا من جديد.
waiting-confirmed-title = سنخبرك
waiting-confirmed-body = سنكتب إليك مرة واحدة عندما يصبح طلب المنشور ممكنًا من جديد، ولن نكتب إليك إذا استغرق ذلك أكثر من 180 يومًا.
waiting-ended-title = لن نكتب إليك
waiting-ended-body = لن نخبرك عندما يتوفر هذا المنشور من جديد.
waiting-confirm-title = هل نخبرك عندما يتوفر من جديد؟
waiting-confirm-body = اضغط على الزر لتأكيد أن هذا هو بريدك الإلكتروني.
waiting-confirm-button = نعم، أخبرني
waiting-end-title = هل نتوقف عن إخبارك؟
waiting-end-body = اضغط على الزر، ولن نخبرك عندما يتوفر هذا المنشور من جديد.
waiting-end-button = توقف

allowance-rolling = { $limit ->
    [zero] لا يمكنك طلب نسخ من هذا المنشور ({ $level }).
    [one] يمكنك طلب نسخة واحدة فقط خلال { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    } ({ $level }).
    [two] يمكنك طلب نسختين على الأكثر خلال { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    } ({ $level }).
    [few] يمكنك طلب { $limit } نسخ على الأكثر خلال { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    } ({ $level }).
    [many] يمكنك طلب { $limit } نسخة على الأكثر خلال { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    } ({ $level }).
   *[other] يمكنك طلب { $limit } نسخة على الأكثر خلال { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    } ({ $level }).
}
allowance-per-order = { $limit ->
    [zero] لا يمكنك طلب نسخ من هذا المنشور ({ $level }).
    [one] يمكنك طلب نسخة واحدة فقط في الطلب الواحد ({ $level }).
    [two] يمكنك طلب نسختين على الأكثر في الطلب الواحد ({ $level }).
    [few] يمكنك طلب { $limit } نسخ على الأكثر في الطلب الواحد ({ $level }).
    [many] يمكنك طلب { $limit } نسخة على الأكثر في الطلب الواحد ({ $level }).
   *[other] يمكنك طلب { $limit } نسخة على الأكثر في الطلب الواحد ({ $level }).
}
allowance-lifetime = { $limit ->
    [zero] لا يمكنك طلب نسخ من هذا المنشور ({ $level }).
    [one] يمكنك طلب نسخة واحدة فقط إجمالًا ({ $level }).
    [two] يمكنك طلب نسختين على الأكثر إجمالًا ({ $level }).
    [few] يمكنك طلب { $limit } نسخ على الأكثر إجمالًا ({ $level }).
    [many] يمكنك طلب { $limit } نسخة على الأكثر إجمالًا ({ $level }).
   *[other] يمكنك طلب { $limit } نسخة على الأكثر إجمالًا ({ $level }).
}
allowance-level-account = الحد المخصص لحسابك
allowance-level-establishment = الحد المخصص لمنشأتك
allowance-level-organisation = الحد المخصص لمؤسستك
allowance-level-audience = الحد المخصص للفئة التي تنتمي إليها
allowance-level-everyone = الحد المخصص للجميع
allowance-level-default = الحد المعتاد
allowance-granted = { $copies ->
    [zero] لم تُمنح نسخًا إضافية.
    [one] مُنحت نسخة إضافية واحدة.
    [two] مُنحت نسختين إضافيتين.
    [few] مُنحت { $copies } نسخ إضافية.
    [many] مُنحت { $copies } نسخة إضافية.
   *[other] مُنحت { $copies } نسخة إضافية.
}
allowance-counted-rolling = { $counted ->
    [zero] لم تطلب أي نسخة
    [one] طلبت نسخة واحدة
    [two] طلبت نسختين
    [few] طلبت { $counted } نسخ
    [many] طلبت { $counted } نسخة
   *[other] طلبت { $counted } نسخة
} خلال آخر { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
   *[other] { $hours } ساعة
}، { $remaining ->
    [zero] فلم يتبقَّ شيء.
    [one] فتبقّت نسخة واحدة.
    [two] فتبقّت نسختان.
    [few] فتبقّت { $remaining } نسخ.
    [many] فتبقّت { $remaining } نسخة.
   *[other] فتبقّت { $remaining } نسخة.
}
allowance-counted-lifetime = { $counted ->
    [zero] لم تطلب أي نسخة
    [one] طلبت نسخة واحدة
    [two] طلبت نسختين
    [few] طلبت { $counted } نسخ
    [many] طلبت { $counted } نسخة
   *[other] طلبت { $counted } نسخة
} حتى الآن، { $remaining ->
    [zero] فلم يتبقَّ شيء.
    [one] فتبقّت نسخة واحدة.
    [two] فتبقّت نسختان.
    [few] فتبقّت { $remaining } نسخ.
    [many] فتبقّت { $remaining } نسخة.
   *[other] فتبقّت { $remaining } نسخة.
}
allowance-returning = { $copies ->
    [zero] لا نسخ أخرى ابتداءً من { $when }.
    [one] نسخة أخرى ابتداءً من { $when }.
    [two] نسختان أخريان ابتداءً من { $when }.
    [few] { $copies } نسخ أخرى ابتداءً من { $when }.
    [many] { $copies } نسخة أخرى ابتداءً من { $when }.
   *[other] { $copies } نسخة أخرى ابتداءً من { $when }.
}
