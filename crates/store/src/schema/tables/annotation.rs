//! Notes and attachments of orders.

use crate::schema::column::{bool, choice, date_time, file, integer, key, lookup, memo, text, to};
use crate::schema::{DefaultValue, Table};

use super::choices::RESTRICTION;

/// The largest attachment, in bytes (Dataverse: 5 MB unless an organisation changes it).
const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// `annotation`: a note, perhaps with a file, on an order. The ERP writes them; only those for the outside are ever shown
/// (dual-write, attachments: `msdyn_restriction`). Without a restriction a note is internal.
pub(super) static TABLE: Table = Table {
    name: "annotation",
    set: "annotations",
    key: "annotationid",
    primary_name: "subject",
    columns: &[
        key("annotationid"),
        lookup("objectid", &[to("salesorder", "objectid_salesorder")]).required().read_only(),
        text("subject", 500).read_only(),
        memo("notetext", 100_000).read_only(),
        text("filename", 255).read_only(),
        text("mimetype", 256).read_only(),
        integer("filesize").read_only().not_negative(),
        bool("isdocument").read_only(),
        file("documentbody", LARGEST_FILE).read_only(),
        choice("msdyn_restriction", RESTRICTION).required().read_only().default(DefaultValue::Integer(0)),
        date_time("createdon").required().read_only().default(DefaultValue::Now),
        date_time("modifiedon").required().read_only().default(DefaultValue::Now),
    ],
    collections: &[],
    made_by_name: false,
};
