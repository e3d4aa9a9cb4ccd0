# Cyfrifon: cofrestru a mewngofnodi, a’r hyn sy’n eiddo i rywun. Mae geiriau cwestiynau yn forms.ftl.
nav-sign-in = Mewngofnodi
nav-account = Eich cyfrif
nav-sign-out = Allgofnodi

account-sign-up-title = Creu cyfrif
account-sign-up-lead = Gyda chyfrif gallwch weld eich holl archebion mewn un lle, ac archebu heb aros am god. Gallwch archebu heb gyfrif hefyd.
account-sign-up-button = Creu fy nghyfrif
account-sign-up-have = Oes gennych gyfrif?
account-sign-in-title = Mewngofnodi i’ch cyfrif
account-by-link-title = Gyda dolen drwy e-bost
account-by-link-body = Nid oes angen cyfrinair arnoch. Mae’r ddolen yn gweithio unwaith, am 15 munud.
account-by-link-button = E-bostio dolen ataf
account-by-password-title = Gyda’ch cyfrinair
account-by-password-body = Os ydych wedi gosod un yn eich cyfrif.
account-sign-in-button = Mewngofnodi
account-sign-in-other = Ffyrdd eraill o fewngofnodi
account-sign-in-forgotten = Rwyf wedi anghofio fy nghyfrinair
account-sign-in-none = Dim cyfrif eto?
account-forgotten-title = Dewis cyfrinair newydd
account-forgotten-lead = Byddwn yn e-bostio dolen atoch er mwyn i chi ddewis un. Gallwch hefyd fewngofnodi gyda dolen, a gadael eich cyfrinair fel y mae.
account-mailed-title = Edrychwch ar eich e-bost
account-mailed-body = Rydym wedi anfon neges i’r cyfeiriad a roesoch. Dilynwch y ddolen ynddi: mae’n gweithio unwaith, am 15 munud.
account-mailed-nothing = Os na ddaw dim, edrychwch ymhlith negeseuon diangen, gwiriwch fod y cyfeiriad yn gywir, a gofynnwch eto.
account-mailed-again = Gofyn am ddolen arall

account-link-title = Mewngofnodi
account-link-body = Pwyswch y botwm i fewngofnodi i’ch cyfrif.
account-link-reset-body = Pwyswch y botwm i fewngofnodi a dewis cyfrinair newydd.
account-confirm-title = Cadarnhau eich cyfeiriad e-bost
account-confirm-body = Pwyswch y botwm i gadarnhau mai eich cyfeiriad chi yw hwn. Bydd eich cyfrif ar agor wedyn, a byddwch wedi mewngofnodi.
account-confirm-button = Agor fy nghyfrif
account-password-save = Cadw fy nghyfrinair
account-signed-out-title = Rydych wedi allgofnodi
account-signed-out-body = Ni all neb weld eich cyfrif yn y porwr hwn nawr.
account-signed-out-again = Mewngofnodi eto

account-title = Eich cyfrif
account-orders-title = Eich archebion
account-orders-none = Nid ydych wedi archebu dim eto.
account-orders-all = Eich holl archebion
account-orders-pages = Tudalennau archebion
account-order-items = { $lines ->
    [one] 1 eitem
   *[other] { $lines } eitem
}
account-order-to = I { $address }
account-details-title = Eich manylion
account-organisation = Sefydliad
account-establishment = Ble rydych yn gweithio
account-password = Cyfrinair
account-password-is-set = Mae gennych un
account-password-none = Dim: rydych yn mewngofnodi gyda dolen

account-save = Cadw
account-later = Nid nawr
account-name-title = Newid eich enw
account-establishment-title = Ble rydych yn gweithio?
account-establishment-lead = Gall llawer o sefydliadau archebu mwy o gopïau ar y tro. Gallwch newid hyn yn nes ymlaen.
account-telephone-title = Newid eich rhif ffôn
account-telephone-lead = Rydym yn ei lenwi pan fyddwch yn archebu. Gadewch ef yn wag os nad ydych am i ni gadw un.
account-audience-title = I ba gynulleidfa rydych yn perthyn?
account-audience-lead = Mae gan rai cyhoeddiadau derfyn ar gyfer un gynulleidfa. Gallwch newid hyn yn nes ymlaen.
account-alerts-title = Yr hyn rydych yn aros amdano
account-alerts-lead = Rydym yn anfon e-bost unwaith, pan allwch ei archebu eto. Rhowch y gorau i aros am beth bynnag nad oes ei angen arnoch mwyach.
account-alerts-none = Nid ydych yn aros am ddim. Os yw cyhoeddiad allan o stoc, mae ei dudalen yn cynnig rhoi gwybod i chi.
account-alert-since = Ers { $day }
account-alert-until = Tan { $day } fan bellaf
account-alert-confirmed = Byddwn yn rhoi gwybod i chi
account-alert-unconfirmed = Heb ei gadarnhau: dilynwch y ddolen a anfonwyd atoch drwy e-bost
account-alert-end = Rhoi’r gorau i aros
account-password-title = Eich cyfrinair
account-password-set-lead = Rydych yn mewngofnodi gyda dolen drwy e-bost. Os hoffech gael cyfrinair hefyd, dewiswch un.
account-password-again-lead = Mae’n cymryd lle’r un a oedd gennych. Byddwch yn cael eich allgofnodi ym mhobman arall.
account-password-change-title = Ei newid
account-password-change-lead = Byddwch yn cael eich allgofnodi ym mhobman arall.
account-password-remove-title = Gwneud heb un
account-password-remove-lead = Byddwch yn mewngofnodi gyda dolenni drwy e-bost, fel o’r blaen.
account-password-remove-button = Dileu fy nghyfrinair

