# الموظفون: الدخول على خطوتين، والدعوات، ومن يجوز له ماذا. كلمات أسئلتهم أيضًا.
nav-staff = الموظفون
nav-staff-label = الموظفون
staff-signed-in-as = دخلت باسم

staff-sign-in-title = دخول الموظفين
staff-sign-in-lead = لمن يديرون هذه الخدمة. تحتاج إلى كلمة مرورك، وبعدها إلى خطوة ثانية.
staff-sign-in-others = هل تطلب منشورات؟
staff-code-title = أكّد أنك أنت
staff-code-lead = افتح تطبيق المصادقة وأدخل الرمز الذي يعرضه لـ Healthpost. ومن دون تطبيقك أدخل أحد رموز الاسترداد.
staff-code-other = الدخول باسم شخص آخر
staff-factor-title = إعداد خطوة ثانية
staff-factor-lead = يحتاج الموظفون الذين يدخلون بكلمة مرور إلى خطوة ثانية، حتى لا يدخل من يعرف كلمة المرور وحدها. تُعدّها مرة واحدة.
staff-signed-out-title = لقد خرجت
staff-signed-out-body = لا يستطيع أحد الآن أن يرى صفحات الموظفين في هذا المتصفح.

staff-confirm-title = أدخل كلمة مرورك ورمزًا مرة أخرى
staff-confirm-lead = ما يلي يغيّر ما يجوز للناس فعله، لذلك نسألك مرة أخرى من أنت. لا يضيع شيء مما كتبته. ولن نسألك من جديد قبل مرور عدد من الدقائق هو { $minutes }.
staff-confirm-button = تأكيد

staff-invitation-title = أنت مدعو إلى العمل على Healthpost
staff-invitation-lead = قل ما اسمك واختر كلمة مرور. إذا كان لديك حساب، تصبح هذه كلمة مروره. ثم تُعدّ خطوة ثانية.
staff-invitation-button = قبول الدعوة
staff-invitation-reset-title = أعدّ طريقة دخولك من جديد
staff-invitation-reset-lead = أعاد أحد المسؤولين ضبط طريقة دخولك. قل ما اسمك واختر كلمة مرور جديدة. ثم تُعدّ خطوة ثانية.
staff-invitation-reset-button = متابعة
staff-invitation-until = تسري الدعوة حتى { $day }.

staff-title = عملك
staff-greeting = مرحبًا { $name }
staff-waiting-people = { $people ->
    [0] لا أحد ينتظر الموافقة.
    [zero] لا أحد ينتظر الموافقة.
    [one] شخص واحد ينتظر الموافقة
    [two] شخصان ينتظران الموافقة
    [few] { $people } أشخاص ينتظرون الموافقة
    [many] { $people } شخصًا ينتظرون الموافقة
   *[other] { $people } شخص ينتظرون الموافقة
}
staff-roles-title = ما يجوز لك فعله
staff-role-of-catalogue = الفهرس: { $role }
staff-role-of-registry = السجل: { $role }
staff-role-none = لا دور
staff-role-ministry = السجل: مسؤول السجل كله
staff-role-publisher = يُعدّ المنشورات وينشرها.
staff-role-fulfiller = يعتني بالطلبات والمخزون وطلبات النسخ الإضافية.
staff-role-catalogue-admin = يفعل كل شيء في الفهرس، ويقرر من غيره يجوز له ذلك.
staff-role-viewer = يقرأ التسجيلات التي يجوز لمؤسسته أن تراها.
staff-role-verifier = يتحقق من التسجيلات لدى الهيئات المهنية.
staff-role-coordinator = يجد الأشخاص ويكتب إليهم ويرسلهم.
staff-role-registry-admin = يفعل كل شيء في السجل لمؤسسته، ويقرر من غيره فيها يجوز له ذلك.
staff-role-ministry-admin = يفعل كل شيء في السجل، ويقرر من غيره يجوز له ذلك.
staff-role-privacy-officer = يراقب كيف تُستخدم التسجيلات.
staff-people-lead = ادعُ أشخاصًا، ووافق عليهم، وقل ما يجوز لهم فعله.
staff-security-lead = خطوتك الثانية ورموز الاسترداد وكلمة مرورك.

staff-waiting-title = حسابك ينتظر الموافقة
staff-waiting-body = لقد دخلت، لكن لم يقل أحد بعد ما عملك هنا. وحتى ذلك الحين لا يمكنك أن ترى شيئًا أو تفعل شيئًا.
staff-waiting-whom = اطلب من مسؤول مؤسستك أن يوافق عليك. وإن كنت لا تعرف من هو، فاكتب إلينا.
staff-waiting-told = نرسل إليك رسالة حالما تتم الموافقة عليك. ثم ادخل مرة أخرى.

