# What was tried for the accessibility statement, and what was not: one line of its lists each, as Markdown.

checked = **{ $what }**: { $how }
checked-on = **{ $what }** ({ $day }): { $how }

checked-keyboard = Keyboard alone
    .how = From the search to a copy in the basket, with nothing but keys.
    .limits = The checkout was not gone through that way, and JavaScript was on.

checked-skip-link = Skip link
    .how = It comes first on the pages that one may go to at once, is on the screen when it has the focus, and leads to the main content.

checked-focus = Visible focus
    .how = On each page in each state, Tab was pressed up to 40 times: what had the focus was on the screen and marked.
    .limits = What comes after the 40th press was not looked at.

checked-narrow = Zoom and narrow screens
    .how = No page, in any state, scrolls sideways on a screen that is 390, 768 or 1,280 pixels wide. 390 pixels are less than what a zoom of 300% leaves of 1,280.
    .limits = Only the width was changed, not the zoom itself.

checked-targets = Size of what can be pressed
    .how = At the same widths, every link, button and answer is 24 by 24 pixels in size, stands in a line of text, or has that much room around it.

checked-no-javascript = JavaScript off
    .how = Searching, ordering, repairing wrong answers and finding an order again work with JavaScript on and off.
    .limits = Suggestions, and results while one types, need JavaScript.

checked-phone = Phone
    .how = The whole journey to an order was made on a screen of 390 by 844 pixels that is touched.
    .limits = It was a phone's screen in a browser on a desk.

checked-right-to-left = Right to left
    .how = In Arabic, the home page, results, a publication, the basket, tracking, the waiting list, this statement and the page about cookies run from right to left and do not scroll sideways, and axe-core looked at them.
    .limits = No other page was tried in Arabic.

checked-wrong-answers = Wrong answers
    .how = When an answer is missing in the basket or on the way to an order, the title of the page begins with “Error:” and the list of what is wrong gets the focus.
    .limits = The focus was tried with JavaScript on.

checked-suggestions = Suggestions
    .how = Arrow keys choose a suggestion, Enter opens it, and Escape closes the list and leaves the words as they were.

checked-print = Print
    .how = The page of a placed order, as a printer gets it, has the order number and neither navigation nor buttons.
    .limits = No other page was looked at as a printer gets it.

checked-people = People with disabilities
    .how = Nobody has tested the service with them.

checked-screen-readers = Screen readers
    .how = It has not been used with JAWS, NVDA or VoiceOver.

checked-zoom-400 = Zoom of 400%
    .how = It has not been tried on a screen that is 320 pixels wide.

checked-speech = Speech recognition and screen magnifiers
    .how = It has not been used with them.

checked-colours = Colours and spacing of one’s own
    .how = It has not been tried with forced colours or with wider spacing of text.

checked-browsers = Browsers other than Chromium
    .how = The tests run in Chromium only.
