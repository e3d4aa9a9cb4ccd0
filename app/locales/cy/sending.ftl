# Anfon cofrestriad: cwestiynau’r dudalen olaf, a’r negeseuon sy’n dilyn.
certification = Ardystio
    .missing = Cadarnhewch mai chi yw’r person a enwir a bod eich atebion yn wir ac yn gyflawn
    .malformed = Cadarnhewch mai chi yw’r person a enwir a bod eich atebion yn wir ac yn gyflawn
    .yes = Fi yw’r person a enwir yn y cofrestriad hwn, ac mae fy atebion yn wir ac yn gyflawn hyd eithaf fy ngwybodaeth
consents = I beth arall rydych chi’n cytuno?
    .malformed = Dewiswch o’r rhestr
    .campaigns = Anfonwch newyddion ac ymarferion ataf drwy e-bost
    .sms = Anfonwch alwadau a newidiadau i sifftiau ataf drwy neges destun
    .regulator_check = Gwiriwch fy nghofrestriad gyda fy ngholeg
    .publications = Gadewch imi weld ac archebu cyhoeddiadau i glinigwyr yn unig
any-human-check-missing = Arhoswch i’r gwiriad orffen, neu gofynnwch am god drwy e-bost
any-human-check-wrong = Ni weithiodd y gwiriad. Rhowch gynnig arall arni, neu gofynnwch am god drwy e-bost
any-human-check-expired = Daeth amser y gwiriad i ben. Anfonwch eich cofrestriad eto

mail-registration-subject = Eich cofrestriad { $number }
mail-registration-heading = Mae eich cofrestriad wedi ein cyrraedd
mail-registration-hello = Diolch, { $name }, am gofrestru.
mail-registration-hello-plain = Diolch am gofrestru.
mail-registration-number = Rhif cadarnhau
mail-registration-number-use = Defnyddiwch ef pan fyddwch yn gofyn rhywbeth inni am eich cofrestriad. Nid cyfrinair mohono: ni all neb weld na newid eich atebion ag ef.
mail-registration-confirm = Cadarnhewch eich cyfeiriad e-bost
mail-registration-confirm-why = Hyd nes y gwnewch hynny, ni allwn alw arnoch.
mail-registration-confirm-link = Cadarnhau’r cyfeiriad hwn
mail-registration-next = Beth sy’n digwydd nesaf
mail-registration-next-body = Os bydd argyfwng angen pobl â’ch sgiliau chi, byddwn yn eich paru â’r hyn sydd ei angen ac yn cysylltu â chi. Nid oes dyletswydd arnoch i dderbyn.
mail-registration-manage = Gallwch newid eich atebion, tynnu’n ôl, neu lawrlwytho popeth sydd gennym amdanoch ar unrhyw adeg.
mail-registration-manage-link = Gweld eich cofrestriad
mail-registration-contact = Cwestiynau? Ysgrifennwch at { $mailbox }.

mail-address-reminder-subject = Cadarnhewch eich cyfeiriad e-bost
mail-address-reminder-heading = Cadarnhewch eich cyfeiriad e-bost
mail-address-reminder-body = Gwnaethoch gofrestru i helpu mewn argyfyngau. Ni allwn alw arnoch hyd nes y byddwch yn cadarnhau’r cyfeiriad hwn.
mail-address-reminder-confirm-link = Cadarnhau’r cyfeiriad hwn
mail-address-reminder-ignore = Os na wnaethoch gofrestru, gallwch anwybyddu’r neges hon. Ni fyddwn yn gofyn eto.

mail-registration-exists-subject = Eich cofrestriad
mail-registration-exists-heading = Cofrestrodd rhywun eto gyda’r cyfeiriad hwn
mail-registration-exists-body = Anfonodd rhywun, chi mae’n debyg, gofrestriad arall gyda’r cyfeiriad e-bost hwn.
mail-registration-exists-dates = Gwnaed y cofrestriad sydd gennych ar { $made } ac fe’i newidiwyd ddiwethaf ar { $changed }.
mail-registration-exists-choices = Mewngofnodwch â chod i ddewis: defnyddio’r atebion newydd, neu gadw’r hen rai. Gallwch hefyd anwybyddu’r neges hon.
mail-registration-exists-link = Dewis
mail-registration-exists-end = Heb ddewis, caiff yr atebion newydd eu dileu ar ôl 14 diwrnod ac nid oes dim yn newid.

mail-possible-duplicate-subject = A wnaethoch chi gofrestru ddwywaith?
mail-possible-duplicate-heading = Cofrestrodd rhywun â manylion tebyg i’ch rhai chi
mail-possible-duplicate-body = Mae gan y cofrestriad arall gyfeiriad e-bost arall: { $other }.
mail-possible-duplicate-yours = Os mai chi oedd hwn, mewngofnodwch i uno’r ddau.
mail-possible-duplicate-link = Gweld eich cofrestriad
mail-possible-duplicate-not-yours = Os nad chi oedd hwn, nid oes dim yn newid i chi. Gallwch roi gwybod amdano.
mail-possible-duplicate-report = Rhoi gwybod amdano