staff-security-title = كيف تدخل
staff-authenticator-title = تطبيق المصادقة
staff-authenticator-set = لقد أعددت واحدًا. يعرض رمزًا جديدًا كل 30 ثانية.
staff-authenticator-none = لم تُعدّ واحدًا.
staff-authenticator-what = يصلح أي تطبيق يُنشئ الرموز، على هاتفك أو حاسوبك. وكثير من برامج إدارة كلمات المرور تُنشئها أيضًا.
staff-authenticator-begin = إعداد تطبيق مصادقة
staff-authenticator-other = إعداد تطبيق آخر مكانه
staff-authenticator-again = ابدأ من جديد بمفتاح آخر
staff-authenticator-scan = أضف Healthpost إلى تطبيقك: امسح هذه الصورة، أو اكتب المفتاح الذي تحتها.
staff-authenticator-picture = رمز QR فيه المفتاح المكتوب أدناه
staff-authenticator-key = المفتاح
staff-authenticator-then = ثم أدخل الرمز الذي يعرضه التطبيق قبل انقضاء عدد من الدقائق هو { $minutes }، حتى نعرف أنه يعمل. وبعد ذلك ابدأ من جديد بمفتاح آخر.
staff-authenticator-confirm = إنهاء
staff-authenticator-remove = إزالة تطبيق المصادقة
staff-authenticator-remove-title = هل تريد إزالة تطبيق المصادقة؟
staff-authenticator-remove-body = لن تعمل رموزه بعد ذلك. وتدخل بمفتاح مرور من ذلك الحين.
staff-authenticator-keep = أبقِه
staff-recovery-title = رموز الاسترداد
staff-recovery-body = بأحدها تدخل حين لا يكون معك تطبيقك أو مفتاح مرورك. يعمل كل منها مرة واحدة.
staff-recovery-left = { $codes ->
    [0] لم يبقَ لديك شيء منها.
    [zero] لم يبقَ لديك شيء منها.
    [one] بقي لديك رمز واحد.
    [two] بقي لديك رمزان.
    [few] بقي لديك { $codes } رموز.
    [many] بقي لديك { $codes } رمزًا.
   *[other] بقي لديك { $codes } رمز.
}
staff-recovery-renew = أنشئ رموز استرداد جديدة
staff-recovery-renew-title = هل تريد رموز استرداد جديدة؟
staff-recovery-renew-body = لن تعمل الرموز التي لديك بعد ذلك.
staff-recovery-keep = أبقِ التي لديّ
staff-recovery-shown-title = اكتب رموز الاسترداد هذه الآن
staff-recovery-shown-body = نعرضها مرة واحدة فقط، في هذه الصفحة. احفظها حيث تحفظ كلمات المرور، لا على الجهاز الذي عليه تطبيقك.
staff-recovery-shown-on = تابع إلى عملك
staff-password-title = كلمة المرور
staff-password-change = تغيير كلمة مرورك

staff-people-title = الأشخاص
staff-people-invite = دعوة شخص
staff-people-search = الاسم أو البريد الإلكتروني
staff-people-state = الحالة
staff-people-role = الدور
staff-people-organisation = المؤسسة
staff-people-any = الكل
staff-people-sort = الترتيب حسب
staff-people-sort-name = الاسم
staff-people-sort-seen = آخر ظهور
staff-people-sort-state = الحالة
staff-people-find = بحث
staff-people-clear = امسح البحث
staff-people-found = { $people ->
    [0] لم نجد أحدًا
    [zero] لم نجد أحدًا
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}
staff-people-caption = من يعملون هنا، ومن ينتظرون الموافقة
staff-people-none = لا أحد يناسب هذا البحث. غيّره أو امسحه.
staff-people-name = الاسم
staff-people-email = البريد الإلكتروني
staff-people-roles = الأدوار
staff-people-seen = آخر ظهور
staff-people-never = أبدًا
staff-people-pages = صفحات الأشخاص
staff-people-previous = الصفحة السابقة
staff-people-next = الصفحة التالية
staff-people-page-title = { $title } (الصفحة { $page } من { $pages })
staff-state-active = نشط
staff-state-suspended = موقوف
staff-state-pending = ينتظر الموافقة

