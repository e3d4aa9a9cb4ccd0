# Staff: mewngofnodi mewn dau gam, gwahoddiadau, a phwy gaiff wneud beth. Geiriau eu cwestiynau hefyd.
nav-staff = Staff
nav-staff-label = Staff
staff-signed-in-as = Wedi mewngofnodi fel

staff-sign-in-title = Mewngofnodi fel staff
staff-sign-in-lead = I’r bobl sy’n rhedeg y gwasanaeth hwn. Mae angen eich cyfrinair arnoch ac, ar ei ôl, ail gam.
staff-sign-in-others = Ydych chi’n archebu cyhoeddiadau?
staff-code-title = Cadarnhewch mai chi sydd yno
staff-code-lead = Agorwch eich ap dilysu a rhowch y cod y mae’n ei ddangos ar gyfer Healthpost. Heb eich ap, rhowch un o’ch codau adfer.
staff-code-other = Mewngofnodi fel rhywun arall
staff-factor-title = Gosod ail gam
staff-factor-lead = Mae angen ail gam ar staff sy’n mewngofnodi gyda chyfrinair, fel na all neb sy’n gwybod y cyfrinair yn unig ddod i mewn. Rydych yn ei osod unwaith.
staff-signed-out-title = Rydych wedi allgofnodi
staff-signed-out-body = Ni all neb weld tudalennau staff yn y porwr hwn nawr.

staff-confirm-title = Rhowch eich cyfrinair a chod eto
staff-confirm-lead = Mae’r hyn sy’n dilyn yn newid beth y caiff pobl ei wneud, felly rydym yn gofyn unwaith eto pwy ydych chi. Ni chollir dim a deipiwyd gennych. Ni fyddwn yn gofyn eto am { $minutes } munud.
staff-confirm-button = Cadarnhau

staff-invitation-title = Fe’ch gwahoddir i weithio ar Healthpost
staff-invitation-lead = Dywedwch beth yw eich enw a dewiswch gyfrinair. Os oes gennych gyfrif eisoes, hwn fydd eich cyfrinair. Yna byddwch yn gosod ail gam.
staff-invitation-button = Derbyn y gwahoddiad
staff-invitation-reset-title = Gosod eto sut rydych yn mewngofnodi
staff-invitation-reset-lead = Ailosododd gweinyddwr sut rydych yn mewngofnodi. Dywedwch beth yw eich enw a dewiswch gyfrinair newydd. Yna byddwch yn gosod ail gam.
staff-invitation-reset-button = Parhau
staff-invitation-until = Mae’r gwahoddiad yn ddilys tan { $day }.

staff-title = Eich gwaith
staff-greeting = Helo { $name }
staff-waiting-people = { $people ->
    [0] Nid oes neb yn aros am gymeradwyaeth.
    [one] Mae 1 person yn aros am gymeradwyaeth
   *[other] Mae { $people } o bobl yn aros am gymeradwyaeth
}
staff-roles-title = Yr hyn y cewch ei wneud
staff-role-of-catalogue = Catalog: { $role }
staff-role-of-registry = Cofrestr: { $role }
staff-role-none = Dim rôl
staff-role-ministry = Cofrestr: Gweinyddwr y cyfan ohoni
staff-role-publisher = Yn paratoi cyhoeddiadau ac yn eu cyhoeddi.
staff-role-fulfiller = Yn gofalu am archebion, stoc a cheisiadau am ragor o gopïau.
staff-role-catalogue-admin = Yn gwneud popeth yn y catalog, ac yn penderfynu pwy arall gaiff wneud hynny.
staff-role-viewer = Yn darllen cofrestriadau y caiff eu sefydliad eu gweld.
staff-role-verifier = Yn gwirio cofrestriadau gyda cholegau.
staff-role-coordinator = Yn dod o hyd i bobl, yn ysgrifennu atynt ac yn eu hanfon allan.
staff-role-registry-admin = Yn gwneud popeth yn y gofrestr ar ran eu sefydliad, ac yn penderfynu pwy arall yno gaiff wneud hynny.
staff-role-ministry-admin = Yn gwneud popeth yn y gofrestr, ac yn penderfynu pwy arall gaiff wneud hynny.
staff-role-privacy-officer = Yn cadw golwg ar sut y defnyddir cofrestriadau.
staff-people-lead = Gwahodd pobl, eu cymeradwyo, a dweud beth y cânt ei wneud.
staff-security-lead = Eich ail gam, eich codau adfer a’ch cyfrinair.

