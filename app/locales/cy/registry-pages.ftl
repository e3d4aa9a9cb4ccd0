# Y gofrestr darparwyr: y tudalennau o amgylch cwestiynau’r cofrestru.
home-register = A fyddech chi’n helpu mewn argyfwng?
home-register-body = Gall gweithwyr iechyd gofrestru i gael eu hanfon pan fydd tanau gwyllt, llifogydd, pandemigau ac argyfyngau eraill.

reg-mailbox = Cwestiynau? Ysgrifennwch at

reg-start-title = Cofrestru fel darparwr iechyd brys
reg-start-before = Mae’n cymryd tua { $minutes } munud. Cadwch eich rhif cofrestru wrth law.
reg-start-now = Dechrau nawr
reg-start-resume = Parhau â chofrestriad a gadwyd
reg-start-go-on = Parhau â’ch cofrestriad
reg-start-anew = Dechrau cofrestriad newydd
reg-start-anew-body = Os dechreuwch gofrestriad newydd, collir yr atebion a roesoch yn y porwr hwn, oni bai eich bod wedi eu cadw.
reg-start-help = Cael help

reg-faq-title = Cwestiynau y mae pobl yn eu gofyn
reg-faq-duty = A oes rhaid i mi fynd pan ofynnir i mi?
reg-faq-duty-answer = Nac oes. Chi sy’n penderfynu bob tro. Nid oes canlyniadau i wrthod.
reg-faq-choose = A gaf i ddewis i ble y byddwn i’n mynd?
reg-faq-choose-answer = Cewch. Rydych yn dweud a fyddech chi’n mynd i unrhyw le yn British Columbia, neu’n dewis y lleoedd.
reg-faq-pay = A gaf i fy nhalu?
reg-faq-pay-answer = Cytunir ar dâl, teithio a llety ar gyfer pob cyfnod, cyn i chi ei dderbyn.
reg-faq-student = A gaf i gofrestru fel myfyriwr, neu ar ôl ymddeol?
reg-faq-student-answer = Cewch. Rydych yn dweud hynny yn eich cofrestriad, ac a ydych wedi’ch cofrestru gyda choleg.
reg-faq-change = A gaf i newid fy atebion, neu adael?
reg-faq-change-answer = Cewch, unrhyw bryd. Mae’r neges sy’n cadarnhau eich cofrestriad yn dweud sut.
reg-faq-access = Pwy sy’n gweld fy atebion?
reg-faq-access-answer = Cydlynwyr y Weinyddiaeth Iechyd, a rhai’r awdurdodau iechyd y dewisoch eu lleoedd. Cofnodir pob golwg ar eich cofrestriad.

reg-check-title = Gwiriwch eich atebion
reg-check-print = Gallwch argraffu’r dudalen hon i gadw copi.
reg-check-problems = Cyn y gallwch anfon eich cofrestriad, mae angen ateb i’r cwestiynau hyn:
reg-check-consents = Eich dewis chi yw’r rhain. Nid yw gwrthod un yn newid dim arall, a gallwch newid eich meddwl unrhyw bryd.
reg-check-send = Anfon y cofrestriad
reg-extension = { $phone } est. { $extension }

reg-human-title = Dangoswch nad rhaglen ydych chi
reg-human-without = Nid yw’r gwiriad awtomatig yn rhedeg yn y porwr hwn. Gofynnwch am god drwy e-bost yn lle hynny, cyn mynd ymlaen.
reg-human-working = Yn gwirio. Mae hyn yn cymryd ennyd.
reg-human-solved = Mae’r gwiriad wedi’i wneud. Gallwch anfon eich cofrestriad.
reg-human-failed = Ni weithiodd y gwiriad. Gofynnwch am god drwy e-bost yn lle hynny.
reg-human-button = Anfonwch god e-bost ataf yn lle hynny
reg-human-proved = Rydych wedi dangos eich bod yn darllen post yn eich cyfeiriad. Nid oes angen gwiriad arall.

