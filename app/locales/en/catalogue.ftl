# Finding and reading publications.
home-title = Free health publications in your language
home-lead = Find, download and order leaflets, posters and record cards. Printed copies are posted free of charge.
home-totals = { $publications ->
    [one] 1 publication
   *[other] { $publications } publications
} in { $languages ->
    [one] 1 language
   *[other] { $languages } languages
}
home-programmes = Popular programmes
home-new = New and updated
programmes-title = All programmes
programmes-lead = Each programme gathers what belongs to one subject.
programme = Programme
programme-diseases = Diseases
programme-vaccinations = Vaccinations
programme-newest = Newest publications
programme-all = { $total ->
    [one] See the one publication of this programme
   *[other] See all { $total } publications of this programme
}
home-how = How it works
home-how-1 = Find what you need
home-how-1-body = Search by words or by code, and choose a language and a format: easy read, large print, Braille, audio or British Sign Language.
home-how-2 = Download or order
home-how-2-body = Download files at once. Put printed copies into your basket: no account is needed.
home-how-3 = Confirm your email
home-how-3-body = We send a code to your email address, and post your order to the address you give.

search-label = Search publications
search-hint = Words, or the code printed on the back
search = Search
search-suggestions = Suggested publications
apply-filters = Apply filters
list-title = Publications
list-title-words = Publications for “{ $words }”
list-title-page = { $title } (page { $page } of { $pages })
list-count = { $total ->
    [0] No publications
    [one] 1 publication
   *[other] { $total } publications
}
list-range = Results { $from } to { $to } of { $total }
list-none = Nothing fits this search
list-failed = The list could not be updated. Select “Search” to try again.
list-none-body = Check the spelling, use fewer words, or remove a filter.
list-filters-in-the-way = Nothing fits with these filters
list-without-filters = { $total ->
    [one] Without them: 1 publication
   *[other] Without them: { $total } publications
}
list-close = No exact matches. Showing close matches
list-did-you-mean = Did you mean
list-clear = Clear all filters
list-filters = Filters
list-chosen = Chosen filters
list-remove = Remove filter { $name }
list-sort = Sort by
list-size = Results on a page
list-pages = Pages of results
list-feed = Follow this search (Atom feed)
list-previous = Previous
list-next = Next
facet-programme = Programme
facet-language = Language
facet-format = Format
facet-type = Type
facet-disease = Disease
facet-vaccination = Vaccination
facet-audience = Who it is for
facet-setting = Where it is used
facet-access = How you get it
facet-available = Ordering
facet-more = Show all { $count }
facet-find = Find in { $facet }
facet-updated = Updated
facet-updated-any = At any time
facet-updated-month = In the last month
facet-updated-quarter = In the last 3 months
facet-updated-year = In the last year
facet-updated-since = Updated since { $date }
available-now = Can be ordered now
access-download-only = Download only
access-download-or-order = Download or order
access-order-only = Order only
sort-relevance = Best match
sort--published = Newest first
sort-published = Oldest first
sort--updated = Recently updated
sort-title = Title (A to Z)
sort-code = Code
sort-programme = Programme (A to Z)
sort--popular = Most used
sort--created = Newest in the catalogue
sort--version = Highest version
sort--title = Title (Z to A)
sort--programme = Programme (Z to A)
sort--code = Code, last first
sort-updated = Longest without an update
sort-created = Oldest in the catalogue
sort-version = Lowest version
sort-popular = Least used
card-found-in = Found in { $name }
card-found-on-page = Found in { $name }, page { $page }
card-more-languages = and { $count } more

