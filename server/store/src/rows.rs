//! How rows that several questions share become what they mean.

/// What the availability rule looks at, of a row that has its columns under their usual names.
macro_rules! orderability {
    ($row:ident, $status:expr) => {
        Orderability {
            status: $status,
            access: $row.access,
            is_restricted: $row.is_restricted,
            order_from: $row.order_from.map(jiff_sqlx::Date::to_jiff),
            order_end: $row.order_end.map(jiff_sqlx::Date::to_jiff),
            unit_of_issue: $row.unit_of_issue,
            stock: Stock {
                available: $row.available,
                minimum_level: $row.minimum_stock_level.into(),
                was_received: $row.was_received,
                runs_to_zero: $row.run_to_zero,
            },
        }
    };
}
pub(crate) use orderability;