account-addresses-title = Eich cyfeiriadau
account-addresses-lead = Rydych yn dewis o’u plith wrth archebu. Mae archebion a wnaed eisoes yn cadw’r cyfeiriad yr anfonwyd hwy iddo.
account-addresses-none = Nid ydych wedi cadw cyfeiriad eto.
account-address-default = Dewis cyntaf
account-address-verified = Wedi’i wirio
account-address-unverified = Heb ei wirio
account-address-make-default = Dewis gyntaf o hyn ymlaen
account-address-remove = Tynnu
account-address-add-title = Ychwanegu cyfeiriad
account-address-change-title = Newid cyfeiriad
account-address-find-title = Dod o hyd iddo drwy ei god post
account-address-find-button = Dod o hyd i gyfeiriadau
account-address-found-title = Cyfeiriadau yn { $postcode }
account-address-nothing-found = Ni chawsom hyd i gyfeiriad ar gyfer { $postcode }. Gwiriwch y cod post a’r adeilad, neu rhowch y cyfeiriad isod.
account-address-unavailable = Ni allwn chwilio am { $postcode } nawr. Rhowch y cyfeiriad isod: byddwn yn ei gadw heb ei wirio.
account-address-by-hand-title = Neu rhowch ef eich hun
account-address-save = Cadw’r cyfeiriad
account-address-use = Defnyddio’r cyfeiriad hwn
account-address-anyway = Cadw beth bynnag
account-address-use-it = Defnyddio’r un sydd gennych

account-devices-title = Ble rydych wedi mewngofnodi
account-devices-lead = Allgofnodwch lle bynnag nad ydych yn gwybod mai chi oedd yno. Os oes gennych gyfrinair, newidiwch ef wedyn.
account-device = { $browser } ar { $system }
account-device-this = Y porwr hwn
account-device-since = Mewngofnodwyd ar { $moment }
account-device-seen = Defnyddiwyd ddiwethaf ar { $moment }
account-device-end = Allgofnodi yno
account-everywhere-title = Ym mhobman ar unwaith
account-everywhere-body = Byddwch yn cael eich allgofnodi yn y porwr hwn hefyd.
account-everywhere-button = Allgofnodi ym mhobman
account-browser-firefox = Firefox
account-browser-chrome = Chrome
account-browser-edge = Edge
account-browser-opera = Opera
account-browser-samsung = Samsung Internet
account-browser-safari = Safari
account-browser-other = Porwr arall
account-system-windows = Windows
account-system-macos = macOS
account-system-ios = iPhone neu iPad
account-system-android = Android
account-system-chromeos = ChromeOS
account-system-linux = Linux
account-system-other = system arall

basket-merged-title = Eich basged gynharach
basket-merged = { $lines ->
    [one] Rydym wedi ychwanegu 1 eitem o’ch basged gynharach.
   *[other] Rydym wedi ychwanegu { $lines } eitem o’ch basged gynharach.
}
basket-merged-beyond = { $lines ->
    [one] Nid oedd modd ychwanegu 1 eitem, neu ddim ond yn rhannol: nid oes rhagor o le iddi yn eich basged.
   *[other] Nid oedd modd ychwanegu { $lines } eitem, neu ddim ond yn rhannol: nid oes rhagor o le iddynt yn eich basged.
}
basket-merged-undo = Dadwneud

done-password-set = Mae eich cyfrinair wedi’i osod
done-password-removed = Dilëwyd eich cyfrinair. Rydych yn mewngofnodi gyda dolenni drwy e-bost nawr
done-account-changed = Newidiwyd eich manylion
done-address-saved = Mae’r cyfeiriad wedi’i gadw
done-address-removed = Tynnwyd y cyfeiriad
done-address-default = Y cyfeiriad hwn yw’r dewis cyntaf o hyn ymlaen
done-address-known = Mae’r archeb yn mynd yno. Roedd y cyfeiriad hwn wedi’i gadw yn eich cyfrif eisoes
done-addresses-full = Mae’r archeb yn mynd yno. Ni chadwyd y cyfeiriad: nid oes lle i ragor o gyfeiriadau yn eich cyfrif
done-device-ended = Mae’r porwr hwnnw wedi allgofnodi
done-alert-ended = Nid ydych yn aros amdano mwyach
done-merge-undone = Tynnwyd allan yr eitemau o’ch basged gynharach

error-account-signed-out-title = Rydych wedi cael eich allgofnodi
error-account-signed-out-body = Ni wnaethoch ddim am 8 awr, roeddech wedi mewngofnodi am 12 awr, neu allgofnodoch mewn man arall. Ni chadwyd dim.
error-account-signed-out-again = Mae’r hyn a anfonwyd gennych yn dal ar y dudalen hon. Mewngofnodwch eto, dewch yn ôl i’r dudalen hon, a defnyddiwch y botwm i’w anfon eto.
error-account-sign-in = Mewngofnodi eto (yn agor mewn tab newydd)
error-account-link-title = Nid yw’r ddolen hon yn gweithio
error-account-link-body = Mae wedi’i defnyddio’n barod, mae’n hŷn na 15 munud, neu nid yw wedi’i chopïo’n gyfan. Gofynnwch am un arall.
error-account-link-again = Gofyn am ddolen arall