staff-invitations-title = الدعوات المفتوحة
staff-invitations-caption = أشخاص دُعوا ولم يقبلوا بعد
staff-invitations-none = لا أحد مدعو الآن.
staff-invitations-until = تسري حتى
staff-invitations-ended = انتهت في { $day }
staff-invitations-acts = ما يمكنك فعله
staff-invitations-resend = أرسل مرة أخرى
staff-invitations-cancel = إلغاء
staff-cancel-title = هل تريد إلغاء هذه الدعوة؟
staff-cancel-body = لن يعمل الرابط الذي أُرسل إلى { $email } بعد ذلك.
staff-cancel-button = إلغاء الدعوة
staff-cancel-keep = أبقِها

staff-invite-title = دعوة شخص
staff-invite-lead = نرسل إليه رابطًا. يعمل مرة واحدة، لعدد من الأيام هو { $days }.
staff-invite-button = إرسال الدعوة

staff-member-title = شخص يعمل هنا
staff-member-sign-in = يدخل عن طريق
staff-member-by-provider = نظام دخول مؤسسته
staff-member-by-password = كلمة مرور وخطوة ثانية
staff-member-unfinished = لا شيء بعد: لم تُعدّ خطوة ثانية
staff-member-change = تغيير ما يجوز له فعله
staff-member-approve = موافقة
staff-member-suspend = إيقاف
staff-member-reactivate = السماح له بالدخول من جديد
staff-member-reset = إعادة ضبط طريقة دخوله
staff-member-acts = ما يمكنك فعله
staff-member-yourself = هذا أنت. على شخص آخر أن يغيّر ما يجوز لك فعله.
staff-roles-change-page = تغيير ما يجوز لشخص فعله
staff-roles-change-title = ماذا يجوز لـ { $name } أن يفعل؟
staff-roles-change-lead = يسري هذا من الصفحة التالية التي يفتحها. ونرسل إليه رسالة.
staff-roles-change-button = حفظ
staff-approve-page = الموافقة على شخص
staff-approve-title = الموافقة على { $name }
staff-approve-lead = أعطه دورًا واحدًا على الأقل. يمكنه استخدامه حالما يدخل، ونرسل إليه رسالة.
staff-approve-button = موافقة
staff-approve-suggested = نقترح { $organisation } بناءً على البريد الإلكتروني. هذا اقتراح فقط: تحقق من أنه يعمل هناك.
staff-approve-unknown = لا يدل البريد الإلكتروني على مكان عمله. اسأله.
staff-suspend-page = إيقاف شخص
staff-suspend-title = هل تريد إيقاف { $name }؟
staff-suspend-body = يخرج فورًا من كل مكان، ولا يمكنه الدخول حتى يسمح له أحد بذلك من جديد. ما فعله يبقى. ونرسل إليه رسالة.
staff-suspend-button = إيقاف
staff-reactivate-page = السماح لشخص بالدخول من جديد
staff-reactivate-title = هل تريد السماح لـ { $name } بالدخول من جديد؟
staff-reactivate-body = يمكنه الدخول من جديد بالأدوار التي كانت له. ونرسل إليه رسالة.
staff-reactivate-button = السماح بالدخول من جديد
staff-reset-page = إعادة ضبط طريقة دخول شخص
staff-reset-title = هل تريد إعادة ضبط طريقة دخول { $name }؟
staff-reset-body = لمن فقدوا تطبيقهم ومفتاح مرورهم ورموز الاسترداد. تُحذف كلمة المرور والخطوة الثانية، ويخرجون من كل مكان، ونرسل إليهم دعوة جديدة. تأكد أولًا من أنهم هم من يطلبون ذلك حقًا.
staff-reset-button = أعد الضبط وأرسل دعوة
staff-act-keep = لا تغيّر شيئًا

error-staff-signed-out-title = لقد سُجّل خروجك
error-staff-signed-out-body = لم تفعل شيئًا مدة 30 دقيقة، أو مضت على دخولك 12 ساعة، أو غيّر أحد ما يجوز لك فعله. لم يُحفظ شيء.
error-staff-signed-out-again = ما أرسلته ما زال في هذه الصفحة. ادخل مرة أخرى، ثم عد إلى هذه الصفحة، واستخدم الزر لإرساله من جديد.
error-staff-sign-in = دخول الموظفين (يُفتح في علامة تبويب جديدة)
error-not-theirs-title = ليس لك أن تفعل هذا
error-not-theirs-body = لا يشمل دورك هذا. إن احتجت إليه في عملك، فاطلب ذلك من مسؤول مؤسستك.
error-not-theirs-work = اذهب إلى عملك
error-invitation-title = هذه الدعوة لا تعمل
error-invitation-body = قُبلت أو أُلغيت، أو مضى عليها أكثر من 14 يومًا، أو لم يُنسخ الرابط كاملًا. اطلب دعوة أخرى ممن دعاك.
error-invitation-sign-in = دخول الموظفين

