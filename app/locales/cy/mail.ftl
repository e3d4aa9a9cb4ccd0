# Messages. `…-subject` and `…-heading` stand on each.
mail-order-link = Gweld hynt eich archeb, ei newid neu ei chanslo

mail-code-subject = { $code } yw eich cod Healthpost
mail-code-heading = Eich cod
mail-code-enter = Rhowch ef ar y dudalen lle gwnaethoch ofyn amdano. Bydd yn gweithio am 30 munud.
mail-code-ignore = Os na wnaethoch ofyn am god, gallwch anwybyddu’r neges hon: nid oes dim yn digwydd hebddo.

mail-order-placed-subject = Eich archeb { $number }
mail-order-placed-heading = Mae eich archeb wedi ein cyrraedd
mail-order-placed-hello = Helo { $name }, diolch am eich archeb.
mail-order-placed-number = Rhif yr archeb
mail-order-placed-date = Gosodwyd ar { $date }
mail-order-placed-keep = Cadwch rif yr archeb: bydd ei angen arnoch, gyda’r cyfeiriad e-bost hwn, i ddod o hyd i’ch archeb eto.
mail-order-items = Yr hyn a archebwyd gennych
mail-order-copies = Cyfanswm y copïau: { $copies }
mail-order-address = I ble y byddwn yn ei hanfon

mail-order-amended-subject = Newidiwyd eich archeb { $number }
mail-order-amended-heading = Newidiwyd eich archeb
mail-order-amended-hello = Helo { $name }, dyma eich archeb fel y mae nawr.

mail-order-cancelled-subject = Canslwyd eich archeb { $number }
mail-order-cancelled-heading = Canslwyd eich archeb
mail-order-cancelled-hello = Helo { $name },
mail-order-cancelled-body = ni chaiff dim o’r archeb hon ei anfon. Nid yw’r hyn a archebwyd gennych yn cyfrif tuag at eich terfyn mwyach.
mail-order-cancelled-link = Gweld eich archeb

mail-limit-asked-subject = Rydych wedi gofyn am ragor o gopïau o { $title }
mail-limit-asked-heading = Mae eich cais wedi ein cyrraedd
mail-limit-asked-hello = Helo,
mail-limit-asked-body = rydych wedi gofyn am { $copies } copi o { $title } ({ $code }).
mail-limit-asked-next = Rydym yn darllen pob cais ac yn ateb drwy e-bost, fel arfer o fewn 5 diwrnod gwaith.

mail-limit-referred-subject = Cais am { $copies } copi o { $code }
mail-limit-referred-heading = Mae rhywun yn gofyn am fwy na’r terfyn
mail-limit-referred-body = Mae { $name } yn gofyn am { $copies } copi o { $title } ({ $code }).
mail-limit-referred-needed-by = Eu hangen erbyn { $date }.
mail-limit-referred-no-date = Ni roddwyd dyddiad.
mail-limit-referred-reason = Pam
mail-limit-referred-edition = Gweld y cyhoeddiad

mail-limit-decided-subject = Eich cais am { $title }
mail-limit-decided-heading = Penderfynwyd ar eich cais
mail-limit-decided-hello = Helo,
mail-limit-decided-granted = gwnaethoch ofyn am { $copies } copi o { $title }. Gallwch archebu { $granted } y tu hwnt i’ch terfyn, tan { $date }. Defnyddiwch y cyfeiriad e-bost hwn pan fyddwch yn archebu.
mail-limit-decided-refused = gwnaethoch ofyn am { $copies } copi o { $title }. Ni allwn anfon mwy na’ch terfyn atoch.
mail-limit-decided-note = Yr hyn a ddywedwyd wrthym: { $note }
mail-limit-decided-order = Eu harchebu

mail-waiting-confirm-subject = Cadarnhewch eich bod am glywed am { $title }
mail-waiting-confirm-heading = Ai dyma eich cyfeiriad e-bost?
mail-waiting-confirm-body = Gofynnodd rhywun i ni roi gwybod i’r cyfeiriad hwn pan ellir archebu { $title } eto.
mail-waiting-confirm-confirm = Ie, rhowch wybod i mi pan fydd yn ôl
mail-waiting-confirm-ignore = Os nad chi oedd hyn, peidiwch â gwneud dim: ni fyddwch yn clywed gennym amdano.
mail-waiting-confirm-end = Peidiwch â rhoi gwybod i mi

mail-back-in-stock-subject = Gellir archebu { $title } eto
mail-back-in-stock-heading = Mae’n ôl
mail-back-in-stock-body = Gellir archebu { $title } ({ $code }) eto.
mail-back-in-stock-order = Ei archebu
mail-back-in-stock-once = Gwnaethoch ofyn i ni roi gwybod i chi unwaith, a dyma’r neges honno.

