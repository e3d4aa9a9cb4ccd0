//! Where somebody is signed in, as far as they recognise it: the kind of browser and of system, and nothing that tells
//! one machine from another.

choice! {
    /// A family of browsers.
    Browser {
        /// Firefox.
        Firefox = "firefox",
        /// Edge.
        Edge = "edge",
        /// Opera.
        Opera = "opera",
        /// Samsung Internet.
        Samsung = "samsung",
        /// Chrome, and what is built on it and says nothing else.
        Chrome = "chrome",
        /// Safari.
        Safari = "safari",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// A system that browsers run on.
    System {
        /// Windows.
        Windows = "windows",
        /// An iPhone or iPad.
        Ios = "ios",
        /// A Mac.
        MacOs = "macos",
        /// Android.
        Android = "android",
        /// A Chromebook.
        ChromeOs = "chromeos",
        /// Linux.
        Linux = "linux",
        /// Anything else.
        Other = "other",
    }
}

/// A browser on a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Device {
    /// The browser.
    pub browser: Browser,
    /// The system.
    pub system: System,
}

impl Default for Device {
    fn default() -> Self {
        Self { browser: Browser::Other, system: System::Other }
    }
}

/// What names a browser in a user agent; the first that fits, as most of them name others too.
const BROWSERS: [(&str, Browser); 11] = [
    ("Firefox/", Browser::Firefox),
    ("FxiOS/", Browser::Firefox),
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("SamsungBrowser/", Browser::Samsung),
    ("CriOS/", Browser::Chrome),
    ("Chromium/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
    ("Safari/", Browser::Safari),
];
/// What names a system, in the same way.
const SYSTEMS: [(&str, System); 8] = [
    ("Windows", System::Windows),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("Macintosh", System::MacOs),
    ("Android", System::Android),
    ("CrOS", System::ChromeOs),
    ("Linux", System::Linux),
    ("X11", System::Linux),
];

impl Device {
    /// What a browser says it is.
    pub fn of(user_agent: &str) -> Self {
        let browser = BROWSERS.iter().find(|(name, _)| user_agent.contains(name));
        let system = SYSTEMS.iter().find(|(name, _)| user_agent.contains(name));
        Self {
            browser: browser.map_or(Browser::Other, |(_, browser)| *browser),
            system: system.map_or(System::Other, |(_, system)| *system),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_recognised_by_what_it_says_it_is() {
        for (user_agent, browser, system) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Browser::Firefox, System::Linux),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                Browser::Edge,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                Browser::Safari,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
                Browser::Samsung,
                System::Android,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
                Browser::Chrome,
                System::MacOs,
            ),
            ("curl/8.0", Browser::Other, System::Other),
            ("", Browser::Other, System::Other),
        ] {
            assert_eq!(Device::of(user_agent), Device { browser, system }, "{user_agent}");
        }
    }
}
