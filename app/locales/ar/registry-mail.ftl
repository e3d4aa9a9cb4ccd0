# رسائل سجل مقدمي الرعاية. في كل رسالة `…-subject` و`…-heading`.
mail-sign-in-code-subject = { $code } هو رمزك في Healthpost
mail-sign-in-code-heading = رمزك
mail-sign-in-code-asked = طلب أحد الأشخاص هذا الرمز من سجل مقدمي الرعاية في Healthpost في { $at }.
mail-sign-in-code-for-resume = يفتح التسجيل الذي حفظته.
mail-sign-in-code-for-human_check = يتيح لك إرسال تسجيلك.
mail-sign-in-code-for-sign_in = يتيح لك الدخول إلى تسجيلك.
mail-sign-in-code-for-new_address = يجعل هذا عنوان البريد الإلكتروني لتسجيلك.
mail-sign-in-code-for-erase = يمحو كل ما نحتفظ به عنك.
mail-sign-in-code-once = يعمل مرة واحدة، لمدة 30 دقيقة.
mail-sign-in-code-link = أدخله هنا
mail-sign-in-code-ignore = إذا لم تطلب رمزًا، فيمكنك تجاهل هذه الرسالة: لن يحدث شيء من دونه.

mail-draft-saved-subject = حُفظت إجاباتك
mail-draft-saved-heading = عُد إلى تسجيلك
mail-draft-saved-kept = نحتفظ بإجاباتك حتى { $date }. وكلما غيّرتها احتفظنا بها 30 يومًا أخرى.
mail-draft-saved-return = للمتابعة، اتبع الرابط واطلب رمزًا. سنرسل إليك بالبريد الإلكتروني 6 أرقام لتدخلها.
mail-draft-saved-link = متابعة تسجيلي
mail-draft-saved-certify = لم يُرسَل شيء بعد. وقبل الإرسال عليك أن تؤكد من جديد أن إجاباتك صحيحة.
mail-draft-saved-ignore = إذا لم تكن أنت من فعل ذلك، فيمكنك تجاهل هذه الرسالة: سيُحذف ما حُفظ من تلقاء نفسه.

mail-draft-exists-subject = يوجد تسجيلان محفوظان لهذا العنوان
mail-draft-exists-heading = أي الإجابات تريد الاحتفاظ بها؟
mail-draft-exists-earlier = كان هناك تسجيل غير مكتمل محفوظ لهذا العنوان. وآخر تغيير فيه كان في { $date }.
mail-draft-exists-choose = اتبع الرابط واطلب رمزًا. وبعد إدخاله تختار أيهما تحتفظ به.
mail-draft-exists-link = اختيار ما أحتفظ به
mail-draft-exists-ignore = إذا لم تكن أنت من فعل ذلك، فيمكنك تجاهل هذه الرسالة: تبقى إجاباتك السابقة كما هي.

mail-draft-reminder-subject = سيُحذف تسجيلك المحفوظ قريبًا
mail-draft-reminder-heading = تسجيلك غير مكتمل
mail-draft-reminder-ends = ستُحذف إجاباتك في { $date } ما لم تتابع قبل ذلك.
mail-draft-reminder-link = إكمال تسجيلي
mail-draft-reminder-discard = إذا كنت لا تريد التسجيل، فيمكنك حذفها الآن.
mail-draft-reminder-discard-link = حذف إجاباتي

mail-no-draft-subject = لا يوجد تسجيل محفوظ لهذا العنوان
mail-no-draft-heading = لم نجد ما يمكن متابعته
mail-no-draft-body = طلب أحد الأشخاص متابعة تسجيل محفوظ لهذا العنوان. ولا يوجد أي تسجيل: ربما أُرسل، أو حُذف لأن مدته انتهت.
mail-no-draft-other = إذا استخدمت عنوانًا آخر، فجرّبه. وإلا فيمكنك البدء من جديد.
mail-no-draft-link = التسجيل
mail-no-draft-ignore = إذا لم تكن أنت من فعل ذلك، فيمكنك تجاهل هذه الرسالة.