mail-low-stock-subject = { $copies ->
    [0] Nid oes copïau o { $title } ar ôl
   *[other] Ychydig o gopïau o { $title } sydd ar ôl
}
mail-low-stock-heading = Mae’r stoc yn isel
mail-low-stock-body = { $copies ->
    [0] Nid oes copïau o { $title } ({ $code }) ar ôl.
   *[other] Nifer y copïau o { $title } ({ $code }) sydd ar ôl: { $copies }.
}
mail-low-stock-edition = Gweld ei dudalen
mail-low-stock-once = Chi yw perchennog y stoc hon. Rydym yn rhoi gwybod i chi unwaith bob tro y mae’n disgyn mor isel â hyn.

mail-support-subject = Neges: { $summary }
mail-support-heading = Ysgrifennodd rhywun at y ddesg gymorth
mail-support-from = Gan { $name }, { $email }.

mail-support-received-subject = Mae eich neges wedi ein cyrraedd
mail-support-received-heading = Mae eich neges wedi ein cyrraedd
mail-support-received-body = Diolch am ysgrifennu atom. Mae eich neges wedi ein cyrraedd, a byddwn yn ateb drwy e-bost.
mail-support-received-ignore = Os na wnaethoch ysgrifennu atom, mae rhywun wedi teipio eich cyfeiriad drwy gamgymeriad, a gallwch anwybyddu’r neges hon.

mail-account-once = Mae’r ddolen yn gweithio unwaith, am 15 munud.

mail-account-confirm-subject = Cadarnhewch eich cyfeiriad e-bost
mail-account-confirm-heading = Ai dyma eich cyfeiriad e-bost?
mail-account-confirm-body = Gofynnodd rhywun i ni greu cyfrif Healthpost ar gyfer y cyfeiriad hwn. Dilynwch y ddolen i gadarnhau mai chi oedd yno.
mail-account-confirm-link = Cadarnhau fy nghyfeiriad a chreu fy nghyfrif
mail-account-confirm-ignore = Os nad chi oedd yno, peidiwch â gwneud dim: ni chaiff cyfrif ei greu heb y ddolen.

mail-account-exists-subject = Mae gennych gyfrif Healthpost eisoes
mail-account-exists-heading = Mae gennych gyfrif eisoes
mail-account-exists-body = Gofynnodd rhywun i ni greu cyfrif Healthpost ar gyfer y cyfeiriad hwn, ac mae ganddo un eisoes. Gallwch fewngofnodi gyda’r ddolen.
mail-account-exists-link = Mewngofnodi
mail-account-exists-ignore = Os nad chi oedd yno, gallwch anwybyddu’r neges hon: nid oes dim yn digwydd heb y ddolen.

mail-account-sign-in-subject = Mewngofnodi i Healthpost
mail-account-sign-in-heading = Eich dolen i fewngofnodi
mail-account-sign-in-body = Gofynnodd rhywun am ddolen i fewngofnodi i gyfrif Healthpost y cyfeiriad hwn.
mail-account-sign-in-link = Mewngofnodi
mail-account-sign-in-ignore = Os nad chi oedd yno, gallwch anwybyddu’r neges hon: nid oes dim yn digwydd heb y ddolen.

mail-account-reset-subject = Gosod cyfrinair Healthpost newydd
mail-account-reset-heading = Gosod cyfrinair newydd
mail-account-reset-body = Gofynnodd rhywun am gael gosod cyfrinair newydd ar gyfer cyfrif Healthpost y cyfeiriad hwn. Mae’r ddolen yn eich mewngofnodi, ac yna gallwch ddewis cyfrinair.
mail-account-reset-link = Gosod cyfrinair newydd
mail-account-reset-ignore = Os nad chi oedd yno, gallwch anwybyddu’r neges hon: bydd eich cyfrinair yn aros fel y mae.

mail-account-none-subject = Nid oes gennych gyfrif Healthpost
mail-account-none-heading = Nid oes cyfrif ar gyfer y cyfeiriad hwn
mail-account-none-body = Gofynnodd rhywun am gael mewngofnodi i Healthpost gyda’r cyfeiriad hwn, ac nid oes cyfrif ganddo. Efallai i chi ddefnyddio cyfeiriad arall, neu eich bod am greu cyfrif. Gallwch archebu heb gyfrif hefyd.
mail-account-none-link = Creu cyfrif
mail-account-none-ignore = Os nad chi oedd yno, gallwch anwybyddu’r neges hon.

mail-password-changed-subject = Newidiwyd eich cyfrinair Healthpost
mail-password-changed-heading = Newidiwyd eich cyfrinair
mail-password-changed-set = Gosodwyd cyfrinair newydd ar gyfer eich cyfrif Healthpost.
mail-password-changed-removed = Tynnwyd cyfrinair eich cyfrif Healthpost. O hyn ymlaen byddwch yn mewngofnodi gyda dolen y byddwn yn ei hanfon drwy e-bost.
mail-password-changed-when = Gwnaed hyn ar { $at }.
mail-password-changed-elsewhere = Rydych wedi cael eich allgofnodi ym mhob man arall lle’r oeddech wedi mewngofnodi.
mail-password-changed-not-you = Os nad chi oedd yno, gosodwch gyfrinair arall nawr.
mail-password-changed-link = Gosod cyfrinair arall