staff-waiting-title = Mae eich cyfrif yn aros am gymeradwyaeth
staff-waiting-body = Rydych wedi mewngofnodi, ond nid oes neb wedi dweud eto beth yw eich gwaith yma. Tan hynny ni allwch weld na gwneud dim.
staff-waiting-whom = Gofynnwch i weinyddwr eich sefydliad eich cymeradwyo. Os nad ydych yn gwybod pwy yw hwnnw, ysgrifennwch atom.
staff-waiting-told = Byddwn yn anfon neges atoch cyn gynted ag y cewch eich cymeradwyo. Yna mewngofnodwch eto.

staff-security-title = Sut rydych yn mewngofnodi
staff-authenticator-title = Ap dilysu
staff-authenticator-set = Rydych wedi gosod un. Mae’n dangos cod newydd bob 30 eiliad.
staff-authenticator-none = Nid ydych wedi gosod un.
staff-authenticator-what = Bydd unrhyw ap sy’n gwneud codau yn gwneud y tro, ar eich ffôn neu’ch cyfrifiadur. Mae llawer o reolyddion cyfrineiriau yn eu gwneud hefyd.
staff-authenticator-begin = Gosod ap dilysu
staff-authenticator-other = Gosod ap arall yn ei le
staff-authenticator-again = Dechrau eto gydag allwedd arall
staff-authenticator-scan = Ychwanegwch Healthpost at eich ap: sganiwch y llun hwn, neu teipiwch yr allwedd oddi tano.
staff-authenticator-picture = Cod QR gyda’r allwedd sydd isod
staff-authenticator-key = Allwedd
staff-authenticator-then = Yna rhowch y cod y mae’r ap yn ei ddangos o fewn { $minutes } munud, er mwyn i ni wybod ei fod yn gweithio. Ar ôl hynny, dechreuwch eto gydag allwedd arall.
staff-authenticator-confirm = Gorffen
staff-authenticator-remove = Dileu’r ap dilysu
staff-authenticator-remove-title = Ydych chi am ddileu eich ap dilysu?
staff-authenticator-remove-body = Ni fydd ei godau’n gweithio wedyn. Byddwch yn mewngofnodi gydag allwedd mynediad o hynny ymlaen.
staff-authenticator-keep = Ei gadw
staff-recovery-title = Codau adfer
staff-recovery-body = Gydag un ohonynt gallwch ddod i mewn pan nad yw eich ap neu’ch allwedd mynediad gennych. Mae pob un yn gweithio unwaith.
staff-recovery-left = { $codes ->
    [0] Nid oes gennych yr un ar ôl.
    [one] Mae gennych 1 ar ôl.
   *[other] Mae gennych { $codes } ar ôl.
}
staff-recovery-renew = Gwneud codau adfer newydd
staff-recovery-renew-title = Ydych chi am gael codau adfer newydd?
staff-recovery-renew-body = Ni fydd y rhai sydd gennych yn gweithio wedyn.
staff-recovery-keep = Cadw’r rhai sydd gennyf
staff-recovery-shown-title = Ysgrifennwch y codau adfer hyn nawr
staff-recovery-shown-body = Dim ond unwaith y byddwn yn eu dangos, ar y dudalen hon. Cadwch hwy lle rydych yn cadw cyfrineiriau, ac nid ar y ddyfais sydd â’ch ap.
staff-recovery-shown-on = Mynd ymlaen i’ch gwaith
staff-password-title = Cyfrinair
staff-password-change = Newid eich cyfrinair

staff-people-title = Pobl
staff-people-invite = Gwahodd rhywun
staff-people-search = Enw neu gyfeiriad e-bost
staff-people-state = Cyflwr
staff-people-role = Rôl
staff-people-organisation = Sefydliad
staff-people-any = Unrhyw un
staff-people-sort = Trefnu yn ôl
staff-people-sort-name = Enw
staff-people-sort-seen = Gwelwyd ddiwethaf
staff-people-sort-state = Cyflwr
staff-people-find = Chwilio
staff-people-clear = Clirio’r chwiliad
staff-people-found = { $people ->
    [0] Heb ddod o hyd i neb
    [one] 1 person
   *[other] { $people } o bobl
}
staff-people-caption = Pobl sy’n gweithio yma, a’r rhai sy’n aros am gymeradwyaeth
staff-people-none = Nid oes neb yn cyfateb i’r chwiliad hwn. Newidiwch ef, neu ei glirio.
staff-people-name = Enw
staff-people-email = Cyfeiriad e-bost
staff-people-roles = Rolau
staff-people-seen = Gwelwyd ddiwethaf
staff-people-never = Erioed
staff-people-pages = Tudalennau pobl
staff-people-previous = Tudalen flaenorol
staff-people-next = Tudalen nesaf
staff-people-page-title = { $title } (tudalen { $page } o { $pages })
staff-state-active = Gweithredol
staff-state-suspended = Wedi’i atal
staff-state-pending = Yn aros am gymeradwyaeth

