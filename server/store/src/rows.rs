//! How rows that several questions share become what they mean.

use domain::catalogue::thumbnail::Thumbnail;

use crate::Result;

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

/// What became of the copies of a row of `order_lines`.
macro_rules! line_counts {
    ($row:ident) => {
        LineCounts {
            ordered: $row.quantity_ordered,
            reserved: $row.quantity_reserved,
            in_progress: $row.quantity_in_progress,
            shipped: $row.quantity_shipped,
            cancelled: $row.quantity_cancelled,
        }
    };
}
pub(crate) use line_counts;

/// The thumbnails of a picture as the view `pictures` gives them; none where there is no picture.
pub(crate) fn thumbnails(column: Option<serde_json::Value>) -> Result<Vec<Thumbnail>> {
    Ok(column.map(serde_json::from_value).transpose()?.unwrap_or_default())
}
