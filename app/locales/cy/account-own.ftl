# What is one's own in an account: ordering again, lists, another address, own data, closing. Words of their questions, and
# what is written about them.
order-again = Archebu hyn eto
order-again-title = Archebu { $number } eto
order-again-body = Dyma beth gallwch ei gael o’r archeb honno nawr. Newidiwch y niferoedd yn eich basged, cyn archebu.
order-again-not = Yn ôl i’r archeb
order-event-reordered = Archebwyd eto
refill-all = Gellir rhoi’r cyfan yn eich basged.
refill-swapped = { $swapped ->
    [one] Mae gan 1 o { $lines } argraffiad mwy newydd: cyfnewidiwyd.
   *[other] Mae gan { $swapped } o { $lines } argraffiad mwy newydd: cyfnewidiwyd.
}
refill-changed = { $lines ->
    [one] 1 eitem gyda nifer arall o gopïau.
   *[other] { $lines } eitem gyda nifer arall o gopïau.
}
refill-left = { $lines ->
    [one] Nid oes modd cael 1 eitem: gadawyd allan.
   *[other] Nid oes modd cael { $lines } eitem: gadawyd allan.
}
refill-newer = Argraffiad mwy newydd
refill-replaces = Yn lle { $codes }
refill-part = { $copies } i’ch basged
refill-left-out = Gadawyd allan
refill-button = Rhoi yn fy masged
any-refill-not-live = Nid yw hwn ar gael mwyach
any-refill-restricted = Dim ond rhai grwpiau all gael hwn
any-refill-opens-later = Gallwch archebu hwn o { $date }
any-refill-closed = Daeth archebu i ben ar { $date }
any-refill-out-of-stock = Nid oes stoc o hwn
done-refilled = Mae’r cyfan yn eich basged
done-refilled-in-part = Mae’r hyn y gallwch ei gael yn eich basged. Nid oes modd cael rhywfaint ohono nawr

basket-save-list = Cadw hwn fel rhestr
lists-title = Eich rhestrau
lists-lead = Cadwch yr hyn rydych yn ei archebu’n aml dan enw, a’i roi yn eich basged ar unwaith. Gallwch gael { $max } rhestr.
lists-none = Nid oes gennych restrau eto.
lists-save-title = Cadw eich basged fel rhestr
lists-save-body = { $lines ->
    [0] Mae eich basged yn wag: mae’r rhestr yn dechrau’n wag hefyd.
    [one] Mae 1 eitem yn eich basged.
   *[other] Mae { $lines } eitem yn eich basged.
}
lists-save-button = Cadw’r rhestr
saved-list-title = Rhestr
list-empty = Nid oes dim ar y rhestr hon eto.
list-is-shared = Wedi’i rhannu
list-add-title = Ychwanegu rhywbeth
list-add-button = Ychwanegu at y rhestr
list-rename-title = Newid ei henw
list-delete = Dileu’r rhestr hon
list-sharing-title = Ei rhannu
list-share-body = Mae pwy bynnag sydd â’r ddolen yn darllen y rhestr hon ac yn gallu ei rhoi mewn basged. Ni allant ei newid, ac nid yw’n dweud eich enw.
list-share = Creu dolen
list-shared-body = Mae pwy bynnag sydd â’r ddolen hon yn darllen y rhestr:
list-stop-sharing = Peidio â rhannu
list-shared-lead = Rhannodd rhywun y rhestr hon gyda chi. Gallwch roi’r cyfan yn eich basged.
error-list-link-title = Mae’r ddolen hon i restr wedi dod i ben
error-list-link-body = Cymerodd pwy bynnag a rannodd y rhestr y ddolen yn ôl, neu ni chopïwyd y ddolen yn gyfan. Gofynnwch iddynt am un newydd.
list_name = Enw’r rhestr
    .hint = Er enghraifft, yr hyn rydych yn ei archebu bob gaeaf. Mae pwy bynnag sy’n cael ei dolen yn darllen yr enw
    .missing = Rhowch enw i’r rhestr
any-lists-full = Gallwch gael { $max } rhestr. Dilëwch un yn gyntaf
any-list-full = Gall rhestr ddal { $max } eitem wahanol. Tynnwch un yn gyntaf
any-list-renamed = Cafodd y rhestr enw arall yn y cyfamser: mae ar frig y dudalen. I’w newid, cadwch unwaith eto
done-list-saved = Cadwyd eich rhestr
done-list-deleted = Dilëwyd eich rhestr
done-list-shared = Mae gan eich rhestr ddolen nawr
done-list-unshared = Nid yw’r ddolen i’ch rhestr yn agor dim mwyach

