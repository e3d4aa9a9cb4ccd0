//! Whether an edition can be ordered: one rule for cards, pages, baskets and placement.

use jiff::civil::Date;

use super::edition::{AccessType, EditionStatus};

/// Fewer copies than this are said in figures.
pub const LOW_STOCK: i64 = 50;

/// Copies of an edition, over all warehouses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// What may still be promised: on hand less reserved less the holds of others.
    pub available: i64,
    /// At this figure or below, its owner is told; the public reads "low".
    pub minimum_level: i64,
    /// Whether copies ever came in.
    pub was_received: bool,
    /// Whether orders stop when the last copy is promised.
    pub runs_to_zero: bool,
}

/// What the rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Orderability {
    /// Status of the edition.
    pub status: EditionStatus,
    /// Access type of the edition.
    pub access: AccessType,
    /// Whether only some people may have it; nobody is known to be one of them without an account.
    pub is_restricted: bool,
    /// First day on which it can be ordered.
    pub order_from: Option<Date>,
    /// Last day on which it can be ordered.
    pub order_end: Option<Date>,
    /// Copies in one pack.
    pub unit_of_issue: i32,
    /// Copies there are.
    pub stock: Stock,
}

impl Orderability {
    /// Whether its page may offer files for download; which of them may be had is a rule of the database,
    /// `is_downloadable`.
    pub fn offers_files(&self) -> bool {
        self.access != AccessType::OrderOnly && !self.is_restricted
    }

    /// Whether its video may be offered, wherever that is kept: not of an old version, and not of what is only to be
    /// ordered.
    pub fn offers_video(&self) -> bool {
        self.status == EditionStatus::Live && self.access != AccessType::OrderOnly && !self.is_restricted
    }
}

/// The answer, with what the words need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Not in the catalogue any more.
    NotLive,
    /// There are files, but no printed copies.
    DownloadOnly,
    /// Only some people may have it.
    Restricted,
    /// Orders open on this day.
    OpensLater(Date),
    /// The last day was this one.
    Closed(Date),
    /// Plenty.
    InStock,
    /// Fewer than [`LOW_STOCK`], or at the minimum level.
    LowStock {
        /// Whether "fewer than 50" is true.
        few: bool,
    },
    /// None, and no more will be printed.
    OutOfStock,
    /// Not printed yet; orders wait.
    PreOrder,
    /// None now; orders wait for the reprint.
    BackOrder,
}

impl Availability {
    /// The rule. The first row that is true wins.
    pub fn of(edition: &Orderability, today: Date) -> Self {
        match edition {
            Orderability { status, .. } if *status != EditionStatus::Live => Self::NotLive,
            Orderability { access: AccessType::DownloadOnly, .. } => Self::DownloadOnly,
            Orderability { is_restricted: true, .. } => Self::Restricted,
            Orderability { order_from: Some(from), .. } if *from > today => Self::OpensLater(*from),
            Orderability { order_end: Some(end), .. } if *end < today => Self::Closed(*end),
            _ => Self::of_stock(edition.stock, edition.unit_of_issue.into()),
        }
    }

    /// The same where there is more or less than before; what does not follow from that stays as it is.
    #[must_use]
    pub fn with(self, stock: Stock, unit_of_issue: i32) -> Self {
        match self {
            Self::NotLive | Self::DownloadOnly | Self::Restricted | Self::OpensLater(_) | Self::Closed(_) => self,
            _ => Self::of_stock(stock, unit_of_issue.into()),
        }
    }

    fn of_stock(stock: Stock, pack: i64) -> Self {
        match stock.available {
            available if available >= LOW_STOCK.max(pack) && available > stock.minimum_level => Self::InStock,
            available if available >= pack => Self::LowStock { few: available < LOW_STOCK },
            _ if stock.runs_to_zero => Self::OutOfStock,
            _ if !stock.was_received => Self::PreOrder,
            _ => Self::BackOrder,
        }
    }

    /// Whether copies can be put into a basket.
    pub const fn is_orderable(self) -> bool {
        matches!(self, Self::InStock | Self::LowStock { .. } | Self::PreOrder | Self::BackOrder)
    }