staff-invitations-title = Gwahoddiadau agored
staff-invitations-caption = Pobl a wahoddwyd ac nad ydynt wedi derbyn eto
staff-invitations-none = Nid oes neb wedi’i wahodd ar hyn o bryd.
staff-invitations-until = Yn ddilys tan
staff-invitations-ended = Daeth i ben ar { $day }
staff-invitations-acts = Yr hyn y gallwch ei wneud
staff-invitations-resend = Anfon eto
staff-invitations-cancel = Canslo
staff-cancel-title = Ydych chi am ganslo’r gwahoddiad hwn?
staff-cancel-body = Ni fydd y ddolen a anfonwyd at { $email } yn gweithio wedyn.
staff-cancel-button = Canslo’r gwahoddiad
staff-cancel-keep = Ei gadw

staff-invite-title = Gwahodd rhywun
staff-invite-lead = Byddwn yn anfon dolen atynt. Mae’n gweithio unwaith, am { $days } diwrnod.
staff-invite-button = Anfon y gwahoddiad

staff-member-title = Rhywun sy’n gweithio yma
staff-member-sign-in = Yn mewngofnodi gyda
staff-member-by-provider = Mewngofnodi eu sefydliad
staff-member-by-password = Cyfrinair ac ail gam
staff-member-unfinished = Dim eto: nid oes ail gam wedi’i osod
staff-member-change = Newid beth y caiff ei wneud
staff-member-approve = Cymeradwyo
staff-member-suspend = Atal
staff-member-reactivate = Gadael i mewn eto
staff-member-reset = Ailosod sut mae’n mewngofnodi
staff-member-acts = Yr hyn y gallwch ei wneud
staff-member-yourself = Chi yw hwn. Rhaid i rywun arall newid beth y cewch ei wneud.
staff-roles-change-page = Newid beth y caiff rhywun ei wneud
staff-roles-change-title = Beth y caiff { $name } ei wneud?
staff-roles-change-lead = Mae’n gymwys o’r dudalen nesaf y mae’n ei hagor. Byddwn yn anfon neges.
staff-roles-change-button = Cadw
staff-approve-page = Cymeradwyo rhywun
staff-approve-title = Cymeradwyo { $name }
staff-approve-lead = Rhowch o leiaf un rôl. Gellir ei defnyddio cyn gynted ag y mae’n mewngofnodi, a byddwn yn anfon neges.
staff-approve-button = Cymeradwyo
staff-approve-suggested = Rydym yn awgrymu { $organisation }, oherwydd y cyfeiriad e-bost. Awgrym yn unig yw hwn: gwiriwch mai yno y mae’n gweithio.
staff-approve-unknown = Nid yw’r cyfeiriad e-bost yn dweud dim am ble y mae’n gweithio. Gofynnwch.
staff-suspend-page = Atal rhywun
staff-suspend-title = Ydych chi am atal { $name }?
staff-suspend-body = Bydd yn cael ei allgofnodi ym mhobman ar unwaith, ac ni all fewngofnodi nes i rywun adael iddo ddod i mewn eto. Mae’r hyn a wnaeth yn aros. Byddwn yn anfon neges.
staff-suspend-button = Atal
staff-reactivate-page = Gadael rhywun i mewn eto
staff-reactivate-title = Ydych chi am adael { $name } i mewn eto?
staff-reactivate-body = Gall fewngofnodi eto, gyda’r rolau a oedd ganddo. Byddwn yn anfon neges.
staff-reactivate-button = Gadael i mewn eto
staff-reset-page = Ailosod sut mae rhywun yn mewngofnodi
staff-reset-title = Ydych chi am ailosod sut mae { $name } yn mewngofnodi?
staff-reset-body = I bobl sydd wedi colli eu hap, eu hallwedd mynediad a’u codau adfer. Caiff eu cyfrinair a’u hail gam eu dileu, cânt eu hallgofnodi ym mhobman, a byddwn yn anfon gwahoddiad newydd. Gwnewch yn siŵr yn gyntaf mai nhw eu hunain sy’n gofyn.
staff-reset-button = Ailosod ac anfon gwahoddiad
staff-act-keep = Newid dim

