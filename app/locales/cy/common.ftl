# What stands on every page.
service-name = Healthpost
title = { $page } – Healthpost
title-error = Gwall: { $title }
skip-link = Neidio i’r prif gynnwys
language-label = Iaith
nav-label = Prif ddewislen
nav-publications = Cyhoeddiadau
nav-track = Olrhain archeb
nav-basket = { $lines ->
    [0] Basged
    [one] Basged ({ $lines } eitem)
   *[other] Basged ({ $lines } eitem)
}
footer-label = Ynglŷn â’r gwasanaeth hwn
footer-free = Mae popeth yma am ddim, gan gynnwys y cludiant.
footer-open-source = Meddalwedd ffynhonnell agored yw Healthpost.
back = Yn ôl
change = Newid
continue = Parhau
success = Llwyddiant
important = Pwysig
yes = Ie
not-provided = Heb ei ddarparu

# Pages for what cannot be shown.
error-404-title = Heb ddod o hyd i’r dudalen
error-404-body = Os gwnaethoch deipio’r cyfeiriad, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo’r cyfeiriad cyfan.
error-410-title = Mae’r ddolen hon wedi dod i ben
error-410-body = Mae wedi’i defnyddio’n barod, mae’n rhy hen, neu nid yw wedi’i chopïo’n gyfan. Gallwch ofyn am un newydd ar dudalen y cyhoeddiad.
error-link-expired-title = Mae’r ddolen hon wedi dod i ben
error-link-expired-body = Mae dolenni i ffeiliau’n gweithio am awr. Ewch yn ôl i’r cyhoeddiad: mae dolen newydd yno.
error-withdrawn-title = Mae’r cyhoeddiad hwn wedi’i dynnu’n ôl
error-withdrawn-body = Nid yw’n cael ei ddefnyddio mwyach. Chwiliwch am un mwy newydd yn y catalog.
error-400-title = Nid oeddem yn gallu darllen yr hyn a anfonwyd
error-400-body = Ewch yn ôl ac anfonwch y ffurflen eto.
error-403-title = Ni allwch wneud hyn o’r fan hon
error-403-body = Er eich diogelwch, dim ond ar y wefan hon ei hun y mae ffurflenni’n gweithio. Ewch yn ôl i’r dudalen ac anfonwch y ffurflen eto.
error-405-title = Nid yw’r dudalen hon yn gweithio fel hynny
error-405-body = Ewch i’r hafan a dechreuwch eto o’r fan honno.
error-413-title = Roedd hynny’n ormod
error-413-body = Roedd mwy yn y ffurflen nag y gallwn ei dderbyn. Ewch yn ôl, byrhewch eich atebion a’i hanfon eto.
error-415-title = Nid oeddem yn gallu darllen yr hyn a anfonwyd
error-415-body = Ewch yn ôl ac anfonwch y ffurflen eto.
error-429-title = Rydych wedi rhoi cynnig arni’n rhy aml
error-429-body = Arhoswch ychydig funudau, a rhowch gynnig arall arni.
error-429-minutes = { $count ->
    [one] Rhowch gynnig arall arni ymhen 1 munud.
    [two] Rhowch gynnig arall arni ymhen 2 funud.
   *[other] Rhowch gynnig arall arni ymhen { $count } munud.
}
error-429-hours = { $count ->
    [one] Rhowch gynnig arall arni ymhen 1 awr.
   *[other] Rhowch gynnig arall arni ymhen { $count } awr.
}
error-429-again = Mae’r hyn a anfonoch yn dal i fod ar y dudalen hon. Dewch yn ôl ati bryd hynny, a defnyddiwch y botwm i’w anfon eto.
error-500-title = Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth
error-500-body = Rhowch gynnig arall arni’n nes ymlaen. Mae’r hyn a roesoch yn eich basged yn dal i fod yno.
error-503-title = Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael ar hyn o bryd
error-503-body = Rhowch gynnig arall arni ymhen ychydig funudau. Mae’r hyn a roesoch yn eich basged yn dal i fod yno.
error-registry-500-body = Rhowch gynnig arall arni’n nes ymlaen. Mae’r atebion a roesoch o’r blaen yn dal i fod yno.
error-registry-503-body = Rhowch gynnig arall arni ymhen ychydig funudau. Mae’r atebion a roesoch o’r blaen yn dal i fod yno.
error-again-body = Nid oes dim wedi’i golli: mae’r hyn a anfonwyd gennych yn dal ar y dudalen hon. Arhoswch ennyd, yna defnyddiwch y botwm i’w anfon eto.
error-again-button = Ei anfon eto
error-registry-link-title = Nid yw’r ddolen hon yn gweithio
error-registry-link-body = Mae wedi’i defnyddio’n barod, mae’n rhy hen, neu nid yw wedi’i chopïo’n gyfan. I barhau â chofrestriad a gadwyd, gofynnwch am god. I ofalu am un rydych wedi’i anfon, mewngofnodwch.
error-signed-out-title = Rydych wedi cael eich allgofnodi
error-signed-out-body = Ni wnaethoch ddim am 30 munud, neu buoch wedi mewngofnodi am 8 awr. Ni chadwyd dim.
error-signed-out-sign-in = Mewngofnodi eto (yn agor mewn tab newydd)
error-signed-out-again = Mae’r hyn a anfonwyd gennych yn dal ar y dudalen hon. Mewngofnodwch eto, dewch yn ôl i’r dudalen hon, a defnyddiwch y botwm i’w anfon eto.
error-draft-closed-title = Nid yw eich atebion ar agor yma mwyach
error-draft-closed-body = Fe’u hagorwyd mewn porwr neu dab arall, fe’u hanfonwyd, neu ni chawsant eu newid am 12 awr. Ni chadwyd yr hyn a anfonwyd gennych nawr.
error-draft-closed-resume = Parhau â chofrestriad a gadwyd (yn agor mewn tab newydd)
error-draft-closed-start = Mynd i ddechrau’r cofrestru (yn agor mewn tab newydd)
error-draft-closed-again = Mae’r hyn a anfonwyd gennych yn dal ar y dudalen hon. Parhewch â’ch cofrestriad a gadwyd neu dechreuwch un newydd, dewch yn ôl i’r dudalen hon, a defnyddiwch y botwm i’w anfon eto.
error-zip-nothing-title = Nid oes ffeil yn cyd-fynd â’r dewis hwn
error-zip-nothing-body = Nid oes gan y cyhoeddiad hwn ffeiliau i’w lawrlwytho sy’n cyd-fynd â phopeth a ddewiswyd gennych. Ewch yn ôl a dewiswch lai o amodau, neu ddim un i gael pob ffeil.
error-zip-too-much-title = Mae hynny’n ormod ar gyfer un ffeil zip
error-zip-too-much-body = Mae’r ffeiliau a ddewiswyd gennych yn rhy niferus neu’n rhy fawr i’w hanfon gyda’i gilydd. Ewch yn ôl a dewiswch lai o ieithoedd, fformatau neu fathau o ffeil.
error-zip-busy-title = Mae gormod o bobl yn lawrlwytho ffeiliau zip ar hyn o bryd
error-zip-busy-body = Rhowch gynnig arall arni ymhen munud, neu ewch yn ôl a lawrlwythwch y ffeiliau fesul un.
error-zip-yours-title = Rydych eisoes yn lawrlwytho dwy ffeil zip
error-zip-yours-body = Arhoswch nes bod un ohonynt wedi cyrraedd, yna rhowch gynnig arall arni. Mae eraill sy’n rhannu eich cysylltiad â’r rhyngrwyd yn cyfrif hefyd. Neu ewch yn ôl a lawrlwythwch y ffeiliau fesul un.
error-reference = Os byddwch yn cysylltu â ni, dyfynnwch y cyfeirnod hwn: { $id }
error-home = Mynd i’r hafan
error-search = Chwilio’r holl gyhoeddiadau
error-back = Mynd yn ôl i’r cyhoeddiad

# Days and moments.
date = { $day } { $month } { $year }
moment = { $day } { $month } { $time }
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

# Yr hyn y mae pobl yn ei ddweud wrthym, a thudalennau am y gwasanaeth.
notice-label = Hysbysiad
contact-us-title = Cysylltu â ni
contact-us-lead = Ysgrifennwch at y ddesg gymorth. Rydym fel arfer yn ateb o fewn 2 ddiwrnod gwaith. Ar gyfer archeb, rhowch ei rhif.
contact-us-button = Anfon y neges
contact-us-sent-title = Neges wedi'i hanfon
contact-us-sent-body = Rydym yn ateb drwy e-bost.
feedback-title = Rhoi adborth
feedback-lead = Mae pob cwestiwn yn ddewisol. Nid ydym yn gofyn pwy ydych chi, felly ni allwn ateb: i gael ateb, cysylltwch â ni.
feedback-button = Anfon adborth
feedback-sent-title = Diolch
feedback-sent-body = Mae eich adborth yn ein helpu i wella'r gwasanaeth hwn.
content-about = Am y gwasanaeth hwn
content-accessibility = Datganiad hygyrchedd
content-privacy = Preifatrwydd
content-cookies = Cwcis