reg-done-title = Anfonwyd y cofrestriad
reg-done-number = Eich rhif cadarnhau
reg-done-use = Rhowch y rhif hwn pan fyddwch yn gofyn rhywbeth i ni. Derbynneb ydyw, nid cyfrinair: ni all neb weld na newid eich atebion ag ef.
reg-done-email = Rydym yn anfon cadarnhad at { $email }.
reg-done-print = Gallwch argraffu’r dudalen hon, neu ei chadw fel PDF, i gadw copi.
reg-done-next = Beth sy’n digwydd nesaf
reg-done-next-confirm = Dilynwch y ddolen yn ein neges i gadarnhau eich cyfeiriad e-bost. Nes i chi wneud hynny, ni allwn alw arnoch.
reg-done-next-match = Os bydd angen pobl â’ch sgiliau chi mewn argyfwng, byddwn yn cysylltu â chi. Chi sy’n penderfynu a ewch.
reg-done-next-change = Gallwch newid eich atebion neu dynnu’n ôl unrhyw bryd.

reg-save-title = Cadw a dod yn ôl yn nes ymlaen
reg-save-lead = Cedwir eich atebion am 30 diwrnod, y rhai anorffenedig hefyd. Rydym yn e-bostio dolen atoch, i chi barhau mewn unrhyw borwr.
reg-save-button = Cadw fy atebion
reg-saved-title = Mae eich atebion wedi’u cadw
reg-saved-lead = Os yw { $email } yn gywir, rydym wedi anfon e-bost atoch.
reg-saved-body = Mae dolen yn y neges sy’n dod â chi yn ôl. Gallwch gau’r dudalen hon nawr.
reg-saved-held = Rydym eisoes wedi anfon sawl e-bost at { $email } yn yr awr hon, felly nid ydym wedi anfon un arall.
reg-saved-held-body = Mae’r ddolen yn ein neges ddiwethaf yn dod â chi’n ôl. Gallwch gau’r dudalen hon nawr.
reg-saved-go-on = Parhau i ateb

reg-resume-title = Parhau â chofrestriad a gadwyd
reg-resume-lead = Rydym yn e-bostio cod atoch, i chi barhau ag ef.
reg-resume-button = Anfonwch god ataf
reg-code-lead = Rhowch y cod a anfonwyd atoch drwy e-bost. Mae’n gweithio am 30 munud.
reg-resume-link-title = Parhewch â’ch cofrestriad
reg-resume-link-body = I fod yn sicr mai chi sydd yno, rydym yn e-bostio cod atoch. Rhowch ef ar y dudalen nesaf.
reg-resume-link-button = Anfonwch god ataf

reg-discard-title = Dileu eich atebion
reg-discard-body = Dilëir atebion eich cofrestriad anorffenedig ar unwaith. Ni ellir dadwneud hyn.
reg-discard-button = Dileu fy atebion
reg-discarded-title = Mae eich atebion wedi’u dileu
reg-discarded-body = Ni chedwir dim o’ch cofrestriad anorffenedig. Gallwch ddechrau eto unrhyw bryd.

reg-confirm-title = Cadarnhewch eich cyfeiriad e-bost
reg-confirm-body = Cadarnhewch mai eich cyfeiriad chi yw hwn, er mwyn i ni allu galw arnoch mewn argyfwng.
reg-confirm-button = Cadarnhau fy nghyfeiriad
reg-confirmed-title = Mae eich cyfeiriad e-bost wedi’i gadarnhau
reg-confirmed-body = Diolch. Gallwn alw arnoch nawr.

reg-which-title = Pa atebion ydych chi am eu cadw?
reg-which-lead = Cadwyd dau gofrestriad ar gyfer eich cyfeiriad. Dewiswch un i barhau ag ef. Dilëir y llall.
reg-which-earlier = Yr atebion cynharach
reg-which-newer = Yr atebion diweddarach
reg-which-changed = Newidiwyd ddiwethaf ar { $moment }
reg-which-answered = { $answered ->
    [one] Atebwyd { $answered } cwestiwn
   *[other] Atebwyd { $answered } cwestiwn
}
reg-which-keep-earlier = Cadw’r atebion cynharach
reg-which-keep-newer = Cadw’r atebion diweddarach

reg-changed-title = Newidiwyd eich atebion mewn ffenestr arall
reg-changed-lead = Ateboch yr un cwestiynau mewn dwy ffenestr. Dewiswch pa atebion sy’n cyfrif.
reg-changed-typed = Yr hyn a deipiwyd gennych yma
reg-changed-stored = Yr atebion a gadwyd
reg-changed-keep-typed = Defnyddio’r hyn a deipiais yma
reg-changed-keep-stored = Cadw’r atebion a gadwyd