error-staff-signed-out-title = Rydych wedi cael eich allgofnodi
error-staff-signed-out-body = Ni wnaethoch ddim am 30 munud, roeddech wedi mewngofnodi am 12 awr, neu newidiodd rhywun beth y cewch ei wneud. Ni chadwyd dim.
error-staff-signed-out-again = Mae’r hyn a anfonwyd gennych yn dal ar y dudalen hon. Mewngofnodwch eto, dewch yn ôl i’r dudalen hon, a defnyddiwch y botwm i’w anfon eto.
error-staff-sign-in = Mewngofnodi fel staff (yn agor mewn tab newydd)
error-not-theirs-title = Nid eich lle chi yw gwneud hyn
error-not-theirs-body = Nid yw eich rôl yn cynnwys hyn. Os oes ei angen arnoch ar gyfer eich gwaith, gofynnwch i weinyddwr eich sefydliad.
error-not-theirs-work = Mynd i’ch gwaith
error-invitation-title = Nid yw’r gwahoddiad hwn yn gweithio
error-invitation-body = Mae wedi’i dderbyn neu ei ganslo, mae’n hŷn na 14 diwrnod, neu nid yw’r ddolen wedi’i chopïo’n gyfan. Gofynnwch am un arall i bwy bynnag a’ch gwahoddodd.
error-invitation-sign-in = Mewngofnodi fel staff

done-authenticator-set = Mae eich ap dilysu wedi’i osod
done-authenticator-removed = Dilëwyd eich ap dilysu
done-recovery-renewed = Mae gennych godau adfer newydd
done-staff-invited = Mae’r gwahoddiad ar ei ffordd
done-invitation-cancelled = Canslwyd y gwahoddiad
done-staff-approved = Mae wedi’i gymeradwyo
done-roles-changed = Newidiwyd yr hyn y caiff ei wneud
done-staff-suspended = Mae wedi’i atal
done-staff-reactivated = Gall fewngofnodi eto
done-factors-reset = Ailosodwyd sut mae’n mewngofnodi, ac mae gwahoddiad ar ei ffordd

staff_code = Cod
    .hint = 6 rhif o’ch ap, neu god adfer o 10 llythyren a rhif
    .missing = Rhowch y cod
    .malformed = Rhowch y 6 rhif y mae eich ap yn eu dangos, neu god adfer o 10 llythyren a rhif
    .wrong = Nid yw’r cod hwn yn gywir, neu mae wedi’i ddefnyddio’n barod. Arhoswch am yr un nesaf y mae eich ap yn ei ddangos, neu rhowch god adfer arall
staff-code-hint-app = Y 6 rhif y mae eich ap yn eu dangos nawr
catalogue_role = Rôl yn y catalog
    .publisher = Cyhoeddwr
    .fulfiller = Cyflawnwr
    .admin = Gweinyddwr
    .malformed = Dewiswch rôl o’r rhestr
    .none = Dewiswch o leiaf un rôl
    .not-yours = Ni allwch roi na chymryd rolau yn y catalog
registry_role = Rôl yn y gofrestr
    .viewer = Darllenydd
    .verifier = Dilysydd
    .coordinator = Cydlynydd
    .admin = Gweinyddwr
    .privacy_officer = Swyddog preifatrwydd
    .missing = Dewiswch rôl yn y gofrestr, neu ddim sefydliad
    .malformed = Dewiswch rôl o’r rhestr
    .not-yours = Ni allwch roi na chymryd rolau yn y gofrestr
    .ministry-only = Dim ond gweinyddwyr y Weinyddiaeth Iechyd sy’n rhoi ac yn cymryd y rôl hon
registry_organisation = Sefydliad
    .hint = Cofrestriadau pwy y mae’n gweithio gyda nhw. Dim ond gyda rôl yn y gofrestr
    .missing = Dewiswch y sefydliad y mae’n gweithio iddo
    .malformed = Dewiswch sefydliad o’r rhestr
    .ministry-only = Mae swyddogion preifatrwydd yn gweithio i’r Weinyddiaeth Iechyd. Dewiswch hi, neu rôl arall
    .not-yours = Ni allwch roi na chymryd rolau yn y sefydliad hwn
staff-none = Dim
staff-role-cannot-catalogue = Dim ond gweinyddwyr y catalog sy’n rhoi ac yn cymryd rolau yno.
staff-role-cannot-registry = Dim ond gweinyddwyr y gofrestr sy’n rhoi ac yn cymryd rolau yno.

staff-end-label = Am faint yr arhoswch wedi mewngofnodi
staff-end-idle = Cewch eich allgofnodi o fewn { $minutes } munud, gan na wnaethoch ddim yma ers tro.
staff-end-whole = Cewch eich allgofnodi o fewn { $minutes } munud, gan nad oes neb yn aros wedi mewngofnodi am fwy na { $hours } awr. Cedwir yr hyn a anfonwch wedyn nes i chi fewngofnodi eto.
staff-end-stay = Aros wedi mewngofnodi
staff-end-stays = Rydych yn dal wedi mewngofnodi.
staff-end-ended = Rydych wedi cael eich allgofnodi fel staff. Mae’r hyn a deipioch yma o hyd. Anfonwch ef, a mewngofnodwch pan ofynnir i chi.
staff-end-limits = Cewch eich allgofnodi ar ôl { $minutes } munud o wneud dim, a { $hours } awr ar ôl i chi fewngofnodi.
