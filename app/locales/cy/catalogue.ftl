# Finding and reading publications.
home-title = Cyhoeddiadau iechyd am ddim yn eich iaith chi
home-lead = Dod o hyd i daflenni, posteri a chardiau cofnod, eu lawrlwytho a’u harchebu. Caiff copïau printiedig eu postio am ddim.
home-totals = { $publications ->
    [one] 1 cyhoeddiad
   *[other] { $publications } cyhoeddiad
} mewn { $languages ->
    [one] 1 iaith
   *[other] { $languages } iaith
}
home-programmes = Rhaglenni poblogaidd
home-new = Newydd ac wedi’u diweddaru
programmes-title = Pob rhaglen
programmes-lead = Mae pob rhaglen yn casglu'r hyn sy'n perthyn i un pwnc.
programme = Rhaglen
programme-diseases = Clefydau
programme-vaccinations = Brechiadau
programme-newest = Y cyhoeddiadau diweddaraf
programme-all = { $total ->
    [one] Gweld yr un cyhoeddiad yn y rhaglen hon
   *[other] Gweld pob un o { $total } cyhoeddiad y rhaglen hon
}
home-how = Sut mae’n gweithio
home-how-1 = Dod o hyd i’r hyn sydd ei angen arnoch
home-how-1-body = Chwiliwch yn ôl geiriau neu god, a dewiswch iaith a fformat: hawdd ei ddarllen, print bras, Braille, sain neu Iaith Arwyddion Prydain.
home-how-2 = Lawrlwytho neu archebu
home-how-2-body = Lawrlwythwch ffeiliau ar unwaith. Rhowch gopïau printiedig yn eich basged: nid oes angen cyfrif.
home-how-3 = Cadarnhau eich e-bost
home-how-3-body = Byddwn yn anfon cod i’ch cyfeiriad e-bost, ac yn postio eich archeb i’r cyfeiriad a rowch i ni.

search-label = Chwilio’r cyhoeddiadau
search-hint = Geiriau, neu’r cod sydd wedi’i argraffu ar y cefn
search = Chwilio
search-suggestions = Cyhoeddiadau a awgrymir
apply-filters = Defnyddio’r hidlyddion
list-title = Cyhoeddiadau
list-title-words = Cyhoeddiadau ar gyfer “{ $words }”
list-title-page = { $title } (tudalen { $page } o { $pages })
list-count = { $total ->
    [0] Dim cyhoeddiadau
    [one] 1 cyhoeddiad
   *[other] { $total } cyhoeddiad
}
list-range = Canlyniadau { $from } i { $to } o { $total }
list-none = Nid oes dim yn cyfateb i’r chwiliad hwn
list-failed = Nid oedd modd diweddaru’r rhestr. Dewiswch “Chwilio” i roi cynnig arall arni.
list-none-body = Gwiriwch y sillafu, defnyddiwch lai o eiriau, neu tynnwch hidlydd.
list-filters-in-the-way = Nid oes dim yn cyfateb gyda’r hidlyddion hyn
list-without-filters = { $total ->
    [one] Hebddynt: 1 cyhoeddiad
   *[other] Hebddynt: { $total } cyhoeddiad
}
list-close = Dim canlyniadau sy’n cyfateb yn union. Yn dangos canlyniadau tebyg
list-did-you-mean = A oeddech yn golygu
list-clear = Clirio’r holl hidlyddion
list-filters = Hidlyddion
list-chosen = Hidlyddion a ddewiswyd
list-remove = Tynnu’r hidlydd { $name }
list-sort = Trefnu yn ôl
list-size = Canlyniadau ar bob tudalen
list-pages = Tudalennau canlyniadau
list-feed = Dilyn y chwiliad hwn (ffrwd Atom)
list-previous = Blaenorol
list-next = Nesaf
facet-programme = Rhaglen
facet-language = Iaith
facet-format = Fformat
facet-type = Math
facet-disease = Clefyd
facet-vaccination = Brechiad
facet-audience = Ar gyfer pwy
facet-setting = Ble y caiff ei ddefnyddio
facet-access = Sut i’w gael
facet-available = Archebu
facet-more = Dangos pob un ({ $count })
facet-find = Chwilio yn: { $facet }
facet-updated = Diweddarwyd
facet-updated-any = Ar unrhyw adeg
facet-updated-month = Yn ystod y mis diwethaf
facet-updated-quarter = Yn ystod y 3 mis diwethaf
facet-updated-year = Yn ystod y flwyddyn ddiwethaf
facet-updated-since = Diweddarwyd ers { $date }
available-now = Gellir ei archebu nawr
access-download-only = Lawrlwytho yn unig
access-download-or-order = Lawrlwytho neu archebu
access-order-only = Archebu yn unig
sort-relevance = Yn cyfateb orau
sort--published = Y mwyaf newydd yn gyntaf
sort-published = Yr hynaf yn gyntaf
sort--updated = Diweddarwyd yn ddiweddar
sort-title = Teitl (A i Y)
sort-code = Cod
sort-programme = Rhaglen (A i Y)
sort--popular = Defnyddir fwyaf
sort--created = Y mwyaf newydd yn y catalog
sort--version = Fersiwn uchaf
sort--title = Teitl (Y i A)
sort--programme = Rhaglen (Y i A)
sort--code = Cod, yr olaf yn gyntaf
sort-updated = Hwyaf heb ei ddiweddaru
sort-created = Yr hynaf yn y catalog
sort-version = Fersiwn isaf
sort-popular = Defnyddir leiaf
card-found-in = Wedi’i ganfod yn { $name }
card-found-on-page = Wedi’i ganfod yn { $name }, tudalen { $page }
card-more-languages = a { $count } arall