    /// The id of its words.
    pub const fn words_id(self) -> &'static str {
        match self {
            Self::NotLive => "availability-not-live",
            Self::DownloadOnly => "availability-download-only",
            Self::Restricted => "availability-restricted",
            Self::OpensLater(_) => "availability-opens-later",
            Self::Closed(_) => "availability-closed",
            Self::InStock => "availability-in-stock",
            Self::LowStock { few: true } => "availability-few-left",
            Self::LowStock { few: false } => "availability-low-stock",
            Self::OutOfStock => "availability-out-of-stock",
            Self::PreOrder => "availability-pre-order",
            Self::BackOrder => "availability-back-order",
        }
    }

    /// Its name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotLive => "not_live",
            Self::DownloadOnly => "download_only",
            Self::Restricted => "restricted",
            Self::OpensLater(_) => "opens_later",
            Self::Closed(_) => "closed",
            Self::InStock => "in_stock",
            Self::LowStock { .. } => "low_stock",
            Self::OutOfStock => "out_of_stock",
            Self::PreOrder => "pre_order",
            Self::BackOrder => "back_order",
        }
    }

    /// All names for programs.
    pub const CODES: [&'static str; 10] = [
        "not_live",
        "download_only",
        "restricted",
        "opens_later",
        "closed",
        "in_stock",
        "low_stock",
        "out_of_stock",
        "pre_order",
        "back_order",
    ];

    /// The day its words mention.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::OpensLater(date) | Self::Closed(date) => Some(date),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn edition() -> Orderability {
        Orderability {
            status: EditionStatus::Live,
            access: AccessType::DownloadOrOrder,
            is_restricted: false,
            order_from: None,
            order_end: None,
            unit_of_issue: 5,
            stock: Stock { available: 1_000, minimum_level: 100, was_received: true, runs_to_zero: false },
        }
    }

    fn with_stock(available: i64) -> Orderability {
        Orderability { stock: Stock { available, ..edition().stock }, ..edition() }
    }

    #[test]
    fn the_first_true_row_wins() {
        let [yesterday, today, tomorrow] = [21, 22, 23].map(|day| date(2026, 11, day));
        let of = |edition: Orderability| Availability::of(&edition, today);
        assert_eq!(of(edition()), Availability::InStock);
        assert_eq!(
            of(Orderability { status: EditionStatus::Archived, access: AccessType::DownloadOnly, ..edition() }),
            Availability::NotLive
        );
        assert_eq!(of(Orderability { access: AccessType::DownloadOnly, ..edition() }), Availability::DownloadOnly);
        let restricted = Orderability { is_restricted: true, ..edition() };
        assert_eq!(of(restricted), Availability::Restricted);
        assert_eq!(of(Orderability { access: AccessType::DownloadOnly, ..restricted }), Availability::DownloadOnly);
        assert_eq!(of(Orderability { order_from: Some(tomorrow), ..restricted }), Availability::Restricted);
        assert!(!restricted.offers_files() && edition().offers_files());
        let opens = Orderability { order_from: Some(tomorrow), ..edition() };
        assert_eq!(of(opens), Availability::OpensLater(tomorrow));
        assert_eq!(of(Orderability { order_end: Some(yesterday), ..edition() }), Availability::Closed(yesterday));
        assert_eq!(
            of(Orderability { order_end: Some(today), ..edition() }),
            Availability::InStock,
            "the end day itself is open"
        );
        assert_eq!(of(with_stock(100)), Availability::LowStock { few: false }, "at the minimum level");
        assert_eq!(of(with_stock(49)), Availability::LowStock { few: true });
        assert_eq!(of(with_stock(4)), Availability::BackOrder, "less than a pack");
        let run_to_zero =
            Orderability { stock: Stock { available: 4, runs_to_zero: true, ..edition().stock }, ..edition() };
        assert_eq!(of(run_to_zero), Availability::OutOfStock);
        assert_eq!(of(Orderability { stock: Stock::default(), ..edition() }), Availability::PreOrder);
        assert_eq!(of(edition()).with(with_stock(4).stock, 5), Availability::BackOrder);
        assert_eq!(of(opens).with(with_stock(4).stock, 5), Availability::OpensLater(tomorrow));
    }

    #[test]
    fn programs_know_each_answer() {
        let day = date(2026, 11, 22);
        let all = [
            Availability::NotLive,
            Availability::DownloadOnly,
            Availability::Restricted,
            Availability::OpensLater(day),
            Availability::Closed(day),
            Availability::InStock,
            Availability::LowStock { few: true },
            Availability::OutOfStock,
            Availability::PreOrder,
            Availability::BackOrder,
        ];
        assert_eq!(all.map(Availability::code), Availability::CODES);
    }
}
