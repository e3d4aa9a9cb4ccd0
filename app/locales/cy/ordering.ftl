# From basket to order.
basket-title = Eich basged
basket-empty = Mae eich basged yn wag
basket-empty-body = Dewch o hyd i rywbeth i’w archebu, a’i roi ynddi.
basket-empty-link = Dod o hyd i gyhoeddiadau
basket-copies-of = Copïau o { $title }
basket-update = Diweddaru
basket-remove = Tynnu
basket-total = { $copies ->
    [one] 1 copi i gyd, am ddim
   *[other] { $copies } copi i gyd, am ddim
}
basket-changed = Newidiwyd y fasged: { $total }
basket-packs = { $packs ->
    [one] 1 pecyn o { $pack }
   *[other] { $packs } pecyn o { $pack }
}
basket-more = Chwilio am ragor o gyhoeddiadau
basket-use = { $copies ->
    [one] Newid i 1 copi
   *[other] Newid i { $copies } copi
}

delivery-title = I ble y dylem ei anfon?
delivery-lead = Rydym yn danfon i gyfeiriadau yn y Deyrnas Unedig.
delivery-another = Cyfeiriad arall
delivery-own = Dewis un o’ch cyfeiriadau
delivery-find = Dod o hyd i gyfeiriad drwy ei god post
contact-title = Pwy sy’n archebu?
code-title = Gwiriwch eich e-bost
code-lead = Rydym wedi anfon cod i { $email }. Bydd yn gweithio am 30 munud.
code-meant = Oeddech chi’n golygu { $email }? Os felly, defnyddiwch gyfeiriad e-bost gwahanol.
code-change = Defnyddio cyfeiriad e-bost gwahanol
code-again = Anfon cod newydd
check-title = Gwiriwch eich atebion cyn gosod eich archeb
check-items = Yr hyn rydych yn ei archebu
check-delivery = Cyfeiriad danfon
check-contact = Cyswllt
check-email = Cyfeiriad e-bost
check-name = Enw llawn
check-phone = Rhif ffôn
check-held = Caiff copïau sydd mewn stoc eu cadw i chi tan { $moment }.
check-changed = Mae’r hyn y gellir ei archebu wedi newid ers i chi ddod yma. Edrychwch ar yr eitemau eto: bydd yr hyn na allwch ei gael mwyach yn aros yn eich basged.
check-back-order = { $copies ->
    [one] Bydd 1 copi yn dilyn ar ôl ei argraffu
   *[other] Bydd { $copies } copi yn dilyn ar ôl eu hargraffu
}
place-order = Gosod archeb
copies = { $copies ->
    [one] 1 copi
   *[other] { $copies } copi
}

order-placed-title = Archeb wedi’i gosod
order-title = Archeb { $number }
order-number = Rhif eich archeb
order-keep = Cadwch y rhif hwn. Gyda’ch cyfeiriad e-bost, gallwch ei ddefnyddio i ddod o hyd i’ch archeb eto. Rydym wedi’i anfon i { $email } hefyd.
order-next = Beth sy’n digwydd nesaf
order-next-body = Byddwn yn pacio eich archeb ac yn ei rhoi i’r cludwr. Mae fel arfer yn cyrraedd o fewn 5 diwrnod gwaith. Nid ydych yn talu dim.
order-next-waiting = Bydd copïau nad ydynt mewn stoc yn dilyn cyn gynted ag y cânt eu hargraffu.
order-status = Statws
order-status-placed = Wedi’i gosod
order-status-accepted = Wedi’i derbyn
order-status-picking = Yn cael ei phacio
order-status-part_shipped = Wedi’i hanfon yn rhannol
order-status-shipped = Wedi’i hanfon
order-status-cancelled = Wedi’i chanslo
order-placed-on = Gosodwyd ar
order-items = Eitemau
order-print = I gadw copi, argraffwch y dudalen hon neu ei chadw fel PDF.
order-feedback = Beth oedd eich barn am y gwasanaeth hwn?
track-title = Olrhain archeb
track-lead = Rhowch rif eich archeb a’ch cyfeiriad e-bost ar ei chyfer.
track-button = Dod o hyd i fy archeb
track-link-title = Gweld eich archeb
track-link-body = Daeth y ddolen hon gyda’ch cadarnhad. Bydd yn gweithio am 90 diwrnod.
track-link-button = Gweld fy archeb
track-link-expired-title = Mae’r ddolen hon wedi dod i ben
track-link-expired-body = Mae’r dolenni yn ein negeseuon yn gweithio am 90 diwrnod. I weld eich archeb nawr, rhowch ei rhif a’ch cyfeiriad e-bost.