account-email-title = Newid eich cyfeiriad e-bost
account-email-lead = { $email } yw e nawr. Mae’n aros felly nes i chi ddilyn dwy ddolen: un a anfonwn i’r cyfeiriad newydd, ac un a anfonwn i’r cyfeiriad hwn.
account-email-lost = Os na allwch ddarllen negeseuon yno mwyach, rhaid i ni ei newid i chi.
account-email-lost-link = Ysgrifennu atom
account-email-confirm-body = Pwyswch y botwm i ddefnyddio { $email } ar gyfer eich cyfrif. Caiff ei newid ar ôl i’ch cyfeiriad presennol ei gadarnhau hefyd, a byddwch wedyn wedi allgofnodi ym mhobman arall.
account-email-confirm-button = Defnyddio’r cyfeiriad hwn
account-email-old-body = Mae rhywun sydd wedi mewngofnodi i’ch cyfrif am iddo ddefnyddio { $email } yn lle’r cyfeiriad hwn. Pwyswch y botwm os chi oedd hwn. Os nad, gosodwch gyfrinair arall ac allgofnodwch ym mhobman.
account-email-old-button = Caniatáu’r newid
account-email-awaited-title = Un ddolen arall
account-email-awaited-old = Mae { $email } wedi’i gadarnhau. Dilynwch y ddolen yn ein neges i { $old } hefyd: tan hynny mae eich cyfrif yn cadw’r cyfeiriad hwnnw.
account-email-awaited-new = Rydych wedi caniatáu’r newid. Dilynwch y ddolen yn ein neges i { $email } hefyd: tan hynny mae eich cyfrif yn cadw’r cyfeiriad sydd ganddo.
done-email-asked = Rydym wedi ysgrifennu i’ch cyfeiriad presennol hefyd. Dilynwch y dolenni yn y ddwy neges
account_new_email = Cyfeiriad e-bost newydd
    .hint = Byddwn yn anfon dolen yno, ac un i’ch cyfeiriad presennol. Agorwch y ddwy yn y porwr hwn, lle rydych wedi mewngofnodi
    .missing = Rhowch gyfeiriad e-bost
    .malformed = Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com
any-email-is-yours = Hwn yw eich cyfeiriad e-bost yn barod. Rhowch un arall

account-data-title = Eich data
account-data-lead = Popeth rydym yn ei gadw amdanoch chi a’ch cyfrif.
account-data-json = Lawrlwytho’r cyfan (JSON)
account-data-created = Cyfrif wedi’i greu
account-data-changed = Newid diwethaf
account-data-confirmed = Cadarnhau’r cyfeiriad e-bost
account-data-signed-in = Mewngofnodi diwethaf
account-data-checkout = Archeb ar y gweill
account-data-asked = Yr hyn y gofynnoch amdano
account-data-waiting = Cewch wybod pan fydd stoc eto, tan { $moment }
account-data-written = Negeseuon
account-data-letter = Ysgrifennom atoch
account-data-roles = Yr hyn y cewch ei wneud yma
account-data-second-step = Eich ail gam
account-data-authenticator = Ap dilysu, ers { $moment }
account-data-passkey = Cod pas { $name }, ers { $moment }
account-data-recovery = Codau adfer ar ôl: { $codes }
account-data-provider = Mewngofnodi mewn man arall
account-data-as-guest = Archebwyd heb fewngofnodi
account-data-sent = Anfonwyd: { $copies }
account-data-cancelled = Canslwyd: { $copies }
account-data-version = Hyd at { $moment }:
account-data-needed = Ei angen erbyn { $day }
account-data-granted = Caniatawyd: { $granted }. Defnyddiwyd: { $used }
account-data-invitations = Gwahoddiadau i weithio yma
account-data-invited = { $moment }, tan { $until }
account-data-limits = Eich terfynau eich hun
account-data-limit-of-all = Popeth
account-data-journal = Cofnod
account-data-journal-entries = Cofnodion amdanoch: { $entries }. Maent yn y lawrlwythiad
account-data-registration = Os ydych yn y gofrestr darparwyr, mae gan eich cofrestriad ei ddata ei hun.
account-registration-link = Mynd i’ch cofrestriad

close-title = Cau eich cyfrif
close-lead = Nid oes modd dadwneud hyn. Gallwch archebu heb gyfrif, a chreu un arall unrhyw bryd.
close-gone = Mae eich enw, eich cyfeiriad, eich cyfrinair, eich rhestrau a’ch basged yn cael eu dileu ar unwaith, ac rydych wedi allgofnodi ym mhobman.
close-orders = Mae archebion yn aros, heb eich enw, eich cyfeiriad e-bost, eich rhif ffôn a’ch stryd; felly hefyd y rhai a wnaethoch â’ch cyfeiriad e-bost heb fewngofnodi. Mae archebion sydd ar eu ffordd yn eu cadw nes cyrraedd, am { $days } diwrnod ar y mwyaf.
close-mailbox = Mae’r hyn a ysgrifennoch at ein desg gymorth yn aros yn ei blwch post nes iddo gael ei ateb.
close-registration = Os ydych yn y gofrestr darparwyr, mae eich cofrestriad yn aros. Gallwch ei dynnu’n ôl neu ei ddileu ar wahân.
close-data = Gweld a lawrlwytho eich data yn gyntaf
close-button = Cau fy nghyfrif
close_confirmation = I’w gau, rhowch gyfeiriad e-bost eich cyfrif
    .missing = Rhowch gyfeiriad e-bost eich cyfrif
    .malformed = Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com
