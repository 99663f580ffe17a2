//! The words both sides of the portal speak, and the rules that hold on both sides.
//!
//! Here, and nowhere else in the portal, Dataverse's column names are known: a struct's serde attributes *are* the
//! mapping, so there is one shape of an order and no second one to keep in step. Reading order:
//!
//! - [`ids`], [`date`], [`decimal`], [`money`], [`address`]: small values that cannot be wrong once they exist;
//! - [`status`], [`order`], [`product`], [`account`], [`contact`]: what the endpoint tells us;
//! - [`order_query`]: which orders to list, as the portal's address and as the endpoint's query;
//! - [`new_order`]: an order that may be sent, and the rules it obeys;
//! - [`odata`]: the envelope, the errors and the text of queries.
//!
//! Nothing here does I/O, and nothing here knows a screen, a database or a clock.

pub mod account;
pub mod address;
pub mod contact;
pub mod date;
pub mod decimal;
pub mod ids;
pub mod money;
pub mod new_order;
pub mod odata;
pub mod order;
pub mod order_query;
pub mod product;
pub mod status;
