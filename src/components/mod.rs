//! Parts that two pages or more are made of: data in, HTML out.
//!
//! Nothing here makes a request or knows a page. What only one page needs stands in that page's folder and moves here
//! when a second page wants it.

mod address;
mod badge;
mod fact;
mod failure;
mod field;
mod frame;
mod icon;
mod notice;
mod order_table;
mod outcome;
mod page_header;
mod sign_in_form;
mod value;
mod wrong_config;

pub use address::AddressLines;
pub use badge::StatusBadge;
pub use fact::fact;
pub use failure::failure;
pub use field::{Field, InputKind};
pub use frame::{Brand, Frame};
pub use icon::Icon;
pub use notice::{Notice, Tone};
pub use order_table::{OrderTable, OrderTableSkeleton, Sorting, name_of};
pub use outcome::{Drawing, Outcome};
pub use page_header::{BackLink, HasNavigated, PageHeader};
pub use sign_in_form::{SignInForm, SignInTrouble};
pub use value::{amount, day, or_dash};
pub use wrong_config::WrongConfig;
