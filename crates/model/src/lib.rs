//! The words both sides of the portal speak, and the rules that hold on both sides.
//!
//! Here, and nowhere else in the portal, Dataverse's column names are known: a struct's serde attributes *are* the
//! mapping, so there is one shape of an order and no second one to keep in step. Reading order:
//!
//! - [`ids`], [`date`], [`decimal`], [`money`], [`address`]: small values that cannot be wrong once they exist;
//! - [`status`], [`order`], [`product`], [`account`], [`contact`], [`note`]: what the endpoint tells us;
//! - [`list`]: which rows to list and how, as the portal's address and as the endpoint's query;
//! - [`deliveries`]: what arrives next;
//! - [`export`]: what the exporter is told, and what it tells;
//! - [`new_order`]: an order that may be sent, and the rules it obeys;
//! - [`seen`]: what somebody saw of an order, and what has changed since;
//! - [`calendar`], [`clip`], [`mail`], [`file_name`]: what leaves the portal for other programs;
//! - [`written`]: numbers as people write them;
//! - [`odata`]: the envelope, the errors and the text of queries.
//!
//! Nothing here does I/O, and nothing here knows a screen, a database or a clock.

pub mod account;
pub mod address;
pub mod calendar;
pub mod clip;
pub mod contact;
pub mod date;
pub mod decimal;
pub mod deliveries;
pub mod export;
pub mod file_name;
pub mod ids;
pub mod list;
pub mod mail;
pub mod money;
pub mod new_order;
pub mod note;
pub mod odata;
pub mod order;
mod order_details;
mod order_line;
mod order_progress;
mod order_promise;
pub mod product;
pub mod seen;
pub mod status;
pub mod written;
