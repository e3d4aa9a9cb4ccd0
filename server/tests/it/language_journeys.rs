//! Whole ways through the service in every language it speaks: each page, each button, each kind of letter.

use domain::locale::Locale;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, order::MEASLES, requests::decides, visitor::Visitor, world::World};

/// What begins the ids of every letter that readers get. The two to the desk are in English, as it is.
const LETTERS: [&str; 9] = [
    "mail-code",
    "mail-order-placed",
    "mail-order-amended",
    "mail-order-cancelled",
    "mail-limit-asked",
    "mail-limit-decided",
    "mail-waiting-confirm",
    "mail-back-in-stock",
    "mail-support-received",
];

/// Out of stock at first.
const GONE: &str = "/publications/gone-leaflet";

/// Words as a visitor reads them, who does not tell one kind of space from another.
pub fn said(locale: Locale, id: &str) -> String {
    words::say(locale, id).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Somebody who reads one language.
struct Reader<'a> {
    world: &'a World,
    visitor: Visitor,
    locale: Locale,
    email: String,
}

impl<'a> Reader<'a> {
    fn new(world: &'a World, locale: Locale) -> Self {
        let mut visitor = world.visitor();
        visitor.language = locale.as_str();
        Self { world, visitor, locale, email: format!("{locale}@example.com") }
    }

    /// The page is in their language, and so is its heading.
    #[track_caller]
    fn reads(&self, heading: &str) {
        let Self { visitor, locale, .. } = self;
        assert_eq!(visitor.attributes("html", "lang"), [locale.as_str()], "{}", visitor.path);
        assert_eq!(visitor.attributes("html", "dir"), [locale.direction().to_string()], "{}", visitor.path);
        assert!(visitor.all("h1")[0].starts_with(&said(*locale, heading)), "{}: {:?}", visitor.path, visitor.all("h1"));
        assert!(!visitor.body.contains("Unknown localization"), "{}", visitor.path);
    }

    /// Presses the button with these words, with what was filled in.
    async fn presses(&mut self, button: &str, answers: &[(&str, &str)]) {
        for (name, value) in answers {
            self.visitor.fills(name, value);
        }
        self.visitor.presses(&said(self.locale, button)).await;
    }

    /// From a publication to an order; its path.
    async fn orders(&mut self) -> String {
        let (email, house) = (self.email.clone(), format!("1 {} Street", self.locale));
        let (email, house) = (email.as_str(), house.as_str());
        self.visitor.opens(MEASLES).await;
        self.presses("add-to-basket", &[("quantity", "2")]).await;
        self.reads("basket-title");
        self.presses("continue", &[]).await;
        self.reads("delivery-title");
        self.presses("continue", &[("address_line1", house), ("city", "Leeds"), ("postcode", "LS1 4AP")]).await;
        self.reads("contact-title");
        self.presses("continue", &[("full_name", "Ada"), ("email", email)]).await;
        self.reads("code-title");
        let letter = self.world.mails_to(email).await.pop().expect("a code");
        let code: String = letter.subject.chars().filter(char::is_ascii_digit).collect();
        self.presses("continue", &[("code", code.as_str())]).await;
        self.reads("check-title");
        self.presses("place-order", &[]).await;
        self.reads("order-placed-title");
        self.visitor.path.clone()
    }

    /// Changes the order, and calls it off.
    async fn changes_their_mind(&mut self, order: &str) {
        self.visitor.opens(&format!("{order}/change")).await;
        self.reads("order-change-title");
        self.presses("basket-update", &[("line_quantity", "1")]).await;
        self.visitor.sees(&said(self.locale, "done-order-changed"));
        self.visitor.opens(&format!("{order}/cancel")).await;
        self.presses("order-cancel-yes", &[]).await;
        self.visitor.sees(&said(self.locale, "order-cancelled-body"));
    }

    /// Asks for more, which is granted; waits for what is out of stock, at first as somebody unknown; and writes.
    async fn asks(&mut self) {
        let email = self.email.clone();
        let email = email.as_str();
        self.visitor.opens("/more/MEA-1-EN").await;
        let (copies, reason) = (("asked_quantity", "40"), ("reason", "A health fair for forty families"));
        self.presses("ask-button", &[copies, reason, ("full_name", "Ada"), ("asker_email", email)]).await;
        decides(self.world, 40).await;
        let mut unknown = Reader::new(self.world, self.locale);
        unknown.visitor.opens(GONE).await;
        unknown.presses("tell-me", &[("waiting_email", email)]).await;
        unknown.reads("waiting-title");
        self.visitor.opens(GONE).await;
        self.presses("tell-me", &[("waiting_email", email)]).await;
        self.reads("waiting-confirmed-title");
        self.visitor.opens("/contact").await;
        self.reads("contact-us-title");
        let (about, message) = (("support_summary", "A question"), ("support_message", "Where is it?"));
        let whom = [("contact_name", "Ada"), ("contact_email", email)];
        self.presses("contact-us-button", &[about, message, whom[0], whom[1]]).await;
    }

    /// One letter of each kind, in their language.
    async fn has_every_letter(&self) {
        let Self { locale, email, .. } = self;
        let letters = self.world.mails_to(email).await;
        assert_eq!(letters.len(), LETTERS.len(), "{:?}", letters.iter().map(|mail| &mail.subject).collect::<Vec<_>>());
        for kind in LETTERS {
            let heading = words::say(*locale, &format!("{kind}-heading"));
            let is_it = letters.iter().filter(|mail| mail.text.lines().any(|line| line.trim() == heading));
            assert_eq!(is_it.count(), 1, "{kind} in {locale}: {heading}");
        }
        let tag = format!("<html lang=\"{locale}\" dir=\"{}\">", locale.direction());
        for mail in letters {
            assert!(mail.html.contains(&tag), "{}", mail.html);
            assert!(!format!("{} {}", mail.subject, mail.text).contains("Unknown localization"), "{}", mail.text);
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_page_button_and_letter_is_in_the_language_of_whoever_reads_it(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (title, code) = ("Gone leaflet", "GON-1-EN");
    let gone = world.has(Leaflet { title, code, stock: 0, run_to_zero: true, ..Leaflet::default() }).await;
    let mut readers: Vec<Reader<'_>> = Locale::ALL.iter().map(|locale| Reader::new(&world, *locale)).collect();
    for reader in &mut readers {
        let order = reader.orders().await;
        reader.changes_their_mind(&order).await;
        reader.asks().await;
    }
    backend::stock::receive(&world.backend, gone, 100, ("one", "warehouse")).await.unwrap();
    for reader in &readers {
        reader.has_every_letter().await;
    }
    for kind in LETTERS {
        let heading = |locale: &Locale| words::say(*locale, &format!("{kind}-heading"));
        let headings: std::collections::BTreeSet<String> = Locale::ALL.iter().map(heading).collect();
        assert_eq!(headings.len(), Locale::ALL.len(), "{kind}: {headings:?}");
    }
}