publication-code = Code
publication-version = Version
publication-published = Published
publication-updated = Updated
publication-format = Format
publication-language = Language
publication-diseases = Diseases
publication-vaccinations = Vaccinations
publication-audiences = For
publication-settings = Where it is used
publication-article = Read the related guidance
publication-facts = About this publication
publication-languages = Languages
publication-formats = Formats
publication-missing = This publication is not available in { $language } as { $format }. We show the nearest edition.
publication-old = This is an old version
publication-old-body = There may be a newer one.
publication-old-link = Go to the current version
withdrawn-title = { $title } has been withdrawn
withdrawn-body = It is no longer in use.
withdrawn-others = See its other languages and formats
withdrawn-programme = See what there is on { $programme }
version-history = Versions
version-name = Version { $version }
version-published = published on { $date }
version-status-live = current version
version-status-archived = old version
version-status-withdrawn = withdrawn
publication-files = Downloads
publication-file-print = for professional printing
publication-file-transcript = transcript
publication-no-files = There are no files to download for this edition.
publication-file-elsewhere = This file is not held here yet.
publication-file-old = This is an old version: its files are no longer offered.
publication-file-view = View in the browser
publication-file-view-label = View in the browser: { $name }
publication-file-listen-label = Listen: { $name }
publication-transcripts = Transcript
publication-video = Watch the video
zip-title = Download several files at once
zip-lead = Choose what you need. If you choose nothing, you get all files of this publication in one zip file.
zip-languages = Languages
zip-formats = Formats
zip-kinds = What files are for
zip-kind-cover = Covers
zip-kind-web = Reading on a screen
zip-kind-print = Professional printing
zip-kind-transcript = Transcripts
zip-button = Download as a zip file
publication-order = Order printed copies
publication-pack = { $pack ->
    [one] Single copies
   *[other] Packs of { $pack }
}
publication-maximum = At most { $max } copies in one order.
publication-only-for = This publication is only for:
publication-only-for-ask = If you are one of them, contact us
group-role = people with certain roles in this service
group-audience = some audiences
group-organisation = some organisations
group-profession = some professions
publication-qr = QR code for this publication
publication-qr-body = Scan it to open this page on a phone, or print it on your own material.
publication-qr-edition = QR code for this edition
publication-qr-edition-body = It always leads to the current version in this language and format.
publication-qr-png = PNG, { $pixels } pixels
publication-qr-svg = SVG, for any size
related = Related publications
related-together = often ordered together
related-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
add-to-basket = Add to basket
file-pages = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
file-pixels = { $width } × { $height } pixels
file-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
file-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
file-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
cover-alt = Cover of { $title }
gallery-heading = More pictures
gallery-picture = Picture { $number } of { $title }

availability-not-live = No longer available
availability-download-only = Download only
availability-restricted = For some groups only: ask us
availability-opens-later = You can order this from { $date }
availability-closed = Ordering closed on { $date }
availability-in-stock = In stock
availability-few-left = Fewer than 50 left
availability-low-stock = Low stock
availability-out-of-stock = Out of stock – tell me when it is back
availability-pre-order = Pre-order: sent when printed
availability-back-order = Out of stock: sent when reprinted

format-standard = Standard
format-audio = Audio
format-braille = Braille
format-british-sign-language = British Sign Language (BSL)
format-easy-read = Easy read
format-large-print = Large print
format-simple-text = Simple text

type-aide-memoire = Aide-memoire
type-alternative = Alternative
type-audio = Audio
type-booklet = Booklet
type-briefing-sheet = Briefing sheet
type-bulletin = Bulletin
type-consent-form = Consent form
type-envelope-label = Envelope label
type-factsheet = Factsheet
type-flip-chart = Flip chart
type-flyer = Flyer
type-fridge-magnet = Fridge magnet
type-gif = GIF
type-guidance = Guidance
type-image = Image
type-immunisation-schedule = Immunisation schedule
type-invitation-letter = Invitation letter
type-leaflet = Leaflet
type-pack-sleeve = Pack sleeve
type-pocket-guide = Pocket guide
type-postcard = Postcard
type-poster = Poster
type-presentation-slides = Presentation slides
type-pull-up-banner = Pull-up banner
type-record-card = Record card
type-sticker = Sticker
type-transcript = Transcript
type-video = Video