basket-swap = Cyfnewid am y fersiwn fwy newydd
basket-partial = { $lines ->
    [one] Parhau gyda’r 1 eitem y gellir ei harchebu
   *[other] Parhau gyda’r { $lines } eitem y gellir eu harchebu
}
check-staying = Mae’r rhain yn aros yn eich basged
check-staying-figures = Terfyn { $limit }, wedi’u harchebu’n barod { $counted }, gofynnwyd am { $requested }, ar ôl { $remaining }
order-change = Newid yr eitemau
order-change-title = Newid eich archeb
order-change-body = Gallwch ei newid nes i ni ddechrau ei phacio.
order-change-done = Wedi gorffen
order-add-title = Ychwanegu rhywbeth arall
order-add-body = Rhowch god cynnyrch yr hyn yr hoffech ei ychwanegu. Mae ar dudalen pob cyhoeddiad, ac ar gopïau printiedig.
order-add-button = Ychwanegu at yr archeb hon
order-add-more = Chwilio am gyhoeddiadau
order-redirect = Newid y cyfeiriad
order-redirect-title = I ble y dylem ei hanfon yn lle hynny?
order-redirect-save = Cadw’r cyfeiriad
order-cancel = Canslo’r archeb
order-cancel-title = Canslo archeb { $number }?
order-cancel-body = Ni chaiff dim ohoni ei anfon. Nid yw’r hyn a archebwyd gennych yn cyfrif tuag at eich terfyn mwyach.
order-cancel-yes = Ie, canslo’r archeb
order-cancel-no = Na, ei chadw
order-cancelled-body = Cafodd yr archeb hon ei chanslo. Ni chaiff dim ohoni ei anfon.
order-too-late = Rydym wedi dechrau pacio’r archeb hon, felly ni ellir ei newid na’i chanslo yma mwyach.
order-too-late-sent = Rydym wedi anfon yr archeb hon, felly ni ellir ei newid na’i chanslo mwyach.
order-contact = Os oes gennych gwestiwn am yr archeb hon, neu os oes rhywbeth o’i le arni, rhowch ei rhif pan fyddwch yn ysgrifennu atom.
order-timeline = Beth sydd wedi digwydd hyd yn hyn
order-event-placed = Archeb wedi’i gosod
order-event-amended = Archeb wedi’i newid
order-event-cancelled = Archeb wedi’i chanslo
order-event-accepted = Archeb wedi’i derbyn gan y warws
order-event-picking = Dechreuwyd pacio
order-event-part_shipped = Y rhan gyntaf wedi’i hanfon
order-event-shipped = Archeb wedi’i hanfon
order-earlier = Fersiynau cynharach o’r archeb hon
order-revision = Fersiwn { $version }, tan { $moment }
order-revision-now = newidiwyd i { $copies }
order-revision-removed = tynnwyd allan
order-revision-added = ychwanegwyd
order-revision-address = Cyfeiriad: { $address }
order-revision-moved = newidiwyd y cyfeiriad
line-status-back_ordered = Yn aros am stoc
line-status-reserved = Wedi’i gadw i chi
line-status-picking = Yn cael ei bacio
line-status-part_shipped = Wedi’i anfon yn rhannol
line-status-shipped = Wedi’i anfon
line-status-cancelled = Wedi’i ganslo
order-line-part = { $status }: { $copies }

done-added = Ychwanegwyd at eich basged
done-updated = Diweddarwyd eich basged
done-taken-out = Tynnwyd o’ch basged
done-order-changed = Newidiwyd eich archeb. Rydym wedi anfon e-bost atoch i ddweud beth yw hi nawr
done-order-redirected = Newidiwyd y cyfeiriad danfon. Rydym wedi anfon e-bost atoch i ddweud i ble mae eich archeb yn mynd nawr
done-code-sent = Rydym wedi anfon e-bost atoch. Dim ond yr un diweddaraf sy’n cyfrif

