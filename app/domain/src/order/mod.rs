//! Orders: their numbers, their stages, and how much may still be ordered.

mod change;
mod limits;
mod number;

pub use change::*;
pub use limits::*;
pub use number::OrderNumber;

choice! {
    /// How far an order is.
    OrderStatus {
        /// Taken down; nothing has happened yet.
        Placed = "placed",
        /// The warehouse has it.
        Accepted = "accepted",
        /// The first copies are being picked.
        Picking = "picking",
        /// Some copies are on their way.
        PartShipped = "part_shipped",
        /// All copies are on their way.
        Shipped = "shipped",
        /// Called off.
        Cancelled = "cancelled",
    }
}

impl OrderStatus {
    /// Whether whoever placed it may still change it or call it off: picking has not begun.
    pub const fn may_change(self) -> bool {
        matches!(self, Self::Placed | Self::Accepted)
    }
}

choice! {
    /// What happened to an order; the timeline shows it.
    EventKind {
        /// It was placed.
        Placed = "placed",
        /// Its orderer changed it.
        Amended = "amended",
        /// It was called off.
        Cancelled = "cancelled",
        /// The warehouse has it.
        Accepted = "accepted",
        /// Picking began.
        Picking = "picking",
        /// Some copies went out.
        PartShipped = "part_shipped",
        /// The last copies went out.
        Shipped = "shipped",
        /// Its lines were put into a basket again.
        Reordered = "reordered",
    }
}

choice! {
    /// How far a line is; computed from its counts.
    LineStatus {
        /// Waits for stock, in part or whole.
        BackOrdered = "back_ordered",
        /// Copies are kept for it.
        Reserved = "reserved",
        /// Copies are being picked.
        Picking = "picking",
        /// Some copies went out.
        PartShipped = "part_shipped",
        /// All copies went out.
        Shipped = "shipped",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// The copies of a line, by what became of them. What is none of these waits for stock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineCounts {
    /// Ordered.
    pub ordered: i32,
    /// Kept for it.
    pub reserved: i32,
    /// Of those, being picked.
    pub in_progress: i32,
    /// Sent.
    pub shipped: i32,
    /// Called off.
    pub cancelled: i32,
}

impl LineCounts {
    /// Copies that wait for stock.
    pub const fn waiting(&self) -> i32 {
        self.ordered - self.reserved - self.shipped - self.cancelled
    }

    /// Copies that are ordered and not called off.
    pub const fn open(&self) -> i32 {
        self.ordered - self.cancelled
    }

    /// How far the line is.
    pub const fn status(&self) -> LineStatus {
        match self {
            Self { ordered, cancelled, .. } if *ordered == *cancelled => LineStatus::Cancelled,
            Self { ordered, cancelled, shipped, .. } if *shipped == *ordered - *cancelled => LineStatus::Shipped,
            Self { shipped: 1.., .. } => LineStatus::PartShipped,
            Self { in_progress: 1.., .. } => LineStatus::Picking,
            counts if counts.waiting() > 0 => LineStatus::BackOrdered,
            _ => LineStatus::Reserved,
        }
    }

    /// How many copies are how far, along their way; nothing of what is none. Together they are what was ordered.
    pub fn parts(&self) -> Vec<(LineStatus, i32)> {
        let parts = [
            (LineStatus::Shipped, self.shipped),
            (LineStatus::Picking, self.in_progress),
            (LineStatus::Reserved, self.reserved - self.in_progress),
            (LineStatus::BackOrdered, self.waiting()),
            (LineStatus::Cancelled, self.cancelled),
        ];
        parts.into_iter().filter(|(_, copies)| *copies > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_of_a_line_follows_from_its_counts() {
        let line = |reserved, in_progress, shipped, cancelled| {
            LineCounts { ordered: 10, reserved, in_progress, shipped, cancelled }.status()
        };
        assert_eq!(line(10, 0, 0, 0), LineStatus::Reserved);
        assert_eq!(line(4, 0, 0, 0), LineStatus::BackOrdered);
        assert_eq!(line(4, 2, 0, 0), LineStatus::Picking);
        assert_eq!(line(5, 0, 5, 0), LineStatus::PartShipped);
        assert_eq!(line(0, 0, 8, 2), LineStatus::Shipped);
        assert_eq!(line(0, 0, 0, 10), LineStatus::Cancelled);
    }

    #[test]
    fn the_parts_of_a_line_are_what_was_ordered() {
        let counts = LineCounts { ordered: 10, reserved: 4, in_progress: 1, shipped: 3, cancelled: 1 };
        let expected = [
            (LineStatus::Shipped, 3),
            (LineStatus::Picking, 1),
            (LineStatus::Reserved, 3),
            (LineStatus::BackOrdered, 2),
            (LineStatus::Cancelled, 1),
        ];
        assert_eq!(counts.parts(), expected);
        let sent = LineCounts { ordered: 10, shipped: 10, ..LineCounts::default() };
        assert_eq!(sent.parts(), [(LineStatus::Shipped, 10)]);
    }
}