done-authenticator-set = تم إعداد تطبيق المصادقة
done-authenticator-removed = أُزيل تطبيق المصادقة
done-recovery-renewed = لديك رموز استرداد جديدة
done-staff-invited = الدعوة في الطريق
done-invitation-cancelled = أُلغيت الدعوة
done-staff-approved = تمت الموافقة عليه
done-roles-changed = تغيّر ما يجوز له فعله
done-staff-suspended = تم إيقافه
done-staff-reactivated = يمكنه الدخول من جديد
done-factors-reset = أُعيد ضبط طريقة دخوله، والدعوة في الطريق

staff_code = الرمز
    .hint = 6 أرقام من تطبيقك، أو رمز استرداد من 10 أحرف وأرقام
    .missing = أدخل الرمز
    .malformed = أدخل الأرقام الستة التي يعرضها تطبيقك، أو رمز استرداد من 10 أحرف وأرقام
    .wrong = هذا الرمز غير صحيح، أو استُخدم من قبل. انتظر الرمز التالي الذي يعرضه تطبيقك، أو أدخل رمز استرداد آخر
staff-code-hint-app = الأرقام الستة التي يعرضها تطبيقك الآن
catalogue_role = الدور في الفهرس
    .publisher = ناشر
    .fulfiller = مسؤول تنفيذ الطلبات
    .admin = مسؤول
    .malformed = اختر دورًا من القائمة
    .none = اختر دورًا واحدًا على الأقل
    .not-yours = لا يمكنك أن تعطي أدوارًا في الفهرس أو تأخذها
registry_role = الدور في السجل
    .viewer = قارئ
    .verifier = مدقق
    .coordinator = منسق
    .admin = مسؤول
    .privacy_officer = مسؤول الخصوصية
    .missing = اختر دورًا في السجل، أو لا تختر مؤسسة
    .malformed = اختر دورًا من القائمة
    .not-yours = لا يمكنك أن تعطي أدوارًا في السجل أو تأخذها
    .ministry-only = لا يعطي هذا الدور ويأخذه إلا مسؤولو وزارة الصحة
registry_organisation = المؤسسة
    .hint = المؤسسة التي يعمل على تسجيلاتها. فقط مع دور في السجل
    .missing = اختر المؤسسة التي يعمل لها
    .malformed = اختر مؤسسة من القائمة
    .ministry-only = يعمل مسؤولو الخصوصية لوزارة الصحة. اخترها، أو اختر دورًا آخر
    .not-yours = لا يمكنك أن تعطي أدوارًا في هذه المؤسسة أو تأخذها
staff-none = لا شيء
staff-role-cannot-catalogue = لا يعطي الأدوار هناك ويأخذها إلا مسؤولو الفهرس.
staff-role-cannot-registry = لا يعطي الأدوار هناك ويأخذها إلا مسؤولو السجل.

staff-end-label = مدة بقائك مسجَّل الدخول
staff-end-idle = { $minutes ->
    [one] ستُسجَّل خروجًا خلال دقيقة واحدة، لأنك لم تفعل شيئًا هنا منذ مدة.
   *[other] ستُسجَّل خروجًا خلال { $minutes } دقائق، لأنك لم تفعل شيئًا هنا منذ مدة.
}
staff-end-whole = { $minutes ->
    [one] ستُسجَّل خروجًا خلال دقيقة واحدة، لأن لا أحد يبقى مسجَّل الدخول أكثر من { $hours } ساعة. ما ترسله بعد ذلك يُحفظ إلى أن تسجّل الدخول من جديد.
   *[other] ستُسجَّل خروجًا خلال { $minutes } دقائق، لأن لا أحد يبقى مسجَّل الدخول أكثر من { $hours } ساعة. ما ترسله بعد ذلك يُحفظ إلى أن تسجّل الدخول من جديد.
}
staff-end-stay = البقاء مسجَّل الدخول
staff-end-stays = ستبقى مسجَّل الدخول.
staff-end-ended = انتهى دخولك بصفتك موظفًا. ما كتبته ما زال هنا. أرسله، وسجّل الدخول عندما يُطلب منك ذلك.
staff-end-limits = ينتهي دخولك بعد { $minutes } دقيقة لا تفعل فيها شيئًا، وبعد { $hours } ساعة من تسجيل دخولك.
