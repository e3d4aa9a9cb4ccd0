# Negeseuon at staff. Mae `…-subject` a `…-heading` ar bob un.
mail-staff-invitation-subject = Fe’ch gwahoddir i weithio ar Healthpost
mail-staff-invitation-heading = Fe’ch gwahoddir i weithio ar Healthpost
mail-staff-invitation-for = Mae’r gwahoddiad hwn ar gyfer { $name }.
mail-staff-invitation-body = Mae gweinyddwr Healthpost yn gofyn i chi weithio gyda nhw. Dilynwch y ddolen i dderbyn. Beth fyddech chi’n ei wneud:
mail-staff-invitation-link = Gweld y gwahoddiad
mail-staff-invitation-until = Mae’r ddolen yn gweithio unwaith, tan { $date }.
mail-staff-invitation-ignore = Os nad oeddech yn disgwyl hyn, peidiwch â gwneud dim: nid oes dim yn digwydd heb y ddolen.

mail-staff-sign-in-reset-subject = Gosodwch eto sut rydych yn mewngofnodi i Healthpost
mail-staff-sign-in-reset-heading = Gosodwch eto sut rydych yn mewngofnodi
mail-staff-sign-in-reset-body = Mae gweinyddwr wedi ailosod sut rydych yn mewngofnodi i Healthpost. Mae eich cyfrinair a’ch ail gam wedi’u dileu, ac rydych wedi allgofnodi ym mhobman. Dilynwch y ddolen i’w gosod eto. Nid yw’r hyn y cewch ei wneud wedi newid.
mail-staff-sign-in-reset-link = Gosod sut rwy’n mewngofnodi
mail-staff-sign-in-reset-until = Mae’r ddolen yn gweithio unwaith, tan { $date }.
mail-staff-sign-in-reset-not-you = Os na ofynnoch chi am hyn, dywedwch wrthym ar unwaith.
mail-staff-sign-in-reset-contact = Ysgrifennu atom

mail-staff-approved-subject = Mae eich cyfrif Healthpost wedi’i gymeradwyo
mail-staff-approved-heading = Mae eich cyfrif wedi’i gymeradwyo
mail-staff-approved-body = Mae gweinyddwr Healthpost wedi cymeradwyo eich cyfrif. Beth y cewch ei wneud:
mail-staff-approved-link = Mewngofnodi

mail-staff-roles-changed-subject = Mae’r hyn y cewch ei wneud ar Healthpost wedi newid
mail-staff-roles-changed-heading = Mae’r hyn y cewch ei wneud wedi newid
mail-staff-roles-changed-body = Mae gweinyddwr Healthpost wedi newid yr hyn y cewch ei wneud. O hyn ymlaen, dyma ydyw:
mail-staff-roles-changed-none = Mae gweinyddwr Healthpost wedi newid yr hyn y cewch ei wneud. Nid ydych yn gweithio ar Healthpost mwyach. Rydych yn cadw eich cyfrif a gallwch archebu gydag ef.
mail-staff-roles-changed-wrong = Os yw hyn yn gamgymeriad, gofynnwch i weinyddwr eich sefydliad, neu ysgrifennwch atom.
mail-staff-roles-changed-link = Ysgrifennu atom

mail-staff-suspended-subject = Mae eich cyfrif Healthpost wedi’i atal
mail-staff-suspended-heading = Mae eich cyfrif wedi’i atal
mail-staff-suspended-body = Mae gweinyddwr Healthpost wedi atal eich cyfrif. Rydych wedi allgofnodi ym mhobman, ac ni allwch fewngofnodi.
mail-staff-suspended-wrong = Os yw hyn yn gamgymeriad, gofynnwch i weinyddwr eich sefydliad, neu ysgrifennwch atom.
mail-staff-suspended-link = Ysgrifennu atom

mail-staff-reactivated-subject = Gallwch fewngofnodi i Healthpost eto
mail-staff-reactivated-heading = Gallwch fewngofnodi eto
mail-staff-reactivated-body = Mae gweinyddwr Healthpost wedi codi’r ataliad ar eich cyfrif. Beth y cewch ei wneud:
mail-staff-reactivated-link = Mewngofnodi

mail-staff-role-catalogue = Catalog: { $role }
mail-staff-role-registry = Cofrestrfa: { $role }, { $organisation }

mail-sign-in-changed-subject = Mae’r ffordd rydych yn mewngofnodi i Healthpost wedi newid
mail-sign-in-changed-heading = Mae’r ffordd rydych yn mewngofnodi wedi newid
mail-sign-in-changed-body = Mae hyn wedi newid yn eich cyfrif Healthpost:
mail-sign-in-changed-authenticator-set = Gosodwyd ap dilysu
mail-sign-in-changed-authenticator-removed = Dilëwyd yr ap dilysu
mail-sign-in-changed-passkey-added = Ychwanegwyd allwedd mynediad
mail-sign-in-changed-passkey-removed = Dilëwyd allwedd mynediad
mail-sign-in-changed-recovery-codes = Gwnaed codau adfer newydd. Nid yw’r rhai blaenorol yn gweithio mwyach
mail-sign-in-changed-provider-connected = Cysylltwyd mewngofnodi eich sefydliad
mail-sign-in-changed-provider-removed = Dilëwyd mewngofnodi sefydliad a oedd wedi’i gysylltu o’r blaen
mail-sign-in-changed-password = Gosodwyd cyfrinair
mail-sign-in-changed-when = Gwnaed hyn ar { $at }.
mail-sign-in-changed-not-you = Os nad chi oedd yno, dywedwch wrthym ar unwaith: efallai y gall rhywun arall fewngofnodi i’ch cyfrif.
mail-sign-in-changed-link = Ysgrifennu atom