publication-code = Cod
publication-version = Fersiwn
publication-published = Cyhoeddwyd
publication-updated = Diweddarwyd
publication-format = Fformat
publication-language = Iaith
publication-diseases = Clefydau
publication-vaccinations = Brechiadau
publication-audiences = Ar gyfer
publication-settings = Ble y caiff ei ddefnyddio
publication-article = Darllen y canllawiau cysylltiedig
publication-facts = Ynglŷn â’r cyhoeddiad hwn
publication-languages = Ieithoedd
publication-formats = Fformatau
publication-missing = Nid yw’r cyhoeddiad hwn ar gael yn yr iaith a’r fformat hyn ({ $language }, { $format }). Rydym yn dangos y fersiwn agosaf.
publication-old = Hen fersiwn yw hon
publication-old-body = Efallai fod un fwy newydd.
publication-old-link = Mynd i’r fersiwn gyfredol
withdrawn-title = Mae { $title } wedi’i dynnu’n ôl
withdrawn-body = Nid yw’n cael ei ddefnyddio mwyach.
withdrawn-others = Gweld ei ieithoedd a’i fformatau eraill
withdrawn-programme = Gweld beth sydd ar gael ar { $programme }
version-history = Fersiynau
version-name = Fersiwn { $version }
version-published = cyhoeddwyd ar { $date }
version-status-live = fersiwn gyfredol
version-status-archived = hen fersiwn
version-status-withdrawn = wedi’i thynnu’n ôl
publication-files = Lawrlwythiadau
publication-file-print = ar gyfer argraffu proffesiynol
publication-file-transcript = trawsgrifiad
publication-no-files = Nid oes ffeiliau i’w lawrlwytho ar gyfer y fersiwn hon.
publication-file-elsewhere = Nid yw’r ffeil hon yn cael ei chadw yma eto.
publication-file-old = Hen fersiwn yw hwn: nid yw ei ffeiliau’n cael eu cynnig mwyach.
publication-file-view = Gweld yn y porwr
publication-file-view-label = Gweld yn y porwr: { $name }
publication-file-listen-label = Gwrando: { $name }
publication-transcripts = Trawsgrifiad
publication-video = Gwylio’r fideo
zip-title = Lawrlwytho sawl ffeil ar unwaith
zip-lead = Dewiswch yr hyn sydd ei angen arnoch. Os na ddewiswch unrhyw beth, cewch bob ffeil o’r cyhoeddiad hwn mewn un ffeil zip.
zip-languages = Ieithoedd
zip-formats = Fformatau
zip-kinds = Pwrpas y ffeiliau
zip-kind-cover = Cloriau
zip-kind-web = Darllen ar sgrin
zip-kind-print = Argraffu proffesiynol
zip-kind-transcript = Trawsgrifiadau
zip-button = Lawrlwytho fel ffeil zip
publication-order = Archebu copïau printiedig
publication-pack = { $pack ->
    [one] Copïau unigol
   *[other] Pecynnau o { $pack }
}
publication-maximum = Dim mwy na { $max } copi mewn un archeb.
publication-only-for = Dim ond i’r rhain y mae’r cyhoeddiad hwn:
publication-only-for-ask = Os ydych yn un ohonynt, cysylltwch â ni
group-role = pobl â rolau penodol yn y gwasanaeth hwn
group-audience = rhai cynulleidfaoedd
group-organisation = rhai sefydliadau
group-profession = rhai proffesiynau
publication-qr = Cod QR ar gyfer y cyhoeddiad hwn
publication-qr-body = Sganiwch ef i agor y dudalen hon ar ffôn, neu ei argraffu ar eich deunyddiau eich hun.
publication-qr-edition = Cod QR ar gyfer y fersiwn iaith a fformat hon
publication-qr-edition-body = Mae bob amser yn arwain at y fersiwn gyfredol yn yr iaith a’r fformat hyn.
publication-qr-png = PNG, { $pixels } picsel
publication-qr-svg = SVG, ar gyfer unrhyw faint
related = Cyhoeddiadau cysylltiedig
related-together = yn aml yn cael eu harchebu gyda'i gilydd
related-more = { $count ->
    [one] Dangos 1 arall
   *[other] Dangos { $count } arall
}
add-to-basket = Ychwanegu at y fasged
file-pages = { $pages ->
    [one] 1 dudalen
   *[other] { $pages } tudalen
}
file-pixels = { $width } × { $height } picsel
file-hours = { $count ->
    [one] 1 awr
   *[other] { $count } awr
}
file-minutes = { $count ->
    [one] 1 munud
   *[other] { $count } munud
}
file-seconds = { $count ->
    [one] 1 eiliad
   *[other] { $count } eiliad
}
cover-alt = Clawr { $title }
gallery-heading = Rhagor o luniau
gallery-picture = Llun { $number } o { $title }

