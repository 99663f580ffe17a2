//! Units of measure.

use crate::schema::Table;
use crate::schema::column::{bool, decimal, foreign_key, integer, key, lookup, text, to};

/// `uom`: a unit that products are sold in. The schedule (unit group) is known only by its key.
pub(super) static TABLE: Table = Table {
    name: "uom",
    set: "uoms",
    key: "uomid",
    primary_name: "name",
    columns: &[
        key("uomid"),
        text("name", 100).required(),
        text("msdyn_symbol", 20),
        decimal("quantity", 5),
        lookup("baseuom", &[to("uom", "baseuom")]),
        foreign_key("uomscheduleid", "uomschedule"),
        bool("isschedulebaseuom"),
        bool("msdyn_isbaseunit"),
        integer("msdyn_decimalprecision"),
        text("msdyn_externalunitclassname", 30),
    ],
    collections: &[],
    made_by_name: false,
};
