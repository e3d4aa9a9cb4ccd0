# Negeseuon y gofrestr darparwyr. Mae `…-subject` a `…-heading` ar bob un.
mail-sign-in-code-subject = { $code } yw eich cod Healthpost
mail-sign-in-code-heading = Eich cod
mail-sign-in-code-asked = Gofynnodd rhywun i gofrestr darparwyr Healthpost am y cod hwn ar { $at }.
mail-sign-in-code-for-resume = Mae’n agor y cofrestriad a gadwyd gennych.
mail-sign-in-code-for-human_check = Mae’n gadael i chi anfon eich cofrestriad.
mail-sign-in-code-for-sign_in = Mae’n eich mewngofnodi i’ch cofrestriad.
mail-sign-in-code-for-new_address = Mae’n gwneud hwn yn gyfeiriad e-bost eich cofrestriad.
mail-sign-in-code-for-erase = Mae’n dileu popeth sydd gennym amdanoch.
mail-sign-in-code-once = Mae’n gweithio unwaith, am 30 munud.
mail-sign-in-code-link = Rhowch ef yma
mail-sign-in-code-ignore = Os na wnaethoch ofyn am god, gallwch anwybyddu’r neges hon: nid oes dim yn digwydd hebddo.

mail-draft-saved-subject = Mae eich atebion wedi’u cadw
mail-draft-saved-heading = Dewch yn ôl at eich cofrestriad
mail-draft-saved-kept = Cedwir eich atebion hyd yma tan { $date }. Bob tro y byddwch yn eu newid, fe’u cedwir am 30 diwrnod arall.
mail-draft-saved-return = I fynd ymlaen, dilynwch y ddolen a gofynnwch am god. Byddwn yn e-bostio 6 rhif i chi eu rhoi.
mail-draft-saved-link = Parhau â’m cofrestriad
mail-draft-saved-certify = Nid oes dim wedi’i anfon eto. Cyn ei anfon, bydd yn rhaid i chi gadarnhau eto fod eich atebion yn wir.
mail-draft-saved-ignore = Os nad chi oedd hyn, gallwch anwybyddu’r neges hon: caiff yr hyn a gadwyd ei ddileu ohono’i hun.

mail-draft-exists-subject = Mae dau gofrestriad wedi’u cadw ar gyfer y cyfeiriad hwn
mail-draft-exists-heading = Pa atebion ydych chi am eu cadw?
mail-draft-exists-earlier = Roedd cofrestriad anorffenedig eisoes wedi’i gadw ar gyfer y cyfeiriad hwn. Fe’i newidiwyd ddiwethaf ar { $date }.
mail-draft-exists-choose = Dilynwch y ddolen a gofynnwch am god. Ar ôl ei roi, byddwch yn dewis pa un o’r ddau i’w gadw.
mail-draft-exists-link = Dewis pa un i’w gadw
mail-draft-exists-ignore = Os nad chi oedd hyn, gallwch anwybyddu’r neges hon: mae eich atebion cynharach yn aros fel y maent.

mail-draft-reminder-subject = Bydd eich cofrestriad a gadwyd yn cael ei ddileu cyn bo hir
mail-draft-reminder-heading = Nid yw eich cofrestriad wedi’i orffen
mail-draft-reminder-ends = Caiff eich atebion eu dileu ar { $date }, oni bai eich bod yn mynd ymlaen cyn hynny.
mail-draft-reminder-link = Gorffen fy nghofrestriad
mail-draft-reminder-discard = Os nad ydych am gofrestru, gallwch eu dileu nawr.
mail-draft-reminder-discard-link = Dileu fy atebion

mail-no-draft-subject = Nid oes cofrestriad wedi’i gadw ar gyfer y cyfeiriad hwn
mail-no-draft-heading = Ni ddaethom o hyd i ddim i’w barhau
mail-no-draft-body = Gofynnodd rhywun am barhau â chofrestriad a gadwyd ar gyfer y cyfeiriad hwn. Nid oes un: efallai ei fod wedi’i anfon, neu wedi’i ddileu am fod ei amser wedi dod i ben.
mail-no-draft-other = Os gwnaethoch ddefnyddio cyfeiriad arall, rhowch gynnig ar hwnnw. Fel arall gallwch ddechrau eto.
mail-no-draft-link = Cofrestru
mail-no-draft-ignore = Os nad chi oedd hyn, gallwch anwybyddu’r neges hon.