availability-not-live = Ddim ar gael mwyach
availability-download-only = Lawrlwytho yn unig
availability-restricted = I rai grwpiau yn unig: gofynnwch i ni
availability-opens-later = Gallwch archebu hwn o { $date }
availability-closed = Daeth yr archebu i ben ar { $date }
availability-in-stock = Mewn stoc
availability-few-left = Llai na 50 ar ôl
availability-low-stock = Stoc isel
availability-out-of-stock = Allan o stoc – rhoi gwybod i mi pan fydd yn ôl
availability-pre-order = Archebu ymlaen llaw: caiff ei anfon ar ôl ei argraffu
availability-back-order = Allan o stoc: caiff ei anfon ar ôl ei ailargraffu

format-standard = Safonol
format-audio = Sain
format-braille = Braille
format-british-sign-language = Iaith Arwyddion Prydain (BSL)
format-easy-read = Hawdd ei ddarllen
format-large-print = Print bras
format-simple-text = Testun syml

type-aide-memoire = Nodyn atgoffa
type-alternative = Fformat amgen
type-audio = Sain
type-booklet = Llyfryn
type-briefing-sheet = Taflen friffio
type-bulletin = Bwletin
type-consent-form = Ffurflen gydsynio
type-envelope-label = Label amlen
type-factsheet = Taflen ffeithiau
type-flip-chart = Siart troi
type-flyer = Taflen hyrwyddo
type-fridge-magnet = Magnet oergell
type-gif = GIF
type-guidance = Canllawiau
type-image = Delwedd
type-immunisation-schedule = Amserlen imiwneiddio
type-invitation-letter = Llythyr gwahoddiad
type-leaflet = Taflen
type-pack-sleeve = Llawes pecyn
type-pocket-guide = Canllaw poced
type-postcard = Cerdyn post
type-poster = Poster
type-presentation-slides = Sleidiau cyflwyniad
type-pull-up-banner = Baner sefyll
type-record-card = Cerdyn cofnod
type-sticker = Sticer
type-transcript = Trawsgrifiad
type-video = Fideo