any-close-other-email = Nid hwn yw cyfeiriad e-bost y cyfrif hwn. Rhowch hwnnw i’w gau
closed-title = Mae eich cyfrif wedi cau
closed-body = Rydym wedi anfon neges olaf sy’n dweud hynny. Diolch am ddefnyddio Healthpost.

mail-account-new-email-subject = Cadarnhewch eich cyfeiriad e-bost newydd
mail-account-new-email-heading = Ai hwn yw eich cyfeiriad e-bost newydd?
mail-account-new-email-body = Mae rhywun am ddefnyddio’r cyfeiriad hwn ar gyfer eu cyfrif Healthpost. Agorwch y ddolen yn y porwr lle rydych wedi mewngofnodi.
mail-account-new-email-link = Defnyddio’r cyfeiriad hwn
mail-account-new-email-ignore = Os nad chi oedd hwn, peidiwch â gwneud dim: mae’r cyfrif yn cadw ei gyfeiriad.
mail-account-old-email-subject = A ddylai eich cyfrif Healthpost gael cyfeiriad e-bost arall?
mail-account-old-email-heading = Ydych chi am gael cyfeiriad e-bost arall?
mail-account-old-email-body = Gofynnodd rhywun sydd wedi mewngofnodi i’ch cyfrif Healthpost iddo ddefnyddio cyfeiriad e-bost arall. Os chi oedd hwn, agorwch y ddolen yn y porwr lle rydych wedi mewngofnodi. Rhaid i’r cyfeiriad newydd ei gadarnhau hefyd.
mail-account-old-email-link = Caniatáu’r newid
mail-account-old-email-ignore = Os nad chi oedd hwn, peidiwch â dilyn y ddolen: mae’r cyfrif yn cadw’r cyfeiriad hwn. Gosodwch gyfrinair arall, ac allgofnodwch ym mhobman.
mail-account-email-taken-subject = Mae gan eich cyfrif Healthpost y cyfeiriad hwn
mail-account-email-taken-heading = Mae gan y cyfeiriad hwn gyfrif yn barod
mail-account-email-taken-body = Roedd rhywun am ddefnyddio’r cyfeiriad hwn ar gyfer cyfrif Healthpost arall. Mae’n aros gyda’r un sydd ganddo. Gallwch fewngofnodi i hwnnw.
mail-account-email-taken-link = Mewngofnodi
mail-account-email-taken-ignore = Os nad chi oedd hwn, gallwch anwybyddu’r neges hon: ni newidiwyd dim.
mail-account-email-changed-subject = Mae gan eich cyfrif Healthpost gyfeiriad e-bost arall
mail-account-email-changed-heading = Newidiwyd eich cyfeiriad e-bost
mail-account-email-changed-body = Mae eich cyfrif Healthpost dan gyfeiriad e-bost arall nawr, a gadarnhawyd gan ei ddarllenydd. Nid ydym yn ysgrifennu at hwn mwyach.
mail-account-email-changed-elsewhere = Ym mhobman arall lle’r oeddech wedi mewngofnodi, rydych wedi allgofnodi.
mail-account-email-changed-not-you = Os nad chi oedd hwn, dywedwch wrthym ar unwaith.
mail-account-email-changed-link = Ysgrifennu atom
mail-account-closed-subject = Mae eich cyfrif Healthpost wedi cau
mail-account-closed-heading = Mae eich cyfrif wedi cau
mail-account-closed-body = Caewyd eich cyfrif Healthpost. Mae eich enw, eich cyfeiriad, eich cyfrinair, eich rhestrau a’ch basged wedi’u dileu, ac rydych wedi allgofnodi ym mhobman.
mail-account-closed-open = { $orders ->
    [one] Mae 1 archeb ar ei ffordd. Mae’n cadw eich enw a’ch cyfeiriad nes cyrraedd, am { $days } diwrnod ar y mwyaf.
   *[other] Mae { $orders } archeb ar eu ffordd. Maent yn cadw eich enw a’ch cyfeiriad nes cyrraedd, am { $days } diwrnod ar y mwyaf.
}
mail-account-closed-again = Gallwch greu cyfrif arall unrhyw bryd. Dyma’r neges olaf am hwn.
