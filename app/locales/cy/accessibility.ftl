# What was tried for the accessibility statement, and what was not: one line of its lists each, as Markdown.

checked = **{ $what }**: { $how }
checked-on = **{ $what }** ({ $day }): { $how }

checked-keyboard = Bysellfwrdd yn unig
    .how = O’r chwiliad i gopi yn y fasged, â dim ond bysellau.
    .limits = Ni aethpwyd drwy’r broses archebu felly, ac roedd JavaScript ymlaen.

checked-skip-link = Dolen neidio
    .how = Mae’n dod yn gyntaf ar y tudalennau y gellir mynd iddynt ar unwaith, mae ar y sgrin pan fydd y ffocws arni, ac mae’n arwain at y prif gynnwys.

checked-focus = Ffocws gweladwy
    .how = Ar bob tudalen ym mhob cyflwr, pwyswyd Tab hyd at 40 gwaith: roedd yr hyn â’r ffocws arno ar y sgrin ac wedi’i farcio.
    .limits = Ni edrychwyd ar yr hyn sy’n dod ar ôl y 40fed pwysiad.

checked-narrow = Chwyddo a sgriniau cul
    .how = Nid oes yr un dudalen, mewn unrhyw gyflwr, yn sgrolio i’r ochr ar sgrin sy’n 390, 768 neu 1,280 picsel o led. Mae 390 picsel yn llai na’r hyn y mae chwyddo 300% yn ei adael o 1,280.
    .limits = Dim ond y lled a newidiwyd, nid y chwyddo ei hun.

checked-targets = Maint yr hyn y gellir ei bwyso
    .how = Ar yr un lledau, mae pob dolen, botwm ac ateb yn 24 wrth 24 picsel, yn sefyll mewn llinell o destun, neu mae cymaint â hynny o le o’i gwmpas.

checked-no-javascript = JavaScript i ffwrdd
    .how = Mae chwilio, archebu, cywiro atebion anghywir a dod o hyd i archeb eto yn gweithio gyda JavaScript ymlaen ac i ffwrdd.
    .limits = Mae angen JavaScript ar awgrymiadau, ac ar ganlyniadau wrth deipio.

checked-phone = Ffôn
    .how = Gwnaed y daith gyfan i archeb ar sgrin gyffwrdd o 390 wrth 844 picsel.
    .limits = Sgrin ffôn mewn porwr ar ddesg oedd hi.

checked-right-to-left = O’r dde i’r chwith
    .how = Mewn Arabeg, mae’r hafan, canlyniadau, cyhoeddiad, y fasged, olrhain, y rhestr aros, y datganiad hwn a’r dudalen am gwcis yn rhedeg o’r dde i’r chwith ac nid ydynt yn sgrolio i’r ochr, ac edrychodd axe-core arnynt.
    .limits = Ni roddwyd cynnig ar yr un dudalen arall mewn Arabeg.

checked-wrong-answers = Atebion anghywir
    .how = Pan fydd ateb ar goll yn y fasged neu ar y ffordd i archeb, mae teitl y dudalen yn dechrau â “Gwall:” ac mae’r rhestr o’r hyn sydd o’i le yn cael y ffocws.
    .limits = Rhoddwyd cynnig ar y ffocws gyda JavaScript ymlaen.

checked-suggestions = Awgrymiadau
    .how = Mae bysellau saeth yn dewis awgrym, mae Enter yn ei agor, ac mae Escape yn cau’r rhestr ac yn gadael y geiriau fel yr oeddent.

checked-print = Argraffu
    .how = Mae rhif yr archeb ar dudalen archeb a osodwyd, fel y mae argraffydd yn ei chael, heb lywio na botymau.
    .limits = Nid edrychwyd ar yr un dudalen arall fel y mae argraffydd yn ei chael.

checked-people = Pobl ag anableddau
    .how = Nid oes neb wedi profi’r gwasanaeth gyda nhw.

checked-screen-readers = Darllenwyr sgrin
    .how = Nid yw wedi’i ddefnyddio gyda JAWS, NVDA na VoiceOver.

checked-zoom-400 = Chwyddo 400%
    .how = Ni roddwyd cynnig arno ar sgrin sy’n 320 picsel o led.

checked-speech = Adnabod lleferydd a chwyddwyr sgrin
    .how = Nid yw wedi’i ddefnyddio gyda nhw.

checked-colours = Eich lliwiau a’ch bylchau eich hun
    .how = Ni roddwyd cynnig arno gyda lliwiau gorfodol na gyda thestun â bylchau lletach.

checked-browsers = Porwyr heblaw Chromium
    .how = Dim ond yn Chromium y mae’r profion yn rhedeg.