ask-for-more = Gofyn am ragor o gopïau
ask-title = Gofyn am ragor o gopïau
ask-lead = Dywedwch wrthym pam mae angen mwy o { $title } ({ $code }) arnoch nag y mae’r terfyn yn ei ganiatáu. Byddwn yn ateb drwy e-bost.
ask-button = Anfon fy nghais
asked-title = Cais wedi’i anfon
asked-panel = Rydym wedi anfon copi atoch drwy e-bost
asked-body = Rydym yn darllen pob cais ac yn ateb drwy e-bost, fel arfer o fewn 5 diwrnod gwaith. Os byddwn yn cytuno, gallwch archebu’r copïau ychwanegol am 30 diwrnod.

tell-me = Rhoi gwybod i mi pan fydd yn ôl
waiting-title = Gwiriwch eich e-bost
waiting-body = Os gellir rhoi gwybod i’r cyfeiriad hwn, rydym wedi anfon neges iddo. Dilynwch y ddolen ynddi, a byddwn yn ysgrifennu unwaith pan ellir archebu’r cyhoeddiad eto.
waiting-confirmed-title = Byddwn yn rhoi gwybod i chi
waiting-confirmed-body = Byddwn yn ysgrifennu unwaith, pan ellir archebu’r cyhoeddiad eto, neu ddim o gwbl os bydd hynny’n cymryd mwy na 180 diwrnod.
waiting-ended-title = Ni fyddwn yn ysgrifennu
waiting-ended-body = Ni fyddwn yn rhoi gwybod i chi pan fydd y cyhoeddiad hwn yn ôl.
waiting-confirm-title = Rhoi gwybod i chi pan fydd yn ôl?
waiting-confirm-body = Pwyswch y botwm i gadarnhau mai dyma eich cyfeiriad e-bost.
waiting-confirm-button = Ie, rhowch wybod i mi
waiting-end-title = Rhoi’r gorau i roi gwybod i chi?
waiting-end-body = Pwyswch y botwm, ac ni fyddwn yn rhoi gwybod i chi pan fydd y cyhoeddiad hwn yn ôl.
waiting-end-button = Stopio

allowance-rolling = { $limit ->
    [0] Ni allwch archebu copïau o hwn ({ $level }).
    [one] Gallwch archebu 1 copi mewn { $hours } awr ({ $level }).
   *[other] Gallwch archebu hyd at { $limit } copi mewn { $hours } awr ({ $level }).
}
allowance-per-order = { $limit ->
    [0] Ni allwch archebu copïau o hwn ({ $level }).
    [one] Gallwch archebu 1 copi mewn un archeb ({ $level }).
   *[other] Gallwch archebu hyd at { $limit } copi mewn un archeb ({ $level }).
}
allowance-lifetime = { $limit ->
    [0] Ni allwch archebu copïau o hwn ({ $level }).
    [one] Gallwch archebu 1 copi i gyd ({ $level }).
   *[other] Gallwch archebu hyd at { $limit } copi i gyd ({ $level }).
}
allowance-level-account = y terfyn ar gyfer eich cyfrif
allowance-level-establishment = y terfyn ar gyfer eich safle
allowance-level-organisation = y terfyn ar gyfer eich sefydliad
allowance-level-audience = y terfyn ar gyfer y gynulleidfa rydych yn perthyn iddi
allowance-level-everyone = y terfyn i bawb
allowance-level-default = y terfyn arferol
allowance-granted = { $copies ->
    [one] Mae 1 copi arall wedi’i ganiatáu i chi.
   *[other] Mae { $copies } copi arall wedi’u caniatáu i chi.
}
allowance-counted-rolling = { $counted ->
    [0] Nid ydych wedi archebu dim
   *[other] Rydych wedi archebu { $counted }
} yn ystod y { $hours } awr ddiwethaf, felly { $remaining ->
    [0] nid oes dim ar ôl.
   *[other] mae { $remaining } ar ôl.
}
allowance-counted-lifetime = { $counted ->
    [0] Nid ydych wedi archebu dim
   *[other] Rydych wedi archebu { $counted }
} hyd yma, felly { $remaining ->
    [0] nid oes dim ar ôl.
   *[other] mae { $remaining } ar ôl.
}
allowance-returning = { $copies } arall o { $when }.
