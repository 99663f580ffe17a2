//! The numbered values of choice columns, with their English labels.

/// A set of numbered values.
type Labels = &'static [(i64, &'static str)];

/// `statecode` of tables that are only on or off.
pub(super) const ACTIVE_OR_INACTIVE: Labels = &[(0, "Active"), (1, "Inactive")];

/// `statecode` of an order. Only an active order can be edited.
pub(super) const ORDER_STATE: Labels =
    &[(0, "Active"), (1, "Submitted"), (2, "Canceled"), (3, "Fulfilled"), (4, "Invoiced")];

/// `statuscode` of an order.
pub(super) const ORDER_STATUS: Labels = &[
    (1, "New"),
    (2, "Pending"),
    (3, "In Progress"),
    (4, "No Money"),
    (100_001, "Complete"),
    (100_002, "Partial"),
    (100_003, "Invoiced"),
    (700_970_000, "In Progress"),
];

/// `msdyn_processingstatus`: how far the ERP is with an order.
pub(super) const PROCESSING_STATUS: Labels = &[
    (192_350_000, "Active"),
    (192_350_001, "Confirmed"),
    (192_350_002, "Picked"),
    (192_350_003, "Partially delivered"),
    (192_350_004, "Delivered"),
    (192_350_005, "Invoiced"),
    (192_350_006, "Partially invoiced"),
    (192_350_007, "Canceled"),
    (192_350_008, "Delivered and partially invoiced"),
];

/// `msdyn_ordertype`. Only item based orders reach the ERP.
pub(super) const ORDER_TYPE: Labels =
    &[(192_350_000, "Item based"), (192_350_001, "Work based"), (690_970_002, "Service-Maintenance Based")];

/// `msdyn_salesorderpromisingmethod`: how the ERP promises a date.
pub(super) const PROMISING_METHOD: Labels = &[
    (192_350_000, "None"),
    (192_350_001, "Sales lead time"),
    (192_350_002, "ATP"),
    (192_350_003, "ATP + issue margin"),
    (192_350_004, "CTP"),
];

/// `msdyn_linestatus`: how far the ERP is with a line.
pub(super) const LINE_STATUS: Labels = &[
    (192_350_000, "None"),
    (192_350_001, "Backorder"),
    (192_350_002, "Delivered"),
    (192_350_003, "Invoiced"),
    (192_350_004, "Canceled"),
];

/// `producttypecode` of an order line.
pub(super) const LINE_PRODUCT_TYPE: Labels = &[
    (1, "Product"),
    (2, "Bundle"),
    (3, "Required Bundle Product"),
    (4, "Optional Bundle Product"),
    (5, "Project-based Service"),
];

/// `producttypecode` of a product.
pub(super) const PRODUCT_TYPE: Labels =
    &[(1, "Sales Inventory"), (2, "Miscellaneous Charges"), (3, "Services"), (4, "Flat Fees")];

/// `productstructure`.
pub(super) const PRODUCT_STRUCTURE: Labels = &[(1, "Product"), (2, "Product Family"), (3, "Product Bundle")];

/// `msdyn_fieldserviceproducttype`.
pub(super) const FIELD_SERVICE_TYPE: Labels =
    &[(690_970_000, "Inventory"), (690_970_001, "Non-Inventory"), (690_970_002, "Service")];

/// `statecode` of a product. Only an active product can be put on an order.
pub(super) const PRODUCT_STATE: Labels =
    &[(0, "Active"), (1, "Retired"), (2, "Draft"), (3, "Under Revision")];

/// `statuscode` of a product.
pub(super) const PRODUCT_STATUS: Labels =
    &[(0, "Draft"), (1, "Active"), (2, "Retired"), (3, "Under Revision")];

/// `pricingmethodcode`: what a price is derived from.
pub(super) const PRICING_METHOD: Labels = &[
    (1, "Currency Amount"),
    (2, "Percent of List"),
    (3, "Percent Markup - Current Cost"),
    (4, "Percent Margin - Current Cost"),
    (5, "Percent Markup - Standard Cost"),
    (6, "Percent Margin - Standard Cost"),
];

/// `quantitysellingcode`.
pub(super) const QUANTITY_SELLING: Labels = &[(1, "No Control"), (2, "Whole"), (3, "Whole and Fractional")];

/// `roundingpolicycode`.
pub(super) const ROUNDING_POLICY: Labels = &[(1, "None"), (2, "Up"), (3, "Down"), (4, "To Nearest")];

/// `roundingoptioncode`.
pub(super) const ROUNDING_OPTION: Labels = &[(1, "Ends in"), (2, "Multiple of")];

/// `customertypecode` of an account.
pub(super) const CUSTOMER_TYPE: Labels = &[
    (1, "Competitor"),
    (2, "Consultant"),
    (3, "Customer"),
    (4, "Investor"),
    (5, "Partner"),
    (6, "Influencer"),
    (7, "Press"),
    (8, "Prospect"),
    (9, "Reseller"),
    (10, "Supplier"),
    (11, "Vendor"),
    (12, "Other"),
];

/// `msdyn_onholdstatus` of an account.
pub(super) const ON_HOLD_STATUS: Labels = &[
    (806_380_000, "No"),
    (806_380_001, "Invoice"),
    (806_380_002, "All"),
    (806_380_003, "Payment"),
    (806_380_004, "Requisition"),
    (806_380_005, "Never"),
];

/// `msdyn_language`: the language of the documents for an order.
pub(super) const LANGUAGE: Labels = &[
    (192_350_000, "ar"),
    (192_350_001, "ar-ae"),
    (192_350_002, "cs"),
    (192_350_003, "da"),
    (192_350_004, "de"),
    (192_350_005, "de-at"),
    (192_350_006, "de-ch"),
    (192_350_007, "en-au"),
    (192_350_008, "en-ca"),
    (192_350_009, "en-gb"),
    (192_350_010, "en-ie"),
    (192_350_011, "en-in"),
    (192_350_012, "en-my"),
    (192_350_013, "en-nz"),
    (192_350_014, "en-sg"),
    (192_350_015, "en-us"),
    (192_350_016, "en-za"),
    (192_350_017, "es"),
    (192_350_018, "es-mx"),
    (192_350_019, "et"),
    (192_350_020, "fi"),
    (192_350_021, "fr"),
    (192_350_022, "fr-be"),
    (192_350_023, "fr-ca"),
    (192_350_024, "fr-ch"),
    (192_350_025, "hu"),
    (192_350_026, "is"),
    (192_350_027, "it"),
    (192_350_028, "it-ch"),
    (192_350_029, "ja"),
    (192_350_030, "lt"),
    (192_350_031, "lv"),
    (192_350_032, "nb-no"),
    (192_350_033, "nl"),
    (192_350_034, "nl-be"),
    (192_350_035, "pl"),
    (192_350_036, "pt-br"),
    (192_350_037, "ru"),
    (192_350_038, "sv"),
    (192_350_039, "th"),
    (192_350_040, "tr"),
    (192_350_041, "zh-hans"),
];
