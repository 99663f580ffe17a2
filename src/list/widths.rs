//! How wide the columns of a table are. A column whose width is chosen is exactly that wide and cuts what is too long; the
//! others share the rest by what is in them, and the table is moved sideways before they would be squeezed.

use crate::html::{El, el};
use portal_model::list::{Column, ColumnChoice};

/// The columns, as wide as they are chosen.
pub fn columns(shown: &[ColumnChoice]) -> El {
    let columns = shown.iter().map(|choice| {
        el("col")
            .attr("data-of", choice.column.slug())
            .maybe("width", choice.width.map(|width| width.to_string()))
    });
    el("colgroup").children(columns)
}

/// The width of the table in CSS pixels, with enough room for the columns whose width is not chosen; none if no width
/// is.
pub fn of_table(shown: &[ColumnChoice]) -> Option<u32> {
    shown.iter().any(is_chosen).then(|| {
        shown.iter().map(|choice| u32::from(choice.width.unwrap_or_else(|| roomy(choice.column)))).sum()
    })
}

/// Whether all of them are chosen, so that there is none to take what is left.
pub fn are_all_chosen(shown: &[ColumnChoice]) -> bool {
    shown.iter().all(is_chosen)
}

/// Whether the width of a column is chosen.
pub fn is_chosen(choice: &ColumnChoice) -> bool {
    choice.width.is_some()
}

/// Enough room for what usually stands in a column.
fn roomy(column: Column) -> u16 {
    match column {
        Column::Product | Column::ShipTo => 200,
        Column::Number | Column::Status | Column::Placed | Column::Changed | Column::ProductNumber => 160,
        Column::Unit | Column::Ordered | Column::Shipped | Column::Open => 96,
        _ => 128,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_as_wide_as_what_is_chosen_and_leaves_room_for_the_rest() {
        let wide = ColumnChoice { column: Column::Number, width: Some(300) };
        assert_eq!(of_table(&[Column::Number.into(), Column::Total.into()]), None);
        assert_eq!(of_table(&[wide, Column::Total.into()]), Some(428));
        assert!(are_all_chosen(&[wide]) && !are_all_chosen(&[wide, Column::Total.into()]));
    }
}
